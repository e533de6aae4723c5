"""A posting as a bucket keeps it: what it is compared by, in about 200 bytes; its ask alone once it has left."""

import struct
from itertools import islice
from typing import NamedTuple

from schemas.base import epoch_ms
from schemas.mirror import PostingSighted
from streams.dedupe.minhash import ROLE_PERMUTATIONS
from streams.mirror.across import Told, told_in
from streams.mirror.asked import FORMAT

_HEADER = struct.Struct("<BI")
# Sightings, when it was first fetched; requisition, states, weight, ranks, steps, fingerprint; how many codes of each sort.
_BODY = struct.Struct(f"<BqQQIHI{ROLE_PERMUTATIONS}s3H")

Order = tuple[int, str]


class Gone(NamedTuple):
    """A posting that has left the bucket; an older sighting does not bring it back."""

    posting_id: str
    ask: int


class Sighting(NamedTuple):
    """A posting in a bucket; `first_ms` is when it was first fetched, milliseconds since 1970. `sightings` is that of its ask."""

    posting_id: str
    ask: int
    sightings: int
    first_ms: int
    employer_key: str
    told: Told

    @property
    def order(self) -> Order:
        """Older postings come first."""
        return self.first_ms, self.posting_id


Entry = Sighting | Gone


def entry_of(event: PostingSighted) -> Entry:
    """Return what the bucket is to keep of `event`."""
    trace, first = event.trace, event.first_fetched_at
    if trace is None or first is None:
        return Gone(event.posting_id, event.ask)
    return Sighting(event.posting_id, event.ask, event.sightings, epoch_ms(first), event.employer_key, told_in(trace))


def pack(entry: Entry) -> bytes:
    """Return the entry as a table value."""
    header = _HEADER.pack(FORMAT, entry.ask)
    if isinstance(entry, Gone):
        return header
    told = entry.told
    sorts = [sorted(codes) for codes in (told.title, told.places, told.countries)]
    body = _BODY.pack(
        entry.sightings, entry.first_ms, told.requisition, told.states, told.weight, told.ranks, told.steps, told.fingerprint,
        *map(len, sorts),
    )  # fmt: skip
    codes = [code for sort in sorts for code in sort]
    return b"".join((header, body, struct.pack(f"<{len(codes)}I", *codes), entry.employer_key.encode()))


def unpack(posting_id: str, value: bytes) -> Entry:
    """Return the entry in a table value."""
    _, ask = _HEADER.unpack_from(value)
    if len(value) == _HEADER.size:
        return Gone(posting_id, ask)
    sightings, first_ms, requisition, states, weight, ranks, steps, fingerprint, *counts = _BODY.unpack_from(value, _HEADER.size)
    start = _HEADER.size + _BODY.size
    codes = iter(struct.unpack_from(f"<{sum(counts)}I", value, start))
    title, places, countries = (frozenset(islice(codes, count)) for count in counts)
    told = Told(fingerprint, weight, title, ranks, steps, places, countries, states, requisition)
    return Sighting(posting_id, ask, sightings, first_ms, value[start + 4 * sum(counts) :].decode(), told)
