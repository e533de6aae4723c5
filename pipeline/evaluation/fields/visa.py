"""Truths about `visa`: whether one is sponsored, read in the texts."""

import re

from pipeline.evaluation.base import Field, mark_one, value_of
from pipeline.evaluation.read import read_truth
from schemas.derived import Visa
from schemas.posting import DeduplicatedPosting
from streams.enrich import visa
from streams.enrich.resources import Resources

_PLAIN = re.compile(
    r"(?P<not_offered>\b(?:not|no|unable|cannot|without)\b[^.\n]{0,60}sponsor)|(?P<offered>\bvisa|sponsor)", re.IGNORECASE
)


def plain(posting: DeduplicatedPosting, _: Resources) -> Visa | None:
    """Return that one is offered where the text has a word for it, unless a `no` stands before."""
    found = _PLAIN.search(posting.description)
    return Visa(found.lastgroup) if found and found.lastgroup else None


FIELD = Field(
    name="visa",
    of="visa",
    enricher=visa.ENRICHER,
    answer=value_of("visa"),
    mark=mark_one,
    truths=(read_truth("visa", lambda words: frozenset(map(Visa, words))),),
    plain=plain,
    plain_is="visa or sponsor anywhere, unless no or not stands before",
)
