"""Greenhouse: a board is one answer, without paging.

Source: Greenhouse Job Board API, "List jobs"; that it takes `pay_transparency` is from public clients.
"""

from typing import Any

from scrapers.sources.base import Page, PageRequest

SOURCE_ID = "id"
PAGES = (
    r"(?:job-)?boards(?:\.eu)?\.greenhouse\.io/(?!embed/)(?P<board>[\w-]+)",
    r"boards(?:\.eu)?\.greenhouse\.io/embed/job_(?:board|app)(?:/js)?\?(?:[^\"'\s]*&)?for=(?P<board>[\w-]+)",
    r"boards-api\.greenhouse\.io/v1/boards/(?P<board>[\w-]+)",
)


def first_page(board: str) -> PageRequest:
    """Return the request that lists `board`, descriptions and pay included."""
    query: dict[str, str | int] = {"content": "true", "pay_transparency": "true"}
    return PageRequest(f"https://boards-api.greenhouse.io/v1/boards/{board}/jobs", query=query)


def read_page(_: PageRequest, payload: dict[str, Any]) -> Page:
    """Return the postings of the answer, untouched."""
    return Page(payload["jobs"], expected=payload.get("meta", {}).get("total"))
