"""Truths about `clearance`: whether a security clearance is asked for, read in the texts."""

import re

from pipeline.evaluation.base import Field, mark_one, value_of
from pipeline.evaluation.read import read_truth
from schemas.derived import Clearance
from schemas.posting import DeduplicatedPosting
from streams.enrich import clearance
from streams.enrich.resources import Resources

_PLAIN = re.compile(r"clearance|ts/sci|top secret", re.IGNORECASE)


def plain(posting: DeduplicatedPosting, _: Resources) -> Clearance | None:
    """Return that one is required where the text has the word."""
    return Clearance.REQUIRED if _PLAIN.search(posting.description) else None


FIELD = Field(
    name="clearance",
    of="clearance",
    enricher=clearance.ENRICHER,
    answer=value_of("clearance"),
    mark=mark_one,
    truths=(read_truth("clearance", lambda words: frozenset(map(Clearance, words))),),
    plain=plain,
    plain_is="required where the text has the word",
)
