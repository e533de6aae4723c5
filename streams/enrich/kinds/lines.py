"""Where a time of the week amid a text stands by itself, or a word for work for a time before how long it lasts."""

import re

from schemas.derived import EmploymentType
from streams.enrich.text import Hit
from streams.enrich.words import KindWord, begins_field

# Who comes next: `our 2nd full-time painter`, and `you will be the sixth full-time employee`.
_ORDINAL = r"(?:\d{1,2}(?:st|nd|rd|th)|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|next)\s$"
_NEXT = re.compile(rf"(?:^|\n|\b(?:the|our|your) ){_ORDINAL}", re.IGNORECASE)
_BE_NEXT = re.compile(rf"\b(?:be|as|become|add|hire) (?:the|our) {_ORDINAL}", re.IGNORECASE)
# A label before it, and what else that says: `Type: Administrative, full time`.
_LABELLED = re.compile(
    r"(?:type|status|classification|schedule|category|commitment)s?\s?:\s?(?:[A-Z][\w -]{1,30}[,/|] ?)?$", re.IGNORECASE
)
# The end of a short line, `Sekretärin Teilzeit` or `Engineer, full-time`, and `Engineer, full time, 25% travel`.
_LINE_END, _NEXT_PART = re.compile(r"[ \t*)]*(?:\r?\n|$)"), re.compile(r"[,;|]")
_PARTS = frozenset(",;|–—-(")
# Beside letters of another script, and behind a picture, a Latin word stands by itself.
_STRANGE_BEFORE = re.compile(r"[\u0370-\u1fff\u2600-\u27bf\U0001f300-\U0001faff]\ufe0f?[ :/(-]{1,3}$")
_STRANGE_BEHIND = re.compile(r"[ /)-]{1,3}[\u0370-\u1fff]")
# `Painter - contract (20 hours a week)`, and `Contract: 6 months` at the beginning of a line or behind a label.
_PARTED = re.compile(r"(?:^|\n|[a-z]:|\w[)]? [|–—-])[\s•*·–-]{0,4}$")
_LIMIT = re.compile(
    r"\s?[:,(–-]{1,2}\s?(?:up to |initial |approx\w* )?(?:\d{1,2}\+?[ -]?(?:months?|weeks?|years?|hours?|hrs?|[-–] ?\d)|long)",
    re.IGNORECASE,
)
# `Die Stelle ist bis zum 31.12. befristet`, `stillingen er foreløbig tidsbegrænset`
_IS_FOR_A_TIME = re.compile(
    r"\b(?:(?:voll|teil)?(?:zeit)?stelle|arbeitsverhältnis|anstellung|beschäftigung|vertrag|position|einstellung|stillingen"
    r"|ansættelsen|ansettelsen|tjänsten|anställningen)\b[^.!?\n]{0,40}\b(?:ist|wird|erfolgt|er|är)\b(?:[^!?\n:;.]|\d\.){0,60}$",
    re.IGNORECASE,
)
_LINE, _LONG_LINE = 60, 130
_LONGEST_LABEL, _LONGEST_NEXT, _LONGEST_SIGN, _NEAR, _LONGEST_CLAUSE = 60, 24, 5, 8, 125


def comes_next(text: str, hit: Hit[KindWord]) -> bool:
    """Return whether the time is that of the next one: `our 2nd full-time painter`."""
    return _NEXT.search(text, max(0, hit.start - _LONGEST_NEXT), hit.start) is not None


def stands_apart(text: str, hit: Hit[KindWord]) -> bool:
    """Return whether the time has a line, a part of a line or a label of its own, or is that of who will be the next one."""
    start = hit.start
    return (
        _LABELLED.search(text, max(0, start - _LONGEST_LABEL), start) is not None
        or _STRANGE_BEFORE.search(text, max(0, start - _LONGEST_SIGN), start) is not None
        or _STRANGE_BEHIND.match(text, hit.end) is not None
        or _BE_NEXT.search(text, max(0, start - _LONGEST_NEXT), start) is not None
        or _is_part_of_line(text, hit)
    )


def is_limited(text: str, hit: Hit[KindWord]) -> bool:
    """Return whether a word for work for a time stands before how long it lasts, or says it of the job."""
    if _LIMIT.match(text, hit.end) and _PARTED.search(text, max(0, hit.start - _NEAR), hit.start):
        return True
    # in English such a line begins with a noun: `Contract, price and scope are yours`
    if hit.payload.abroad and hit.payload.value is not EmploymentType.INTERNSHIP and begins_field(text, hit):
        return True
    if hit.payload.value is not EmploymentType.TEMPORARY:
        return False
    return _IS_FOR_A_TIME.search(text, max(0, hit.start - _LONGEST_CLAUSE), hit.start) is not None


def _is_part_of_line(text: str, hit: Hit[KindWord]) -> bool:
    near = max(0, hit.start - _LONG_LINE)
    before = text[max(near, text.rfind("\n", near, hit.start) + 1) : hit.start]
    parted = before.rstrip()[-1:] in _PARTS
    if _LINE_END.match(text, hit.end):
        return len(before) < (_LONG_LINE if parted else _LINE) and before[:1].isupper()
    return parted and len(before) < _LINE and _NEXT_PART.match(text, hit.end) is not None
