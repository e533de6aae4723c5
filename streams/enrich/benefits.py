"""What the employer gives beside pay."""

import re
from collections.abc import Iterator, Sequence

from schemas.derived import Benefit, Derived, Origin
from schemas.posting import Posting
from streams.enrich.base import Enricher, Fields
from streams.enrich.benefit_list import BenefitWord
from streams.enrich.lost_lines import told_apart
from streams.enrich.resources import Resources
from streams.enrich.stated import derived
from streams.enrich.text import Hit

_STRONG, _WEAK = 0.8, 0.6
# Weak words count in a list of benefits, no further apart than this.
_NEAR = 45
_LIST, _PAIR = 3, 2
# What stands between the parts of a list, and before what is not given.
_JOINT = re.compile(r"[\s,;&/+|•·-]*(?:(?:and|und|et|y|e|en|och|og|oraz|i)\b)?\s*")
_DENIED = re.compile(r"\b(?:no|without|not (?:offer|provide|eligible for|cover)|n['’]t (?:offer|provide)) (?:\w+ )?$")
_NOT = ("no", "without", "n't", "n’t")
_SHARE = re.compile(r"\d\s?%\s?$")
_REACH = 24
_INSURANCES = {Benefit.HEALTH_INSURANCE, Benefit.DENTAL_INSURANCE, Benefit.VISION_INSURANCE, Benefit.LIFE_INSURANCE}


def enrich(posting: Posting, resources: Resources) -> Fields:
    """Return each benefit that the text names, once, in its order; a word that trades have, too, only beside another."""
    text, hits = _read(posting.description, resources)
    kept: dict[Benefit, Derived[Benefit]] = {}
    for hit in _counting(text, hits):
        confidence = _WEAK if hit.payload.weak else _STRONG
        new = [benefit for benefit in hit.payload.benefits if benefit not in kept]
        if new and not _is_denied(text, hit.start):
            kept |= {benefit: derived(benefit, text[hit.start : hit.end], Origin.TEXT, confidence) for benefit in new}
    return {"benefits": list(kept.values())}


def _is_denied(text: str, start: int) -> bool:
    before = text[max(0, start - _REACH) : start].lower()
    # to look for words costs less than the pattern
    return any(word in before for word in _NOT) and _DENIED.search(before) is not None


def _read(text: str, resources: Resources) -> tuple[str, Sequence[Hit[BenefitWord]]]:
    """Return the text with the words found in it, or the part of it that matters, where its lines had to be told apart."""
    hits = resources.named(text).of_kind(BenefitWord)
    apart = told_apart(text, hits) if hits else None
    return (text, hits) if apart is None else (apart, resources.named(apart).of_kind(BenefitWord))


def _counting(text: str, hits: Sequence[Hit[BenefitWord]]) -> Iterator[Hit[BenefitWord]]:
    """Yield the strong words, and the weak ones in a run of three benefits or two insurances.

    Pay and leave are listed where one other benefit is, and insurances right beside one.
    """
    run: list[Hit[BenefitWord]] = []
    for hit in hits:
        if run and hit.start - run[-1].end > _NEAR:
            yield from _of_run(text, run)
            run = []
        run.append(hit)
    yield from _of_run(text, run)


def _of_run(text: str, run: Sequence[Hit[BenefitWord]]) -> Iterator[Hit[BenefitWord]]:
    if len(run) < _PAIR:
        # most hits stand alone
        return (hit for hit in run if not hit.payload.weak or _is_share(text, hit))
    return _of_list(text, run)


def _of_list(text: str, run: Sequence[Hit[BenefitWord]]) -> Iterator[Hit[BenefitWord]]:
    benefits = {benefit for hit in run for benefit in hit.payload.benefits}
    strong = any(not hit.payload.weak for hit in run)
    insured = benefits & _INSURANCES
    # of health and vision texts speak that are about eyes
    listed = len(benefits) >= _LIST or (len(insured) > 1 and (strong or Benefit.DENTAL_INSURANCE in insured))
    for at, hit in enumerate(run):
        if listed or not hit.payload.weak or _is_given(text, run, at, beside=strong and len(benefits) > 1):
            yield hit


def _is_given(text: str, run: Sequence[Hit[BenefitWord]], at: int, *, beside: bool) -> bool:
    """Return whether the weak word `run[at]` is a benefit by what stands right at it: another one, or `0.5 %`."""
    hit = run[at]
    if hit.payload.benefits[0] in _INSURANCES:
        return any(
            _joins(text, min(hit, other), max(hit, other)) for other in run[max(0, at - 1) : at + 2] if not other.payload.weak
        )
    return beside or _is_share(text, hit)


def _is_share(text: str, hit: Hit[BenefitWord]) -> bool:
    return hit.payload.benefits[0] is Benefit.EQUITY and _SHARE.search(text, max(0, hit.start - _REACH), hit.start) is not None


def _joins(text: str, one: Hit[BenefitWord], other: Hit[BenefitWord]) -> bool:
    return _JOINT.fullmatch(text, one.end, other.start) is not None


ENRICHER = Enricher("benefits", "3", ("benefits",), enrich)
