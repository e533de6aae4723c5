"""BambooHR: every account has a host of its own and is one answer; the text of a posting is in its detail answer.

A board is the account's name in its host: `acme` of acme.bamboohr.com.
Source: a recorded answer of the list; ../shared description (ATS.md) of the detail; not yet seen live.
"""

from typing import Any

from scrapers.sources.base import Page, PageRequest

PAGES = (r"(?P<board>(?!www\b|app\b|api\b|login\b|help\b)[\w-]+)\.bamboohr\.com",)


def SOURCE_ID(row: dict[str, Any]) -> object:  # noqa: N802 - the name that every source declares
    """Return the id of a row of a listing, or of a raw row."""
    return row.get("listing", row).get("id")


def first_page(board: str) -> PageRequest:
    """Return the request that lists `board`."""
    return PageRequest(f"https://{board}.bamboohr.com/careers/list")


def read_page(_: PageRequest, payload: dict[str, Any]) -> Page:
    """Return the rows of the answer, untouched."""
    return Page(payload["result"], expected=payload["meta"]["totalCount"])


def detail_request(board: str, row: dict[str, Any]) -> PageRequest:
    """Return the request for the posting of `row`."""
    return PageRequest(f"https://{board}.bamboohr.com/careers/{row['id']}/detail")


def merge(row: dict[str, Any], answer: Any) -> dict[str, Any]:
    """Return both beside each other; a row that holds both already stays."""
    if "listing" in row:
        return row
    return {"listing": row, "detail": None if answer is None else answer["result"]["jobOpening"]}
