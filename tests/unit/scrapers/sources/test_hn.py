"""How a monthly thread is found."""

from typing import Any

import pytest

from scrapers.sources import load_source
from scrapers.sources.base import Page, UnreadableAnswer

HN = load_source("hn")
TITLES = {
    9: "Ask HN: Who wants to be hired? (November 2026)",
    8: "Ask HN: Who is hiring? (November 2026)",
    7: "Ask HN: Freelancer? Seeking freelancer? (October 2026)",
    6: "Ask HN: Who is Hiring? (October 2026)",
    5: "Ask HN: Who is hiring? (August 2026)",
}


def walk(board: str) -> Page:
    """Answer as the API would until the thread is found."""
    asked = HN.first_page(board)
    page = HN.read(asked, {"submitted": sorted(TITLES, reverse=True)})
    while page.following is not None:
        number = int(page.following.url.rpartition("/")[2].removesuffix(".json"))
        page = HN.read(page.following, {"id": number, "title": TITLES[number], "kids": [number * 100]})
    return page


def test_whoishiring_is_the_newest_thread_and_its_board_is_the_month() -> None:
    """Whoishiring is the newest thread and its board is the month."""
    page = walk("whoishiring")

    assert ([HN.id_of(row) for row in page.postings], page.board) == (["800"], "2026-11")


def test_a_month_is_looked_for_among_the_threads() -> None:
    """A month is looked for among the threads."""
    page = walk("2026-10")

    assert ([HN.id_of(row) for row in page.postings], page.board) == (["600"], "2026-10")


@pytest.mark.parametrize("month", ["2026-09", "2026-01"])
def test_a_month_without_a_thread_is_not_found(month: str) -> None:
    """The search ends at the first older thread: the list is in the order of time."""
    with pytest.raises(UnreadableAnswer, match=f"no thread of {month}"):
        walk(month)


@pytest.mark.parametrize("answer", [None, {"id": 1, "deleted": True}, {"id": 1, "dead": True, "text": "spam"}])
def test_a_comment_that_is_gone_is_no_posting(answer: Any) -> None:
    """A comment that is gone is no posting."""
    assert HN.raw_row({"id": 1}, answer) is None


def test_a_comment_is_the_raw_row_untouched() -> None:
    """A comment is the raw row untouched."""
    comment = {"id": 1, "by": "a", "text": "Acme | Oslo", "time": 1793538000}

    assert HN.raw_row({"id": 1}, comment) is comment


def test_smartrecruiters_keeps_both_answers_apart() -> None:
    """Smartrecruiters keeps both answers apart."""
    source = load_source("smartrecruiters")
    both = {"listing": {"id": "7"}, "detail": {"jobAd": {}}}

    assert source.raw_row({"id": "7"}, {"jobAd": {}}) == both
    assert source.raw_row(both) is both
    assert source.id_of(both) == source.id_of({"id": "7"}) == "7"
    assert source.detail_request is not None
    assert source.detail_request("acme", {"id": "7"}).address.endswith("/companies/acme/postings/7")
