"""What stands beside a city and says which one is meant: its country, its state or other division."""

import re

from streams.enrich.places.gazetteer import Gazetteer, Region
from streams.enrich.places.key import place_key
from streams.enrich.places.known import (
    CITY_OR_STATE,
    CODE,
    KNOWN_TOWN,
    LARGE,
    LARGER_CITY,
    country_named,
    has_town,
    is_code,
    stands_in,
    without_owner,
)

# Behind a town that we don't know, these are as likely something else than a state: Germany, and Los Angeles.
_RATHER_ELSE = frozenset({"DE", "LA"})
# Codes of countries that stand behind a title, a company or a remark as a word.
_CODES_AND_WORDS = frozenset(
    {
        "AD", "AG", "AI", "AM", "AS", "AT", "BA", "BE", "BI", "CD", "CI", "CV", "CX", "GM", "HR", "IO", "IS", "IT", "ML", "MY",
        "NA", "NO", "PM", "PR", "PS", "QA", "SA", "SO", "SR", "TO", "TV", "VC",
    }
)  # fmt: skip
_CITY_STATES = frozenset({"SG", "HK", "MO", "MC", "LU", "GI"})
# Countries whose divisions people name without the country, and a length that is hardly a word's or a first name's.
_KNOWN_FOR_DIVISIONS = frozenset(["AT", "AU", "BE", "CH", "DE", "ES", "FR", "IN", "IT", "NL", "SE"])
_LONG_NAME = 8
_KNOWN_BY_PARTS = frozenset({"US", "GB", "CA"})
_RATHER_CITY = frozenset({LARGER_CITY, "quebec"})
# What is so called beside them is a part of the country or state, if no place has the name: "Northern Virginia", "US East".
_DIRECTIONS = r"(?:(?:north|south)[ -]?)?(?:east|west)(?:ern)?|north(?:ern)?|south(?:ern)?|central|upstate|continental|contiguous"
_DIRECTION = re.compile(rf"^(?:{_DIRECTIONS})(?: coast)? (?:of )?|[ -]+(?:{_DIRECTIONS})(?: coast)?$", re.IGNORECASE)
_DIRECTION_WORDS = (
    "north south east west northern southern eastern western central upstate continental contiguous coast "
    "northeast northwest southeast southwest northeastern northwestern southeastern southwestern"
)
_DIRECTED = frozenset(_DIRECTION_WORDS.split())
_DIVISION = re.compile(r" (?:state|province|prefecture|governorate|oblast|voivodeship|district)$")


def qualifiers(
    tokens: list[str], gazetteer: Gazetteer, country: str | None = None
) -> tuple[str | None, Region | None, list[str]]:
    """Return the country and region that tokens name, and the tokens that name neither; `country` is the one that is known."""
    region: Region | None = None
    rest: list[str] = []
    tokens = without_owner(tokens, gazetteer)
    country = country or _first_country(tokens, gazetteer)
    named = ""
    for at in range(len(tokens) - 1, -1, -1):
        token, before = tokens[at], tokens[:at]
        if not before and region is None and country in {None, "US"} and place_key(token) in CITY_OR_STATE:
            return "US", None, rest
        found_country, found_region = _qualifier(token, before, country, gazetteer)
        if found_region and region is None and country in {None, found_region.country}:
            region, country, named = found_region, found_region.country, token
        elif region and found_region == region and is_code(token) and stands_in([named], region.country, region, gazetteer):
            rest.insert(0, named)  # "US, NY, New York"
        elif found_country and country is None:
            country = found_country
            nation = gazetteer.regions.get(place_key(_undirected(token, place_key(token), gazetteer)), ())
            region = next((r for r in nation if r.country == country and r.stands_alone), None)
        elif not (found_country and found_country == country):
            rest.insert(0, token)
    return country, region, rest


def _first_country(tokens: list[str], gazetteer: Gazetteer) -> str | None:
    """Return the country that comes first where the last name is that of a place in it: `USA - New York - Malta`."""
    if not tokens[1:] or country_named(tokens[-1], gazetteer) is None:
        return None
    first = country_named(tokens[0], gazetteer)
    return first if first and gazetteer.named_in(place_key(tokens[-1]), first) else None


def _undirected(token: str, key: str, gazetteer: Gazetteer) -> str:
    """Return the state, or the country, of which `token` names a part by its direction, else `token`."""
    words = key.split()
    if _DIRECTED.isdisjoint((words[0], words[-1])):
        return token
    core = _DIRECTION.sub("", token)
    if core == token or key in gazetteer.regions or key in gazetteer.countries or gazetteer.named(key):
        return token
    parts_known = any(region.stands_alone for region in gazetteer.regions.get(place_key(core), ()))
    return core if parts_known or (core != "America" and country_named(core, gazetteer) in _KNOWN_BY_PARTS) else token


def _qualifier(token: str, before: list[str], country: str | None, gazetteer: Gazetteer) -> tuple[str | None, Region | None]:
    whole, key = token, place_key(token)
    if " " in key and key not in gazetteer.regions:
        token = _undirected(token, key, gazetteer)
        key = _DIVISION.sub("", place_key(token))
    named = country_named(token, gazetteer)
    # "Upstate New York" is no city
    beside = before or ([whole] if token != whole else [])
    region = _state(token, key, beside, country, gazetteer) or (None if named else _division(key, before, country, gazetteer))
    if region and named:  # Georgia is a country and a state: the country or the city decides
        if country or stands_in(before, region.country, region, gazetteer):
            return None, region
        return (named if stands_in(before, named, None, gazetteer) else None), None
    if region:
        return None, region
    if named:
        return (None if _is_bigger_city(key, named, before, gazetteer) else named), None
    country_meant = gazetteer.codes.get(token)
    if country_meant and _may_stand_in(before, token, country_meant, gazetteer):
        return country_meant, None
    return None, None


def _state(token: str, key: str, before: list[str], country: str | None, gazetteer: Gazetteer) -> Region | None:
    """Return the state, province or nation that `token` names, or is the code of."""
    written = token.upper() if len(token) == CODE and token.istitle() else token  # `Ca` for California
    code = gazetteer.region_codes.get(written) or (gazetteer.region_codes.get("DC") if key == "d c" else None)
    if code and country in {None, code.country} and (before or (country and token not in _RATHER_ELSE)):
        beside = any(country_named(word, gazetteer) == code.country for word in before)
        # a town we don't know, in what can only be a state (Falconer, NY), or is rarely the country: Blue Bell, PA
        only = token.isupper() and (written not in gazetteer.country_codes or _is_rather_state(code, before, gazetteer))
        only = only and not any(is_code(word) and word in gazetteer.region_codes for word in before)
        # "Perth, WA", "Utrecht, UT"
        only = only and not any(_is_large(word, gazetteer) for word in before)
        if country or beside or only or stands_in(before, code.country, code, gazetteer):
            return code
    for region in gazetteer.regions.get(key, ()):
        if region.stands_alone and country in {None, region.country} and (before or key not in _RATHER_CITY):
            return region if region.country != "GB" else None
    return None


def _is_large(name: str, gazetteer: Gazetteer) -> bool:
    """Whether a name is that of a large city: beside the code of a state in which there is none, it is that city rather."""
    return any(city.population >= LARGE for city in gazetteer.named(place_key(name)))


def _division(key: str, before: list[str], country: str | None, gazetteer: Gazetteer) -> Region | None:
    """Return the division of another country: a place that stands before it lies in it, or none is there that it could be."""
    found = [r for r in gazetteer.regions.get(key, ()) if not r.stands_alone and country in {None, r.country}]
    if not found:
        return None
    # "Mexico - Mexico City": a country's name is often that of its capital
    before = [token for token in before if country_named(token, gazetteer) is None]
    beside = next((region for region in found if stands_in(before, region.country, region, gazetteer)), None)
    if beside or len(found) != 1 or gazetteer.named(key):
        return beside
    (region,) = found
    if country:
        return None if any(gazetteer.named_in(place_key(token), country) for token in before) else region
    return region if not before and region.country in _KNOWN_FOR_DIVISIONS and len(key) >= _LONG_NAME else None


def _is_rather_state(state: Region, before: list[str], gazetteer: Gazetteer) -> bool:
    """Tell PA for Pennsylvania from PA for Panama; a village in Canada has its province beside it, as one in California."""
    if state.country != "US" or state.admin in _RATHER_ELSE:
        return False
    smallest = KNOWN_TOWN if state.admin == "CA" else 0
    return not any(has_town(token, state.admin, gazetteer, smallest) for token in before)


def _may_stand_in(tokens: list[str], code: str, country: str, gazetteer: Gazetteer) -> bool:
    """Whether a code behind `tokens` is their country: a city says so, or none is known and the code is no word of the trade."""
    if stands_in(tokens, country, None, gazetteer):
        return True
    # EST is a time, PER and COM are words
    if len(code) > CODE:
        return False
    # "ON, CA"
    if any(gazetteer.region_codes[token].country == country for token in tokens if token in gazetteer.region_codes):
        return True
    known = any(gazetteer.named(place_key(token)) for token in tokens)
    return bool(tokens) and not known and country not in _CODES_AND_WORDS and country not in gazetteer.region_codes


def _is_bigger_city(key: str, country: str, before: list[str], gazetteer: Gazetteer) -> bool:
    """A city state's name stands for the city; Luxembourg after a city is the country."""
    return country in _CITY_STATES and not before and bool(gazetteer.named(key))
