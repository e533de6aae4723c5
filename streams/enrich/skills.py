"""The ESCO skills that title and text name."""

from collections.abc import Sequence
from functools import lru_cache
from itertools import islice

from schemas.derived import Origin, Skill
from schemas.posting import Posting
from streams.enrich.base import Enricher, Fields
from streams.enrich.resources import Named, Resources
from streams.enrich.skill_list import EscoSkill, SkillForm

MOST_SKILLS = 60
MOST_WORDINGS = 10
# `R, Go and C++`: how many characters may lie between a word of every language and a skill around computers.
_CLOSE = 40
_NEIGHBOURS = 3
Found = tuple[SkillForm, str, Origin]


def enrich(posting: Posting, resources: Resources) -> Fields:
    """Return at most 60 skills, each once with what else names it, in the order in which title and text name them."""
    kept: dict[EscoSkill, list[Found]] = {}
    for text, origin in ((posting.title, Origin.TITLE), (posting.description, Origin.TEXT)):
        hits = resources.named(text)
        for at, (start, end, form) in enumerate(hits):
            if type(form) is SkillForm:
                raw = text[start:end]
                if form.exact is None or _is_meant(raw, hits, at):
                    kept.setdefault(form.skill, []).append((form, raw, origin))
    skills = [_skill(*found[0], _others(found) if len(found) > 1 else ()) for found in islice(kept.values(), MOST_SKILLS)]
    return {"skills": skills}


def _is_meant(raw: str, hits: Sequence[Named], at: int) -> bool:
    start, end, form = hits[at]
    if not isinstance(form, SkillForm) or (form.in_context and form.exact != raw):
        return False
    beside = (*hits[max(0, at - _NEIGHBOURS) : at], *hits[at + 1 : at + 1 + _NEIGHBOURS])
    return (form.exact == raw and not form.in_context) or any(
        isinstance(other, SkillForm) and other.computing and other.exact is None
        for other_start, other_end, other in beside
        if start - _CLOSE <= other_end and other_start <= end + _CLOSE
    )


def _others(found: Sequence[Found]) -> tuple[str, ...]:
    wordings: dict[str, str] = {}
    for _, raw, _ in found:
        wordings.setdefault(raw.lower(), raw)
        if len(wordings) > MOST_WORDINGS:
            break
    return tuple(wordings.values())[1:]


# nine of ten are among so many; each takes 1 KB in each reader
@lru_cache(2048)
def _skill(form: SkillForm, raw: str, origin: Origin, also: tuple[str, ...]) -> Skill:
    skill = form.skill
    return Skill(
        skill_id=skill.skill_id,
        label=skill.label,
        broader=list(skill.broader),
        raw=raw,
        also=list(also),
        origin=origin,
        confidence=form.confidence,
    )


ENRICHER = Enricher("skills", "4", ("skills",), enrich)
