"""A title as occupations: the network's opinion, and what the lists say where the title is in them."""

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from schemas.derived import Occupation, Origin
from streams.enrich.occupations.model import TitleModel, Vector, load_model
from streams.enrich.occupations.names import EscoOccupation, OccupationList, load_occupations
from streams.enrich.occupations.titles import Part, is_call, parts_of
from streams.enrich.text import words_of

MOST = 3
# How much the lists count beside the network: an example of ISCO-08's, an occupation as far as its group is sure, and less
# where they have only some words of the title.
# A group that is so sure needs no other opinion.
EXAMPLE, WITHIN, SURE_ALONE = 0.9, 0.2, 0.9
# The least confidence of the first unit group and of further ones; else of a wider group.
SURE_UNIT, FURTHER, SURE_GROUP = 0.25, 0.05, 0.2
# The network's opinion of words that it has not learnt from is none.
LEAST_KNOWN = 0.5
_FOREIGN_WORDS = "de du des und für och för et les para pour zur zum dla av som werkstudent praktikum"
FOREIGN = frozenset(_FOREIGN_WORDS.split())
_SUB_MAJOR, _MAJOR = 2, 1
_SHORTEST_WITHIN = 2
_LEAST_SHARE = 1e-3


class _Wider(NamedTuple):
    """The codes of wider groups, and of which each unit group is, by its place."""

    codes: list[str]
    members: NDArray[np.int64]

    def likeliest(self, shares: Vector) -> tuple[str, float]:
        """Return the wider group with the largest sum of shares, and that sum."""
        sums = np.bincount(self.members, shares)
        best = int(sums.argmax())
        return self.codes[best], sums.item(best)


def _wider(units: Sequence[str], level: int) -> _Wider:
    codes = sorted({unit[:level] for unit in units})
    return _Wider(codes, np.array([codes.index(unit[:level]) for unit in units]))


class OccupationReader:
    """Reads titles by the lists of ISCO-08 and ESCO, and by what a network has learnt from them and other titles."""

    def __init__(self, listed: OccupationList, model: TitleModel) -> None:
        self._listed, self._model = listed, model
        self._at = {code: at for at, code in enumerate(listed.units)}
        self._sub_majors, self._majors = (_wider(listed.units, level) for level in (_SUB_MAJOR, _MAJOR))

    def read(self, title: str) -> tuple[Occupation, ...]:
        """Return at most three unit groups, the likeliest first; one wider group where only that is sure, or nothing.

        Only the wider one is where the network's likeliest unit group is not of its likeliest major group.
        """
        part, words = self._told(title)
        if part is None:
            return ()
        named: Sequence[EscoOccupation] = self._listed.named.get(words, ())
        sure = {each.unit: each.sure for each in named} | dict.fromkeys(self._listed.examples.get(words, ()), EXAMPLE)
        if len(sure) == 1 and min(sure.values()) >= SURE_ALONE:
            return tuple(self._unit(*alone, part, named) for alone in sure.items())
        limit = max(sure.values(), default=1.0)
        if not sure:
            named = self._within(words.split())
            sure = {each.unit: each.sure * WITHIN for each in named}
        shares = self._model.likelihoods(part.essence.split())
        found = self._likeliest(shares, sure, limit)
        major, share = self._majors.likeliest(shares)
        if found and found[0][0] >= SURE_UNIT and (sure or self._listed.units[found[0][1]].startswith(major)):
            return tuple(self._unit(self._listed.units[at], share, part, named) for share, at in found if share >= FURTHER)
        return self._group(shares, major, share, part)

    def _told(self, title: str) -> tuple[Part | None, str]:
        """Return the first part that is in a list, with its words there; else the first of which enough is known."""
        known = None
        for part in parts_of(title):
            for words in (part.words, part.essence):
                if words in self._listed.named or words in self._listed.examples:
                    return part, words
            if known is None and self._is_known(part.essence.split()):
                known = part
        return (known, known.essence) if known else (None, "")

    def _is_known(self, words: Sequence[str]) -> bool:
        enough = sum(map(self._model.knows, words)) >= LEAST_KNOWN * len(words)
        return enough and FOREIGN.isdisjoint(words) and not is_call(words)

    def _likeliest(self, shares: Vector, sure: Mapping[str, float], limit: float) -> Sequence[tuple[float, int]]:
        """Return the three largest shares with their places: the network's, and those of the lists, which it divides.

        None is surer than `limit`: of a title in the lists the network knows no more than they do.
        """
        weight = max(sure.values(), default=0.0)
        found = {at: shares.item(at) * (1 - weight) for at in (shares >= FURTHER).nonzero()[0].tolist()}
        among = {self._at[unit]: (shares.item(self._at[unit]) + _LEAST_SHARE) * each for unit, each in sure.items()}
        total = sum(among.values())
        for at, share in among.items():
            found[at] = found.get(at, 0.0) + weight * share / total
        return sorted(((min(share, limit), at) for at, share in found.items()), reverse=True)[:MOST]

    def _within(self, words: Sequence[str]) -> Sequence[EscoOccupation]:
        """Return the occupations of the longest label inside the title, of two words or more, the last one first."""
        for size in range(len(words) - 1, _SHORTEST_WITHIN - 1, -1):
            for end in range(len(words), size - 1, -1):
                named = self._listed.named.get(" ".join(words[end - size : end]))
                if named:
                    return named
        return ()

    def _unit(self, code: str, share: float, part: Part, named: Sequence[EscoOccupation]) -> Occupation:
        esco = _nearest([each for each in named if each.unit == code], frozenset(part.words.split()))
        label = esco.label if esco else self._listed.groups[code]
        return _occupation(code, esco.esco_id if esco else None, label, part, share)

    def _group(self, shares: Vector, major: str, share: float, part: Part) -> tuple[Occupation, ...]:
        """Return the likeliest major group, or its likeliest sub-major one where that is sure enough."""
        narrower = self._sub_majors.likeliest(shares)
        found = narrower if narrower[1] >= SURE_GROUP and narrower[0].startswith(major) else (major, share)
        return (_occupation(found[0], None, self._listed.groups[found[0]], part, found[1]),) if found[1] >= SURE_GROUP else ()


def _nearest(named: Sequence[EscoOccupation], words: AbstractSet[str]) -> EscoOccupation | None:
    """Return the occupation whose label adds the fewest words to `words`; None where several add as many: they say too much."""
    if len(named) < 2:  # noqa: PLR2004 - one is no choice
        return named[0] if named else None
    first, second, *_ = sorted((len(set(words_of(each.label).split()) - words), at) for at, each in enumerate(named))
    return named[first[1]] if first[0] < second[0] else None


def _occupation(code: str, esco_id: str | None, label: str, part: Part, share: float) -> Occupation:
    confidence = min(round(share, 2), 1.0)
    return Occupation(isco=code, esco_id=esco_id, label=label, raw=part.raw, origin=Origin.TITLE, confidence=confidence)


def load_reader() -> OccupationReader:
    """Return the reader with the lists and the network that are shipped."""
    return OccupationReader(load_occupations(), load_model())
