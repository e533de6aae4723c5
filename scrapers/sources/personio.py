"""Personio: a board is one XML feed, texts included; a position that it repeats word for word is one posting.

A board is an account: the first word of `{account}.jobs.personio.de`.
Source: recorded answers; Personio "Retrieving open positions".
"""

from scrapers.joining import each_once
from scrapers.markup import xml_elements
from scrapers.sources.base import Page, PageRequest

SOURCE_ID = "id"
PAGES = (r"(?P<board>[\w-]+)\.jobs\.personio\.(?:de|com)",)


def first_page(board: str) -> PageRequest:
    """Return the request for the feed of `board`, in English where a position has it."""
    return PageRequest(f"https://{board}.jobs.personio.de/xml", query={"language": "en"}, reads="text")


def read_page(_: PageRequest, feed: str) -> Page:
    """Return the positions of the feed, untouched, each once."""
    return Page(each_once(xml_elements(feed, "position", within="workzag-jobs")))
