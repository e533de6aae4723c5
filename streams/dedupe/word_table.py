"""What single words say: how rare they are, whether they speak of the role or of the employer, whether they name a place.

The table is frozen with the verifier: `data/words.tsv`, made by `bench/train_verifier.py`.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from math import exp, fsum, log

_PLACE = "p"
# Words of titles are compared by their beginning: "analyst" and "analysts", and most slips of the pen.
STEM = 6
_LEAST_RARITY = 0.3


@dataclass(frozen=True, slots=True)
class WordTable:
    """Weights by word in UTF-8 and lower case; a word that is not in it is rare, and leans a little towards the role."""

    rarity: dict[bytes, float]
    stems: dict[bytes, float]
    role: dict[bytes, float]
    places: frozenset[bytes]
    unknown_rarity: float
    unknown_role: float = 0.2

    def weight(self, words: Iterable[bytes]) -> float:
        """Return how much the words say together: the sum of their inverse document frequencies, to the last bit in any order."""
        rarity, unknown = self.rarity, self.unknown_rarity
        return fsum(rarity.get(word, unknown) for word in words)

    def stem_weight(self, stems: Iterable[bytes]) -> float:
        """Return how much the beginnings of words say together."""
        rarity, unknown = self.stems, self.unknown_rarity
        return fsum(rarity.get(stem, unknown) for stem in stems)

    def speaks_of_the_role(self, sentence: list[bytes]) -> bool:
        """Return whether a sentence is about the role; else it is about the employer, its benefits or the law."""
        role, unknown = self.role, self.unknown_role
        return sum(role.get(word, unknown) for word in sentence) > 0


@lru_cache(maxsize=1)
def word_table() -> WordTable:
    """Return the table that ships with the verifier."""
    lines = files("streams.dedupe.data").joinpath("words.tsv").read_text("utf-8").rstrip("\n").split("\n")
    return read_table(lines)


def read_table(lines: list[str]) -> WordTable:
    """Return the table in `lines`: a word, its rarity, its leaning to the role and `p` for a place; "" is any other word."""
    rarity: dict[bytes, float] = {}
    role: dict[bytes, float] = {}
    places: set[bytes] = set()
    for line in lines:
        name, rare, leaning, place = line.split("\t")
        word = name.encode()
        if rare:
            rarity[word] = float(rare)
        if leaning:
            role[word] = float(leaning)
        if place == _PLACE:
            places.add(word)
    unknown = rarity.pop(b"")
    return WordTable(rarity, _stems_of(rarity), role, frozenset(places), unknown)


def _stems_of(rarity: dict[bytes, float]) -> dict[bytes, float]:
    # a rarity is the logarithm of an inverse share: a stem stands in as many texts as its words do together
    shares: defaultdict[bytes, float] = defaultdict(float)
    for word, rare in rarity.items():
        shares[word[:STEM]] += exp(-rare)
    return {stem: max(_LEAST_RARITY, -log(share)) for stem, share in shares.items()}
