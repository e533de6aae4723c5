"""USAJobs: the US government's own site. A board is an occupational series, such as `2210` (information technology).

The API answers only to the headers `Authorization-Key` (a key of one's own, from developer.usajobs.gov) and `User-Agent` (the
email it was given to); else it answers HTTP 401. It shows no more than 10,000 postings of a search.
Source: recorded answers, which hold no total; developer.usajobs.gov, "Job APIs", for paging and `SearchResultCountAll`.
"""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from scrapers.sources.base import Page, PageRequest

SOURCE_ID = "MatchedObjectId"
PAGE_SIZE = 500
KEYS = ("usajobs_email", "usajobs_key")


def first_page(board: str) -> PageRequest:
    """Return the request that lists `board` from its start."""
    query: dict[str, str | int] = {"JobCategoryCode": board, "Fields": "Full", "ResultsPerPage": PAGE_SIZE, "Page": 1}
    return PageRequest("https://data.usajobs.gov/api/search", query=query)


def read_page(request: PageRequest, payload: dict[str, Any]) -> Page:
    """Return the postings of one answer, untouched, and what to ask next."""
    result = payload["SearchResult"]
    rows, total = result["SearchResultItems"], result.get("SearchResultCountAll")
    seen = request.memo.get("seen", 0) + len(rows)
    # without a total, only a page without rows is the last
    more = total is None or seen < total
    following = replace(request.advance("Page", 1), memo={"seen": seen})
    return Page(rows, following=following if rows and more else None, expected=total)


def sign(request: PageRequest, keys: Mapping[str, str]) -> PageRequest:
    """Return `request` with the headers that say who asks."""
    own = {"User-Agent": keys["usajobs_email"], "Authorization-Key": keys["usajobs_key"]}
    return replace(request, headers={**request.headers, **own})
