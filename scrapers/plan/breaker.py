"""The circuit breaker of a host: closed, open, half-open with one crawl that tries."""

from datetime import datetime, timedelta
from enum import StrEnum

from schemas.base import to_instant
from schemas.plan import HostState
from scrapers.plan.result import Result
from scrapers.plan.rules import Rules, doubled

_LONGEST_PAUSE_S = 21_600.0


class Breaker(StrEnum):
    """Whether crawls of a host may start: any; none; one that tries."""

    CLOSED = "closed"
    OPEN = "open"
    HALF_OPEN = "half_open"


def breaker_of(host: HostState, now: datetime) -> Breaker:
    """Return the state of the breaker at `now`."""
    if host.open_until is None:
        return Breaker.CLOSED
    return Breaker.OPEN if now < host.open_until else Breaker.HALF_OPEN


def after(host: HostState, result: Result, rules: Rules) -> HostState:
    """Return the breaker after a crawl of the host ended.

    It opens when so many crawls in a row left the host failing, when the one that tried did, and for as long as Retry-After
    says. A host that answers again closes it, but not before the pause is over: crawls that were in flight prove nothing.
    """
    state = breaker_of(host, result.finished_at)
    if result.host_failed is None or (state is Breaker.OPEN and not result.host_failed):
        return host
    if not result.host_failed:
        return HostState()
    failures = host.failures + 1
    opens = state is Breaker.HALF_OPEN or (state is Breaker.CLOSED and failures >= rules.failures_to_open)
    openings = host.openings + opens
    pause_s = doubled(rules.pause_s, openings, _LONGEST_PAUSE_S) if opens else 0.0
    wanted_s = max(pause_s, result.retry_after_s or 0.0)
    until = to_instant(result.finished_at + timedelta(seconds=wanted_s)) if wanted_s else None
    return HostState(failures=failures, openings=openings, open_until=_later(host.open_until, until))


def _later(first: datetime | None, second: datetime | None) -> datetime | None:
    return max((moment for moment in (first, second) if moment is not None), default=None)
