"""Personio: a board is one XML feed, texts included; a position that it repeats word for word is one posting.

A feed holds the texts of one language, and none of a position that is not written in it: that one waits for its text in the
feed of another language.
A board is an account: the first word of `{account}.jobs.personio.de`.
Source: recorded answers; Personio "Retrieving open positions"; public readers of the feed for what a language leaves out.
"""

from collections.abc import Mapping
from typing import Any

from scrapers.joining import each_once
from scrapers.markup import xml_elements
from scrapers.sources.base import Page, PageRequest

SOURCE_ID = "id"
# in this order; "" is the account's own
LANGUAGES = ("en", "", "de", "fr", "es", "it", "nl", "pt")
PAGES = (r"(?P<board>[\w-]+)\.jobs\.personio\.(?:de|com)",)


def first_page(board: str) -> PageRequest:
    """Return the request for the feed of `board`, in English where a position has it."""
    return _feed(board, 0, {})


def read_page(request: PageRequest, feed: str) -> Page:
    """Return the positions of the feed that have their text, untouched, each once; what no language has a text of comes last."""
    positions = each_once(xml_elements(feed, "position", within="workzag-jobs"))
    waiting, tried = request.memo["waiting"], request.memo["tried"]
    if waiting:
        found = {position.get("id"): position for position in positions if _is_told(position)}
        positions = [found.get(number, position) for number, position in waiting.items()]
    told = {position.get("id") for position in positions if _is_told(position)}
    silent = {number: position for position in positions if (number := position.get("id")) and number not in told}
    if not silent or tried == len(LANGUAGES):
        return Page(positions)
    rows = [position for position in positions if position.get("id") not in silent]
    return Page(rows, following=_feed(request.memo["board"], tried, silent))


def _feed(board: str, tried: int, waiting: Mapping[str, Any]) -> PageRequest:
    query = {"language": LANGUAGES[tried]} if LANGUAGES[tried] else {}
    memo = {"board": board, "tried": tried + 1, "waiting": waiting}
    return PageRequest(f"https://{board}.jobs.personio.de/xml", query=query, memo=memo, reads="text")


def _is_told(position: Mapping[str, Any]) -> bool:
    """Whether any section of a position has a text; a feed's only section is no list."""
    found = position.get("jobDescriptions")
    sections = found.get("jobDescription") if isinstance(found, Mapping) else None
    listed = sections if isinstance(sections, list) else [sections]
    return any(isinstance(section, Mapping) and str(section.get("value") or "").strip() for section in listed)
