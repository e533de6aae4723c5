"""Crawls of one board as the stage reads them."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any

from schemas.base import Event
from schemas.crawl import IDS_PER_PAGE, CrawlOutcome, CrawlPage, CrawlReport, CrawlTick
from schemas.health import IncidentEnded, IncidentOpened, SourceHealth
from schemas.lifecycle import PostingRead
from schemas.topics import LIFECYCLE
from tests.builders import JAN
from tests.harness import Harness

BOARD = {"source": "lever", "board": "acme"}


def day(number: float) -> datetime:
    """The instant so many days after the first."""
    return JAN + timedelta(days=number)


def ids(*numbers: int) -> list[str]:
    """Posting ids of the board."""
    return [f"lever:acme:p{number}" for number in numbers]


def crawl(
    at: datetime,
    seen: Sequence[str] = (),
    outcome: CrawlOutcome = CrawlOutcome.COMPLETE,
    *,
    gone: Iterable[str] = (),
    report: Mapping[str, Any] | None = None,
    **board: Any,
) -> list[Event]:
    """The pages and the report of a crawl that ended at `at`; `report` has more of its numbers."""
    head = {**BOARD, **board, "crawl_id": f"crawl {at.isoformat()}"}
    pages = [
        CrawlPage(**head, number=number, posting_ids=list(seen[start : start + IDS_PER_PAGE]), fetched_at=at)
        for number, start in enumerate(range(0, len(seen), IDS_PER_PAGE))
    ]
    if gone:
        pages.append(CrawlPage(**head, number=len(pages), posting_ids=[], gone_ids=list(gone), fetched_at=at))
    counts = {"pages": len(pages), "fetched": len(seen), "published": len(seen), "failed": 0}
    numbers = {**counts, **(report or {})}
    return [*pages, CrawlReport(**head, **numbers, outcome=outcome, started_at=at, finished_at=at)]


def unchanged(at: datetime) -> list[Event]:
    """A crawl whose source says that nothing changed."""
    return crawl(at, outcome=CrawlOutcome.UNCHANGED)


def partial(at: datetime, seen: Sequence[str] = (), **how: Any) -> list[Event]:
    """A crawl that did not see all."""
    return crawl(at, seen, CrawlOutcome.PARTIAL, **how)


def tick(at: datetime, **board: Any) -> CrawlTick:
    """Time that passed."""
    return CrawlTick(**{**BOARD, **board}, at=at)


def reading(posting_id: str, valid_through: datetime | None = None, *, revised_at: datetime = JAN, **more: Any) -> PostingRead:
    """What normalize read of a revision; `valid_through` is its deadline."""
    fields = {**BOARD, "posting_id": posting_id, "valid_through": valid_through, "revised_at": revised_at, "processed_at": JAN}
    return PostingRead(**{"is_newest": True, "filled": ["title", "url"], "unreadable": []} | fields | more)


def told(stage: Harness) -> list[Any]:
    """Every opening, closing and reopening so far."""
    return [event for topic, event in stage.outputs if topic == LIFECYCLE.name]


def health(published: Iterable[tuple[str, Any]]) -> list[SourceHealth]:
    """The numbers of crawls that were published."""
    return [event for _, event in published if isinstance(event, SourceHealth)]


def incidents(published: Iterable[tuple[str, Any]]) -> list[tuple[Any, ...]]:
    """(opened or how it ended, cause or the field that was lost, day since, day told) of incidents that were published."""
    return [
        (getattr(e, "ending", e.kind), e.field or e.cause, (e.since - JAN) / timedelta(days=1), (e.at - JAN) / timedelta(days=1))
        for _, e in published
        if isinstance(e, IncidentOpened | IncidentEnded)
    ]


def turns(published: Iterable[tuple[str, Any]]) -> list[tuple[Any, ...]]:
    """(kind or reason, posting number, day) of what was published on the lifecycle topic."""
    return [
        (getattr(event, "reason", event.kind), event.posting_id.rpartition(":")[2], (event.at - JAN) / timedelta(days=1))
        for topic, event in published
        if topic == LIFECYCLE.name
    ]


def words(stage: Harness) -> dict[str, int]:
    """How many events had each outcome."""
    samples = stage.metrics.outcomes.collect()[0].samples
    return {s.labels["outcome"]: int(s.value) for s in samples if s.name.endswith("_total")}
