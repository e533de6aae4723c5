"""Two modes beside each other: work at home and at the office, both as the rule, is hybrid; of a choice any is offered."""

import re
from collections.abc import Sequence
from itertools import pairwise

from schemas.derived import WorkMode
from streams.enrich.modes.alone import SENTENCE_FOLLOWS, is_beside_place
from streams.enrich.text import Hit
from streams.enrich.weeks import sentence_around
from streams.enrich.words import ModeWord

_BOTH = re.compile(
    r"\b(?:mix|mixture|blend|combin|kombin|hybrid of|split|balanc|both|divid|varva|partly|dels|delvis)", re.IGNORECASE
)
_PARTLY = re.compile(
    r"\b(?:partly|partially|part|some|few|sometimes|also|occasional|occasionally|frequent|kan också)\b", re.IGNORECASE
)
_DAYS = re.compile(r"\b(?:[1-4]|one|two|three|four) days?\b|\b(?:mon|tue|wed|thu|fri)|\b[1-9][05] ?%", re.IGNORECASE)
# Of these one may choose, and these are other people's.
_TWO = re.compile(
    r"\b(?:or|eller|teams?|customers?|clients?|candidates?|options?|possib|consider|no|not|if|either|friendly|colleagues"
    r"|employees"
    r"|meetings?|interviews?|events?|engineers|developers|workers|staff|members|people|channels|support|training|test"
    r"|locations|sites"
    r"|offices)\b",
    re.IGNORECASE,
)
_OFFICE = re.compile(r"\b(?:office|kontor|on[- ]?site\b|biur)", re.IGNORECASE)
_OWN = re.compile(r"\b(?:work|working|role|position|job|schedule|days?|week|time|you|\w*arbet\w*|jobba)\b", re.IGNORECASE)
# Between modes that one may choose from, around them, and whose they are instead.
_CHOICE = re.compile(r"[\w ()-]{0,10}(?: ?[/|,] ?|\bor\b|\band\b|&)[ ]?(?:(?:or|and|in|a|an|up to) ){0,2}", re.IGNORECASE)
_OPENS = re.compile(
    r"(?:^|[\n(\[:|•*,.;]|\b(?:offer|offering|either|both|is|be|done|of|fully|type|or|and|an?)|[-–—]) ?$", re.IGNORECASE
)
_CLOSES = re.compile(
    r" ?(?:$|[\n)\].|,;(–—]|- | (?:options?|work|working|models?|mode|positions?|roles?|basis|schedules?|arrangements?|per"
    r"|available|at your|as you|for this|in|from|within|welcome|depending|(?:is|are) (?:available|offered)"
    r"|preferred|an option)\b| ?[A-Z])"
)
_OF_OTHERS = re.compile(
    r"\b(?:teams|(?<!our )(?<!this )(?<!the )team(?! member)|engineers|colleagues|customers?|clients?|deliver\w*|meetings?"
    r"|interviews?"
    r"|events?|regardless|designation"
    r"|whether"
    r"|ability to work|environments"
    r"|discretion|directed|determined|some of|may be|potential|support|employees|workers|staff|if|no|not|training"
    r"|persona|vary|varies|guaranteed)\b",
    re.IGNORECASE,
)
# `The first six months on-site, then hybrid`, `hybrid after six months on-site`
_FOR_A_TIME = re.compile(
    r"\b(?:first|initial\w*|months?|weeks|days|training|probation\w*|onboarding|trial|start(?:s|ing)?)\b", re.IGNORECASE
)
_THEN = re.compile(
    r"\b(?:then|there ?after|afterwards?|after (?:that|which|this)|followed by|moving to|becom\w+|switch\w*|transition\w*)\b",
    re.IGNORECASE,
)
_AFTER = re.compile(r"\b(?:after|following|once)\b", re.IGNORECASE)
_NO_PHASE = re.compile(
    r"\b(?:interviews?|possib\w*|may|might|could|consider\w*|potential\w*|eligible|option\w*|if|customers?|clients?)\b",
    re.IGNORECASE,
)
_LONGEST_PHASE = 90
_FREEST = (WorkMode.REMOTE, WorkMode.HYBRID, WorkMode.ONSITE)
_APART, _BEFORE, _NEAR, _BESIDE = 60, 50, 40, 6


def phases(hits: Sequence[Hit[ModeWord]], text: str) -> list[Hit[WorkMode]]:
    """Return a hit for each mode that comes to stay after another one: `six months on-site, then hybrid`."""
    return [found for pair in pairwise(hits) if (found := _phase(*pair, text))]


def _phase(one: Hit[ModeWord], other: Hit[ModeWord], text: str) -> Hit[WorkMode] | None:
    if one.payload.value is other.payload.value or other.start - one.end > _LONGEST_PHASE:
        return None
    start, end = sentence_around(text, one.start, other.end)
    if end < other.end or _FOR_A_TIME.search(text, start, end) is None or _NO_PHASE.search(text, start, end):
        return None
    if _THEN.search(text, one.end, other.start):
        return Hit(other.start, other.end, other.payload.value)
    if _AFTER.search(text, one.end, other.start):
        return Hit(one.start, one.end, one.payload.value)
    return None


def freest(hits: Sequence[Hit[WorkMode]]) -> Hit[WorkMode]:
    """Return the hit that leaves most to whoever comes: of several modes that are offered any is right."""
    return min(hits, key=lambda hit: _FREEST.index(hit.payload))


def choices(hits: Sequence[Hit[ModeWord]], text: str) -> list[Hit[WorkMode]]:
    """Return a hit for the freest of each modes that one may choose from: `(Remote / Hybrid)`, `onsite or remote`."""
    pairs = [pair for pair in pairwise(hits) if _is_choice(*pair, text)]
    offered = [*(hit for pair in pairs for hit in pair), *(hit for hit in hits if is_beside_place(text, hit))]
    return [freest([Hit(hit.start, hit.end, hit.payload.value) for hit in offered])] if offered else []


def _is_choice(one: Hit[ModeWord], other: Hit[ModeWord], text: str) -> bool:
    if (
        one.payload.value is other.payload.value
        or other.start - one.end > _APART
        or not _CHOICE.fullmatch(text, one.end, other.start)
    ):
        return False
    # a phrase with its verb opens the choice by itself
    opened = not one.payload.bare or (text[one.start].isupper() and text[other.start].isupper())
    if not (opened or _OPENS.search(text, max(0, one.start - _BEFORE), one.start)) or not _CLOSES.match(text, other.end):
        return False
    start, end = sentence_around(text, one.start, other.end)
    if SENTENCE_FOLLOWS.match(text, other.end):
        end = other.end
    return _OF_OTHERS.search(text, max(start, one.start - _NEAR), min(end, other.end + _NEAR)) is None


def mixes(hits: Sequence[Hit[ModeWord]], text: str) -> list[Hit[WorkMode]]:
    """Return a hit for each two words that say so: `a mix of work in the office and from home`, `onsite, partly remote`."""
    pairs = [Hit(one.start, other.end, WorkMode.HYBRID) for one, other in pairwise(hits) if _is_mix(one, other, text)]
    return pairs or [Hit(hit.start, hit.end, WorkMode.HYBRID) for hit in hits if _has_office_beside(hit, text)]


def _has_office_beside(hit: Hit[ModeWord], text: str) -> bool:
    """Return whether the sentence combines remote work with an office: `hemifrån i kombination med kontoret`."""
    if hit.payload.value is not WorkMode.REMOTE:
        return False
    start, end = sentence_around(text, hit.start, hit.end)
    if _BOTH.search(text, start, end) is None or _OFFICE.search(text, start, end) is None:
        return False
    return _OWN.search(text, start, end) is not None and _TWO.search(text, start, end) is None


def _is_mix(one: Hit[ModeWord], other: Hit[ModeWord], text: str) -> bool:
    if WorkMode.HYBRID in (one.payload.value, other.payload.value) or one.payload.value is other.payload.value:
        return False
    between = text[one.end : other.start]
    if len(between) > _APART or "\n" in between or ". " in between or _TWO.search(between):
        return False
    before = text[max(0, one.start - _BEFORE) : one.start].rpartition(". ")[2]
    if _TWO.search(before) or _TWO.match(text, other.end + 1):
        return False
    if _BOTH.search(before) and _OWN.search(text, one.start - len(before), other.end + _BESIDE):
        return True
    if _DAYS.search(between):
        return True
    return one.payload.value is WorkMode.ONSITE and _PARTLY.search(between) is not None
