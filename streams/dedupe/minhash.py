"""MinHash signatures: 128 minima, by which the Jaccard similarity of two shingle sets is estimated.

Source: Broder, "On the resemblance and containment of documents", 1997; Dahlgaard, Knudsen and Thorup, "Fast Similarity
Sketching", 2017, which rensa's RMinHash follows. The tests compare it with datasketch.
"""

import struct
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray
from rensa import RMinHash

from streams.dedupe.shingles import SHINGLE_SCHEME, Shingles

Minima: TypeAlias = NDArray[np.uint32]

PERMUTATIONS = 128
SEED = 42
# What made a signature. Only signatures of one scheme are compared; another one is made again from the text.
SCHEME = f"rminhash{RMinHash.ALGORITHM_VERSION}-{PERMUTATIONS}-{SEED}-{SHINGLE_SCHEME}"
_PACKED = struct.Struct(f"<{PERMUTATIONS}I")
SIGNATURE_BYTES = _PACKED.size


def signature(shingles: Shingles) -> bytes:
    """Return the signature of a shingle set: 128 unsigned 32-bit integers, little-endian; empty for the empty set."""
    if not len(shingles):
        return b""
    rows = RMinHash.digest_matrix_from_flat_token_hashes(shingles, [0, len(shingles)], PERMUTATIONS, SEED).to_rows()
    return _PACKED.pack(*rows[0])


def minima(signature: bytes) -> Minima:
    """Return the integers of a signature."""
    return np.frombuffer(signature, "<u4")


def equal_minima(one: bytes, other: bytes) -> NDArray[np.bool_]:
    """Return where two signatures are equal; the share of it estimates the Jaccard similarity of the shingle sets."""
    equal: NDArray[np.bool_] = minima(one) == minima(other)
    return equal
