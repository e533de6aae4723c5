"""What the end of a crawl means for the next one."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from schemas.crawl import CrawlOutcome
from schemas.plan import CrawlPlan
from scrapers.plan.result import Result
from scrapers.plan.rules import Rules, abandoned, after, first, fraction
from tests.builders import JAN

RULES = Rules()
HOUR = 3600.0


def make_plan(**overrides) -> CrawlPlan:
    """A board that was crawled once, six hours ago."""
    seen = JAN - timedelta(hours=6)
    values = {
        "source": "lever", "board": "acme", "host": "api.lever.co", "planned_at": seen, "interval_s": 6 * HOUR, "due_at": JAN,
        "last_outcome": CrawlOutcome.COMPLETE, "last_at": seen, "told_at": seen, "listing": "1:a", "round": 1,
    }  # fmt: skip
    return CrawlPlan(**values | overrides)


def make_result(**overrides) -> Result:
    """A complete crawl that ended now and saw what the last one saw."""
    values = {
        "crawl_id": "c1", "known_as": "acme", "outcome": CrawlOutcome.COMPLETE, "reason": None, "finished_at": JAN,
        "requests": 3, "listing": "1:a", "host_failed": False,
    }  # fmt: skip
    return Result(**values | overrides)


FAILED = {"outcome": CrawlOutcome.FAILED, "reason": "HTTP 503", "listing": None, "host_failed": True}


def wait_s(plan: CrawlPlan) -> float:
    """From now to the next crawl."""
    return (plan.due_at - JAN).total_seconds()


def crawled(plan: CrawlPlan, times: int, *, changes_every_s: float | None, rules: Rules = RULES) -> CrawlPlan:
    """The plan after so many crawls, each when it is due, of a board that changes at that pace."""
    for _ in range(times):
        at = plan.due_at
        seen = "same" if changes_every_s is None else str(int(at.timestamp() // changes_every_s))
        plan = after(plan, make_result(finished_at=at, listing=f"1:{seen}"), rules)
    return plan


def test_a_board_that_changed_is_crawled_sooner():
    """By three tenths."""
    assert after(make_plan(), make_result(listing="2:b"), RULES).interval_s == pytest.approx(4.2 * HOUR)


def test_a_board_that_did_not_change_is_crawled_later():
    """By a quarter."""
    assert after(make_plan(), make_result(), RULES).interval_s == 7.5 * HOUR


def test_an_unchanged_answer_is_a_look_too():
    """Also without a listing."""
    plan = after(make_plan(), make_result(outcome=CrawlOutcome.UNCHANGED, listing=None), RULES)
    assert (plan.interval_s, plan.listing) == (7.5 * HOUR, "1:a")


def test_a_listing_that_was_not_read_to_its_end_says_nothing_of_changes():
    """Interval and listing stay."""
    plan = after(make_plan(), make_result(outcome=CrawlOutcome.PARTIAL, listing=None), RULES)
    assert (plan.interval_s, plan.listing) == (6 * HOUR, "1:a")


def test_the_first_listing_is_compared_with_nothing():
    """The interval of a board of which nothing is known stays."""
    plan = after(make_plan(listing=None), make_result(), RULES)
    assert (plan.interval_s, plan.listing) == (6 * HOUR, "1:a")


def test_intervals_stay_within_their_bounds():
    """However often or seldom a board changes."""
    assert crawled(make_plan(), 20, changes_every_s=60).interval_s == RULES.shortest_s
    assert crawled(make_plan(), 20, changes_every_s=None).interval_s == RULES.longest_s


def test_the_interval_finds_the_change_rate():
    """A board that changes every ten hours is crawled two or three times in these."""
    plan, intervals = make_plan(), []
    for _ in range(200):
        plan = crawled(plan, 1, changes_every_s=10 * HOUR)
        intervals.append(plan.interval_s / HOUR)
    assert 3.3 < sum(intervals[50:]) / 150 < 5


def test_a_board_that_wakes_up_is_noticed():
    """After a month of silence six crawls are enough."""
    asleep = crawled(make_plan(), 30, changes_every_s=None)
    assert crawled(asleep, 6, changes_every_s=HOUR / 2).interval_s < 3 * HOUR


def test_a_failed_board_is_tried_again_after_growing_waits():
    """Ten minutes, twenty, forty … a day; its interval stays."""
    plan, waits = make_plan(), []
    for _ in range(12):
        plan = after(plan, make_result(**FAILED), RULES)
        waits.append(wait_s(plan))
    assert all(0.9 * 600 * 2**n <= wait <= 600 * 2**n for n, wait in enumerate(waits[:7]))
    assert 0.9 * RULES.longest_s <= waits[-1] <= RULES.longest_s
    assert (plan.failures, plan.interval_s) == (12, 6 * HOUR)


def test_an_answer_ends_the_back_off():
    """The next wait is the interval again."""
    plan = after(make_plan(failures=5), make_result(listing=None), RULES)
    assert plan.failures == 0
    assert wait_s(plan) > 5 * HOUR


def test_retry_after_is_honoured():
    """Where it asks for more than the back-off."""
    assert wait_s(after(make_plan(), make_result(**FAILED, retry_after_s=5 * HOUR), RULES)) == 5 * HOUR


def test_a_stopped_crawl_is_nobody_s_failure():
    """It comes again soon."""
    plan = after(make_plan(failures=2), make_result(outcome=CrawlOutcome.PARTIAL, stopped=True, listing=None), RULES)
    assert (plan.failures, plan.requests) == (2, 1)
    assert wait_s(plan) <= RULES.retry_s


def test_a_crawl_whose_process_died_is_nobody_s_failure():
    """It comes again soon, and what is known of the board stays."""
    plan = abandoned(make_plan(), JAN, RULES)
    assert (plan.failures, plan.last_outcome, plan.in_flight) == (0, CrawlOutcome.COMPLETE, None)
    assert wait_s(plan) <= RULES.retry_s


def test_what_a_whole_crawl_cost_is_what_the_next_will():
    """A failed one, or one of which nobody counted, says nothing."""
    assert after(make_plan(), make_result(requests=40), RULES).requests == 40
    assert after(make_plan(requests=40), make_result(requests=0), RULES).requests == 40
    assert after(make_plan(requests=40), make_result(**FAILED), RULES).requests == 40


@given(st.text(min_size=1), st.integers(0, 1000), st.floats(3600, 86_400))
def test_jitter_only_makes_it_sooner_and_never_too_soon(board, number, interval_s):
    """The bounds hold, and a replay gives the same."""
    plan = make_plan(board=board, round=number, interval_s=interval_s, listing=None)
    found = after(plan, make_result(), RULES)
    assert RULES.shortest_s <= wait_s(found) <= interval_s
    assert found == after(plan, make_result(), RULES)


def test_new_boards_are_spread_over_their_first_interval():
    """By their names: a tenth of them in each tenth of it."""
    due = [wait_s(first(make_plan(board=f"b{number}"), JAN)) / (6 * HOUR) for number in range(2000)]
    tenths = [sum(tenth <= at * 10 < tenth + 1 for at in due) for tenth in range(10)]
    assert sum(tenths) == 2000
    assert all(140 < count < 260 for count in tenths)


def test_a_fraction_is_the_same_everywhere():
    """It is no `hash`, which differs from process to process."""
    assert [round(fraction("lever:acme", number), 4) for number in range(3)] == [0.0694, 0.3904, 0.2492]
