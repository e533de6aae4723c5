"""Rippling: a board is one answer with a row per place of work; text, pay and dates of a posting are in its detail answer.

Source: recorded answers of the list; of the detail ../shared description (ATS.md) and public code; not yet seen live.
"""

from typing import Any

from scrapers.joining import each_once, joined
from scrapers.sources.base import Page, PageRequest, Row, beside_detail

SOURCE_ID = "uuid"
_BOARDS = "https://api.rippling.com/platform/api/ats/v1/board"
PAGES = (r"ats\.rippling\.com/(?:[a-z]{2}(?:-[A-Z]{2})?/)?(?!api/)(?P<board>[\w-]{3,})",)


def first_page(board: str) -> PageRequest:
    """Return the request that lists `board`."""
    return PageRequest(f"{_BOARDS}/{board}/jobs")


def read_page(_: PageRequest, rows: list[Row]) -> Page:
    """Return the postings of the answer.

    Rows are untouched, but for those that share a uuid: they are one posting, and its `workLocations` are their places.
    """
    if not isinstance(rows, list):
        raise TypeError("its jobs are no list")
    return Page(joined(rows, lambda row: row.get(SOURCE_ID), _one))


def detail_request(board: str, row: dict[str, Any]) -> PageRequest:
    """Return the request for the posting of `row`."""
    return PageRequest(f"{_BOARDS}/{board}/jobs/{row['uuid']}")


def merge(row: dict[str, Any], answer: Any) -> dict[str, Any]:
    """Return both answers beside each other."""
    return beside_detail(row, answer, "uuid")


def _one(rows: list[Row]) -> Row:
    ordered = sorted(rows, key=lambda row: str(row.get("workLocation")))
    return {**ordered[0], "workLocations": each_once(filter(None, (row.get("workLocation") for row in ordered)))}
