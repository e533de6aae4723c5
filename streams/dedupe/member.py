"""A posting as its employer's group keeps it: content, version and place among the clusters, in about 0.8 KB."""

import struct
import zlib
from dataclasses import dataclass

from schemas.base import epoch_ms
from schemas.posting import PostingMoved
from streams.dedupe.arrived import Arrived
from streams.dedupe.content import Content
from streams.dedupe.decide import VERIFIER, Kin
from streams.dedupe.minhash import SCHEME
from streams.dedupe.packing import Packed
from streams.dedupe.reader import DIFFERENCES, Label, PlaceTold, TitleTold, Told

FORMAT = 4
# An entry made by another signature scheme or another verifier is made again, never read.
MADE_BY = zlib.crc32(f"{SCHEME} {VERIFIER}".encode())
_HEADER = struct.Struct("<BIqqq")
# When it was first fetched, and how long what is said of its kin is; the content's bytes follow that.
_FIRST = struct.Struct("<qH")
_CONTENT_AT = _HEADER.size + _FIRST.size
# Which label, whether exact, what was told of titles and places, in what it differs, and the similarity.
_KIN = struct.Struct("<B?BBBd")
_LABELS = (Label.COPY, Label.VARIANT)


@dataclass(frozen=True, slots=True)
class Moved:
    """A posting that has left this employer key, and until which version what arrives here is older than that."""

    posting_id: str
    version: tuple[int, int]
    assigned_ms: int = 0


@dataclass(frozen=True, slots=True)
class Member:
    """A posting of an employer. `kin` is what it is a copy or a variant of; times are milliseconds since 1970 in UTC.

    `held` is its content, which is read from bytes when it is asked for; `traits` are those of the content.
    """

    posting_id: str
    first_fetched_ms: int
    version: tuple[int, int]
    traits: bytes
    held: Packed
    assigned_ms: int = 0
    is_placed: bool = False
    kin: Kin | None = None

    @property
    def content(self) -> Content:
        """What it says."""
        return self.held.content

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
        return Member(
            self.posting_id,
            self.first_fetched_ms,
            self.version,
            self.traits,
            self.held,
            self.assigned_ms,
            is_placed=True,
            kin=kin,
        )

    def assigned(self, assigned_ms: int) -> "Member":
        """Return it with the time of its newest assignment."""
        return Member(
            self.posting_id, self.first_fetched_ms, self.version, self.traits, self.held, assigned_ms, self.is_placed, self.kin
        )


Entry = Member | Moved


def version_of(event: PostingMoved) -> tuple[int, int]:
    """Return (revised_at, processed_at) in milliseconds."""
    return epoch_ms(event.revised_at), epoch_ms(event.processed_at)


def member_of(arrived: Arrived, assigned_ms: int = 0) -> Member:
    """Return a posting as a member that is not placed yet; `assigned_ms` is when it was assigned last."""
    held = Packed(arrived.content)
    return Member(arrived.posting_id, arrived.first_fetched_ms, arrived.version, held.traits, held, assigned_ms)


def pack(entry: Entry) -> bytes:
    """Return the table value of a placed member, or of a posting that has moved away: its header alone."""
    header = _HEADER.pack(FORMAT, MADE_BY, *entry.version, entry.assigned_ms)
    if isinstance(entry, Moved):
        return header
    kin = _pack_kin(entry.kin)
    return b"".join((header, _FIRST.pack(entry.first_fetched_ms, len(kin)), kin, entry.held.packed))


def unpack(posting_id: str, value: bytes) -> Entry | None:
    """Return the entry in a table value; None when another format, scheme or verifier made it."""
    if value[0] != FORMAT:
        return None
    _, made_by, revised, processed, assigned_ms = _HEADER.unpack_from(value)
    if made_by != MADE_BY:
        return None
    if len(value) == _HEADER.size:
        return Moved(posting_id, (revised, processed), assigned_ms)
    first_ms, size = _FIRST.unpack_from(value, _HEADER.size)
    kin, start = _unpack_kin(value[_CONTENT_AT : _CONTENT_AT + size]), _CONTENT_AT + size
    held = Packed(value, start)
    return Member(posting_id, first_ms, (revised, processed), held.traits, held, assigned_ms, is_placed=True, kin=kin)


def _pack_kin(kin: Kin | None) -> bytes:
    if kin is None:
        return b""
    told = kin.told
    differences = sum(1 << DIFFERENCES.index(name) for name in told.differences)
    packed = _KIN.pack(_LABELS.index(kin.label), kin.exact, told.title, told.place, differences, kin.similarity)
    return packed + kin.posting_id.encode()


def _unpack_kin(value: bytes) -> Kin | None:
    if not value:
        return None
    label, exact, title, place, differences, similarity = _KIN.unpack_from(value)
    told = Told(TitleTold(title), PlaceTold(place), tuple(name for at, name in enumerate(DIFFERENCES) if differences >> at & 1))
    return Kin(value[_KIN.size :].decode(), _LABELS[label], exact=exact, similarity=similarity, told=told)
