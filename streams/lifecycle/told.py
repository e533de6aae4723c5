"""What is told of a board's health: events for people and services, from what the rules found."""

from collections.abc import Iterable, Mapping
from typing import Any

from schemas.base import from_epoch_ms
from schemas.crawl import CrawlReport
from schemas.health import Cause, Incident, IncidentEnded, IncidentEvent, IncidentOpened, SourceHealth
from streams.lifecycle.board import NEVER
from streams.lifecycle.fields import FieldShares
from streams.lifecycle.health import Health, Judged
from streams.lifecycle.watch import Turn, Watch

_DETAILS: Mapping[Cause, str] = {
    Cause.EMPTY: "No posting; usually there are {usual}.",
    Cause.SHRUNK: "{published} postings; usually there are {usual}.",
    Cause.SHORT: "The source says that there are {expected} postings, and listed {listed}.",
    Cause.BLOCKED: "{blocked} of {requests} requests were kept out.",
    Cause.FAILING: "{failures} crawls in a row failed.",
    Cause.FIELD_LOST: "{field} is filled in {filled:.0%} of the newest postings; usually in {usual:.0%}.",
    Cause.SLOW: "An answer takes {latency_ms} ms; usually {usual_ms} ms.",
}
_NUMBERS = (
    "crawl_id", "source", "board", "outcome", "reason", "expected", "listed", "fetched", "published", "failed", "requests",
    "blocked", "latency_median_ms", "latency_worst_ms",
)  # fmt: skip


def health_of(report: CrawlReport, before: Health, judged: Judged, shares: FieldShares, unread: int) -> SourceHealth:
    """Return the numbers of a crawl; what is usual is what was `before`."""
    after = judged.health
    return SourceHealth(
        **{name: getattr(report, name) for name in _NUMBERS},
        at=report.finished_at,
        usual=before.usual,
        unread=unread,
        readings=shares.readings,
        filled=shares.filled(),
        unreadable=shares.not_read(),
        failures=after.failures,
        last_success_at=None if after.succeeded_ms == NEVER else from_epoch_ms(after.succeeded_ms),
        verdicts=judged.verdicts,
        incidents=[*_open(after.watches.items()), *_open_fields(shares.watches.items())],
    )


def incident_of(turn: Turn, source: str, board: str, at_ms: int, crawl_id: str | None) -> IncidentEvent:
    """Return the event of `turn`, which was told at `at_ms`."""
    whose = {"source": source, "board": board, "crawl_id": crawl_id, **_described(turn.cause, turn.watch, turn.field)}
    if turn.ending is None:
        return IncidentOpened(**whose, at=from_epoch_ms(max(at_ms, turn.watch.since_ms)))
    return IncidentEnded(**whose, at=from_epoch_ms(turn.watch.ended_ms), ending=turn.ending)


def _open(watches: Iterable[tuple[Cause, Watch]]) -> list[Incident]:
    return [Incident(**_described(cause, watch)) for cause, watch in watches if watch.is_open]


def _open_fields(watches: Iterable[tuple[str, Watch]]) -> list[Incident]:
    return [Incident(**_described(Cause.FIELD_LOST, watch, name)) for name, watch in watches if watch.is_open]


def _described(cause: Cause, watch: Watch, field: str | None = None) -> dict[str, Any]:
    return {
        "cause": cause,
        "field": field,
        "since": from_epoch_ms(watch.since_ms),
        "detail": _DETAILS[cause].format(field=field, **watch.evidence),
        "evidence": watch.evidence,
    }
