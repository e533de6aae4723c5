"""Where the walk of a career site ends, and by what its postings are told apart."""

from typing import Any

import pytest

from scrapers.sources import load_source
from scrapers.sources.base import Page, PageRequest

WORKDAY = load_source("workday")
BOARD = "acme.wd5/Jobs"


def answer(total: int, rows: int, **more: Any) -> dict[str, Any]:
    """An answer with `rows` postings."""
    return {"total": total, "jobPostings": [{"externalPath": f"/job/Oslo/Welder_R-{n}"} for n in range(rows)], **more}


def walk(total: int) -> tuple[list[int], Page]:
    """Answer as a site of `total` postings would, which says so on its first page only; return the offsets and the last page."""
    asked: PageRequest | None = WORKDAY.first_page(BOARD)
    offsets: list[int] = []
    while asked is not None:
        offsets.append(asked.body["offset"])
        page = WORKDAY.read(asked, answer(0 if offsets[1:] else total, 20))
        asked = page.following
    return offsets, page


def test_later_pages_need_not_say_how_many_there_are() -> None:
    """Later pages need not say how many there are."""
    offsets, last = walk(41)

    assert (offsets, last.expected) == ([0, 20, 40], 41)


@pytest.mark.parametrize(("total", "expected"), [(1999, 1999), (2000, 2001), (22_000, 22_000)])
def test_nothing_is_asked_beyond_the_limit(total: int, expected: int) -> None:
    """From there on the search would begin anew; 2,000 of 2,000 may be all or not, so it counts as one more."""
    offsets, last = walk(total)

    assert (len(offsets), offsets[-1], last.expected) == (100, 1980, expected)


def test_a_walk_ends_where_no_rows_come() -> None:
    """A walk ends where no rows come."""
    assert WORKDAY.read(WORKDAY.first_page(BOARD), answer(644, 0)).following is None


@pytest.mark.parametrize(
    ("path", "found"),
    [
        ("/job/Oslo/Welder_R-1", "R-1"),
        ("/job/Oslo/Welder--Nights-_JR7-2", "JR7-2"),
        ("/job/Oslo_West/Welder", "Welder"),
        ("/job/Oslo/Welder_R-123-2", "R-123-2"),
        ("/job/Oslo/Welder_Job_Req_40339", "Job_Req_40339"),
    ],
)
def test_an_id_outlives_an_edit_of_the_title(path: str, found: str) -> None:
    """What stands behind the title is the id, of a row of the search and of a raw row."""
    row = {"externalPath": path}

    assert (WORKDAY.id_of(row), WORKDAY.id_of({"listing": row, "detail": None})) == (found, found)


def test_requisitions_that_differ_before_their_number_are_two() -> None:
    """They shared the number as their id, and each crawl made one posting's text the other's."""
    paths = ["/job/Oslo/Welder_R2025Campus_98", "/job/Oslo/Welder_R2026Campus_98", "/job/Oslo/Welder_R2026Campus_98-1"]
    rows = [{"externalPath": path} for path in paths]

    assert len({WORKDAY.id_of(row) for row in rows}) == len(rows)


def test_a_posting_is_asked_for_by_its_path() -> None:
    """A posting is asked for by its path."""
    assert WORKDAY.detail_request is not None
    asked = WORKDAY.detail_request(BOARD, {"externalPath": "/job/Oslo/Welder_R-1"})

    assert asked.address == "https://acme.wd5.myworkdayjobs.com/wday/cxs/acme/Jobs/job/Oslo/Welder_R-1"
