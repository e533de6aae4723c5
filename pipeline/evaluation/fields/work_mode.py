"""Truths about `work_mode`: what boards keep in a field, against what places, title and text tell."""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from pipeline.evaluation.base import Case, Field, Truth, mark_one, value_of
from pipeline.evaluation.postings import postings, told
from pipeline.evaluation.read import read_truth
from schemas.derived import WorkMode
from schemas.posting import DeduplicatedPosting
from streams.enrich import work_mode
from streams.enrich.resources import Resources

_MODES: Mapping[str, frozenset[WorkMode]] = {
    "remote": frozenset({WorkMode.REMOTE}),
    "hybrid": frozenset({WorkMode.HYBRID}),
    "onsite": frozenset({WorkMode.ONSITE}),
}
_NOT_REMOTE = _MODES["hybrid"] | _MODES["onsite"]
_NO_LETTERS = re.compile(r"[^a-z]+")
_PLAIN = re.compile(r"(?P<remote>\bremote)|(?P<hybrid>\bhybrid)|(?P<onsite>\bon-?site)", re.IGNORECASE)


def _mode(value: str | None) -> frozenset[WorkMode] | None:
    return _MODES.get(_NO_LETTERS.sub("", (value or "").lower()))


def _arshka(data: Path) -> Iterator[Case]:
    return told(postings(data, "linkedin_arshka_2024"), lambda row: _MODES["remote"] if row["remote_allowed"] else _NOT_REMOTE)


def _afriworket(data: Path) -> Iterator[Case]:
    return told(postings(data, "afriworket_et_2026"), lambda row: _mode((row["job_type"] or "").partition(" - ")[0]))


def _newgrad(data: Path) -> Iterator[Case]:
    return told(postings(data, "newgrad2027"), lambda row: _mode(row["workplace_type"]))


def _recorded(data: Path) -> Iterator[Case]:
    return told(postings(data, "ats_recorded"), lambda content: _mode(content.stated_work_mode))


def plain(posting: DeduplicatedPosting, _: Resources) -> WorkMode | None:
    """Return the mode whose word stands first in places, title and text."""
    places = " | ".join(place.raw for place in posting.locations)
    found = _PLAIN.search(f"{places}\n{posting.title}\n{posting.description}")
    return WorkMode(found.lastgroup) if found and found.lastgroup else None


FIELD = Field(
    name="work_mode",
    of="work_mode",
    enricher=work_mode.ENRICHER,
    answer=value_of("work_mode"),
    mark=mark_one,
    truths=(
        Truth("linkedin_arshka_2024", "`remote_allowed`; without it hybrid and onsite are right", _arshka),
        Truth("newgrad2027", "the field of the company's own system", _newgrad),
        Truth("afriworket_et_2026", "the board's mode", _afriworket),
        Truth("ats_recorded", "the field of Ashby, Greenhouse, Lever and Recruitee", _recorded),
        read_truth("work_mode", lambda words: frozenset(map(WorkMode, words))),
    ),
    plain=plain,
    plain_is="the first mode's word in places, title and text",
)
