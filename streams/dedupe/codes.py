"""Words and other facts as small integers, ascending and each once: quick to compare, and little to keep."""

import zlib
from collections.abc import Iterable
from typing import TypeAlias

Codes: TypeAlias = tuple[int, ...]

# More of one sort than this are no facts about a job; the smallest stay.
MOST_CODES = 1000
# Words of titles and places are compared by their beginning: "analyst" and "analysts", and most slips of the pen.
STEM = 6


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


def beginning(word: bytes) -> int:
    """Return 24 bits for the beginning of a word."""
    return zlib.crc32(word[:STEM]) >> 8
