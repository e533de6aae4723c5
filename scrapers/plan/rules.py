"""What a crawl's result means for the board's next one: interval, back-off, jitter."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import blake2b

from schemas.base import to_instant
from schemas.crawl import CrawlOutcome
from schemas.plan import CrawlPlan
from scrapers.plan.result import Result

# What a look does to the interval. It stands still where 38 % of the looks find a change, so that half a change is expected
# between two crawls of a board that changes at random: ln 1.25 / (ln 1.25 - ln 0.7) = 1 - exp(-0.49).
_CHANGED = 0.7
_NOT_CHANGED = 1.25
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
    failures = plan.failures if result.stopped else plan.failures + 1 if result.failed else 0
    fields = {
        "known_as": result.known_as,
        "planned_at": result.finished_at,
        "round": plan.round + 1,
        "interval_s": _interval_s(plan, result, rules),
        "in_flight": None,
        "last_outcome": result.outcome,
        "last_reason": result.reason,
        "last_at": result.finished_at,
        "told_at": result.finished_at,
        "failures": failures,
        "requests": result.requests if result.is_whole else plan.requests,
        "listing": result.listing or plan.listing,
    }
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


def _changed(plan: CrawlPlan, result: Result) -> bool | None:
    if result.outcome is CrawlOutcome.UNCHANGED:
        return False
    return None if result.listing is None or plan.listing is None else result.listing != plan.listing


def _interval_s(plan: CrawlPlan, result: Result, rules: Rules) -> float:
    changed = _changed(plan, result)
    if changed is None:
        return plan.interval_s
    return rules.clamped(plan.interval_s * (_CHANGED if changed else _NOT_CHANGED))


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
