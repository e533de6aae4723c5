"""UKG Pro, formerly UltiPro: a board's search is paged by `Skip`; a posting's page holds it whole, as JSON in a script.

A board is its host, the tenant and the board's own id, as in its address: `recruiting2.ultipro.com/ACM1000ACME/<uuid>`.
Source: ../shared description (ATS.md) and public code, some of which opens a session first; not yet seen live.
"""

from dataclasses import replace
from typing import Any

from scrapers.markup import embedded_json
from scrapers.sources.base import Page, PageRequest, beside_detail

SOURCE_ID = "Id"
PAGE_SIZE = 50
_OPPORTUNITY = "new US.Opportunity.CandidateOpportunityDetail"
_NEWEST_FIRST = {"Value": "postedDateDesc", "PropertyName": "PostedDate", "Ascending": False}
PAGES = (
    r"(?P<board>recruiting\d*\.ultipro\.(?:com|ca)|[\w-]+\.rec\.pro\.ukg\.net)/(?P<tenant>\w+)/JobBoard/(?P<number>[0-9a-f-]{36})",
)


def first_page(board: str) -> PageRequest:
    """Return the request that lists `board` from its start."""
    return PageRequest(f"{_board(board)}/JobBoardView/LoadSearchResults", method="POST", body=_search(0))


def read_page(request: PageRequest, payload: dict[str, Any]) -> Page:
    """Return the rows of one answer, untouched, and what to ask next."""
    rows, total = payload["opportunities"], payload["totalCount"]
    seen = request.body["opportunitySearch"]["Skip"] + len(rows)
    return Page(rows, following=replace(request, body=_search(seen)) if rows and seen < total else None, expected=total)


def detail_request(board: str, row: dict[str, Any]) -> PageRequest:
    """Return the request for the page of `row`."""
    return PageRequest(f"{_board(board)}/OpportunityDetail", query={"opportunityId": row["Id"]}, reads="text")


def merge(row: dict[str, Any], answer: Any) -> dict[str, Any] | None:
    """Return the row and what its page holds beside each other; None when the page says that the posting is closed."""
    if answer is not None and _OPPORTUNITY not in answer:
        raise KeyError(_OPPORTUNITY)
    raw = beside_detail(row, None if answer is None else embedded_json(answer, _OPPORTUNITY), "Id")
    return None if answer is not None and raw["detail"].get("OpportunityIsClosed") is True else raw


def _board(board: str) -> str:
    host, _, rest = board.partition("/")
    return f"https://{host}/{rest.replace('/', '/JobBoard/')}"


def _search(skip: int) -> dict[str, Any]:
    return {"opportunitySearch": {"Top": PAGE_SIZE, "Skip": skip, "QueryString": "", "OrderBy": [_NEWEST_FIRST], "Filters": []}}
