"""A world to schedule in: boards that change, hosts that answer or do not, and a clock that only the world moves."""

import heapq
import random
from bisect import bisect_right
from collections import defaultdict, deque
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from schemas.crawl import CrawlOutcome
from schemas.plan import CrawlPlan
from scrapers.boards import Board
from scrapers.plan.result import Result
from scrapers.plan.rules import Rules
from scrapers.plan.schedule import Schedule

HOUR = timedelta(hours=1)
DELAY_S = 0.5


@dataclass(frozen=True, slots=True)
class Listing:
    """A board as it really is: `requests` to crawl it whole, and when its list of `postings` postings changes."""

    board: Board
    host: str
    requests: int
    postings: int
    changes: Sequence[datetime]


@dataclass(frozen=True, slots=True)
class Outage:
    """A host answers 503 in this time."""

    host: str
    since: datetime
    until: datetime


@dataclass(frozen=True, slots=True)
class Crawl:
    """A crawl that ended."""

    key: str
    host: str
    started_at: datetime
    finished_at: datetime
    requests: int
    postings: int
    outcome: CrawlOutcome


@dataclass
class World:
    """Runs a schedule against listings. `crawls` is everything that ended, in order."""

    listings: Sequence[Listing]
    rules: Rules
    now: datetime
    outages: Sequence[Outage] = ()
    crawls: list[Crawl] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._by_key = {str(listing.board): listing for listing in self.listings}
        self._ends: list[tuple[datetime, int, CrawlPlan, Result]] = []
        self._number = 0
        self._match_at = self.now
        self._ghosts: set[str] = set()
        self.schedule = Schedule(self.rules)
        self.running: dict[str, str] = {}

    def run(self, until: datetime, step: timedelta) -> None:
        """Let time pass, a round of the scheduler per `step`."""
        while self.now < until:
            self.turn()
            self.now += step

    def turn(self) -> list[CrawlPlan]:
        """Do what a leader does in a round; return what started. No board is ever found running twice."""
        while self._ends and self._ends[0][0] <= self.now:
            self._end(heapq.heappop(self._ends))
        self.schedule.abandon(self.now, set(self.running.values()) - self._ghosts)
        if self.now >= self._match_at:
            self._match_at = self.now + HOUR
            self.schedule.match([listing.board for listing in self.listings], lambda b: self._by_key[str(b)].host, self.now)
        started = self.schedule.start(self.now)
        for plan in started:
            self._begin(plan)
        return started

    def crash(self) -> None:
        """Another process leads and knows what was written; the crawls of the old one go on to their end, unheard."""
        self._ghosts |= set(self.running.values())
        self.schedule = Schedule(self.rules, list(self.schedule.plans.values()))

    def hosts_now(self) -> dict[str, int]:
        """Crawls in flight by host."""
        found: dict[str, int] = defaultdict(int)
        for key in self.running:
            found[self._by_key[key].host] += 1
        return found

    def _begin(self, plan: CrawlPlan) -> None:
        assert plan.in_flight is not None
        assert plan.key not in self.running, f"{plan.key} runs twice"
        self.running[plan.key] = plan.in_flight.crawl_id
        listing = self._by_key[plan.key]
        ends = self.now + timedelta(seconds=1 + listing.requests * DELAY_S)
        is_down = any(o.host == listing.host and o.since <= ends < o.until for o in self.outages)
        heapq.heappush(self._ends, (ends, self._number, plan, _result(plan, listing, ends, is_down=is_down)))
        self._number += 1

    def _end(self, ended: tuple[datetime, int, CrawlPlan, Result]) -> None:
        _, _, plan, result = ended
        del self.running[plan.key]
        assert plan.in_flight is not None
        listing = self._by_key[plan.key]
        postings = listing.postings if result.outcome is CrawlOutcome.COMPLETE else 0
        self.crawls.append(
            Crawl(
                plan.key,
                plan.host,
                plan.in_flight.started_at,
                result.finished_at,
                result.requests,
                postings,
                result.outcome,
            )
        )
        if result.crawl_id not in self._ghosts:
            assert self.schedule.settle(result) is not None


def _result(plan: CrawlPlan, listing: Listing, ends: datetime, *, is_down: bool) -> Result:
    assert plan.in_flight is not None
    crawl_id = plan.in_flight.crawl_id
    if is_down:
        return Result(crawl_id, plan.board, CrawlOutcome.FAILED, "HTTP 503", ends, 5, host_failed=True)
    seen = f"{listing.postings}:{bisect_right(listing.changes, ends)}"
    return Result(crawl_id, plan.board, CrawlOutcome.COMPLETE, None, ends, listing.requests, seen, host_failed=False)


def make_listings(count: int, start: datetime, days: float, seed: int) -> list[Listing]:
    """Return `count` boards of about the mix that the shipped ones have.

    Half are on a few large hosts, a request each; a tenth on two hosts that want a request per posting; the rest on hosts of
    their own. Changes are a Poisson process; rates go from one in two weeks to eight a day.
    """
    chance = random.Random(seed)
    return [_listing(number, chance, start, days) for number in range(count)]


def _listing(number: int, chance: random.Random, start: datetime, days: float) -> Listing:
    kind = chance.random()
    postings = min(1 + int(chance.expovariate(1 / 40)), 400)
    if kind < 0.5:
        host, requests = f"large-{chance.randrange(4)}.example", 1
    elif kind < 0.6:
        host, requests = f"details-{chance.randrange(2)}.example", 1 + postings
    else:
        host, requests = f"own-{number}.example", 1 + postings
    per_day = min(chance.lognormvariate(-0.5, 1.2), 8.0)
    return Listing(Board("lever", f"b{number}"), host, requests, postings, _poisson(chance, per_day, start, days))


def _poisson(chance: random.Random, per_day: float, start: datetime, days: float) -> list[datetime]:
    found, at = [], chance.expovariate(per_day)
    while at < days:
        found.append(start + timedelta(days=at))
        at += chance.expovariate(per_day)
    return found


def busiest_hour(crawls: Sequence[Crawl]) -> dict[str, int]:
    """Return for each host the most requests that crawls which ended within any one hour made."""
    most: dict[str, int] = defaultdict(int)
    windows: dict[str, deque[Crawl]] = defaultdict(deque)
    sums: dict[str, int] = defaultdict(int)
    for crawl in sorted(crawls, key=lambda crawl: crawl.finished_at):
        window = windows[crawl.host]
        window.append(crawl)
        sums[crawl.host] += crawl.requests
        while window[0].finished_at <= crawl.finished_at - HOUR:
            sums[crawl.host] -= window.popleft().requests
        most[crawl.host] = max(most[crawl.host], sums[crawl.host])
    return dict(most)


def delays_s(listings: Sequence[Listing], crawls: Sequence[Crawl], since: datetime, until: datetime) -> list[float]:
    """Return how long each change from `since` to `until` stayed unseen, seconds, sorted.

    One that no crawl saw counts up to the end of the last crawl.
    """
    ends: dict[str, list[datetime]] = defaultdict(list)
    for crawl in crawls:
        if crawl.outcome is CrawlOutcome.COMPLETE:
            ends[crawl.key].append(crawl.finished_at)
    found, end = [], max(crawl.finished_at for crawl in crawls)
    for listing in listings:
        seen_at = ends[str(listing.board)]
        for change in listing.changes:
            if since <= change < until:
                at = bisect_right(seen_at, change)
                found.append(((seen_at[at] if at < len(seen_at) else end) - change).total_seconds())
    return sorted(found)


def percentile(values: Sequence[float], share: float) -> float:
    """Return the value below which `share` of the sorted `values` lie."""
    return values[min(int(len(values) * share), len(values) - 1)]
