"""Teamtailor: a career site is one JSON Feed, each item with its schema.org JobPosting. A board is the site's subdomain.

Source: recorded answers of jobs.json; JSON Feed 1.1.
"""

from typing import Any

from scrapers.sources.base import OWN_HOST, Page, PageRequest

SOURCE_ID = "id"
PAGES = (OWN_HOST + r"\.teamtailor\.com",)


def first_page(board: str) -> PageRequest:
    """Return the request for the feed of `board`."""
    return PageRequest(f"https://{board}.teamtailor.com/jobs.json")


def read_page(_: PageRequest, payload: dict[str, Any]) -> Page:
    """Return the items of the feed, untouched; its title, the employer's name, is their context."""
    if "jsonfeed" not in payload["version"]:
        raise ValueError("it is no JSON Feed")
    return Page(payload["items"], context={"name": payload.get("title")})
