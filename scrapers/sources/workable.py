"""Workable: an account's widget lists all its postings, with the employer's name above them.

Source: the public widget at apply.workable.com.
"""

from typing import Any

from scrapers.sources.base import Page, PageRequest

SOURCE_ID = "shortcode"


def first_page(board: str) -> PageRequest:
    """Return the request that lists `board`, descriptions included."""
    return PageRequest(f"https://apply.workable.com/api/v1/widget/accounts/{board}", query={"details": "true"})


def read_page(_: PageRequest, payload: dict[str, Any]) -> Page:
    """Return the postings of the answer, untouched; the employer's name is their context."""
    return Page(payload["jobs"], context={"name": payload.get("name")})
