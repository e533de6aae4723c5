"""A content as bytes, as the state of the stage keeps it: 0.6 KB on average, read only where it is compared."""

import struct
from functools import lru_cache

from streams.dedupe.content import Content
from streams.dedupe.minhash import ROLE_PERMUTATIONS
from streams.dedupe.reading import Text
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
_SIZES = struct.Struct(f"<{_TEXTS + len(_CODES) + 2}H")


# A content takes some 6 KB when it has been read: few enough are kept, and ads that are compared again are mostly among them.
_CONTENTS = 4096


class Packed:
    """A content as bytes, which is read from them when it is asked for. Two are equal when their contents are."""

    __slots__ = ("_end", "_start", "_value")

    def __init__(self, value: bytes, start: int = 0, end: int | None = None) -> None:
        self._value = value
        self._start = start
        self._end = end

    @property
    def content(self) -> Content:
        """The content."""
        return unpack_content(self.packed)

    @property
    def packed(self) -> bytes:
        """Its bytes."""
        return self._value[self._start : self._end]

    @property
    def traits(self) -> bytes:
        """Its traits, with which the bytes begin."""
        return self._value[self._start : self._start + SIZE]

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
    sorts += [text.places, text.roles]
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
    found = struct.unpack_from(f"<{sum(sizes[_TEXTS:])}I", value, start)
    codes, at = [], 0
    for count in sizes[_TEXTS:]:
        codes.append(found[at : at + count])
        at += count
    employer_words, title, wordings, cities, names, countries, place_words, title_places, requisitions, links, *of_text = codes
    places, roles = of_text
    minima = minima if role else b""
    text = Text(digest, length, size, signature, role, weight, minima, kinds, workers, listed, places, roles, levels)
    return Content(
        identity.to_bytes(8, "little") + rest, text, employer, employer_words, title, ranks, steps, wordings, cities, names,
        countries, place_words, title_places, years, requisition, requisitions, links, bool(heading), posted_day,
    )  # fmt: skip
