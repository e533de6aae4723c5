"""What stands beside a city and says which one is meant: its country, its state or other division."""

import re

from streams.enrich.gazetteer import Gazetteer, Region
from streams.enrich.place_key import place_key

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
# Alone, as much a state as a city at the other end of the country.
_CITY_OR_STATE = frozenset({"washington"})
# Countries whose divisions people name without the country, and a length that is hardly a word's or a first name's.
_KNOWN_FOR_DIVISIONS = frozenset(["AT", "AU", "BE", "CH", "DE", "ES", "FR", "IN", "IT", "NL", "SE"])
_LONG_NAME = 8
# A smaller town is told by what stands around it only.
_KNOWN_TOWN = 5_000
_CODE, _CODES = 2, 3
_NO_WORDS = frozenset({"usa", "uae"})
# Cities as often as what is around them; alone, any other name of a state is the state's.
_LARGER_CITY = "new york"
# So large that its name is hardly that of a village in the state of New York.
_FAR_LARGER = 500_000
_LISTED_CITIES = frozenset({"SG", "HK"})
_KNOWN_BY_PARTS = frozenset({"US", "GB", "CA"})
_RATHER_CITY = frozenset({_LARGER_CITY, "quebec"})
_NEVER_STRAY = _CITY_OR_STATE | {_LARGER_CITY, "dc", "d c"}
# What is so called beside them is a part of the country or state, if no place has the name: "Northern Virginia", "US East".
_DIRECTIONS = r"(?:(?:north|south)[ -]?)?(?:east|west)(?:ern)?|north(?:ern)?|south(?:ern)?|central|upstate|continental|contiguous"
_DIRECTION = re.compile(rf"^(?:{_DIRECTIONS})(?: coast)? (?:of )?|[ -]+(?:{_DIRECTIONS})(?: coast)?$", re.IGNORECASE)
_DIRECTION_WORDS = (
    "north south east west northern southern eastern western central upstate continental contiguous coast "
    "northeast northwest southeast southwest northeastern northwestern southeastern southwestern"
)
_DIRECTED = frozenset(_DIRECTION_WORDS.split())
# Countries of their own, by what they are called, whose name stands beside that of the state that they belong to.
_OWNERS = {
    "puerto rico": "US", "pr": "US", "guam": "US", "gu": "US", "u s virgin islands": "US", "hong kong": "CN",
    "hong kong sar": "CN", "hk": "CN", "macau": "CN", "macao": "CN",
}  # fmt: skip
_DIVISION = re.compile(r" (?:state|province|prefecture|governorate|oblast|voivodeship|district)$")


def is_code(token: str) -> bool:
    """Whether a token may be a code: two capital letters."""
    return token.isupper() and len(token) == _CODE


def is_qualifier(token: str, gazetteer: Gazetteer) -> bool:
    """Whether `token` names a country, or a state of those known by theirs, whatever stands beside it."""
    if is_code(token):
        return token in gazetteer.region_codes or token in gazetteer.country_codes or token in {"US", "UK"}
    regions = gazetteer.regions.get(place_key(token), ())
    return country_named(token, gazetteer) is not None or any(region.stands_alone for region in regions)


def qualifying_of(tokens: list[str], gazetteer: Gazetteer) -> list[str]:
    """Return the tokens that may qualify others; `New York` behind what is no place in that state is the city."""
    return [t for at, t in enumerate(tokens) if is_qualifier(t, gazetteer) and not _is_large_city(at, tokens, gazetteer)]


def _is_large_city(at: int, tokens: list[str], gazetteer: Gazetteer) -> bool:
    """Whether a token is a city that is called like the country or state around it, and no other token lies there.

    Of New York this is also said behind what is better known elsewhere, in a list, or far better: `Boston, New York`.
    """
    token, before = tokens[at], tokens[:at]
    country = country_named(token, gazetteer)
    if country in _LISTED_CITIES:
        return (at == 0 or len(tokens) > _CODE) and not stands_in(before, country, None, gazetteer)
    if place_key(token) != _LARGER_CITY:
        return False
    state = gazetteer.region_codes["NY"]
    if not before or not stands_in(before[-1:], state.country, state, gazetteer):
        return True
    (best_known, *_) = (*gazetteer.find(place_key(before[-1])).cities, None)
    if best_known is None or best_known.admin == state.admin or any(country_named(each, gazetteer) for each in tokens):
        return False
    return len(tokens) > _CODE or (best_known.country == state.country and best_known.population >= _FAR_LARGER)


def stray_state(token: str, tokens: list[str], gazetteer: Gazetteer) -> Region | None:
    """Return the state that `token` names, if it can be nothing else and none of the cities beside it lies there."""
    key = place_key(token)
    if token in gazetteer.country_codes or country_named(token, gazetteer) or key in _NEVER_STRAY:
        return None
    named = next((r for r in gazetteer.regions.get(key, ()) if r.stands_alone), None)
    state = gazetteer.region_codes.get(token) or named
    around = (city for other in tokens if other != token for city in gazetteer.find(place_key(other)).cities)
    return state if state and not any((city.country, city.admin) == (state.country, state.admin) for city in around) else None


def country_named(token: str, gazetteer: Gazetteer) -> str | None:
    """Return the code of the country that `token` is the name of."""
    key = place_key(token)
    country = gazetteer.countries.get(key)
    # `us` is a word, `US` a country
    is_word = country and len(key.replace(" ", "")) <= _CODES and not token.isupper() and key not in _NO_WORDS
    return None if is_word else country


def countries_listed(tokens: list[str], gazetteer: Gazetteer) -> list[str]:
    """Return the countries that all tokens name, one each; none where one may be a city or state in another: `Peru, US`."""
    found = list[str]()
    for token in tokens:
        country = country_named(token, gazetteer)
        if country is None:
            return []
        found.append(country)
    if len(set(found)) < len(found) or len(_without_owner(tokens, gazetteer)) < len(tokens):
        return []
    if len(found) > _CODE:
        return found
    first, second = tokens
    inside = has_town(first, found[1], gazetteer) or has_town(second, found[0], gazetteer)
    is_state = any(region.stands_alone for token in tokens for region in gazetteer.regions.get(place_key(token), ()))
    return [] if is_state or inside else found


def qualifiers(
    tokens: list[str], gazetteer: Gazetteer, country: str | None = None
) -> tuple[str | None, Region | None, list[str]]:
    """Return the country and region that tokens name, and the tokens that name neither; `country` is the one that is known."""
    region: Region | None = None
    rest: list[str] = []
    tokens = _without_owner(tokens, gazetteer)
    country = country or _first_country(tokens, gazetteer)
    named = ""
    for at in range(len(tokens) - 1, -1, -1):
        token, before = tokens[at], tokens[:at]
        if not before and region is None and country in {None, "US"} and place_key(token) in _CITY_OR_STATE:
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


def _without_owner(tokens: list[str], gazetteer: Gazetteer) -> list[str]:
    """Return the tokens without the country to which that of another token belongs: `Hong Kong, China`."""
    owners = {_OWNERS[key] for token in tokens if (key := place_key(token)) in _OWNERS} if len(tokens) > 1 else None
    return [token for token in tokens if country_named(token, gazetteer) not in owners] if owners else tokens


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
    written = token.upper() if len(token) == _CODE and token.istitle() else token  # `Ca` for California
    code = gazetteer.region_codes.get(written) or (gazetteer.region_codes.get("DC") if key == "d c" else None)
    if code and country in {None, code.country} and (before or (country and token not in _RATHER_ELSE)):
        beside = any(country_named(word, gazetteer) == code.country for word in before)
        # a town we don't know, in what can only be a state (Falconer, NY), or is rarely the country: Blue Bell, PA
        only = token.isupper() and (written not in gazetteer.country_codes or _is_rather_state(code, before, gazetteer))
        only = only and not any(is_code(word) and word in gazetteer.region_codes for word in before)
        if country or beside or only or stands_in(before, code.country, code, gazetteer):
            return code
    for region in gazetteer.regions.get(key, ()):
        if region.stands_alone and country in {None, region.country} and (before or key not in _RATHER_CITY):
            return region if region.country != "GB" else None
    return None


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
    smallest = _KNOWN_TOWN if state.admin == "CA" else 0
    return not any(has_town(token, state.admin, gazetteer, smallest) for token in before)


def has_town(name: str, country: str, gazetteer: Gazetteer, smallest: int = _KNOWN_TOWN) -> bool:
    """Whether the country has a place of that name with so many people."""
    return any(city.population >= smallest for city in gazetteer.named_in(place_key(name), country))


def stands_in(tokens: list[str], country: str, region: Region | None, gazetteer: Gazetteer) -> bool:
    """Whether a place that a token names is in the country, and in the region where one is given."""
    return any(
        region is None or city.admin == region.admin for token in tokens for city in gazetteer.named_in(place_key(token), country)
    )


def _may_stand_in(tokens: list[str], code: str, country: str, gazetteer: Gazetteer) -> bool:
    """Whether a code behind `tokens` is their country: a city says so, or none is known and the code is no word of the trade."""
    if stands_in(tokens, country, None, gazetteer):
        return True
    # EST is a time, PER and COM are words
    if len(code) > _CODE:
        return False
    # "ON, CA"
    if any(gazetteer.region_codes[token].country == country for token in tokens if token in gazetteer.region_codes):
        return True
    known = any(gazetteer.named(place_key(token)) for token in tokens)
    return bool(tokens) and not known and country not in _CODES_AND_WORDS and country not in gazetteer.region_codes


def _is_bigger_city(key: str, country: str, before: list[str], gazetteer: Gazetteer) -> bool:
    """A city state's name stands for the city; Luxembourg after a city is the country."""
    return country in _CITY_STATES and not before and bool(gazetteer.named(key))
