"""Requests of a source."""

from scrapers.sources.base import PageRequest

URL = "https://boards.test/v1/jobs"


def test_advance_moves_one_parameter_and_starts_from_nothing() -> None:
    """Advance moves one parameter and starts from nothing."""
    asked = PageRequest(URL, query={"limit": 10}, memo={"month": "2026-11"})

    assert asked.advance("skip", 10).advance("skip", 10).address == f"{URL}?limit=10&skip=20"
    assert asked.advance("skip", 10).memo == asked.memo
