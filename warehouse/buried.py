"""A message of a dead letter topic as a record of the table `dead_letter`. Total: nothing can be buried twice."""

import re
from collections.abc import Callable

from schemas.base import epoch_ms
from schemas.dead_letter import SUFFIX, DeadLetter
from schemas.message import Incoming
from schemas.topics import ENRICHED
from warehouse.table import Record

_SHOWN_BYTES = 2000
_CONTACTS = re.compile(rb'"contacts":\s*\[[^\]]*\]')


def dead_letter_record(message: Incoming, exhume: Callable[[Incoming], DeadLetter]) -> Record:
    """Return what is known of a dead letter; one without its headers is named by where it lies in the dead letter topic."""
    payload = _without_contacts(message)
    return _letter(message, exhume) | {
        "key": _text(message.key or b""),
        "payload_start": _text(payload[:_SHOWN_BYTES]),
        "payload_bytes": len(message.value or b""),
        "dlq_partition": message.partition,
        "dlq_offset": message.offset,
    }


def _without_contacts(message: Incoming) -> bytes:
    """Return the payload; that of an enriched posting without what was found about people, which no warehouse keeps."""
    payload = message.value or b""
    return _CONTACTS.sub(b'"contacts":[]', payload) if message.topic == ENRICHED.name + SUFFIX else payload


def _letter(message: Incoming, exhume: Callable[[Incoming], DeadLetter]) -> Record:
    try:
        letter = exhume(message)
    except ValueError as error:
        return {
            "stage": "unknown", "topic": message.topic.removesuffix(SUFFIX) + SUFFIX, "partition": message.partition,
            "offset": message.offset, "dead_at": message.timestamp_ms, "reason": "unreadable_headers",
            "detail": str(error), "source": None, "posting_id": None, "revised_at": None,
        }  # fmt: skip
    return {
        "stage": letter.stage, "topic": letter.topic, "partition": letter.partition, "offset": letter.offset,
        "dead_at": epoch_ms(letter.dead_at), "reason": letter.reason, "detail": letter.detail, "source": letter.source,
        "posting_id": letter.posting_id, "revised_at": epoch_ms(letter.revised_at) if letter.revised_at else None,
    }  # fmt: skip


def _text(data: bytes) -> str:
    return data.decode("utf-8", "replace").replace("\0", "�")
