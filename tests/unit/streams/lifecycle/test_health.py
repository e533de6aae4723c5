"""What is wrong with a board, from its crawls, through the stage."""

import pytest

from runtime.metrics import Metrics
from schemas.crawl import CrawlOutcome
from schemas.topics import HEALTH
from streams.lifecycle.step import build_step
from tests.harness import Harness
from tests.unit.streams.lifecycle.crawls import crawl, day, health, ids, incidents, reading, tick, unchanged

COMPLETE, PARTIAL, FAILED, UNCHANGED = (
    CrawlOutcome.COMPLETE, CrawlOutcome.PARTIAL, CrawlOutcome.FAILED, CrawlOutcome.UNCHANGED,
)  # fmt: skip


@pytest.fixture
def stage():
    """The stage without servers."""
    return Harness(build_step())


def found(stage, *crawls):
    """The incidents that each of `crawls` opened or ended; a crawl is (postings, outcome, numbers), one a day from day 0."""
    results = []
    for at, (size, outcome, numbers) in enumerate(crawls):
        results.append(incidents(stage.feed(*crawl(day(at), ids(*range(size)), outcome, report=numbers))))
    return results


def sizes(*postings):
    """Complete crawls with so many postings."""
    return [(size, COMPLETE, {}) for size in postings]


def tries(*outcomes, **numbers):
    """Crawls with these outcomes, without postings unless they are complete."""
    return [(3 if outcome is COMPLETE else 0, outcome, numbers) for outcome in outcomes]


def test_a_crawl_in_numbers(stage):
    """Everything that is known of it and of its board, on the topic of health under the board's key."""
    numbers = {
        "expected": 4, "listed": 4, "requests": 2, "blocked": 0, "latency_median_ms": 80, "latency_worst_ms": 90, "failed": 0,
    }  # fmt: skip
    stage.feed(*crawl(day(0), ids(0, 1, 2)))
    stage.feed(reading(ids(0)[0], unreadable=["url"], filled=["title"]))
    published = stage.feed(*crawl(day(1), ids(0, 1, 2, 3), report=numbers))
    [told] = health(published)

    assert [(topic, event.key) for topic, event in published][-1] == (HEALTH.name, "lever:acme")
    assert {name: getattr(told, name) for name in numbers} == numbers
    assert (told.at, told.outcome, told.published, told.usual, told.failures) == (day(1), COMPLETE, 4, 3, 0)
    assert (told.unread, told.readings, told.filled["title"], told.filled["url"]) == (2, 1, 1, 0)
    assert (told.unreadable, told.last_success_at, told.verdicts, told.incidents) == ({"url": 1}, day(1), [], [])


def test_a_board_without_postings_is_told_in_that_same_crawl(stage):
    """And its end with the first crawl that has some again."""
    assert found(stage, *sizes(3, 0, 0, 3)) == [[], [("opened", "empty", 1, 1)], [], [("recovered", "empty", 1, 3)]]
    told = health(stage.outputs)[1]
    assert (told.verdicts, [i.cause for i in told.incidents], told.usual) == (["empty"], ["empty"], 3)
    assert (told.incidents[0].detail, told.incidents[0].evidence) == (
        "No posting; usually there are 3.", {"published": 0, "usual": 3},
    )  # fmt: skip


def test_a_board_that_never_had_a_posting_is_not_empty(stage):
    """Nor is one that nobody has crawled whole."""
    assert found(stage, *sizes(0, 0)) == [[], []]
    assert found(Harness(build_step()), (0, PARTIAL, {}), (0, PARTIAL, {})) == [[], []]


@pytest.mark.parametrize(("usual", "now", "is_told"), [(10, 5, True), (10, 6, False), (4, 2, True), (3, 1, False)])
def test_half_of_the_usual_is_told_in_that_same_crawl(stage, usual, now, is_told):
    """Of four postings at least."""
    assert bool(found(stage, *sizes(usual, now))[1]) == is_told


def test_the_usual_is_the_median_of_the_last_complete_crawls(stage):
    """One odd crawl among them moves it little, and what is unusual does not become usual."""
    found(stage, *sizes(20, 200, 20, 21, 9), (0, UNCHANGED, {}), *sizes(9, 21))

    assert [told.usual for told in health(stage.outputs)] == [None, 20, 20, 20, 20, 20, 20, 20]


def test_between_half_and_two_thirds_nothing_begins_and_nothing_ends(stage):
    """A board at the edge does not flap."""
    turns = found(stage, *sizes(30, 15, 16, 19, 15, 20, 19, 30))

    assert [turn for turn in turns if turn] == [[("opened", "shrunk", 1, 1)], [("recovered", "shrunk", 1, 5)]]


def test_an_empty_board_that_comes_back_by_half_is_shrunk(stage):
    """One incident ends and another begins."""
    assert found(stage, *sizes(30, 0, 15, 0))[1:] == [
        [("opened", "empty", 1, 1)], [("recovered", "empty", 1, 2), ("opened", "shrunk", 2, 2)], [("opened", "empty", 3, 3)],
    ]  # fmt: skip


def test_a_partial_crawl_may_be_shrunk_but_a_failed_one_is_not_empty(stage):
    """It is not silent."""
    assert found(stage, *sizes(30), (10, PARTIAL, {}), (0, FAILED, {}), (0, UNCHANGED, {})) == [
        [], [("opened", "shrunk", 1, 1)], [], [],
    ]  # fmt: skip


def test_what_lasts_two_weeks_is_usual(stage):
    """The board really has fewer postings now; then half of those is told again."""
    turns = found(stage, *sizes(30, *[10] * 16, 5))

    assert [(at, turn) for at, turn in enumerate(turns) if turn] == [
        (1, [("opened", "shrunk", 1, 1)]), (16, [("accepted", "shrunk", 1, 16)]), (17, [("opened", "shrunk", 17, 17)]),
    ]  # fmt: skip


def test_a_shrunk_board_that_is_empty_for_two_weeks_is_empty_as_usual(stage):
    """What is usual follows from the crawl that shows it: a board that is still empty never recovered."""
    turns = found(stage, *sizes(30, 10, *[0] * 20))

    assert [(at, turn) for at, turn in enumerate(turns) if turn] == [
        (1, [("opened", "shrunk", 1, 1)]), (2, [("opened", "empty", 2, 2)]), (17, [("accepted", "empty", 2, 17)]),
        (18, [("recovered", "shrunk", 1, 18)]),
    ]  # fmt: skip


def test_a_source_that_says_more_than_it_lists(stage):
    """By more than a twentieth; the rows of its pages count, not the postings that were received whole."""
    few = [{"expected": 100, "listed": listed} for listed in (95, 94, 100)]
    turns = found(stage, *((9, PARTIAL, numbers) for numbers in few), (3, PARTIAL, {"expected": 4}))

    assert turns == [[], [("opened", "short", 1, 1)], [("recovered", "short", 1, 2)], [("opened", "short", 3, 3)]]


def test_a_board_that_keeps_us_out(stage):
    """At once; not one that let us in after a while."""
    kept_out = {"requests": 2, "blocked": 1, "failed": 1}
    assert found(
        stage, *tries(FAILED, FAILED, **kept_out), *tries(FAILED, blocked=0, failed=1), *tries(COMPLETE, requests=3, blocked=0),
        *tries(COMPLETE, requests=3, blocked=1),
    )[::3] == [[("opened", "blocked", 0, 0)], [("recovered", "blocked", 0, 3), ("recovered", "failing", 0, 3)]]  # fmt: skip


def test_three_failed_crawls_in_a_row_are_an_incident(stage):
    """Since the first of them. A partial crawl whose requests failed is one of them, one that ran out of pages is none."""
    failed = tries(FAILED, PARTIAL, FAILED, failed=1)
    turns = found(stage, *failed[:2], *tries(UNCHANGED), *failed, *tries(FAILED), *tries(PARTIAL))

    assert turns == [[], [], [], [], [], [("opened", "failing", 3, 5)], [], [("recovered", "failing", 3, 7)]]
    assert [told.failures for told in health(stage.outputs)] == [1, 2, 0, 1, 2, 3, 4, 0]
    assert [told.verdicts for told in health(stage.outputs)][:3] == [["failing"], ["failing"], []]


def test_the_last_success_is_the_last_whole_crawl(stage):
    """None before the first."""
    found(stage, *tries(FAILED, COMPLETE, PARTIAL, UNCHANGED, FAILED))

    assert [told.last_success_at for told in health(stage.outputs)] == [None, day(1), day(1), day(3), day(3)]


def test_answers_that_take_four_times_as_long_as_usual(stage):
    """Three times in a row, and two seconds at least; until they take no more than twice as long."""
    slow = [(3, COMPLETE, {"latency_median_ms": ms}) for ms in [600] * 3 + [2500, 2500, 600, 2500, 2500, 2500, 2300, 1200, 2000]]
    turns = found(stage, *slow)

    assert [(at, turn) for at, turn in enumerate(turns) if turn] == [
        (8, [("opened", "slow", 6, 8)]), (10, [("recovered", "slow", 6, 10)]),
    ]  # fmt: skip


def test_answers_below_two_seconds_are_never_slow(stage):
    """Whatever is usual."""
    assert not any(found(stage, *((3, COMPLETE, {"latency_median_ms": ms}) for ms in [10] * 3 + [2000] * 5)))


def test_a_crawl_that_was_not_to_be_whole_says_nothing(stage):
    """A limit, a stop or an import is no fault of the source."""
    assert found(stage, *sizes(30), (1, PARTIAL, {"limited": True, "expected": 30}), (0, PARTIAL, {"limited": True})) == [[]] * 3
    assert len(health(stage.outputs)) == 1


def test_a_late_or_repeated_report_is_judged_no_more(stage):
    """Nor does a tick say anything of a source."""
    found(stage, *sizes(30, 30))
    known = len(stage.outputs)
    for events in (crawl(day(1), ids(1)), crawl(day(0.5)), [tick(day(2))]):
        stage.feed(*events)

    assert len(stage.outputs) == known


def test_boards_have_their_own_health(stage):
    """One is empty, the other never was."""
    stage.feed(*crawl(day(0), ids(1)), *crawl(day(0), ["lever:zebra:1"], board="zebra"))

    told = stage.feed(*crawl(day(1)), *crawl(day(1), ["lever:zebra:1"], board="zebra"))
    assert [(event.board, len(event.incidents)) for event in health(told)] == [("acme", 1), ("zebra", 0)]


def test_open_incidents_are_gauges_of_their_source():
    """Never of a board; what another process takes over is forgotten here."""
    metrics = Metrics("lifecycle")
    stage = Harness(build_step(metrics))

    def shown(name, **labels):
        return metrics.registry.get_sample_value(f"jobstream_{name}", {"source": "lever", **labels})

    found(stage, *sizes(3, 0))
    stage.feed(*crawl(day(0), ["lever:zebra:1"], board="zebra"))
    stage.feed(*crawl(day(5), board="zebra"))
    assert (shown("open_incidents", cause="empty"), shown("last_success_timestamp_seconds")) == (2, day(5).timestamp())
    stage.feed(*unchanged(day(3)))
    stage.feed(*crawl(day(4), ids(1)))
    assert (shown("open_incidents", cause="empty"), shown("last_success_timestamp_seconds")) == (1, day(5).timestamp())
    stage.step.forget()
    assert (shown("open_incidents", cause="empty"), shown("last_success_timestamp_seconds")) == (None, None)
