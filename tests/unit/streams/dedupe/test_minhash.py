"""Signatures estimate the Jaccard similarity of sets as datasketch does."""

import random
from functools import lru_cache
from itertools import pairwise

import numpy as np
import pytest
from datasketch import MinHash

from streams.dedupe.minhash import (
    PERMUTATIONS,
    ROLE_PERMUTATIONS,
    SCHEME,
    minima,
    role_signatures,
    signatures,
    similarity,
)
from streams.dedupe.shingles import shingles
from streams.dedupe.texts import Hashes, split_texts


def sets_of(*texts: str) -> list[Hashes]:
    """The shingles of each text."""
    [split] = split_texts(texts)
    found, offsets = shingles(split)
    return [found[first:last] for first, last in pairwise(offsets.tolist())]


def signatures_of(*sets: Hashes) -> list[bytes]:
    """The signature of each set."""
    offsets = np.concatenate(([0], np.cumsum([len(found) for found in sets])))
    return signatures(np.concatenate([np.zeros(0, np.uint64), *sets]), offsets)


@lru_cache
def pairs(wanted: float, count: int) -> list[tuple[Hashes, Hashes, float]]:
    """Pairs of texts' shingles with about this similarity, and their true one; each run of edits changes its shingles only."""
    found = []
    for seed in range(count):
        chance, size = random.Random(seed), 200
        one = [f"w{chance.randrange(10**6)}" for _ in range(size)]
        kept = round(size * 2 * wanted / (1 + wanted))
        other = one[:kept] + [f"x{chance.randrange(10**6)}" for _ in range(size - kept)]
        a, b = sets_of(" ".join(one), " ".join(other))
        mine, theirs = set(a.tolist()), set(b.tolist())
        found.append((a, b, len(mine & theirs) / len(mine | theirs)))
    return found


def estimates(wanted: float, count: int) -> list[float]:
    """What our signatures, all made at once, say of these pairs."""
    made = signatures_of(*(found for one, other, _ in pairs(wanted, count) for found in (one, other)))
    return [similarity(one, other) for one, other in zip(made[::2], made[1::2], strict=True)]


def reference(found: Hashes) -> MinHash:
    """The signature that datasketch makes of the same shingles."""
    made = MinHash(num_perm=PERMUTATIONS, seed=1)
    made.update_batch([int(value).to_bytes(8, "little") for value in found])
    return made


@pytest.mark.parametrize("wanted", [0.0, 0.3, 0.5, 0.7, 0.85, 0.95])
def test_estimates_are_unbiased(wanted: float):
    """Over 100 pairs the mean error is within four standard errors of 128 independent permutations."""
    errors = [found - true for found, (*_, true) in zip(estimates(wanted, 100), pairs(wanted, 100), strict=True)]

    assert abs(np.mean(errors)) <= 4 * (wanted * (1 - wanted) / PERMUTATIONS / 100) ** 0.5 + 0.002


@pytest.mark.parametrize("wanted", [0.3, 0.6, 0.85])
def test_estimates_agree_with_datasketch(wanted: float):
    """Our root mean square error over 40 pairs is no greater than that of the reference, a third aside."""
    listed = pairs(wanted, 40)
    ours = [(found - true) ** 2 for found, (*_, true) in zip(estimates(wanted, 40), listed, strict=True)]
    theirs = [(reference(one).jaccard(reference(other)) - true) ** 2 for one, other, true in listed]

    assert np.mean(ours) ** 0.5 <= np.mean(theirs) ** 0.5 * 4 / 3


@pytest.mark.parametrize("wanted", [0.0, 0.05, 0.33, 0.7])
def test_minima_of_a_role_s_words_are_the_same_as_often_as_the_sets_overlap(wanted: float):
    """And one in 256 of the others looks the same; over 200 pairs, within four standard errors."""
    chance = np.random.default_rng(3)
    size, sets = 100, []
    shared = round(size * 2 * wanted / (1 + wanted))
    for _ in range(200):
        codes = np.unique(chance.integers(0, 1 << 32, 2 * size, np.uint32))[: 2 * size - shared]
        chance.shuffle(codes)
        sets += [codes[:size], codes[size - shared :]]
    rows = np.array([np.frombuffer(made, np.uint8) for made in role_signatures(sets)])
    true = shared / (2 * size - shared)
    expected = true + (1 - true) / 256

    found = (rows[::2] == rows[1::2]).mean()

    assert rows.shape == (400, ROLE_PERMUTATIONS)
    assert abs(found - expected) <= 4 * (expected * (1 - expected) / ROLE_PERMUTATIONS / 200) ** 0.5


def test_a_signature_is_the_same_everywhere():
    """Little-endian integers that no process, machine or run changes: a state made yesterday can be compared.

    Another cut, hash, seed or library makes others, and then the scheme's name has to be another.
    """
    [made] = signatures_of(*sets_of("We are looking for a nurse in Berlin who cares."))
    [role] = role_signatures([np.arange(7, 70, 7, dtype=np.uint32)])

    assert SCHEME == "rminhash2-128x16-42-words-x8-5"
    assert len(made) == 2 * PERMUTATIONS
    assert minima(made)[:4].tolist() == [62112, 50541, 20445, 36197]
    assert list(role[:4]) == [189, 193, 240, 212]


def test_order_of_shingles_and_repetition_change_nothing():
    """A signature is that of a set."""
    [found] = sets_of("one two three four five six seven eight nine")
    one, other = signatures_of(found, np.concatenate((found[::-1], found)))

    assert one == other


def test_a_signature_does_not_depend_on_the_others():
    """Alone or among many, first or last."""
    found = sets_of("one two three", "", "four five six seven eight nine ten", "one two three")

    assert signatures_of(*found) == [made for each in found for made in signatures_of(each)]


def test_the_empty_set_has_no_signature_and_is_like_none():
    """Not even like itself."""
    empty, full = signatures_of(*sets_of("", "one"))

    assert empty == role_signatures([np.zeros(0, np.uint32)])[0] == b""
    assert (similarity(empty, empty), similarity(empty, full), similarity(full, full)) == (0, 0, 1)
