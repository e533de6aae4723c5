"""What the employer gives beside pay."""

from collections.abc import Iterator, Sequence

from schemas.derived import Benefit, Derived, Origin
from schemas.posting import Posting
from streams.enrich.base import Enricher, Fields
from streams.enrich.benefit_list import BenefitWord
from streams.enrich.resources import Resources
from streams.enrich.stated import derived
from streams.enrich.text import Hit

_STRONG, _WEAK = 0.8, 0.6
# Weak words count in a list of benefits, no further apart than this.
_NEAR = 45
_LIST = 3
_INSURANCES = {Benefit.HEALTH_INSURANCE, Benefit.DENTAL_INSURANCE, Benefit.VISION_INSURANCE, Benefit.LIFE_INSURANCE}


def enrich(posting: Posting, resources: Resources) -> Fields:
    """Return each benefit that the text names, once, in its order; a word that trades have, too, only beside another."""
    text = posting.description
    kept: dict[Benefit, Derived[Benefit]] = {}
    for hit in _counting(resources.named(text).of_kind(BenefitWord)):
        benefit = hit.payload.benefit
        if benefit not in kept:
            confidence = _WEAK if hit.payload.weak else _STRONG
            kept[benefit] = derived(benefit, text[hit.start : hit.end], Origin.TEXT, confidence)
    return {"benefits": list(kept.values())}


def _counting(hits: Sequence[Hit[BenefitWord]]) -> Iterator[Hit[BenefitWord]]:
    """Yield the strong words, and the weak ones in a run of three benefits or two insurances.

    Pay and leave are listed where one other benefit is.
    """
    run: list[Hit[BenefitWord]] = []
    for hit in hits:
        if run and hit.start - run[-1].end > _NEAR:
            yield from _of_run(run)
            run = []
        run.append(hit)
    yield from _of_run(run)


def _of_run(run: Sequence[Hit[BenefitWord]]) -> Iterator[Hit[BenefitWord]]:
    benefits = {hit.payload.benefit for hit in run}
    listed = len(benefits) >= _LIST or len(benefits & _INSURANCES) > 1
    beside = len(benefits) > 1 and not all(hit.payload.weak for hit in run)
    return (hit for hit in run if listed or not hit.payload.weak or (beside and hit.payload.benefit not in _INSURANCES))


ENRICHER = Enricher("benefits", "1", ("benefits",), enrich)
