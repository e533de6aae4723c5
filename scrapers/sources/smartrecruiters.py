"""SmartRecruiters: a board is paged by `offset`; the text of a posting is in its detail answer.

Source: SmartRecruiters Posting API, "List postings" and "Get posting".
"""

from typing import Any

from scrapers.sources.base import Page, PageRequest, beside_detail

SOURCE_ID = "id"
PAGE_SIZE = 100
_COMPANIES = "https://api.smartrecruiters.com/v1/companies"
PAGES = (
    r"(?:jobs|careers)\.smartrecruiters\.com/(?P<board>[\w-]+)",
    r"api\.smartrecruiters\.com/v1/companies/(?P<board>[\w-]+)",
)


def first_page(board: str) -> PageRequest:
    """Return the request that lists `board` from its start."""
    return PageRequest(f"{_COMPANIES}/{board}/postings", query={"limit": PAGE_SIZE, "offset": 0})


def read_page(request: PageRequest, payload: dict[str, Any]) -> Page:
    """Return the rows of one answer, untouched, and what to ask next."""
    rows, total = payload["content"], payload["totalFound"]
    seen = payload["offset"] + len(rows)
    return Page(rows, following=request.advance("offset", len(rows)) if rows and seen < total else None, expected=total)


def detail_request(board: str, row: dict[str, Any]) -> PageRequest:
    """Return the request for the posting of `row`."""
    return PageRequest(f"{_COMPANIES}/{board}/postings/{row['id']}")


def merge(row: dict[str, Any], answer: Any) -> dict[str, Any] | None:
    """Return both answers beside each other; None when the posting says that it is not active."""
    raw = beside_detail(row, answer, "jobAd")
    return None if answer is not None and answer.get("active") is False else raw
