"""Remote OK: one site of remote jobs, and one answer. The board `all` is all of it, any other name one of its tags.

An answer holds the newest hundred or so, and there is no second page.
The first element of an answer is its legal notice, which asks for a link back to the posting.
Source: public clients of remoteok.com/api; not yet seen live.
"""

from typing import Any

from scrapers.sources.base import Page, PageRequest

SOURCE_ID = "id"
EVERYTHING = "all"
# answers of fewer postings hold all that there are; those of the whole site had 95 to 100
MOST = 90


def first_page(board: str) -> PageRequest:
    """Return the request that lists `board`."""
    return PageRequest("https://remoteok.com/api", query={} if board == EVERYTHING else {"tags": board})


def read_page(_: PageRequest, payload: list[dict[str, Any]]) -> Page:
    """Return the postings of the answer, untouched."""
    notice, *rows = payload
    if not notice.get("legal"):
        raise ValueError("the answer does not begin with the legal notice")
    return Page(rows, partial="the site shows its newest postings only" if len(rows) >= MOST else None)
