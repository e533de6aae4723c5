"""What hosts bear: crawls in flight, requests in an hour, and their circuit breakers."""

from collections import deque
from collections.abc import Iterator
from datetime import datetime, timedelta

from schemas.plan import CrawlPlan, HostState
from scrapers.boards import Board, address_of
from scrapers.plan import breaker
from scrapers.plan.breaker import Breaker
from scrapers.plan.result import Result
from scrapers.plan.rules import Rules

HOUR = timedelta(hours=1)


def host_of(board: Board) -> str:
    """Return the host that lists `board`."""
    return address_of(board).hostname or ""


class Host:
    """One host. A crawl in flight counts with what it is expected to cost, an ended one with what it cost, for an hour."""

    def __init__(self, rules: Rules) -> None:
        self._rules = rules
        self._reserved: dict[str, int] = {}
        self._spent: deque[tuple[datetime, int]] = deque()
        self._sum = 0
        self._known: tuple[datetime, int] | None = None
        self.state = HostState()

    def bears(self, requests: int, now: datetime) -> bool:
        """Whether a crawl of about `requests` requests may start now.

        A board that alone is more than the budget of an hour may start when nothing else was asked of the host.
        """
        state, running = breaker.breaker_of(self.state, now), len(self._reserved)
        if state is Breaker.OPEN or (state is Breaker.HALF_OPEN and running) or running >= self._rules.boards_per_host:
            return False
        used = self._used(now)
        return not used or used + requests <= self._rules.requests_per_hour

    def begin(self, crawl_id: str, requests: int) -> None:
        """Count a crawl as in flight."""
        self._reserved[crawl_id] = requests

    def end(self, crawl_id: str, requests: int, now: datetime, result: Result | None = None) -> HostState:
        """Count a crawl as ended, with its `result` where there is one; return what its board's record has to hold."""
        del self._reserved[crawl_id]
        self._spent.append((now, requests))
        self._sum += requests
        after = self.state if result is None else breaker.after(self.state, result, self._rules)
        self.state = after.model_copy(update={"spent": self._spent_until(now)})
        return self.state

    def recall(self, plan: CrawlPlan) -> None:
        """Take over what a record of one of the host's boards says: its crawl in flight; the newest, what the host has borne.

        When its requests were made is not known any more: they count as if all were made at the end of that crawl.
        """
        if plan.in_flight:
            self.begin(plan.in_flight.crawl_id, plan.requests)
        if plan.last_at is None:
            return
        # of two that ended in the same instant, the later knew of more requests
        as_of = (plan.last_at, plan.host_state.spent)
        if self._known is not None and as_of < self._known:
            return
        self._known, self.state = as_of, plan.host_state
        self._spent, self._sum = deque([(plan.last_at, self.state.spent)]), self.state.spent

    def _used(self, now: datetime) -> int:
        return self._spent_until(now) + sum(self._reserved.values())

    def _spent_until(self, now: datetime) -> int:
        while self._spent and self._spent[0][0] <= now - HOUR:
            self._sum -= self._spent.popleft()[1]
        return self._sum


class Hosts:
    """Every host that has a board."""

    def __init__(self, rules: Rules) -> None:
        self._rules = rules
        self._hosts: dict[str, Host] = {}

    def __getitem__(self, name: str) -> Host:
        if name not in self._hosts:
            self._hosts[name] = Host(self._rules)
        return self._hosts[name]

    def breakers(self, now: datetime) -> Iterator[tuple[str, Breaker]]:
        """Yield the hosts whose breaker is not closed."""
        for name, host in self._hosts.items():
            state = breaker.breaker_of(host.state, now)
            if state is not Breaker.CLOSED:
                yield name, state
