"""What a crawl's result means for the board's next one: interval, back-off, jitter."""

import math
from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import blake2b

from schemas.base import to_instant
from schemas.crawl import CrawlOutcome
from schemas.plan import CrawlPlan, Watched
from scrapers.plan.result import Result

# a board is visited so often that this many changes lie between two crawls, as far as its change rate is known
CHANGES_PER_CRAWL = 0.5
# one crawl changes the interval by no more than this: a single look says little
STEP = 2.0
_FADING = 0.9
_JITTER = 0.1
_LARGEST_EXPONENT = 20


@dataclass(frozen=True, slots=True)
class Rules:
    """Bounds and budgets. Intervals run from the end of a crawl to the start of the next, seconds.

    `interval_s` is that of a board of which nothing is known. `lease_s` is longer than `crawl_limit_s`, after which a crawl
    is told to end: it has ended when its lease passes. `late_s` is how long a due board waits before it counts as late.
    """

    interval_s: float = 21_600.0
    shortest_s: float = 3_600.0
    longest_s: float = 86_400.0
    retry_s: float = 600.0
    crawl_limit_s: float = 2_700.0
    ending_s: float = 600.0
    tell_s: float = 72_000.0
    late_s: float = 3_600.0
    boards_at_once: int = 24
    boards_per_host: int = 2
    requests_per_hour: int = 3_600
    failures_to_open: int = 5
    pause_s: float = 300.0

    @property
    def lease_s(self) -> float:
        """How long a crawl that was started keeps others from starting one of the same board."""
        return self.crawl_limit_s + self.ending_s

    def clamped(self, interval_s: float) -> float:
        """Return `interval_s` within its bounds."""
        return min(max(interval_s, self.shortest_s), self.longest_s)


def fraction(key: str, number: int) -> float:
    """Return a number in [0, 1) that is the same for the same board and round, in every process."""
    digest = blake2b(f"{key}\x1f{number}".encode(), digest_size=8).digest()
    return int.from_bytes(digest, "big") / (1 << 64)


def doubled(first_s: float, times: int, longest_s: float) -> float:
    """Return how long to wait after something went wrong `times` times in a row, 1 or more."""
    return min(first_s * 2.0 ** min(times - 1, _LARGEST_EXPONENT), longest_s)


def after(plan: CrawlPlan, result: Result, rules: Rules) -> CrawlPlan:
    """Return the plan of a board whose crawl ended with `result`; nothing of it is in flight any more."""
    changed = _changed(plan, result)
    watched = plan.watched if changed is None else _looked(plan, result.finished_at, changed=changed)
    interval_s = plan.interval_s if changed is None else _interval(plan, watched, rules)
    failures = plan.failures if result.stopped else plan.failures + 1 if result.failed else 0
    seen = {"listing": result.listing or plan.listing, "looked_at": result.finished_at} if _was_read(result) else {}
    said = {"last_outcome": result.outcome, "last_reason": result.reason, "last_at": result.finished_at}
    fields = {
        "known_as": result.known_as, "planned_at": result.finished_at, "told_at": result.finished_at, "round": plan.round + 1,
        "in_flight": None, "failures": failures, "watched": watched, "interval_s": interval_s,
        "requests": result.requests if result.is_whole else plan.requests, **seen, **said,
    }  # fmt: skip
    following = plan.model_copy(update=fields)
    return following.model_copy(update={"due_at": _due_at(following, result, rules)})


def abandoned(plan: CrawlPlan, now: datetime, rules: Rules) -> CrawlPlan:
    """Return the plan of a board whose crawl's process died: the lease passed and no report came. The board is not to blame."""
    reason = "its process ended before it reported"
    following = plan.model_copy(
        update={"planned_at": now, "round": plan.round + 1, "in_flight": None, "last_reason": reason, "last_at": now}
    )
    return following.model_copy(update={"due_at": _later(following, now, rules.retry_s)})


def first(plan: CrawlPlan, now: datetime) -> CrawlPlan:
    """Return the plan of a new board, due at a point of its first interval that its key gives: new boards don't come at once."""
    return plan.model_copy(update={"due_at": _after(now, plan.interval_s * fraction(plan.key, 0))})


def _was_read(result: Result) -> bool:
    return result.listing is not None or result.outcome is CrawlOutcome.UNCHANGED


def _changed(plan: CrawlPlan, result: Result) -> bool | None:
    if result.outcome is CrawlOutcome.UNCHANGED:
        return False if plan.looked_at else None
    return None if result.listing is None or plan.listing is None else result.listing != plan.listing


def _looked(plan: CrawlPlan, now: datetime, *, changed: bool) -> Watched:
    assert plan.looked_at is not None
    seconds = max((now - plan.looked_at).total_seconds(), 1.0)
    known = plan.watched
    return Watched(
        looks=known.looks * _FADING + 1,
        changes=known.changes * _FADING + changed,
        seconds=known.seconds * _FADING + seconds,
    )


def _interval(plan: CrawlPlan, watched: Watched, rules: Rules) -> float:
    """Return the interval at which `CHANGES_PER_CRAWL` are expected, no more than a step away from the last one.

    A look tells whether there was a change, not how many: rate = -ln((n - x + .5) / (n + .5)) / mean time between looks, for
    n looks of which x showed a change. Source: Cho and Garcia-Molina, Estimating frequency of change, 2003.
    """
    unchanged = (watched.looks - watched.changes + 0.5) / (watched.looks + 0.5)
    rate = -math.log(unchanged) * watched.looks / watched.seconds
    wanted = CHANGES_PER_CRAWL / rate if rate > 0 else math.inf
    return rules.clamped(min(max(wanted, plan.interval_s / STEP), plan.interval_s * STEP))


def _due_at(plan: CrawlPlan, result: Result, rules: Rules) -> datetime:
    if result.failed:
        wait_s = doubled(rules.retry_s, plan.failures, rules.longest_s)
        return max(_later(plan, result.finished_at, wait_s), _after(result.finished_at, result.retry_after_s or 0.0))
    if result.stopped:
        return _later(plan, result.finished_at, rules.retry_s)
    return max(_later(plan, result.finished_at, plan.interval_s), _after(result.finished_at, rules.shortest_s))


def _later(plan: CrawlPlan, now: datetime, seconds: float) -> datetime:
    # only earlier, so that no bound is ever passed
    return _after(now, seconds * (1 - _JITTER * fraction(plan.key, plan.round)))


def _after(now: datetime, seconds: float) -> datetime:
    return to_instant(now + timedelta(seconds=seconds))
