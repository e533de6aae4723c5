"""Reads the places that a wording names: `Boston/Somerville, MA`, `London, Paris`, `Seattle, WA, Austin, TX`."""

import re

from streams.enrich.places.choice import Context
from streams.enrich.places.gazetteer import CITY_FROM, City, Gazetteer
from streams.enrich.places.key import place_key
from streams.enrich.places.known import LARGE, country_named
from streams.enrich.places.lists import countries_listed, qualifying_of, stray_state
from streams.enrich.places.one import CLEAR, Reading, of_area, read_place, read_tokens
from streams.enrich.places.paths import down_path, is_inside
from streams.enrich.places.shapes import as_people_write
from streams.enrich.places.states import states_listed
from streams.enrich.places.tokens import tokens_of

# After a comma OR is Oregon.
_ALTERNATIVES = re.compile(
    r"[;|/•·+&,\s](?:(?<=[;|/•·+&])|(?<=,)\s(?:or|and|oder)\s|(?<=\s)(?:or|and|oder|(?<!,\s)(?:OR|Or|AND|And))\s)\s*"
)
# "Greensboro--Winston-Salem--High Point Area": the first city stands for what surrounds it.
_AREA = re.compile(r"(.+?)-{1,2}[A-Z].* Area")
_KNOWN = 50_000
# So many names in a row are a list, also of smaller cities.
_PAIR, _LISTED = 2, 3
_AROUND = 10
_CITY_CODES = frozenset({"DC", "LA"})


def read_places(
    raw: str, gazetteer: Gazetteer, country: str | None = None, favoured: frozenset[str] = frozenset()
) -> list[Reading]:
    """Return a reading per place that `raw` names; what can't be read keeps its wording and has no country.

    A part without a qualifier takes that of another one when it fits: `Boston/Somerville, MA`. `country`: the one in which
    all of them are; `favoured`: those in which one of several places of a name is rather meant.
    """
    given = Context(country=country, favoured=favoured)
    if place_key(raw) in gazetteer.countries:
        return [read_place(raw, gazetteer, given)]
    if states := states_listed(raw, gazetteer):
        return [of_area(code, state.country, state, 0) for code, state in states]
    wording, coded = as_people_write(raw, gazetteer)
    if coded and country in {None, coded}:
        return [read_place(wording, gazetteer, given._replace(country=coded))._replace(raw=raw)]
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
        return [read_place(path[0], gazetteer, context._replace(country=path[1]))._replace(raw=part)]
    tokens = tokens_of(part, gazetteer)
    return _cities(tokens.words, gazetteer, context) or [read_tokens(part, tokens, gazetteer, context)]


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
    read = read_place(parts[at], gazetteer, given._replace(beside=sure.city, favoured=given.favoured | {sure.country or ""}))
    code = gazetteer.region_codes.get(parts[at])
    if code and not read.known and code.country == sure.country:
        return [of_area(parts[at], code.country, code, 0)]
    if read.known or not sure.qualified or sure.city is None:
        return [read]
    region = gazetteer.division_of(sure.city) if sure.region else None
    town = read_place(parts[at], gazetteer, given._replace(country=sure.country, region=region))
    return [town if town.city else read]


def _cities(tokens: list[str], gazetteer: Gazetteer, context: Context) -> list[Reading]:
    """`London, Paris` is two cities, large ones, of which none qualifies the other; so is `Seattle, WA, Austin, TX`."""
    if len(tokens) < _PAIR:
        return []
    if countries := countries_listed(tokens, gazetteer):
        return [of_area(token, country, None, 0) for token, country in zip(tokens, countries, strict=True)]
    qualifying = qualifying_of(tokens, gazetteer)
    if len(qualifying) > 1 and len(tokens) > _LISTED:
        groups = _groups([(t, t in qualifying, bool(gazetteer.find(place_key(t)).cities)) for t in tokens])
        readings = [read_place(", ".join(group), gazetteer, context) for group in groups]
        if len(groups) > 1 and all(r.city and r.qualified and not r.leftover for r in readings):
            return readings
    if qualifying and not (_CITY_CODES.issuperset(qualifying) and (len(tokens) >= _LISTED or _is_city_code(tokens, gazetteer))):
        return _mixed(tokens, qualifying, gazetteer, context)
    readings = [read_place(token, gazetteer, context) for token in tokens]
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
    return reading.confidence >= CLEAR


def _are_apart(cities: list[City], *, sure: bool, clear: bool) -> bool:
    """Whether cities that nothing qualifies are a list: three, two large ones, or two in one country that names make clear.

    Not `sure`: one may be a state as well.
    """
    sizes = [city.population for city in cities]
    if len(cities) >= _LISTED or (sure and min(sizes) >= LARGE):
        return min(sizes) >= CITY_FROM
    (first, *_, last) = cities
    is_near = first.country != last.country or first.admin == last.admin
    # "Seattle - Westlake" is a part of it
    return clear and not is_near and min(sizes) >= _KNOWN and max(sizes) >= LARGE


def _mixed(tokens: list[str], qualifying: list[str], gazetteer: Gazetteer, context: Context) -> list[Reading]:
    """Return `Chicago, Florida, Seattle` as two large cities and a state, `SF, NYC, Chicago, US` as three in one country."""
    *cities, last = tokens
    if qualifying == [last] and len(cities) >= _PAIR and (country := country_named(last, gazetteer)):
        readings = [read_place(token, gazetteer, context._replace(country=country)) for token in cities]
        large = [r.city for r in readings if r.city and r.city.population >= LARGE]
        # "Córdoba, Veracruz, Mexico" names a state
        apart = len(cities) > _PAIR or (place_key(cities[1]) not in gazetteer.regions and len({c.admin for c in large}) > 1)
        return readings if apart and len(large) == len(readings) else []
    states = {token: state for token in qualifying if (state := stray_state(token, tokens, gazetteer))}
    # "SF, NY": two cities by short names
    is_pair = list(states) == tokens[:1] or (list(states) == tokens[1:] == ["NY"] and len(tokens[0]) < len("Rome"))
    if len(states) < len(qualifying) or (len(tokens) < _LISTED and not is_pair):
        return []
    readings = [of_area(t, states[t].country, states[t], 0) if t in states else read_place(t, gazetteer, context) for t in tokens]
    return readings if all(r.region and (r.city is None or r.city.population >= LARGE) for r in readings) else []


def _groups(tokens: list[tuple[str, bool, bool]]) -> list[list[str]]:
    """Return the tokens in groups that end with what qualifies them; `New York` between `CT` and `NY` begins one."""
    groups: list[list[str]] = [[]]
    for at, (token, qualifies, is_city) in enumerate(tokens):
        followed = at + 1 < len(tokens) and tokens[at + 1][1]
        if at and tokens[at - 1][1] and (not qualifies or (is_city and followed)):
            groups.append([])
        groups[-1].append(token)
    return groups
