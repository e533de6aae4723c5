"""What a posting's owner knows: in which buckets it asked last, what each has answered, and what was published of it."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import NamedTuple, Self

import orjson

from schemas.base import epoch_ms
from schemas.mirror import SightingAnswered

FORMAT = 1


class Found(NamedTuple):
    """The posting that this one is a copy of; `first_ms` is when it was first fetched, milliseconds since 1970."""

    first_ms: int
    posting_id: str
    employer_key: str
    similarity: float


class Reply(NamedTuple):
    """What a bucket said last of an ask; the greatest (ask, sequence) is in force."""

    ask: int
    sequence: int
    found: Found | None


@dataclass(frozen=True, slots=True)
class Inquiry:
    """A posting. `version` is that of the statement it rests on, `digest` what was asked about; both are empty before any.

    `said` and `said_ms` are what was published last, and when, milliseconds since 1970.
    """

    version: int = -1
    digest: str = ""
    ask: int = 0
    buckets: tuple[str, ...] = ()
    replies: Mapping[str, Reply] = field(default_factory=dict)
    said: Found | None = None
    said_ms: int = 0

    def asking(self, version: int, digest: str, buckets: tuple[str, ...]) -> Self:
        """Return it with another ask. A reply to one that is still to come is kept: its sighting was published before a stop."""
        ask = self.ask + 1
        kept = {bucket: reply for bucket, reply in self.replies.items() if reply.ask >= ask}
        return replace(self, version=version, digest=digest, ask=ask, buckets=buckets, replies=kept)

    def hears(self, event: SightingAnswered) -> Self | None:
        """Return it with the answer; None when a newer one, or a newer ask, is known."""
        known = self.replies.get(event.bucket)
        if event.ask < self.ask or (known is not None and (event.ask, event.sequence) <= known[:2]):
            return None
        reply = Reply(event.ask, event.sequence, _found(event))
        return replace(self, replies={**self.replies, event.bucket: reply})

    @property
    def is_settled(self) -> bool:
        """Whether every bucket has answered the last ask."""
        return all(bucket in self.replies and self.replies[bucket].ask == self.ask for bucket in self.buckets)

    @property
    def found(self) -> Found | None:
        """The oldest posting that any of its buckets has found."""
        return min((found for bucket in self.buckets if (found := self.replies[bucket].found) is not None), default=None)

    def pack(self) -> bytes:
        """Return it as a table value."""
        replies = {bucket: (reply.ask, reply.sequence, _as_list(reply.found)) for bucket, reply in self.replies.items()}
        values = [f"{self.version:x}", self.digest, self.ask, self.buckets, replies, _as_list(self.said), self.said_ms]
        return bytes((FORMAT,)) + orjson.dumps(values)


def unpack(value: bytes | None) -> Inquiry:
    """Return the inquiry in a table value; a new one where there is none, or one of another format."""
    if value is None or value[0] != FORMAT:
        return Inquiry()
    version, digest, ask, buckets, replies, said, said_ms = orjson.loads(value[1:])
    known = {bucket: Reply(asked, sequence, _as_found(found)) for bucket, (asked, sequence, found) in replies.items()}
    return Inquiry(int(version, 16), digest, ask, tuple(buckets), known, _as_found(said), said_ms)


def _found(event: SightingAnswered) -> Found | None:
    original = event.original
    if original is None:
        return None
    return Found(epoch_ms(original.first_fetched_at), original.posting_id, original.employer_key, original.similarity)


def _as_list(found: Found | None) -> list[object] | None:
    return None if found is None else [*found]


def _as_found(values: list[object] | None) -> Found | None:
    return None if values is None else Found(*values)  # type: ignore[arg-type]
