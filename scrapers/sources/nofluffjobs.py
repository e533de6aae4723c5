"""No Fluff Jobs: a job board of Central Europe. A board is a region (`pl`, `cz`, `sk`, `hu`), listed in one answer.

Pay is asked for in zloty per month; the text of a posting is in its detail answer.
Source: ../shared description (ATS.md) and public code; not yet seen live.
"""

from typing import Any

from scrapers.sources.base import Page, PageRequest, beside_detail

SOURCE_ID = "id"
_POSTINGS = "https://nofluffjobs.com/api/posting"


def first_page(board: str) -> PageRequest:
    """Return the request that lists `board`."""
    return PageRequest(_POSTINGS, query={"salaryCurrency": "PLN", "salaryPeriod": "month", "region": board})


def read_page(_: PageRequest, payload: dict[str, Any]) -> Page:
    """Return the rows of the answer, untouched."""
    return Page(payload["postings"], expected=payload.get("totalCount"))


def detail_request(_: str, row: dict[str, Any]) -> PageRequest:
    """Return the request for the posting of `row`."""
    return PageRequest(f"{_POSTINGS}/{row['url']}")


def merge(row: dict[str, Any], answer: Any) -> dict[str, Any]:
    """Return both answers beside each other."""
    return beside_detail(row, answer, "id")
