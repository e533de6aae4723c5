"""A message that could not be processed: its payload untouched, the reason in headers."""

from dataclasses import dataclass
from datetime import UTC, datetime

from schemas.base import epoch_ms
from schemas.message import Incoming, Outgoing

SUFFIX = ".dlq"
_PREFIX = "dl_"


@dataclass(frozen=True, slots=True)
class DeadLetter:
    """Why a message is dead, and where it was read. (stage, topic, partition, offset) identifies it."""

    stage: str
    reason: str
    detail: str
    topic: str
    partition: int
    offset: int
    dead_at: datetime
    source: str | None = None
    posting_id: str | None = None
    revised_at: datetime | None = None


def bury(message: Incoming, letter: DeadLetter) -> Outgoing:
    """Return `message` for the dead letter topic of where it was read; key, payload and headers as they were."""
    headers = {
        "dl_stage": letter.stage, "dl_reason": letter.reason, "dl_detail": letter.detail[:2000], "dl_topic": letter.topic,
        "dl_partition": str(letter.partition), "dl_offset": str(letter.offset), "dl_at": str(epoch_ms(letter.dead_at)),
        "dl_source": letter.source, "dl_posting_id": letter.posting_id,
        "dl_revised_at": str(epoch_ms(letter.revised_at)) if letter.revised_at else None,
    }  # fmt: skip
    ours = tuple((name, value.encode("utf-8", "replace")) for name, value in headers.items() if value is not None)
    kept = tuple(h for h in message.headers if not h[0].startswith(_PREFIX))
    return Outgoing(letter.topic + SUFFIX, message.key or b"", message.value, kept + ours)


def exhume(message: Incoming) -> DeadLetter:
    """Return what the headers of a message of a `.dlq` topic say.

    Raises ValueError when they are not those that `bury` wrote.
    """
    fields = {
        name: message.header(_PREFIX + name) for name in ("stage", "reason", "detail", "topic", "partition", "offset", "at")
    }
    missing = [name for name, value in fields.items() if value is None]
    if missing:
        raise ValueError(f"{message.topic}[{message.partition}]@{message.offset} has no header {_PREFIX}{missing[0]}")
    found = {name: value or "" for name, value in fields.items()}
    revised = message.header("dl_revised_at")
    return DeadLetter(
        stage=found["stage"],
        reason=found["reason"],
        detail=found["detail"],
        topic=found["topic"],
        partition=int(found["partition"]),
        offset=int(found["offset"]),
        dead_at=_instant(found["at"]),
        source=message.header("dl_source"),
        posting_id=message.header("dl_posting_id"),
        revised_at=_instant(revised) if revised else None,
    )


def _instant(ms: str) -> datetime:
    try:
        return datetime.fromtimestamp(int(ms) / 1000, UTC)
    except (OverflowError, OSError) as error:
        raise ValueError(f"{ms[:40]!r} is no time: {error}") from error
