"""Truths about `seniority`: the level that boards keep in a field, against what title and text tell."""

import re
from collections.abc import Iterator, Mapping
from functools import partial
from pathlib import Path

from pipeline.evaluation.base import Case, Field, Truth, mark_one, value_of
from pipeline.evaluation.postings import postings, told
from pipeline.evaluation.read import read_truth
from schemas.derived import Seniority
from schemas.posting import DeduplicatedPosting
from streams.enrich import seniority
from streams.enrich.resources import Resources

INTERN, JUNIOR, MID, SENIOR, LEAD = Seniority.INTERN, Seniority.JUNIOR, Seniority.MID, Seniority.SENIOR, Seniority.LEAD
DIRECTOR, EXECUTIVE = Seniority.DIRECTOR, Seniority.EXECUTIVE
# LinkedIn's levels are wider than ours, and "Associate" stands between two.
_LINKEDIN: Mapping[str, frozenset[Seniority]] = {
    "Internship": frozenset({INTERN}),
    "Entry level": frozenset({INTERN, JUNIOR}),
    "Associate": frozenset({JUNIOR, MID}),
    "Mid-Senior level": frozenset({MID, SENIOR, LEAD}),
    "Director": frozenset({DIRECTOR}),
    "Executive": frozenset({DIRECTOR, EXECUTIVE}),
}
_NOFLUFF: Mapping[str, frozenset[Seniority]] = {
    "Trainee": frozenset({INTERN}),
    "Junior": frozenset({JUNIOR}),
    "Mid": frozenset({MID}),
    "Senior": frozenset({SENIOR, LEAD}),
    "Expert": frozenset({SENIOR, LEAD}),
}
_AFRIWORKET: Mapping[str, frozenset[Seniority]] = {
    "JUNIOR": frozenset({JUNIOR}),
    "INTERMEDIATE": frozenset({MID}),
    "SENIOR": frozenset({SENIOR, LEAD}),
    "EXPERT": frozenset({SENIOR, LEAD}),
}
_PLAIN = re.compile(r"\b(?P<intern>intern)|(?P<junior>junior|entry)|(?P<mid>mid)|(?P<senior>senior|sr)|(?P<lead>lead|principal)"
                    r"|(?P<director>director|head)|(?P<executive>vp|chief)", re.IGNORECASE)  # fmt: skip


def _linkedin(data: Path, *, name: str, column: str) -> Iterator[Case]:
    return told(postings(data, name), lambda row: _LINKEDIN.get(row[column]), placed=False)


def _nofluff(data: Path) -> Iterator[Case]:
    return told(postings(data, "nofluffjobs_pl_2022"), lambda row: _NOFLUFF[row["seniority"]])


def _afriworket(data: Path) -> Iterator[Case]:
    return told(postings(data, "afriworket_et_2026"), lambda row: _AFRIWORKET.get((row["experience_level"] or "").upper()))


def plain(posting: DeduplicatedPosting, _: Resources) -> Seniority | None:
    """Return the level whose word stands first in the title."""
    found = _PLAIN.search(posting.title)
    return Seniority(found.lastgroup) if found and found.lastgroup else None


FIELD = Field(
    name="seniority",
    of="seniority",
    enricher=seniority.ENRICHER,
    answer=value_of("seniority"),
    mark=mark_one,
    truths=(
        Truth("linkedin_arshka_2024", "LinkedIn's level; a level of ours that it includes is right",
              partial(_linkedin, name="linkedin_arshka_2024", column="formatted_experience_level")),
        Truth("linkedin_da_ca_2019", "the same", partial(_linkedin, name="linkedin_da_ca_2019", column="seniority")),
        Truth("linkedin_ds_ca_2019", "the same", partial(_linkedin, name="linkedin_ds_ca_2019", column="seniority")),
        Truth("nofluffjobs_pl_2022", "the board's level; Senior and Expert include lead", _nofluff),
        Truth("afriworket_et_2026", "the board's level; Senior and Expert include lead", _afriworket),
        read_truth("seniority", lambda words: frozenset(map(Seniority, words))),
    ),
    plain=plain,
    plain_is="the first level's word in the title",
)  # fmt: skip
