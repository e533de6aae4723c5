"""SAP SuccessFactors: the feed of a careers site (Recruiting Marketing) is one XML answer, texts included.

A board is the site's host: `careers.teva`. `sitemal.xml` is how SAP spells it.
Source: ../shared description (data/ATS.md); not yet seen live.
"""

import re
from typing import Any

from scrapers.markup import xml_elements
from scrapers.sources.base import Page, PageRequest

_NUMBER = re.compile(r"/(\d+)/?(?:\?|$)")


def SOURCE_ID(row: dict[str, Any]) -> object:  # noqa: N802 - the name that every source declares
    """Return the posting's number: the feed's own, else the one at the end of its address."""
    if row.get("id"):
        return row["id"]
    found = _NUMBER.search(row["link"])
    return found[1] if found else None


def first_page(board: str) -> PageRequest:
    """Return the request for the feed of `board`."""
    return PageRequest(f"https://{board}/sitemal.xml", reads="text")


def read_page(_: PageRequest, feed: str) -> Page:
    """Return the items of the feed, untouched; one without a channel is none."""
    channel = xml_elements(feed, "channel", within="rss")[0]
    items = channel.get("item", [])
    return Page(items if isinstance(items, list) else [items])
