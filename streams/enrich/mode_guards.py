"""Which words of a mode decide at once, and which are not about the job: a board's mark, a refusal, other people's mode."""

import re
from collections.abc import Sequence

from schemas.derived import WorkMode
from streams.enrich.text import Hit
from streams.enrich.words import ModeWord

_NO = re.compile(
    r"(?: [Ee]ligible)?(?: ?: ?(?:[nN]o|NO)(?:t available|\b|(?=[A-Z][a-z]))(?! problem)|(?: -|\?) (?:NO|No)\b"
    r"|(?: work| working)? (?:is|are)(?: not|n['’]t) (?:available|possible|permitted|allowed|offered|an option|supported))"
)
_NEGATED = re.compile(
    r"\b(?:no|not|cannot|n['’]t)\b(?! (?:only|just|limited|matter|required|have to|need|all|experience|necessar|currently|yet))"
    r"(?: [a-z]+){0,4}[ -]$",
    re.IGNORECASE,
)
# What is said of remote work there is something else.
_NOT_REFUSED = re.compile(
    r"\b(?:require|have to|need|matter|if|experience|because|who|when|sure|worry|problem|but|just|only)", re.IGNORECASE
)
_NOT_OFFERED = re.compile(
    r"\b(?:not|n['’]t|unable to|cannot)(?: currently| able to)? (?:look\w* for|accept\w*|consider\w*|offer\w*|support|allow"
    r"|open to|hir\w+|accommodat\w+|seeking)\b[^.!?\n:;]{0,40}$",
    re.IGNORECASE,
)
_FROM = re.compile(r"(?: work(?:ing)?)? (?:from|outside)\b", re.IGNORECASE)
# What an employer may think about, before the word and behind it.
_MAY_BE = re.compile(
    r"(?:(?:opportunit(?:y|ies)|options?|potential|possibility) (?:for|of)|possibility to|möjlighet(?:er)? till"
    r"|\bif (?:this|the|your)(?: [a-z]+ is)?)"
    r" (?:an? |some |fully )?(?:remote ?/ ?)?$",
    re.IGNORECASE,
)
_IS_POSSIBLE = re.compile(
    r"[ ,(-]{0,3}(?:work(?:ing)? )?(?:is )?(?:also )?(?:ok|okay|fine|welcome|possible|options?|friendly|potential|eligible)\b",
    re.IGNORECASE,
)
_IS_CONSIDERED = re.compile(
    r"[ ,(-]{0,3}(?:is )?(?:also )?(?:considered|optional|negotiable)\b|[ ,-]{1,3}(?:work )?(?:may|might|could) be\b",
    re.IGNORECASE,
)
_OTHERS = re.compile(
    r"(?:experience (?:working )?(?:in|with|on|for|managing|leading)|\bwho (?:are|work)|\b(?:not|n['’]t) working|managing"
    r"|leading)(?: [a-z]{1,12}){0,2}\s$",
    re.IGNORECASE,
)
_WEEKS_OFF = re.compile(r"[^.!?\n]{0,30}\bweeks? (?:per|a|each) year| for (?:up to )?[\w-]{1,5} weeks", re.IGNORECASE)
_OF_WEEKS = re.compile(r"weeks? (?:per|a|each) year of (?:fully )?$", re.IGNORECASE)
_SOME = re.compile(r"\b(?:some|many|most|other|few|several|certain)(?: of (?:our|these|the))? (?:[–-] )?$", re.IGNORECASE)
_CHOICE = re.compile(r"(?:\b(?:and|or)|[&/+]) $", re.IGNORECASE)
_INTERVIEW = re.compile(r"interview[^.!?\n]{0,40}$", re.IGNORECASE)
# Of a job that is one thing and another at once.
_OF_TRADES = re.compile(
    r",?(?: of (?!remote|on[- ]?site|in[- ]office|in[- ]person|both)| blending of"
    r"| (?:in which you|that (?:will )?(?:focus|combine|blend)))",
    re.IGNORECASE,
)
# A part of every word that is looked for before: without it no pattern is tried that costs more.
_CUE = re.compile(r"xperience|who |ot work|['’]t work|anag|eading|ption|pportunit|otential|ossib|öjlig|[iI]f |year of|nterview")
_NEGATION = re.compile(r"\b(?:[Nn]ot?|NOT?|[Cc]annot|unable)\b|n['’]t\b")
_BEFORE, _LONGEST_REFUSAL, _LONGEST_SOME = 60, 95, 24


def tags(hits: Sequence[Hit[ModeWord]], text: str) -> list[Hit[WorkMode]]:
    """Return a hit for each mark of a board, as `#LI-Remote`: it is about this posting, whatever else the text is about."""
    return [Hit(hit.start, hit.end, hit.payload.value) for hit in hits if text.startswith("#", hit.start)]


def refusals(hits: Sequence[Hit[ModeWord]], text: str) -> list[Hit[WorkMode]]:
    """Return a hit for each `Remote: no`, else for each `we do not offer remote work`: the work is on site."""
    remote = [hit for hit in hits if hit.payload.value is WorkMode.REMOTE]
    answered = [Hit(hit.start, no.end(), WorkMode.ONSITE) for hit in remote if (no := _NO.match(text, hit.end))]
    if any(hit.payload.value is WorkMode.HYBRID for hit in hits):
        # `hybrid, not a fully remote internship`
        return answered
    return answered or [Hit(hit.start, hit.end, WorkMode.ONSITE) for hit in remote if _is_not_offered(text, hit)]


def _is_not_offered(text: str, hit: Hit[ModeWord]) -> bool:
    window = max(0, hit.start - _LONGEST_REFUSAL)
    if _NEGATION.search(text, window, hit.start) is None or is_not_the_jobs(text, hit) or text.endswith("only", 0, hit.end):
        return False
    negated = _NEGATED.search(text, window, hit.start)
    if negated and not _NOT_REFUSED.search(negated[0]):
        return True
    return _NOT_OFFERED.search(text, window, hit.start) is not None and _FROM.match(text, hit.end) is None


def is_not_the_jobs(text: str, hit: Hit[ModeWord]) -> bool:
    """Return whether the word is about others, an interview, a trade, or what may be: `experience with fully remote teams`."""
    window = max(0, hit.start - _BEFORE)
    if _SOME.search(text, max(0, hit.start - _LONGEST_SOME), hit.start):
        return True
    if hit.payload.value is WorkMode.ONSITE:
        # `Indianapolis, IN office`
        if text.startswith("IN o", hit.start):
            return True
        return _INTERVIEW.search(text, window, hit.start) is not None
    if _IS_CONSIDERED.match(text, hit.end):
        return True
    if hit.payload.value is WorkMode.HYBRID:
        behind = _OF_TRADES.match(text, hit.end)
    else:
        # of `onsite and remote welcome` both are offered
        chosen = _CHOICE.search(text, max(0, hit.start - _LONGEST_SOME), hit.start)
        behind = (not chosen and _IS_POSSIBLE.match(text, hit.end)) or _WEEKS_OFF.match(text, hit.end)
    return behind is not None or (_CUE.search(text, window, hit.start) is not None and _is_another(text, window, hit.start))


def _is_another(text: str, window: int, end: int) -> bool:
    return any(before.search(text, window, end) for before in (_MAY_BE, _OTHERS, _OF_WEEKS, _INTERVIEW))
