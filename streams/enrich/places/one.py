"""Reads a wording that names one place: `Berlin, Germany`, `San Francisco, CA`, `ATL - Atlanta, GA`."""

import re
from typing import NamedTuple

from streams.enrich.places.choice import Context, choose
from streams.enrich.places.gazetteer import CITY_FROM, City, Gazetteer, Region
from streams.enrich.places.key import place_key
from streams.enrich.places.known import LARGE
from streams.enrich.places.qualifiers import qualifiers
from streams.enrich.places.shapes import within
from streams.enrich.places.states import area_alone
from streams.enrich.places.tokens import Tokens, tokens_of

_VERY_LARGE = 1_000_000
_PAIR = 2
_WORDS_OF_CITY = 3
CLEAR = 0.9
_SITE_CODE = re.compile(r"[A-Z]{3}\d* ?[-,–] ?[A-Z]")
_CITY_STATES = {"SG": "Singapore", "HK": "Hong Kong", "MC": "Monaco"}


# tuples are made in a third of the time
class Reading(NamedTuple):
    """What a wording was read as. `leftover` words belong to no place; `qualified`: a region or country confirmed the city."""

    raw: str
    city: City | None = None
    region: str | None = None
    country: str | None = None
    confidence: float = 0.0
    qualified: bool = False
    leftover: int = 0

    @property
    def known(self) -> bool:
        """Whether it names a place at all."""
        return self.country is not None


def read_place(raw: str, gazetteer: Gazetteer, context: Context) -> Reading:
    """Return what `raw` names; without a country where it can't be read."""
    return read_tokens(raw, tokens_of(raw, gazetteer), gazetteer, context)


def read_tokens(raw: str, tokens: Tokens, gazetteer: Gazetteer, context: Context) -> Reading:
    """Return what `raw` names, of which `tokens` are the parts."""
    country, region, rest = qualifiers(tokens.words, gazetteer, context.country)
    qualified = bool(country or region)
    known = context._replace(country=country, region=region or context.region) if qualified else context
    # in the US a number in front is that of a house, and streets are named like towns; so are airports: "ATL - Atlanta, GA"
    ordered = (*rest[1:], *rest[:1]) if country == "US" and (raw[:1].isdigit() or _SITE_CODE.match(raw)) else rest
    if not qualified and len(rest) == _PAIR:
        ordered, known = _around_last(rest, known, gazetteer)
    for token in (*ordered, *_zip(tokens.postal, country)):
        found = choose(token, known, gazetteer)
        if found:
            return _of_city(raw, *found, qualified=qualified, leftover=max(0, len(rest) - 1), gazetteer=gazetteer)
    found = (
        _beside_streets(rest, known, gazetteer)
        or _city_state(known, gazetteer)
        or _around(tokens, known, gazetteer)
        or _behind_words(rest, known, gazetteer)
    )
    if found:
        return _of_city(raw, *found, qualified=qualified, leftover=len(rest), gazetteer=gazetteer)
    if region or country:
        return of_area(raw, country, region, len(rest))
    if alone := area_alone(raw, tokens.words, gazetteer):
        return of_area(raw, *alone, max(0, len(rest) - 1))
    return Reading(raw, leftover=len(rest))


def _city_state(known: Context, gazetteer: Gazetteer) -> tuple[City, float] | None:
    """Return the only city of a country that is one: whatever is in Singapore is there."""
    name = _CITY_STATES.get(known.country or "")
    return choose(name, known, gazetteer) if name else None


def _around_last(rest: list[str], known: Context, gazetteer: Gazetteer) -> tuple[list[str], Context]:
    """Return names in the order in which they count: first the last one, if it is a large city, and none before it is near.

    One that is near is meant there: `Venice, Los Angeles`; `SoMa, San Francisco` is not the town of that name in Japan.
    """
    first, last = rest
    found = choose(last, known, gazetteer)
    # "Folkestone, Kent"
    if found is None or found[0].population < (LARGE if found[1] >= CLEAR else _VERY_LARGE):
        return rest, known
    city, _ = found
    there = known._replace(country=city.country, region=gazetteer.division_of(city))
    if there.region and choose(first, there, gazetteer):
        return rest, there
    return [last, first], known


def _around(tokens: Tokens, known: Context, gazetteer: Gazetteer) -> tuple[City, float] | None:
    """Return the city of a state's name behind a house with a number: `200 West Street, New York`."""
    first, last = (tokens.words[0], tokens.words[-1]) if tokens.words else ("", "")
    is_street = first[:1].isdigit() and known.region is not None and place_key(last) == place_key(known.region.name)
    return choose(last, known, gazetteer) if is_street else None


def _behind_words(tokens: list[str], known: Context, gazetteer: Gazetteer) -> tuple[City, float] | None:
    """Return the city of a state with which a token ends that begins with other words: `Sales Team Boulder, CO`."""
    if known.region is None:
        return None
    for token in tokens:
        words = token.split()
        for at in range(max(1, len(words) - _WORDS_OF_CITY), len(words)):
            found = choose(" ".join(words[at:]), known, gazetteer)
            if found and found[0].population >= CITY_FROM:
                return found
    return None


def _beside_streets(tokens: list[str], known: Context, gazetteer: Gazetteer) -> tuple[City, float] | None:
    """Return the city beside which a token names a street or a site; a large one where nothing says which is meant."""
    for token in tokens:
        for name in within(token):
            found = choose(name, known, gazetteer) if name else None
            if found and (known.country or found[0].population >= LARGE):
                return found
    return None


def _zip(postal: str | None, country: str | None) -> tuple[str, ...]:
    return (postal,) if postal and country == "US" else ()


def _of_city(raw: str, city: City, confidence: float, *, qualified: bool, leftover: int, gazetteer: Gazetteer) -> Reading:
    sure = confidence if leftover == 0 else confidence * 0.9
    return Reading(raw, city, gazetteer.region_of(city), city.country, sure, qualified, leftover)


def of_area(raw: str, country: str | None, region: Region | None, leftover: int) -> Reading:
    """Return the reading of a country, or of a region in it."""
    name = region.name if region else None
    return Reading(raw, None, name, country, 0.9 if leftover == 0 else 0.7, qualified=False, leftover=leftover)
