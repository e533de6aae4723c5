"""How well copies are recognised, ours beside what people use: `python -m bench.dedupe_accuracy [ANSWERS.json ...]`.

All methods on the half of the labelled pairs that nothing was tuned on, without guesses. A file of answers is what a method
that is not in our environment has said, written by `bench/peer_accuracy.py` in an environment of its own.
"""

import json
import sys
import zlib
from collections import Counter
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import numpy as np
from datasketch import MinHash

from bench.common import SHARED, emit
from streams.dedupe.evaluate import METHODS, Judged, Method, Scores, evaluate
from streams.dedupe.minhash import PERMUTATIONS
from streams.dedupe.pairs import Pair, Side, groups_of, halves_of, read_pairs
from streams.dedupe.reader import Label
from streams.dedupe.stated_places import read_places
from streams.dedupe.texts import words
from streams.normalize.employer import employer_name_key

PAIRS = SHARED / "labels" / "dedupe_pairs_dev.jsonl.xz"
SEED = 20_260_801
SIMILAR = 0.8
SHINGLE = 5
BITS, NEAR_BITS = 64, 3


def exact_url(pair: Pair) -> bool:
    """Both ads have one link."""
    return bool(set(pair.a.links) & set(pair.b.links))


def same_fields(pair: Pair) -> bool:
    """Title, company and location are the same, but for case, punctuation and legal forms."""
    one, other = map(_fields, (pair.a, pair.b))
    return one == other and any(one)


def _fields(side: Side) -> tuple[Any, ...]:
    employer = employer_name_key(side.company) if side.company else None
    return tuple(words(side.title)), employer, read_places(side.places).cities


def simhash(pair: Pair) -> bool:
    """The 64-bit SimHashes of the words differ in three bits at most."""
    return (_simhash(pair.a.text) ^ _simhash(pair.b.text)).bit_count() <= NEAR_BITS


def _simhash(text: str) -> int:
    votes = np.zeros(BITS)
    for word, count in Counter(words(text)).items():
        value = zlib.crc32(word) | zlib.crc32(word[::-1] + b"#") << 32
        votes += count * (np.array([value >> bit & 1 for bit in range(BITS)]) * 2 - 1)
    return sum(1 << bit for bit in range(BITS) if votes[bit] > 0)


def minhash(pair: Pair) -> bool:
    """Datasketch estimates a Jaccard similarity of at least .8 for the 5-word shingles."""
    return _signature(pair.a.text).jaccard(_signature(pair.b.text)) >= SIMILAR


def _signature(text: str) -> MinHash:
    found = words(text)
    made = MinHash(num_perm=PERMUTATIONS)
    made.update_batch([b" ".join(found[at : at + SHINGLE]) for at in range(max(1, len(found) - SHINGLE + 1))])
    return made


def of_copies(is_copy: Callable[[Pair], bool]) -> Method:
    """Return a method that knows copies only."""
    return lambda pair: Judged(Label.COPY if is_copy(pair) else Label.DIFFERENT)


def of_answers(path: Path) -> Mapping[str, Method]:
    """Return the methods in a file of answers: method -> names of the pairs that it calls copies."""
    answers = json.loads(path.read_text("utf-8"))
    return {name: of_copies(lambda pair, copies=frozenset(copies): pair.name in copies) for name, copies in answers.items()}


def main(answers: list[str]) -> None:
    """Measure every method, and emit the table."""
    methods = {
        "exact URL": of_copies(exact_url),
        "title, company, location": of_copies(same_fields),
        "SimHash, 3 of 64 bits": of_copies(simhash),
        "datasketch MinHash, J >= .8": of_copies(minhash),
        **{name: method for path in answers for name, method in of_answers(Path(path)).items()},
        "the stage": METHODS["stage"],
    }
    pairs = read_pairs(PAIRS)
    groups = groups_of(pairs)
    rows = zip(pairs, groups, halves_of(groups), strict=True)
    kept = [(pair, group) for pair, group, half in rows if half == 1 and pair.sure > 1]
    measured = {
        name: _rounded(evaluate([p for p, _ in kept], method, [g for _, g in kept], np.random.default_rng(SEED)).all)
        for name, method in methods.items()
    }
    emit("dedupe_accuracy", {"pairs": len(kept), "methods": measured})


def _rounded(scores: Scores) -> Mapping[str, Any]:
    rates = {"precision": scores.precision, "recall": scores.recall, "f1": scores.f1, "different merged": scores.merged}
    return {
        name: None if rate.value is None else [round(rate.value, 2), *(round(end, 2) for end in rate.interval or ())]
        for name, rate in rates.items()
    } | {"variants merged": scores.confusion.get((Label.VARIANT, Label.COPY), 0)}


if __name__ == "__main__":
    main(sys.argv[1:])
