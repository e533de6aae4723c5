"""NEOGOV: a board is a public agency's word at governmentjobs.com; its feed is one answer, with the agency's name above it.

Source: recorded answers; the address is second-hand and not yet seen live.
"""

from scrapers.markup import xml_elements
from scrapers.sources.base import Page, PageRequest

SOURCE_ID = "jobId"
PAGES = (r"(?:www\.)?governmentjobs\.com/careers/(?P<board>[\w-]+)",)


def first_page(board: str) -> PageRequest:
    """Return the request for the feed of `board`."""
    return PageRequest("https://www.governmentjobs.com/SearchEngine/JobsFeed", query={"agency": board}, reads="text")


def read_page(_: PageRequest, text: str) -> Page:
    """Return the items of the feed; the agency's name is their context."""
    [channel] = xml_elements(text, "channel", within="rss")
    return Page(xml_elements(text, "item", within="rss"), context={"name": channel["title"]})
