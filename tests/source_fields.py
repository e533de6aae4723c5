"""Which fields of a posting the recorded answers of a source fill, read by nothing but the normalizers."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field, fields, replace
from datetime import UTC, datetime
from pathlib import Path

from schemas.raw import RawPosting
from scrapers.sources import load_source
from streams.normalize.base import load_normalizers, read
from streams.normalize.fields import Content
from tests.conftest import ROOT
from tests.recorded import Recorded, recorded

PAGE = ROOT / "docs" / "source-fields.md"
FIELDS = [each.name for each in fields(Content) if each.name != "title"]
FETCHED = datetime(2026, 8, 10, tzinfo=UTC)
# what follows is written by bench/peers_fields.py
PEERS = "\n## Beside two other packages\n"


@dataclass
class Filled:
    """How many postings a source's answers hold, and in how many of them each field is filled."""

    postings: int = 0
    counts: Counter[str] = field(default_factory=Counter)

    def cell(self, name: str) -> str:
        """What the table says of a field."""
        count = self.counts[name]
        return "●" if count == self.postings else str(count or "")


def contents(answer: Recorded, ats: Path) -> list[Content]:
    """The postings of an answer, without what was not recorded: no stand-in for a detail, and no name from a boards file."""
    source, page = load_source(answer.source), answer.page(ats)
    rows = replace(answer, stand_in=None).raw_rows(ats)
    raws = [
        RawPosting(
            source=answer.source, board="acme", source_id=source.id_of(row), fetched_at=FETCHED, row=row, context=page.context
        )
        for row in rows
    ]
    normalizers = load_normalizers()
    return [read(raw, normalizers).content for raw in raws]


def filled(answers: Iterable[Recorded], ats: Path) -> dict[str, Filled]:
    """What the answers fill, by source."""
    found: dict[str, Filled] = {}
    for answer in answers:
        of = found.setdefault(answer.source, Filled())
        for content in contents(answer, ats):
            of.postings += 1
            of.counts.update(name for name in FIELDS if getattr(content, name))
    return found


def render(ats: Path) -> str:
    """The page down to its part about other packages."""
    head = "| source | postings | " + " | ".join(name.removeprefix("stated_").replace("_", " ") for name in FIELDS) + " |"
    lines = [
        f"| `{source}` | {of.postings} | " + " | ".join(of.cell(name) for name in FIELDS) + " |"
        for source, of in sorted(filled(recorded(), ats).items())
    ]
    return "\n".join([HEAD, head, "|---" * (len(FIELDS) + 2) + "|", *lines]) + "\n"


HEAD = """# Fields by source, on recorded answers

Made from the answers that are described in `tests/recorded/` and from the normalizers, where the shared data is at hand:
`JOBSTREAM_WRITE_GOLDEN=1 pytest tests/contract/test_source_fields.py`. ●: the field is filled in every posting; a number: in so
many; nothing: in none. Every posting has a title. Where texts are in detail answers that were not recorded, the fields of those
are empty here, and so is an employer that only a boards file names. [sources.md](sources.md) says what a normalizer fills where
an answer holds it.
"""
