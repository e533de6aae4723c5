"""A posting as its employer's group keeps it: content, version and place among the clusters, in about 0.8 KB."""

import struct
import zlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from streams.dedupe.arrived import Arrived
from streams.dedupe.content import Content
from streams.dedupe.decide import VERIFIER, Kin
from streams.dedupe.minhash import SCHEME
from streams.dedupe.packing import Packed
from streams.dedupe.reader import DIFFERENCES, Label, PlaceTold, TitleTold, Told
from streams.dedupe.traits import SIZE

FORMAT = 5
# Another signature scheme or another verifier makes other entries, whose state ends a worker.
MADE_BY = zlib.crc32(f"{SCHEME} {VERIFIER}".encode())
_HEADER = struct.Struct("<BIqqq")
# When it was first fetched; which label its kin has, 0 without one, whether exact, what was told of titles and places, in what it
# differs, the similarity; and how long the id of the kin is, with which the value ends. Between the two is the content.
_PLACE = struct.Struct("<qB?BBBdH")
CONTENT_AT = _HEADER.size + _PLACE.size
# The same as columns, from the beginning of a value to the end of its traits.
_BEGINS = np.dtype([
    ("header", f"V{_HEADER.size}"),
    ("first_ms", "<i8"),
    ("label", "u1"),
    ("told", "V12"),
    ("kin_size", "<u2"),
    ("traits", "u1", (SIZE,)),
])  # fmt: skip
_KIN_SIZE = struct.Struct("<H")
BEGINNING = struct.pack("<BI", FORMAT, MADE_BY)
# So many members stay unpacked: one is asked for a few times while it is placed, and while others are placed beside it.
_UNPACKED = 4096
_NO_KIN = (0, False, 0, 0, 0, 0.0, 0)
_LABELS = (None, Label.COPY, Label.VARIANT)


class Moved(NamedTuple):
    """A posting that has left this employer key, and until which version what arrives here is older than that."""

    posting_id: str
    version: tuple[int, int]
    assigned_ms: int = 0


class Member(NamedTuple):
    """A posting of an employer. `kin` is what it is a copy or a variant of; times are milliseconds since 1970 in UTC.

    `held` is its content, which is read from bytes when it is asked for.
    """

    posting_id: str
    first_fetched_ms: int
    version: tuple[int, int]
    held: Packed
    assigned_ms: int = 0
    is_placed: bool = False
    kin: Kin | None = None

    @property
    def content(self) -> Content:
        """What it says."""
        return self.held.content

    @property
    def traits(self) -> bytes:
        """The traits of its content."""
        return self.held.traits

    @property
    def order(self) -> tuple[int, str]:
        """The order in which an employer's postings join clusters."""
        return self.first_fetched_ms, self.posting_id

    @property
    def copied(self) -> Kin | None:
        """What it is a copy of."""
        return self.kin if self.kin is not None and self.kin.label is Label.COPY else None

    @property
    def is_canonical(self) -> bool:
        """Whether it founded its cluster."""
        return self.is_placed and self.copied is None

    @property
    def cluster_id(self) -> str:
        """The founder of its cluster."""
        return self.copied.posting_id if self.copied else self.posting_id

    def placed(self, kin: Kin | None) -> "Member":
        """Return it in another place."""
        return Member(self.posting_id, self.first_fetched_ms, self.version, self.held, self.assigned_ms, is_placed=True, kin=kin)

    def assigned(self, assigned_ms: int) -> "Member":
        """Return it with the time of its newest assignment."""
        return Member(self.posting_id, self.first_fetched_ms, self.version, self.held, assigned_ms, self.is_placed, self.kin)


Entry = Member | Moved
# What is kept of a member: its table value, or itself while it has none that says its place.
Held = Member | bytes


def member_of(arrived: Arrived, assigned_ms: int = 0) -> Member:
    """Return a posting as a member that is not placed yet; `assigned_ms` is when it was assigned last."""
    return Member(arrived.posting_id, arrived.first_fetched_ms, arrived.version, Packed(arrived.content), assigned_ms)


def pack(entry: Entry) -> bytes:
    """Return the table value of a placed member, or of a posting that has moved away: its header alone."""
    header = _HEADER.pack(FORMAT, MADE_BY, *entry.version, entry.assigned_ms)
    if isinstance(entry, Moved):
        return header
    kin, first_ms = entry.kin, entry.first_fetched_ms
    if kin is None:
        return b"".join((header, _PLACE.pack(first_ms, *_NO_KIN), entry.held.packed))
    told, kin_id = kin.told, kin.posting_id.encode()
    differences = sum(1 << DIFFERENCES.index(name) for name in told.differences)
    label = _LABELS.index(kin.label)
    place = _PLACE.pack(first_ms, label, kin.exact, told.title, told.place, differences, kin.similarity, len(kin_id))
    return b"".join((header, place, entry.held.packed, kin_id))


def content_in(value: bytes) -> Packed:
    """Return the content of the member in a table value."""
    return Packed(value, CONTENT_AT, len(value) - _KIN_SIZE.unpack_from(value, CONTENT_AT - _KIN_SIZE.size)[0])


def readable(entries: Iterable[tuple[str, bytes]]) -> list[tuple[str, bytes]]:
    """Return the entries whose table values this version made."""
    return [entry for entry in entries if entry[1].startswith(BEGINNING)]


@lru_cache(_UNPACKED)
def unpack(posting_id: str, value: bytes) -> Entry:
    """Return the entry in a table value, which this version made."""
    _, _, revised, processed, assigned_ms = _HEADER.unpack_from(value)
    if len(value) == _HEADER.size:
        return Moved(posting_id, (revised, processed), assigned_ms)
    first_ms, label, exact, title, place, differences, similarity, size = _PLACE.unpack_from(value, _HEADER.size)
    found, kin = _LABELS[label], None
    if found is not None:
        told = Told(
            TitleTold(title), PlaceTold(place), tuple(name for at, name in enumerate(DIFFERENCES) if differences >> at & 1)
        )
        kin = Kin(value[-size:].decode(), found, exact=exact, similarity=similarity, told=told)
    return Member(posting_id, first_ms, (revised, processed), content_in(value), assigned_ms, is_placed=True, kin=kin)


@dataclass(frozen=True, slots=True)
class Rows:
    """What tells the members of many table values apart at a glance, a row each; `canonical` as in their places.

    `first_ms` is when each was first fetched, `traits` has 128 bytes of each; `kin` has the kin of those rows that have one.
    """

    first_ms: NDArray[np.int64]
    canonical: NDArray[np.bool_]
    kin: dict[int, str]
    traits: NDArray[np.uint8]


def rows_of(values: Sequence[bytes]) -> Rows:
    """Return the rows of members' table values that this version made; they are not unpacked."""
    found = np.frombuffer(b"".join([value[: _BEGINS.itemsize] for value in values]), _BEGINS)
    sizes = found["kin_size"]
    related = np.flatnonzero(sizes)
    kin = {row: values[row][-size:].decode() for row, size in zip(related.tolist(), sizes[related].tolist(), strict=True)}
    return Rows(found["first_ms"].astype(np.int64), found["label"] != _LABELS.index(Label.COPY), kin, found["traits"])
