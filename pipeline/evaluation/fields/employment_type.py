"""Truths about `employment_type`: the kind of contract that boards keep in a field, against what title and text tell."""

import re
from collections.abc import Iterator, Mapping
from functools import partial
from pathlib import Path

from pipeline.evaluation.base import Case, Field, Truth, mark_one, value_of
from pipeline.evaluation.postings import postings, told
from pipeline.evaluation.read import read_truth
from schemas.derived import EmploymentType
from schemas.posting import DeduplicatedPosting
from streams.enrich import employment_type
from streams.enrich.resources import Resources

FULL, PART, CONTRACT = EmploymentType.FULL_TIME, EmploymentType.PART_TIME, EmploymentType.CONTRACT
TEMPORARY, INTERNSHIP, VOLUNTEER = EmploymentType.TEMPORARY, EmploymentType.INTERNSHIP, EmploymentType.VOLUNTEER
# What a field holds, letters only; other words ("Permanent", "Other") say nothing of the kind.
_KINDS: Mapping[str, frozenset[EmploymentType]] = {
    "fulltime": frozenset({FULL}), "fulltimepermanent": frozenset({FULL}), "parttime": frozenset({PART}),
    "parttimepermanent": frozenset({PART}), "contract": frozenset({CONTRACT}), "freelance": frozenset({CONTRACT}),
    "temporary": frozenset({TEMPORARY}), "seasonal": frozenset({TEMPORARY}), "internship": frozenset({INTERNSHIP}),
    "intern": frozenset({INTERNSHIP}), "volunteer": frozenset({VOLUNTEER}),
}  # fmt: skip
_JOBTECH: Mapping[str, frozenset[EmploymentType]] = {"heltid": frozenset({FULL}), "deltid": frozenset({PART})}
_NO_LETTERS = re.compile(r"[^a-z]+")
_PLAIN = re.compile(
    r"(?P<full_time>full[- ]?time)|(?P<part_time>part[- ]?time)|(?P<contract>contract|freelance)|(?P<temporary>temporary)"
    r"|(?P<internship>\bintern(?:ship)?\b)|(?P<volunteer>volunteer)",
    re.IGNORECASE,
)


def _kind(value: str | None) -> frozenset[EmploymentType] | None:
    return _KINDS.get(_NO_LETTERS.sub("", (value or "").lower()))


def _linkedin(data: Path, *, name: str, column: str) -> Iterator[Case]:
    return told(postings(data, name), lambda row: _kind(row[column]), placed=False)


def _afriworket(data: Path) -> Iterator[Case]:
    return told(postings(data, "afriworket_et_2026"), lambda row: _kind((row["job_type"] or "").partition(" - ")[2]))


def _newgrad(data: Path) -> Iterator[Case]:
    return told(postings(data, "newgrad2027"), lambda row: _kind(row["employment_type"]), placed=False)


def _recorded(data: Path) -> Iterator[Case]:
    return told(postings(data, "ats_recorded"), lambda content: _kind(content.stated_employment_type))


def _jobtech(data: Path) -> Iterator[Case]:
    found = postings(data, "jobtech_se")
    return told(found, lambda content: _JOBTECH.get((content.stated_employment_type or "").partition(",")[0].lower()))


def plain(posting: DeduplicatedPosting, _: Resources) -> EmploymentType | None:
    """Return the kind whose word stands first in title and text."""
    found = _PLAIN.search(f"{posting.title}\n{posting.description}")
    return EmploymentType(found.lastgroup) if found and found.lastgroup else None


FIELD = Field(
    name="employment_type",
    of="employment_type",
    enricher=employment_type.ENRICHER,
    answer=value_of("employment_type"),
    mark=mark_one,
    truths=(
        Truth("linkedin_arshka_2024", "LinkedIn's kind, without Other",
              partial(_linkedin, name="linkedin_arshka_2024", column="formatted_work_type")),
        Truth("linkedin_da_ca_2019", "the same", partial(_linkedin, name="linkedin_da_ca_2019", column="employment_type")),
        Truth("linkedin_ds_ca_2019", "the same", partial(_linkedin, name="linkedin_ds_ca_2019", column="employment_type")),
        Truth("newgrad2027", "the field of the company's own system, without Permanent", _newgrad),
        Truth("afriworket_et_2026", "the board's kind", _afriworket),
        Truth("ats_recorded", "the field of Ashby, Greenhouse, Lever and Recruitee", _recorded),
        Truth("jobtech_se", "heltid and deltid of the Swedish job service", _jobtech),
        read_truth("employment_type", lambda words: frozenset(map(EmploymentType, words))),
    ),
    plain=plain,
    plain_is="the first kind's word in title and text",
)  # fmt: skip
