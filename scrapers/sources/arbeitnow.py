"""Arbeitnow: one site, listed page by page; its address takes no board, so the board's name goes with it for nobody to read.

Source: ../shared description (data/ATS.md), fields as public clients read them; not yet seen live.
"""

from typing import Any

from scrapers.sources.base import Page, PageRequest

SOURCE_ID = "slug"


def first_page(board: str) -> PageRequest:
    """Return the request for the first page."""
    return PageRequest("https://www.arbeitnow.com/api/job-board-api", query={"board": board, "page": 1})


def read_page(request: PageRequest, payload: dict[str, Any]) -> Page:
    """Return the postings of one answer, untouched, and what to ask next."""
    rows, links = payload["data"], payload["links"]
    return Page(rows, following=request.advance("page", 1) if rows and links["next"] else None)
