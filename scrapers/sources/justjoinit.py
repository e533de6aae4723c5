"""Just Join IT: the Polish board for IT. A board is one of its categories, such as `python`; an offer has one.

The text of an offer is in its detail answer.
Source: recorded rows and details; the address, and what stands around the rows, are second-hand and not yet seen live.
"""

from dataclasses import replace
from typing import Any

from scrapers.sources.base import Page, PageRequest, beside_detail

SOURCE_ID = "guid"
PAGE_SIZE = 100
_OFFERS = "https://justjoin.it/api/candidate-api/offers"


def first_page(board: str) -> PageRequest:
    """Return the request that lists the category `board` from its start."""
    query: dict[str, str | int] = {
        "categories": board,
        "itemsCount": PAGE_SIZE,
        "from": 0,
        "sortBy": "publishedAt",
        "orderBy": "descending",
    }
    return PageRequest(_OFFERS, query=query)


def read_page(request: PageRequest, payload: dict[str, Any]) -> Page:
    """Return the rows of one answer, untouched, and what to ask next: `from` is the cursor of the answer before."""
    rows, meta = payload["data"], payload["meta"]
    cursor = (meta.get("next") or {}).get("cursor") or 0
    more = rows and cursor > int(request.query.get("from", 0))
    following = replace(request, query={**request.query, "from": cursor}) if more else None
    return Page(rows, following=following, expected=meta.get("totalItems"))


def detail_request(_: str, row: dict[str, Any]) -> PageRequest:
    """Return the request for the offer of `row`."""
    return PageRequest(f"{_OFFERS}/{row['slug']}")


def merge(row: dict[str, Any], answer: Any) -> dict[str, Any]:
    """Return both answers beside each other."""
    return beside_detail(row, answer, "body")
