"""Events as Kafka messages: JSON values, CloudEvents 1.0 headers in binary mode.

Source: CloudEvents Kafka protocol binding 1.0.2, section 3.2.
"""

import uuid
from datetime import datetime
from functools import lru_cache
from hashlib import sha1
from typing import Any, NamedTuple

from pydantic import ValidationError

from schemas.base import Event
from schemas.cluster import ClusterAssigned
from schemas.crawl import CrawlPage, CrawlReport, CrawlTick
from schemas.embedded import PostingEmbedded
from schemas.erasure import ContactsErased
from schemas.health import IncidentEnded, IncidentOpened, SourceHealth
from schemas.lifecycle import PostingClosed, PostingOpened, PostingRead, PostingReopened
from schemas.message import Headers, Incoming, Outgoing
from schemas.mirror import CanonicalPosting, PostingMirrored, PostingSighted, SightingAnswered
from schemas.plan import CrawlPlan
from schemas.posting import DeduplicatedPosting, EnrichedPosting, Posting, PostingMoved
from schemas.raw import RawPosting
from schemas.topics import RAW, REPLAY

REPLAY_ID = "ce_replayid"
# Where the raw posting behind a replayed one lies, `topic:partition:offset`: its dead letter is that of the raw posting.
REPLAY_OF = "ce_replayof"
# Where the window of the replay begins: what lies in it may be left to the raw posting that first showed it.
REPLAY_SINCE = "ce_replaysince"
EVENT_NAMESPACE = uuid.UUID("5d9c2a53-5b0f-5f43-9d5e-0f1b8a6a9a10")
EVENTS: tuple[type[Event], ...] = (
    RawPosting, CrawlPage, CrawlReport, Posting, PostingMoved, DeduplicatedPosting, ClusterAssigned, EnrichedPosting,
    CrawlTick, PostingOpened, PostingClosed, PostingReopened, PostingRead, SourceHealth, IncidentOpened,
    IncidentEnded, CrawlPlan, CanonicalPosting, PostingSighted, SightingAnswered, PostingMirrored, PostingEmbedded,
    ContactsErased,
)  # fmt: skip
_BY_TYPE = {event.TYPE: event for event in EVENTS}
_REPLAYED = (RAW.name, REPLAY.name)
_NAMESPACE = EVENT_NAMESPACE.bytes
# What a partition and an offset of Kafka, 32 and 64 bits, surely hold.
_PARTITION_DIGITS, _OFFSET_DIGITS = 9, 18
_SPEC_VERSION = ("ce_specversion", b"1.0")
_CONTENT_TYPE = ("content-type", b"application/json")
# Of a batch most are the same.
_MOMENTS = 256
# Kinds of events with who makes them that a process writes, and more.
_ORIGINS = 256


class Written(NamedTuple):
    """An event that is JSON already; what its headers and its id are made of. `time` is ISO 8601 with milliseconds."""

    type: str
    subject: str
    identity: str
    key: str
    time: str
    value: bytes


class DecodeError(Exception):
    """A message is not an event that we know; the caller makes a dead letter of it. `reason` is a metric label."""

    def __init__(self, reason: str, detail: str) -> None:
        super().__init__(f"{reason}: {detail}")
        self.reason = reason
        self.detail = detail

    def __reduce__(self) -> tuple[type["DecodeError"], tuple[str, str]]:
        return DecodeError, (self.reason, self.detail)


def written(event: Event) -> Written:
    """Return `event` as JSON with its headers."""
    value = event.__pydantic_serializer__.to_json(event)
    return Written(event.TYPE, event.subject, event.identity, event.key, iso(event.occurred_at), value)


@lru_cache(_MOMENTS)
def iso(moment: datetime) -> str:
    """Return `moment`, an instant in UTC, as `ce_time` has it."""
    return moment.isoformat(timespec="milliseconds")


def event_id(event: Event | Written, replay_id: str | None = None) -> str:
    """Return the id of `event`: stable under redelivery, new under replay."""
    kind = event.type if isinstance(event, Written) else event.TYPE
    return _uuid5("\x1f".join((kind, event.subject, event.identity, replay_id or "")))


def encode(
    event: Event | Written, topic: str, *, made_by: str, replay_id: str | None = None, traceparent: str | None = None
) -> Outgoing:
    """Return the message that carries `event`; `made_by` is the stage or spider (`ce_source`)."""
    event = event if isinstance(event, Written) else written(event)
    headers: list[tuple[str, bytes]] = [
        _SPEC_VERSION,
        ("ce_id", event_id(event, replay_id).encode()),
        *_origin(event.type, made_by),
        ("ce_subject", event.subject.encode()),
        ("ce_time", event.time.encode()),
        _CONTENT_TYPE,
    ]
    if replay_id:
        headers.append((REPLAY_ID, replay_id.encode()))
    if traceparent:
        headers.append(("traceparent", traceparent.encode()))
    return Outgoing(topic, event.key.encode(), event.value, tuple(headers))


@lru_cache(_ORIGINS)
def _origin(kind: str, made_by: str) -> Headers:
    return ("ce_type", kind.encode()), ("ce_source", f"/jobstream/{made_by}".encode())


def position_of(message: Incoming) -> tuple[str, int, int]:
    """Return (topic, partition, offset) of the raw posting that `message` replays; its own when it replays none.

    A header that names another topic is nobody's of ours: a dead letter that follows it would never arrive.
    """
    topic, _, place = (message.header(REPLAY_OF) or "").partition(":")
    partition, _, offset = place.partition(":")
    if topic in _REPLAYED and _is_number(partition, _PARTITION_DIGITS) and _is_number(offset, _OFFSET_DIGITS):
        return topic, int(partition), int(offset)
    return message.topic, message.partition, message.offset


def replayed_since(message: Incoming) -> int | None:
    """Return where the window of the replay begins that `message` is of, milliseconds since 1970; None where it does not say."""
    since = message.header(REPLAY_SINCE) or ""
    return int(since) if _is_number(since, _OFFSET_DIGITS) else None


def tombstone(topic: str, key: str, headers: Headers = ()) -> Outgoing:
    """Return the message that erases `key` from a compacted topic."""
    return Outgoing(topic, key.encode(), None, headers)


def decode(message: Incoming) -> Event:
    """Return the event in `message`.

    Raises DecodeError, with reason `no_value`, `unknown_type`, `unknown_version`, `not_utf8`, `not_json` or `not_valid`.
    """
    kind = _kind(message.header("ce_type"))
    value = message.value
    if value is None:
        raise DecodeError("no_value", "the value is null")
    try:
        return kind.model_validate_json(value)
    except ValidationError as error:
        raise _explain(error, value) from None


def _uuid5(name: str) -> str:
    """Return `str(uuid.uuid5(EVENT_NAMESPACE, name))`, at a fifth of the time: it is made for every message of every stage."""
    digest = sha1(_NAMESPACE + name.encode(), usedforsecurity=False).hexdigest()
    variant = "89ab"[int(digest[16], 16) & 3]
    return f"{digest[:8]}-{digest[8:12]}-5{digest[13:16]}-{variant}{digest[17:20]}-{digest[20:32]}"


def _is_number(text: str, digits: int) -> bool:
    return len(text) <= digits and text.isdecimal()


def _kind(ce_type: str | None) -> type[Event]:
    if ce_type is None:
        raise DecodeError("unknown_type", "there is no ce_type header")
    kind = _BY_TYPE.get(ce_type)
    if kind is not None:
        return kind
    name = ce_type.rpartition(".v")[0]
    known = any(t.rpartition(".v")[0] == name for t in _BY_TYPE)
    raise DecodeError("unknown_version" if known else "unknown_type", f"ce_type is {ce_type!r}")


def _explain(error: ValidationError, value: bytes) -> DecodeError:
    first: Any = error.errors(include_input=False, include_url=False)[0]
    if first["type"] != "json_invalid":
        return DecodeError("not_valid", f"{'.'.join(map(str, first['loc'])) or 'value'}: {first['msg']}")
    try:
        value.decode("utf-8")
    except UnicodeDecodeError as wrong:
        return DecodeError("not_utf8", str(wrong))
    return DecodeError("not_json", first["msg"])
