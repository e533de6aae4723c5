"""A content as bytes, as the state of the stage keeps it: 0.6 KB on average."""

import struct

from streams.dedupe.content import Content
from streams.dedupe.reading import Text

_FIXED = struct.Struct("<16sQIIIIHIQQQ?")
_TEXTS = 5
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
_SIZES = struct.Struct(f"<{_TEXTS + len(_CODES) + 1}H")


def pack_content(content: Content) -> bytes:
    """Return the content as bytes."""
    text = content.text
    fixed = _FIXED.pack(
        content.identity, text.digest, text.length, text.size, text.role_weight, content.employer, content.ranks, content.steps,
        content.years, content.requisition, text.listed, content.heading,
    )  # fmt: skip
    parts = [text.signature, text.role, text.role_signature, text.kinds, text.workers]
    sorts = [getattr(content, name) for name in _CODES]
    sorts.append(text.places)
    codes = [code for sort in sorts for code in sort]
    sizes = _SIZES.pack(*map(len, parts), *map(len, sorts))
    return b"".join((fixed, sizes, *parts, struct.pack(f"<{len(codes)}I", *codes)))


def unpack_content(value: bytes, start: int) -> tuple[Content, int]:
    """Return the content that begins at `start`, and where it ends."""
    identity, digest, length, size, weight, employer, *facts = _FIXED.unpack_from(value, start)
    start += _FIXED.size
    sizes = _SIZES.unpack_from(value, start)
    start += _SIZES.size
    parts = []
    for count in sizes[:_TEXTS]:
        parts.append(value[start : start + count])
        start += count
    signature, role, role_signature, kinds, workers = parts
    codes = []
    for count in sizes[_TEXTS:]:
        codes.append(struct.unpack_from(f"<{count}I", value, start))
        start += 4 * count
    ranks, steps, years, requisition, listed, heading = facts
    employer_words, title, wordings, cities, names, countries, place_words, title_places, requisitions, links, places = codes
    text = Text(digest, length, size, signature, role, weight, role_signature, kinds, workers, listed, places)
    content = Content(
        identity, text, employer, employer_words, title, ranks, steps, wordings, cities, names, countries, place_words,
        title_places, years, requisition, requisitions, links, heading,
    )  # fmt: skip
    return content, start
