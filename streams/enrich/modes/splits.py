"""Home and a place of work in one sentence: a week that has both is hybrid, and of a free choice between them both count."""

import re
from collections.abc import Iterable, Iterator
from typing import Any

from schemas.derived import WorkMode
from streams.enrich.text import Hit
from streams.enrich.weeks import sentence_around
from streams.enrich.words import HomeWord

_HOME_WORD = HomeWord()
_HOME = (
    r"(?:(?<!nursing )(?<!take )home(?!s?[ -](?:health|care|visit|town|page|delivery|loan|depot|buy|own|life|improve|build"
    r"|school))|remote(?:ly)?\b"
    r"|tele(?:work|commut)|wfh\b)"
)
_PLACE = (
    r"(?:office|headquarters|hq|studio|shop|campus|lab(?:oratory)?|clinic|plant|site|on-?site|facility|warehouse|showroom|hub"
    r"|depot"
    r"|school|workshop|in[- ]person|library|hospital|cent(?:er|re)|branch)\b"
)
_WITHIN = r"[^.!?\n]{0,60}?"
_BOTH = rf"(?:\b{_HOME}{_WITHIN}\b{_PLACE}|\b{_PLACE}{_WITHIN}\b{_HOME})"
_EITHER_WAY = re.compile(_BOTH, re.IGNORECASE)
# `A 50/50 split of office and home working`, `your week is divided between home and the Oslo office`
_SPLIT = re.compile(
    r"(?:\b(?:(?:mix|mixture|blend|combination|balance) (?:of|between)|combin(?:es?|ing)|split(?:s|ting)?|divid(?:es?|ed|ing)"
    r"|balanc(?:es?|ed|ing)"
    rf"|alternat(?:es?|ed|ing)|50/50|(?:work(?:ing)?|time|week) between|half and half|partly|alongside)\b{_WITHIN}{_BOTH})",
    re.IGNORECASE,
)
# `3 days in the clinic and 1 remote day`
_NUMBER = r"(?:[1-4]|one|two|three|four|a couple of)(?: ?(?:-|–|to|or) ?(?:[2-4]|two|three|four))?"
_DAYS_OF_BOTH = re.compile(
    rf"\b{_NUMBER}(?: [\w-]{{1,12}}){{0,2}} days?\b(?:[^.!?\n]{{0,40}}){_BOTH}"
    rf"|\b(?:{_PLACE}|{_HOME})[^.!?\n]{{0,15}}\b{_NUMBER}(?: [\w-]{{1,12}})? days?\b[^.!?\n]{{0,30}}(?:{_PLACE}|{_HOME})",
    re.IGNORECASE,
)
# `Home on Monday and Friday, office on the other days`
_NAME = r"(?:mon|tues?|wed(?:nes)?s?|thu(?:rs?)?|fri)(?:day)?s?"
_AT_HOME = r"(?:(?:at|from) home|remote(?:ly)?\b|tele(?:work|commut)\w*|wfh\b)"
_NAMED_DAYS = re.compile(
    rf"\b{_AT_HOME}(?: on)?[ :,]{{1,2}}(?!mon[a-z]* ?(?:-|–|to|thr)){_NAME}\b|(?<![-–])(?<![-–] )\b{_NAME}[ :,]{{1,2}}(?:at "
    rf"|from |in )?(?:the )?{_AT_HOME}",
    re.IGNORECASE,
)
_HOME_ON = re.compile(rf"\bhome(?: on)?[ :,]{{1,2}}{_NAME}\b|\b{_NAME}[ :,]{{1,2}}home\b", re.IGNORECASE)
# `Eight days a month from home`
_MONTHLY = re.compile(
    r"\b(?:[4-9]|1\d|four|five|six|eight|ten)(?: ?(?:-|–|to) ?\d\d?)? (?:(?:working )?days|times) (?:a|per|each"
    r"|every) month\b[^.!?\n]{0,30}"
    r"\b(?:home|remotely|office)\b|\b(?:home|remotely|office) (?:(?:up to|at least|about|around) )?(?:[4-9]|1\d|four|five|six"
    r"|eight|ten)"
    r"(?: ?(?:-|–|to) ?\d\d?)? (?:days|times) (?:a|per|each|every) month\b"
    # hours of a week, of which telework is only a part
    r"|\b(?:[48]|12|16|20|24) hours (?:of )?tele(?:work|commut)\w*(?: (?:a|per|each|every) week)"
    r"|\btele(?:work|commut)\w* (?:for )?(?:(?:up to|a maximum of|at most) )?(?:[48]|12|16|20|24) hours (?:a|per|each"
    r"|every) week\b",
    re.IGNORECASE,
)
# A part of each kind, for a look that costs less than a pattern.
_LENGTHS = ("month", "hours")
_CUES = (
    "mix", "blend", "combin", "split", "divid", "balanc", "alternat", "50/50", "between", "half", "partly", "alongside", "day",
    "choice", "choose", "whichever", "up to you", "prefer", "suits", "either", "difference", "mind", "pick", "call", "like",
    "decide", "mon", "tue", "wed", "thu", "fri",
)  # fmt: skip
# `From our office or from home, whichever suits you`
_FREE = re.compile(
    r"\b(?:whichever|(?:each|every) (?:of us|team member|employee|person) (?:picks|chooses|decides)"
    r"|which(?: you(?:['’]d)?)? (?:suits?|prefer|works|is)|up to you|your (?:own )?(?:choice|call|preference)"
    r"|you(?:['’]re free to)? (?:choose|decide|pick|prefer|like)|choose|makes? no difference|we don['’]t mind|suits you"
    r"|the choice is|as you (?:like|prefer|wish|choose)|either)\b",
    re.IGNORECASE,
)
_OR = re.compile(r"\bor\b", re.IGNORECASE)
_OTHERS = re.compile(
    r"\b(?:teams|(?<!this )(?<!our )(?<!the )team(?! member)|customers?|clients?|patients?|students?|candidates|interviews?"
    r"|events?|meetings?|visits?|possib\w*|consider\w*"
    r"|if(?! you(?:['’]d)? (?:prefer|like|choose|want|wish))|might|could|potential\w*|some (?:roles|teams|positions)|most|many"
    r"|friendly|help\w*|people|users?|companies|driv\w+|commut\w*|(?<!no )weekends?|month|year|quarter|(?<!after )training"
    r"|work[-/ ]life|life[- ]balance"
    r"|family|discretion|perks?|breakfast|lunch|happy hours?|roles|positions|engineers|developers|workers|services?|delivered"
    r"|travel)\b",
    re.IGNORECASE,
)


def home_words() -> Iterator[tuple[str, HomeWord]]:
    """Yield the word for one's home as a place of work."""
    yield "home", _HOME_WORD


def splits(hits: Iterable[Hit[Any]], text: str) -> list[Hit[WorkMode]]:
    """Return a hit for each sentence that has home and a place of work in one week, or that leaves them to one's choice."""
    spans = dict.fromkeys(sentence_around(text, hit.start, hit.end) for hit in hits)
    return [Hit(start, end, mode) for start, end in spans if (mode := _mode_of(text, start, end))]


def _mode_of(text: str, start: int, end: int) -> WorkMode | None:
    sentence = text[start:end].lower()
    if any(length in sentence for length in _LENGTHS) and _MONTHLY.search(text, start, end):
        return WorkMode.HYBRID
    if not any(cue in sentence for cue in _CUES) or _OTHERS.search(text, start, end):
        return None
    if _NAMED_DAYS.search(text, start, end):
        return WorkMode.HYBRID
    if _EITHER_WAY.search(text, start, end) is None:
        return None
    if _OR.search(text, start, end) and _FREE.search(text, start, end):
        return WorkMode.REMOTE
    both = any(kind.search(text, start, end) for kind in (_SPLIT, _DAYS_OF_BOTH, _HOME_ON))
    return WorkMode.HYBRID if both else None
