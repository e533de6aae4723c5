"""Workable: an account's widget lists all its postings, with the employer's name above them.

Source: the public widget at apply.workable.com; recorded answers repeat a posting once per country.
"""

from collections.abc import Mapping
from typing import Any

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
    return Page(_joined(payload["jobs"]), context={"name": payload.get("name")})


def _joined(rows: list[Row]) -> list[Row]:
    by_code: dict[object, list[Row]] = {}
    for number, row in enumerate(rows):
        code = str(row.get(SOURCE_ID) or "") if isinstance(row, Mapping) else ""
        # what has no code is like nothing else
        by_code.setdefault(code or number, []).append(row)
    return [same[0] if len(same) == 1 else _one(same) for same in by_code.values()]


def _one(rows: list[Row]) -> Row:
    # the widget's order is no promise: sorted, the same posting is the same content in every crawl
    ordered = sorted(rows, key=lambda row: [str(row.get(name)) for name in _ORDER])
    places = [place for row in ordered for place in row.get("locations") or ()]
    return {**ordered[0], "locations": [place for number, place in enumerate(places) if place not in places[:number]]}
