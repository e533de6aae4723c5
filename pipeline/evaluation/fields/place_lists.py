"""Truths about several places: those that a reader found in headings, and lists of places put into one wording."""

import re
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from zlib import crc32

from pipeline.evaluation.base import Case, Field, Marks, Truth, mark_set
from pipeline.evaluation.fields.locations import NEAR_KM, Point, distance_km, located, point, us_states
from pipeline.evaluation.read import as_stated, read_cases
from pipeline.evaluation.sets import Row, rows
from schemas.posting import DeduplicatedPosting
from streams.enrich import location
from streams.enrich.base import Fields
from streams.enrich.places.key import place_key
from streams.enrich.places.one import Reading
from streams.enrich.resources import Resources
from streams.enrich.stated import heading_of

# The key of a city, and its state in the US, elsewhere its country.
Named = tuple[str, str]
Shown = Callable[[DeduplicatedPosting], str]
_JOINTS = ("; ", " / ", " or ", " & ")
_COUNTRIES = {"UK": "GB", "Canada": "CA"}
_SEPARATORS = re.compile(r"[|,/&()]| - | or ")
_LONGEST_PART = 60


def points(fields: Fields) -> list[Point]:
    """Return where all places with coordinates are."""
    return [found for found in map(point, fields["locations"]) if found]


def countries(fields: Fields) -> frozenset[str]:
    """Return the countries of all places."""
    return frozenset(place.country for place in fields["locations"] if place.country)


def names(fields: Fields) -> list[Named]:
    """Return the name of each place, as the lists have it."""
    places = [place for place in fields["locations"] if place.country]
    return [(place_key(place.city or ""), (place.country == "US" and place.region) or place.country) for place in places]


def mark_all_near(truth: Sequence[Point], said: Sequence[Point]) -> Marks:
    """Compare lists of points: one is found, or right, when the other list has one within 50 km."""
    found = sum(any(distance_km(place, other) <= NEAR_KM for other in said) for place in truth)
    right = sum(any(distance_km(place, other) <= NEAR_KM for other in truth) for place in said)
    return Marks(len(truth), found, len(said), right)


def mark_names(truth: frozenset[Named], said: Sequence[Named]) -> Marks:
    """Compare lists of cities within states or countries; one may be called `New York` or `New York City`."""
    found = sum(any(_is_same(place, other) for other in said) for place in truth)
    right = sum(any(_is_same(place, other) for place in truth) for other in said)
    return Marks(len(truth), found, len(said), right)


def _is_same(one: Named, other: Named) -> bool:
    short, long = sorted((one[0], other[0]), key=len)
    return one[1] == other[1] and bool(short) and long.startswith(short)


def _lists(data: Path, *, name: str) -> Iterator[Case]:
    """Yield a case for each list of places, all with their state or country, as one wording."""
    for row in rows(data, name):
        listed = [_named(wording) for wording in row.get("locations") or ()]
        truth = frozenset(filter(None, listed))
        if len(truth) > 1 and all(listed):
            joint = _JOINTS[crc32(row["id"].encode()) % len(_JOINTS)]
            yield Case(row["id"], located(row["id"], joint.join(row["locations"])), truth)


def _named(wording: str) -> Named | None:
    city, *where = wording.split(", ")
    found = (us_states() | _COUNTRIES).get(where[-1]) if where else None
    return (place_key(city), found) if found else None


def cities_read(read: Row) -> tuple[Point, ...] | None:
    """Return where the cities are that were read, None where the reader could not tell."""
    places = read["places"]
    return None if places is None else tuple((p["latitude"], p["longitude"]) for p in places if "latitude" in p)


def countries_read(read: Row) -> frozenset[str] | None:
    """Return the countries of the places that were read, None where they may be those that remote work is bound to."""
    is_told = read["places"] is not None and read["scope"] == []
    return frozenset(place["country"] for place in read["places"]) if is_told else None


def plain_points(posting: DeduplicatedPosting, resources: Resources, *, read: Shown) -> list[Point]:
    """Return where the largest city of each part's name is, in what `read` gives of the posting."""
    return [(r.city.latitude, r.city.longitude) for r in _parts(read(posting), resources) if r.city]


def plain_countries(posting: DeduplicatedPosting, resources: Resources, *, read: Shown) -> frozenset[str]:
    """Return the countries of those cities."""
    return frozenset(r.country for r in _parts(read(posting), resources) if r.country)


def plain_names(posting: DeduplicatedPosting, _: Resources) -> list[Named]:
    """Return what stands between semicolons, where it ends with a state or country."""
    return [named for named in map(_named, posting.locations[0].raw.split("; ")) if named]


def _heading(posting: DeduplicatedPosting) -> str:
    return heading_of(posting.description)


def _parts(text: str, resources: Resources) -> Iterator[Reading]:
    """Yield what each part of `text` is read as, a part between bars, commas and brackets."""
    for part in map(str.strip, _SEPARATORS.split(text)):
        if 0 < len(part) < _LONGEST_PART:
            yield resources.places(part)[0]


_READ = "headings read by a language model"
CITIES = Field(
    name="locations: cities of headings",
    of="locations",
    enricher=location.ENRICHER,
    answer=points,
    mark=mark_all_near,
    truths=(Truth("hn_read", f"{_READ}; within 50 km", partial(read_cases, name="places", form=cities_read, shown=as_stated)),),
    plain=partial(plain_points, read=_heading),
    plain_is="the largest city of each part's name",
    score="F1",
)
COUNTRIES = Field(
    name="locations: countries of headings",
    of="locations",
    enricher=location.ENRICHER,
    answer=countries,
    mark=mark_set,
    truths=(
        Truth(
            "hn_read",
            f"{_READ}; those that bind remote work are left out",
            partial(read_cases, name="places", form=countries_read, shown=as_stated),
        ),
    ),
    plain=partial(plain_countries, read=_heading),
    plain_is="the country of the largest city of each part's name",
    score="F1",
)
LISTS = Field(
    name="locations: several places",
    of="locations",
    enricher=location.ENRICHER,
    answer=names,
    mark=mark_names,
    truths=(
        Truth("simplify_summer2025", "lists of `City, State` as one wording, joined by a semicolon, a slash, `or` or `&`",
              partial(_lists, name="simplify_summer2025")),
        Truth("simplify_newgrad", "the same", partial(_lists, name="simplify_newgrad")),
    ),
    plain=plain_names,
    plain_is="what stands between semicolons",
    score="F1",
)  # fmt: skip
