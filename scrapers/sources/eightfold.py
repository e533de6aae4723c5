"""Eightfold: a board is paged by `start`, as many rows a page as the server likes; texts are in detail answers.

A board is the tenant in its host, and after a "/" its domain where that is not `<tenant>.com`: `acme` is acme.eightfold.ai
with acme.com, `acme/acme.org` with acme.org.
Source: a recorded answer of the list; public descriptions of the detail; not yet seen live. Tenants that were moved to the
newer API answer 403, which is a failed crawl.
"""

from typing import Any

from scrapers.sources.base import OWN_HOST, Page, PageRequest

SOURCE_ID = "id"
PAGE_SIZE = 10
PAGES = (OWN_HOST + r"\.eightfold\.ai",)


def first_page(board: str) -> PageRequest:
    """Return the request that lists `board` from its start."""
    url, domain = _asked(board)
    return PageRequest(url, query={"domain": domain, "start": 0, "num": PAGE_SIZE, "sort_by": "timestamp"})


def read_page(request: PageRequest, payload: dict[str, Any]) -> Page:
    """Return the rows of one answer, untouched, and what to ask next."""
    rows, total = payload["positions"], payload.get("count")
    seen = int(request.query["start"]) + len(rows)
    # without a count, only a page without rows is the last
    more = total is None or seen < total
    return Page(rows, following=request.advance("start", len(rows)) if rows and more else None, expected=total)


def detail_request(board: str, row: dict[str, Any]) -> PageRequest:
    """Return the request for the position of `row`."""
    url, domain = _asked(board)
    return PageRequest(f"{url}/{row['id']}", query={"domain": domain})


def merge(row: dict[str, Any], answer: Any) -> dict[str, Any]:
    """Return both beside each other. Raises KeyError when the answer is no position."""
    if answer is not None and str(answer["id"]) != str(row["id"]):
        raise KeyError(row["id"])
    return {"listing": row, "detail": answer}


def _asked(board: str) -> tuple[str, str]:
    tenant, _, domain = board.partition("/")
    return f"https://{tenant}.eightfold.ai/api/apply/v2/jobs", domain or f"{tenant}.com"
