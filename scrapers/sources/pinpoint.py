"""Pinpoint: every board has a host of its own and is one answer, texts included.

A board is the first word of `{board}.pinpointhq.com`.
Source: recorded answers; public readers of postings.json for its size.
"""

from typing import Any

from scrapers.sources.base import OWN_HOST, Page, PageRequest

SOURCE_ID = "id"
# a large board answered with exactly so many, and there is no second page
MOST = 1_000
PAGES = (OWN_HOST + r"\.pinpointhq\.com",)


def first_page(board: str) -> PageRequest:
    """Return the request that lists `board`."""
    return PageRequest(f"https://{board}.pinpointhq.com/postings.json")


def read_page(_: PageRequest, payload: dict[str, Any]) -> Page:
    """Return the postings of the answer, untouched."""
    rows = payload["data"]
    return Page(rows, partial=f"an answer may hold {MOST:,} postings at most" if len(rows) == MOST else None)
