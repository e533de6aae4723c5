"""The stated places of an ad, in a form in which two of them can be compared: by city, by whatever names them, by wording."""

from dataclasses import dataclass
from functools import lru_cache

from streams.dedupe.codes import Codes, beginning, codes, hash_of
from streams.dedupe.texts import words
from streams.dedupe.vocabulary import EVERYWHERE, VAGUE_PLACE_WORDS

_CODE = 2


@dataclass(frozen=True, slots=True)
class Places:
    """The stated places of an ad.

    `wordings` are they as stated, `cities` the city of each, `parts` all that names it, from city to country, and `words` the
    beginnings of their words. `first_words` are the words of each one's first part.
    """

    stated: tuple[str, ...]
    wordings: Codes
    cities: Codes
    parts: Codes
    words: Codes
    first_words: frozenset[bytes]


@lru_cache(maxsize=16_384)
def read_places(stated: tuple[str, ...]) -> Places:
    """Return the places with these wordings; one that is only "remote" or a large country has no city."""
    wordings = sorted({place.strip().casefold() for place in stated if place.strip()})
    places = [parts for parts in map(_place_parts, wordings) if parts]
    cities = [city for place in places for city in _names_of(_city(place))]
    return Places(
        stated=tuple(wordings),
        wordings=codes(hash_of(wording.encode()) for wording in wordings),
        cities=codes(map(hash_of, (_city(place) for place in places))),
        parts=codes(map(hash_of, [*cities, *(part for place in places for part in place)])),
        words=codes(beginning(word) for place in places for part in place for word in part.split()),
        first_words=frozenset(word for place in places for word in place[0].split()),
    )


def _place_parts(stated: str) -> tuple[bytes, ...]:
    parts = (b" ".join(w for w in words(part) if not w.isdigit() and w not in VAGUE_PLACE_WORDS) for part in stated.split(","))
    return tuple(part for part in parts if part and part.decode() not in EVERYWHERE)


def _city(place: tuple[bytes, ...]) -> bytes:
    # a street may stand before the city: what is longer than a code
    return next((part for part in place if len(part) > _CODE), place[-1])


def _names_of(city: bytes) -> list[bytes]:
    """Return the names of a city, longest first: "london south" is London, too."""
    parts = city.split()
    return [b" ".join(parts[:count]) for count in range(len(parts), 0, -1)]
