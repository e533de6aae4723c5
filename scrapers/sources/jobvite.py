"""Jobvite: a board is an employer's word in the address. The text of a posting is in its page's JSON-LD, or in the page itself.

Source: recorded answers; the links to further pages, the words of an empty board, and pages without JSON-LD are second-hand and
not yet seen live.
"""

import re
from operator import itemgetter
from typing import Any
from urllib.parse import urljoin

from parsel import Selector

from scrapers.joining import joined
from scrapers.markup import beside_job_posting, html, words
from scrapers.sources.base import Page, PageRequest

SOURCE_ID = "id"
_HOST = "https://jobs.jobvite.com"
_LINK = "a[contains(@href, '/job/')]"
# a row of a table or of a list; in newer pages a link that has the cells in it
_ROWS = f"//tr[td//{_LINK}] | //li[{_LINK}] | //{_LINK}[.//*[contains(@class, 'jv-job-list-')]]"
_CELL = "normalize-space(.//*[contains(@class, 'jv-job-list-{}')])"
_TITLE = ".//text()[not(ancestor::*[contains(@class, 'jv-job-list-location') or contains(@class, 'jv-job-list-type')])]"
_ID = re.compile(r"/job/(\w+)")
_TOTAL = re.compile(r"\bof ([\d,]+)")
PAGES = (r"jobs\.jobvite\.com/(?:careers/)?(?P<board>[\w-]+)",)


def first_page(board: str) -> PageRequest:
    """Return the request that lists `board` from its start."""
    return PageRequest(f"{_HOST}/{board}/search", query={"p": 0}, reads="text")


def read_page(request: PageRequest, text: str) -> Page:
    """Return a row per posting: its id, title, location, kind and link."""
    page = html(text)
    # a row of a table may hold such a link
    rows = joined(map(_row, page.xpath(_ROWS)), itemgetter("id"), itemgetter(0))
    if not rows and "no results found" not in (words(page) or "").lower():
        raise ValueError("it has no postings, and does not say that there are none")
    total = _TOTAL.search(page.xpath("string(//*[contains(@class, 'jv-pagination-text')])").get(""))
    href = page.css("a.jv-pagination-next::attr(href)").get()
    following = PageRequest(urljoin(request.url, href), reads="text") if rows and href else None
    return Page(rows, following=following, expected=int(total[1].replace(",", "")) if total else None)


def detail_request(_: str, row: dict[str, Any]) -> PageRequest:
    """Return the request for the page of `row`."""
    return PageRequest(row["url"], reads="text")


def merge(row: dict[str, Any], answer: str | None) -> dict[str, Any]:
    """Return the row beside the JobPosting of its page; where the page has none, beside its text (HTML) and the line above it."""
    return beside_job_posting(row, answer, lambda page: {"page": _page(page)})


def _page(page: Selector) -> dict[str, Any] | None:
    text = page.css(".jv-job-detail-description").get()
    above = (part.strip() for part in page.xpath("//*[contains(@class, 'jv-job-detail-meta')][1]//text()").getall())
    return {"description": text, "meta": [part for part in above if part]} if text else None


def _row(row: Selector) -> dict[str, Any]:
    link = row.xpath(f"descendant-or-self::{_LINK}")[0]
    url = urljoin(_HOST, link.attrib["href"])
    cells = {name: row.xpath(_CELL.format(name)).get() for name in ("location", "type")}
    title = " ".join(" ".join(link.xpath(_TITLE).getall()).split()) or None
    return {"id": (_ID.findall(url) or [None])[0], "title": title, **cells, "url": url}
