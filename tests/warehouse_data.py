"""Messages as sinks read them, and the rows they become."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime, timedelta
from typing import Any, TypeVar

from schemas.cluster import ClusterAssigned, Match, MatchMethod
from schemas.codec import encode
from schemas.crawl import CrawlOutcome, CrawlReport
from schemas.dead_letter import DeadLetter, bury
from schemas.derived import (
    Benefit,
    Clearance,
    Company,
    Contact,
    ContactKind,
    Derived,
    Education,
    EmploymentType,
    Equity,
    Experience,
    Headcount,
    Occupation,
    Origin,
    Period,
    Quality,
    RemoteScope,
    Salary,
    Seniority,
    Skill,
    Visa,
    WorkMode,
)
from schemas.embedded import PostingEmbedded
from schemas.health import Cause, Ending, IncidentEnded, IncidentOpened, SourceHealth
from schemas.message import Incoming, Outgoing
from schemas.mirror import PostingMirrored
from schemas.posting import EnrichedPosting, Location
from schemas.topics import CLUSTER, CRAWL, EMBEDDED, ENRICHED, HEALTH, MIRROR
from schemas.vector import DIMENSIONS, pack
from streams.embed.recipe import MODEL
from tests.builders import JAN, as_incoming, make_enriched
from warehouse.intake import Sorted

T = TypeVar("T")
CONTACT = "hiring@example.org"


def make_full_posting(**overrides: Any) -> EnrichedPosting:
    """An enriched posting in which every field has a value."""
    fields: dict[str, Any] = {
        "department": "Care", "requisition_id": "R-1", "posted_at": JAN, "updated_at": JAN, "valid_through": JAN + timedelta(30),
        "url": "https://jobs.example.com/p1", "apply_url": "https://jobs.example.com/p1/apply",
        "unreadable": {"valid_through": "20260"}, "enriched_by": {"skills": "1"},
        "locations": [
            Location(raw="Berlin", city="Berlin", region="Berlin", country="DE", latitude=52.5, longitude=13.4),
            Location(raw="somewhere"), Location(raw="Wien", city="Vienna", country="AT"),
        ],
        "salary": Salary(
            minimum=50_000, maximum=60_000, currency="EUR", period=Period.YEAR, yearly_usd_minimum=55_000,
            yearly_usd_maximum=66_000, raw="50-60k", origin=Origin.TEXT, confidence=0.8,
        ),
        "skills": [
            make_skill("Python", broader=["skill/S5.6.1"], also=["Py"]),
            make_skill("nursing, general", broader=["skill/S5.6.1", "isced-f/0913"]),
        ],
        "occupations": [
            Occupation(isco="2221", esco_id="occupation/n", label="nurse", raw="Nurse", origin=Origin.TITLE, confidence=0.9),
            Occupation(isco="22", label="Health professionals", raw="Nurse", origin=Origin.TITLE, confidence=0.5),
        ],
        "work_mode": told(WorkMode.REMOTE), "employment_type": told(EmploymentType.FULL_TIME), "language": told("de"),
        "seniority": told(Seniority.SENIOR), "education": told(Education.BACHELOR), "visa": told(Visa.OFFERED),
        "experience": Experience(minimum=2, maximum=3.5, raw="2 years", origin=Origin.TEXT, confidence=0.9),
        "benefits": [told(Benefit.PAID_LEAVE), told(Benefit.EQUITY)], "clearance": told(Clearance.NONE),
        "equity": Equity(minimum=0.1, maximum=0.5, raw="0.1-0.5%", origin=Origin.TEXT, confidence=0.9),
        "remote_scope": told(
            RemoteScope(countries=["DE", "AT"], regions=["EU"], earliest_utc_offset=-3.5, latest_utc_offset=2)
        ),
        "company": Company(
            name=told("Acme"), domain=told("acme.example"), industry=told("Care"), size=told(Headcount(minimum=51, maximum=200))
        ),
        "quality": Quality(scam=0.1, ghost=0.2, reasons=["short_text", "old"]),
        "contacts": [Contact(kind=ContactKind.EMAIL, value=CONTACT, origin=Origin.TEXT, confidence=0.9)],
        "other_languages": [told("en"), told("fr")], "posted_on": told(date(2026, 1, 5)), "apply_by": told(date(9999, 12, 31)),
        "expired": told(True),
    }  # fmt: skip
    return make_enriched(**fields | overrides)


def told(value: T) -> Derived[T]:
    """A value that a text tells."""
    return Derived[type(value)](value=value, raw=str(value), origin=Origin.TEXT, confidence=0.9)


def make_skill(label: str, **overrides: Any) -> Skill:
    """A skill of that label."""
    fields = {"skill_id": f"skill/{label}", "label": label, "raw": label, "origin": Origin.TEXT, "confidence": 0.9}
    return Skill(**fields | overrides)


def make_cluster(posting: EnrichedPosting, **overrides: Any) -> ClusterAssigned:
    """The assignment of `posting` to a cluster of its own."""
    fields: dict[str, Any] = {
        "posting_id": posting.posting_id, "source": posting.source, "employer_key": posting.employer_key,
        "cluster_id": posting.posting_id, "is_canonical": True, "match": Match(), "revised_at": posting.revised_at,
        "assigned_at": posting.processed_at,
    }  # fmt: skip
    return ClusterAssigned(**fields | overrides)


def repeats(posting: EnrichedPosting, of: EnrichedPosting) -> ClusterAssigned:
    """The assignment of `posting` to the cluster of a posting that it repeats."""
    match = Match(method=MatchMethod.NEAR, similarity=0.93, matched_posting_id=of.posting_id, reason="Same text.")
    return make_cluster(posting, cluster_id=of.posting_id, is_canonical=False, match=match)


def make_mirror(posting: EnrichedPosting, of: EnrichedPosting | None, **overrides: Any) -> PostingMirrored:
    """That `posting` is a copy of another employer's, or of none any more."""
    fields: dict[str, Any] = {
        "posting_id": posting.posting_id, "source": posting.source, "mirror_of": of and of.posting_id,
        "mirror_employer_key": of and of.employer_key, "similarity": 0.87 if of else None, "reason": "Same text.",
        "verifier": "across-1", "found_at": JAN,
    }  # fmt: skip
    return PostingMirrored(**fields | overrides)


def make_embedded(posting: EnrichedPosting, *numbers: float, **overrides: Any) -> PostingEmbedded:
    """The vector of `posting`: its first numbers, then zeros."""
    fields: dict[str, Any] = {
        "posting_id": posting.posting_id, "source": posting.source, "model": MODEL, "revised_at": posting.revised_at,
        "vector": pack([*numbers, *[0.0] * (DIMENSIONS - len(numbers))]), "processed_at": posting.processed_at,
    }  # fmt: skip
    return PostingEmbedded(**fields | overrides)


def make_report(**overrides: Any) -> CrawlReport:
    """The report of a complete crawl of one board."""
    fields: dict[str, Any] = {
        "crawl_id": "c1", "source": "lever", "board": "acme", "outcome": CrawlOutcome.COMPLETE, "pages": 1, "expected": 2,
        "fetched": 2, "published": 2, "failed": 0, "started_at": JAN, "finished_at": JAN + timedelta(minutes=1),
    }  # fmt: skip
    return CrawlReport(**fields | overrides)


def make_health(**overrides: Any) -> SourceHealth:
    """A crawl of one board in numbers, all well."""
    fields: dict[str, Any] = {
        "crawl_id": "c1", "source": "lever", "board": "acme", "at": JAN, "outcome": CrawlOutcome.COMPLETE, "reason": None,
        "expected": 2, "listed": 2, "fetched": 2, "published": 2, "usual": 2, "failed": 0, "requests": 1, "blocked": 0,
        "latency_median_ms": 80, "latency_worst_ms": 90, "unread": 0, "readings": 2, "filled": {"title": 1.0, "url": 0.5},
        "unreadable": {}, "failures": 0, "last_success_at": JAN, "verdicts": [], "incidents": [],
    }  # fmt: skip
    return SourceHealth(**fields | overrides)


def make_opened(**overrides: Any) -> IncidentOpened:
    """A board of which nothing came."""
    fields: dict[str, Any] = {
        "source": "lever", "board": "acme", "cause": Cause.EMPTY, "field": None, "since": JAN, "at": JAN, "crawl_id": "c1",
        "detail": "No posting; usually there are 2.", "evidence": {"published": 0, "usual": 2},
    }  # fmt: skip
    return IncidentOpened(**fields | overrides)


def make_ended(opened: IncidentOpened, at: datetime, ending: Ending = Ending.RECOVERED) -> IncidentEnded:
    """The end of an incident."""
    return IncidentEnded(**opened.model_dump(exclude={"kind", "sequence", "at"}), at=at, ending=ending)


def health_message(event: SourceHealth | IncidentOpened | IncidentEnded, offset: int = 0) -> Incoming:
    """`event` as a sink reads it."""
    return as_incoming(encode(event, HEALTH.name, made_by="test"), offset=offset)


def enriched_message(posting: EnrichedPosting, offset: int = 0) -> Incoming:
    """`posting` as a sink reads it."""
    return as_incoming(encode(posting, ENRICHED.name, made_by="test"), offset=offset)


def cluster_message(cluster: ClusterAssigned, offset: int = 0) -> Incoming:
    """`cluster` as a sink reads it."""
    return as_incoming(encode(cluster, CLUSTER.name, made_by="test"), offset=offset)


def mirror_message(mirror: PostingMirrored, offset: int = 0) -> Incoming:
    """`mirror` as a sink reads it."""
    return as_incoming(encode(mirror, MIRROR.name, made_by="test"), offset=offset)


def embedded_message(embedded: PostingEmbedded, offset: int = 0) -> Incoming:
    """`embedded` as a sink reads it."""
    return as_incoming(encode(embedded, EMBEDDED.name, made_by="test"), offset=offset)


def report_message(report: CrawlReport, offset: int = 0) -> Incoming:
    """`report` as a sink reads it."""
    return as_incoming(encode(report, CRAWL.name, made_by="test"), offset=offset)


def changed(message: Incoming, value: bytes | None) -> Incoming:
    """`message` with another payload."""
    return Incoming(message.topic, message.partition, message.offset, message.key, value, message.headers)


def letter_message(message: Incoming, offset: int = 0, **overrides: Any) -> Incoming:
    """`message` as it lies in the dead letter topic."""
    fields: dict[str, Any] = {
        "stage": "normalize", "reason": "not_json", "detail": "no JSON", "topic": message.topic, "partition": message.partition,
        "offset": message.offset, "dead_at": JAN, "source": "lever", "posting_id": "lever:acme:p1", "revised_at": JAN,
    }  # fmt: skip
    return as_incoming(bury(message, DeadLetter(**fields | overrides)), offset=offset)


def values_of(sorted_: Sorted, table: str) -> list[dict[str, Any]]:
    """The rows for `table`, each a dict."""
    batches = [batch for batch in sorted_.batches if batch.table.name == table]
    return [
        {column.name: values[at] for column, values in zip(batch.columns, batch.values, strict=True)}
        for batch in batches
        for at in range(len(batch))
    ]


def as_outgoing(messages: Iterable[Incoming]) -> Sequence[Outgoing]:
    """Messages to publish again."""
    return [Outgoing(m.topic, m.key or b"", m.value, m.headers) for m in messages]
