"""The plan of all boards, in memory: what is due, what starts, what a result changes."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from schemas.base import to_instant
from schemas.plan import CrawlPlan, Lease
from scrapers.boards import Board
from scrapers.plan import rules as judge
from scrapers.plan.breaker import Breaker
from scrapers.plan.hosts import Hosts
from scrapers.plan.result import Result
from scrapers.plan.rules import Rules
from scrapers.tally import crawl_id_of

_PRIORITY_STEP = timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class Counts:
    """How many boards are in flight; of the others, how many wait, are due, and are late (due ones are not counted twice)."""

    waiting: int
    due: int
    late: int
    in_flight: int


class Schedule:
    """Knows every board's newest record and every host.

    A method that returns records has changed the plan in memory already. They are made durable before anything is done about
    them; where that fails, this object is thrown away and the plan is read again.
    """

    def __init__(self, rules: Rules, plans: Iterable[CrawlPlan] = ()) -> None:
        self._rules = rules
        self._plans: dict[str, CrawlPlan] = {}
        self._in_flight: dict[str, str] = {}
        self._hosts = Hosts(rules)
        for plan in plans:
            self._keep(plan)
            self._hosts[plan.host].recall(plan)

    @property
    def plans(self) -> Mapping[str, CrawlPlan]:
        """The newest record of each board, by `source:board`."""
        return self._plans

    @property
    def in_flight(self) -> Sequence[Lease]:
        """The crawls that were started and whose end is not known."""
        return [lease for lease in (self._plans[key].in_flight for key in self._in_flight.values()) if lease]

    def match(self, boards: Iterable[Board], host_of: Callable[[Board], str], now: datetime) -> tuple[list[CrawlPlan], list[str]]:
        """Return the records of boards that are new or whose host or priority changed, and the keys of boards that left.

        A board whose crawl is in flight leaves after its end.
        """
        wanted = {str(board): board for board in boards}
        gone = [key for key, plan in self._plans.items() if key not in wanted and plan.in_flight is None]
        for key in gone:
            del self._plans[key]
        found = (self._matched(key, board, host_of(board), now) for key, board in wanted.items())
        return [self._keep(plan) for plan in found if plan is not None], gone

    def start(self, now: datetime) -> list[CrawlPlan]:
        """Return the records of the boards whose crawls start now, each with its lease.

        The most urgent first: those that wait longest, where a step of priority is worth an hour. No board is in flight
        twice, and no budget of a host is passed.
        """
        waiting = (plan for plan in self._plans.values() if plan.in_flight is None and plan.due_at <= now)
        started: list[CrawlPlan] = []
        for plan in sorted(waiting, key=lambda plan: (plan.due_at - plan.priority * _PRIORITY_STEP, plan.key)):
            if len(self._in_flight) >= self._rules.boards_at_once:
                break
            if self._hosts[plan.host].bears(plan.requests, now):
                started.append(self._begin(plan, now))
        return started

    def settle(self, result: Result) -> CrawlPlan | None:
        """Return the record of the board whose crawl ended; None for a crawl that is not in flight.

        Results come in the order of their ends: the newest record of a host is the one that counts for the next leader.
        """
        key = self._in_flight.pop(result.crawl_id, None)
        if key is None:
            return None
        plan = self._plans[key]
        requests = result.requests or plan.requests
        host = self._hosts[plan.host].end(result.crawl_id, requests, result.finished_at, result)
        return self._keep(judge.after(plan, result, self._rules).model_copy(update={"host_state": host}))

    def abandon(self, now: datetime, ours: Iterable[str]) -> list[CrawlPlan]:
        """Return the records of boards whose lease has passed without a report; a crawl of `ours` has not ended yet."""
        spared = set(ours)
        passed = [lease for lease in self.in_flight if lease.until <= now and lease.crawl_id not in spared]
        return [self._abandoned(lease.crawl_id, now) for lease in passed]

    def tell(self, now: datetime) -> list[CrawlPlan]:
        """Return the records of boards that are to be told the time, because no crawl of them ended for long."""
        before = now - timedelta(seconds=self._rules.tell_s)
        silent = [plan for plan in self._plans.values() if plan.told_at is not None and plan.told_at <= before]
        return [self._keep(plan.model_copy(update={"told_at": now, "planned_at": now})) for plan in silent]

    def counts(self, now: datetime) -> Counts:
        """Return how many boards are in which state."""
        late_since = now - timedelta(seconds=self._rules.late_s)
        idle = [plan.due_at for plan in self._plans.values() if plan.in_flight is None]
        late = sum(due_at <= late_since for due_at in idle)
        due = sum(due_at <= now for due_at in idle) - late
        return Counts(len(idle) - due - late, due, late, len(self._in_flight))

    def breakers(self, now: datetime) -> Iterator[tuple[str, Breaker]]:
        """Yield the hosts whose breaker is not closed."""
        return self._hosts.breakers(now)

    def _matched(self, key: str, board: Board, host: str, now: datetime) -> CrawlPlan | None:
        known = self._plans.get(key)
        if known is None:
            interval_s = self._rules.clamped(self._rules.interval_s)
            fields = {"source": board.source, "board": board.name, "host": host, "priority": board.priority}
            return judge.first(CrawlPlan(**fields, planned_at=now, interval_s=interval_s, due_at=now), now)
        if known.in_flight or (known.host, known.priority) == (host, board.priority):
            return None
        return known.model_copy(update={"host": host, "priority": board.priority, "planned_at": now})

    def _begin(self, plan: CrawlPlan, now: datetime) -> CrawlPlan:
        crawl_id = crawl_id_of(plan.key, now)
        lease = Lease(crawl_id=crawl_id, started_at=now, until=to_instant(now + timedelta(seconds=self._rules.lease_s)))
        self._hosts[plan.host].begin(crawl_id, plan.requests)
        return self._keep(plan.model_copy(update={"in_flight": lease, "planned_at": now}))

    def _abandoned(self, crawl_id: str, now: datetime) -> CrawlPlan:
        plan = self._plans[self._in_flight.pop(crawl_id)]
        host = self._hosts[plan.host].end(crawl_id, plan.requests, now)
        return self._keep(judge.abandoned(plan, now, self._rules).model_copy(update={"host_state": host}))

    def _keep(self, plan: CrawlPlan) -> CrawlPlan:
        self._plans[plan.key] = plan
        if plan.in_flight:
            self._in_flight[plan.in_flight.crawl_id] = plan.key
        return plan
