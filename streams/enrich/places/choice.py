"""Which of the places of a name is meant: by country and region, then by what else is known, then by population."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from streams.enrich.places.gazetteer import City, Gazetteer, Region
from streams.enrich.places.key import place_key

_SHORT_CITIES = frozenset({"sf", "la", "dc"})
_SHORT = 2
# Towns in the Philippines, Uganda and Turkey: in postings they are parts of the world, and a word.
_RATHER_WORDS = frozenset({"asia", "apac", "can"})
# Known by a part of its name a city counts as a third of its size; by a name in another language, or by a former one, as a
# tenth: Austin was Waterloo.
_PART_WEIGHT, _OTHER_WEIGHT = 0.3, 0.1
# Of two towns of a size, the one where more postings are from: advertised online per inhabitant.
_MARKETS_WORDS = "AT AU BE CA CH DE DK ES FI FR GB IE IL IT JP NL NO NZ PL SE SG US"
_MARKETS = frozenset(_MARKETS_WORDS.split())
_MARKET_WEIGHT = 3.0
# Places of a posting are often in one country, though San Francisco and Vancouver are not; and nearly always in one state.
_FAVOURED_WEIGHT = 3.0
_NEAR_WEIGHT = 20.0
_CLEAR_LEAD = 10
_NEAR = 0.3
# A village needs its state where states are how people tell them apart.
_VILLAGE = 5_000
_OF_STATES = frozenset({"US", "CA"})
_KINDS = re.compile(
    r"^(?:city|town|village|township|borough|county|co|municipality) of | (?:charter township|township|twp|borough|boro|village|"
    r"town|municipality|kommune|kommun|stad|city|cdp)$|^(?:county|co|gemeente|gemeinde|comune di|ville de|stadt) "
)


class Context(NamedTuple):
    """What is known beside the name: country and region in the wording, a place of the same wording, countries of the rest."""

    country: str | None = None
    region: Region | None = None
    beside: City | None = None
    favoured: frozenset[str] = frozenset()


def choose(token: str, context: Context, gazetteer: Gazetteer) -> tuple[City, float] | None:
    """Return the city meant by `token` and how sure that is."""
    key = place_key(token)
    if len(key) <= _SHORT and not (token.isupper() and key in _SHORT_CITIES):  # SF and LA are cities, SE a country
        return None
    if key in _RATHER_WORDS and not context.country:
        return None
    for name in _names(token, key):
        found = _fitting(name, context, gazetteer)
        if found:
            return _first(found, qualified=bool(context.region or context.country))
    return None


def _names(token: str, key: str) -> Iterator[str]:
    """Yield the name, and those without the kind of place that people put beside it or the part that they append."""
    yield key
    bare = _KINDS.sub("", key) if " " in key else key
    if bare != key:
        yield bare
        if key.endswith((" stad", " kommun")):
            yield bare.removesuffix("s")
    first, dash, _ = token.partition("-")
    if dash:
        yield place_key(first)


def _fitting(key: str, context: Context, gazetteer: Gazetteer) -> list[tuple[City, float]]:
    found = gazetteer.find(key)
    cities = [(c, c.population * 1.0) for c in found.cities] + [
        (c, c.population * _other_weight(key, c)) for c in found.alternates
    ]
    if context.country:
        cities += [(c, c.population * 1.0) for c in found.towns if context.region or not _needs_its_state(c)]
    cities = [(c, w) for c, w in cities if _fits(c, context)]
    return [(c, _weight(c, w, context)) for c, w in cities]


def _other_weight(key: str, city: City) -> float:
    return _PART_WEIGHT if key in city.name.lower() else _OTHER_WEIGHT


def _fits(city: City, context: Context) -> bool:
    return context.country in {None, city.country} and (context.region is None or city.admin == context.region.admin)


def _needs_its_state(city: City) -> bool:
    return city.population < _VILLAGE and city.country in _OF_STATES


def _weight(city: City, weight: float, context: Context) -> float:
    market = _MARKET_WEIGHT if city.country in _MARKETS else 1.0
    favoured = _FAVOURED_WEIGHT if city.country in context.favoured else 1.0
    beside = context.beside
    near = _NEAR_WEIGHT if beside and (city.country, city.admin) == (beside.country, beside.admin) else 1.0
    return weight * market * favoured * near


def _first(found: list[tuple[City, float]], *, qualified: bool) -> tuple[City, float]:
    city, weight = max(found, key=lambda each: each[1])
    clear = all(_is_near(rival, city) for rival, w in found if weight < _CLEAR_LEAD * w and rival is not city)
    if qualified:
        return city, 1.0 if clear else 0.9
    return city, 0.9 if clear else 0.6


def _is_near(one: City, other: City) -> bool:
    """Whether two places are one for who looks for work: Delhi and New Delhi."""
    return abs(one.latitude - other.latitude) < _NEAR and abs(one.longitude - other.longitude) < _NEAR
