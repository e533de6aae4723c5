"""Requests of a source."""

from typing import Any

import pytest

from scrapers.sources import load_source
from scrapers.sources.base import PageRequest, UnreadableAnswer

URL = "https://boards.test/v1/jobs"


def test_advance_moves_one_parameter_and_starts_from_nothing() -> None:
    """Advance moves one parameter and starts from nothing."""
    asked = PageRequest(URL, query={"limit": 10}, memo={"month": "2026-11"})

    assert asked.advance("skip", 10).advance("skip", 10).address == f"{URL}?limit=10&skip=20"
    assert asked.advance("skip", 10).memo == asked.memo


@pytest.mark.parametrize("total", ["15", 2.5, -1, True, [15], {}])
def test_a_total_that_is_no_number_makes_an_answer_unreadable(total: Any) -> None:
    """Compared with what was listed, it kept the board from being reported."""
    greenhouse = load_source("greenhouse")
    with pytest.raises(UnreadableAnswer, match="its total is"):
        greenhouse.read(greenhouse.first_page("acme"), {"jobs": [{"id": 1}], "meta": {"total": total}})


@pytest.mark.parametrize("found", [[], [1], {}, {"id": 1}, True, None, ""])
def test_what_is_no_word_or_number_is_no_id(found: Any) -> None:
    """A list's text would be the id of all rows that have one."""
    assert load_source("greenhouse").id_of({"id": found}) is None


def test_a_row_whose_address_is_none_has_no_id() -> None:
    """It must not end the crawl of a sitemap."""
    assert load_source("careers").id_of({"loc": "https://[acme/jobs/1"}) is None
