"""iCIMS: a board is HTML, paged by `pr`; the text of a posting is in the JSON-LD of its page.

A board is the first word of its host, whose prefix differs: `careers-acme` of careers-acme.icims.com, `uscareers-acme`. Pages
of some employers have no JSON-LD; their text is in sections, each under its heading.
Source: a recorded answer of the listing; ../shared description (ATS.md) and public readers of a page; not yet seen live.
"""

import re
from typing import Any
from urllib.parse import urljoin

from parsel import Selector

from scrapers.markup import beside_job_posting, html, words
from scrapers.sources.base import OWN_HOST, Page, PageRequest, Row

SOURCE_ID = "id"
PAGES = (OWN_HOST + r"\.icims\.com",)
_OLDER_CARDS = "//div[contains(@class, 'iCIMS_JobsTable')]//div[contains(@class, 'row')][.//a[contains(@class, 'iCIMS_Anchor')]]"
_PLACE = ".//span[contains(@class, 'field-label')][contains(., 'Location')]/following-sibling::span"
_BLOCK = "iCIMS_Expandable_Text"
_SECTIONS = (
    f"//*[self::h2 or self::h3][contains(@class, 'iCIMS_InfoMsg')][not(ancestor::*[contains(@class, '{_BLOCK}')])]"
    f" | //*[contains(@class, '{_BLOCK}')][not(ancestor::*[contains(@class, '{_BLOCK}')])]"
)


def first_page(board: str) -> PageRequest:
    """Return the request that lists `board` from its start; without the frame a page holds no postings."""
    return PageRequest(f"https://{board}.icims.com/jobs/search", query={"ss": 1, "in_iframe": 1, "pr": 0}, reads="text")


def read_page(request: PageRequest, text: str) -> Page:
    """Return the rows of one page and what to ask next. Raises ValueError when the page is no listing."""
    page = html(text)
    rows = [_row(card, request.url) for card in page.css("li.iCIMS_JobCardItem") or page.xpath(_OLDER_CARDS)]
    if not rows and not page.css(".iCIMS_ListingsPage"):
        raise ValueError("it is no page of postings")
    at = re.search(r"(?i)Page\s+(\d+)\s+of\s+(\d+)", words(page) or "")
    return Page(rows, following=request.advance("pr", 1) if rows and (at is None or int(at[1]) < int(at[2])) else None)


def detail_request(_: str, row: dict[str, Any]) -> PageRequest:
    """Return the request for the page of `row`."""
    return PageRequest(row["link"], query={"in_iframe": 1}, reads="text")


def merge(row: dict[str, Any], answer: Any) -> dict[str, Any]:
    """Return the row beside the JobPosting of its page, or the page's text (HTML)."""
    return beside_job_posting(row, answer, lambda page: {"description": _text(page)})


def _text(page: Selector) -> str | None:
    return "".join(page.xpath(_SECTIONS).getall()) if page.css(f".{_BLOCK}") else None


def _row(card: Selector, url: str) -> Row:
    link = urljoin(url, card.css("a.iCIMS_Anchor::attr(href)").get("")).partition("?")[0]
    named = ((words(tag.css("dt")), words(tag.css("dd"))) for tag in card.css(".iCIMS_JobHeaderTag"))
    return {
        "id": card.css("a.iCIMS_Anchor::attr(href)").re_first(r"/jobs/(\d+)/"),
        "link": link,
        "title": card.xpath("normalize-space(.//a/*[self::h2 or self::h3])").get(),
        "location": card.xpath(f"normalize-space({_PLACE})").get(),
        "posted": card.css(".header.right span[title]::attr(title)").get(),
        "summary": card.xpath("normalize-space(.//div[contains(@class, 'description')])").get(),
        "fields": {name: value for name, value in named if name},
    }
