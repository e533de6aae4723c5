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
    r"|needs? to|has to|have to|you will|you['’]ll|shall"
    r"|(?:interns?|candidates?|employees?|incumbents?|hires?|apprentices?|trainees?) will|commit\w* to)\b"
    r"[^.!?\n:;]{0,30}?\b(?:work|working|be present|be|report(?: in| daily| in person)?|come|commute)"
    r"(?: (?:full[- ]time|daily|physically|in[- ]person|on-?site|primarily|exclusively|every day|regularly|present|in"
    r"|and),?){0,3}"
    r"|\b(?:full[- ]time|daily|regular) (?:physical )?(?:presence|attendance)"
    r"|\b(?:works?|based) full[- ]time|(?<!of )\b(?:we(?: all)?|everyone|everybody|all (?:of )?(?:our )?(?:employees|staff"
    r"|team members|interns)|(?:our|the) (?:whole"
    r"|entire) team) works?(?: together)?) (?:in|at|from|out of|into|to) (?:the|our|its|one of our|the same"
    r"|(?<=out of )an)(?: [\w.,&'’/-]{1,20}){0,4} $",
    re.IGNORECASE,
)
# `This role works from our Oslo office`, which has to be every day.
_WORKS_IN = re.compile(
    r"\b(?:role|position|job|candidate|employee|incumbent|you)(?: will)? (?:works?|reports?)(?: full[- ]time| daily)? (?:in|at"
    r"|from|out of|to)"
    r" (?:the|our)(?: [\w.,&'’/-]{1,20}){0,4} $",
    re.IGNORECASE,
)
_DAILY = re.compile(r",? (?:full[- ]?time|(?:five|5) days|every ?day|each day|daily|monday|mon\b)", re.IGNORECASE)
# `A minimum of three days in our Oslo office`
_DAYS_IN = re.compile(
    r"\b(?:[1-4]|one|two|three|four)(?: ?(?:-|–|to|or) ?(?:[2-4]|two|three|four))?(?:\+| \([1-4]\))? (?:full |or more "
    r"|required |core |set |fixed )?days?"
    r"(?: (?:a|per|each|every) week| weekly)?,?(?: working| of work| spent)? (?:in|at|from|out of|within) (?:the|our|its|your"
    r"|an?)"
    r"(?: [\w.&'’/-]{1,20}){0,4} $",
    re.IGNORECASE,
)
_WEEKLY = re.compile(r" (?:a|per|each|every) week\b| weekly\b", re.IGNORECASE)
_NOT_WEEKLY = re.compile(
    r"\b(?:month|quarter|year|train|onboarding|other offices?|travel|interview|customer|client|may|option|lunch|breakfast|snack)",
    re.IGNORECASE,
)
# It is only at times, or one's choice.
_NOT_ALWAYS = re.compile(
    r"\b(?:if(?! necessary)|when|while|may|can|could|some|sometimes|occasional\w*|travel|visit\w*|option\w*|or|remote\w*|home"
    r"|hybrid|once|(?<!every )(?<!each )days?|week|weekly"
    r"|month|monthly|quarter\w*|meetings?|events?|needed|as need|time to time|with (?:the|our|other|your))\b",
    re.IGNORECASE,
)
_VERBS, _WHOSE = (
    ("work", "presence", "attendance", " be ", " come ", " commute", " report ", " based full"),
    (" our ", " the ", " its ", " an "),
)
_BEFORE, _LONGEST_DAYS = 120, 100


def office_words() -> Iterator[tuple[str, OfficeWord]]:
    """Yield words for an office."""
    return ((word, _OFFICE) for word in _OFFICES)


def modes_of_offices(hits: Sequence[Hit[OfficeWord]], text: str) -> list[Hit[WorkMode]]:
    """Return a hit for each office in which one must be: `you must be able to work from our Oslo office`."""
    must = [Hit(hit.start, hit.end, WorkMode.ONSITE) for hit in hits if _must_be_in(hit, text)]
    return [Hit(hit.start, hit.end, WorkMode.HYBRID) for hit in hits if _has_days_in(hit, text)] or must


def weekly_days_in(hits: Sequence[Hit[OfficeWord]], text: str) -> list[Hit[WorkMode]]:
    """Return a hit for each office in which remote work has a day of every week: `one day in our Oslo office each week`."""
    return [Hit(hit.start, hit.end, WorkMode.HYBRID) for hit in hits if _WEEKLY.match(text, hit.end) and _has_days_in(hit, text)]


def _has_days_in(hit: Hit[OfficeWord], text: str) -> bool:
    window = max(0, hit.start - _LONGEST_DAYS)
    if text.find("day", window, hit.start) < 0 or _DAYS_IN.search(text, window, hit.start) is None:
        return False
    return _NOT_WEEKLY.search(text, *sentence_around(text, hit.start, hit.end)) is None


def _must_be_in(hit: Hit[OfficeWord], text: str) -> bool:
    window = max(0, hit.start - _BEFORE)
    before = text[window : hit.start].lower()
    # both are looked for before a pattern is tried that costs more
    if not (any(verb in before for verb in _VERBS) and any(whose in before for whose in _WHOSE)):
        return False
    asked = _MUST_BE.search(before)
    if asked is None and not (_DAILY.match(text, hit.end) and _WORKS_IN.search(before)):
        return False
    if asked and _NOT_ALWAYS.search(asked[0]):
        return False
    if _DAILY.match(text, hit.end):
        return True
    _, end = sentence_around(text, hit.start, hit.end)
    return _NOT_ALWAYS.search(text, hit.end, end) is None
