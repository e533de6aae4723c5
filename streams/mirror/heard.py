"""What a posting's owner has heard from buckets, and what it published; it follows from their answers, in order, alone.

A statement of dedupe changes nothing here: two inputs are read in no fixed order, and after a stop what was published before the
state knew it would be forgotten when the other input came first.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import NamedTuple, Self

import orjson

from schemas.base import epoch_ms
from schemas.mirror import SightingAnswered
from streams.mirror.asked import FIRST_ASK, FORMAT


class Found(NamedTuple):
    """The posting that this one is a copy of; `first_ms` is when it was first fetched, milliseconds since 1970."""

    first_ms: int
    posting_id: str
    employer_key: str
    similarity: float


class Reply(NamedTuple):
    """What a bucket said last; the greatest sequence is in force."""

    sequence: int
    found: Found | None


@dataclass(frozen=True, slots=True)
class Heard:
    """The replies to the newest ask that anything was heard of, which was asked in `sightings` buckets.

    `said` and `said_ms` are what was published last, and when, milliseconds since 1970.
    """

    ask: int = 0
    sightings: int = 0
    replies: Mapping[str, Reply] = field(default_factory=dict)
    said: Found | None = None
    said_ms: int = 0

    def hears(self, event: SightingAnswered) -> Self | None:
        """Return it with an answer; None when a newer one, or one to a newer ask, is known."""
        replies = self.replies if event.ask == self.ask else {}
        known = replies.get(event.bucket)
        if event.ask < self.ask or (known is not None and event.sequence <= known.sequence):
            return None
        reply = Reply(event.sequence, _found(event))
        return replace(self, ask=event.ask, sightings=event.sightings, replies={**replies, event.bucket: reply})

    @property
    def is_settled(self) -> bool:
        """Whether every bucket has answered; to a first ask only those answer that have found something."""
        return self.ask == FIRST_ASK or len(self.replies) == self.sightings

    @property
    def found(self) -> Found | None:
        """The oldest posting that any bucket has found."""
        return min((reply.found for reply in self.replies.values() if reply.found is not None), default=None)

    def pack(self) -> bytes:
        """Return it as a table value."""
        replies = {bucket: (reply.sequence, _as_list(reply.found)) for bucket, reply in self.replies.items()}
        return bytes((FORMAT,)) + orjson.dumps([self.ask, self.sightings, replies, _as_list(self.said), self.said_ms])


def heard_key(posting_id: str) -> str:
    """Return the key in the state."""
    return f"heard:{posting_id}"


def unpack(value: bytes | None) -> Heard:
    """Return what a table value holds; a new one where there is none."""
    if value is None:
        return Heard()
    ask, sightings, replies, said, said_ms = orjson.loads(value[1:])
    known = {bucket: Reply(sequence, _as_found(found)) for bucket, (sequence, found) in replies.items()}
    return Heard(ask, sightings, known, _as_found(said), said_ms)


def _found(event: SightingAnswered) -> Found | None:
    original = event.original
    if original is None:
        return None
    return Found(epoch_ms(original.first_fetched_at), original.posting_id, original.employer_key, original.similarity)


def _as_list(found: Found | None) -> list[object] | None:
    return None if found is None else [*found]


def _as_found(values: list[object] | None) -> Found | None:
    return None if values is None else Found(*values)  # type: ignore[arg-type]
