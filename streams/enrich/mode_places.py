"""An office in a sentence: whether one must be there, which is a mode, or whether it only says where the office is."""

import re
from collections.abc import Iterator, Sequence

from schemas.derived import WorkMode
from streams.enrich.text import Hit
from streams.enrich.weeks import sentence_around
from streams.enrich.words import OfficeWord

_OFFICE = OfficeWord()
_OFFICES = ("office", "offices", "hq", "headquarters", "studio")
_MUST_BE = re.compile(
    r"(?:\b(?:must|required to|requires?|expected? to|expects|available to|prepared to|willing(?:ness)? to|able to|ability to"
    r"|needs? to|has to|have to|you will|you['’]ll|shall|commit\w* to)\b"
    r"[^.!?\n:;]{0,30}?\b(?:work|working|be present|be|report daily|come|commute)"
    r"(?: (?:full[- ]time|daily|physically|in[- ]person|on-?site|primarily|exclusively|every day|regularly|present|and),?){0,3}"
    r"|\bworks? full[- ]time) (?:in|at|from|out of|into|to) (?:the|our|its|one of our)(?: [\w.,&'’/-]{1,20}){0,4} $",
    re.IGNORECASE,
)
# It is only at times, or one's choice.
_NOT_ALWAYS = re.compile(
    r"\b(?:if(?! necessary)|when|while|may|can|could|some|sometimes|occasional\w*|travel|visit\w*|option\w*|or|remote\w*|home"
    r"|hybrid|once|(?<!every )(?<!each )days?|week|weekly"
    r"|month|monthly|quarter\w*|meetings?|events?|needed|as need|time to time|with (?:the|our|other|your))\b",
    re.IGNORECASE,
)
_VERBS, _WHOSE = (" work", " be ", " come ", " commute", " report "), (" our ", " the ", " its ")
_BEFORE = 120


def office_words() -> Iterator[tuple[str, OfficeWord]]:
    """Yield words for an office."""
    return ((word, _OFFICE) for word in _OFFICES)


def modes_of_offices(hits: Sequence[Hit[OfficeWord]], text: str) -> list[Hit[WorkMode]]:
    """Return a hit for each office in which one must be: `you must be able to work from our Oslo office`."""
    return [Hit(hit.start, hit.end, WorkMode.ONSITE) for hit in hits if _must_be_in(hit, text)]


def _must_be_in(hit: Hit[OfficeWord], text: str) -> bool:
    window = max(0, hit.start - _BEFORE)
    before = text[window : hit.start]
    # both are looked for before a pattern is tried that costs more
    if not (any(verb in before for verb in _VERBS) and any(whose in before for whose in _WHOSE)):
        return False
    asked = _MUST_BE.search(before)
    if asked is None or _NOT_ALWAYS.search(asked[0]):
        return False
    _, end = sentence_around(text, hit.start, hit.end)
    return _NOT_ALWAYS.search(text, hit.end, end) is None
