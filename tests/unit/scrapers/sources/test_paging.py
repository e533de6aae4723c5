"""Servers that give fewer rows a page than they were asked for: nothing is skipped, and the walk ends where the rows do."""

from collections.abc import Callable
from typing import Any

import pytest

from scrapers.sources import load_source
from scrapers.sources.base import PageRequest

TOTAL = 23
ID = {"adp": "itemID", "amazon": "id_icims", "oracle": "Id", "ukg": "Id", "usajobs": "MatchedObjectId"}
Rows = list[dict[str, Any]]


def workday(total: int, offset: int) -> int:
    """What a site says: of some tenants the first page alone knows how many there are."""
    return 0 if offset else total


# source -> where a request begins, and the answer that holds these rows
BY_OFFSET: dict[str, tuple[Callable[[PageRequest], int], Callable[[Rows, int, int], Any]]] = {
    "adp": (lambda asked: asked.query["$skip"], lambda rows, _, total: {"jobRequisitions": rows, "meta": {"totalNumber": total}}),
    "amazon": (lambda asked: asked.query["offset"], lambda rows, _, total: {"jobs": rows, "hits": total}),
    "eightfold": (lambda asked: asked.query["start"], lambda rows, _, total: {"positions": rows, "count": total}),
    "jobtech": (lambda asked: asked.query["offset"], lambda rows, _, total: {"hits": rows, "total": {"value": total}}),
    "oracle": (
        lambda asked: asked.memo["offset"],
        lambda rows, _, total: {"items": [{"requisitionList": rows, "TotalJobsCount": total}]},
    ),
    "smartrecruiters": (
        lambda asked: asked.query["offset"],
        lambda rows, offset, total: {"offset": offset, "totalFound": total, "content": rows},
    ),
    "ukg": (
        lambda asked: asked.body["opportunitySearch"]["Skip"],
        lambda rows, _, total: {"opportunities": rows, "totalCount": total},
    ),
    "workday": (
        lambda asked: asked.body["offset"],
        lambda rows, offset, total: {"jobPostings": rows, "total": workday(total, offset)},
    ),
}
BY_NUMBER: dict[str, tuple[Callable[[PageRequest], int], Callable[[Rows, int, int], Any]]] = {
    "adzuna": (lambda asked: asked.memo["page"], lambda rows, _, total: {"results": rows, "count": total}),
    "usajobs": (
        lambda asked: asked.query["Page"],
        lambda rows, _, total: {"SearchResult": {"SearchResultItems": rows, "SearchResultCountAll": total}},
    ),
}
# of these the number of all may be missing
WITHOUT_TOTAL = {
    "eightfold": lambda rows, *_: {"positions": rows},
    "oracle": lambda rows, *_: {"items": [{"requisitionList": rows}]},
    "usajobs": lambda rows, *_: {"SearchResult": {"SearchResultItems": rows}},
}


def listed(name: str) -> Rows:
    """The rows of a board."""
    if name == "workday":
        return [{"externalPath": f"/job/Oslo/Welder_R{number}"} for number in range(TOTAL)]
    return [{ID.get(name, "id"): f"R{number}"} for number in range(TOTAL)]


def walk(name: str, answer: Callable[[PageRequest], Any]) -> tuple[list[str | None], int]:
    """Ask page after page; return the ids in the order of the pages, and how many pages were asked for."""
    source = load_source(name)
    asked: PageRequest | None = source.first_page("acme/acme/acme")
    found: list[str | None] = []
    pages = 0
    while asked is not None:
        page = source.read(asked, answer(asked))
        found += [source.id_of(row) for row in page.postings]
        pages, asked = pages + 1, page.following
        assert pages <= TOTAL + 1
    return found, pages


@pytest.mark.parametrize("size", [1, 7, 10])
@pytest.mark.parametrize("name", sorted(BY_OFFSET))
def test_a_short_page_is_followed_by_what_comes_behind_it(name: str, size: int) -> None:
    """The next one begins where the rows ended, not where a full page would have."""
    start_of, made = BY_OFFSET[name]
    rows = listed(name)

    def answer(asked: PageRequest) -> Any:
        start = int(start_of(asked))
        return made(rows[start : start + size], start, TOTAL)

    assert walk(name, answer) == ([f"R{number}" for number in range(TOTAL)], -(-TOTAL // size))


@pytest.mark.parametrize("size", [1, 7, 10])
@pytest.mark.parametrize("name", sorted(BY_NUMBER))
def test_pages_with_a_number_are_as_long_as_the_server_likes(name: str, size: int) -> None:
    """The rows that came are counted, not those that were asked for."""
    number_of, made = BY_NUMBER[name]
    rows = listed(name)

    def answer(asked: PageRequest) -> Any:
        number = int(number_of(asked))
        return made(rows[(number - 1) * size : number * size], number, TOTAL)

    assert walk(name, answer) == ([f"R{number}" for number in range(TOTAL)], -(-TOTAL // size))


@pytest.mark.parametrize("size", [7, 10])
@pytest.mark.parametrize("name", sorted(WITHOUT_TOTAL))
def test_without_a_total_the_walk_ends_at_a_page_without_rows(name: str, size: int) -> None:
    """A page that is shorter than asked for would count as the last, its board as complete, and what is behind it as gone."""
    start_of = BY_OFFSET[name][0] if name in BY_OFFSET else lambda asked: (BY_NUMBER[name][0](asked) - 1) * size
    rows = listed(name)

    def answer(asked: PageRequest) -> Any:
        start = int(start_of(asked))
        return WITHOUT_TOTAL[name](rows[start : start + size], start, None)

    assert walk(name, answer) == ([f"R{number}" for number in range(TOTAL)], -(-TOTAL // size) + 1)


def test_what_lies_beyond_the_last_offset_is_not_asked_for() -> None:
    """Whatever the length of the pages."""
    jobtech = load_source("jobtech")
    asked: PageRequest | None = jobtech.first_page("acme")
    offsets = []
    while asked is not None:
        offsets.append(int(asked.query["offset"]))
        asked = jobtech.read(asked, {"hits": [{"id": n} for n in range(90)], "total": {"value": 5000}}).following

    assert offsets == list(range(0, 2001, 90))
