"""What single words say: how rare they are, whether of the role or of the employer, which kind of work or place they name.

The table is frozen with the verifier: `data/words.tsv`, made by `bench/train_words.py`. It is read into arrays, and asked
for the words of many texts at once, by their hashes.
"""

from collections import defaultdict
from collections.abc import Iterable
from functools import lru_cache
from importlib.resources import files
from math import exp, log

import numpy as np
from numpy.typing import NDArray

from streams.dedupe.codes import stem
from streams.dedupe.kinds import ASKS, FILLERS, KIND_OF, LEVEL_OF, SPECIAL, WORKER_OF
from streams.dedupe.texts import Hashes, hashes_of

_PLACE = "p"
# Rarities are kept as whole sixteenths: sums of them are exact in any order.
RARITY_UNIT = 16
_LEAST_RARITY = 0.3
_LEANING_UNIT = 100
# A word that is not in the table is rare, and leans a little towards the role.
_UNKNOWN_LEANING = 20
_SLOT_BITS = 16
_MOVES = 100
NO_KIND = 255


class WordTable:
    """The table's columns: one entry per known word, and a last one for every other word.

    `rarity` is the logarithm of an inverse document frequency, in sixteenths; `leaning` to the role in hundredths of a
    logarithm of odds; `is_place`; `kind` of work, and `worker` who does it, NO_KIND for none; `is_filler` says nothing before
    a worker. `special` is the kind where it is a special one, `level` that of a worker, NO_KIND for none; `asks` says who is
    wanted.
    """

    def __init__(self, rows: Iterable[tuple[bytes, float | None, float | None, bool]], unknown_rarity: float) -> None:
        listed = list(rows)
        known = {word for word, *_ in listed}
        named = {*KIND_OF, *WORKER_OF, *FILLERS, *LEVEL_OF, *ASKS}
        listed += [(word, None, None, False) for word in sorted(named - known)]
        self._keys = hashes_of([word for word, *_ in listed] + [b""])
        unknown = round(unknown_rarity * RARITY_UNIT)
        self.rarity = np.array([unknown if rare is None else round(rare * RARITY_UNIT) for _, rare, *_ in listed] + [unknown])
        leanings = (_UNKNOWN_LEANING if lean is None else round(lean * _LEANING_UNIT) for _, _, lean, _ in listed)
        self.leaning = np.array([*leanings, _UNKNOWN_LEANING], np.int64)
        self.is_place = np.array([place for *_, place in listed] + [False])
        self.kind = np.array([KIND_OF.get(word, NO_KIND) for word, *_ in listed] + [NO_KIND], np.uint8)
        self.worker = np.array([WORKER_OF.get(word, NO_KIND) for word, *_ in listed] + [NO_KIND], np.uint8)
        self.special = np.where(np.isin(self.kind, SPECIAL), self.kind, np.uint8(NO_KIND))
        self.level = np.array([LEVEL_OF.get(word, NO_KIND) for word, *_ in listed] + [NO_KIND], np.uint8)
        self.asks = np.array([word in ASKS for word, *_ in listed] + [False])
        self.is_filler = np.array([word in FILLERS or word in WORKER_OF for word, *_ in listed] + [False])
        self.places = frozenset(word for word, *_, place in listed if place)
        self._stems = _stem_rarities((word, rare) for word, rare, *_ in listed if rare is not None)
        self._unknown = unknown
        self._slots = _slots(self._keys)

    def look_up(self, hashes: Hashes) -> NDArray[np.int32]:
        """Return the entry of each word, by its hash."""
        first, second = self._slots
        found = first[_first_place(hashes)]
        strange = np.flatnonzero(self._keys[found] != hashes)
        again = hashes[strange]
        other = second[_second_place(again)]
        found[strange] = np.where(self._keys[other] == again, other, len(self._keys) - 1)
        return found

    def stem_rarity(self, stem: bytes) -> int:
        """Return how rare the beginning of a word is, in sixteenths."""
        return self._stems.get(stem, self._unknown)


def _slots(keys: Hashes) -> tuple[NDArray[np.int32], NDArray[np.int32]]:
    """Return two tables from bits of a hash to its entry, one of which has it (Pagh and Rodler, "Cuckoo hashing", 2001).

    Raises ValueError where no place is found for all: then the tables need more bits.
    """
    last = len(keys) - 1
    tables = np.full((2, 1 << _SLOT_BITS), last, np.int32)
    places = np.stack((_first_place(keys), _second_place(keys))).astype(np.int64).tolist()
    for entry in range(last):
        homeless, table = entry, 0
        for _ in range(_MOVES):
            place = places[table][homeless]
            taken = int(tables[table, place])
            tables[table, place] = homeless
            if taken == last:
                break
            homeless, table = taken, 1 - table
        else:
            raise ValueError(f"the word table has no room for {last} entries: use more than {_SLOT_BITS} bits")
    return tables[0], tables[1]


def _first_place(hashes: Hashes) -> Hashes:
    return hashes >> np.uint64(64 - _SLOT_BITS)


def _second_place(hashes: Hashes) -> Hashes:
    return hashes >> np.uint64(16) & np.uint64((1 << _SLOT_BITS) - 1)


@lru_cache(maxsize=1)
def word_table() -> WordTable:
    """Return the table that ships with the verifier."""
    lines = files("streams.dedupe.data").joinpath("words.tsv").read_text("utf-8").rstrip("\n").split("\n")
    return read_table(lines)


def read_table(lines: list[str]) -> WordTable:
    """Return the table in `lines`: a word, its rarity, its leaning to the role and `p` for a place; "" is any other word."""
    rows, unknown = [], 0.0
    for line in lines:
        word, rare, leaning, place = line.split("\t")
        if word:
            rows.append((word.encode(), float(rare) if rare else None, float(leaning) if leaning else None, place == _PLACE))
        else:
            unknown = float(rare)
    return WordTable(rows, unknown)


def _stem_rarities(rarities: Iterable[tuple[bytes, float]]) -> dict[bytes, int]:
    # a rarity is the logarithm of an inverse share: a stem stands in as many texts as its words do together
    shares: defaultdict[bytes, float] = defaultdict(float)
    for word, rare in rarities:
        shares[stem(word)] += exp(-rare)
    return {found: round(RARITY_UNIT * max(_LEAST_RARITY, -log(share))) for found, share in shares.items()}
