"""Comeet (Spark Hire Recruit): an employer's hosted page holds all its positions, texts included, in a script.

A board is the employer's name and number in the page's address, joined by "/": `acme/12.345`. The API that lists the same
positions asks for a token; here none is sent, and the one in the addresses of an answer is taken out of its rows.
A position that is open in several offices comes once per office (`73.276`, `73.276-9D.50A`): it is one posting, whichever of
them are left. One for the employer's own people only is no part of the board.
Source: a recorded answer of a site's proxy, {"data": [positions]}; public descriptions of the page; not yet seen live.
"""

import re
from collections.abc import Mapping
from typing import Any

from scrapers.answers import first_json
from scrapers.joining import joined
from scrapers.sources.base import Page, PageRequest, Row
from scrapers.urls import without_secrets

_UID = "uid"
_IN_PAGE = re.compile(r"\bCOMPANY_POSITIONS_DATA\s*=\s*(?=\[)")
_FROM_PROXY = re.compile(r'\s*\{\s*"data"\s*:\s*(?=\[)')
PAGES = (r"www\.comeet\.com?/jobs/(?P<board>[\w-]+)/(?P<number>[\w.]+)",)


def source_id(row: Mapping[str, Any]) -> str:
    """Return the number of the position, without that of the office."""
    return str(row.get(_UID) or "").partition("-")[0]


SOURCE_ID = source_id


def first_page(board: str) -> PageRequest:
    """Return the request for the page of `board`."""
    return PageRequest(f"https://www.comeet.com/jobs/{board}", reads="text")


def read_page(_: PageRequest, text: str) -> Page:
    """Return the positions of the answer; rows are untouched but for their tokens, and for those that are one posting.

    Raises ValueError when the answer holds no list of positions.
    """
    found = _IN_PAGE.search(text) or _FROM_PROXY.match(text)
    if found is None:
        raise ValueError("it holds no list of positions")
    rows = [_without_token(row) for row in first_json(text, found.end()) if row.get("is_internal") is not True]
    return Page(joined(rows, source_id, _one))


def _without_token(row: Row) -> Row:
    return {name: without_secrets(value) if _has_token(value) else value for name, value in row.items()}


def _has_token(value: object) -> bool:
    return isinstance(value, str) and value.startswith("http") and "token=" in value


def _one(rows: list[Row]) -> Row:
    first, *others = sorted(rows, key=lambda row: str(row[_UID]))
    return {**first, "locations": [row.get("location") for row in (first, *others)]}
