"""Locality-sensitive hashing: which signatures are worth a comparison.

A signature is cut into 32 bands of 4 rows. Two signatures are candidates when one band is equal in both, which happens to
a share of 1 - (1 - J**4)**32 of the pairs of Jaccard similarity J: .87 at .5, .99 at .6, 1.00 from .7 on. Candidates are
verified, so a missed pair costs more than a useless one: docs/adr/0005-minhash-parameters.md has the arithmetic.
"""

from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from streams.dedupe.minhash import PERMUTATIONS, minima

Bands: TypeAlias = NDArray[np.uint32]

BANDS = 32
ROWS = PERMUTATIONS // BANDS

# Odd, so that a band's key takes part of each of its rows. A chance collision (2**-32) only makes one more candidate.
_WEIGHTS = np.array([0x9E3779B1, 0x85EBCA6B, 0xC2B2AE35, 0x27D4EB2F], np.uint32)


def band_keys(signature: bytes) -> Bands:
    """Return the 32 band keys of a signature; one that is empty has none that another could share."""
    if not signature:
        return np.zeros(BANDS, np.uint32)
    keys: Bands = (minima(signature).reshape(BANDS, ROWS) * _WEIGHTS).sum(axis=1, dtype=np.uint32)
    return keys | np.uint32(1)


def share_a_band(equal: NDArray[np.bool_]) -> bool:
    """Return whether two signatures, of which `equal` says where they are equal, are candidates."""
    return bool(equal.reshape(BANDS, ROWS).all(axis=1).any())
