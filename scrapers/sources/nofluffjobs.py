"""No Fluff Jobs: a job board of Central Europe. A board is a region (`pl`, `cz`, `sk`, `hu`), listed in one answer.

A posting has a row per place, each with an id of its own; they share a `reference`, and are joined.
Pay is asked for in zloty per month; the text of a posting, and its pay as stated, are in its detail answer.
Source: ../shared description (ATS.md) and public code; not yet seen live.
"""

from typing import Any

from scrapers.joining import each_once, joined
from scrapers.sources.base import Page, PageRequest, Row, beside_detail

SOURCE_ID = "id"
_POSTINGS = "https://nofluffjobs.com/api/posting"


def first_page(board: str) -> PageRequest:
    """Return the request that lists `board`."""
    return PageRequest(_POSTINGS, query={"salaryCurrency": "PLN", "salaryPeriod": "month", "region": board})


def read_page(_: PageRequest, payload: dict[str, Any]) -> Page:
    """Return the postings of the answer.

    Rows are untouched, but for those that share a reference: they are one posting, under the first of their ids, with all places.
    """
    rows, total = payload["postings"], payload.get("totalCount")
    postings = joined(rows, lambda row: row.get("reference"), _one)
    return Page(postings, expected=None if total is None else total - (len(rows) - len(postings)))


def detail_request(_: str, row: dict[str, Any]) -> PageRequest:
    """Return the request for the posting of `row`."""
    return PageRequest(f"{_POSTINGS}/{row['url']}")


def merge(row: dict[str, Any], answer: Any) -> dict[str, Any]:
    """Return both answers beside each other."""
    return beside_detail(row, answer, "id")


def _one(rows: list[Row]) -> Row:
    ordered = sorted(rows, key=lambda row: str(row.get(SOURCE_ID)))
    first, places = ordered[0], each_once(place for row in ordered for place in (row.get("location") or {}).get("places") or ())
    return {**first, "location": {**(first.get("location") or {}), "places": places}}
