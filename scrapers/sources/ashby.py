"""Ashby: a board is one answer; a posting that is not listed is reachable by link only, so it is no part of the board.

Source: Ashby "Public Job Postings API".
"""

from typing import Any

from scrapers.sources.base import Page, PageRequest

SOURCE_ID = "id"
PAGES = (r"jobs\.ashbyhq\.com/(?!api/)(?P<board>[\w.%-]+)", r"api\.ashbyhq\.com/posting-api/job-board/(?P<board>[\w.%-]+)")


def first_page(board: str) -> PageRequest:
    """Return the request that lists `board`, pay included."""
    return PageRequest(f"https://api.ashbyhq.com/posting-api/job-board/{board}", query={"includeCompensation": "true"})


def read_page(_: PageRequest, payload: dict[str, Any]) -> Page:
    """Return the listed postings of the answer, untouched."""
    return Page([row for row in payload["jobs"] if row.get("isListed") is not False])
