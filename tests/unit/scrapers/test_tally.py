"""What a crawl may say about a board, from what it saw."""

from datetime import timedelta

import pytest

from schemas.crawl import CrawlOutcome
from scrapers.boards import Board
from scrapers.sources import load_source
from scrapers.sources.base import Page, PageRequest
from scrapers.tally import LONGEST_RETRY_AFTER_S, STOPPED, Tally
from tests.builders import JAN, make_raw_posting

NEXT = PageRequest("https://example.test/next")


def make_tally(limit: int | None = None) -> Tally:
    """Return the tally of a crawl that begins."""
    return Tally(Board("lever", "acme"), load_source("lever"), JAN, limit)


def rows(*numbers: int) -> list[dict[str, str]]:
    """Return rows with these ids."""
    return [{"id": f"p{number}"} for number in numbers]


def walk(tally: Tally, *pages: Page) -> Tally:
    """Every row of `pages` is fetched and acknowledged."""
    for page in pages:
        fresh = tally.fresh(page)
        tally.settle([make_raw_posting(source_id=row["id"]) for row in fresh], [True] * len(fresh))
    return tally


def test_a_board_whose_every_page_was_read_is_complete() -> None:
    """A board whose every page was read is complete."""
    tally = walk(make_tally(), Page(rows(1, 2), following=NEXT), Page(rows(3)))

    assert tally.outcome() == (CrawlOutcome.COMPLETE, None)
    assert tally.is_as_asked


def test_what_is_gone_is_told_in_pages_of_its_own_size() -> None:
    """A page holds up to a thousand of each; a gone posting without an id is nobody."""
    tally = walk(make_tally(), Page(rows(1)))
    for row in [*rows(*range(1001)), {}]:
        tally.gone(row)
    pages, report = tally.close(JAN)

    assert [(len(page.posting_ids), len(page.gone_ids)) for page in pages] == [(1, 1000), (0, 1)]
    assert (report.pages, pages[1].gone_ids) == (2, ["lever:acme:p1000"])


def test_an_empty_board_is_complete() -> None:
    """An empty board is complete."""
    assert walk(make_tally(), Page([])).outcome() == (CrawlOutcome.COMPLETE, None)


def test_a_board_that_lists_less_than_it_says_is_partial() -> None:
    """Nobody may take the missing ones as gone."""
    tally = walk(make_tally(), Page(rows(1, 2), expected=37))

    assert tally.outcome() == (CrawlOutcome.PARTIAL, "the source says 37 postings and listed 2")
    assert not tally.is_as_asked


def test_a_posting_that_moved_to_the_next_page_is_taken_once() -> None:
    """A posting that moved to the next page is taken once."""
    tally = make_tally()
    walk(tally, Page(rows(1, 2), following=NEXT))

    assert tally.fresh(Page(rows(2, 3))) == rows(3)


def test_pages_without_any_id_end_the_crawl() -> None:
    """Nobody could tell whether they are the same again: a server that repeats them would be asked for ever."""
    tally = make_tally()

    assert len(tally.fresh(Page([{"title": "Cook"}], following=NEXT))) == 1
    assert tally.is_over
    assert tally.outcome() == (CrawlOutcome.PARTIAL, "a page has more behind it, and none of its postings an id")


def test_a_page_that_repeats_the_earlier_ones_ends_the_crawl() -> None:
    """A server that ignores `skip` would be asked for ever."""
    tally = walk(make_tally(), Page(rows(1, 2), following=NEXT), Page(rows(1, 2), following=NEXT))

    assert tally.is_over
    assert tally.outcome() == (CrawlOutcome.PARTIAL, "a page repeats the postings of earlier ones")


def test_rows_without_an_id_are_all_taken() -> None:
    """Rows without an id are all taken."""
    assert len(make_tally().fresh(Page([{}, {}]))) == 2


def test_a_limit_makes_a_crawl_partial_and_is_no_failure() -> None:
    """A limit makes a crawl partial and is no failure."""
    tally = walk(make_tally(limit=2), Page(rows(1, 2, 3)))

    assert (tally.fetched, tally.outcome()) == (2, (CrawlOutcome.PARTIAL, "stopped at the limit of 2"))
    assert tally.is_as_asked


def test_a_limit_that_the_board_just_fills_leaves_it_complete() -> None:
    """A limit that the board just fills leaves it complete."""
    tally = walk(make_tally(limit=2), Page(rows(1, 2)))

    assert tally.outcome() == (CrawlOutcome.COMPLETE, None)


def test_a_limit_that_is_reached_at_the_end_of_a_page_ends_the_crawl() -> None:
    """A limit that is reached at the end of a page ends the crawl."""
    tally = walk(make_tally(limit=2), Page(rows(1, 2), following=NEXT))

    assert tally.is_over
    assert tally.outcome()[0] is CrawlOutcome.PARTIAL


def test_a_first_page_that_gave_nothing_is_a_failed_crawl() -> None:
    """A first page that gave nothing is a failed crawl."""
    tally = make_tally()
    tally.miss("", ValueError("HTTP 500"))

    assert (tally.outcome(), tally.failed) == ((CrawlOutcome.FAILED, "HTTP 500"), 1)


def test_a_later_page_that_gave_nothing_leaves_it_partial() -> None:
    """A later page that gave nothing leaves it partial."""
    tally = walk(make_tally(), Page(rows(1), following=NEXT))
    tally.miss("", ValueError("HTTP 500"))

    assert tally.outcome() == (CrawlOutcome.PARTIAL, "HTTP 500")


def test_different_reasons_are_counted_and_the_first_is_named() -> None:
    """Different reasons are counted and the first is named."""
    tally = walk(make_tally(), Page(rows(1)))
    for detail in ("a", "a", "b", "c"):
        tally.miss("detail of ", ValueError(detail))

    assert tally.outcome()[1] == "detail of a (and 2 more)"
    assert tally.failed == 4


def test_a_crawl_that_was_stopped_before_its_first_answer_is_partial_and_nothing_failed() -> None:
    """The board did nothing wrong."""
    tally = make_tally()
    tally.miss("", ValueError(STOPPED))

    assert (tally.outcome(), tally.failed, tally.is_over) == ((CrawlOutcome.PARTIAL, STOPPED), 0, True)


def test_an_unchanged_board_lists_no_ids() -> None:
    """An unchanged board lists no ids."""
    tally = make_tally()
    tally.unchanged = True
    pages, report = tally.close(JAN)

    assert (pages, report.outcome, report.pages) == ([], CrawlOutcome.UNCHANGED, 0)


def test_a_posting_that_is_too_large_is_fetched_and_not_published() -> None:
    """A posting that is too large is fetched and not published."""
    tally = make_tally()
    fresh = tally.fresh(Page(rows(1, 2)))
    tally.settle([make_raw_posting(source_id=row["id"]) for row in fresh], [True, False])
    pages, report = tally.close(JAN)

    assert [page.posting_ids for page in pages] == [["lever:acme:p1"]]
    assert (report.fetched, report.published, report.failed, report.outcome) == (2, 1, 1, CrawlOutcome.PARTIAL)


@pytest.mark.parametrize(("postings", "sizes"), [(0, []), (1000, [1000]), (2001, [1000, 1000, 1])])
def test_a_report_counts_its_pages_of_at_most_a_thousand_ids(postings: int, sizes: list[int]) -> None:
    """A report counts its pages of at most a thousand ids."""
    pages, report = walk(make_tally(), Page(rows(*range(postings)))).close(JAN + timedelta(minutes=1))

    assert [len(page.posting_ids) for page in pages] == sizes
    assert [page.number for page in pages] == list(range(report.pages))
    assert {page.crawl_id for page in pages} <= {report.crawl_id}


def test_a_board_goes_by_its_own_name_once_the_answer_told_it() -> None:
    """Of `hn:whoishiring` only the thread's month is stable: ids, pages and report carry it."""
    tally = make_tally()
    tally.fresh(Page(rows(1), board="2026-11"))

    assert tally.close(JAN)[1].subject == "lever:2026-11"


def test_two_crawls_of_a_board_have_two_ids() -> None:
    """Two crawls of a board have two ids."""
    later = Tally(Board("lever", "acme"), load_source("lever"), JAN + timedelta(seconds=1))

    assert make_tally().crawl_id == make_tally().crawl_id != later.crawl_id


def test_a_page_that_is_never_all_of_its_board_leaves_the_crawl_partial() -> None:
    """Nothing may be taken as gone; and it did all that was asked of it."""
    tally = make_tally()
    tally.fresh(Page([{"id": "p1"}], partial="a search shows some"))

    assert tally.outcome() == (CrawlOutcome.PARTIAL, "a search shows some")
    assert tally.is_as_asked


def test_a_listing_is_known_by_its_ids_in_any_order() -> None:
    """So that a board whose postings only changed places has not changed."""
    listings = []
    for ids in ("ab", "ba", "abc"):
        tally = make_tally()
        tally.fresh(Page([{"id": each} for each in ids]))
        listings.append(tally.listing())

    assert listings[0] == listings[1] != listings[2]
    assert (listings[0] or "").startswith("2:")


def test_a_listing_that_was_not_read_to_its_end_is_not_known() -> None:
    """What is missing may be on the next page."""
    tally = make_tally()
    tally.fresh(Page([{"id": "a"}], following=tally.source.first_page("acme")))

    assert tally.listing() is None


@pytest.mark.parametrize(("status", "failed"), [(200, False), (404, False), (429, True), (503, True), (None, True)])
def test_the_last_answer_tells_whether_the_host_fails(status: int | None, *, failed: bool) -> None:
    """A 404 is an answer; an earlier failure that passed is forgotten, and Retry-After with it."""
    tally = make_tally()
    tally.hear(503, 60.0)
    tally.hear(status, 1e9)

    assert (tally.host_failed, tally.retry_after_s) == (failed, LONGEST_RETRY_AFTER_S if failed else None)


@pytest.mark.parametrize(
    ("page", "told"),
    [
        (Page(rows(1, 2), following=NEXT, expected=5000), "2 of 5000 postings were read"),
        (Page(rows(1, 2), following=NEXT), "2 postings were read, and there are more"),
        (Page(rows(1, 2, 3)), "2 of 3 postings were read"),
    ],
)
def test_a_crawl_that_was_cut_short_says_how_far_it_came(page: Page, told: str) -> None:
    """The next one begins anew: a board that always takes longer is never read whole, and nobody else would say so."""
    tally = make_tally()
    tally.settle([make_raw_posting(source_id=row["id"]) for row in tally.fresh(page)[:2]], [True, True])
    tally.miss("detail of p3: ", ValueError("HTTP 500"))
    tally.cut("took longer than 10 s")
    tally.cut("took longer than 20 s")

    assert tally.is_over
    assert tally.outcome() == (CrawlOutcome.PARTIAL, f"took longer than 10 s: {told} (and 1 more)")


def test_what_was_told_to_end_keeps_its_own_reason() -> None:
    """Requests that are not sent any more are no operator's doing."""
    tally = make_tally()
    tally.problem("took longer than 10 s", ends=True)
    tally.miss("", Exception(STOPPED))

    assert tally.problems == ["took longer than 10 s"]


def test_a_report_counts_requests_and_how_long_their_answers_took() -> None:
    """Median and longest of the answers that came; rows that were listed are counted with or without their details."""
    tally = make_tally()
    tally.fresh(Page(rows(1, 2, 3)))
    for latency_ms in (30, 10, None, 20, 25):
        tally.requests += 1
        tally.answered(latency_ms)
    tally.miss("detail of p1: ", ValueError("HTTP 403"), kept_out=True)
    tally.miss("detail of p2: ", ValueError("HTTP 500"))
    _, report = tally.close(JAN)

    assert (report.requests, report.blocked, report.failed, report.listed) == (5, 1, 2, 3)
    assert (report.latency_median_ms, report.latency_worst_ms, report.limited) == (25, 30, False)


def test_a_crawl_without_an_answer_has_no_latency() -> None:
    """Nobody can say how long it would have taken."""
    tally = make_tally()
    tally.answered(None)
    _, report = tally.close(JAN)

    assert (report.latency_median_ms, report.latency_worst_ms) == (None, None)


def test_a_crawl_at_its_limit_or_stopped_was_not_to_be_whole() -> None:
    """Its report says so: what it lacks is no fault of the source."""
    limited, stopped = walk(make_tally(limit=1), Page(rows(1, 2))), make_tally()
    stopped.miss("", ValueError(STOPPED))

    assert [tally.close(JAN)[1].limited for tally in (limited, stopped)] == [True, True]


def test_a_crawl_with_a_posting_that_has_no_id_says_of_none_that_it_is_gone() -> None:
    """It may be any that is known: a vendor that calls the field otherwise would have all of a board closed."""
    tally = make_tally()
    tally.fresh(Page([*rows(1), {"uuid": "p2"}]))
    tally.settle([make_raw_posting(source_id="p1"), make_raw_posting(source_id=None)], [True, True])

    outcome, reason = tally.outcome()
    assert (outcome, tally.failed, tally.is_as_asked) == (CrawlOutcome.PARTIAL, 1, False)
    assert "no id" in str(reason)
