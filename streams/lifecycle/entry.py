"""What is known of one posting, in 40 bytes, or 64 with a deadline."""

import struct
from dataclasses import dataclass
from typing import NamedTuple

FORMAT = 1
OPEN, CLOSED, LISTED, SHOWN, DEADLINED = 1, 2, 4, 8, 16
_HEAD = struct.Struct("<BBBBIqqqq")
_DEADLINE = struct.Struct("<qqq")
_AS_OF = struct.Struct("<q")
_AS_OF_AT = _HEAD.size - _AS_OF.size
_NONE = -(1 << 63)
_MOST = 255


class Deadline(NamedTuple):
    """The `valid_through` of the newest revision, None where it has none; (`revised_ms`, `processed_ms`) is its version."""

    revised_ms: int
    processed_ms: int
    at_ms: int | None


@dataclass(frozen=True, slots=True)
class Entry:
    """A posting. Times are milliseconds since 1970; neither OPEN nor CLOSED = no crawl showed it yet.

    LISTED = the last complete listing of its board showed it, SHOWN = the last partial one did: when that was stands with the
    board, so that a posting seen again is not written. `seen_ms` is the last time before those.
    `changed_ms` is the time of its last event, `as_of_ms` that of the crawl that wrote it.
    """

    flags: int = 0
    misses: int = 0
    reopenings: int = 0
    sequence: int = 0
    first_ms: int = 0
    seen_ms: int = 0
    changed_ms: int = 0
    as_of_ms: int = _NONE
    deadline: Deadline | None = None

    @property
    def is_open(self) -> bool:
        """Whether it was opened and not closed since."""
        return bool(self.flags & OPEN)

    @property
    def is_closed(self) -> bool:
        """Whether it was open once and is not now."""
        return bool(self.flags & CLOSED)

    def is_past(self, at_ms: int) -> bool:
        """Whether its deadline is before `at_ms`."""
        return self.deadline is not None and self.deadline.at_ms is not None and self.deadline.at_ms < at_ms

    def pack(self) -> bytes:
        """Return it as a table value."""
        flags = self.flags | DEADLINED if self.deadline else self.flags
        head = _HEAD.pack(
            FORMAT, flags, self.misses, min(self.reopenings, _MOST), self.sequence,
            self.first_ms, self.seen_ms, self.changed_ms, self.as_of_ms,
        )  # fmt: skip
        if self.deadline is None:
            return head
        revised, processed, at = self.deadline
        return head + _DEADLINE.pack(revised, processed, _NONE if at is None else at)


NEW = Entry()


def unpack(value: bytes | None) -> Entry:
    """Return the entry in a table value; a new one where there is none, or one of another format."""
    if value is None or value[0] != FORMAT:
        return NEW
    _, flags, misses, reopenings, sequence, first, seen, changed, as_of_ms = _HEAD.unpack_from(value)
    deadline = None
    if flags & DEADLINED:
        revised, processed, at = _DEADLINE.unpack_from(value, _HEAD.size)
        deadline = Deadline(revised, processed, None if at == _NONE else at)
    return Entry(flags & ~DEADLINED, misses, reopenings, sequence, first, seen, changed, as_of_ms, deadline)


def flags_of(value: bytes) -> int:
    """Return the flags of a packed entry without reading the rest; 0 for another format."""
    return value[1] if value[0] == FORMAT else 0


def misses_of(value: bytes) -> int:
    """Return the misses of a packed entry without reading the rest."""
    return value[2]


def as_of(value: bytes) -> int:
    """Return the time of the crawl that wrote a packed entry without reading the rest."""
    found: int = _AS_OF.unpack_from(value, _AS_OF_AT)[0]
    return found


def is_past(value: bytes, at_ms: int) -> bool:
    """Whether the deadline of a packed entry that has one is before `at_ms`."""
    found: int = _AS_OF.unpack_from(value, _HEAD.size + 2 * _AS_OF.size)[0]
    return _NONE < found < at_ms
