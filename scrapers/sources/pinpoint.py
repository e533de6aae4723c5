"""Pinpoint: every board has a host of its own and is one answer, texts included.

A board is the first word of `{board}.pinpointhq.com`.
Source: recorded answers.
"""

from typing import Any

from scrapers.sources.base import OWN_HOST, Page, PageRequest

SOURCE_ID = "id"
PAGES = (OWN_HOST + r"\.pinpointhq\.com",)


def first_page(board: str) -> PageRequest:
    """Return the request that lists `board`."""
    return PageRequest(f"https://{board}.pinpointhq.com/postings.json")


def read_page(_: PageRequest, payload: dict[str, Any]) -> Page:
    """Return the postings of the answer, untouched."""
    return Page(payload["data"])
