"""Adzuna: an aggregator. A board is a country, as the API names it (`us`, `gb`); the employers are in the postings.

The API answers only to the query parameters `app_id` and `app_key` of one's own, from developer.adzuna.com. Descriptions are cut
by the source, and every answer gives a posting another tracking link.
Source: recorded answers of the search; its order is that of developer.adzuna.com.
"""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from scrapers.sources.base import Page, PageRequest

SOURCE_ID = "id"
PAGE_SIZE = 50
KEYS = ("adzuna_app_id", "adzuna_app_key")


def first_page(board: str) -> PageRequest:
    """Return the request that lists `board` from its start, newest first."""
    return _page(board, 1, 0)


def read_page(request: PageRequest, payload: dict[str, Any]) -> Page:
    """Return the postings of one answer, untouched, and what to ask next."""
    rows, total = payload["results"], payload["count"]
    seen = request.memo["seen"] + len(rows)
    following = _page(request.memo["board"], request.memo["page"] + 1, seen)
    return Page(rows, following=following if rows and seen < total else None, expected=total)


def sign(request: PageRequest, keys: Mapping[str, str]) -> PageRequest:
    """Return `request` with the parameters that say who asks."""
    own = {"app_id": keys["adzuna_app_id"], "app_key": keys["adzuna_app_key"]}
    return replace(request, query={**request.query, **own})


def _page(board: str, number: int, seen: int) -> PageRequest:
    url, memo = f"https://api.adzuna.com/v1/api/jobs/{board}/search/{number}", {"board": board, "page": number, "seen": seen}
    return PageRequest(url, query={"results_per_page": PAGE_SIZE, "sort_by": "date"}, memo=memo)
