"""What a name stands for and where it lies, as the gazetteer has it: a code, a country, a town in a country or division."""

from streams.enrich.places.gazetteer import Gazetteer, Region
from streams.enrich.places.key import place_key

# Alone, as much a state as a city at the other end of the country.
CITY_OR_STATE = frozenset({"washington"})
# A smaller town is told by what stands around it only.
KNOWN_TOWN = 5_000
# Larger ones are known by their name alone.
LARGE = 100_000
CODE, _CODES = 2, 3
_NO_WORDS = frozenset({"usa", "uae"})
# Cities as often as what is around them; alone, any other name of a state is the state's.
LARGER_CITY = "new york"
# Countries of their own, by what they are called, whose name stands beside that of the state that they belong to.
_OWNERS = {
    "puerto rico": "US", "pr": "US", "guam": "US", "gu": "US", "u s virgin islands": "US", "hong kong": "CN",
    "hong kong sar": "CN", "hk": "CN", "macau": "CN", "macao": "CN",
}  # fmt: skip


def is_code(token: str) -> bool:
    """Whether a token may be a code: two capital letters."""
    return token.isupper() and len(token) == CODE


def country_named(token: str, gazetteer: Gazetteer) -> str | None:
    """Return the code of the country that `token` is the name of."""
    key = place_key(token)
    country = gazetteer.countries.get(key)
    # `us` is a word, `US` a country
    is_word = country and len(key.replace(" ", "")) <= _CODES and not token.isupper() and key not in _NO_WORDS
    return None if is_word else country


def without_owner(tokens: list[str], gazetteer: Gazetteer) -> list[str]:
    """Return the tokens without the country to which that of another token belongs: `Hong Kong, China`."""
    owners = {_OWNERS[key] for token in tokens if (key := place_key(token)) in _OWNERS} if len(tokens) > 1 else None
    return [token for token in tokens if country_named(token, gazetteer) not in owners] if owners else tokens


def has_town(name: str, country: str, gazetteer: Gazetteer, smallest: int = KNOWN_TOWN) -> bool:
    """Whether the country has a place of that name with so many people."""
    return any(city.population >= smallest for city in gazetteer.named_in(place_key(name), country))


def stands_in(tokens: list[str], country: str, region: Region | None, gazetteer: Gazetteer) -> bool:
    """Whether a place that a token names is in the country, and in the region where one is given."""
    return any(
        region is None or city.admin == region.admin for token in tokens for city in gazetteer.named_in(place_key(token), country)
    )
