"""docs/source-fields.md says which fields the recorded answers of a source fill; a normalizer that loses one makes it stale.

Run pytest with `JOBSTREAM_WRITE_GOLDEN=1` to write it anew; its part about other packages is left as it is.
"""

import os
import re
from pathlib import Path

import pytest

from tests.recorded import Recorded, recorded
from tests.source_fields import PAGE, PEERS, contents, render

NAMED_BY_THE_CRAWL = {"employer"}


def test_the_page_of_fields_is_that_of_the_recorded_answers(shared_data: Path) -> None:
    """Field by field and posting by posting."""
    page, ats = PAGE.read_text(), shared_data / "fixtures" / "ats"
    if os.environ.get("JOBSTREAM_WRITE_GOLDEN") == "1":
        page = render(ats) + "".join(page.partition(PEERS)[1:])
        PAGE.write_text(page)

    assert page.partition(PEERS)[0] == render(ats)


@pytest.mark.parametrize("answer", recorded(), ids=lambda answer: answer.board)
def test_a_field_that_an_answer_holds_is_filled(shared_data: Path, answer: Recorded) -> None:
    """In every posting those that a person found in every one, and in the first all that was read there."""
    found = contents(answer, shared_data / "fixtures" / "ats")
    left = NAMED_BY_THE_CRAWL.union(answer.stood_in if answer.stand_in else ())
    read = {name for name, value in answer.expected.items() if value}

    assert {name for content in found for name in set(answer.fields) - left if not getattr(content, name)} == set()
    assert {name for name in read - left if not getattr(found[0], name)} == set()


def test_other_packages_stand_beside_every_source() -> None:
    """The table was made of the same answers."""
    _, _, peers = PAGE.read_text().partition(PEERS)

    assert re.findall(r"^\| `(\w+)` \|", peers, re.MULTILINE) == sorted({answer.source for answer in recorded()})
