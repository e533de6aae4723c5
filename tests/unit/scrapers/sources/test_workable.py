"""Workable's widget repeats a posting once per country."""

import json
from itertools import permutations
from typing import Any

from scrapers.sources import workable
from scrapers.sources.base import Row
from tests.conftest import ROOT

PAYLOAD = ROOT / "tests" / "fixtures" / "listings" / "workable" / "shortcode_per_country" / "payload.json"
JOBS: list[dict[str, Any]] = json.loads(PAYLOAD.read_text())["jobs"]


def read(*jobs: Row) -> list[Row]:
    """The postings of an answer with these jobs."""
    return list(workable.read_page(workable.first_page("acme"), {"name": "Acme", "jobs": list(jobs)}).postings)


def test_rows_of_one_shortcode_are_one_posting_in_all_its_countries() -> None:
    """Each country once; the rows of other postings are untouched."""
    baker, driver = read(*JOBS)

    assert [place["country"] for place in baker["locations"]] == ["Portugal", "France", "Spain"]
    assert (baker["title"], driver) == ("Baker", JOBS[1])


def test_the_order_of_an_answer_changes_no_posting() -> None:
    """A crawl that gets the countries in another order opens no revision."""
    assert {json.dumps(sorted(read(*jobs), key=str)) for jobs in permutations(JOBS)} == {json.dumps(sorted(read(*JOBS), key=str))}


def test_rows_that_list_no_places_lose_none() -> None:
    """Each is of a country all the same."""
    rows = [{"shortcode": "A", "country": country, "city": "", "state": None} for country in ("Spain", "Portugal")]

    assert [place["country"] for place in read(*rows)[0]["locations"]] == ["Portugal", "Spain"]


def test_rows_without_a_shortcode_are_not_one_posting() -> None:
    """Each becomes a dead letter of its own; what is no row stays what it is."""
    assert read({"title": "Baker"}, {"title": "Baker"}, 7, None) == [{"title": "Baker"}, {"title": "Baker"}, 7, None]
