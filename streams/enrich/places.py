"""Reads a place as people write it: `Berlin, Germany`, `San Francisco, CA`, `Remote - US`, `Boston/Somerville, MA`."""

import re
from typing import NamedTuple

from streams.enrich.gazetteer import CITY_FROM, City, Gazetteer, Region
from streams.enrich.place_choice import Context, choose
from streams.enrich.place_key import place_key
from streams.enrich.place_paths import down_path, is_inside
from streams.enrich.place_qualifiers import countries_listed, country_named, qualifiers, qualifying_of, stray_state
from streams.enrich.place_shapes import as_people_write, within
from streams.enrich.place_states import area_alone, states_listed
from streams.enrich.place_tokens import Tokens, tokens_of

# After a comma OR is Oregon.
_ALTERNATIVES = re.compile(
    r"[;|/•·+&,\s](?:(?<=[;|/•·+&])|(?<=,)\s(?:or|and|oder)\s|(?<=\s)(?:or|and|oder|(?<!,\s)(?:OR|Or|AND|And))\s)\s*"
)
# "Greensboro--Winston-Salem--High Point Area": the first city stands for what surrounds it.
_AREA = re.compile(r"(.+?)-{1,2}[A-Z].* Area")
_KNOWN = 50_000
_LARGE = 100_000
_VERY_LARGE = 1_000_000
_PAIR = 2
_WORDS_OF_CITY = 3
# So many names in a row are a list, also of smaller cities.
_LISTED = 3
_AROUND = 10
_CLEAR = 0.9
_SITE_CODE = re.compile(r"[A-Z]{3}\d* ?[-,–] ?[A-Z]")
_CITY_CODES = frozenset({"DC", "LA"})
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


def read_places(
    raw: str, gazetteer: Gazetteer, country: str | None = None, favoured: frozenset[str] = frozenset()
) -> list[Reading]:
    """Return a reading per place that `raw` names; what can't be read keeps its wording and has no country.

    A part without a qualifier takes that of another one when it fits: `Boston/Somerville, MA`. `country`: the one in which
    all of them are; `favoured`: those in which one of several places of a name is rather meant.
    """
    given = Context(country=country, favoured=favoured)
    if place_key(raw) in gazetteer.countries:
        return [_read(raw, gazetteer, given)]
    if states := states_listed(raw, gazetteer):
        return [_of_area(code, state.country, state, 0) for code, state in states]
    wording, coded = as_people_write(raw, gazetteer)
    if coded and country in {None, coded}:
        return [_read(wording, gazetteer, given._replace(country=coded))._replace(raw=raw)]
    parts = [part.strip() for part in _ALTERNATIVES.split(wording) if part.strip()]
    alone = [_part(part, gazetteer, given, listed=len(parts) > 1) for part in parts]
    readings = [r for at in range(len(parts)) for r in _beside_others(at, parts, alone, gazetteer, given)]
    if not any(r.known for r in readings):
        area = _AREA.fullmatch(raw) if raw.endswith("Area") else None
        return (
            read_places(area[1], gazetteer, country, favoured)
            if area
            else [Reading(raw, leftover=sum(r.leftover for r in readings))]
        )
    return [r if r.raw in raw else r._replace(raw=raw) for r in readings if r.known or r.leftover]


def _part(part: str, gazetteer: Gazetteer, context: Context, *, listed: bool) -> list[Reading]:
    path = down_path(part, gazetteer) if listed and "-" in part else None
    if path and context.country in {None, path[1]}:
        return [_read(path[0], gazetteer, context._replace(country=path[1]))._replace(raw=part)]
    tokens = tokens_of(part, gazetteer)
    return _cities(tokens.words, gazetteer, context) or [_read_tokens(part, tokens, gazetteer, context)]


def _beside_others(at: int, parts: list[str], alone: list[list[Reading]], gazetteer: Gazetteer, given: Context) -> list[Reading]:
    """Return what a part is read as when what qualifies the next one, or the one before, goes for it as well."""
    (first, *more) = alone[at]
    if len(parts) == 1 or more or first.qualified or (first.known and first.city is None):
        return alone[at]
    around = (*alone[at + 1 : at + _AROUND], *alone[max(0, at - _AROUND) : at][::-1])
    others = [r for readings in around for r in readings if r.known]
    sure = next((r for r in others if r.qualified), next(iter(others), None))
    if sure is None:
        return alone[at]
    read = _read(parts[at], gazetteer, given._replace(beside=sure.city, favoured=given.favoured | {sure.country or ""}))
    code = gazetteer.region_codes.get(parts[at])
    if code and not read.known and code.country == sure.country:
        return [_of_area(parts[at], code.country, code, 0)]
    if read.known or not sure.qualified or sure.city is None:
        return [read]
    region = gazetteer.division_of(sure.city) if sure.region else None
    town = _read(parts[at], gazetteer, given._replace(country=sure.country, region=region))
    return [town if town.city else read]


def _read(raw: str, gazetteer: Gazetteer, context: Context) -> Reading:
    return _read_tokens(raw, tokens_of(raw, gazetteer), gazetteer, context)


def _read_tokens(raw: str, tokens: Tokens, gazetteer: Gazetteer, context: Context) -> Reading:
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
        return _of_area(raw, country, region, len(rest))
    if alone := area_alone(raw, tokens.words, gazetteer):
        return _of_area(raw, *alone, max(0, len(rest) - 1))
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
    if found is None or found[0].population < (_LARGE if found[1] >= _CLEAR else _VERY_LARGE):
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
            if found and (known.country or found[0].population >= _LARGE):
                return found
    return None


def _zip(postal: str | None, country: str | None) -> tuple[str, ...]:
    return (postal,) if postal and country == "US" else ()


def _cities(tokens: list[str], gazetteer: Gazetteer, context: Context) -> list[Reading]:
    """`London, Paris` is two cities, large ones, of which none qualifies the other; so is `Seattle, WA, Austin, TX`."""
    if len(tokens) < _PAIR:
        return []
    if countries := countries_listed(tokens, gazetteer):
        return [_of_area(token, country, None, 0) for token, country in zip(tokens, countries, strict=True)]
    qualifying = qualifying_of(tokens, gazetteer)
    if len(qualifying) > 1 and len(tokens) > _LISTED:
        groups = _groups([(t, t in qualifying, bool(gazetteer.find(place_key(t)).cities)) for t in tokens])
        readings = [_read(", ".join(group), gazetteer, context) for group in groups]
        if len(groups) > 1 and all(r.city and r.qualified and not r.leftover for r in readings):
            return readings
    if qualifying and not (_CITY_CODES.issuperset(qualifying) and (len(tokens) >= _LISTED or _is_city_code(tokens, gazetteer))):
        return _mixed(tokens, qualifying, gazetteer, context)
    readings = [_read(token, gazetteer, context) for token in tokens]
    cities = [r.city for r in readings if r.city]
    if len(cities) < len(tokens) or not _are_apart(cities, sure=not qualifying, clear=all(map(_is_clear, readings))):
        return []
    return readings


def _is_city_code(tokens: list[str], gazetteer: Gazetteer) -> bool:
    """Whether of two names DC or LA is a city beside another: `NYC, LA`, but `Baton Rouge, LA`."""
    first, last = tokens
    return first == "LA" or (
        last != "DC" and (first in _CITY_CODES or not is_inside(first, gazetteer.region_codes[last], gazetteer))
    )


def _is_clear(reading: Reading) -> bool:
    return reading.confidence >= _CLEAR


def _are_apart(cities: list[City], *, sure: bool, clear: bool) -> bool:
    """Whether cities that nothing qualifies are a list: three, two large ones, or two in one country that names make clear.

    Not `sure`: one may be a state as well.
    """
    sizes = [city.population for city in cities]
    if len(cities) >= _LISTED or (sure and min(sizes) >= _LARGE):
        return min(sizes) >= CITY_FROM
    (first, *_, last) = cities
    is_near = first.country != last.country or first.admin == last.admin
    # "Seattle - Westlake" is a part of it
    return clear and not is_near and min(sizes) >= _KNOWN and max(sizes) >= _LARGE


def _mixed(tokens: list[str], qualifying: list[str], gazetteer: Gazetteer, context: Context) -> list[Reading]:
    """Return `Chicago, Florida, Seattle` as two large cities and a state, `SF, NYC, Chicago, US` as three in one country."""
    *cities, last = tokens
    if qualifying == [last] and len(cities) >= _PAIR and (country := country_named(last, gazetteer)):
        readings = [_read(token, gazetteer, context._replace(country=country)) for token in cities]
        large = [r.city for r in readings if r.city and r.city.population >= _LARGE]
        # "Córdoba, Veracruz, Mexico" names a state
        apart = len(cities) > _PAIR or (place_key(cities[1]) not in gazetteer.regions and len({c.admin for c in large}) > 1)
        return readings if apart and len(large) == len(readings) else []
    states = {token: state for token in qualifying if (state := stray_state(token, tokens, gazetteer))}
    # "SF, NY": two cities by short names
    is_pair = list(states) == tokens[:1] or (list(states) == tokens[1:] == ["NY"] and len(tokens[0]) < len("Rome"))
    if len(states) < len(qualifying) or (len(tokens) < _LISTED and not is_pair):
        return []
    readings = [_of_area(t, states[t].country, states[t], 0) if t in states else _read(t, gazetteer, context) for t in tokens]
    return readings if all(r.region and (r.city is None or r.city.population >= _LARGE) for r in readings) else []


def _groups(tokens: list[tuple[str, bool, bool]]) -> list[list[str]]:
    """Return the tokens in groups that end with what qualifies them; `New York` between `CT` and `NY` begins one."""
    groups: list[list[str]] = [[]]
    for at, (token, qualifies, is_city) in enumerate(tokens):
        followed = at + 1 < len(tokens) and tokens[at + 1][1]
        if at and tokens[at - 1][1] and (not qualifies or (is_city and followed)):
            groups.append([])
        groups[-1].append(token)
    return groups


def _of_city(raw: str, city: City, confidence: float, *, qualified: bool, leftover: int, gazetteer: Gazetteer) -> Reading:
    sure = confidence if leftover == 0 else confidence * 0.9
    return Reading(raw, city, gazetteer.region_of(city), city.country, sure, qualified, leftover)


def _of_area(raw: str, country: str | None, region: Region | None, leftover: int) -> Reading:
    name = region.name if region else None
    return Reading(raw, None, name, country, 0.9 if leftover == 0 else 0.7, qualified=False, leftover=leftover)
