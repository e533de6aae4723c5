"""Logistic models of a few parts, for the trainers of what ships as weights."""

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]


def logistic(
    parts: Floats, wanted: Floats, weights: Floats, centre: Floats, *, strength: float, steps: int
) -> tuple[float, Floats]:
    """Return the bias at `centre` and the weight of each part, fitted by `steps` of Newton's method.

    `parts` has a row per case, `wanted` 0 or 1 of each, `weights` how much it counts. The weights of standardized parts are
    penalized, by less the greater `strength`.
    """
    spread = parts.std(axis=0) + 1e-9
    rows = np.hstack((np.ones((len(parts), 1)), (parts - centre) / spread))
    penalty = np.full(rows.shape[1], 1 / strength)
    penalty[0] = 1e-9
    found = np.zeros(rows.shape[1])
    for _ in range(steps):
        chance = 1 / (1 + np.exp(-rows @ found))
        gradient = rows.T @ (weights * (chance - wanted)) + penalty * found
        curvature = (rows.T * (weights * chance * (1 - chance))) @ rows + np.diag(penalty)
        found -= np.linalg.solve(curvature, gradient)
    return float(found[0]), found[1:] / spread
