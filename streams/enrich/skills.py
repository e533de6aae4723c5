"""The ESCO skills that title and text name."""

from collections.abc import Iterator
from functools import lru_cache

from schemas.posting import Origin, Posting, Skill
from streams.enrich.base import Enricher, Fields
from streams.enrich.resources import Resources
from streams.enrich.skill_list import SkillForm

MOST_SKILLS = 40
Found = tuple[SkillForm, str, Origin]


def enrich(posting: Posting, resources: Resources) -> Fields:
    """Return at most 40 skills, each once, in the order in which title and text name them."""
    found = [*_named(posting.title, Origin.TITLE, resources), *_named(posting.description, Origin.TEXT, resources)]
    certain = any(not form.in_context for form, _, _ in found)
    kept: dict[str, Skill] = {}
    for form, raw, origin in found:
        if form.skill_id not in kept and (certain or not form.in_context):
            kept[form.skill_id] = _skill(form, raw, origin)
            if len(kept) == MOST_SKILLS:
                break
    return {"skills": list(kept.values())}


def _named(text: str, origin: Origin, resources: Resources) -> Iterator[Found]:
    for hit in resources.named(text):
        form, raw = hit.payload, text[hit.start : hit.end]
        if isinstance(form, SkillForm) and form.spelling in {None, raw}:
            yield form, raw, origin


@lru_cache(8192)
def _skill(form: SkillForm, raw: str, origin: Origin) -> Skill:
    confidence = 0.7 if form.in_context else 0.95 if form.preferred else 0.85
    return Skill(skill_id=form.skill_id, label=form.label, raw=raw, origin=origin, confidence=confidence)


ENRICHER = Enricher("skills", "2", ("skills",), enrich)
