"""Truths about `education`: what is enough, read in the texts and as a board keeps it."""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from pipeline.evaluation.base import Case, Field, Truth, mark_one, value_of
from pipeline.evaluation.postings import postings, told
from pipeline.evaluation.read import read_truth
from schemas.derived import Education
from schemas.posting import DeduplicatedPosting
from streams.enrich import education
from streams.enrich.resources import Resources

SECONDARY, VOCATIONAL, ASSOCIATE = Education.SECONDARY, Education.VOCATIONAL, Education.ASSOCIATE
BACHELOR, MASTER, DOCTORATE = Education.BACHELOR, Education.MASTER, Education.DOCTORATE
_AFRIWORKET: Mapping[str, frozenset[Education]] = {
    "not required": frozenset({Education.NONE}),
    "secondary school": frozenset({SECONDARY}),
    "high school": frozenset({SECONDARY}),
    "certificate": frozenset({VOCATIONAL}),
    "tvet": frozenset({VOCATIONAL}),
    "diploma": frozenset({VOCATIONAL, ASSOCIATE}),
    "bachelors degree": frozenset({BACHELOR}),
    "bachelor’s degree": frozenset({BACHELOR}),
    "masters degree": frozenset({MASTER}),
    "master’s degree": frozenset({MASTER}),
    "phd": frozenset({DOCTORATE}),
}
_PLAIN = re.compile(
    r"(?P<secondary>high school|\bGED\b)|(?P<vocational>vocational|diploma)|(?P<associate>associate'?s? degree)"
    r"|(?P<bachelor>bachelor|\bB\.?S\b)|(?P<master>master'?s?\b|\bM\.?S\b|\bMBA\b)|(?P<doctorate>ph\.?d|doctorate)",
    re.IGNORECASE,
)


def _afriworket(data: Path) -> Iterator[Case]:
    return told(postings(data, "afriworket_et_2026"), lambda row: _AFRIWORKET.get((row["education_qualification"] or "").lower()))


def plain(posting: DeduplicatedPosting, _: Resources) -> Education | None:
    """Return the level whose word stands first in the text."""
    found = _PLAIN.search(posting.description)
    return Education(found.lastgroup) if found and found.lastgroup else None


FIELD = Field(
    name="education",
    of="education",
    enricher=education.ENRICHER,
    answer=value_of("education"),
    mark=mark_one,
    truths=(
        read_truth("education", lambda words: frozenset(map(Education, words))),
        Truth("afriworket_et_2026", "the board's level", _afriworket),
    ),
    plain=plain,
    plain_is="the first level's word in the text",
)
