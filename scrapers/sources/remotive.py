"""Remotive: one site of remote jobs, and one answer. The board `all` is all of it, any other name one of its categories.

Source: recorded answers; Remotive "Remote Jobs API", which asks for few requests a day and a link back to the posting.
"""

from typing import Any

from scrapers.sources.base import Page, PageRequest

SOURCE_ID = "id"
EVERYTHING = "all"


def first_page(board: str) -> PageRequest:
    """Return the request that lists `board`."""
    query = {} if board == EVERYTHING else {"category": board}
    return PageRequest("https://remotive.com/api/remote-jobs", query=query)


def read_page(_: PageRequest, payload: dict[str, Any]) -> Page:
    """Return the postings of the answer, untouched."""
    return Page(payload["jobs"], expected=payload.get("job-count"))
