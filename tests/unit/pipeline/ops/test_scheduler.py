"""The rounds of the scheduler: what is written before what starts, and what becomes of it when Kafka or another one says no."""

from datetime import timedelta

import pytest

from pipeline.ops.scheduler import CrawlHangs, Scheduler
from runtime.metrics import Metrics
from runtime.producer import BrokerUnavailable
from runtime.transaction import Fenced
from schemas.crawl import CrawlOutcome, CrawlReport
from schemas.plan import CrawlPlan
from scrapers.boards import Board, BoardsUnreadable
from scrapers.plan.rules import Rules
from scrapers.tally import STOPPED, Tally
from tests.builders import JAN

RULES = Rules(interval_s=3600, shortest_s=3600, longest_s=3600)


class FakeCrawls:
    """Takes orders, and ends them when the test says so."""

    def __init__(self, events: list) -> None:
        self.running: list[Tally] = []
        self.ended: list[Tally] = []
        self.stopped: list[tuple[str, str]] = []
        self._events = events

    def give(self, tally: Tally) -> None:
        self._events.append(("start", str(tally.board)))
        self.running.append(tally)

    def done(self) -> list[Tally]:
        ended, self.ended = self.ended, []
        return ended

    def stop_before(self, moment, reason: str) -> None:
        self.stopped += [(str(tally.board), reason) for tally in self.running if tally.started_at < moment]

    def end(self, tally: Tally, now) -> None:
        """Let a crawl end, with its report."""
        tally.read_to_end = True
        tally.pages, tally.requests, tally.host_failed = 1, 1, False
        tally.close(now)
        self.running.remove(tally)
        self.ended.append(tally)


class FakePlan:
    """The topic: newest record by key; `error` is raised by the next write."""

    def __init__(self, events: list) -> None:
        self.records: dict[str, CrawlPlan] = {}
        self.told: list[str] = []
        self.known: list[CrawlReport] = []
        self.error: Exception | None = None
        self.held = False
        self._events = events

    def take_over(self) -> list[CrawlPlan]:
        self.held = True
        return list(self.records.values())

    def write(self, plans, gone) -> None:
        if self.error:
            error, self.error = self.error, None
            raise error
        self.records |= {plan.key: plan for plan in plans}
        self._events += [("write", plan.key) for plan in plans if plan.in_flight]
        for key in gone:
            del self.records[key]

    def tell(self, ticks) -> None:
        self.told += [tick.subject for tick in ticks]

    def reports(self, since) -> list[CrawlReport]:
        return [report for report in self.known if report.finished_at >= since]

    def let_go(self) -> None:
        self.held = False


class World:
    """A scheduler of two boards, and all that it stands on."""

    def __init__(self) -> None:
        self.now = JAN
        self.elected = True
        self.stepped_down = 0
        self.boards = [Board("lever", "a", "Acme"), Board("greenhouse", "b")]
        self.events: list[tuple[str, str]] = []
        self.crawls, self.plan, self.metrics = FakeCrawls(self.events), FakePlan(self.events), Metrics("schedule")
        self.scheduler = self.another()

    def another(self) -> Scheduler:
        """A scheduler on the same topic that knows nothing yet."""
        return Scheduler(
            RULES, election=self, crawls=self.crawls, plan=self.plan, boards=self.listed, metrics=self.metrics,
            clock=lambda: self.now,
        )  # fmt: skip

    def leads(self, within_s: float) -> bool:
        return self.elected

    def step_down(self) -> None:
        self.stepped_down += 1
        self.elected = False

    def listed(self) -> list[Board]:
        if not self.boards:
            raise BoardsUnreadable("half a file")
        return self.boards

    def turn(self, **passed) -> None:
        """Let time pass, then do a round."""
        self.now += timedelta(**passed)
        self.scheduler.turn(0)

    def started(self) -> list[str]:
        return [key for kind, key in self.events if kind == "start"]

    def metric(self, name: str, **labels) -> float | None:
        return self.metrics.registry.get_sample_value(f"jobstream_{name}", labels)


@pytest.fixture
def world() -> World:
    """Two boards, both due after an hour at most."""
    world = World()
    world.turn()
    return world


def test_a_crawl_starts_only_after_its_lease_is_written(world):
    """Both boards, each written before it starts."""
    world.turn(hours=1)
    for key in ("lever:a", "greenhouse:b"):
        assert world.events.index(("write", key)) < world.events.index(("start", key))
        assert world.plan.records[key].in_flight.crawl_id in {tally.crawl_id for tally in world.crawls.running}


def test_a_crawl_knows_the_employer_of_its_board(world):
    """As the boards file says."""
    world.turn(hours=1)
    assert {tally.board for tally in world.crawls.running} == set(world.boards)


@pytest.mark.parametrize("error", [BrokerUnavailable("away"), Fenced("by a newer one")])
def test_nothing_starts_when_the_plan_could_not_be_written(world, error):
    """The memory is thrown away with it."""
    world.plan.error = error
    world.turn(hours=1)
    assert (world.started(), world.plan.held) == ([], False)
    assert world.metric("schedule_leader", process="schedule") == 0


def test_a_fenced_scheduler_steps_down(world):
    """It leaves the group; one that only lost Kafka stays, says so, and goes on by itself."""
    world.plan.error = BrokerUnavailable("away")
    world.turn(hours=1)
    assert (world.stepped_down, world.scheduler.finding) == (0, "Kafka does not answer: away")
    world.turn()
    assert (len(world.started()), world.scheduler.finding) == (2, None)

    world.plan.error = Fenced("by a newer one")
    world.crawls.end(world.crawls.running[0], world.now)
    world.turn()
    assert world.stepped_down == 1


def test_a_crawl_in_flight_is_not_started_again(world):
    """However often rounds come, and its end is settled once."""
    world.turn(hours=1)
    for _ in range(5):
        world.turn(minutes=1)
    assert len(world.started()) == 2
    ended = world.crawls.running[0]
    world.crawls.end(ended, world.now)
    world.turn()
    record = world.plan.records[str(ended.board)]
    assert (record.in_flight, record.last_outcome, record.round) == (None, CrawlOutcome.COMPLETE, 1)
    assert world.metric("crawls_total", source=ended.source.name, outcome="complete") == 1


def test_who_leads_no_more_stops_its_crawls(world):
    """And forgets the plan."""
    world.turn(hours=1)
    world.elected = False
    world.turn()
    assert sorted(world.crawls.stopped) == [("greenhouse:b", STOPPED), ("lever:a", STOPPED)]
    assert not world.plan.held


def test_a_new_leader_waits_for_the_crawls_of_the_old_one(world):
    """Until their reports are on the topic; then it plans their boards again."""
    world.turn(hours=1)
    old, world.crawls.running = world.crawls.running, []
    world.scheduler = world.another()
    world.turn(minutes=1)
    assert len(world.started()) == 2

    _, report = old[0].close(world.now)
    world.plan.known.append(report)
    world.turn(seconds=10)
    assert world.plan.records[str(old[0].board)].in_flight is None
    assert world.plan.records[str(old[1].board)].in_flight is not None
    world.turn(hours=1)
    assert world.started().count(str(old[0].board)) == 2


def test_a_new_leader_goes_on_when_a_lease_has_passed(world):
    """The process that crawled died, and no report will come."""
    world.turn(hours=1)
    world.crawls.running = []
    world.scheduler = world.another()
    world.turn(seconds=RULES.lease_s)
    assert all(plan.in_flight is None for plan in world.plan.records.values())
    world.turn(seconds=RULES.retry_s)
    assert len(world.started()) == 4


def test_a_crawl_that_takes_too_long_is_stopped_and_one_that_hangs_ends_the_process(world):
    """The limit is below the lease, so that it is over when another may start it."""
    world.turn(hours=1)
    assert RULES.crawl_limit_s < RULES.lease_s
    world.turn(seconds=RULES.crawl_limit_s + 1)
    assert {reason for _, reason in world.crawls.stopped} == {"took longer than 2700 s"}
    with pytest.raises(CrawlHangs, match="lever:a"):
        world.turn(hours=1)


def test_a_broken_boards_file_changes_nothing(world):
    """An editor may have written half of it."""
    boards, world.boards = world.boards, []
    world.turn(minutes=2)
    assert world.plan.records.keys() == {str(board) for board in boards}
    world.boards = boards[:1]
    world.turn(minutes=2)
    assert world.plan.records.keys() == {"lever:a"}


def test_boards_that_nobody_crawls_are_told_the_time():
    """By the name that their crawls report under."""
    world = World()
    silent = CrawlPlan(
        source="lever", board="a", known_as="A", host="api.lever.co", planned_at=JAN, interval_s=3600, told_at=JAN,
        due_at=JAN + timedelta(days=9),
    )  # fmt: skip
    world.plan.records[silent.key] = silent
    world.boards = world.boards[:1]
    world.turn(hours=19)
    assert world.plan.told == []
    world.turn(hours=1)
    assert (world.plan.told, world.plan.records["lever:a"].told_at) == (["lever:A"], world.now)


def test_who_ends_starts_nothing(world):
    """Though both boards are due."""
    world.turn(hours=1)
    for tally in list(world.crawls.running):
        world.crawls.end(tally, world.now)
    world.turn()
    world.now += timedelta(hours=2)
    world.scheduler.turn(0, ending=True)
    assert len(world.started()) == 2
    assert [plan.in_flight for plan in world.plan.records.values()] == [None, None]


def test_the_metrics_are_a_dead_man_s_switch(world):
    """Only a good round of the leader moves the time; boards are counted."""
    good = world.metric("schedule_last_round_timestamp_seconds", process="schedule")
    assert good == world.now.timestamp()
    assert world.metric("schedule_boards", state="waiting") == 2
    world.elected = False
    world.turn(minutes=1)
    assert world.metric("schedule_last_round_timestamp_seconds", process="schedule") == good
