"""Which words of a mode are not about the job: other people's mode, an interview's, one that only may be."""

import re

from schemas.derived import WorkMode
from streams.enrich.text import Hit
from streams.enrich.words import ModeWord

# What an employer may think about, before the word and behind it.
_MAY_BE = re.compile(
    r"(?:(?:opportunit(?:y|ies)|options?|potential|possibility) (?:for|of)|possibility to|begränsad\w* möjlighet(?:er)? till"
    r"|\bif (?:this|the|your)(?: [a-z]+ is)?|\boption (?:einer?|auf|für|zu[mr]?)(?: \w+n)?)"
    r" (?:an? |some |fully )?(?:remote ?/ ?)?$",
    re.IGNORECASE,
)
_MAYBE = re.compile(
    r"\b(?:possibl[ye]|maybe|perhaps|potential(?:ly)?|open to|considering|some|may require [^.|\n]{0,30}"
    r"|(?:may|might|could) (?:[a-z]+ )?(?:be|become))(?: fully| a)? $",
    re.IGNORECASE,
)
# `Homeoffice ist nach Absprache möglich`
_POSSIBLE = (
    r"[ -](?:arbeit |arbeiten |work )?(?:ist |sind |är |er |est |es |é |è |is )?"
    r"(?:nach absprache |auch |también |anche |ook |också |også )?"
    r"(?:möglich|möjligt?|posible|possível|possibile|mogelijk|muligt?|możliw[aey])\b"
)
_IS_POSSIBLE = re.compile(
    rf"{_POSSIBLE}|"
    r" (?:schedules? |work |options? |arrangements? )?(?:vary|varies|depends?|ha(?:s|ve) ended)\b|[ ,(-]{0,3}(?:work(?:ing)? "
    r"|candidates? "
    r"|applicants? )?(?:(?:with)?in [a-z. ]{2,20} )?"
    r"(?:is |are |(?:will|would|can) (?:also )?be |an? |also |totally |only )*"
    r"(?:ok|okay|fine|welcome|possible|possibility|options? for|friendly|potential|eligible|considered|optional|negotiable|maybe"
    r"|conceivable|entertained|a plus|for (?:the |an? )?(?:right|exceptional))(?:\b|²)"
    r"|[ ,-]{1,3}(?:work )?(?:may|might|could) be\b",
    re.IGNORECASE,
)
_MAY_FOLLOW = re.compile(r"\b(?:might|potential(?:ly)?)(?: [a-z]{1,10}){0,2} (?:an? )?$")
_IS_CONSIDERED = re.compile(
    rf"{_POSSIBLE}|"
    r"[ ,(-]{0,3}(?:work(?:ing)? )?(?:is |(?:will|would|can) (?:also )?be )?(?:also )?(?:considered|optional|negotiable)\b"
    r"|[ ,-]{1,3}(?:work )?(?:(?:may|might|could) be|depends)\b",
    re.IGNORECASE,
)
_OTHERS = re.compile(
    r"(?:experience (?:working )?(?:in|with|on|for|managing|leading)|\bwho (?:are|work)|\b(?:not|n['’]t) working|managing"
    r"|leading)(?: [a-z]{1,12}){0,2}\s$",
    re.IGNORECASE,
)
# `We help companies work remotely`
_HELPED = re.compile(
    r"\b(?:help|enabl|empower)\w*(?: [a-z]+){0,2} (?:customers?|clients?|companies|businesses|organi[sz]ations|people|users?"
    r"|teams"
    r"|workers|employers|everyone|others)(?: to)?(?: work(?:ing)?)? $",
    re.IGNORECASE,
)
# `Our customers are remote`, `events will be in person`
_OF_CUSTOMERS = re.compile(
    r"\b(?:(?:customers|clients|users|patients|partners|learners|guests) (?:are|work|operate|will be)"
    r"|(?:onboarding|orientation|meetings?|events?|workshops?|classes|sessions|conferences?) (?:is|are|will"
    r"|may))\b[^.!?\n]{0,20}$",
    re.IGNORECASE,
)
_OF_BEGINNING = re.compile(
    r"[ -](?:job )?(?:interview|onboarding|recruit|hiring (?:process|steps)|selection process|assessment)", re.IGNORECASE
)
_PAST = re.compile(r"\b(?:were|was|went|used to be|had been)(?: [a-z]{1,12})? $")
_WEEKS_OFF = re.compile(
    r"[\"”’']?[^.!?\n]{0,30}\bweeks? (?:per|a|each) year|[\"”’']? for (?:up to )?[\w-]{1,5} weeks", re.IGNORECASE
)
_OF_WEEKS = re.compile(r"weeks? (?:per|a|each) year of (?:fully )?$", re.IGNORECASE)
_SOME = re.compile(
    r"\b(?:some|many|most|other|few|several|certain)(?: of (?:our|these|the))? (?:(?:is|are|do|can) )?(?:[–-] )?$", re.IGNORECASE
)
# `Most of our colleagues enjoy some form of`
_SOME_STAFF = re.compile(
    r"\b(?:some|many|most|several|certain|a few|(?:our|the) other)(?: of)?(?: our| the| these)?(?: [\w-]{1,15}){0,2}"
    r" (?:(?:staff|colleagues|offices|locations|departments|(?<=our )(?:roles|positions)|people|teams"
    r"|employees|engineers|workers|members)\b)[^.!?\n]{0,35}$",
    re.IGNORECASE,
)
_CHOICE = re.compile(r"(?:\b(?:and|or)|[&/+]) $", re.IGNORECASE)
_INTERVIEW = re.compile(r"interview[^.!?\n]{0,40}$", re.IGNORECASE)
# Of a job that is one thing and another at once.
_OF_TRADES = re.compile(
    r",?(?: of (?!remote|\d|two|three|up to|at least|on[- ]?site|in[- ]office|in[- ]person|both)| (?:that )?(?:will )?(?:serv"
    r"|involv|combin|bridg|blend"
    r"|focus)"
    r"| (?:between|with both|in which you|that(?:['’]s| is) part)|\)? (?:apps?|applications?|mobile|cloud|events?|vehicles?"
    r"|technolog\w+|tools|software|solutions|platforms?)\b)",
    re.IGNORECASE,
)
# `Visit clients at home and in office 3 days a week`
_AT_CLIENTS = re.compile(
    r"\b(?:clients?|customers?|patients?|students?|residents?|famil(?:y|ies)) (?:at|in) (?:their )?homes?\b", re.IGNORECASE
)
# A part of every word that is looked for before: without it no pattern is tried that costs more.
_CUE = re.compile(
    r"xperience|elp|nabl|mpower|who |ot work|['’]t work|anag|eading|ption|pportunit|otential|ossib|öjlig|[iI]f |year of|nterview"
)
_SOMETIMES = re.compile(r"[sS]ome |[mM]any |[mM]ost |everal |ertain | few | other ")
_DONE = ("performed", "done", "worked", "carried", "held")
_BEFORE, _LONGEST_SOME, _LONGEST_MAYBE, _LONGEST_STAFF = 60, 24, 45, 90


def is_not_the_jobs(text: str, hit: Hit[ModeWord]) -> bool:
    """Return whether the word is about others, an interview, a trade, or what may be: `experience with fully remote teams`."""
    window = max(0, hit.start - _BEFORE)
    if is_of_others(text, hit) or _OF_BEGINNING.match(text, hit.end) or _OF_CUSTOMERS.search(text, window, hit.start):
        return True
    if hit.payload.value is WorkMode.ONSITE:
        # `Indianapolis, IN office`
        if text.startswith("IN o", hit.start):
            return True
        return _INTERVIEW.search(text, window, hit.start) is not None
    if hit.payload.value is WorkMode.HYBRID:
        if _is_no_share(text, hit) or _is_at_clients(text, window, hit.start) or _MAY_FOLLOW.search(text, window, hit.start):
            return True
        behind = _OF_TRADES.match(text, hit.end) or _IS_CONSIDERED.match(text, hit.end)
    else:
        # of `onsite and remote welcome` both are offered
        if _is_doubted(text, hit.start):
            return True
        chosen = text[hit.start] not in "fFpP" and _CHOICE.search(text, max(0, hit.start - _LONGEST_SOME), hit.start)
        behind = (not chosen and _IS_POSSIBLE.match(text, hit.end)) or _WEEKS_OFF.match(text, hit.end)
    return behind is not None or (_CUE.search(text, window, hit.start) is not None and _is_another(text, window, hit.start))


def may_be(text: str, hit: Hit[WorkMode]) -> bool:
    """Return whether an employer may only think about a mode: `possibly remote`, `REMOTE for the right candidate`."""
    if _is_doubted(text, hit.start):
        return True
    return hit.payload is not WorkMode.ONSITE and _IS_POSSIBLE.match(text, hit.end) is not None


def is_of_others(text: str, hit: Hit[ModeWord]) -> bool:
    """Return whether the word is about some of the staff, about former times, or about whom one works with."""
    if _SOME.search(text, max(0, hit.start - _LONGEST_SOME), hit.start):
        return True
    if text.endswith(" ", 0, hit.start) and _PAST.search(text, max(0, hit.start - _LONGEST_SOME), hit.start):
        return True
    window = max(0, hit.start - _LONGEST_STAFF)
    if _SOMETIMES.search(text, window, hit.start) and _SOME_STAFF.search(text, window, hit.start):
        return True
    return hit.payload.value is not WorkMode.ONSITE and _OTHERS.search(text, max(0, hit.start - _BEFORE), hit.start) is not None


def _is_doubted(text: str, start: int) -> bool:
    # of most headings a bar stands before the word, and what may be done from anywhere is no doubt
    if not text[max(0, start - 2) : start].strip().isalpha() or text.startswith(_DONE, start):
        return False
    return _MAYBE.search(text, max(0, start - _LONGEST_MAYBE), start) is not None


def _is_no_share(text: str, hit: Hit[ModeWord]) -> bool:
    """Return whether a number that looks like a share is none: `from 8:30, in person`, `ten of 30 remote painters`."""
    return text[hit.start : hit.start + 2].isdigit() and "%" not in text[hit.start : hit.end] and text[hit.start + 2] not in "/%"


def _is_at_clients(text: str, window: int, end: int) -> bool:
    return text.find("home", window, end) >= 0 and _AT_CLIENTS.search(text, window, end) is not None


def _is_another(text: str, window: int, end: int) -> bool:
    return any(before.search(text, window, end) for before in (_MAY_BE, _OF_WEEKS, _INTERVIEW, _HELPED))
