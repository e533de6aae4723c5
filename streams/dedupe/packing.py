"""A content as bytes, as the state of the stage keeps it: 0.6 KB on average, read only where it is compared."""

import struct
from collections.abc import Sequence
from functools import lru_cache
from itertools import accumulate, pairwise

from streams.dedupe.codes import Codes
from streams.dedupe.content import Content
from streams.dedupe.minhash import ROLE_PERMUTATIONS
from streams.dedupe.reading import Text
from streams.dedupe.stated_places import Stated
from streams.dedupe.traits import ROLES_AT, SIZE, TRAITS, traits_of

_TRAITS = struct.Struct(f"<{TRAITS}Q")
_FIXED = struct.Struct("<8sQIIIIHQQIB")
_TEXTS = 4
_CODES = (
    "employer_words",
    "title",
    "wordings",
    "cities",
    "names",
    "countries",
    "place_words",
    "title_places",
    "requisitions",
    "links",
)
_STATED = slice(_TEXTS + _CODES.index("wordings"), _TEXTS + _CODES.index("countries") + 1)
_SIZES = struct.Struct(f"<{_TEXTS + len(_CODES) + 3}H")
# A content takes some 6 KB when it has been read: few enough are kept, and ads that are compared again are mostly among them.
_CONTENTS = 4096


class Packed:
    """A content as bytes, which is read from them when it is asked for. Two are equal when their contents are."""

    __slots__ = ("_content", "_end", "_start", "_value")

    def __init__(self, value: bytes, start: int = 0, end: int | None = None) -> None:
        self._value = value
        self._start = start
        self._end = end
        self._content: Content | None = None

    @property
    def content(self) -> Content:
        """The content."""
        if self._content is None:
            self._content = unpack_content(self.packed)
        return self._content

    @property
    def packed(self) -> bytes:
        """Its bytes."""
        return self._value[self._start : self._end]

    @property
    def traits(self) -> bytes:
        """Its traits, with which the bytes begin."""
        return self._value[self._start : self._start + SIZE]

    @property
    def stated(self) -> Stated:
        """Its stated places: a fifth of what reading all of it takes."""
        at = self._start + SIZE + _FIXED.size
        sizes = _SIZES.unpack_from(self._value, at)
        at += _SIZES.size + sum(sizes[:_TEXTS]) + 4 * sum(sizes[_TEXTS : _STATED.start])
        return Stated(*_codes(self._value, at, sizes[_STATED]))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Packed) and self.packed == other.packed

    __hash__ = None  # type: ignore[assignment]


def pack_content(content: Content) -> bytes:
    """Return the content as bytes, which begin with its traits."""
    text = content.text
    fixed = _FIXED.pack(
        content.identity[8:], text.digest, text.length, text.size, text.role_weight, content.employer, content.ranks,
        content.years, text.listed, content.posted_day, text.levels,
    )  # fmt: skip
    parts = [text.signature, text.role, text.kinds, text.workers]
    sorts = [getattr(content, name) for name in _CODES]
    sorts += [text.places, text.sentences, text.roles]
    codes = [code for sort in sorts for code in sort]
    sizes = _SIZES.pack(*map(len, parts), *map(len, sorts))
    return b"".join((traits_of(content), fixed, sizes, *parts, struct.pack(f"<{len(codes)}I", *codes)))


@lru_cache(_CONTENTS)
def unpack_content(value: bytes) -> Content:
    """Return the content that was packed."""
    steps, _, _, _, requisition, identity, _, heading = _TRAITS.unpack_from(value)
    minima = value[ROLES_AT : ROLES_AT + ROLE_PERMUTATIONS]
    start = SIZE
    rest, digest, length, size, weight, employer, ranks, years, listed, posted_day, levels = _FIXED.unpack_from(value, start)
    start += _FIXED.size
    sizes = _SIZES.unpack_from(value, start)
    start += _SIZES.size
    parts = []
    for count in sizes[:_TEXTS]:
        parts.append(value[start : start + count])
        start += count
    signature, role, kinds, workers = parts
    (
        employer_words, title, wordings, cities, names, countries, place_words, title_places, requisitions, links, places,
        sentences, roles,
    ) = _codes(value, start, sizes[_TEXTS:])  # fmt: skip
    minima = minima if role else b""
    text = Text(digest, length, size, signature, role, weight, minima, kinds, workers, listed, places, sentences, roles, levels)
    return Content(
        identity.to_bytes(8, "little") + rest, text, employer, employer_words, title, ranks, steps, wordings, cities, names,
        countries, place_words, title_places, years, requisition, requisitions, links, bool(heading & 1), posted_day,
    )  # fmt: skip


def _codes(value: bytes, start: int, counts: Sequence[int]) -> list[Codes]:
    """Return so many codes of each sort, which lie one behind the other."""
    found = struct.unpack_from(f"<{sum(counts)}I", value, start)
    ends = list(accumulate(counts, initial=0))
    return [found[at:end] for at, end in pairwise(ends)]
