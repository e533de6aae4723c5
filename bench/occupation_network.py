"""The network of the enricher `occupation` while it learns."""

from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix

from bench.occupation_material import Line
from streams.enrich.occupations.model import BUCKETS, length_of, pair_features, word_features
from streams.enrich.occupations.titles import essence

SIZE, BATCH, RATE, SEED = 32, 256, 0.2, 20_261_126
# How much an error counts by the major group alone, beside that by the unit group: chosen by cross-validation on half 0.
MAJOR_SHARE = 0.6
Floats = NDArray[np.float32]


def matrix(words: Sequence[str]) -> csr_matrix:
    """Return the features of each title, as the network weighs them at run time."""
    columns, weights, ends = [], [], [0]
    for title in words:
        split = title.split()
        pairs = list(pair_features(split))
        rows, values = list(pairs), [1.0] * len(pairs)
        for word in split:
            more, weighed = word_features(word)
            rows += more
            values += weighed
        columns += rows
        weights += [value / length_of(len(split)) for value in values]
        ends.append(len(columns))
    return csr_matrix((np.array(weights, np.float32), columns, ends), shape=(len(words), BUCKETS))


def shares(scores: Floats) -> Floats:
    """Return scores as probabilities."""
    odds = np.exp(scores - scores.max(1, keepdims=True))
    found: Floats = odds / odds.sum(1, keepdims=True)
    return found


def errors(scores: Floats, right: NDArray[np.int64], units: Iterable[str], share: float) -> Floats:
    """Return the gradient of the loss by `scores`: the entropy of the right unit group, and in part that of its major group."""
    found = shares(scores)
    majors = np.array([int(unit[0]) for unit in units])
    among = found * (majors[None, :] == majors[right][:, None])
    wider = found - among / np.maximum(among.sum(1, keepdims=True), 1e-9)
    found[np.arange(len(right)), right] -= 1
    error: Floats = (1 - share) * found + share * wider
    return error


class Network:
    """Vectors of the hashed features, and the score of each unit group for their sum."""

    def __init__(self, units: Sequence[str], seed: int = SEED) -> None:
        draw = np.random.default_rng(seed)
        self.seed = seed
        self.units = {unit: at for at, unit in enumerate(units)}
        self.vectors = (draw.normal(size=(BUCKETS, SIZE)) * 0.05).astype(np.float32)
        self.heads = (draw.normal(size=(SIZE, len(units))) * 0.3).astype(np.float32)
        self.bias = np.zeros(len(units), np.float32)

    def fit(self, lines: Sequence[Line], epochs: int) -> None:
        """Learn from `lines` by stochastic gradient descent with rates of its own for each row (AdaGrad)."""
        features = matrix([essence(line.words) for line in lines])
        right = np.array([self.units[line.unit] for line in lines])
        weights = np.array([line.weight for line in lines], np.float32)
        self._seen = [np.full(shape, 1e-2, np.float32) for shape in (BUCKETS, self.heads.shape, self.bias.shape)]
        draw = np.random.default_rng(self.seed)
        for epoch in range(epochs):
            order = draw.permutation(len(lines))
            for start in range(0, len(lines), BATCH):
                batch = order[start : start + BATCH]
                self._step(features[batch], right[batch], weights[batch], RATE * (1 - epoch / epochs))
        unseen = np.ones(BUCKETS, bool)
        unseen[features.indices] = False
        self.vectors[unseen] = 0

    def _step(self, features: csr_matrix, right: NDArray[np.int64], weights: Floats, rate: float) -> None:
        used, places = np.unique(features.indices, return_inverse=True)
        local = csr_matrix((features.data, places, features.indptr), shape=(len(right), len(used)))
        hidden = local @ self.vectors[used]
        error = errors(hidden @ self.heads + self.bias, right, self.units, MAJOR_SHARE) * weights[:, None]
        vectors, heads, bias = local.T @ (error @ self.heads.T), hidden.T @ error, error.sum(0)
        seen_rows, seen_heads, seen_bias = self._seen
        seen_rows[used] += (vectors * vectors).mean(1)
        seen_heads += heads * heads
        seen_bias += bias * bias
        self.vectors[used] -= rate * vectors / np.sqrt(seen_rows[used])[:, None]
        self.heads -= rate * heads / np.sqrt(seen_heads)
        self.bias -= rate * bias / np.sqrt(seen_bias)

    def scores(self, words: Sequence[str]) -> Floats:
        """Return the score of each unit group for each title."""
        found: Floats = matrix([essence(title) for title in words]) @ self.vectors @ self.heads + self.bias
        return found
