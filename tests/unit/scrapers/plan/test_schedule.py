"""The plan of all boards: what starts, what does not, and what a new process knows."""

from collections.abc import Sequence
from datetime import timedelta
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from schemas.crawl import CrawlOutcome
from schemas.plan import HostState, Lease
from scrapers.boards import Board
from scrapers.plan.breaker import Breaker
from scrapers.plan.rules import Rules
from scrapers.plan.schedule import Counts, Schedule
from tests.builders import JAN
from tests.schedule_world import HOUR, Listing, Outage, World, busiest_hour, make_listings
from tests.unit.scrapers.plan.test_rules import FAILED, make_plan, make_result

RULES = Rules()
MINUTE = timedelta(minutes=1)


def make_schedule(*boards: str, rules: Rules = RULES, **overrides) -> Schedule:
    """A schedule of boards of one host, due now."""
    return Schedule(rules, [make_plan(board=board, **overrides) for board in boards])


def keys(plans) -> list[str]:
    """The boards."""
    return [plan.board for plan in plans]


def test_what_is_due_starts_with_a_lease():
    """Once: what is in flight is not started again, however long it takes."""
    schedule = make_schedule("a")
    [plan] = schedule.start(JAN)
    assert plan.in_flight.until == JAN + timedelta(seconds=RULES.lease_s)
    assert schedule.start(JAN + timedelta(days=30)) == []


def test_what_is_not_due_waits():
    """To the millisecond."""
    schedule = make_schedule("a", due_at=JAN + timedelta(milliseconds=1))
    assert schedule.start(JAN) == []
    assert keys(schedule.start(JAN + timedelta(milliseconds=1))) == ["a"]


def test_the_longest_waiting_starts_first():
    """A step of priority is worth an hour of waiting, so nobody starves."""
    plans = [make_plan(board=b, due_at=JAN - timedelta(minutes=m), priority=p) for b, m, p in [("a", 10, 0), ("b", 5, 1)]]
    long_ago = make_plan(board="c", due_at=JAN - timedelta(hours=2))
    schedule = Schedule(Rules(boards_per_host=3), [*plans, long_ago])
    assert keys(schedule.start(JAN)) == ["c", "b", "a"]


def test_a_host_bears_so_many_boards_at_once():
    """And all hosts together so many."""
    assert len(make_schedule("a", "b", "c").start(JAN)) == 2
    many = Schedule(Rules(boards_at_once=3), [make_plan(board=str(n), host=f"h{n}") for n in range(9)])
    assert len(many.start(JAN)) == 3


def test_a_host_bears_so_many_requests_an_hour():
    """Crawls in flight count with what they are expected to cost; after an hour there is room again."""
    schedule = make_schedule("a", "b", "c", rules=Rules(requests_per_hour=100, boards_per_host=9), requests=40)
    started = schedule.start(JAN)
    assert keys(started) == ["a", "b"]
    for plan in started:
        schedule.settle(make_result(crawl_id=plan.in_flight.crawl_id, requests=50))
    assert schedule.start(JAN + 59 * MINUTE) == []
    assert keys(schedule.start(JAN + 60 * MINUTE)) == ["c"]


def test_a_board_larger_than_the_budget_is_crawled_alone():
    """It would wait for ever otherwise."""
    schedule = make_schedule("a", "b", rules=Rules(requests_per_hour=100), requests=500)
    assert keys(schedule.start(JAN)) == ["a"]


def test_of_an_open_host_nothing_starts_and_of_a_half_open_one_a_single_board():
    """The one that tries."""
    state = HostState(failures=5, openings=1, open_until=JAN + HOUR)
    schedule = make_schedule("a", "b", host_state=state)
    assert (schedule.start(JAN), dict(schedule.breakers(JAN))) == ([], {"api.lever.co": Breaker.OPEN})
    assert len(schedule.start(JAN + HOUR)) == 1
    assert schedule.start(JAN + HOUR) == []


def test_failures_of_several_boards_open_their_host():
    """And the record says so: a new leader knows."""
    schedule = make_schedule("a", "b", "c", rules=Rules(failures_to_open=3, boards_per_host=9))
    settled = [schedule.settle(make_result(**FAILED, crawl_id=p.in_flight.crawl_id)) for p in schedule.start(JAN)]
    assert dict(schedule.breakers(JAN)) == {"api.lever.co": Breaker.OPEN}
    assert dict(Schedule(RULES, settled).breakers(JAN)) == {"api.lever.co": Breaker.OPEN}


def test_a_result_of_an_unknown_crawl_changes_nothing():
    """A report that was settled already, or of a crawl that nobody planned."""
    schedule = make_schedule("a")
    assert schedule.settle(make_result(crawl_id="other")) is None
    assert schedule.plans["lever:a"].due_at == JAN


def test_a_new_leader_leaves_a_board_with_a_live_lease_alone():
    """Until its report came."""
    [leased] = make_schedule("a").start(JAN)
    schedule = Schedule(RULES, [leased])
    assert (schedule.start(JAN + 10 * MINUTE), schedule.abandon(JAN + 10 * MINUTE, [])) == ([], [])
    assert schedule.settle(make_result(crawl_id=leased.in_flight.crawl_id)).in_flight is None


def test_a_lease_that_passed_without_report_ends():
    """Unless the crawl is one of this process, which knows better."""
    [leased] = make_schedule("a").start(JAN)
    schedule, passed = Schedule(RULES, [leased]), JAN + timedelta(seconds=RULES.lease_s)
    assert schedule.abandon(passed, [leased.in_flight.crawl_id]) == []
    [plan] = schedule.abandon(passed, [])
    assert plan.in_flight is None
    assert keys(schedule.start(passed + timedelta(seconds=RULES.retry_s))) == ["a"]


def test_boards_come_and_go_with_their_files():
    """A new one is due within its first interval, one that left is named for its tombstone."""
    schedule = make_schedule("a", "b")
    made, gone = schedule.match([Board("lever", "b"), Board("lever", "c", priority=2)], lambda _: "api.lever.co", JAN)
    assert ([(plan.board, plan.priority) for plan in made], gone) == ([("c", 2)], ["lever:a"])
    assert JAN <= made[0].due_at < JAN + timedelta(seconds=RULES.interval_s)


def test_a_board_in_flight_leaves_after_its_end():
    """Its lease has to be held."""
    schedule = make_schedule("a")
    [leased] = schedule.start(JAN)
    assert schedule.match([], lambda _: "", JAN) == ([], [])
    schedule.settle(make_result(crawl_id=leased.in_flight.crawl_id))
    assert schedule.match([], lambda _: "", JAN) == ([], ["lever:a"])


def test_a_changed_priority_or_host_is_taken_over():
    """And what is known of the board stays."""
    schedule = make_schedule("a")
    made, _ = schedule.match([Board("lever", "a", priority=3)], lambda _: "new.lever.co", JAN)
    assert [(plan.host, plan.priority, plan.round) for plan in made] == [("new.lever.co", 3, 1)]
    assert schedule.match([Board("lever", "a", priority=3)], lambda _: "new.lever.co", JAN) == ([], [])


def test_a_board_that_no_crawl_told_the_time_is_told():
    """At least daily, once, and not before its first crawl: it has no postings then."""
    schedule = Schedule(RULES, [make_plan(board="a"), make_plan(board="new", told_at=None)])
    day = JAN - timedelta(hours=6) + timedelta(seconds=RULES.tell_s)
    assert RULES.tell_s <= 86_400
    assert schedule.tell(day - MINUTE) == []
    assert keys(schedule.tell(day)) == ["a"]
    assert schedule.tell(day) == []


def test_boards_are_counted_by_state():
    """A late one is not due as well."""
    due = [JAN + HOUR, JAN, JAN - HOUR, JAN - 2 * HOUR]
    schedule = Schedule(Rules(boards_at_once=1), [make_plan(board=str(n), due_at=at) for n, at in enumerate(due)])
    assert schedule.counts(JAN) == Counts(waiting=1, due=1, late=2, in_flight=0)
    schedule.start(JAN)
    assert schedule.counts(JAN) == Counts(waiting=1, due=1, late=1, in_flight=1)


def test_a_crawl_in_flight_is_recalled_with_its_cost():
    """A new leader keeps the budgets that the old one had begun to use."""
    lease = Lease(crawl_id="c1", started_at=JAN, until=JAN + HOUR)
    running = make_plan(board="a", in_flight=lease, requests=60)
    schedule = Schedule(Rules(requests_per_hour=100), [running, make_plan(board="b", requests=60, last_at=JAN - 2 * HOUR)])
    assert schedule.start(JAN) == []


def test_a_new_leader_knows_what_a_host_has_borne():
    """All requests of the last hour, also those of a board that was crawled several times, and of two that ended at once."""
    rules = Rules(requests_per_hour=100, boards_per_host=9, shortest_s=600, longest_s=600, interval_s=600)
    schedule = make_schedule("a", "b", "c", rules=rules, requests=20)
    for at in (JAN, JAN + 11 * MINUTE):
        for plan in schedule.start(at)[:2]:
            schedule.settle(make_result(crawl_id=plan.in_flight.crawl_id, requests=20, finished_at=at))
    known = sorted(schedule.plans.values(), key=lambda plan: plan.host_state.spent, reverse=True)
    assert known[0].host_state.spent == 80
    assert [len(Schedule(rules, each).start(JAN + 22 * MINUTE)) for each in (known, known[::-1])] == [0, 0]


HOSTS = ("x.example", "y.example")
LISTINGS = st.lists(st.tuples(st.sampled_from(HOSTS), st.integers(1, 60)), min_size=1, max_size=8)
STEPS = st.lists(st.sampled_from(["turn", "turn", "turn", "wait", "crash"]), max_size=40)


def world_of(listed: Sequence[tuple[str, int]], rules: Rules, outages: Sequence[Outage] = ()) -> World:
    """A world of boards that never change; what each costs is known from the start."""
    listings = [Listing(Board("lever", f"b{n}"), host, cost, cost, ()) for n, (host, cost) in enumerate(listed)]
    plans = [make_plan(board=each.board.name, host=each.host, requests=each.requests, last_at=None) for each in listings]
    world = World(listings, rules, JAN, outages)
    world.schedule = Schedule(rules, plans)
    return world


@settings(deadline=None)
@given(LISTINGS, STEPS, st.booleans())
def test_no_board_is_crawled_twice_at_a_time_and_no_budget_is_passed(listed, steps, failing):
    """Whatever crashes and fails in between; a lease outlives the longest crawl."""
    outages = [Outage(HOSTS[0], JAN, JAN + 2 * HOUR)] if failing else []
    rules = Rules(requests_per_hour=100, shortest_s=600, longest_s=600, crawl_limit_s=60, ending_s=30, retry_s=60)
    world = world_of(listed, rules, outages)
    for step in steps:
        if step == "crash":
            world.crash()
        world.now += timedelta(seconds=200 if step == "wait" else 20)
        breakers = dict(world.schedule.breakers(world.now))
        started = world.turn()
        assert all(count <= rules.boards_per_host for count in world.hosts_now().values())
        assert not [plan for plan in started if breakers.get(plan.host) is Breaker.OPEN]
    most = busiest_hour([crawl for crawl in world.crawls if crawl.outcome is CrawlOutcome.COMPLETE])
    assert all(count <= rules.requests_per_hour for count in most.values())


@settings(deadline=None, max_examples=25)
@given(LISTINGS)
def test_every_board_is_crawled_within_its_bound_when_hosts_answer(listed):
    """No two crawls of a board end further apart than the longest interval, one crawl and what the others of its host take."""
    rules = Rules(interval_s=1200, shortest_s=600, longest_s=1800, boards_per_host=1)
    world = world_of(listed, rules)
    world.run(JAN + 3 * HOUR, timedelta(seconds=10))
    bound_s = rules.longest_s + sum(20 + requests / 2 for _, requests in listed)
    for listing in world.listings:
        ends = [JAN, *(c.finished_at for c in world.crawls if c.key == str(listing.board)), world.now]
        assert max((b - a).total_seconds() for a, b in pairwise(ends)) <= bound_s


def test_a_day_of_two_hundred_boards():
    """In small what bench/schedule.py measures: all crawled, budgets kept, a host's outage left alone and forgotten."""
    listings = make_listings(200, JAN, 1.0, seed=7)
    outage = Outage("large-0.example", JAN + 8 * HOUR, JAN + 10 * HOUR)
    world = World(listings, RULES, JAN, [outage])
    world.run(JAN + 24 * HOUR, timedelta(minutes=1))

    assert {crawl.key for crawl in world.crawls} == {str(listing.board) for listing in listings}
    assert max(busiest_hour(world.crawls).values()) <= RULES.requests_per_hour
    failed = [crawl for crawl in world.crawls if crawl.outcome is CrawlOutcome.FAILED]
    assert {crawl.host for crawl in failed} == {outage.host}
    # 25 boards are due in two hours; the breaker lets few of them fail
    assert 5 <= len(failed) <= 12
    assert dict(world.schedule.breakers(world.now)) == {}
