"""A posting as its employer's group keeps it: content, version and place among the clusters, in about 700 bytes."""

import struct
import zlib
from dataclasses import dataclass, replace
from typing import Self

from schemas.base import epoch_ms
from schemas.posting import Match, MatchMethod, Posting, PostingMoved
from streams.dedupe.content import Content, content_of
from streams.dedupe.decide import VERIFIER
from streams.dedupe.minhash import SCHEME

FORMAT = 1
# An entry made by another signature scheme or another verifier is made again, never read.
MADE_BY = zlib.crc32(f"{SCHEME} {VERIFIER}".encode())
_HEADER = struct.Struct("<BIqqq")
_BODY = struct.Struct("<q16sIQBdHHHH")
_METHODS = tuple(MatchMethod)
_NO_SIMILARITY = -1.0
_PART = "\x1f"


@dataclass(frozen=True, slots=True)
class Moved:
    """A posting that has left this employer key, and until which version what arrives here is older than that."""

    posting_id: str
    version: tuple[int, int]
    assigned_ms: int = 0


@dataclass(frozen=True, slots=True)
class Member:
    """A posting of an employer. `match` is None until it was placed; times are milliseconds since 1970 in UTC."""

    posting_id: str
    first_fetched_ms: int
    version: tuple[int, int]
    content: Content
    assigned_ms: int = 0
    match: Match | None = None

    @property
    def order(self) -> tuple[int, str]:
        """The order in which an employer's postings join clusters."""
        return self.first_fetched_ms, self.posting_id

    @property
    def is_canonical(self) -> bool:
        """Whether it founded its cluster."""
        return self.match is not None and self.match.matched_posting_id is None

    @property
    def cluster_id(self) -> str:
        """The founder of its cluster."""
        return (self.match and self.match.matched_posting_id) or self.posting_id

    def placed(self, match: Match) -> Self:
        """Return it with another match."""
        return replace(self, match=match)


Entry = Member | Moved


def version_of(event: Posting | PostingMoved) -> tuple[int, int]:
    """Return (revised_at, processed_at) in milliseconds."""
    return epoch_ms(event.revised_at), epoch_ms(event.processed_at)


def member_of(posting: Posting, assigned_ms: int = 0) -> Member:
    """Return `posting` as a member that is not placed yet; `assigned_ms` is when it was assigned last."""
    first_ms = epoch_ms(posting.first_fetched_at)
    return Member(posting.posting_id, first_ms, version_of(posting), content_of(posting), assigned_ms)


def pack(entry: Entry) -> bytes:
    """Return the table value of a placed member, or of a posting that has moved away: its header alone."""
    header = _HEADER.pack(FORMAT, MADE_BY, *entry.version, entry.assigned_ms)
    if isinstance(entry, Moved):
        return header
    content, match = entry.content, entry.match or Match()
    arrays = [
        _packed("I", content.title),
        _packed("I", content.level),
        _packed("Q", content.places),
        content.signature,
    ]
    similarity = _NO_SIMILARITY if match.similarity is None else match.similarity
    body = _BODY.pack(
        entry.first_fetched_ms, content.identity, content.text_length, content.requisition,
        _METHODS.index(match.method), similarity, *map(len, arrays),
    )  # fmt: skip
    return b"".join((header, body, *arrays, f"{match.matched_posting_id or ''}{_PART}{match.reason}".encode()))


def _packed(kind: str, hashes: frozenset[int]) -> bytes:
    return struct.pack(f"<{len(hashes)}{kind}", *sorted(hashes))


def unpack(posting_id: str, value: bytes) -> Entry | None:
    """Return the entry in a table value; None when another format, scheme or verifier made it."""
    if value[0] != FORMAT:
        return None
    _, made_by, revised, processed, assigned_ms = _HEADER.unpack_from(value)
    if made_by != MADE_BY:
        return None
    if len(value) == _HEADER.size:
        return Moved(posting_id, (revised, processed), assigned_ms)
    first, content, match = _read_body(value)
    return Member(posting_id, first, (revised, processed), content, assigned_ms, match)


def _read_body(value: bytes) -> tuple[int, Content, Match]:
    first, identity, length, requisition, method, similarity, *sizes = _BODY.unpack_from(value, _HEADER.size)
    parts, start = [], _HEADER.size + _BODY.size
    for size in sizes:
        parts.append(value[start : start + size])
        start += size
    title, level, places = (
        frozenset(struct.unpack(f"<{len(part) // size}{kind}", part))
        for part, size, kind in zip(parts, (4, 4, 8), "IIQ", strict=False)
    )
    matched, _, reason = value[start:].decode().partition(_PART)
    match = Match(
        method=_METHODS[method],
        similarity=None if similarity == _NO_SIMILARITY else similarity,
        matched_posting_id=matched or None,
        reason=reason,
    )
    return first, Content(identity, length, parts[3], title, level, places, requisition), match
