"""BambooHR: every account has a host of its own and is one answer; the text of a posting is in its detail answer.

A board is the account's name in its host: `acme` of acme.bamboohr.com.
Source: a recorded answer of the list; ../shared description (ATS.md) of the detail; not yet seen live.
"""

from typing import Any

from scrapers.sources.base import OWN_HOST, Page, PageRequest

SOURCE_ID = "id"
PAGES = (OWN_HOST + r"\.bamboohr\.com",)


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
    """Return both beside each other."""
    return {"listing": row, "detail": None if answer is None else answer["result"]["jobOpening"]}
