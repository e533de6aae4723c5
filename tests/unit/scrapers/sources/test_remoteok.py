"""How much an answer of Remote OK holds."""

import pytest

from scrapers.sources import load_source


@pytest.mark.parametrize(("postings", "is_whole"), [(0, True), (30, True), (95, False), (100, False)])
def test_an_answer_of_the_newest_postings_is_a_part_of_the_board(postings: int, is_whole: bool) -> None:
    """What is no longer among them is not gone; of a tag that few have it holds all."""
    remoteok = load_source("remoteok")
    page = remoteok.read(remoteok.first_page("all"), [{"legal": "Link back."}, *({"id": str(n)} for n in range(postings))])

    assert (page.partial is None) == is_whole
    assert len(page.postings) == postings
