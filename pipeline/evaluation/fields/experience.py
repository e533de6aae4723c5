"""Truths about `experience`: the years asked for, read in the texts."""

import re

from pipeline.evaluation.base import Field, mark_one
from pipeline.evaluation.read import read_truth
from schemas.posting import DeduplicatedPosting
from streams.enrich import experience
from streams.enrich.base import Fields
from streams.enrich.resources import Resources

Range = tuple[float, float | None]
_PLAIN = re.compile(r"(\d{1,2})\s*(?:-\s*(\d{1,2})|\+)?\s*years", re.IGNORECASE)


def read_range(words: list[str]) -> frozenset[Range]:
    """Return what a line of the labels says: `3`, or `2-4`; nothing of a posting that asks for none."""
    return frozenset((float(low), float(high) if high else None) for low, _, high in (word.partition("-") for word in words))


def answer(fields: Fields) -> Range | None:
    """Return the years, (least, most)."""
    found = fields["experience"]
    return (found.minimum, found.maximum) if found else None


def plain(posting: DeduplicatedPosting, _: Resources) -> Range | None:
    """Return the first number of years in the text."""
    found = _PLAIN.search(posting.description)
    return (float(found[1]), float(found[2]) if found[2] else None) if found else None


FIELD = Field(
    name="experience",
    of="experience",
    enricher=experience.ENRICHER,
    answer=answer,
    mark=mark_one,
    truths=(read_truth("experience", read_range),),
    plain=plain,
    plain_is="the first number of years in the text",
)
