"""Hacker News: the monthly "Who is hiring?" thread is a board, and each of its comments is a posting.

A board's own name is its month, `2026-11`. It is also found as `whoishiring` (the newest thread) or by the thread's id.
Source: HackerNews/API README.
"""

import re
from datetime import UTC, datetime
from typing import Any

from scrapers.sources.base import Page, PageRequest

SOURCE_ID = "id"
NEWEST = "whoishiring"
_API = "https://hacker-news.firebaseio.com/v0"
_TITLE = re.compile(r"who is hiring\?\s*\((\w+ \d{4})\)", re.IGNORECASE)


def first_page(board: str) -> PageRequest:
    """Return the request for the thread `board`, or for the list of threads in which to look for it."""
    if re.fullmatch(r"\d{5,}", board):
        return _item(board)
    return PageRequest(f"{_API}/user/{NEWEST}.json", memo={"month": None if board == NEWEST else board})


def read_page(request: PageRequest, payload: dict[str, Any]) -> Page:
    """Return a row per comment of the thread, or the request for the thread to look at next."""
    if "submitted" in payload:
        return _look(payload["submitted"], request.memo["month"])
    month, wanted = _month(payload.get("title") or ""), request.memo.get("month")
    if "threads" in request.memo and month != (wanted or month or NEWEST):
        # the list is in the order of time, newest first
        return _look([] if month and wanted and month < wanted else request.memo["threads"], wanted)
    # `descendants` counts replies too, so the answer does not say how many postings there are
    return Page([{"id": kid} for kid in payload.get("kids", [])], context={"thread": payload["title"]}, board=month)


def detail_request(_: str, row: dict[str, Any]) -> PageRequest:
    """Return the request for the comment of `row`."""
    return _item(row["id"])


def merge(_: dict[str, Any], answer: Any) -> Any:
    """Return the comment; None when it was deleted or killed. Raises ValueError when the answer is none."""
    if answer is None or answer.get("deleted") or answer.get("dead"):
        return None
    if not answer.get("id"):
        raise ValueError("it is no comment")
    return answer


def _look(threads: list[int], month: str | None) -> Page:
    if not threads:
        raise ValueError(f"there is no thread of {month or 'any month'}")
    newest, *older = threads
    return Page([], following=_item(newest, threads=older, month=month))


def _item(number: int | str, **memo: Any) -> PageRequest:
    return PageRequest(f"{_API}/item/{number}.json", memo=memo)


def _month(title: str) -> str | None:
    found = _TITLE.search(title)
    # the month is all that is read, in whatever zone
    return datetime.strptime(found[1], "%B %Y").replace(tzinfo=UTC).strftime("%Y-%m") if found else None
