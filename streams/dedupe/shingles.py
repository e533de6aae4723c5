"""A text as the set of its five-word shingles: one 64-bit integer each.

The words are cut with a regular expression over UTF-8 bytes and hashed with CRC-32; five of them make a shingle by a
polynomial in arithmetic modulo 2**64. Same words, same integers, in every process and on every machine.
"""

import re
import zlib
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

Shingles: TypeAlias = NDArray[np.uint64]

WORDS_PER_SHINGLE = 5
# Part of the signatures' scheme: another cut or another hash makes other signatures.
SHINGLE_SCHEME = "words-crc32-5"

# Typographic punctuation differs between copies of a text as ASCII punctuation does; both only separate words.
_separate = re.compile("[\u00a0-\u00bf\u2000-\u206f\u3000-\u303f\ufe0f\ufeff]+").sub
_cut = re.compile(rb"[0-9a-z\x80-\xff]+").findall

_FACTOR = 0x9E3779B97F4A7C15
_POWERS = np.array([pow(_FACTOR, exponent, 1 << 64) for exponent in range(WORDS_PER_SHINGLE)], np.uint64)
_MIX = np.uint64(0xBF58476D1CE4E5B9)
_HIGH = np.uint64(29)
_LOW = np.uint64(32)


def words(text: str) -> list[bytes]:
    """Return the words of `text` in UTF-8 and lower case, without punctuation."""
    text = text.lower()
    if not text.isascii():
        text = _separate(" ", text)
    return _cut(text.encode())


def word_hashes(found: list[bytes]) -> NDArray[np.uint64]:
    """Return a 32-bit hash of every word, as 64-bit integers."""
    return np.fromiter(map(zlib.crc32, found), np.uint64, len(found))


def shingles(found: list[bytes]) -> Shingles:
    """Return a hash of every run of five words; a shorter text is one shingle, an empty one none."""
    if not found:
        return np.zeros(0, np.uint64)
    # a convolution is the polynomial of every run of words at once; unsigned integers wrap around
    return _mixed(np.convolve(word_hashes(found), _POWERS[: len(found)], "valid"))


def _mixed(values: Shingles) -> Shingles:
    # a polynomial leaves structure in its low bits, and MinHash needs every bit to be as good as random
    values ^= values >> _HIGH
    values *= _MIX
    values ^= values >> _LOW
    return values
