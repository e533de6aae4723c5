"""The rules by which postings open and close, through the stage."""

from datetime import timedelta

import pytest

from runtime.metrics import Metrics
from schemas.base import epoch_ms
from schemas.crawl import CrawlOutcome
from schemas.topics import HEALTH, LIFECYCLE, STATUS
from streams.lifecycle.board import read_board
from streams.lifecycle.step import build_step
from streams.state import EventView, Overlay
from tests.builders import make_posting
from tests.harness import Harness
from tests.unit.streams.lifecycle.crawls import BOARD, crawl, day, ids, partial, reading, tick, told, turns, unchanged, words

LONG = timedelta(days=60)


@pytest.fixture
def stage():
    """The stage without servers."""
    return Harness(build_step())


def feed(stage, *crawls):
    """The turns that each of `crawls` gives, one after the other."""
    return [turns(stage.feed(*events)) for events in crawls]


def test_a_posting_that_a_crawl_shows_is_open(stage):
    """Both topics get the same event, keyed by the posting."""
    published = stage.feed(*crawl(day(0), ids(1)))

    assert [topic for topic, _ in published] == [LIFECYCLE.name, STATUS.name, HEALTH.name]
    event = published[0][1]
    assert (event.kind, event.posting_id, event.source, event.board) == ("opened", "lever:acme:p1", "lever", "acme")
    assert event.at == event.first_seen_at == event.last_seen_at == day(0)
    assert event.version == epoch_ms(day(0)) << 64 | 1
    assert event.crawl_id == crawl(day(0))[0].crawl_id


def test_a_posting_seen_again_says_nothing_and_writes_nothing(stage):
    """What is known of a thousand postings stands with their board: the page, what was found, the board, and the page is gone."""
    listed = ids(*range(1000))
    stage.feed(*crawl(day(0), listed))
    before = len(stage.producer.published)

    assert turns(stage.feed(*crawl(day(1), listed))) == []
    written = stage.producer.published[before:]
    assert [(message.topic, message.value is None) for message in written] == [
        (HEALTH.name, False), *[(stage.state.changelog, False)] * 3, (stage.state.changelog, True),
    ]  # fmt: skip


def test_two_complete_listings_without_it_close_a_posting(stage):
    """It closed when the second of them ended, and was seen last when the last listing that had it ended."""
    found = feed(stage, crawl(day(0), ids(1, 2)), crawl(day(1), ids(1, 2)), crawl(day(2), ids(1)), crawl(day(3), ids(1)))

    assert found[2:] == [[], [("absent", "p2", 3)]]
    assert told(stage)[-1].last_seen_at == day(1)
    assert told(stage)[-1].first_seen_at == day(0)


def test_a_posting_that_comes_back_in_time_stays_open(stage):
    """Misses count in a row only."""
    found = feed(stage, *(crawl(day(n), ids(1, *([2] if n % 2 == 0 else []))) for n in range(8)))

    assert found[1:] == [[]] * 7


def test_each_reopening_asks_for_one_more_miss_up_to_five(stage):
    """A posting that flaps every second listing reopens once; what comes and goes at a longer pace is still told."""
    stage.feed(*crawl(day(0), ids(1, 2)))
    at, needed = 0, []
    for _ in range(5):
        misses = 0
        while not turns(stage.feed(*crawl(day(at := at + 1), ids(1)))):
            misses += 1
        needed.append(misses + 1)
        at += 1
        assert turns(stage.feed(*crawl(day(at), ids(1, 2)))) == [("reopened", "p2", at)]

    assert needed == [2, 3, 4, 5, 5]


def test_the_numbers_of_a_postings_events_have_no_gaps(stage):
    """They order events of one instant."""
    feed(stage, *(crawl(day(n), ids(1, *([2] if n % 3 == 0 else []))) for n in range(4)))

    assert [e.sequence for e in told(stage) if e.posting_id == ids(2)[0]] == [1, 2, 3]


def test_a_posting_whose_page_is_gone_is_closed_at_once(stage):
    """One that nobody knows is nothing to close, and one that the listing shows all the same is seen."""
    found = feed(
        stage, crawl(day(0), ids(1, 2, 3)), crawl(day(1), ids(1, 3), gone=ids(2, 3, 9)), crawl(day(2), ids(1, 2, 3))
    )  # fmt: skip

    assert found[1:] == [[("gone", "p2", 1)], [("reopened", "p2", 2)]]
    assert told(stage)[-1].last_seen_at == day(2)


def test_a_partial_crawl_opens_and_closes_only_what_is_gone(stage):
    """What it did not reach may be there."""
    found = feed(
        stage, crawl(day(0), ids(1, 2)), *(partial(day(n), ids(3)) for n in (1, 2, 3)), partial(day(4), gone=ids(2))
    )  # fmt: skip

    assert found[1:] == [[("opened", "p3", 1)], [], [], [("gone", "p2", 4)]]


def test_a_partial_crawl_shows_that_a_posting_is_not_missing(stage):
    """Its misses are 0, and it reopens what was closed."""
    missing = [crawl(day(n), ids(1)) for n in range(1, 5)]
    found = feed(stage, crawl(day(0), ids(1, 2)), missing[0], partial(day(1.5), ids(2)), *missing[1:], partial(day(5), ids(2)))

    assert found[3:] == [[], [("absent", "p2", 3)], [], [("reopened", "p2", 5)]]
    assert next(e for e in told(stage) if e.kind == "closed").last_seen_at == day(1.5)


def test_a_failed_crawl_says_nothing(stage):
    """A 500 or a 403 is no news about a posting, but time has passed."""
    stage.feed(*crawl(day(0), ids(1, 2)), reading(ids(2)[0], day(0.5)))
    found = feed(stage, *(crawl(day(n), outcome=CrawlOutcome.FAILED) for n in (1, 2, 3)))

    assert found == [[("deadline", "p2", 0.5)], [], []]


def test_unchanged_is_the_last_complete_listing_again(stage):
    """Those that it showed are seen; those that it did not show, partial crawls or not, have one more miss."""
    stage.feed(*crawl(day(0), ids(1, 2)))
    stage.feed(*crawl(day(1), ids(1)))
    stage.feed(*partial(day(2), ids(3)))

    assert feed(stage, unchanged(day(3)), unchanged(day(4))) == [[("absent", "p2", 3)], [("absent", "p3", 4)]]
    assert feed(stage, crawl(day(5)), crawl(day(6))) == [[], [("absent", "p1", 6)]]
    assert told(stage)[-1].last_seen_at == day(4)


def test_unchanged_against_nothing_says_nothing(stage):
    """The listing that it means was never received."""
    assert feed(stage, partial(day(0), ids(1)), unchanged(day(1)), unchanged(day(2))) == [[("opened", "p1", 0)], [], []]


@pytest.mark.parametrize(("opened", "left", "held"), [(10, 4, True), (10, 5, False), (9, 1, False), (11, 5, True)])
def test_a_listing_that_lost_more_than_half_is_held(stage, opened, left, held):
    """Of ten at least. Nothing misses while it is held, and it is counted."""
    stage.feed(*crawl(day(0), ids(*range(opened))))
    found = feed(stage, *(crawl(day(n), ids(*range(left))) for n in (1, 2)))

    assert found[0] == []
    assert len(found[1]) == (0 if held else opened - left)
    assert words(stage).get("held", 0) == (2 if held else 0)


def test_a_held_listing_is_counted_by_source():
    """Somebody should look at the board."""
    metrics = Metrics("lifecycle")
    stage = Harness(build_step(metrics))
    feed(stage, crawl(day(0), ids(*range(10))), crawl(day(1)))

    assert metrics.registry.get_sample_value("jobstream_held_listings_total", {"source": "lever"}) == 1


def test_the_third_held_listing_in_a_row_is_believed(stage):
    """Then a posting is missing for the first time, and with the next one it is closed."""
    stage.feed(*crawl(day(0), ids(*range(10))))
    found = feed(stage, crawl(day(1), ids(0, 10)), unchanged(day(2)), *(crawl(day(n), ids(0, 10)) for n in (3, 4)))

    assert found == [[("opened", "p10", 1)], [], [], [("absent", f"p{n}", 4) for n in range(1, 10)]]


def test_a_whole_listing_ends_the_row_of_held_ones(stage):
    """The next suspicious one is the first again."""
    stage.feed(*crawl(day(0), ids(*range(10))))
    for n, size in enumerate((1, 1, 10, 1, 1), start=1):
        stage.feed(*crawl(day(n), ids(*range(size))))

    assert read_board("lever:acme", EventView(Overlay(stage.state.partition(0)))).held == 2
    assert [e for e in told(stage) if e.kind == "closed"] == []


def test_a_crawl_whose_every_page_is_gone_is_held(stage):
    """A vendor whose pages all answer 404 has a fault; complete or partial."""
    stage.feed(*crawl(day(0), ids(*range(10))))

    assert feed(stage, crawl(day(1), gone=ids(*range(10))), partial(day(2), gone=ids(*range(10)))) == [[], []]
    assert words(stage)["held"] == 2


def test_a_late_or_repeated_report_changes_nothing(stage):
    """A crawl that ended before the newest known, or at the same time; its pages are not kept either."""
    stage.feed(*crawl(day(2), ids(1, 2)))
    before = stage.entries

    assert feed(stage, crawl(day(1), ids(3)), crawl(day(2), ids(1, 2)), crawl(day(2))[-1:]) == [[], [], []]
    assert stage.entries == before


def test_a_report_that_lacks_a_page_changes_nothing(stage):
    """Nobody knows what the page showed; the next report drops the others."""
    stage.feed(*crawl(day(0), ids(1)))
    listed = ids(*range(1500))

    first, _, report = crawl(day(1), listed)
    assert feed(stage, [first, report]) == [[]]
    assert words(stage)["incomplete"] == 1
    assert len(feed(stage, crawl(day(2), listed))[0]) == 1499
    assert not any("pages" in key for _, key in stage.entries)


def lasting(began, ended, seen, **how):
    """An import of so long: it tells its pages when they are full, and its report at the end."""
    *pages, report = partial(ended, seen, **how)
    return [*(page.model_copy(update={"fetched_at": began}) for page in pages), report]


@pytest.mark.parametrize("told", [1, 2])
def test_a_crawl_that_ends_within_a_longer_one_leaves_the_longer_one_s_pages(stage, told):
    """Those that came before its report, and those that come after it: what the longer one saw is open when that has ended."""
    longer = lasting(day(0), day(0.9), ids(*range(1500)))
    found = feed(stage, longer[:told], crawl(day(0.5), ids(1)), longer[told:])

    assert [len(turned) for turned in found] == [0, 1, 1499]
    assert words(stage).get("incomplete", 0) == 0
    assert not any("pages" in key for _, key in stage.entries)


def test_pages_without_a_report_are_forgotten_after_a_day(stage):
    """Whoever told them was killed; a crawl does not take as long."""
    first, _ = crawl(day(0), ids(1))
    kept = [any("pages" in key for _, key in stage.entries) for _ in feed(stage, [first])]
    for at in (0.5, 1.1):
        stage.feed(*crawl(day(at), ids(2)))
        kept.append(any("pages" in key for _, key in stage.entries))

    assert kept == [True, True, False]


def test_a_deadline_closes_when_it_has_passed(stage):
    """At the deadline, whoever tells the time; not at the very instant of it."""
    stage.feed(*crawl(day(0), ids(1, 2)), reading(ids(1)[0], day(3)), reading(ids(2)[0], day(4)))

    assert feed(stage, [tick(day(3))], [tick(day(3.5))], crawl(day(5), ids(1, 2))) == [
        [], [("deadline", "p1", 3)], [("deadline", "p2", 4)],
    ]  # fmt: skip
    assert [e.crawl_id is None for e in told(stage) if e.kind == "closed"] == [True, False]


def test_a_later_deadline_reopens_what_is_seen_again(stage):
    """Not before it is seen, and not while the old deadline stands."""
    stage.feed(*crawl(day(0), ids(1)), reading(ids(1)[0], day(1)))
    found = feed(stage, crawl(day(2), ids(1)), crawl(day(3), ids(1)), [reading(ids(1)[0], day(9), revised_at=day(3))])

    assert found == [[("deadline", "p1", 1)], [], []]
    assert feed(stage, unchanged(day(4)), [tick(day(10))]) == [[("reopened", "p1", 4)], [("deadline", "p1", 9)]]


def test_what_was_read_after_a_tick_does_not_close_by_it(stage):
    """A tick that comes again, when its worker was killed, finds readings that lie behind it; the next one closes by them."""
    stage.feed(*crawl(day(0), ids(1)), reading(ids(1)[0], day(1), processed_at=day(3)))

    assert feed(stage, [tick(day(2))], [tick(day(3))]) == [[], [("deadline", "p1", 1)]]


def test_a_deadline_that_was_taken_away_closes_nothing(stage):
    """The newest revision counts, and of one revision the newest reading; a replayed older one is not newer."""
    stage.feed(*crawl(day(0), ids(1)), reading(ids(1)[0], day(1), revised_at=day(-2)))
    stage.feed(reading(ids(1)[0], None, revised_at=day(-1)))
    stage.feed(reading(ids(1)[0], day(1), revised_at=day(-2), processed_at=day(5)))

    assert feed(stage, [tick(day(2))]) == [[]]
    stage.feed(reading(ids(1)[0], day(1), revised_at=day(-1), processed_at=day(6)))
    assert feed(stage, [tick(day(7))]) == [[("deadline", "p1", 1)]]
    assert words(stage)["not_newer"] == 1


def test_a_deadline_may_come_before_its_posting(stage):
    """What is shown for the first time after its deadline opens and closes in one instant."""
    stage.feed(reading(ids(1)[0], day(-1)), reading(ids(2)[0], day(5)))

    assert feed(stage, [tick(day(-0.5))], crawl(day(0), ids(1, 2))) == [
        [], [("opened", "p1", 0), ("opened", "p2", 0), ("deadline", "p1", 0)],
    ]  # fmt: skip


@pytest.mark.parametrize(("source", "days"), [("lever", 60), ("hn", 40)])
def test_a_board_without_complete_listings_ages(stage, source, days):
    """A posting closes when nothing showed it for the days of its source; shown again, it reopens."""
    board = {"source": source, "board": "acme"}
    stage.feed(*partial(day(0), ["a", "b"], **board))
    stage.feed(*partial(day(10), ["a"], **board))

    published = feed(
        stage, [tick(day(days), **board)], [tick(day(days + 1), **board)], partial(day(days + 20), ["b"], **board)
    )  # fmt: skip
    assert published == [[], [("aged", "b", days)], [("reopened", "b", days + 20), ("aged", "a", days + 10)]]


def test_a_board_with_a_complete_listing_does_not_age(stage):
    """Absence closes there, also what no crawl has shown for long, at the second listing without it."""
    stage.feed(*crawl(day(0), ids(1)), *partial(day(1), ids(2)))

    assert feed(stage, [tick(day(60))], crawl(day(61)), crawl(day(62))) == [[], [], [("absent", "p1", 62), ("absent", "p2", 62)]]


def test_a_board_that_went_away_ages(stage):
    """Renamed, moved or taken down: failed crawls say nothing, and its postings would be open for ever."""
    stage.feed(*crawl(day(0), ids(1)), *unchanged(day(5)), *partial(day(10), ids(2)))
    fails = [crawl(day(number), outcome=CrawlOutcome.FAILED) for number in (64, 66, 71)]

    assert feed(stage, *fails) == [[], [("aged", "p1", 65)], [("aged", "p2", 70)]]
    assert feed(stage, crawl(day(80), ids(1))) == [[("reopened", "p1", 80)]]


def test_a_tick_for_an_unknown_board_is_nothing(stage):
    """And it leaves no state."""
    assert feed(stage, [tick(day(0))]) == [[]]
    assert stage.entries == {}


def test_boards_do_not_touch_one_another(stage):
    """Two boards of one partition."""
    other = {**BOARD, "board": "acme2"}
    stage.feed(*crawl(day(0), ids(1)), *crawl(day(0), ["lever:acme2:p1"], **other))

    assert feed(stage, crawl(day(1)), crawl(day(2))) == [[], [("absent", "p1", 2)]]
    assert told(stage)[-1].board == "acme"


def test_an_event_of_another_topic_is_a_dead_letter(stage):
    """Lifecycle reads crawls and readings only."""
    stage.feed(make_posting())

    assert [letter.reason for letter in stage.dead] == ["unexpected_event"]
