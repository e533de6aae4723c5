"""How likely each unit group of ISCO-08 is for the words of a title.

A small network over hashed words and parts of words, and beside it one over what its words mean: vectors of a larger model, which
put a hostler near a groom. The scores of both are added.
"""

from array import array
from bisect import bisect_left
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
_CACHED_WORDS = 2048
_CACHED_TITLES = 1024
_KNOWN_BITS = 1 << 23
# Who does something with what is known is known: a tamperman, a planker.
_PERSONS = ("woman", "man", "ist", "er")
_SHORTEST_STEM = 3
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


def key_of(word: str) -> int:
    """Return what a word's vector is found by."""
    return crc32(f"v{word}".encode())


class TitleModel:
    """The networks; `rows` are whole numbers that `scales` make vectors of, `heads` and `bias` the unit groups' scores.

    `vectors` are the meanings of the words with the keys `words`, whole numbers too; `middle` and `middle_bias` make of them what
    the lower rows of `heads` are for. Both stay bytes: as vectors they take four times the memory, and words are remembered.
    """

    def __init__(self, weights: Mapping[str, NDArray[Any]]) -> None:
        self._rows, self._scales = weights["rows"], weights["scales"].astype(np.float32)
        order = weights["words"].argsort()
        self._keys, self._meanings = array("I", weights["words"][order].tobytes()), weights["vectors"][order]
        self._middle, self._middle_bias = weights["middle"].astype(np.float32), weights["middle_bias"].astype(np.float32)
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
        hidden = np.concatenate((total / np.float32(length_of(len(words))), self._meaning_of(words)))
        scores: Vector = np.einsum("i,ij->j", hidden, self._heads)
        scores += self._bias
        scores -= scores.max()
        np.exp(scores, out=scores)
        scores /= scores.sum()
        scores.setflags(write=False)
        return scores

    def _meaning_of(self, words: Sequence[str]) -> Vector:
        """Return the middle layer for the meanings of the words and of the last one; nothing where one of them has none."""
        keys = [key_of(word) for word in words]
        at = [bisect_left(self._keys, key) for key in keys]
        if any(row == len(self._keys) or self._keys[row] != key for row, key in zip(at, keys, strict=True)):
            return np.zeros_like(self._middle_bias)
        vectors = self._meanings.take(at, 0).astype(np.float32)
        told = np.concatenate((np.add.reduce(vectors, 0) / np.float32(sqrt(len(at))), vectors[-1]))
        middle: Vector = np.einsum("i,ij->j", told, self._middle)
        middle += self._middle_bias
        return np.maximum(middle, 0, out=middle)

    def _is_known(self, word: str) -> bool:
        """Return whether `word` is an English one, or who does something with one; of others, one in fifty seems to be."""
        return self._has_bit(word) or any(
            self._has_bit(word.removesuffix(end))
            for end in _PERSONS
            if word.endswith(end) and len(word) >= len(end) + _SHORTEST_STEM
        )

    def _has_bit(self, word: str) -> bool:
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
