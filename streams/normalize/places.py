"""Places of work as sources state them; what they are on a map is derived later."""

import math
import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from schemas.posting import Location
from streams.normalize.countries import country_code, country_named
from streams.normalize.text import text_of, unescaped

_REMOTE = re.compile(r"\bremote\b", re.IGNORECASE)
_SEPARATOR = re.compile(r"[|;•]")
_NOTHING = (None, None, None)
# What systems write into a part of an address that nobody filled in.
_UNSTATED = frozenset({"unavailable", "n/a", "null", "undefined"})
# How one works, where an address has its city or state.
_NO_PLACE = frozenset({"remote", "virtual", "hybrid", "anywhere", "worldwide", "work from home"})
# Parts of the world, into which career sites group their places; a region is a part of a country.
_NO_REGION = _NO_PLACE | {
    "europe", "asia", "africa", "oceania", "north america", "south america", "latin america", "emea", "apac", "nordics",
}  # fmt: skip


def places(*values: Any) -> list[Location]:
    """Return one location per place that the texts name, in order, each once; "A | B" and "A; B" name two."""
    found = (part for value in values for text in _texts(value) for part in _SEPARATOR.split(text))
    return unique(Location(raw=raw) for raw in map(_stated, found) if raw)


def place(
    raw: Any = None,
    *,
    city: Any = None,
    region: Any = None,
    country: Any = None,
    code: Any = None,
    point: tuple[Any, Any] = (None, None),
) -> Location | None:
    """Return a location from its parts, None where there is none.

    `code` is an ISO 3166-1 code of two or three letters, in any case. Without one, it is that of the country's name: a city alone
    may be that of another country. "UNAVAILABLE" is no part of a place, and "Remote" is a wording of it, but no city or state.
    """
    parts = [_stated(part) for part in (city, region, country)]
    named = _stated(raw) or ", ".join(dict.fromkeys(part for part in parts if part)) or _stated(code)
    if named is None:
        return None
    latitude, longitude = _degrees(point[0], 90), _degrees(point[1], 180)
    # nobody works at zero degrees north and east: a form's fields were empty
    if latitude is None or longitude is None or latitude == longitude == 0:
        latitude = longitude = None
    return Location(
        raw=named,
        city=_somewhere(parts[0], _NO_PLACE),
        region=_somewhere(parts[1], _NO_REGION),
        country=country_code(code) or country_named(parts[2]),
        latitude=latitude,
        longitude=longitude,
    )


def unique(locations: Iterable[Location | None]) -> list[Location]:
    """Return the locations that are some, in order, each once: of one wording those whose city, region or country is another."""
    kept: dict[str, dict[tuple[str | None, ...], Location]] = {}
    for location in locations:
        if location is None:
            continue
        alike = kept.setdefault(location.raw.casefold(), {})
        said = (location.city, location.region, location.country)
        if any(said):
            alike.pop(_NOTHING, None)
            alike.setdefault(said, location)
        elif not alike:
            alike[_NOTHING] = location
    return [location for alike in kept.values() for location in alike.values()]


def are_remote(locations: Sequence[Location]) -> bool:
    """Return whether there are places, and all are worded as remote ones: "US-Remote", "Remote - US"."""
    return bool(locations) and all(_REMOTE.search(location.raw) for location in locations)


def _somewhere(part: str | None, nowhere: frozenset[str]) -> str | None:
    return None if part and part.casefold() in nowhere else part


def _stated(part: Any) -> str | None:
    """Return the words of a part; None for one without a letter, as ", " is between a city and a state that are not there."""
    text = text_of(part)
    return text if text and text.casefold() not in _UNSTATED and any(map(str.isalnum, text)) else None


def _texts(value: Any) -> list[str]:
    if isinstance(value, list):
        return [text for item in value for text in _texts(item)]
    if isinstance(value, Mapping):
        return _texts(value.get("name") or value.get("location"))
    return [unescaped(value)] if isinstance(value, str) else []


def _degrees(value: Any, limit: int) -> float | None:
    try:
        degrees = float(value)
    except (TypeError, ValueError, OverflowError):
        return None
    return degrees if math.isfinite(degrees) and abs(degrees) <= limit else None
