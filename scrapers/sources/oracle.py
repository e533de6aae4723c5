"""Oracle Recruiting Cloud: a board is the host before `.oraclecloud.com` and the site's number, `jpmc.fa/CX_1001`.

Without a number it is CX_1, the first site of a host. The text of a posting is in its detail answer.
Source: recorded answers; the total above a listing is second-hand and not yet seen live.
"""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from scrapers.sources.base import Page, PageRequest, beside_detail

SOURCE_ID = "Id"
PAGE_SIZE = 200
FIRST_SITE = "CX_1"
PAGES = (r"(?P<board>[\w-]+\.fa(?:\.[\w-]+)?)\.oraclecloud\.com/hcmUI/CandidateExperience/[\w-]+/sites/(?P<site>CX\w*)",)


def first_page(board: str) -> PageRequest:
    """Return the request that lists `board` from its start."""
    return _listed(board, 0)


def read_page(request: PageRequest, payload: dict[str, Any]) -> Page:
    """Return the rows of one answer, untouched, and what to ask next: after the rows seen, since a page may hold fewer."""
    [found] = payload["items"]
    rows, total = found["requisitionList"], found.get("TotalJobsCount")
    seen = request.memo["offset"] + len(rows)
    # without a total, only a page without rows is the last: a shorter one may be all that the server gives at once
    more = total is None or seen < total
    return Page(rows, following=_listed(request.memo["board"], seen) if rows and more else None, expected=total)


def detail_request(board: str, row: dict[str, Any]) -> PageRequest:
    """Return the request for the posting of `row`."""
    return _asked(board, "recruitingCEJobRequisitionDetails", "all", f'ById;Id="{row["Id"]}"')


def merge(row: dict[str, Any], answer: Any) -> dict[str, Any] | None:
    """Return both answers beside each other; None = the source has no such posting any more."""
    if isinstance(answer, Mapping) and answer.get("items") == []:
        return None
    # an export may hold the posting as it is, without what stands around it
    return beside_detail(row, answer, "Id" if isinstance(answer, Mapping) and "Id" in answer else "items")


def _listed(board: str, offset: int) -> PageRequest:
    finder = f"findReqs;limit={PAGE_SIZE},offset={offset},sortBy=POSTING_DATES_DESC"
    asked = _asked(board, "recruitingCEJobRequisitions", "requisitionList.secondaryLocations", finder)
    return replace(asked, memo={"board": board, "offset": offset})


def _asked(board: str, resource: str, expand: str, finder: str) -> PageRequest:
    host, _, site = board.partition("/")
    query = {"onlyData": "true", "expand": expand, "finder": f"{finder},siteNumber={site or FIRST_SITE}"}
    return PageRequest(f"https://{host}.oraclecloud.com/hcmRestApi/resources/latest/{resource}", query=query)
