"""JazzHR: a board is one HTML table; text, pay and dates of a posting are in the JSON-LD of its page.

A board is the first word of its host. Old themes have no JSON-LD. A table in sections names a department above its rows.
Source: ../shared description (ATS.md), public descriptions of the table and of old themes; not yet seen live.
"""

import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import urljoin

from parsel import Selector

from scrapers.markup import beside_job_posting, html, words
from scrapers.sources.base import OWN_HOST, Page, PageRequest, Row

SOURCE_ID = "id"
PAGES = (OWN_HOST + r"\.applytojob\.com",)
_ROWS = "//tr[.//a[contains(@class, 'job_title_link')]] | //tr[contains(@class, 'resumator_department_heading')]"


def first_page(board: str) -> PageRequest:
    """Return the request that lists `board`."""
    return PageRequest(f"https://{board}.applytojob.com/apply/jobs", reads="text")


def read_page(request: PageRequest, text: str) -> Page:
    """Return a row per posting. Raises ValueError when the page is no listing."""
    page = html(text)
    rows = list(_rows(page, request.url))
    if not rows and not page.css("#jobs_table"):
        raise ValueError("it has no table of jobs")
    return Page(rows)


def detail_request(_: str, row: dict[str, Any]) -> PageRequest:
    """Return the request for the page of `row`."""
    return PageRequest(row["link"], reads="text")


def merge(row: dict[str, Any], answer: Any) -> dict[str, Any]:
    """Return the row beside the JobPosting of its page, or what an old theme has: its text (HTML), employer, line of fields."""
    return beside_job_posting(row, answer, _old_theme)


def _old_theme(page: Selector) -> dict[str, Any]:
    text = page.css(".job_description").get()
    named = {"company": words(page.css(".job_company")[:1]), "meta": words(page.css(".job_meta")[:1])}
    return {"description": text, **named} if text else {}


def _rows(page: Selector, url: str) -> Iterator[Row]:
    section = None
    for row in page.xpath(_ROWS):
        if "resumator_department_heading" in row.attrib.get("class", ""):
            section = words(row)
        else:
            found = _row(row, url)
            yield {**found, "department": found["department"] or section}


def _row(row: Selector, url: str) -> Row:
    link = urljoin(url, row.css("a.job_title_link::attr(href)").get("")).partition("?")[0]
    return {
        "id": next(iter(re.findall(r"/details/([\w-]+)", link)), None),
        "link": link,
        "title": row.xpath("normalize-space(.//a)").get(),
        "department": row.xpath("normalize-space(.//*[@class='resumator_department'])").get(),
        "location": row.xpath("normalize-space(./td[position() > 1][last()])").get(),
    }
