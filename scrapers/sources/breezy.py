"""Breezy HR: every account has a host of its own and is one JSON list; the text of a posting is on its page.

A board is the account's name in its host: `acme` of acme.breezy.hr. A host without an account leads to the vendor's own
site, which is no JSON.
Source: ../shared description (ATS.md) and public descriptions of a row; not yet seen live.
"""

from typing import Any

from scrapers.markup import html
from scrapers.sources.base import OWN_HOST, Page, PageRequest

SOURCE_ID = "id"
PAGES = (OWN_HOST + r"\.breezy\.hr",)


def first_page(board: str) -> PageRequest:
    """Return the request that lists `board`."""
    return PageRequest(f"https://{board}.breezy.hr/json")


def read_page(_: PageRequest, rows: list[dict[str, Any]]) -> Page:
    """Return the postings of the answer, untouched."""
    return Page(rows)


def detail_request(_: str, row: dict[str, Any]) -> PageRequest:
    """Return the request for the page of `row`."""
    return PageRequest(row["url"], reads="text")


def merge(row: dict[str, Any], answer: Any) -> dict[str, Any]:
    """Return the row beside the text (HTML) of its page."""
    return {"listing": row, "description": None if answer is None else html(answer).css(".description").get()}
