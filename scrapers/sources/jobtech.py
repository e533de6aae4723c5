"""JobTech: the Swedish public employment service's ads. A board is an occupation group, by its id in the JobTech taxonomy.

Every ad has one occupation group, so no ad is on two boards, and few groups hold more ads than the API pages through.
Source: recorded answers; address, parameters and the last offset are second-hand and not yet seen live.
"""

from typing import Any

from scrapers.sources.base import Page, PageRequest

SOURCE_ID = "id"
PAGE_SIZE = 100
# what lies beyond can't be asked for: such a board is reported as partial, by its total
_LAST_OFFSET = 2000


def first_page(board: str) -> PageRequest:
    """Return the request that lists the occupation group `board`, oldest ads first: new ones don't move the pages."""
    query: dict[str, str | int] = {"occupation-group": board, "sort": "pubdate-asc", "limit": PAGE_SIZE, "offset": 0}
    return PageRequest("https://jobsearch.api.jobtechdev.se/search", query=query)


def read_page(request: PageRequest, payload: dict[str, Any]) -> Page:
    """Return the ads of one answer, untouched, and what to ask next."""
    rows, total = payload["hits"], payload["total"]["value"]
    following = request.advance("offset", len(rows))
    offset = int(following.query["offset"])
    more = rows and offset < total and offset <= _LAST_OFFSET
    return Page(rows, following=following if more else None, expected=total)
