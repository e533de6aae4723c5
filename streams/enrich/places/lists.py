"""Names in a row: which of them qualify others, and which are a list of countries, cities or states."""

from streams.enrich.places.gazetteer import Gazetteer, Region
from streams.enrich.places.key import place_key
from streams.enrich.places.known import (
    CITY_OR_STATE,
    LARGER_CITY,
    country_named,
    has_town,
    is_code,
    stands_in,
    without_owner,
)

# So large that its name is hardly that of a village in the state of New York.
_FAR_LARGER = 500_000
_PAIR = 2
_LISTED_CITIES = frozenset({"SG", "HK"})
_NEVER_STRAY = CITY_OR_STATE | {LARGER_CITY, "dc", "d c"}


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
        return (at == 0 or len(tokens) > _PAIR) and not stands_in(before, country, None, gazetteer)
    if place_key(token) != LARGER_CITY:
        return False
    state = gazetteer.region_codes["NY"]
    if not before or not stands_in(before[-1:], state.country, state, gazetteer):
        return True
    (best_known, *_) = (*gazetteer.find(place_key(before[-1])).cities, None)
    if best_known is None or best_known.admin == state.admin or any(country_named(each, gazetteer) for each in tokens):
        return False
    return len(tokens) > _PAIR or (best_known.country == state.country and best_known.population >= _FAR_LARGER)


def stray_state(token: str, tokens: list[str], gazetteer: Gazetteer) -> Region | None:
    """Return the state that `token` names, if it can be nothing else and none of the cities beside it lies there."""
    key = place_key(token)
    if token in gazetteer.country_codes or country_named(token, gazetteer) or key in _NEVER_STRAY:
        return None
    named = next((r for r in gazetteer.regions.get(key, ()) if r.stands_alone), None)
    state = gazetteer.region_codes.get(token) or named
    around = (city for other in tokens if other != token for city in gazetteer.find(place_key(other)).cities)
    return state if state and not any((city.country, city.admin) == (state.country, state.admin) for city in around) else None


def countries_listed(tokens: list[str], gazetteer: Gazetteer) -> list[str]:
    """Return the countries that all tokens name, one each; none where one may be a city or state in another: `Peru, US`."""
    found = list[str]()
    for token in tokens:
        country = country_named(token, gazetteer)
        if country is None:
            return []
        found.append(country)
    if len(set(found)) < len(found) or len(without_owner(tokens, gazetteer)) < len(tokens):
        return []
    if len(found) > _PAIR:
        return found
    first, second = tokens
    inside = has_town(first, found[1], gazetteer) or has_town(second, found[0], gazetteer)
    is_state = any(region.stands_alone for token in tokens for region in gazetteer.regions.get(place_key(token), ()))
    return [] if is_state or inside else found
