"""Truths about `benefits`: which ones a text names, read in the texts."""

import re
from collections.abc import Mapping

from pipeline.evaluation.base import Field, mark_set
from pipeline.evaluation.read import read_truth
from schemas.derived import Benefit
from schemas.posting import DeduplicatedPosting
from streams.enrich import benefits
from streams.enrich.base import Fields
from streams.enrich.resources import Resources

_PLAIN: Mapping[Benefit, re.Pattern[str]] = {
    benefit: re.compile(pattern, re.IGNORECASE)
    for benefit, pattern in {
        Benefit.HEALTH_INSURANCE: r"\b(?:health|medical)", Benefit.DENTAL_INSURANCE: "dental",
        Benefit.VISION_INSURANCE: r"\bvision",
        Benefit.LIFE_INSURANCE: "life insurance", Benefit.RETIREMENT: "401|pension|retirement",
        Benefit.EQUITY: r"\bequity|stock",
        Benefit.BONUS: r"\bbonus", Benefit.PAID_LEAVE: r"\bpto\b|paid|vacation", Benefit.PARENTAL_LEAVE: "parental|maternity",
        Benefit.FLEXIBLE_HOURS: "flexible", Benefit.REMOTE_STIPEND: "stipend", Benefit.EDUCATION: "tuition",
        Benefit.RELOCATION: "relocation", Benefit.WELLNESS: r"\bgym\b|wellness",
    }.items()
}  # fmt: skip


def answer(fields: Fields) -> frozenset[Benefit] | None:
    """Return the benefits, None where there are none."""
    return frozenset(found.value for found in fields["benefits"]) or None


def plain(posting: DeduplicatedPosting, _: Resources) -> frozenset[Benefit] | None:
    """Return every benefit whose word the text has."""
    return frozenset(benefit for benefit, word in _PLAIN.items() if word.search(posting.description)) or None


FIELD = Field(
    name="benefits",
    of="benefits",
    enricher=benefits.ENRICHER,
    answer=answer,
    mark=mark_set,
    truths=(read_truth("benefits", lambda words: frozenset(map(Benefit, words))),),
    plain=plain,
    plain_is="a word per benefit, anywhere in the text",
    score="F1",
)
