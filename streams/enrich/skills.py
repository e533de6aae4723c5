"""The ESCO skills that title and text name."""

import re
from collections.abc import Container, Iterator, Sequence
from functools import lru_cache
from itertools import islice

from schemas.derived import Education, Origin, Skill
from schemas.posting import Posting
from streams.enrich.base import Enricher, Fields
from streams.enrich.resources import Named, Resources
from streams.enrich.skill_list import EscoSkill, Need, SkillForm
from streams.enrich.text import places_of

MOST_SKILLS = 60
MOST_WORDINGS = 10
# `R, Go and C++`: how many characters may lie between a word of every language and a skill around computers.
_CLOSE = 40
_NEIGHBOURS = 3
# `a degree in Computer Science, Mathematics, Engineering or a related field`
_DEGREE_BEFORE, _FIELDS = 120, 8
# What tells an address from other words, and how far it may go on either side.
_ADDRESS_SIGNS = ("://", "@")
_OF_ADDRESS = re.compile(r"[^\s\"'<>()\[\]]*")
_LONGEST_USER, _LONGEST_ADDRESS = 64, 300
_FORM = r",? (?:Inc|LLC|Ltd|PLC|plc|Corp|Corporation|GmbH|AB|AG)\b\.?"
_ENDS_IN_FORM = re.compile(rf"{_FORM}$")
# `Acme, Inc. is a leader in cloud computing`: how a sentence goes on that says what an employer is or sells.
_SAYS = re.compile(
    rf"(?: \([^)\n]{{1,30}}\)|{_FORM})?,? (?:is (?:an?|the|one of)|was founded|provides|offers|delivers|develops|designs|operates"
    r"|serves|helps|empowers|enables|speciali[sz]es) "
)
_ENDS_SENTENCE, _LONGEST_SENTENCE = re.compile(r"[.!?](?=[\sA-Z])|\n"), 300
Found = tuple[SkillForm, str, Origin]


def enrich(posting: Posting, resources: Resources) -> Fields:
    """Return at most 60 skills, each once with what else names it, in the order in which title and text name them."""
    kept: dict[EscoSkill, list[Found]] = {}
    employer = posting.employer and _ENDS_IN_FORM.sub("", posting.employer)
    for text, origin in ((posting.title, Origin.TITLE), (posting.description, Origin.TEXT)):
        hits = resources.named(text)
        names = _names(text, employer)
        named = _in_names(hits, names) if names else ()
        for at, (start, end, form) in enumerate(hits):
            if type(form) is SkillForm and at not in named:
                raw = text[start:end]
                if form.needs is None or _is_meant(form, raw, hits, at):
                    if form.skill in kept:
                        kept[form.skill].append((form, raw, origin))
                    else:
                        kept[form.skill] = [(form, raw, origin)]
    skills = [_skill(*found[0], _others(found) if len(found) > 1 else ()) for found in islice(kept.values(), MOST_SKILLS)]
    return {"skills": skills}


def _is_meant(form: SkillForm, raw: str, hits: Sequence[Named], at: int) -> bool:
    if form.needs is Need.DEGREE:
        return _is_beside_degree(hits, at)
    is_spelled_so = form.exact is None or form.exact == raw
    if form.needs is Need.COMPUTING:
        return is_spelled_so and _is_beside_computing(hits, at)
    return is_spelled_so or _is_beside_computing(hits, at)


def _is_beside_computing(hits: Sequence[Named], at: int) -> bool:
    start, end, _ = hits[at]
    first, last = start - _CLOSE, end + _CLOSE
    # a loop takes half the time of `any`
    for other_start, other_end, other in (*hits[max(0, at - _NEIGHBOURS) : at], *hits[at + 1 : at + 1 + _NEIGHBOURS]):
        if type(other) is not SkillForm or not other.computing or other_end < first or other_start > last:
            continue
        if other.needs is None:
            return True
    return False


def _is_beside_degree(hits: Sequence[Named], at: int) -> bool:
    start, last, _ = hits[at]
    # `an engineering degree`
    if any(type(behind) is Education and first <= last + 1 for first, _, behind in hits[at + 1 : at + 2]):
        return True
    nearest = start - _DEGREE_BEFORE
    for _, end, before in reversed(hits[max(0, at - _FIELDS) : at]):
        if end < nearest:
            return False
        if type(before) is Education:
            return True
    return False


def _names(text: str, employer: str | None) -> list[tuple[int, int]]:
    """Return where addresses stand, the employer's name (Oracle is no skill in Oracle's ads), and what is said of it."""
    found: list[tuple[int, int]] = []
    for sign in _ADDRESS_SIGNS:
        if sign in text:
            found += _addresses(text, sign)
    if employer and employer in text:
        found += _employers(text, employer)
    found.sort()
    return found


def _addresses(text: str, sign: str) -> Iterator[tuple[int, int]]:
    last = 0
    for at in places_of(text, sign):
        if at >= last:
            before = _address_length(text[max(0, at - _LONGEST_USER) : at][::-1])
            last = at + _address_length(text[at : at + _LONGEST_ADDRESS])
            yield at - before, last


def _employers(text: str, name: str) -> Iterator[tuple[int, int]]:
    for at in places_of(text, name):
        end = at + len(name)
        said = _SAYS.match(text, end)
        if said:
            ends = _ENDS_SENTENCE.search(text, said.end(), said.end() + _LONGEST_SENTENCE)
            end = ends.start() if ends else said.end() + _LONGEST_SENTENCE
        yield at, end


def _address_length(text: str) -> int:
    found = _OF_ADDRESS.match(text)
    return found.end() if found else 0


def _in_names(hits: Sequence[Named], names: Sequence[tuple[int, int]]) -> Container[int]:
    """Return which hits lie within a name; both come in the order of the text."""
    within, at = set[int](), 0
    for which, (start, end, _) in enumerate(hits):
        while names[at][1] < end:
            at += 1
            if at == len(names):
                return within
        if names[at][0] <= start:
            within.add(which)
    return within


def _others(found: Sequence[Found]) -> tuple[str, ...]:
    wordings: dict[str, str] = {}
    for _, raw, _ in found:
        wordings.setdefault(raw.lower(), raw)
        if len(wordings) > MOST_WORDINGS:
            break
    return tuple(wordings.values())[1:]


# nine of ten are among so many; each takes 1 KB in each reader
@lru_cache(1024)
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
