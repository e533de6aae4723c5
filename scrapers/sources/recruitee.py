"""Recruitee: every board has a host of its own and is one answer.

Source: Recruitee Careers Site API, "Offers".
"""

from typing import Any

from scrapers.sources.base import Page, PageRequest

SOURCE_ID = "id"
PAGES = (r"(?P<board>(?!www\b|api\b|docs\b|app\b)[\w-]+)\.recruitee\.com",)


def first_page(board: str) -> PageRequest:
    """Return the request that lists `board`."""
    return PageRequest(f"https://{board}.recruitee.com/api/offers")


def read_page(_: PageRequest, payload: dict[str, Any]) -> Page:
    """Return the postings of the answer, untouched."""
    return Page(payload["offers"])
