"""Paylocity: a board's page holds all its postings; the text of one is in the JobPosting of its own page, or in the page itself.

A board is named by the GUID of its address, `recruiting.paylocity.com/Recruiting/Jobs/All/{GUID}`.
Source: recorded answers for the listing; ../shared description (data/ATS.md) and public readers for a posting's page; not yet
seen live.
"""

from typing import Any

from scrapers.markup import beside_job_posting, embedded_json
from scrapers.sources.base import Page, PageRequest

SOURCE_ID = "JobId"
_JOBS = "https://recruiting.paylocity.com/Recruiting/Jobs"
PAGES = (r"recruiting\.paylocity\.com/[Rr]ecruiting/[Jj]obs/All/(?P<board>[0-9a-f-]{36})",)


def first_page(board: str) -> PageRequest:
    """Return the request that lists `board`."""
    return PageRequest(f"{_JOBS}/All/{board}", reads="text")


def read_page(_: PageRequest, page: str) -> Page:
    """Return the rows in the page's script, untouched, but those for employees only; the board's title is their context."""
    data = embedded_json(page, "window.pageData =")
    rows = [row for row in data["Jobs"] if row.get("IsInternal") is not True]
    return Page(rows, context={"name": data.get("ModuleTitle")})


def detail_request(_: str, row: dict[str, Any]) -> PageRequest:
    """Return the request for the page of `row`."""
    return PageRequest(f"{_JOBS}/Details/{row['JobId']}", reads="text")


def merge(row: dict[str, Any], answer: str | None) -> dict[str, Any]:
    """Return the row beside the JobPosting of its page, or the page's text (HTML)."""
    return beside_job_posting(row, answer, lambda page: {"description": page.css(".job-preview-details").get()})
