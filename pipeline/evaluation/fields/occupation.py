"""Truths about `occupations`: the group of ISCO-08 that people have given to a title.

About half of the titles of the one large set are ESCO's own labels, which the enricher has in its list; the others, most of them
from the index of British statistics, stand apart once more.
"""

from collections.abc import Callable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from pipeline.evaluation.base import Case, Field, Marks, Truth, mark_one
from pipeline.evaluation.postings import postings, told
from pipeline.evaluation.sets import JOBTECH, document, rows
from schemas.posting import DeduplicatedPosting
from streams.enrich import occupation
from streams.enrich.base import Fields
from streams.enrich.contract import posting_of
from streams.enrich.occupations.names import OccupationList, load_occupations
from streams.enrich.resources import Resources
from streams.enrich.text import words_of

Codes = frozenset[str]
_MAJOR, _SUB_MAJOR, _UNIT = 1, 2, 4
# What is programmed and tested; a board's other categories are wider than a group.
_SOFTWARE = ("Backend", "Frontend", "Fullstack", "Mobile", "Embedded", "Testing")
_NOFLUFF: Mapping[str, Codes] = dict.fromkeys(_SOFTWARE, frozenset({"25"}))


def titles(data: Path) -> Iterator[Case]:
    """Yield each title with the unit groups that the set gives to it, mostly one. Raises DataAbsent."""
    units: dict[str, set[str]] = {}
    for row in rows(data, "isco_titles"):
        units.setdefault(words_of(row["job_title"]), set()).add(row["ISCO"].zfill(_UNIT))
    for words, codes in units.items():
        if words:
            yield Case(f"isco_job_titles:{words}", posting_of(words, title=words), frozenset(codes))


def _no_labels(data: Path) -> Iterator[Case]:
    return (case for case in titles(data) if case.posting.title not in _list().named)


def _nofluff(data: Path) -> Iterator[Case]:
    found = postings(data, "nofluffjobs_pl_2022")
    titled = ((row, posting_of(posting.posting_id, title=posting.title)) for row, posting in found)
    return told(titled, lambda row: _NOFLUFF.get(row["main_category"]))


def _jobtech(data: Path) -> Iterator[Case]:
    for name in JOBTECH:
        for hit in document(data, f"fixtures/ats/{name}")["hits"]:
            posting = posting_of(f"jobtech:{hit['id']}", title=hit["headline"])
            if hit["occupation_group"]["legacy_ams_taxonomy_id"]:
                yield Case(posting.posting_id, posting, frozenset({hit["occupation_group"]["legacy_ams_taxonomy_id"]}))


def answer(fields: Fields) -> tuple[str, ...] | None:
    """Return the codes, the likeliest first."""
    return tuple(each.isco for each in fields["occupations"]) or None


def plain(posting: DeduplicatedPosting, _: Resources) -> tuple[str, ...] | None:
    """Return the units of the occupations of which the title is a label, word for word."""
    found = _list().named.get(words_of(posting.title), ())
    return tuple(dict.fromkeys(each.unit for each in found)) or None


@cache
def _list() -> OccupationList:
    return load_occupations()


def mark_first(level: int) -> Callable[[Codes, tuple[str, ...] | None], Marks]:
    """Return what compares the first `level` digits of the likeliest group; a wider group is no answer."""

    def mark(accepted: Codes, said: tuple[str, ...] | None) -> Marks:
        likeliest = said[0][:level] if said and len(said[0]) >= level else None
        return mark_one(frozenset(code[:level] for code in accepted), likeliest)

    return mark


def mark_any(accepted: Codes, said: tuple[str, ...] | None) -> Marks:
    """Compare up to three unit groups; one of them has to be right."""
    units = [code for code in said or () if len(code) == _UNIT]
    right = int(not accepted.isdisjoint(units[:3]))
    return Marks(1, right, int(bool(units)), right)


_TITLES = Truth(
    "isco_job_titles",
    "the unit group of a title; of several for the same title, any. The network has learnt the titles of "
    "half 0, so that half 1 alone tells how it reads others",
    titles,
)
_OTHERS = Truth("isco_job_titles, no label of ESCO", "the titles of these that are not in the enricher's list", _no_labels)
_ICT = Truth(
    "nofluffjobs_pl_2022", "what the board calls backend, frontend, full stack, mobile, embedded or testing is 25", _nofluff
)
_SWEDISH = Truth("jobtech_se", "the first digit of SSYK 2012, the Swedish form of ISCO-08; most titles are Swedish", _jobtech)


def _field(part: str, mark: Callable[[Any, Any], Marks], *truths: Truth) -> Field:
    return Field(
        name=f"occupations: {part}",
        of="occupations",
        enricher=occupation.ENRICHER,
        answer=answer,
        mark=mark,
        truths=(_TITLES, _OTHERS, *truths),
        plain=plain,
        plain_is="the occupation of ESCO with the title as a label, word for word",
    )


FIELDS = (
    _field("major group", mark_first(_MAJOR), _SWEDISH),
    _field("sub-major group", mark_first(_SUB_MAJOR), _ICT),
    _field("unit group", mark_first(_UNIT)),
    _field("unit group among three", mark_any),
)
