"""No Fluff Jobs: a job board of Central Europe. A board is a region (`pl`, `cz`, `sk`, `hu`), listed in one answer.

Pay is asked for in zloty per month; the text of a posting is in its detail answer.
Source: ../shared description (ATS.md) and public code; not yet seen live.
"""

from typing import Any

from scrapers.sources.base import Page, PageRequest

_POSTINGS = "https://nofluffjobs.com/api/posting"


def SOURCE_ID(row: dict[str, Any]) -> object:  # noqa: N802 - the name that every source declares
    """Return the id of a row of a listing, or of a raw row."""
    return row.get("listing", row).get("id")


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
    """Return both answers beside each other; a row that holds both already stays."""
    return row if "listing" in row else {"listing": row, "detail": answer}
