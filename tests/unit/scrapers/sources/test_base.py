"""Requests of a source, and what is no answer of one."""

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


@pytest.mark.parametrize("found", [[], [1], {}, {"id": 1}, True, None, ""])
def test_what_is_no_word_or_number_is_no_id(found: Any) -> None:
    """A list's text would be the id of all rows that have one."""
    assert load_source("greenhouse").id_of({"id": found}) is None


@pytest.mark.parametrize("total", ["3", -1, 3.5, [], True, 10**30])
def test_a_total_that_is_no_number_of_postings_is_told(total: object) -> None:
    """A listing is held against it: the crawl fails with that as its reason, and does not end without a report."""
    source = load_source("greenhouse")
    with pytest.raises(UnreadableAnswer, match="its total is"):
        source.read(source.first_page("acme"), {"jobs": [{"id": 1}], "meta": {"total": total}})


@pytest.mark.parametrize("total", [None, 0, 3])
def test_a_total_may_be_missing(total: int | None) -> None:
    """Not every vendor says one."""
    source = load_source("greenhouse")
    assert source.read(source.first_page("acme"), {"jobs": [], "meta": {"total": total}}).expected == total


@pytest.mark.parametrize("row", [{"loc": "https://[acme/jobs/1"}, {"loc": None}, {}, None])
def test_a_row_of_which_no_id_can_be_read_has_none(row: object) -> None:
    """One such address in a sitemap must not end the crawl of all others."""
    assert load_source("careers").id_of(row) is None
