"""A content as bytes, as the state of the stage keeps it: 0.6 KB on average."""

import struct

from streams.dedupe.codes import Codes
from streams.dedupe.content import Content
from streams.dedupe.reading import Text

_FIXED = struct.Struct("<16sQIIIHIQQQ?")
_TEXTS = ("signature", "role", "role_signature", "kinds", "workers")
_CODES = ("employer_words", "title", "wordings", "cities", "parts", "place_words", "requisitions", "links")
_SIZES = struct.Struct(f"<{len(_TEXTS) + len(_CODES) + 1}H")


def pack_content(content: Content) -> bytes:
    """Return the content as bytes."""
    text = content.text
    fixed = _FIXED.pack(
        content.identity, text.digest, text.length, text.size, content.employer, content.ranks, content.steps, content.years,
        content.requisition, text.listed, content.heading,
    )  # fmt: skip
    parts = [getattr(text, name) for name in _TEXTS]
    parts += [_packed(getattr(content, name)) for name in _CODES]
    parts.append(_packed(text.places))
    return b"".join((fixed, _SIZES.pack(*map(len, parts)), *parts))


def unpack_content(value: bytes, start: int) -> tuple[Content, int]:
    """Return the content that begins at `start`, and where it ends."""
    identity, digest, length, size, employer, ranks, steps, years, requisition, listed, heading = _FIXED.unpack_from(value, start)
    start += _FIXED.size
    sizes = _SIZES.unpack_from(value, start)
    start += _SIZES.size
    parts = []
    for count in sizes:
        parts.append(value[start : start + count])
        start += count
    signature, role, role_signature, kinds, workers = parts[: len(_TEXTS)]
    *codes, places = (_unpacked(part) for part in parts[len(_TEXTS) :])
    text = Text(digest, length, size, signature, role, role_signature, kinds, workers, listed, places)
    employer_words, title, wordings, cities, parts_, place_words, requisitions, links = codes
    content = Content(
        identity, text, employer, employer_words, title, ranks, steps, wordings, cities, parts_, place_words, years, requisition,
        requisitions, links, heading,
    )  # fmt: skip
    return content, start


def _packed(codes: Codes) -> bytes:
    return struct.pack(f"<{len(codes)}I", *codes)


def _unpacked(part: bytes) -> Codes:
    return struct.unpack(f"<{len(part) // 4}I", part)
