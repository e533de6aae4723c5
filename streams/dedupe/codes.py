"""Words and other facts as small integers, ascending and each once: quick to compare, and little to keep."""

import zlib
from collections.abc import Iterable
from typing import TypeAlias

import numpy as np

Codes: TypeAlias = tuple[int, ...]

# Where a code carries a word's rarity, in sixteenths.
RARITY = 0xFF
_CODE = np.dtype("<u4")
# So many codes are looked through one by one in less time than an array is made of them.
_FEW = 60

# More of one sort than this are no facts about a job; the smallest stay.
MOST_CODES = 1000
# Words of titles and places are compared by their beginning: "analyst" and "analysts", and most slips of the pen. Letters.
STEM = 6
# Scripts that set no spaces: what looks like a word is a whole title. From U+2E80 on, in UTF-8.
_UNSPACED = b"\xe2\xba\x80"


def codes(found: Iterable[int]) -> Codes:
    """Return the integers as codes."""
    return tuple(sorted(set(found))[:MOST_CODES])


def bits(numbers: Iterable[int]) -> int:
    """Return the numbers as the bits of one integer."""
    found = 0
    for number in numbers:
        found |= 1 << number
    return found


def hash_of(found: bytes) -> int:
    """Return 32 bits for any bytes."""
    return zlib.crc32(found)


def stem(word: bytes) -> bytes:
    """Return the beginning of a word, the whole of one in a script without spaces."""
    if word.isascii():
        return word[:STEM]
    return word if max(word.decode("utf-8", "replace")).encode() >= _UNSPACED else word.decode()[:STEM].encode()


def beginning(word: bytes) -> int:
    """Return 24 bits for the beginning of a word."""
    return zlib.crc32(stem(word)) >> 8


def weight(packed: bytes) -> int:
    """Return the sum of the rarities of codes that are kept as bytes."""
    # four bytes a code, its rarity first
    return sum(packed[::4])


def weight_in_both(one: bytes, other: bytes) -> int:
    """Return the sum of the rarities of the codes in both, which are kept as bytes."""
    if len(one) + len(other) < _FEW * _CODE.itemsize:
        mine, theirs = (np.frombuffer(packed, _CODE).tolist() for packed in (one, other))
        return sum(code & RARITY for code in set(mine).intersection(theirs))
    merged = np.frombuffer(bytearray(one + other), _CODE)
    merged.sort()
    later = merged[1:]
    return weight(later.compress(later == merged[:-1]).tobytes())
