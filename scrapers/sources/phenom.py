"""Phenom: the search page of a careers site holds ten postings; the text of one is in the JobPosting of its own page.

A board is the site's host, country and language: `careers.phenom.com/global/en`.
Source: recorded answers for the listing; ../shared description (data/ATS.md) for paging and a posting's page; not yet seen live.
"""

from typing import Any

from scrapers.markup import beside_job_posting, embedded_json
from scrapers.sources.base import Page, PageRequest

SOURCE_ID = "jobId"
merge = beside_job_posting


def first_page(board: str) -> PageRequest:
    """Return the request that lists `board` from its start."""
    return PageRequest(f"https://{board}/search-results", query={"from": 0, "s": 1}, reads="text")


def read_page(request: PageRequest, page: str) -> Page:
    """Return the rows in the page's script, untouched, and what to ask next."""
    found = embedded_json(page, "phApp.ddo =")["eagerLoadRefineSearch"]
    rows, total = found["data"]["jobs"], found["totalHits"]
    seen = int(request.query["from"]) + len(rows)
    return Page(rows, following=request.advance("from", len(rows)) if rows and seen < total else None, expected=total)


def detail_request(board: str, row: dict[str, Any]) -> PageRequest:
    """Return the request for the page of `row`."""
    return PageRequest(f"https://{board}/job/{row.get('jobSeqNo') or row['jobId']}", reads="text")
