"""What is known of one posting, in 40 bytes, or 64 once it was read."""

import struct
from dataclasses import dataclass
from typing import NamedTuple

# One of all entries of the stage.
FORMAT = 1
OPEN, CLOSED, LISTED, SHOWN, DEADLINED, READ = 1, 2, 4, 8, 16, 32
_HEAD = struct.Struct("<BBBBIqqqq")
_READING = struct.Struct("<qqq")
_AS_OF = struct.Struct("<q")
_AS_OF_AT = _HEAD.size - _AS_OF.size
_NONE = -(1 << 63)
_MOST = 255


class Reading(NamedTuple):
    """The `valid_through` of the newest revision, None where it has none; (`revised_ms`, `processed_ms`) is its version."""

    revised_ms: int
    processed_ms: int
    deadline_ms: int | None


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
    reading: Reading | None = None

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
        return self.reading is not None and self.reading.deadline_ms is not None and self.reading.deadline_ms < at_ms

    def pack(self) -> bytes:
        """Return it as a table value."""
        flags = self.flags | _flags_of(self.reading)
        head = _HEAD.pack(
            FORMAT, flags, self.misses, min(self.reopenings, _MOST), self.sequence,
            self.first_ms, self.seen_ms, self.changed_ms, self.as_of_ms,
        )  # fmt: skip
        if self.reading is None:
            return head
        revised, processed, at = self.reading
        return head + _READING.pack(revised, processed, _NONE if at is None else at)


NEW = Entry()


def unpack(value: bytes | None) -> Entry:
    """Return the entry in a table value; a new one where there is none."""
    if value is None:
        return NEW
    _, flags, misses, reopenings, sequence, first, seen, changed, as_of_ms = _HEAD.unpack_from(value)
    reading = None
    if flags & READ:
        revised, processed, at = _READING.unpack_from(value, _HEAD.size)
        reading = Reading(revised, processed, None if at == _NONE else at)
    return Entry(flags & ~(READ | DEADLINED), misses, reopenings, sequence, first, seen, changed, as_of_ms, reading)


def flags_of(value: bytes) -> int:
    """Return the flags of a packed entry without reading the rest."""
    return value[1]


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


def _flags_of(reading: Reading | None) -> int:
    if reading is None:
        return 0
    return READ if reading.deadline_ms is None else READ | DEADLINED
