"""The dead letter of a message that gives no row."""

from contextlib import suppress
from datetime import datetime

from schemas.base import Event
from schemas.codec import DecodeError, decode
from schemas.dead_letter import SUFFIX, DeadLetter
from warehouse.pile import Unusable


def may_be_buried(found: Unusable) -> bool:
    """Whether the message has a dead letter topic: what lies in one has none of its own."""
    return not found.message.topic.endswith(SUFFIX)


def letter_for(found: Unusable, stage: str, now: datetime) -> DeadLetter:
    """Return why and where `found` died, and which posting it was, as far as it can be read."""
    message = found.message
    event: Event | None = None
    with suppress(DecodeError):
        event = decode(message)
    subject = message.header("ce_subject")
    return DeadLetter(
        stage=stage,
        reason=found.reason,
        detail=found.detail,
        topic=message.topic,
        partition=message.partition,
        offset=message.offset,
        dead_at=now,
        source=getattr(event, "source", None) or (subject.partition(":")[0] if subject else None),
        posting_id=getattr(event, "posting_id", None) or subject,
        revised_at=getattr(event, "revised_at", None),
    )
