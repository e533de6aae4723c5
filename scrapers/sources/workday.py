"""Workday: a career site's search is paged by 20; the text and the places of a posting are in its detail answer.

A board is the tenant with its instance, and the site: `gdit.wd5/External_Career_Site`.
A search shows 2,000 postings at most: from there on it begins anew, and most tenants say no more than 2,000. Nothing is asked
beyond, and a site at that limit is given as one that has more, so that its crawl is partial.
Source: recorded answers of the search and of a posting; ../shared description (ATS.md) for the limits.
"""

from dataclasses import replace
from typing import Any

from scrapers.sources.base import Page, PageRequest, beside_detail

PAGE_SIZE = 20
LIMIT = 2_000
PAGES = (r"(?P<board>[\w-]+\.wd\d+)\.myworkdayjobs\.com/(?:wday/cxs/[\w-]+/)?(?:[a-z]{2}-[A-Z]{2}/)?(?P<site>[\w-]+)",)


def SOURCE_ID(row: dict[str, Any]) -> object:  # noqa: N802 - the name that every source declares
    """Return what stands behind the title in a posting's path: its requisition, numbered where that is posted twice.

    A path writes "-" for a "_" of the title, so the first one ends it: requisitions have some (`R2026Campus_98`).
    """
    page = row["externalPath"].rpartition("/")[2]
    return page.partition("_")[2] or page


def first_page(board: str) -> PageRequest:
    """Return the request that searches `board` for everything."""
    body = {"appliedFacets": {}, "limit": PAGE_SIZE, "offset": 0, "searchText": ""}
    return PageRequest(f"{_site(board)}/jobs", method="POST", body=body)


def read_page(request: PageRequest, payload: dict[str, Any]) -> Page:
    """Return the rows of one answer, untouched, and what to ask next."""
    # later pages may say that there are 0
    rows, said = payload["jobPostings"], payload["total"]
    total = request.memo.get("total") or (_beyond(said, payload) if said >= LIMIT else said)
    offset = request.body["offset"] + len(rows)
    following = replace(request, body={**request.body, "offset": offset}, memo={"total": total})
    return Page(rows, following=following if rows and offset < min(total, LIMIT) else None, expected=total)


def detail_request(board: str, row: dict[str, Any]) -> PageRequest:
    """Return the request for the posting of `row`."""
    return PageRequest(_site(board) + row["externalPath"])


def merge(row: dict[str, Any], answer: Any) -> dict[str, Any]:
    """Return both answers beside each other."""
    return beside_detail(row, answer, "jobPostingInfo")


def _site(board: str) -> str:
    tenant, _, site = board.partition("/")
    return f"https://{tenant}.myworkdayjobs.com/wday/cxs/{tenant.partition('.')[0]}/{site}"


def _beyond(said: int, payload: dict[str, Any]) -> int:
    """Return how many there are at least: the counts of the job families are not cut."""
    families = next((f["values"] for f in payload.get("facets") or () if f.get("facetParameter") == "jobFamilyGroup"), ())
    return max(said, LIMIT + 1, sum(int(family["count"]) for family in families))
