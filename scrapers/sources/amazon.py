"""Amazon Jobs: one employer's own site. A board is a country of it, as ISO 3166-1 alpha-3 code (`DEU`).

Source: complete-labs/ats-scrapers and other public readers of search.json; not yet seen live.
"""

from typing import Any

from scrapers.sources.base import Page, PageRequest

SOURCE_ID = "id_icims"
PAGE_SIZE = 100
# what lies beyond is answered with HTTP 400: such a board is reported as partial, by its total
_LAST = 10_000


def first_page(board: str) -> PageRequest:
    """Return the request that lists the country `board` from its start."""
    query: dict[str, str | int] = {"normalized_country_code[]": board, "sort": "recent", "result_limit": PAGE_SIZE, "offset": 0}
    return PageRequest("https://www.amazon.jobs/en/search.json", query=query)


def read_page(request: PageRequest, payload: dict[str, Any]) -> Page:
    """Return the postings of one answer, untouched, and what to ask next."""
    rows, total = payload["jobs"], payload["hits"]
    following = request.advance("offset", len(rows))
    offset = int(following.query["offset"])
    more = rows and offset < min(total, _LAST)
    return Page(rows, following=following if more else None, expected=total)
