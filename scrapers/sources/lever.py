"""Lever: a board is one JSON list, paged by `skip`.

A board is the site's word in its address, with `/eu` behind it where that is on jobs.eu.lever.co: `acme`, `acme/eu`.
Source: lever/postings-api README.
"""

from typing import Any

from scrapers.sources.base import Page, PageRequest

SOURCE_ID = "id"
PAGE_SIZE = 100
# a site is on one of the two, and knows nothing of the other
PAGES = (
    r"jobs\.lever\.co/(?P<board>[\w-]+)",
    r"api\.lever\.co/v0/postings/(?P<board>[\w-]+)",
    r"jobs\.(?=eu\.lever\.co/(?P<board>[\w-]+))(?P<region>eu)",
    r"api\.(?=eu\.lever\.co/v0/postings/(?P<board>[\w-]+))(?P<region>eu)",
)


def first_page(board: str) -> PageRequest:
    """Return the request that lists `board` from its start."""
    site, _, region = board.partition("/")
    host = f"api.{region}.lever.co" if region else "api.lever.co"
    return PageRequest(f"https://{host}/v0/postings/{site}", query={"mode": "json", "limit": PAGE_SIZE, "skip": 0})


def read_page(request: PageRequest, rows: list[dict[str, Any]]) -> Page:
    """Return the postings of one answer, untouched, and what to ask next."""
    # `limit` is all that bounds a page: a shorter one is the last, and asking on would cost a board its conditional request
    following = request.advance("skip", len(rows)) if len(rows) >= PAGE_SIZE else None
    return Page(rows, following=following)
