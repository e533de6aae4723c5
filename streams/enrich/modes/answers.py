"""Which words of a mode decide at once: a board's mark, a yes, a share, a refusal."""

import re
from collections.abc import Sequence

from schemas.derived import WorkMode
from streams.enrich.modes.guards import is_of_others
from streams.enrich.text import Hit
from streams.enrich.words import ModeWord

_NAMED = (
    r"(?: [Ww]ork(?:ing)?)?(?: [Ee]ligib(?:le|ility)| [Aa]vailable| [Pp]ossible| [Aa]llowed| [Pp]ermitted| [Oo]ption| [Oo][Kk])?"
)
_NO = re.compile(
    _NAMED + r"(?: ?: ?(?:[nN]o|NO|N/A|None)(?:[tT] (?:[aA]vailable|[eE]ligible|[aA]uthori[sz]ed|[pP]ermitted|[aA]llowed"
    r"|[oO]ffered|[pP]ossible)|\b|(?=[A-Z][a-z]))(?! problem| office| commut)"
    r"|(?: - |\?[ \n])(?:NO|No)\b"
    r"|(?: work| working| employment| arrangements?| candidates?| applicants?)? (?:(?:is|are|will|can)(?: not|n['’]t)(?: be)?"
    r"|cannot be|not) (?:considered|accepted"
    r"|authorized|available|possible|permitted|allowed|offered|an option|supported|ok\b|OK\b)"
    r"|(?: roles?| work| positions?| jobs?)? (?:should|need) not apply| är (?:inte|ej) (?:möjligt|aktuellt|tillåtet)"
    r"| erbjuds (?:inte|ej))"
)
_YES = re.compile(
    _NAMED + r"(?: ?[:–-] ?|\?\s{0,2})(?:(?:[yY]es|YES|[Ff]ully|[Ff]ull[- ]?time)\b|100 ?%)(?!/|[^.\n]{0,30}[hH]ybrid)"
)
# `Remote percentage: 50`
_SHARE = re.compile(
    r"(?: work)?(?:(?: percentage| percent| share| %) ?: ?(?:up to )?(?=\d{1,3} ?(?:%|\n|$))"
    r"| ?: ?(?:up to )?(?=\d{1,3} ?%))(?P<share>\d{1,3})"
    r"|(?: work)? ?: ?partial"
    r"|(?: work(?:ing)?)? (?:up to|upp till) [1-9]\d ?(?:%|percent|procent)",
    re.IGNORECASE,
)
_NEGATED = re.compile(
    r"(?:\b(?:no|not|cannot|ineligible|rather than|inte|ej|ingen)|n['’]t)\b(?! (?:only|just|limited|matter|required|have to"
    r"|need|all"
    r"|experience|necessar"
    r"|currently"
    r"|yet))"
    r"(?: [a-zåäö]+){0,4}[ -]$",
    re.IGNORECASE,
)
# `This isn't a remote bait-and-switch job`
_GOES_ON = re.compile(
    r" (?!work|position|role|job|opportunit|option|arrangement|employment|för\b|på\b|i\b|inom\b|från\b|och\b|eller\b|or\b|from"
    r"|at\b|and\b|but\b|if\b|for\b|in\b|as\b"
    r"|candidate|applicant"
    r"|employee|eligible"
    r"|hybrid|team|contract|internship|within|outside|friendly|allowed|is\b|are\b|on\b|only|under|due|because|since|unless"
    r"|to\b|with)[a-z]"
)
# What is said of remote work there is something else.
_NOT_REFUSED = re.compile(
    r"\b(?:require|have to|need|matter|if|experience|because|who|when|sure|worry|problem|but|just|only|and\b)", re.IGNORECASE
)
_NOT_OFFERED = re.compile(
    r"(?:\b(?:not|unable to|cannot)|n['’]t)(?: currently| able to)? (?:look\w* for|accept\w*|consider\w*|offer\w*|support|allow"
    r"|open to|hir\w+|accommodat\w+|seeking|apply if you(?! can| don| are not))\b[^.!?\n:;]{0,40}$",
    re.IGNORECASE,
)
_FROM = re.compile(r"(?: work(?:ing)?)? (?:from|outside)\b", re.IGNORECASE)
_NEGATION = re.compile(r"\b(?:[Nn]ot?|NOT?|[Cc]annot|[Ii]neligible|unable|rather than|inte|ej|[Ii]ngen)\b|n['’]t\b")
_LONGEST_REFUSAL = 95


def tags(hits: Sequence[Hit[ModeWord]], text: str) -> list[Hit[WorkMode]]:
    """Return a hit for each mark of a board, as `#LI-Remote`: it is about this posting, whatever else the text is about."""
    return [Hit(hit.start, hit.end, hit.payload.value) for hit in hits if text.startswith("#", hit.start)]


def agreements(hits: Sequence[Hit[ModeWord]], text: str) -> list[Hit[WorkMode]]:
    """Return a hit for each `Remote: yes`."""
    agreed = [Hit(hit.start, yes.end(), hit.payload.value) for hit in hits if (yes := _YES.match(text, hit.end))]
    remote = (hit for hit in hits if hit.payload.value is WorkMode.REMOTE)
    return agreed or [Hit(hit.start, share.end(), _of_share(share)) for hit in remote if (share := _SHARE.match(text, hit.end))]


def _of_share(share: re.Match[str]) -> WorkMode:
    """Return the mode of so much remote work: `Remote percentage: 50`."""
    return {"0": WorkMode.ONSITE, "100": WorkMode.REMOTE}.get(share["share"], WorkMode.HYBRID)


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
    if _NEGATION.search(text, window, hit.start) is None or is_of_others(text, hit) or text.endswith("only", 0, hit.end):
        return False
    negated = _NEGATED.search(text, window, hit.start)
    if negated and not _NOT_REFUSED.search(negated[0]) and _GOES_ON.match(text, hit.end) is None:
        return True
    return _NOT_OFFERED.search(text, window, hit.start) is not None and _FROM.match(text, hit.end) is None
