"""How well a board is crawled: pure rules over its last crawls."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from statistics import median_low
from typing import NamedTuple

import orjson

from schemas.base import epoch_ms
from schemas.crawl import CrawlOutcome, CrawlReport
from schemas.health import Cause
from streams.lifecycle.board import NEVER
from streams.lifecycle.watch import UNSEEN, Sign, Turn, Watch, turn_of

# Complete crawls that say what is usual for a board, and the fewest that say what a usual latency is.
KEPT = 10
FEWEST_LATENCIES = 3
# A board that usually has fewer postings is not shrunk by a few that closed; none at all is told of any.
FEWEST_USUAL = 4
# Looks in a row that make an incident; one is enough elsewhere.
NEEDED: Mapping[Cause, int] = {Cause.FAILING: 3, Cause.SLOW: 3}
# A source may count postings that it hides: so much of what it says may be missing.
MISSING_IS_FINE = 0.05
# How many times slower than usual is slow, and is slow no more; answers below a floor never are slow.
SLOW, NOT_SLOW = 4, 2
SLOW_MS = 2000
_WHOLE = (CrawlOutcome.COMPLETE, CrawlOutcome.UNCHANGED)
_LISTING = (CrawlOutcome.COMPLETE, CrawlOutcome.PARTIAL)
_UNTOLD = Sign(None)


@dataclass(frozen=True, slots=True)
class Health:
    """What is known of a board's crawls: yields and median latencies (ms) of the last complete usual ones, oldest first.

    `failures` counts the failed crawls in a row, `succeeded_ms` is when the last complete or unchanged one ended.
    """

    yields: tuple[int, ...] = ()
    latencies: tuple[int, ...] = ()
    failures: int = 0
    succeeded_ms: int = NEVER
    watches: Mapping[Cause, Watch] = field(default_factory=dict)

    @property
    def usual(self) -> int | None:
        """The usual yield; None before the first complete crawl."""
        return median_low(self.yields) if self.yields else None

    @property
    def usual_ms(self) -> int | None:
        """The usual latency; None while too few are known."""
        return median_low(self.latencies) if len(self.latencies) >= FEWEST_LATENCIES else None

    def pack(self) -> bytes:
        """Return it as the end of a board's table value."""
        watches = {cause.value: watch.as_list() for cause, watch in self.watches.items()}
        return orjson.dumps([self.yields, self.latencies, self.failures, self.succeeded_ms, watches])


class Judged(NamedTuple):
    """What a crawl means: the board's health after it, what is wrong with this very crawl, and the incidents that turned."""

    health: Health
    verdicts: list[Cause]
    turns: list[Turn]


def unpack(packed: bytes) -> Health:
    """Return the health that was packed; a new one of no bytes."""
    if not packed:
        return Health()
    yields, latencies, failures, succeeded_ms, watches = orjson.loads(packed)
    known = {Cause(cause): Watch(*values) for cause, values in watches.items()}
    return Health(tuple(yields), tuple(latencies), failures, succeeded_ms, known)


def judge(before: Health, report: CrawlReport) -> Judged:
    """Return what `report` means for a board that was `before`."""
    counted, at_ms = _counted(before, report), epoch_ms(report.finished_at)
    watches: dict[Cause, Watch] = {}
    verdicts: list[Cause] = []
    turns: list[Turn] = []
    accepted = set()
    for cause, rule in _RULES.items():
        sign, known = rule(report, counted), before.watches.get(cause, UNSEEN)
        watch = known.look(sign, at_ms, NEEDED.get(cause, 1))
        if cause in _RELATIVE and sign.is_wrong and watch.is_old(at_ms) and report.outcome is CrawlOutcome.COMPLETE:
            accepted.add(cause)
            watch = watch.ended(at_ms)
        turns += turn_of(cause, known, watch, is_accepted=cause in accepted)
        if sign.is_wrong:
            verdicts.append(cause)
        if watch != UNSEEN:
            watches[cause] = watch
    return Judged(_remembered(replace(counted, watches=watches), report, accepted), verdicts, turns)


def _has_failed(report: CrawlReport) -> bool:
    """Whether requests of the crawl gave nothing in the end."""
    return report.outcome is CrawlOutcome.FAILED or (report.outcome is CrawlOutcome.PARTIAL and report.failed > 0)


def _counted(health: Health, report: CrawlReport) -> Health:
    succeeded_ms = epoch_ms(report.finished_at) if report.outcome in _WHOLE else health.succeeded_ms
    return replace(health, failures=health.failures + 1 if _has_failed(report) else 0, succeeded_ms=succeeded_ms)


def _remembered(health: Health, report: CrawlReport, accepted: set[Cause]) -> Health:
    if report.outcome is not CrawlOutcome.COMPLETE:
        return health
    yields, latencies = health.yields, health.latencies
    if accepted & {Cause.EMPTY, Cause.SHRUNK}:
        yields = (report.published,)
    elif not health.watches.get(Cause.EMPTY, UNSEEN).is_open and not health.watches.get(Cause.SHRUNK, UNSEEN).is_open:
        yields = (*yields, report.published)[-KEPT:]
    latency_ms, slow = report.latency_median_ms, health.watches.get(Cause.SLOW, UNSEEN)
    # while answers may be slow, they say nothing about what is usual
    if latency_ms is not None and (Cause.SLOW in accepted or not (slow.is_open or slow.row)):
        latencies = (*(() if Cause.SLOW in accepted else latencies), latency_ms)[-KEPT:]
    return replace(health, yields=yields, latencies=latencies)


def _empty(report: CrawlReport, health: Health) -> Sign:
    usual = health.usual
    if usual is None or report.outcome not in _LISTING:
        return _UNTOLD
    return Sign(not report.published and usual > 0, {"published": report.published, "usual": usual})


def _shrunk(report: CrawlReport, health: Health) -> Sign:
    usual, found = health.usual, report.published
    if usual is None or report.outcome not in _LISTING:
        return _UNTOLD
    if usual < FEWEST_USUAL:
        return Sign(is_wrong=False)
    # between a half and two thirds it is neither, and nothing at all is another cause
    is_wrong = True if 0 < 2 * found <= usual else False if 3 * found >= 2 * usual else None
    return Sign(is_wrong, {"published": found, "usual": usual})


def _short(report: CrawlReport, _: Health) -> Sign:
    if report.outcome not in _LISTING:
        return _UNTOLD
    expected, listed = report.expected or 0, report.fetched if report.listed is None else report.listed
    return Sign(expected - listed > MISSING_IS_FINE * expected, {"listed": listed, "expected": expected})


def _blocked(report: CrawlReport, _: Health) -> Sign:
    blocked, is_whole = report.blocked, report.outcome in _WHOLE
    if blocked is None or bool(blocked) == is_whole:
        return _UNTOLD
    return Sign(not is_whole, {"blocked": blocked, "requests": report.requests or blocked})


def _failing(report: CrawlReport, health: Health) -> Sign:
    return Sign(_has_failed(report), {"failures": health.failures})


def _slow(report: CrawlReport, health: Health) -> Sign:
    usual, latency_ms = health.usual_ms, report.latency_median_ms
    if usual is None or latency_ms is None or report.outcome is not CrawlOutcome.COMPLETE:
        return _UNTOLD
    is_wrong = (
        True if latency_ms > max(SLOW * usual, SLOW_MS) else False if latency_ms <= max(NOT_SLOW * usual, SLOW_MS) else None
    )
    return Sign(is_wrong, {"latency_ms": latency_ms, "usual_ms": usual})


_RULES: Mapping[Cause, Callable[[CrawlReport, Health], Sign]] = {
    Cause.BLOCKED: _blocked,
    Cause.EMPTY: _empty,
    Cause.SHRUNK: _shrunk,
    Cause.SHORT: _short,
    Cause.FAILING: _failing,
    Cause.SLOW: _slow,
}
# those that compare with what is usual, which may change for good
_RELATIVE = {Cause.EMPTY, Cause.SHRUNK, Cause.SLOW}
