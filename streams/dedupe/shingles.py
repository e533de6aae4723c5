"""Texts as sets of five-word shingles: one 64-bit integer each, a polynomial over the hashes of the words."""

import numpy as np
from numpy.typing import NDArray

from streams.dedupe.texts import Hashes, Words, mixed

WORDS_PER_SHINGLE = 5
# Part of the signatures' scheme: another cut or another hash makes other signatures.
SHINGLE_SCHEME = "words-x8-5"

_FACTOR = 0x9E3779B97F4A7C15
_POWERS = np.array([pow(_FACTOR, exponent, 1 << 64) for exponent in range(WORDS_PER_SHINGLE)], np.uint64)


def shingles(words: Words) -> tuple[Hashes, NDArray[np.int64]]:
    """Return the shingles of all texts, and where those of each begin and the last ones end.

    A text of fewer than five words is one shingle, an empty one none.
    """
    counts = np.diff(words.bounds)
    runs = np.maximum(counts - (WORDS_PER_SHINGLE - 1), np.minimum(counts, 1))
    offsets = np.concatenate(([0], np.cumsum(runs)))
    if not offsets[-1]:
        return np.zeros(0, np.uint64), offsets
    padded = np.concatenate((words.hashes, np.zeros(WORDS_PER_SHINGLE - 1, np.uint64)))
    # unsigned integers wrap around; a run that begins in one text and ends in the next is not taken
    sums = np.convolve(padded, _POWERS, "valid")
    firsts = np.repeat(words.bounds[:-1] - offsets[:-1], runs) + np.arange(offsets[-1])
    found = sums[firsts]
    for text in np.flatnonzero((counts > 0) & (counts < WORDS_PER_SHINGLE)).tolist():
        few = words.hashes[words.bounds[text] : words.bounds[text + 1]]
        found[offsets[text]] = np.convolve(few, _POWERS[: len(few)], "valid")[0]
    return mixed(found), offsets
