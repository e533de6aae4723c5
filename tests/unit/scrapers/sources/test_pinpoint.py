"""How much an answer of Pinpoint holds."""

import pytest

from scrapers.sources import load_source


@pytest.mark.parametrize(("postings", "is_whole"), [(0, True), (999, True), (1_000, False), (1_001, True)])
def test_an_answer_of_a_thousand_postings_may_be_cut(postings: int, is_whole: bool) -> None:
    """Nothing is taken as gone then: there is no second page to ask for."""
    pinpoint = load_source("pinpoint")
    page = pinpoint.read(pinpoint.first_page("acme"), {"data": [{"id": str(number)} for number in range(postings)]})

    assert (page.partial is None) == is_whole
    assert len(page.postings) == postings
