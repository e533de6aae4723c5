"""The books: what became of every raw posting of a partition, so that nothing can be lost unnoticed."""

from collections.abc import Iterable
from dataclasses import asdict, dataclass

import orjson

from schemas.topics import RAW
from streams.normalize.revision import FORMAT
from streams.step import Settled

_PREFIX = "books:"
_COUNTED = {"unchanged": "unchanged", "normalized": "normalized", "late": "late", "dead_letter": "dead_letters"}


@dataclass(frozen=True, slots=True)
class Books:
    """Outcomes of the raw postings from `first_offset` up to, not including, `next_offset`."""

    first_offset: int
    next_offset: int
    unchanged: int = 0
    normalized: int = 0
    late: int = 0
    dead_letters: int = 0

    @property
    def balanced(self) -> bool:
        """Whether every offset has exactly one outcome."""
        outcomes = self.unchanged + self.normalized + self.late + self.dead_letters
        return outcomes == self.next_offset - self.first_offset

    def encode(self) -> bytes:
        """Return the books as a table value; the first byte is the format version."""
        return FORMAT + orjson.dumps(asdict(self))


def books_key(partition: int) -> str:
    """Return the table key of the books of a raw partition."""
    return f"{_PREFIX}{partition}"


def read_books(key: str, value: bytes | None) -> tuple[int, Books] | None:
    """Return (raw partition, books) of an entry of the table; None when the entry is no books of this format."""
    if not key.startswith(_PREFIX) or value is None or value[:1] != FORMAT:
        return None
    return int(key.removeprefix(_PREFIX)), Books(**orjson.loads(value[1:]))


def enter(books: Books | None, settled: Iterable[Settled]) -> Books | None:
    """Return `books` with what was settled of one raw partition, in any order.

    Only offsets from `next_offset` on count: what is delivered twice is entered once. Replays don't count.
    """
    counts = asdict(books) if books else {}
    for done in sorted(settled, key=lambda done: done.message.offset):
        offset = done.message.offset
        if done.message.topic != RAW.name or offset < counts.get("next_offset", 0):
            continue
        counts.setdefault("first_offset", offset)
        counts["next_offset"] = offset + 1
        name = _COUNTED[done.word]
        counts[name] = counts.get(name, 0) + 1
    return Books(**counts) if counts else None
