"""Workable: an account's widget lists all its postings, with the employer's name above them.

Source: the public widget at apply.workable.com; recorded answers repeat a posting once per country.
"""

from typing import Any

from scrapers.joining import each_once, joined
from scrapers.sources.base import Page, PageRequest, Row

SOURCE_ID = "shortcode"
_ORDER = ("country", "state", "city")
PAGES = (
    r"apply\.workable\.com/(?:api/v\d/widget/accounts/)?(?!api/|j/)(?P<board>[\w-]+)",
    r"(?P<board>(?!www\b|apply\b|help\b)[\w-]+)\.workable\.com",
)


def first_page(board: str) -> PageRequest:
    """Return the request that lists `board`, descriptions included."""
    return PageRequest(f"https://apply.workable.com/api/v1/widget/accounts/{board}", query={"details": "true"})


def read_page(_: PageRequest, payload: dict[str, Any]) -> Page:
    """Return the postings of the answer; the employer's name is their context.

    Rows are untouched, but for those that share a shortcode: they are one posting, whose `locations` are those of all of them.
    """
    return Page(joined(payload["jobs"], lambda row: row.get(SOURCE_ID), _one), context={"name": payload.get("name")})


def _one(rows: list[Row]) -> Row:
    ordered = sorted(rows, key=lambda row: [str(row.get(name)) for name in _ORDER])
    return {**ordered[0], "locations": each_once(place for row in ordered for place in row.get("locations") or [_own_place(row)])}


def _own_place(row: Row) -> dict[str, Any]:
    return {"country": row.get("country"), "city": row.get("city"), "region": row.get("state")}
