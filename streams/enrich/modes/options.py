"""Remote work that a job leaves to whoever holds it: `with the option to work remotely`."""

import re
from collections.abc import Sequence
from typing import Any

from schemas.derived import WorkMode
from streams.enrich.text import Hit
from streams.enrich.weeks import sentence_around
from streams.enrich.words import HomeWord

# What a job leaves to whoever holds it, of which it does not say how much: `with the option to work remotely`.
_OPTION = re.compile(
    r"(?:\b(?:options?|opportunit(?:y|ies)|possibilit(?:y|ies)|chance|flexibility|freedom|choice|welcome|free|allowed"
    r"|permitted"
    r"|eligible|eligibility) (?:to|of|for)"
    r"|\b(?:position|role|job|internship|opportunity|work|schedule|we|company|agency|employer"
    r"|department|university|college|firm|organi[sz]ation|district|board) (?:is open to|(?:also |does )?(?:allows?"
    r"|permits?|offers?)"
    r"(?: for)?(?: you(?: to)?)?|supports|has|comes with)(?: the (?:ability|option|flexibility|possibility|opportunity) (?:to"
    r"|of|for))?"
    r"|\bchoose to|\bmöjlighet(?:er)? (?:till|att)|\b(?:erbjuder|erbjuds)(?: du| vi)?[^.!?\n]{0,20}|\bmożliwość"
    r"|\bmöglichkeit(?:en)?|\bpossibilit(?:é|à) (?:de|d['’]|di)|\b(?:posibilidad|opción) de"
    r"|\b(?:possibilidade|opção) de|\bmogelijkheid (?:om|tot|voor)|\bmuligh?et? for|\bmulighed for)"
    r"(?:,? (?:also|work|working|do|perform|operate|att|arbeta|jobba|arbete|och|delvis|both|either|on-?site|and|or|a|an|regular"
    r"|full-time|auch|zu[mr]?|für|von|auf|der|des|teilweise"
    r"|fully|100%)){0,5},? $",
    re.IGNORECASE,
)
_IS_OPTION = re.compile(
    r"(?: work(?:ing)?| arrangements?| schedules?)?(?: options?)?(?: (?:is|are|(?:will )?remains?|will be)(?: also)?)? "
    r"(?:an option|(?:fully )?supported|available|offered|allowed|permitted|supported|encouraged)\b(?! (?:for|to) (?:the right"
    r"|certain|some"
    r"|exceptional)| under)"
    r"|(?<=telework)[ -]eligible\b",
    re.IGNORECASE,
)
# What stands beside free hours among the benefits: `flexible working hours and home office`.
_HOURS = re.compile(
    r"\bflexib\w+ (?:in your |of )?(?:working |work )?(?:hours|times?|schedules?)(?:,| and| &| \+| /)"
    r"(?: (?:the )?(?:ability|possibility|option) to)? $"
    r"|\b(?:benefits|perks): $",
    re.IGNORECASE,
)
_ENDS = re.compile(r"(?:[ -](?:[wW]ork(?:ing)?|flexibility))?(?= ?(?:$|[.,;:!()\n•&*]|and\b)| [A-Z])")
_OFFICE_ENDS = re.compile(r"[ -][oO]ffice(?= ?(?:$|[.,;:!()\n•&*]|and\b)| [A-Z])")
_NO_OPTION = re.compile(
    r"\b(?:potential|may|might|could|possibly|consider\w*|once|after|eventually|future|discretion|if|not|no|n['’]t|managers?"
    r"|others"
    r"|experience|some flexibility|teams?|customers?|clients?|occasional\w*|some of|many|most|certain|device|software|tools?"
    r"|platform"
    r"|benefits of)\b",
    re.IGNORECASE,
)
# Remote work goes on as work or ends there; and then it is not when it is needed only.
_GOES_ON = re.compile(
    r"(?:[ -](?:work(?:ing)?|arrangements?|schedules?|days?|options?|employment|positions?))*"
    r" ?(?:$|[.,;:!)\n•*-]|(?:from|in|within|across|or|and|but|so|as|with|while|part|full|anywhere|throughout|finns|eller|och|i"
    r"|med|upp till|te werken|zu arbeiten|oder|lub|albo|ou|of|aus|et|avec"
    r"|selon|y|con|según|e|com|para|en|met|na|og|mit|und|nach|z|oraz|i|for (?:this"
    r"|the) (?:position|role|job|post))\b|[A-Z])"
)
_NOT_ALWAYS = re.compile(
    r"(?:(?!\bbut\b)[^.!?\n,]){0,40}\b(?:as needed|when|if|sometimes|occasional\w*|after|once|weeks|year|month|depending"
    r"|consider\w*"
    r"|potential|balance|fall into|kan vara|vid behov|[1-4] ?(?:-|days))\b",
    re.IGNORECASE,
)
_BEFORE = 95


def options(hits: Sequence[Hit[Any]], text: str) -> list[Hit[WorkMode]]:
    """Return a hit for each word of remote work that a job leaves to whoever holds it: `with opportunities to work remotely`."""
    return [Hit(hit.start, hit.end, WorkMode.REMOTE) for hit in hits if _is_option(text, hit)]


def home_offices(hits: Sequence[Hit[HomeWord]], text: str) -> list[Hit[WorkMode]]:
    """Return a hit for each office at home that a job leaves to whoever holds it: `flexible hours and home office`."""
    return [Hit(hit.start, hit.end, WorkMode.REMOTE) for hit in hits if _is_home_office(text, hit)]


def _is_home_office(text: str, hit: Hit[HomeWord]) -> bool:
    if not text.startswith(("office", "Office"), hit.end + 1):
        return False
    window = max(0, hit.start - _BEFORE)
    if _OFFICE_ENDS.match(text, hit.end) is None:
        return False
    offered = _HOURS.search(text, window, hit.start) or _OPTION.search(text, window, hit.start)
    return offered is not None and _is_unconditional(text, hit, window)


def _is_option(text: str, hit: Hit[Any]) -> bool:
    if hit.payload.value is not WorkMode.REMOTE:
        return False
    window = max(0, hit.start - _BEFORE)
    offered = (
        _IS_OPTION.match(text, hit.end)
        or (_GOES_ON.match(text, hit.end) and _OPTION.search(text, window, hit.start))
        or (_ENDS.match(text, hit.end) and _HOURS.search(text, window, hit.start))
    )
    if not offered:
        return False
    return _is_unconditional(text, hit, window)


def _is_unconditional(text: str, hit: Hit[Any], window: int) -> bool:
    start, _ = sentence_around(text, hit.start, hit.end)
    return _NO_OPTION.search(text, max(start, window), hit.start) is None and _NOT_ALWAYS.match(text, hit.end) is None
