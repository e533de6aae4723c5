"""The scheduler's rounds: who leads, what ended, what starts; and nothing starts that the plan does not hold."""

from collections.abc import Callable, Iterable, Sequence
from datetime import datetime, timedelta
from typing import Protocol

from pipeline.cli.exits import Unreachable
from runtime.clock import Clock
from runtime.logs import logger
from runtime.metrics import Metrics
from runtime.producer import BrokerUnavailable
from runtime.transaction import Fenced
from schemas.crawl import CrawlReport, CrawlTick
from schemas.plan import CrawlPlan
from scrapers.boards import Board, BoardsUnreadable
from scrapers.plan.breaker import Breaker
from scrapers.plan.hosts import host_of
from scrapers.plan.result import Result, result_of, result_of_report
from scrapers.plan.rules import Rules
from scrapers.plan.schedule import Schedule
from scrapers.sources import load_source
from scrapers.tally import STOPPED, Tally

_BOARDS_EVERY = timedelta(minutes=1)
_REPORTS_EVERY = timedelta(seconds=5)
# beyond its lease a crawl is cut off from Kafka; what still runs then will never end
_HANGS_AFTER = timedelta(minutes=5)
log = logger(__name__)


class CrawlHangs(Exception):  # noqa: N818 - a condition
    """A crawl of this process did not end, long after its lease; the process has to end, and a new one goes on."""


class Elects(Protocol):
    """What runtime.election.Election does."""

    def leads(self, within_s: float) -> bool: ...

    def step_down(self) -> None: ...


class Crawls(Protocol):
    """What scrapers.orders.Orders does."""

    @property
    def running(self) -> list[Tally]: ...

    def give(self, tally: Tally) -> None: ...

    def done(self) -> list[Tally]: ...

    def stop_before(self, moment: datetime, reason: str) -> None: ...


class Remembers(Protocol):
    """What pipeline.ops.plan.PlanLog does."""

    def take_over(self) -> list[CrawlPlan]: ...

    def write(self, plans: Iterable[CrawlPlan], gone: Iterable[str]) -> None: ...

    def tell(self, ticks: Sequence[CrawlTick]) -> None: ...

    def reports(self, since: datetime) -> list[CrawlReport]: ...

    def let_go(self) -> None: ...


class Scheduler:
    """Leads when it is elected, else stands by.

    A round of the leader, in this order:

    1. crawls that ended are settled: those of this process by their tallies, those of an earlier leader by their reports;
    2. boards come and go with their files; boards that nobody crawls are told the time;
    3. crawls are chosen, each with its lease, and all of this is committed in one transaction;
    4. only then the crawls start.

    Whatever fails on the way, or another leader: memory is thrown away, the crawls of this process are told to end, and the
    plan is read again. A crawl whose record was committed and that never started is over when its lease passes.
    """

    def __init__(
        self,
        rules: Rules,
        *,
        election: Elects,
        crawls: Crawls,
        plan: Remembers,
        boards: Callable[[], list[Board]],
        metrics: Metrics,
        clock: Clock,
    ) -> None:
        self._rules = rules
        self._election = election
        self._crawls = crawls
        self._plan = plan
        self._boards = boards
        self._metrics = metrics
        self._clock = clock
        self._schedule: Schedule | None = None
        self._known: dict[str, Board] = {}
        self._match_at = self._listen_at = clock()
        self.last_turn_at = clock()
        self.finding: str | None = None

    def turn(self, within_s: float, *, ending: bool = False) -> None:
        """Wait up to `within_s` seconds for news of the election, then do a round; none starts a crawl when it is `ending`.

        Raises CrawlHangs.
        """
        leads = self._election.leads(within_s)
        ended = [result_of(tally, self._clock()) for tally in self._crawls.done()]
        self._end_overlong()
        if leads:
            self._try_round(ended, ending=ending)
        else:
            self._stand_by()
            self.finding = None
        self.last_turn_at = self._clock()
        self._metrics.schedule_leader.labels(self._metrics.process).set(self._schedule is not None)

    def _try_round(self, ended: list[Result], *, ending: bool) -> None:
        try:
            schedule = self._schedule or self._take_over()
            self._round(schedule, ended, self._clock(), ending=ending)
        except (BrokerUnavailable, Unreachable) as error:
            self._stand_by()
            self.finding = f"Kafka does not answer: {error}"
            log.warning("the plan can't be written, this scheduler stands by", cause=str(error))
        except Fenced as error:
            self._stand_by()
            self._election.step_down()
            log.warning("another scheduler took over", cause=str(error))
        else:
            self.finding = None

    def _take_over(self) -> Schedule:
        plans = self._plan.take_over()
        schedule = self._schedule = Schedule(self._rules, plans)
        self._match_at = self._listen_at = self._clock()
        log.info("this scheduler leads", boards=len(plans), in_flight=len(schedule.in_flight))
        return schedule

    def _round(self, schedule: Schedule, ended: list[Result], now: datetime, *, ending: bool) -> None:
        results = sorted([*ended, *self._heard(schedule, now)], key=lambda result: result.finished_at)
        settled = [plan for result in results if (plan := schedule.settle(result))]
        abandoned = schedule.abandon(now, (tally.crawl_id for tally in self._crawls.running))
        matched, gone = self._matched(schedule, now)
        told = schedule.tell(now)
        started = [] if ending else schedule.start(now)
        self._plan.tell([CrawlTick(source=plan.source, board=plan.known_as or plan.board, at=now) for plan in told])
        self._plan.write([*settled, *abandoned, *matched, *told, *started], gone)
        self._start(started)
        self._count(schedule, settled, now)

    def _heard(self, schedule: Schedule, now: datetime) -> list[Result]:
        ours = {tally.crawl_id for tally in self._crawls.running}
        foreign = [lease.started_at for lease in schedule.in_flight if lease.crawl_id not in ours]
        if not foreign or now < self._listen_at:
            return []
        self._listen_at = now + _REPORTS_EVERY
        return [result_of_report(report) for report in self._plan.reports(min(foreign))]

    def _matched(self, schedule: Schedule, now: datetime) -> tuple[list[CrawlPlan], list[str]]:
        if now < self._match_at:
            return [], []
        self._match_at = now + _BOARDS_EVERY
        try:
            self._known = {str(board): board for board in self._boards()}
        except BoardsUnreadable as error:
            log.warning("the boards can't be read, the plan stays as it is", cause=str(error))
            return [], []
        return schedule.match(self._known.values(), host_of, now)

    def _start(self, started: list[CrawlPlan]) -> None:
        for plan in started:
            board = self._known.get(plan.key, Board(plan.source, plan.board))
            self._crawls.give(Tally(board, load_source(plan.source), plan.planned_at))

    def _stand_by(self) -> None:
        if self._schedule is not None:
            log.warning("this scheduler leads no more", in_flight=len(self._crawls.running))
        self._schedule = None
        self._plan.let_go()
        self._crawls.stop_before(self._clock() + _HANGS_AFTER, STOPPED)

    def _end_overlong(self) -> None:
        now, limit_s = self._clock(), self._rules.crawl_limit_s
        self._crawls.stop_before(now - timedelta(seconds=limit_s), f"took longer than {limit_s:.0f} s")
        hangs_before = now - timedelta(seconds=self._rules.lease_s) - _HANGS_AFTER
        hanging = [str(tally.board) for tally in self._crawls.running if tally.started_at < hangs_before]
        if hanging:
            raise CrawlHangs(f"the crawl of {', '.join(hanging)} does not end")

    def _count(self, schedule: Schedule, settled: list[CrawlPlan], now: datetime) -> None:
        for plan in settled:
            self._metrics.crawls.labels(plan.source, plan.last_outcome).inc()
        counts = schedule.counts(now)
        for state in ("waiting", "due", "late", "in_flight"):
            self._metrics.schedule_boards.labels(state).set(getattr(counts, state))
        self._metrics.schedule_breaker.clear()
        for host, state in schedule.breakers(now):
            assert state is not Breaker.CLOSED
            self._metrics.schedule_breaker.labels(host, state.value).set(1)
        self._metrics.schedule_last_round.labels(self._metrics.process).set(now.timestamp())
