"""Truths about places as systems and boards write them: what a reader found in wordings of all sets, one by one."""

import hashlib
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from pipeline.evaluation.base import Case, Field, Truth, mark_set
from pipeline.evaluation.fields import place_lists
from pipeline.evaluation.fields.locations import Point, located
from pipeline.evaluation.fields.place_lists import countries, mark_all_near, plain_countries, plain_points, points
from pipeline.evaluation.postings import postings
from pipeline.evaluation.read import labels
from pipeline.evaluation.sets import RECORDED, Row, recorded, rows
from schemas.posting import DeduplicatedPosting
from streams.enrich import location

# Recorded answers that list places, also those without texts.
_LISTED: Mapping[str, Sequence[str]] = {
    "adzuna": ("adzuna/adzuna_search.json",),
    "bamboohr": ("bamboohr/careerkit.bamboohr.json",),
    "eightfold": ("eightfold/careerkit.eightfold.json",),
    "oracle": ("oracle/careerkit.oracle_orc.json",),
    "pinpoint": ("pinpoint/careerkit.pinpoint.json",),
    "remotive": ("remotive/remotive_jobs.json",),
    "rippling": ("rippling/careerkit.rippling.json",),
    "smartrecruiters": ("smartrecruiters/careerkit.smartrecruiters.json",),
    "teamtailor": ("teamtailor/careerkit.teamtailor.json",),
    "usajobs": ("usajobs/usajobs_jobs.json",),
    "workable": ("workable/careerkit.workable.json",),
    "workday": ("workday/workday_search.gdit.json",),
}
_SOURCES = {**RECORDED, **_LISTED}
_KEY_LENGTH = 16


def key_of(wording: str) -> str:
    """Return by what a label names a wording, and what decides its half."""
    return hashlib.sha256(wording.encode()).hexdigest()[:_KEY_LENGTH]


def wordings(data: Path, name: str) -> Iterator[str]:
    """Yield every wording of a place in a set, as often as it is there.

    Raises DataAbsent.
    """
    if name == "ats_places":
        yield from (place.raw for _, content in recorded(data, _SOURCES) for place in content.locations)
    elif name == "jobtech_se":
        yield from (place.raw for _, posting in postings(data, name) for place in posting.locations)
    else:
        yield from (wording for row in rows(data, name) for wording in _stated(row) if isinstance(wording, str))


def _stated(row: Row) -> Iterator[Any]:
    yield row.get("location") or row.get("Location")
    listed = row.get("locations")
    yield from listed if isinstance(listed, list) else (listed,)


def cases(data: Path, *, form: Callable[[Row], Any]) -> Iterator[Case]:
    """Yield a case for each wording with a label of which `form` makes a truth, none where that is None.

    Raises DataAbsent.
    """
    of_sets = defaultdict[str, dict[str, Row]](dict)
    for label in labels("wordings"):
        of_sets[label["set"]][label["case"]] = label["truth"]
    for name, found in of_sets.items():
        for wording in dict.fromkeys(wordings(data, name)):
            truth = form(found[key_of(wording)]) if key_of(wording) in found else None
            if truth is not None:
                yield Case(key_of(wording), located(key_of(wording), wording), truth)


def cities_read(read: Row) -> tuple[Point, ...] | None:
    """Return where the cities are that were read, None where the reader could not tell."""
    return None if read.get("cities") == "unsure" else place_lists.cities_read(read)


def countries_read(read: Row) -> frozenset[str]:
    """Return the countries of the places that were read."""
    return frozenset(place["country"] for place in read["places"])


def _wording(posting: DeduplicatedPosting) -> str:
    return posting.locations[0].raw


_READ = "wordings of places in fifteen sets, read by a language model; a wording that names none expects none"
CITIES = Field(
    name="locations: cities of wordings",
    of="locations",
    enricher=location.ENRICHER,
    answer=points,
    mark=mark_all_near,
    truths=(Truth("read in wordings", f"{_READ}; within 50 km", partial(cases, form=cities_read)),),
    plain=partial(plain_points, read=_wording),
    plain_is="the largest city of each part's name",
    score="F1",
)
COUNTRIES = Field(
    name="locations: countries of wordings",
    of="locations",
    enricher=location.ENRICHER,
    answer=countries,
    mark=mark_set,
    truths=(Truth("read in wordings", _READ, partial(cases, form=countries_read)),),
    plain=partial(plain_countries, read=_wording),
    plain_is="the country of the largest city of each part's name",
    score="F1",
)
