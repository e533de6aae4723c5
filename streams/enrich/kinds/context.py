"""What stands around a time of the week in a sentence: whether it is that of the job."""

import re

from schemas.derived import EmploymentType
from streams.enrich.kinds.abroad import is_called, is_for_good_instead, is_of_contracts, is_of_study
from streams.enrich.kinds.lines import comes_next, is_limited, stands_apart
from streams.enrich.text import Hit
from streams.enrich.words import KindWord, begins_field

HOURS = (EmploymentType.FULL_TIME, EmploymentType.PART_TIME)
# Behind a time that is not the one of this job: whose it is, and what it is of.
_PEOPLE = "(?:regular |permanent )?employees?|staff(?: members)?|team members|associates|hires?|workers|people"
_THINGS = (
    r"(?:graduate |college |enrolled )?students?(?! (?:worker|assistant))|study|studies|undergraduate|degree|mba|courses?|class"
    r"|programs?|enrol[a-z]*|education|school|faculty|(?:work(?:ing)? )?experience|equivalent|salary|salaries|careers?"
    r"|income|pay|benefits?|hours|access|options?|status(?! position)|instruction|teams?|members?|colleagues|positions? include"
    r"|studie[rn]?|studium|opleiding|uddannelse|utdanning|utbildning"
)
_OFFERS = "(?:return |job )?offers?|(?:employment |job )?opportunities"
# What only may be, and what is usual elsewhere: `Teilzeit ist möglich`, `heltid är norm`.
_POSSIBLE = (
    "(?:(?:ist |est |es |è |é |is |är |er )?(?:auch |également |también |anche |ook |också |også )?"
    "(?:möglich|possib(?:le|ile)|posible|possível|mogelijk|möjligt?|muligt?|możliw[ey])"
    "|(?:är|er) (?:norm(?:en)?|en rätt|standard))"
)
# Before what a job may become.
_BEFORE_LATER = (
    "become a", "become", "into a", "into", "to a", "convert to", "converted to", "convert to a", "transition to",
    "lead to a", "lead to", "potential", "potential for", "a future", "for future", "possible", "possibility of",
    "opportunity for", "once", "becoming", "continue",
)  # fmt: skip
# In a phrase each of these would be one for every time and every word before it: 22,000 of them. The next line says other things.
_OTHER = re.compile(rf"[ \t-]{{1,2}}(?:{_PEOPLE}|{_THINGS}|{_OFFERS}|{_POSSIBLE})\b", re.IGNORECASE)
_PEOPLE_BEHIND = re.compile(rf"[ \t-]{{1,2}}(?:[a-z]{{1,12}} )?(?:{_PEOPLE})\b", re.IGNORECASE)
_THING_BEHIND = re.compile(rf"[ \t-]{{1,2}}(?:[a-z]{{1,12}}[ -])?(?:{_THINGS})\b", re.IGNORECASE)
_OFFER_BEHIND = re.compile(rf"[ \t-]{{1,2}}(?:(?:return |job )?offers?|{_POSSIBLE})\b", re.IGNORECASE)
_LATER = re.compile(rf"\b(?:{'|'.join(sorted(_BEFORE_LATER, key=len, reverse=True))})\s$", re.IGNORECASE)
_RANGE = re.compile(r"\s?(?:%|prozent)?\s?(?:[-–]|bis)\s?\d", re.IGNORECASE)
# Who says before a time that somebody is looked for, and what says it of a job that is offered.
_SEEKING = re.compile(
    r"(?:(?:^|[\n.!:|] ?)hiring|\b(?:looking (?:for|to (?:hire|add|bring|recruit))|seeking|seeks?|searching for"
    r"|in (?:search|need) of|recruiting|interested in this|to hire (?:an?|our|one|two|more)"
    r"|(?:is|are|currently|now|actively|['’]re) hiring"
    r"|(?:we|team|company) needs?|opportunity for an?|openings? for|wanted for an?))(?:\b[^.!?\n:;]{0,200})?$",
    re.IGNORECASE,
)
_OFFERED = re.compile(
    r"\b(?:(?:we|company|['’]re|are) (?:offer|offering|provide)|(?:has|have)(?! \d)|(?:position|role|job) (?:is|requires))"
    r"(?:\b[^.!?\n:;]{0,30})?\s$|\b(?:this|immediate|(?:the|our) first|hiring"
    r"|(?:all|both|these) (?:our )?(?:jobs|positions|roles)(?: are)?)\s$",
    re.IGNORECASE,
)
_STARTS_LINE = re.compile(r"(?:^|[\n:][:–—-]{0,2})[\s•*·–—-]{0,6}$")
# A sentence that begins with the time and tells more of it: `Engineer in Oslo. Full time, no agencies.`
_STARTS_SENTENCE, _TELLS_MORE = re.compile(r"\w[.!?] $"), re.compile(r",| (?:and|in|on|at) ")
# What may be chosen as well, and is no word of our lists.
_OR = re.compile(
    r"[\s()]{0,3}(?:[,/&;|+]|or\b|and\b)[\s()]{0,3}(?:or |and |an? )?"
    r"(?:intern|apprentic|contract|freelanc|part|prn|per diem|temp|seasonal|summer|\d/\d)|\s?von \d",
    re.IGNORECASE,
)
_OR_BEFORE = re.compile(
    r"\b(?:interns?|internships?|contract(?:ors?)?|freelancers?|part|full|prn|per diem|temp|temporary|seasonal)"
    r"[\s()]{0,3}(?:[,/&;|+]|or|and)[\s()]{0,3}$",
    re.IGNORECASE,
)
# What the job may become, in a heading that has both: `Part-time, with the option to go full time`.
_LATER_TIME = re.compile(
    r"\b(?:potential|possibility|option|chance|convert(?:ed|ible)?|transition|leading|become|grow)\b[^.|\n:;(/]{0,40}"
    r"\b(?P<time>(?:full|part)[- ]?time)\b",
    re.IGNORECASE,
)
# `for employment or an independent contractor role`
_OR_A = re.compile(r"\bor (?:an?|as an?) $", re.IGNORECASE)
_BOTH = re.compile(r"\b(?:full|part)-? ?(?:/|or|and|&) ?$", re.IGNORECASE)
# English words for how much of the week begin so: those of other languages may be one of two.
_ENGLISH = "fFpP"
_LONGEST_LATER = 1 + max(map(len, _BEFORE_LATER)) + 1
_LONGEST_SEEKING, _LONGEST_OFFER, _NEAR = 225, 55, 10


def is_sought(text: str, hit: Hit[KindWord]) -> bool:
    """Return whether a time of the week is that of the job: `we are hiring two full-time nurses`, `Full-time on location`."""
    if hit.payload.abroad and (is_for_good_instead(text, hit.start, hit.end) or is_of_study(text, hit.start)):
        return False
    if hit.payload.value not in HOURS:
        return is_limited(text, hit)
    if _is_other(text, hit):
        return False
    sought = (
        (hit.payload.abroad and is_called(text, hit))
        or begins_field(text, hit)
        or _SEEKING.search(text, max(0, hit.start - _LONGEST_SEEKING), hit.start)
        or stands_apart(text, hit)
    )
    if sought:
        return True
    # people have a line of their own, too: `Full-time employees get`
    return _PEOPLE_BEHIND.match(text, hit.end) is None and _is_offered(text, hit)


def _is_other(text: str, hit: Hit[KindWord]) -> bool:
    """Return whether the time is that of something else, of a later job or of one of several."""
    near = max(0, hit.start - _LONGEST_LATER)
    return any(pattern.match(text, hit.end) for pattern in (_THING_BEHIND, _OFFER_BEHIND, _OR)) or any(
        pattern.search(text, near, hit.start) for pattern in (_OR_BEFORE, _LATER)
    )


def _is_offered(text: str, hit: Hit[KindWord]) -> bool:
    near = max(0, hit.start - _NEAR)
    return (
        _STARTS_LINE.search(text, near, hit.start) is not None
        or (_STARTS_SENTENCE.search(text, near, hit.start) is not None and _TELLS_MORE.match(text, hit.end) is not None)
        or _OFFERED.search(text, max(0, hit.start - _LONGEST_OFFER), hit.start) is not None
        or comes_next(text, hit)
    )


def without_later(heading: str) -> str:
    """Return `heading` with spaces for times of the week that the job may have later."""
    return _LATER_TIME.sub(lambda found: found[0][: -len(found["time"])] + " " * len(found["time"]), heading)


def is_of_this_job(text: str, hit: Hit[EmploymentType]) -> bool:
    """Return whether a time of the week in `text` is that of the job.

    It is not where the job may become that, where it is other people's time, and where it is one end of a range; nor is another
    kind where it is one of two to choose from.
    """
    near = max(0, hit.start - _NEAR)
    if hit.payload not in HOURS:
        one_of_two = _OR_A.search(text, near, hit.start) or is_for_good_instead(text, hit.start, hit.end)
        return not (one_of_two or is_of_contracts(text, hit.start))
    if text[hit.start] not in _ENGLISH and (is_for_good_instead(text, hit.start, hit.end) or is_of_study(text, hit.start)):
        return False
    return _is_of_week(text, hit)


def _is_of_week(text: str, hit: Hit[EmploymentType]) -> bool:
    """Return whether a time of the week is no end of a range, no other people's and none of a later job."""
    if _BOTH.search(text, max(0, hit.start - _NEAR), hit.start):
        return False
    if text[hit.end - 1].isdigit():
        return _RANGE.match(text, hit.end) is None
    if ":" in text[hit.start : hit.end]:
        return True
    if _PEOPLE_BEHIND.match(text, hit.end) and _SEEKING.search(text, max(0, hit.start - _LONGEST_SEEKING), hit.end):
        return True
    return _OTHER.match(text, hit.end) is None and _LATER.search(text, max(0, hit.start - _LONGEST_LATER), hit.start) is None
