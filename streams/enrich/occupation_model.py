"""How likely each unit group of ISCO-08 is for the words of a title: a small network over hashed words and parts of words."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import lru_cache
from importlib.resources import files
from itertools import pairwise
from math import sqrt
from typing import Any
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

BUCKETS = 1 << 15
# A word counts once as a whole, and its pieces together this often.
PIECES_WEIGHT = 2.0
_PIECES = (3, 4, 5)
_CACHED_WORDS = 8192
_CACHED_TITLES = 1024
_KNOWN_BITS = 1 << 18
Vector = NDArray[np.float32]
Matrix = NDArray[np.float32]
Weighed = tuple[list[int], list[float]]


def bucket(feature: str) -> int:
    """Return the row of a feature; some share one."""
    return crc32(feature.encode()) % BUCKETS


def word_features(word: str) -> Weighed:
    """Return rows and weights of a word and its pieces."""
    whole = f"<{word}>"
    pieces = [bucket(whole[at : at + size]) for size in _PIECES for at in range(len(whole) - size + 1)]
    weight = PIECES_WEIGHT / sqrt(max(1, len(pieces)))
    return [bucket(f"w{word}"), *pieces], [1.0, *[weight] * len(pieces)]


def pair_features(words: Sequence[str]) -> list[int]:
    """Return the rows of the first word, the last one, and of each two side by side."""
    pairs = [bucket(f"{one} {other}") for one, other in pairwise(words)]
    return [bucket(f"F{words[0]}"), bucket(f"L{words[-1]}"), *pairs]


def length_of(words: int) -> float:
    """Return what the sum of all features of so many words is divided by."""
    return sqrt(words * (1 + PIECES_WEIGHT**2) + words + 1)


def known_bits(words: Iterable[str]) -> NDArray[np.uint8]:
    """Return a set of words as bits, from which no word can be read."""
    bits = np.zeros(_KNOWN_BITS, np.uint8)
    bits[[_bit(word) for word in words]] = 1
    return np.packbits(bits, bitorder="little")


def _bit(word: str) -> int:
    return crc32(f"k{word}".encode()) % _KNOWN_BITS


class TitleModel:
    """The network; `rows` are whole numbers that `scales` make vectors of, `heads` and `bias` the unit groups' scores.

    The rows stay bytes: as vectors they take four times the memory, and words are remembered.
    """

    def __init__(self, weights: Mapping[str, NDArray[Any]]) -> None:
        self._rows, self._scales = weights["rows"], weights["scales"].astype(np.float32)
        self._heads, self._bias = weights["heads"].astype(np.float32), weights["bias"].astype(np.float32)
        self._known = weights["known"].tobytes()
        self._vector: Callable[[str], Vector] = lru_cache(_CACHED_WORDS)(self._vector_of)
        self.knows: Callable[[str], bool] = lru_cache(_CACHED_WORDS)(self._is_known)
        # titles differ in levels and places more than in what is left of them
        self._of_words: Callable[[tuple[str, ...]], Vector] = lru_cache(_CACHED_TITLES)(self._likelihoods_of)

    def likelihoods(self, words: Sequence[str]) -> Vector:
        """Return the probability of each unit group, in the order of their codes, given at least one word; it is read only."""
        return self._of_words(tuple(words))

    def _likelihoods_of(self, words: tuple[str, ...]) -> Vector:
        total = np.add.reduce(self._vectors(pair_features(words)), 0)
        for word in words:
            total += self._vector(word)
        # not by BLAS, whose threads would keep a second core busy between one title and the next
        scores: Vector = np.einsum("i,ij->j", total / np.float32(length_of(len(words))), self._heads)
        scores += self._bias
        scores -= scores.max()
        np.exp(scores, out=scores)
        scores /= scores.sum()
        scores.setflags(write=False)
        return scores

    def _is_known(self, word: str) -> bool:
        """Return whether `word` is one of English titles; of other words, about one in nineteen seems to be."""
        bit = _bit(word)
        return bool(self._known[bit >> 3] >> (bit & 7) & 1)

    def _vector_of(self, word: str) -> Vector:
        rows, weights = word_features(word)
        vector: Vector = np.einsum("i,ij->j", np.array(weights, np.float32), self._vectors(rows))
        return vector

    def _vectors(self, rows: Sequence[int]) -> Matrix:
        found: Matrix = self._rows.take(rows, 0) * self._scales.take(rows)[:, None]
        return found


def load_model() -> TitleModel:
    """Return the network that is shipped."""
    with files("streams.enrich.data").joinpath("occupation_weights.npz").open("rb") as file, np.load(file) as weights:
        return TitleModel(weights)
