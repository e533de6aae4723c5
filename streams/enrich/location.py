"""Where the work is: each place with country, coordinates and GeoNames id."""

import re
from collections.abc import Callable, Iterable, Iterator

from schemas.derived import Origin
from schemas.posting import Location, Posting
from streams.enrich.base import Enricher, Fields
from streams.enrich.places.likely_countries import countries_of_domains, countries_of_language
from streams.enrich.places.one import Reading
from streams.enrich.resources import Resources
from streams.enrich.stated import heading_of

MOST_LOCATIONS = 50
# Patterns that begin with a class of characters are looked for several times as fast.
_SEGMENTS = re.compile(r"[|•·¦➡→»()\[\]\s/:.](?:(?<=[|•·¦➡→»()\[\]])|(?<=\s)[-–—]{1,3}\s|(?<=/)/|(?<=:)\s|(?<=\w{3}\.)\s)\s*")
_BARS = frozenset("|¦•➡→")
_IN = re.compile(
    r"[ian](?<!\w.)(?:(?<=i)n|(?<=a)[tn]|(?<=n)ear) (?:our |the |downtown |central |sunny |lovely )*"
    r"([A-Z][\w.]+(?: [A-Z][\w.]+){0,3}(?:, ?[A-Z]{2}\b)?)"
)
_LONGEST_SEGMENT = 80
# No place needs more, and patterns that split it must not meet a page of text.
_LONGEST_WORDING = 300
_LONGEST_LIST = 2_000
_LISTED = re.compile(r"[;|/&•]")
_TEXT_CONFIDENCE = 0.8
# In running text a bare city must be well known, and no word of the trade.
_BARE_CITY_POPULATION = 100_000
# Alone at the front of a heading that names no other place.
_LARGE_CITY = 300_000
# "Acme, Boulder, CO, Techstars 2015"
_STRAY_WORDS = 2
# A name that is that of several places of a size.
_IN_DOUBT = 0.65
_WORDS = frozenset({"mobile", "reading", "enterprise", "bath", "nice", "orange", "university", "start", "data", "van", "most"})


def enrich(posting: Posting, resources: Resources) -> Fields:
    """Return the posting's places: those of its fields and, where none of them is known, those that title or heading name.

    Where a name is that of several places, the posting's other places decide, then its employer's domain, then its language.
    """
    found = _found(posting, resources, frozenset())
    if any(0 < place.confidence < _IN_DOUBT for place in found):
        favoured = _favoured(posting, found, resources)
        found = _found(posting, resources, favoured) if favoured else found
    return {"locations": _unique(found)}


def countries_of(posting: Posting, resources: Resources) -> set[str]:
    """Return the countries of the posting's stated places, as far as they are known."""
    return {place.country for stated in posting.locations for place in _located(stated, resources, frozenset()) if place.country}


def _found(posting: Posting, resources: Resources, favoured: frozenset[str]) -> list[Location]:
    stated = [located for location in posting.locations for located in _located(location, resources, favoured)]
    if any(place.city or place.geonames_id for place in stated):
        return stated
    if not any(place.country for place in stated):
        return stated + _from_heading(posting, resources, favoured)
    # "Manchester & London | UK": the field has the part that is surest
    if _BARS.isdisjoint(heading_of(posting.description)):
        return stated
    return stated + [place for place in _from_heading(posting, resources, favoured) if place.city]


def _favoured(posting: Posting, found: Iterable[Location], resources: Resources) -> frozenset[str]:
    """Return the countries in which the posting's places rather are."""
    sure = frozenset(place.country for place in found if place.country and place.confidence >= _IN_DOUBT)
    return sure or countries_of_domains(posting) or countries_of_language(posting, resources)


def _located(location: Location, resources: Resources, favoured: frozenset[str]) -> Iterable[Location]:
    if _is_long(location.raw):
        # the text may run on behind the place
        first, _, text = location.raw.partition("\n")
        if not text or _is_long(first):
            return [location.model_copy(update={"confidence": 0.0})]
        location = location.model_copy(update={"raw": first.strip()})
    # arguments without their names are looked up in half the time
    if not location.city:
        return [_merged(location, reading) for reading in resources.places(location.raw, location.country, favoured)]
    named = ", ".join(part for part in (location.city, location.region) if part)
    readings = resources.places(named, location.country, favoured)
    if len(readings) == 1 and readings[0].city is not None:
        return [_merged(location, readings[0])]
    readings = resources.places(location.raw, location.country, favoured)
    return [_merged(location, reading) for reading in readings][:1] or [location]


def _is_long(raw: str) -> bool:
    if len(raw) <= _LONGEST_WORDING:
        return False
    return len(raw) > _LONGEST_LIST or any(len(part) > _LONGEST_WORDING for part in _LISTED.split(raw))


def _merged(location: Location, reading: Reading, trust: float = 1.0) -> Location:
    """What the source states stays; what is derived fills the gaps."""
    city = reading.city
    if location.country and (reading.country != location.country or not (city or reading.region)):
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


def _from_heading(posting: Posting, resources: Resources, favoured: frozenset[str]) -> list[Location]:
    def places(raw: str) -> Iterable[Reading]:
        return resources.places(raw, None, favoured)

    for text, origin in _headings(posting):
        parted = _in_segments(text, places)
        found = parted or _in_sentence(text, places)
        # the segment may be a sentence, which names more
        if parted and (any(r.leftover for r in found) or not any(r.city for r in found)):
            said = {r.raw for r in found if r.city}
            found += [r for r in _in_sentence(text, places) if r.city and not any(r.raw in other for other in said)]
        if found:
            return [_merged(Location(raw=r.raw, origin=origin, confidence=0.0), r, _TEXT_CONFIDENCE) for r in found]
    return []


def _headings(posting: Posting) -> Iterator[tuple[str, Origin]]:
    """Yield title and heading; not the title where it is the heading cut off: `New York, San…` is not in San, Mali."""
    title, heading = posting.title[:_LONGEST_WORDING], heading_of(posting.description)
    if not (title.endswith("…") and heading.startswith(title[:-1])):
        yield title, Origin.TITLE
    yield heading, Origin.TEXT


def _in_sentence(text: str, places: Callable[[str], Iterable[Reading]]) -> list[Reading]:
    return [reading for name in _IN.findall(text) for reading in places(name) if _is_sure(reading)]


def _in_segments(text: str, places: Callable[[str], Iterable[Reading]]) -> list[Reading]:
    segments = [s for s in segments_of(text) if s and len(s) <= _LONGEST_SEGMENT]
    found = [(at, r) for at, segment in enumerate(segments) for r in places(segment) if _is_sure(r)]
    # what comes first is mostly the employer, and employers are named after cities
    later = [r for at, r in found if at > 0 or r.qualified]
    if any(r.city for r in later) or len(segments) == 1:
        return later
    return [r for r in (r for _, r in found) if r in later or (r.city and r.city.population >= _LARGE_CITY)]


def segments_of(text: str) -> list[str]:
    """Return what stands between the signs that part a heading, without space around the signs."""
    *parted, last = _SEGMENTS.split(text)
    return [*map(str.rstrip, parted), last]


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


ENRICHER = Enricher("location", "6", ("locations",), enrich)
