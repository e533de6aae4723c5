"""Greenhouse: a board is one answer, without paging.

Source: Greenhouse Job Board API, "List jobs".
"""

from typing import Any

from scrapers.sources.base import Page, PageRequest

SOURCE_ID = "id"


def first_page(board: str) -> PageRequest:
    """Return the request that lists `board`, descriptions included."""
    return PageRequest(f"https://boards-api.greenhouse.io/v1/boards/{board}/jobs", query={"content": "true"})


def read_page(_: PageRequest, payload: dict[str, Any]) -> Page:
    """Return the postings of the answer, untouched."""
    return Page(payload["jobs"], expected=payload.get("meta", {}).get("total"))
