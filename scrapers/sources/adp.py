"""ADP Workforce Now: a career center is paged by `$skip`; the text of a posting is in its detail answer.

A board is the client's id and the career center's, `cid/ccId` in the address of its page.
Source: ../shared description (ATS.md) and public code; not yet seen live.
"""

from typing import Any

from scrapers.sources.base import Page, PageRequest, beside_detail

SOURCE_ID = "itemID"
PAGE_SIZE = 100
_REQUISITIONS = "https://workforcenow.adp.com/mascsr/default/careercenter/public/events/staffing/v1/job-requisitions"


def first_page(board: str) -> PageRequest:
    """Return the request that lists `board` from its start."""
    return PageRequest(_REQUISITIONS, query={**_center(board), "$top": PAGE_SIZE, "$skip": 0})


def read_page(request: PageRequest, payload: dict[str, Any]) -> Page:
    """Return the rows of one answer, untouched, and what to ask next."""
    rows, total = payload["jobRequisitions"], payload["meta"]["totalNumber"]
    seen = int(request.query["$skip"]) + len(rows)
    return Page(rows, following=request.advance("$skip", len(rows)) if rows and seen < total else None, expected=total)


def detail_request(board: str, row: dict[str, Any]) -> PageRequest:
    """Return the request for the posting of `row`, by its number outside ADP where it has one."""
    fields = (row.get("customFieldGroup") or {}).get("stringFields") or ()
    numbers = (field.get("stringValue") for field in fields if (field.get("nameCode") or {}).get("codeValue") == "ExternalJobID")
    return PageRequest(f"{_REQUISITIONS}/{next(filter(None, numbers), row['itemID'])}", query=_center(board))


def merge(row: dict[str, Any], answer: Any) -> dict[str, Any]:
    """Return both answers beside each other."""
    return beside_detail(row, answer, "itemID")


def _center(board: str) -> dict[str, str]:
    cid, _, center = board.partition("/")
    return {"cid": cid, "ccId": center, "lang": "en_US", "locale": "en_US"}
