"""Where the work is: each place with country, coordinates and GeoNames id."""

import re
from collections.abc import Iterable

from schemas.posting import Location, Origin, Posting
from streams.enrich.base import Enricher, Fields
from streams.enrich.places import Reading
from streams.enrich.resources import Resources
from streams.enrich.stated import heading_of

MOST_LOCATIONS = 50
_SEGMENTS = re.compile(r"\s*(?:[|•·¦()\[\]]|\s[-–—]\s|//|:\s|(?<=\w{3})\.\s)\s*")
_IN = re.compile(
    r"\b(?:in|at|an|near) (?:our |the |downtown |central |sunny |lovely )*([A-Z][\w.]+(?: [A-Z][\w.]+){0,3}(?:, ?[A-Z]{2}\b)?)"
)
_LONGEST_SEGMENT = 80
# No place needs more, and patterns that split it must not meet a page of text.
_LONGEST_WORDING = 300
_TEXT_CONFIDENCE = 0.8
# In running text a bare city must be well known, and no word of the trade.
_BARE_CITY_POPULATION = 100_000
# "Acme, Boulder, CO, Techstars 2015"
_STRAY_WORDS = 2
_WORDS = frozenset({"mobile", "reading", "enterprise", "bath", "nice", "orange", "university", "start", "data", "van", "most"})


def enrich(posting: Posting, resources: Resources) -> Fields:
    """Return the posting's places: those of its fields and, where none of them is known, those that title or heading name."""
    stated = [located for location in posting.locations for located in _located(location, resources)]
    if not any(place.country for place in stated):
        stated += _from_heading(posting, resources)
    return {"locations": _unique(stated)}


def countries_of(posting: Posting, resources: Resources) -> set[str]:
    """Return the countries of the posting's stated places, as far as they are known."""
    return {found.country for stated in posting.locations for found in _located(stated, resources) if found.country}


def _located(location: Location, resources: Resources) -> Iterable[Location]:
    if len(location.raw) > _LONGEST_WORDING:
        return [location.model_copy(update={"confidence": 0.0})]
    wording = ", ".join(p for p in (location.city, location.region, location.country) if p) if location.city else ""
    if not wording:
        return [_merged(location, r) for r in resources.places(_with_country(location))]
    readings = resources.places(wording)
    if len(readings) == 1 and readings[0].city is not None:
        return [_merged(location, readings[0])]
    return [_merged(location, r) for r in resources.places(location.raw)][:1] or [location]


def _with_country(location: Location) -> str:
    if location.country is None or location.raw.endswith(location.country):
        return location.raw
    return f"{location.raw}, {location.country}"


def _merged(location: Location, reading: Reading, trust: float = 1.0) -> Location:
    """What the source states stays; what is derived fills the gaps."""
    city = reading.city
    if location.country and reading.country != location.country:
        return location
    if reading.country is None:
        return location.model_copy(update={"confidence": location.confidence if location.country else 0.0})
    point = (location.latitude, location.longitude)
    if location.latitude is None and city is not None:
        point = (city.latitude, city.longitude)
    return Location(
        raw=reading.raw if reading.raw in location.raw else location.raw,
        city=location.city or (city.name if city else None),
        region=location.region or reading.region,
        country=reading.country,
        latitude=point[0],
        longitude=point[1],
        geonames_id=city.geonames_id if city else None,
        origin=location.origin,
        confidence=round(reading.confidence * trust, 2),
    )


def _from_heading(posting: Posting, resources: Resources) -> list[Location]:
    for text, origin in ((posting.title[:_LONGEST_WORDING], Origin.TITLE), (heading_of(posting.description), Origin.TEXT)):
        found = _in_segments(text, resources) or [r for m in _IN.findall(text) for r in resources.places(m) if _is_sure(r)]
        if found:
            return [_merged(Location(raw=r.raw, origin=origin, confidence=0.0), r, _TEXT_CONFIDENCE) for r in found]
    return []


def _in_segments(text: str, resources: Resources) -> list[Reading]:
    segments = [s for s in _SEGMENTS.split(text) if s and len(s) <= _LONGEST_SEGMENT]
    found = [(at, r) for at, segment in enumerate(segments) for r in resources.places(segment) if _is_sure(r)]
    # what comes first is mostly the employer, and employers are named after cities
    return [r for at, r in found if at > 0 or r.qualified]


def _is_sure(reading: Reading) -> bool:
    if reading.qualified:
        return reading.leftover <= _STRAY_WORDS
    if not reading.known or reading.leftover:
        return False
    city = reading.city
    return city is None or (city.population >= _BARE_CITY_POPULATION and reading.raw.lower() not in _WORDS)


def _unique(locations: Iterable[Location]) -> list[Location]:
    """Return each place once: the one that says more stays."""
    kept: dict[object, Location] = {}
    for location in locations:
        kept.setdefault(location.geonames_id or (location.raw, location.country), location)
    return list(kept.values())[:MOST_LOCATIONS]


ENRICHER = Enricher("location", "2", ("locations",), enrich)
