"""The ESCO skills that title and text name."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import islice
from operator import itemgetter

from schemas.derived import Education, Origin, Skill
from schemas.posting import Posting
from streams.enrich.base import Enricher, Fields
from streams.enrich.resources import Named, Resources
from streams.enrich.skill_list import Beside, EscoSkill, SkillForm
from streams.enrich.text import places_of

MOST_SKILLS = 60
MOST_WORDINGS = 10
# `R, Go and C++`: how many characters may lie between a word of every language and a skill around computers.
_CLOSE = 40
_NEIGHBOURS = 3
# `a degree in Computer Science, Mathematics, Engineering or a related field`
_DEGREE_BEFORE, _FIELDS = 120, 8
# What tells an address from other words, and how far it may go on either side.
_ADDRESS_SIGNS = ("://", "www.", "@")
_OF_ADDRESS = re.compile(r"[^\s\"'<>()\[\]]*")
_LONGEST_USER, _LONGEST_ADDRESS = 64, 300
Found = tuple[SkillForm, str, Origin]


def enrich(posting: Posting, resources: Resources) -> Fields:
    """Return at most 60 skills, each once with what else names it, in the order in which title and text name them."""
    kept: dict[EscoSkill, list[Found]] = {}
    for text, origin in ((posting.title, Origin.TITLE), (posting.description, Origin.TEXT)):
        hits = resources.named(text)
        names = sorted([*_addresses(text), *_employer(text, posting.employer)])
        for at, (start, end, form) in enumerate(hits):
            if type(form) is SkillForm and not (names and _is_within(start, end, names)):
                raw = text[start:end]
                if (form.exact is None and form.beside is None) or _is_meant(raw, hits, at):
                    kept.setdefault(form.skill, []).append((form, raw, origin))
    skills = [_skill(*found[0], _others(found) if len(found) > 1 else ()) for found in islice(kept.values(), MOST_SKILLS)]
    return {"skills": skills}


def _is_meant(raw: str, hits: Sequence[Named], at: int) -> bool:
    form = hits[at].payload
    if not isinstance(form, SkillForm):
        return False
    if form.beside is Beside.DEGREE:
        return _is_behind_degree(hits, at)
    if form.beside is Beside.COMPUTING:
        return form.exact in {None, raw} and _is_beside_computing(hits, at)
    return form.exact in {None, raw} or _is_beside_computing(hits, at)


def _is_beside_computing(hits: Sequence[Named], at: int) -> bool:
    start, end, _ = hits[at]
    beside = (*hits[max(0, at - _NEIGHBOURS) : at], *hits[at + 1 : at + 1 + _NEIGHBOURS])
    return any(
        isinstance(other, SkillForm) and other.computing and other.exact is None and other.beside is None
        for other_start, other_end, other in beside
        if start - _CLOSE <= other_end and other_start <= end + _CLOSE
    )


def _is_behind_degree(hits: Sequence[Named], at: int) -> bool:
    nearest = hits[at].start - _DEGREE_BEFORE
    return any(isinstance(before, Education) and end >= nearest for _, end, before in hits[max(0, at - _FIELDS) : at])


def _addresses(text: str) -> Iterator[tuple[int, int]]:
    """Yield where links and mail addresses stand: what they are made of names no skill."""
    for sign in _ADDRESS_SIGNS:
        last = 0
        for at in places_of(text, sign):
            if at >= last:
                before = _address_length(text[max(0, at - _LONGEST_USER) : at][::-1])
                last = at + _address_length(text[at : at + _LONGEST_ADDRESS])
                yield at - before, last


def _address_length(text: str) -> int:
    found = _OF_ADDRESS.match(text)
    return found.end() if found else 0


def _employer(text: str, name: str | None) -> Iterator[tuple[int, int]]:
    """Yield where the employer is named: `Acme Robotics`, or Oracle in an ad of Oracle's."""
    if name:
        yield from ((at, at + len(name)) for at in places_of(text, name))


def _is_within(start: int, end: int, spans: Sequence[tuple[int, int]]) -> bool:
    at = bisect_right(spans, start, key=itemgetter(0))
    return at > 0 and end <= spans[at - 1][1]


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
