"""What tells at a glance that two contents are not related, in 128 bytes: arrays are made of them without reading the contents.

Eight integers of 64 bits each, little-endian, and the MinHash of the words about the role. Sets are folded to 64 bits. The last
integer has two traits: whether there is a heading, and the ranks in the title.
"""

import struct
from collections.abc import Iterable

from streams.dedupe.compare import NEAR, NEAR_BY_TEXT, NEAR_BY_TITLE, NEAR_POSTS, SORTS_OF_RANK
from streams.dedupe.content import Content
from streams.dedupe.minhash import ROLE_PERMUTATIONS, same_minima

TRAITS = 8
STEPS, PLACED, CITIES, NAMES, REQUISITION, IDENTITY, TITLE, HEADING = range(TRAITS)
# Above the bit for a heading, the ranks of each sort, and one more bit where a title has none of it: titles that have no bit of
# a sort in common differ in rank.
_RANKS_AT, _NONE_AT = 1, 16
RANKS = [(sort | 1 << _NONE_AT + at) << _RANKS_AT for at, sort in enumerate(SORTS_OF_RANK)]
_TRAITS = struct.Struct(f"<{TRAITS}Q{ROLE_PERMUTATIONS}s")
SIZE = _TRAITS.size
ROLES_AT = 8 * TRAITS
# The one lies behind the other.
_TITLE_AND_HEADING, _TITLE_AT = struct.Struct("<2Q"), 8 * TITLE
HEADED = 1


def traits_of(content: Content) -> bytes:
    """Return the traits of a content; it has no words about a role where its minima are zeros."""
    return _TRAITS.pack(
        content.steps,
        bool(content.cities),
        # two that share a wording are at one place, whatever it is
        _bits((*content.cities, *content.wordings)),
        _bits((*content.names, *content.wordings)),
        content.requisition,
        int.from_bytes(content.identity[:8], "little"),
        _bits(content.title),
        content.heading | _ranks(content.ranks),
        content.text.role_signature,
    )


def may_be_related(one: bytes, other: bytes) -> bool:
    """Return whether two contents may be anything but different jobs; the same are, for all of their minima are."""
    same = same_minima(one, other, ROLES_AT)
    if same < NEAR_POSTS or same >= NEAR_BY_TEXT:
        return same >= NEAR_BY_TEXT
    title, mine = _TITLE_AND_HEADING.unpack_from(one, _TITLE_AT)
    other_title, theirs = _TITLE_AND_HEADING.unpack_from(other, _TITLE_AT)
    if mine & theirs & HEADED:
        return True
    if same < NEAR or not title or not other_title:
        return same >= NEAR
    shared = title & other_title
    if same >= NEAR_BY_TITLE:
        return bool(shared)
    return bool(shared) and shared in (title, other_title) and all(mine & theirs & ranks for ranks in RANKS)


def _ranks(ranks: int) -> int:
    for at, sort in enumerate(SORTS_OF_RANK):
        if not ranks & sort:
            ranks |= 1 << _NONE_AT + at
    return ranks << _RANKS_AT


def _bits(hashes: Iterable[int]) -> int:
    bits = 0
    for value in hashes:
        bits |= 1 << (value >> 8 & 63)
    return bits
