"""Teamtailor: a career site is one JSON Feed, each item with its schema.org JobPosting. A board is the site's subdomain.

A feed that goes on elsewhere says so: `next_url`.
Source: recorded answers of jobs.json; JSON Feed 1.1.
"""

from typing import Any
from urllib.parse import urlsplit

from scrapers.sources.base import OWN_HOST, Page, PageRequest

SOURCE_ID = "id"
PAGES = (OWN_HOST + r"\.teamtailor\.com",)


def first_page(board: str) -> PageRequest:
    """Return the request for the feed of `board`."""
    return PageRequest(f"https://{board}.teamtailor.com/jobs.json")


def read_page(_: PageRequest, payload: dict[str, Any]) -> Page:
    """Return the items of the feed, untouched, and where it goes on; its title, the employer's name, is their context."""
    if "jsonfeed" not in payload["version"]:
        raise ValueError("it is no JSON Feed")
    return Page(payload["items"], following=_next(payload), context={"name": payload.get("title")})


def _next(payload: dict[str, Any]) -> PageRequest | None:
    url = payload.get("next_url")
    if not url:
        return None
    if urlsplit(url).scheme != "https":
        raise ValueError(f"its next_url is {str(url)[:80]!r}")
    return PageRequest(url)
