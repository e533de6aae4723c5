"""Days of the week at work and at home, in sentences: `we are in the office three days a week`."""

import re
from collections.abc import Iterator, Sequence

from schemas.derived import WorkMode
from streams.enrich.modes.language_weeks import AT_HOME, AT_WORK, NUMBERS, THERE, TO, week_phrases
from streams.enrich.text import Hit
from streams.enrich.words import DayWord, WeekWord, joined

_WEEK, _DAY = WeekWord(), DayWord()
_OFTEN = {"once": 1, "twice": 2}
_MODES = (
    "remote", "remote work", "telework", "teleworking", "telecommuting", "wfh", "work from home", "working from home",
    "from home", "at home", "in office", "in the office", "office", "onsite", "on site", "in person",
)  # fmt: skip
_PHRASES = (
    "days a week", "days per week", "days/week", "day a week", "day per week", "days each week", "day each week",
    "day every week", "day weekly", "days in a week",
    "days weekly", "days every week", "days/wk", "days per wk", "days / week", "days of the week", "days out of the week",
    "out of five days", "out of 5 days",
    "times a week", "times per week", "times each week", "times weekly",
    *(f"{number}x {week}" for number in range(1, 6) for week in ("a week", "per week", "weekly", "/week")),
    *(f"{often} {week}" for often in _OFTEN for week in ("a week", "per week", "weekly", "each week")),
    "dagar i veckan", "dag i veckan", "dagar per vecka", "dag per vecka", "dagar/vecka", "dagar på kontoret",
    "dagar hemifrån", "tage pro woche",
    "tage die woche", "tage homeoffice", "tage home office", "tage im büro", "tage vor ort", "dni w tygodniu",
    "weeks per month", "weeks a month",
    *joined(("day", "days"), ("", "of"), _MODES, ("per week", "a week", "each week", "every week", "weekly", "/week")),
)  # fmt: skip
_SHARES = (
    "of your time", "of their time", "of the time", "of your work time", "of their working time", "of their work time",
    "of your working time",
    "of working time", "of the work week", "of the working week", "of your working week", "of the work", "of your work",
    "of your week", "of the week", "of working hours", "of your working hours", "of your hours",
)  # fmt: skip
_DAYS = (
    "tues", "weds", "thurs", "mondays", "fridays", "every monday", "every friday", "tuesday", "tuesdays", "wednesday",
    "wednesdays", "thursday", "thursdays", "m f", "monday friday", "monday to friday", "monday through friday",
    "monday - friday", "mon fri", "mon - fri", "mon thu", "mon thurs", "mon wed", "tue thu", "tues thurs",
)  # fmt: skip
_NUMBERS = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "en": 1, "två": 2, "tre": 3, "fyra": 4, "fem": 5,
    "zwei": 2, "drei": 3, "vier": 4, "fünf": 5, **NUMBERS,
}  # fmt: skip
_NUMBER = re.compile(
    rf"\b(?:(?:[1-5]|one|two|three|four|five|två|tre|fyra|fem|zwei|drei|{'|'.join(NUMBERS)}) ?(?:-|–|to|or|{'|'.join(TO)}) ?)?"
    r"(?P<most>[1-5]|one|two|three|four|five|several|a few|(?:a )?couple(?: of)?|ett par|några|en|(?:minimum|certain"
    r"|set) number of|två|tre|fyra|fem"
    rf"|zwei|drei|vier|fünf|{'|'.join(NUMBERS)})"
    r"(?:\+| \([1-5]\))? ?(?:or more |full |x|(?:remote|wfh|work[- ]from[- ]home|in[- ]office|office|on-?site|coordinated"
    r"|required|anchor|core) )?$",
    re.IGNORECASE,
)
_HYBRID = re.compile(r"\bhybrid", re.IGNORECASE)
_SHARE = re.compile(r"\b(?:[2-8]0 ?%|half|most|majority|part|some) $", re.IGNORECASE)
_AWAY = re.compile(r"customer|client|travel|field|patient|phone|environment|\blab|plant|\bon the road", re.IGNORECASE)
_AT_WORK = re.compile(
    rf"\b(?:office|come in\b|on[- ]?site|in[- ]person|headquarters|HQ|kontoret|på plats|biur|büro|vor ort|{'|'.join(AT_WORK)})",
    re.IGNORECASE,
)
_AT_HOME = re.compile(
    r"\b(?:remote|remotely|from[- ]home|at home|wfh|telework|telecommut\w+|distans\w*|hemifrån|zdalnie|home[- ]?office"
    rf"|home ?working|hemarbete|{'|'.join(AT_HOME)}"
    r"|wherever you|from anywhere|location of (?:your|their) choice)\b",
    re.IGNORECASE,
)
# What else is so many days a week, and for whom; and who may stay at home on them.
_OTHER = re.compile(
    r"lunch|breakfast|meal|snack|dinner|cater|gym|yoga|massage|bagel|flex['’]|(?:client|customer|patient|student|famil"
    r"|resident)\w*"
    r" (?:at|in) (?:their )?(?:own )?homes?\b|\bmay need to travel|(?<!office-based )teams\b|onboarding"
    r"|(?<!after )(?<!day )(?<!week )(?<!month )training",
    re.IGNORECASE,
)
# So many days at home are told whatever else is offered: `snacks and two days a week from home`
_HOME_BESIDE = re.compile(r"[ ,(]{1,2}(?:of )?(?:(?:work(?:ing)?[- ])?from[- ]home|wfh|remote(?:ly)?|telework)\b", re.IGNORECASE)
_MAY = re.compile(r"most people|potential|consider|some (?:teams|roles|do\b|people|of)|many|överenskommelse", re.IGNORECASE)
# Where one is on some days, in words that say so of oneself.
_THERE = re.compile(
    r"\b(?:on[- ]?site|in[- ]person|in[- ]office|(?:in|from|at|to|into) (?:the|our|an) (?:[\w-]{1,15} ){0,3}(?:offices?|hubs?"
    rf"|headquarters|hq|studio|campus)|office days?|come in|{'|'.join(THERE)})\b",
    re.IGNORECASE,
)
_ALL_WEEK = re.compile(r"\bm-f\b|\bmon(?:day)?s? ?(?:-|–|—|to|through|thru) ?fri", re.IGNORECASE)
_OTHER_DAYS = re.compile(
    r"lunch|breakfast|meal|snack|dinner|cater|gym|yoga|happy hour|interview|customer|client|class|event|onboarding"
    r"|training|meeting|apply|open house|casual|bring|walk-in|option(?!al)|\bmay\b|\bif\b|teams\b|\bfirst\b",
    re.IGNORECASE,
)
# Of these days of every week one may be at home.
_EACH = re.compile(r"every|mondays|fridays", re.IGNORECASE)
_AROUND, _LONGEST_NUMBER, _WHOLE, _BESIDE = 80, 40, 5, 30


def week_words() -> Iterator[tuple[str, WeekWord | DayWord]]:
    """Yield the phrases behind a number of days, and days amid the week."""
    yield from ((phrase, _WEEK) for phrase in (*week_phrases(), *_PHRASES, *_SHARES))
    yield from ((day, _DAY) for day in _DAYS)


def modes_of_weeks(hits: Sequence[Hit[WeekWord]], text: str) -> list[Hit[WorkMode]]:
    """Return a hit for the mode of each number of days a week: five at work are all of them, fewer are hybrid."""
    return [found for hit in hits if (found := _mode(hit, text))]


def days_at_home(hits: Sequence[Hit[WeekWord]], text: str) -> list[Hit[WorkMode]]:
    """Return those of some days a week at home, which make of work on site a hybrid job."""
    found = modes_of_weeks(hits, text)
    return [hit for hit in found if hit.payload is WorkMode.HYBRID and _AT_HOME.search(text, *sentence_around(text, *hit[:2]))]


def _mode(hit: Hit[WeekWord], text: str) -> Hit[WorkMode] | None:
    start, days = _days(hit, text)
    if days is None:
        return _share(hit, text)
    begins, end = sentence_around(text, start, hit.end)
    at_work, at_home = _AT_WORK.search(text, begins, end), _AT_HOME.search(text, begins, end)
    if (
        not (at_work or at_home or _HYBRID.search(text, begins, end))
        or (_OTHER.search(text, begins, end) and _HOME_BESIDE.match(text, hit.end) is None)
        or (not at_work and _MAY.search(text, begins, end))
    ):
        return None
    if days < _WHOLE:
        return Hit(start, hit.end, WorkMode.HYBRID)
    # the office that is open or managed five days a week is no place where one is
    if (at_work and at_home) or (at_work and not _THERE.search(text, begins, end)):
        return None
    return Hit(start, hit.end, WorkMode.ONSITE if at_work else WorkMode.REMOTE)


def _days(hit: Hit[WeekWord], text: str) -> tuple[int, int | None]:
    """Return where the number before a hit begins, and the number of days; of a few or several 0."""
    often = _OFTEN.get(text[hit.start : hit.end].lower().partition(" ")[0])
    if often:
        return hit.start, often
    # of `5x a week` the number is in the phrase
    number = _NUMBER.search(text, max(0, hit.start - _LONGEST_NUMBER), hit.start + (text[hit.start].isdigit()))
    if number is None:
        return hit.start, None
    most = number["most"].lower()
    return number.start(), int(most) if most.isdigit() else _NUMBERS.get(most, 0)


def _share(hit: Hit[WeekWord], text: str) -> Hit[WorkMode] | None:
    """Return hybrid for a share of one's time in the office or at home: `half of your time in the office`."""
    share = _SHARE.search(text, max(0, hit.start - _LONGEST_NUMBER), hit.start)
    if share is None:
        return None
    start, end = sentence_around(text, share.start(), hit.end)
    where = _AT_WORK.search(text, start, end) or _AT_HOME.search(text, start, end)
    if where is None or _OTHER.search(text, start, end) or _AWAY.search(text, start, end) or _MAY.search(text, start, end):
        return None
    return Hit(share.start(), hit.end, WorkMode.HYBRID)


def modes_of_days(hits: Sequence[Hit[DayWord]], text: str) -> list[Hit[WorkMode]]:
    """Return a hit for each sentence that says on which days one is at work: `in the office Tuesday to Thursday`."""
    return [found for hit in hits if (found := _mode_of_day(hit, text))]


def _mode_of_day(hit: Hit[DayWord], text: str) -> Hit[WorkMode] | None:
    if "/" in text[hit.start : hit.end]:
        # men and women, not Monday to Friday
        return None
    start, end = sentence_around(text, hit.start, hit.end)
    there = _THERE.search(text, start, end) or (_EACH.match(text, hit.start) and _AT_HOME.search(text, start, end))
    if there is None or _OTHER_DAYS.search(text, start, end):
        return None
    if _ALL_WEEK.search(text, start, end) is None:
        return Hit(hit.start, hit.end, WorkMode.HYBRID)
    apart = max(there.start() - hit.end, hit.start - there.end())
    between = text[min(there.end(), hit.end) : max(there.start(), hit.start)]
    if apart > _BESIDE or "hours" in between or _AT_HOME.search(text, start, end):
        return None
    return Hit(there.start(), there.end(), WorkMode.ONSITE)


def sentence_around(text: str, start: int, end: int) -> tuple[int, int]:
    """Return where the sentence begins and ends that holds a part of `text`, within what is near."""
    before, after = text[max(0, start - _AROUND) : start], text[end : end + _AROUND]
    begins = max(before.rfind(". "), before.rfind("\n"), before.rfind("! "))
    ends = [at for at in (after.find(". "), after.find("\n"), after.find("! ")) if at >= 0]
    return start - len(before) + begins + 1, end + min([len(after), *ends])
