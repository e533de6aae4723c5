"""Signatures estimate the Jaccard similarity of 5-word shingles as datasketch does, and candidates follow the S-curve."""

import json
import lzma
import random
from pathlib import Path

import numpy as np
import pytest
from datasketch import MinHash

from streams.dedupe.lsh import BANDS, ROWS, band_keys, share_a_band
from streams.dedupe.minhash import PERMUTATIONS, SIGNATURE_BYTES, equal_minima, minima, signature
from streams.dedupe.shingles import shingles, words


def shared(similarity: float, seed: int, size: int = 200) -> tuple[list[bytes], list[bytes], float]:
    """Two lists of words with about this similarity, and their true one; each run of edits changes its shingles only."""
    chance = random.Random(seed)
    one = [b"w%d" % chance.randrange(10**6) for _ in range(size)]
    kept = round(size * 2 * similarity / (1 + similarity))
    other = one[:kept] + [b"x%d" % chance.randrange(10**6) for _ in range(size - kept)]
    a, b = (set(shingles(found).tolist()) for found in (one, other))
    return one, other, len(a & b) / len(a | b)


def estimate(one: list[bytes], other: list[bytes]) -> float:
    """The similarity that our signatures give."""
    return float(equal_minima(signature(shingles(one)), signature(shingles(other))).mean())


def reference(found: list[bytes]) -> MinHash:
    """The signature that datasketch makes of the same shingles."""
    made = MinHash(num_perm=PERMUTATIONS, seed=1)
    made.update_batch([int(value).to_bytes(8, "little") for value in shingles(found)])
    return made


@pytest.mark.parametrize("similarity", [0.0, 0.3, 0.5, 0.7, 0.85, 0.95])
def test_estimates_are_unbiased(similarity: float):
    """Over 100 pairs the mean error is within four standard errors of 128 independent permutations."""
    errors = [estimate(one, other) - true for one, other, true in (shared(similarity, seed) for seed in range(100))]

    assert abs(np.mean(errors)) <= 4 * (similarity * (1 - similarity) / PERMUTATIONS / 100) ** 0.5 + 0.002


@pytest.mark.parametrize("similarity", [0.3, 0.6, 0.85])
def test_estimates_agree_with_datasketch(similarity: float):
    """Our root mean square error over 40 pairs is no greater than that of the reference, a third aside."""
    pairs = [shared(similarity, seed) for seed in range(40)]
    ours = [(estimate(one, other) - true) ** 2 for one, other, true in pairs]
    theirs = [(reference(one).jaccard(reference(other)) - true) ** 2 for one, other, true in pairs]

    assert np.mean(ours) ** 0.5 <= np.mean(theirs) ** 0.5 * 4 / 3


def test_a_signature_is_the_same_everywhere():
    """128 little-endian integers that no process, machine or run changes: a state made yesterday can be compared."""
    made = signature(shingles(words("We are looking for a nurse in Berlin who cares.")))

    assert len(made) == SIGNATURE_BYTES
    assert minima(made)[:4].tolist() == [3418158317, 3823785286, 3371615733, 3310245577]


def test_order_of_shingles_and_repetition_change_nothing():
    """A signature is that of a set."""
    found = shingles(words("one two three four five six seven eight nine"))

    assert signature(found) == signature(np.concatenate((found[::-1], found)))


def test_texts_shorter_than_a_shingle_have_one():
    """Down to one word; nothing has none, and an empty signature."""
    assert [len(shingles(words(text))) for text in ("", "one", "one two", "1 2 3 4 5", "1 2 3 4 5 6")] == [0, 1, 1, 1, 2]
    assert signature(shingles([])) == b""


def test_typographic_punctuation_separates_as_ascii_does():
    """A copy with curly quotes, dashes and hard spaces has the same words."""
    assert words("it’s “fine” – really\u00a0so…") == words('it\'s "fine" - really so...')


@pytest.mark.parametrize("similarity", [0.3, 0.5, 0.6, 0.8])
def test_candidates_follow_the_s_curve(similarity: float):
    """The share of pairs with a band in common is 1 - (1 - J**4)**32, and band keys find the same pairs."""
    found = 0
    for seed in range(150):
        one, other, _ = shared(similarity, seed)
        a, b = signature(shingles(one)), signature(shingles(other))
        found += share_a_band(equal_minima(a, b))
        assert share_a_band(equal_minima(a, b)) == bool((band_keys(a) == band_keys(b)).any())

    assert found / 150 == pytest.approx(1 - (1 - similarity**ROWS) ** BANDS, abs=0.1)


def test_an_empty_text_shares_no_band_with_any_text():
    """Its keys are ones that no text has."""
    assert not (band_keys(b"") == band_keys(signature(shingles(words("a b c d e f"))))).any()


def test_reposts_of_one_author_are_found(shared_data: Path):
    """Of real monthly reposts, three-word similarity 0.8 or more, 95 % are candidates; of those below 0.2 less than 10 %."""
    texts = {}
    with lzma.open(shared_data / "postings" / "hn_whoishiring_2015_2017.jsonl.xz", "rt") as lines:
        for line in lines:
            row = json.loads(line)
            texts[row["id"]] = row["text"] or ""
    with lzma.open(shared_data / "labels" / "hn_same_author_pairs.jsonl.xz", "rt") as lines:
        pairs = random.Random(1).sample([json.loads(line) for line in lines], 2500)

    high = [p for p in pairs if p["jaccard3"] >= 0.8 and p["a"] in texts and p["b"] in texts]
    low = [p for p in pairs if p["jaccard3"] < 0.2 and p["a"] in texts and p["b"] in texts]

    assert min(len(high), len(low)) > 100
    assert share_of_candidates(high, texts) >= 0.95
    assert share_of_candidates(low, texts) < 0.1


def share_of_candidates(pairs: list[dict[str, int]], texts: dict[int, str]) -> float:
    """How many of the pairs share a band."""
    signed = [tuple(signature(shingles(words(texts[p[side]]))) for side in "ab") for p in pairs]
    return sum(share_a_band(equal_minima(a, b)) for a, b in signed if a and b) / len(pairs)
