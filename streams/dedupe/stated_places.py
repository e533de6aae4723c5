"""The stated places of an ad, in a form in which two of them can be compared: by city, by country, by wording."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import NamedTuple

from streams.dedupe.codes import MOST_CODES, Codes, beginning, codes, hash_of
from streams.dedupe.texts import words
from streams.dedupe.vocabulary import CALLED, EVERYWHERE, VAGUE_PLACE_WORDS

_CODE = 2
# in words; a wording may be a text of thousands
_LONGEST_NAME = 20

Parts = tuple[bytes, ...]


class Stated(NamedTuple):
    """What of the stated places of an ad tells whether another one may be at one of them: see `Content`."""

    wordings: Codes
    cities: Codes
    names: Codes
    countries: Codes


@dataclass(frozen=True, slots=True)
class Places:
    """The stated places of an ad.

    `wordings` are they as stated, `cities` the city of each, `names` all by which it may be called, `countries` those that are
    known, and `words` the beginnings of their words. `first_words` are the words of each one's first part.
    """

    stated: tuple[str, ...]
    wordings: Codes
    cities: Codes
    names: Codes
    countries: Codes
    words: Codes
    first_words: frozenset[bytes]


@lru_cache(maxsize=16_384)
def read_places(stated: tuple[str, ...]) -> Places:
    """Return the places with these wordings; one that is only "remote" or a large country has no city, "SF" is San Francisco."""
    wordings = sorted({place.strip().casefold() for place in stated if place.strip()})
    # of more places than are kept it can't be told which are the same
    whole = [_parts(wording) for wording in wordings] if len(wordings) <= MOST_CODES else []
    said = [kept for parts in whole if (kept := tuple(part for part in parts if part.decode() not in EVERYWHERE))]
    # behind a comma "LA" is a state
    places = [(CALLED.get(place[0], place[0]), *place[1:]) for place in said]
    return Places(
        stated=tuple(wordings),
        wordings=codes(hash_of(wording.encode()) for wording in wordings),
        cities=codes(hash_of(_city(place)) for place in places),
        names=codes(hash_of(name) for place in places for name in _names(place)),
        countries=codes(hash_of(country.encode()) for parts in whole if parts and (country := _country(parts))),
        words=codes(beginning(word) for place in (*said, *places) for part in place for word in part.split()),
        first_words=frozenset(word for place in said for word in place[0].split()),
    )


def _parts(stated: str) -> Parts:
    parts = (b" ".join(_telling(words(part))) for part in stated.split(","))
    return tuple(part for part in parts if part)


def _telling(part: list[bytes]) -> Iterator[bytes]:
    # a number behind a name is a postal code; one before it makes a street
    first = part[0] if len(part) > 1 else b""
    return (word for word in part if word not in VAGUE_PLACE_WORDS and (word is first or not word.isdigit()))


def _city(place: Parts) -> bytes:
    # what is longer than a code, and no street
    longer = [part for part in place if len(part) > _CODE]
    return next((part for part in longer if not _has_digit(part)), longer[0] if longer else place[-1])


def _names(place: Parts) -> Iterable[bytes]:
    """Return by what its city may be called: "london south" is London, too, and Manhattan before New York is New York."""
    city = _city(place)
    yield city
    parts = city.split(maxsplit=_LONGEST_NAME)
    yield from (b" ".join(parts[:count]) for count in range(min(len(parts) - 1, _LONGEST_NAME), 0, -1))
    yield from place[1:-1]


def _country(parts: Parts) -> str | None:
    """Return the country of the first part's city, or else the only one, or the United States, that the last part may name."""
    gazetteer = _gazetteer()
    of_city, last = gazetteer.cities.get(parts[0]), gazetteer.regions.get(parts[-1], ())
    if of_city in last or not last:
        return of_city
    if len(last) == 1:
        return last[0]
    return "us" if "us" in last and len(parts) > 1 else None


def _has_digit(part: bytes) -> bool:
    return any(byte in b"0123456789" for byte in part)


@lru_cache(maxsize=1)
def known_cities() -> frozenset[int]:
    """Return the codes of the names of large cities, as `Places.names` has them."""
    return frozenset(map(hash_of, {*_gazetteer().named, *CALLED.values()}))


@dataclass(frozen=True, slots=True)
class _Gazetteer:
    """The country of a city, and the countries that a country's or a state's name or code may stand for.

    `named` has cities of which several countries have one, too.
    """

    named: frozenset[bytes]
    cities: dict[bytes, str]
    regions: dict[bytes, tuple[str, ...]]


@lru_cache(maxsize=1)
def _gazetteer() -> _Gazetteer:
    lines = files("streams.dedupe.data").joinpath("places.tsv").read_text("utf-8").rstrip("\n").split("\n")
    rows = [line.split("\t") for line in lines]
    return _Gazetteer(
        named=frozenset(name.encode() for kind, name, _ in rows if kind == "city"),
        cities={name.encode(): country for kind, name, country in rows if kind == "city" and country},
        regions={name.encode(): tuple(countries.split()) for kind, name, countries in rows if kind == "region"},
    )
