"""Two ads side by side: the parts of a verdict, each a number that a person can follow. Symmetric in the two."""

from collections.abc import Callable, Mapping
from collections.abc import Set as AbstractSet
from math import fsum, log, sqrt
from typing import Any

from streams.dedupe.ad import Ad
from streams.dedupe.ad_words import PLAIN_RANK
from streams.dedupe.word_table import STEM, WordTable, word_table

_CODE = 2
# Where a post lists nothing, neither the same list nor another one.
_NO_LIST = 0.7

Parts = dict[str, float]


def compare(one: Ad, other: Ad) -> Parts:
    """Return what two ads have in common and where they contradict; 0 is "nothing known" wherever that makes sense."""
    table = word_table()
    parts = _texts(one, other, table) | _titles(one, other, table) | _facts(one, other) | _roles(one, other)
    untitled = 1 - parts["titles_known"]
    parts["role_text_untitled"] = parts["role_text"] * untitled
    parts["text_untitled"] = parts["text"] * untitled
    parts["role_text_same_title"] = parts["role_text"] * parts["title_same"]
    parts["text_place_untitled"] = _text_places(one, other) * untitled
    return parts


def _texts(one: Ad, other: Ad, table: WordTable) -> Parts:
    mine, theirs = one.role_words, other.role_words
    if not mine or not theirs:
        mine, theirs = one.words, other.words
    return {
        "text": _shared(one.words, other.words, table.weight),
        "role_text": _shared(mine, theirs, table.weight),
        "role_text_contained": _contained(mine, theirs, table.weight),
        "role_text_apart": log(1 + min(table.weight(mine - theirs), table.weight(theirs - mine))),
    }


def _titles(one: Ad, other: Ad, table: WordTable) -> Parts:
    beside = one.place_words | other.place_words | one.employer_words | other.employer_words
    mine, theirs = _stems(one.title - beside), _stems(other.title - beside)
    known = bool(mine and theirs)
    only_mine, only_theirs = table.stem_weight(mine - theirs), table.stem_weight(theirs - mine)
    ranks_differ = known and one.ranks != other.ranks and not one.ranks & other.ranks
    highest, lowest = (max(ranks, default=PLAIN_RANK) for ranks in (one.ranks, other.ranks))
    return {
        "titles_known": float(known),
        "title_same": float(known and mine == theirs),
        "title_contradicts": min(only_mine, only_theirs) if known else 0.0,
        "title_says_more": abs(only_mine - only_theirs) if known else 0.0,
        "rank_differs": float(ranks_differ),
        "rank_steps": float(max(1, abs(highest - lowest))) if ranks_differ else 0.0,
        "level_contradicts": float(known and _contradict(one.steps, other.steps)),
    }


def _facts(one: Ad, other: Ad) -> Parts:
    same_place = _same_place(one, other)
    employers_known = bool(one.employer and other.employer)
    return {
        "place_same": float(same_place is True),
        "place_contradicts": float(same_place is False),
        "years_contradict": float(_contradict(one.years, other.years)),
        "requisition_contradicts": float(_other_requisition(one, other)),
        "links_shared": float(min(3, len(one.links & other.links))),
        "employer_differs": float(employers_known and one.employer != other.employer),
    }


def _roles(one: Ad, other: Ad) -> Parts:
    listed = one.listed and other.listed
    return {
        "listed_shared": _shared(one.listed, other.listed, len) if listed else _NO_LIST,
        "listed_contained": _contained(one.listed, other.listed, len) if listed else _NO_LIST,
        "kinds_alike": _cosine(one.kinds, other.kinds),
    }


def _other_requisition(one: Ad, other: Ad) -> bool:
    """Return whether the stated requisitions differ, or else what looks like one in the texts."""
    if one.requisition and other.requisition:
        return one.requisition != other.requisition
    return _contradict(one.requisitions, other.requisitions)


def _same_place(one: Ad, other: Ad) -> bool | None:
    """Return whether a stated place is in both; None where one of them states none."""
    if one.wordings & other.wordings:
        return True
    if not one.places or not other.places:
        return None
    return any(_is_same_place(mine, theirs) for mine in one.places for theirs in other.places)


def _is_same_place(one: tuple[bytes, ...], other: tuple[bytes, ...]) -> bool:
    mine, theirs = _city(one), _city(other)
    # a street may stand before the city, and "Greater London" is London
    return mine in other or theirs in one or mine.startswith(theirs + b" ") or theirs.startswith(mine + b" ")


def _city(place: tuple[bytes, ...]) -> bytes:
    return next((part for part in place if len(part) > _CODE), place[-1])


def _text_places(one: Ad, other: Ad) -> float:
    """Return 1 where the texts name other places each, .5 where only one names another, 0 else."""
    stated = one.place_words | other.place_words
    mine, theirs = one.text_places - other.text_places - stated, other.text_places - one.text_places - stated
    return 1.0 if mine and theirs else 0.5 if mine or theirs else 0.0


def _stems(words: AbstractSet[bytes]) -> frozenset[bytes]:
    return frozenset(word[:STEM] for word in words)


def _contradict(one: AbstractSet[Any], other: AbstractSet[Any]) -> bool:
    return bool(one) and bool(other) and one.isdisjoint(other)


def _shared(one: AbstractSet[Any], other: AbstractSet[Any], weight: Callable[[Any], float]) -> float:
    whole = weight(one | other)
    return weight(one & other) / whole if whole else 0.0


def _contained(one: AbstractSet[Any], other: AbstractSet[Any], weight: Callable[[Any], float]) -> float:
    smaller = min(weight(one), weight(other))
    return weight(one & other) / smaller if smaller else 0.0


def _cosine(one: Mapping[str, int], other: Mapping[str, int]) -> float:
    product = fsum(sqrt(count * other[kind]) for kind, count in one.items() if kind in other)
    size = sqrt(sum(one.values()) * sum(other.values()))
    return product / size if size else 0.0
