"""Greenhouse: a board is one answer, without paging.

Source: Greenhouse Job Board API, "List jobs".
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
    """Return the request that lists `board`, descriptions included."""
    return PageRequest(f"https://boards-api.greenhouse.io/v1/boards/{board}/jobs", query={"content": "true"})


def read_page(_: PageRequest, payload: dict[str, Any]) -> Page:
    """Return the postings of the answer, untouched."""
    return Page(payload["jobs"], expected=payload.get("meta", {}).get("total"))
