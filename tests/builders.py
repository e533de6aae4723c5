"""Builders of data: a call gives a valid value, keywords change what the test is about."""

from datetime import UTC, datetime
from typing import Any

from schemas.cluster import Match
from schemas.codec import encode
from schemas.message import Incoming, Outgoing
from schemas.posting import DeduplicatedPosting, EnrichedPosting, Posting
from schemas.raw import RawPosting

JAN = datetime(2026, 1, 5, 9, 0, tzinfo=UTC)
FEB = datetime(2026, 2, 5, 9, 0, tzinfo=UTC)
MAR = datetime(2026, 3, 5, 9, 0, tzinfo=UTC)


def make_raw_posting(**overrides: Any) -> RawPosting:
    """A Lever posting as received; `title` and `description` change the row."""
    row = {
        "id": "p1",
        "text": overrides.pop("title", "Nurse"),
        "description": overrides.pop("description", "<p>Care for patients.</p>"),
        "categories": {"location": "Berlin, Germany", "commitment": "Full-time"},
        "createdAt": 1767225600000,
        "hostedUrl": "https://jobs.lever.co/acme/p1",
    }
    values = {"source": "lever", "board": "acme", "source_id": "p1", "fetched_at": JAN, "row": row} | overrides
    return RawPosting(**values)


def posting_fields(**overrides: Any) -> dict[str, Any]:
    """The fields of a normalized posting."""
    source, board, source_id = overrides.get("source", "lever"), overrides.get("board", "acme"), overrides.get("source_id", "p1")
    fields: dict[str, Any] = {
        "posting_id": f"{source}:{board}:{source_id}",
        "source": source,
        "board": board,
        "source_id": source_id,
        "revision": 1,
        "revised_at": JAN,
        "processed_at": JAN,
        "first_fetched_at": JAN,
        "fetched_at": JAN,
        "content_hash": "0" * 32,
        "normalizer": "lever/1",
        "employer_key": "acme",
        "employer": "Acme",
        "title": "Nurse",
        "description": "Care for patients.",
    }
    return fields | overrides


def make_posting(**overrides: Any) -> Posting:
    """A normalized posting."""
    return Posting(**posting_fields(**overrides))


def make_deduplicated(**overrides: Any) -> DeduplicatedPosting:
    """A posting alone in its cluster."""
    fields = posting_fields(**overrides)
    return DeduplicatedPosting(**({"cluster_id": fields["posting_id"], "is_canonical": True, "match": Match()} | fields))


def make_enriched(**overrides: Any) -> EnrichedPosting:
    """An enriched posting from which nothing could be derived."""
    return EnrichedPosting(**make_deduplicated().model_dump() | posting_fields(**overrides) | overrides)


def as_incoming(message: Outgoing, partition: int = 0, offset: int = 0) -> Incoming:
    """A published message as its reader gets it."""
    return Incoming(message.topic, partition, offset, message.key, message.value, message.headers)


def raw_message(
    raw: RawPosting | None = None, *, offset: int = 0, topic: str = "jobs.posting.raw", replay_id: str | None = None
) -> Incoming:
    """A raw posting as normalize reads it."""
    return as_incoming(encode(raw or make_raw_posting(), topic, made_by="test", replay_id=replay_id), offset=offset)
