"""MinHash signatures: 128 minima, by which the Jaccard similarity of two shingle sets is estimated.

Source: Broder, "On the resemblance and containment of documents", 1997; Dahlgaard, Knudsen and Thorup, "Fast Similarity
Sketching", 2017, which rensa's RMinHash follows; Li and König, "b-Bit Minwise Hashing", 2010, for the 16 bits that are kept of
each minimum. The tests compare it with datasketch.
"""

from collections.abc import Sequence
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray
from rensa import RMinHash

from streams.dedupe.shingles import SHINGLE_SCHEME
from streams.dedupe.texts import Hashes, mixed

Minima: TypeAlias = NDArray[np.uint16]

PERMUTATIONS = 128
SEED = 42
# What made a signature. Only signatures of one scheme are compared; another one is made again from the text.
SCHEME = f"rminhash{RMinHash.ALGORITHM_VERSION}-{PERMUTATIONS}x16-{SEED}-{SHINGLE_SCHEME}"
# Of the words about a role, 8 bits of each minimum: they say who is worth a comparison.
ROLE_PERMUTATIONS = 64
ROLE_SCHEME = f"rminhash{RMinHash.ALGORITHM_VERSION}-{ROLE_PERMUTATIONS}x8-{SEED}"
_MINIMUM = np.dtype("<u2")
_RARITY, _RARITY_OF_ONE = np.uint64(0xFF), np.uint64(24)
_WORD, _TURN = np.uint64(0x9E3779B97F4A7C15), np.uint64(0xBF58476D1CE4E5B9)


def signatures(shingles: Hashes, offsets: NDArray[np.int64]) -> list[bytes]:
    """Return the signature of each shingle set: 128 unsigned 16-bit integers, little-endian; empty for the empty set.

    Set `i` has the shingles from `offsets[i]` to `offsets[i + 1]`.
    """
    return _cut(_digests(shingles, offsets, PERMUTATIONS).astype("<u2"), offsets)


def role_signatures(sets: Sequence[NDArray[np.uint32]]) -> list[bytes]:
    """Return the signature of each set of codes of words: 64 bytes; empty for the empty set.

    A word counts as often as it is rare, once for every `_RARITY_OF_ONE` sixteenths in the last 8 bits of its code: so equal
    minima estimate by which share of their weight two sets are the same.
    """
    codes = np.concatenate([np.zeros(0, np.uint32), *sets]).astype(np.uint64)
    times = np.maximum((codes & _RARITY) // _RARITY_OF_ONE, np.uint64(1)).astype(np.int64)
    ends = np.concatenate(([0], np.cumsum(times)))
    turn = np.arange(ends[-1]) - np.repeat(ends[:-1], times)
    tokens = mixed(np.repeat(codes, times) * _WORD + turn.astype(np.uint64) * _TURN)
    offsets = ends[np.concatenate(([0], np.cumsum([len(found) for found in sets])))]
    return _cut(_digests(tokens, offsets, ROLE_PERMUTATIONS).astype(np.uint8), offsets)


def _digests(tokens: Hashes, offsets: NDArray[np.int64], permutations: int) -> NDArray[np.uint32]:
    matrix = RMinHash.digest_matrix_from_flat_token_hashes(tokens, offsets.tolist(), permutations, SEED)
    return np.array(matrix.to_rows(), np.uint32)


def _cut(rows: NDArray[np.unsignedinteger[Any]], offsets: NDArray[np.int64]) -> list[bytes]:
    return [row.tobytes() if count else b"" for row, count in zip(rows, np.diff(offsets).tolist(), strict=True)]


def minima(signature: bytes) -> Minima:
    """Return the integers of a signature."""
    return np.frombuffer(signature, _MINIMUM)


def same_minima(one: bytes, other: bytes, start: int = 0) -> int:
    """Return how many minima of a byte each, from `start` on, are the same in both, which are equally long."""
    # of 64 bytes a third of what it takes with arrays
    apart = int.from_bytes(one[start:], "little") ^ int.from_bytes(other[start:], "little")
    return apart.to_bytes(len(one) - start, "little").count(0)


def similarity(one: bytes, other: bytes) -> float:
    """Return the estimated Jaccard similarity of two shingle sets, from their signatures; 0 where one is empty."""
    if not one or not other:
        return 0.0
    return int(np.count_nonzero(minima(one) == minima(other))) / PERMUTATIONS
