"""The last day on which one may apply, beside the words for it."""

import re
from dataclasses import replace
from datetime import datetime, timedelta

from streams.enrich.cues import Cue
from streams.enrich.days import Day, find_day
from streams.enrich.text import Hit

CUES = (Cue.DEADLINE, Cue.LOOSE_DEADLINE, Cue.BOUND, Cue.WINDOW)
# How far behind its word a day may stand, with nothing but words between: no sentence ends there.
_REACH, _REACH_SECOND, _REACH_BACK = 70, 40, 45
_SHORTENED = r"t\.o\.m|\bt\.o|\bt|t\. o\. m|t\. o|\bkl|\bd|mån|tis|ons|tor|fre|lör|sön"
_NO_END = "|".join(f"(?<={word})" for word in _SHORTENED.split("|"))
_BETWEEN = re.compile(
    # a label may stand above its day
    r"[\s:*[-]{1,6}"
    rf"|(?:[^\d.;!?\n]|\n(?!\n)|\.(?=\d)|(?:{_NO_END})\.|(?:(?<=kl)|(?<=kl\.)|(?<=klockan))\s?\d{{1,2}}(?:[.:]\d\d)?\b"
    r"|\d{1,2}(?:[:.]\d\d)?\s?(?:am|pm|a\.m\.|p\.m\.|h)\b|\d{1,2}:\d\d\b)*",
    re.IGNORECASE,
)
_DIGIT = re.compile(r"\d")
_LAST, _LONGEST, _LONGEST_BOUND = timedelta(days=120), timedelta(days=750), timedelta(days=183)
_UNTIL = re.compile(
    r"\W{0,4}(?:-|–|—|\b(?:till och med|to|and|through|until|till|t\.?o\.?m\.?|och)(?!\w))\W{0,4}(?:den\s|the\s)?"
    r"(?:\w{2,5}day,?\s)?",
    re.IGNORECASE,
)
# `between 2 and 30 June`: the month of the first day stands behind the second.
_FROM_DAY = re.compile(r"[^\d.;!?\n]{0,40}\d{1,2}\s?(?:-|–|—|to|and|till|och)\s?(?:den\s|the\s)?", re.IGNORECASE)
_ENDS = re.compile(
    r"\b(?:till?|until|through|to|t\.\s?o\.\s?m|t\so\sm|tom|senast|ends?|closes?|stänger|slutar|går ut)\b", re.IGNORECASE
)
# `30 June is the last day to apply`
_IS = re.compile(r"\s(?:är|is|as)(?:\s(?:the|our|vår|din|därför))?\s{1,2}$", re.IGNORECASE)
_APPLYING = re.compile(
    r"\bappl|submi|\bsend|\bcv\b|resume|ansök|\bsök(?:a|er|as)?\b|ansøg|søknad|candidat|posting|job listing|vacanc|\badvert"
    r"|\bads?\b|annons|bewerb|anmäl|\bsvar|solicitud|inscri|bewirb|postul|kandid|aplik|zgłosz|curr[ií]cul|reage|sollicit|vacatur|domand|\bsøg|\bsøk|unterlagen",
    re.IGNORECASE,
)
# Plans and papers are submitted by a day, too.
_APPLICATION = re.compile(r"\bappl(?:y|ications?)\b|resume|\bcv\b|cover letter", re.IGNORECASE)
# `Applicants must be able to start no later than July 19`
_OF_WORK = re.compile(
    r"\b(?:start\w*|begin\w*|commenc\w*|join\w*|availab\w*|graduat\w*|complet\w*|travel\w*|relocat\w*|befristet"
    r"|tidsbegränsad\w*|börja\w*|tillträd\w*|eintritt\w*|disponib\w*)\W(?:\w+\W){0,2}$"
    r"|\b(?:contrat\w*|cdd|umow\w*|\w{0,9}vertrag\w*|kontrakt\w*)\W(?:\w+\W){0,5}$"
    # the employer's own day
    r"|\b(?:get back|notified|återko\w+|besked|feedback)\W(?:\w+\W){0,5}$",
    re.IGNORECASE,
)
# What else ends or begins on a day, anywhere in a sentence with `before`, `until`, `till och med`.
_OF_OTHERS = re.compile(
    r"\b(?:start|begin|commenc|join|availab|graduat|complet|travel|relocat|contract|duration|assignment|tempor|degree|diploma"
    r"|valid|interview|onboard|extension|holiday|vacation|closed|notified|internship|employment|vikari|uppdrag|projekt|visstid|tidsbegräns"
    r"|börja|tillträd|intervju|semester|stängt|sommar|arbetstid|praktik|schema|befristet|contrat|cdd\b|umow|kontrakt|verf[üu]gbar|eintritt|disponib|entrevista|\w{0,16}gespräch"
    r"|entretien|colloqui|gesprek|rozmow)|anställning|start\b",
    re.IGNORECASE,
)
# Of `by June` the month belongs to the day.
_BY = re.compile(r"by\b", re.IGNORECASE)
_CONTEXT_BEFORE, _CONTEXT = 140, 80
_SENTENCE_BEFORE, _SENTENCE = 100, 60
_SENTENCE_END = re.compile(r"[.!?;]\s|[\n•]")


def find_deadline(text: str, hit: Hit[Cue], near: datetime, *, day_first: bool | None) -> tuple[Day, str] | None:
    """Return the day that `hit`, one of `CUES`, says that one may apply until, and its words; None where it says none.

    `near`: when it was posted. The day is no long time before or after it.
    """
    cue, in_front = hit.payload, False
    if (cue is Cue.LOOSE_DEADLINE and not _is_of_applying(text, hit)) or (cue is Cue.BOUND and not _is_bound(text, hit)):
        return None
    if cue is Cue.BOUND and _BY.match(text, hit.start):
        hit = hit._replace(end=hit.start + len("by"))
    found = (_end if cue is Cue.WINDOW else day_behind)(text, hit, near, day_first=day_first)
    if found and cue is Cue.LOOSE_DEADLINE and _OF_OTHERS.search(text, hit.end, found.start):
        return None
    if found is None and cue in (Cue.DEADLINE, Cue.LOOSE_DEADLINE):
        found = _day_in_front(text, hit, near, day_first=day_first)
        in_front = True
    if found is None or not -_LAST <= found.day - near.date() <= (_LONGEST_BOUND if cue is Cue.BOUND else _LONGEST):
        return None
    return found, text[found.start : hit.end] if in_front else text[hit.start : found.end]


def has_digits(text: str, hit: Hit[Cue]) -> bool:
    """Return whether a day may stand near a word: beside most there is none."""
    return _DIGIT.search(text, max(0, hit.start - _REACH_BACK), hit.end + _REACH) is not None


def day_behind(text: str, hit: Hit[Cue], near: datetime, *, day_first: bool | None) -> Day | None:
    """Return the day right behind a word, where nothing but words of the same sentence stands between."""
    found = find_day(text, hit.end, min(len(text), hit.end + _REACH), near, day_first=day_first)
    return found if found and _BETWEEN.fullmatch(text, hit.end, found.start) else None


def _day_in_front(text: str, hit: Hit[Cue], near: datetime, *, day_first: bool | None) -> Day | None:
    start = max(0, hit.start - _REACH_BACK)
    verb = _IS.search(text, start, hit.start)
    found = find_day(text, start, verb.start(), near, day_first=day_first) if verb else None
    return found if found and verb and found.end == verb.start() else None


def _end(text: str, hit: Hit[Cue], near: datetime, *, day_first: bool | None) -> Day | None:
    """Return the second of two days, or the only one behind a word for an end."""
    first = find_day(text, hit.end, min(len(text), hit.end + _REACH), near, day_first=day_first)
    if first is None or _FROM_DAY.fullmatch(text, hit.end, first.start):
        return first
    if not _BETWEEN.fullmatch(text, hit.end, first.start):
        return None
    until = _UNTIL.match(text, first.end, first.end + _REACH_SECOND)
    # cut off, since a day is none behind another and a dash
    rest = text[until.end() : first.end + _REACH_SECOND] if until else ""
    second = find_day(rest, 0, len(rest), near, day_first=day_first)
    if until and second and second.start == 0:
        return replace(second, start=until.end(), end=until.end() + second.end)
    return first if _ENDS.search(text, hit.end, first.start) else None


def _is_of_applying(text: str, hit: Hit[Cue]) -> bool:
    """Whether it is applications that the words around a loose one are about, and not the start of work."""
    start, end = max(0, hit.start - _CONTEXT_BEFORE), min(len(text), hit.end + _CONTEXT)
    return _APPLYING.search(text, start, end) is not None and not _OF_WORK.search(text, start, hit.start)


def _is_bound(text: str, hit: Hit[Cue]) -> bool:
    """Whether the sentence around a bound is about applying, and about nothing else that has an end."""
    start, end = max(0, hit.start - _SENTENCE_BEFORE), min(len(text), hit.end + _SENTENCE)
    for before in _SENTENCE_END.finditer(text, start, hit.start):
        start = before.end()
    stop = _SENTENCE_END.search(text, hit.end, end)
    end = stop.start() if stop else end
    applying = _APPLICATION if _BY.match(text, hit.start) else _APPLYING
    return applying.search(text, start, end) is not None and not _OF_OTHERS.search(text, start, end)
