"""Days of the week at work and at home, in sentences: `we are in the office three days a week`."""

import re
from collections.abc import Iterator, Sequence

from schemas.derived import WorkMode
from streams.enrich.text import Hit
from streams.enrich.words import WeekWord

_WEEK = WeekWord()
_PHRASES = (
    "days a week", "days per week", "days/week", "day a week", "day per week", "days each week", "days in a week",
    "days weekly", "days every week", "days of the week", "days out of the week", "times a week", "times per week",
    *(f"{number}x {week}" for number in range(1, 6) for week in ("a week", "per week")), "dagar i veckan", "dagar per vecka",
    "dagar/vecka", "tage pro woche", "dni w tygodniu",
)  # fmt: skip
_NUMBERS = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "två": 2, "tre": 3, "fyra": 4, "fem": 5}
_NUMBER = re.compile(
    r"\b(?:(?:[1-5]|one|two|three|four|five|två|tre|fyra|fem) ?(?:-|–|to|or|till) ?)?"
    r"(?P<most>[1-5]|one|two|three|four|five|several|a few|couple of|två|tre|fyra|fem)(?:\+| \([1-5]\))? ?(?:or more |full |x)?$",
    re.IGNORECASE,
)
_AT_WORK = re.compile(r"\b(?:office|come in\b|on[- ]?site|in[- ]person|headquarters|HQ|kontoret|på plats|biur)", re.IGNORECASE)
_AT_HOME = re.compile(r"\b(?:remote|remotely|from home|at home|wfh|distans|hemifrån|zdalnie)\b", re.IGNORECASE)
# What else is so many days a week, and for whom; and who may stay at home on them.
_OTHER = re.compile(
    r"lunch|breakfast|meal|snack|dinner|cater|gym|yoga|massage|bagel|flex['’]|teams\b|onboarding|training", re.IGNORECASE
)
_MAY = re.compile(r"allow|most people|option|possib|eligible|up to|upp till|flexib|can work|may work", re.IGNORECASE)
_AROUND, _LONGEST_NUMBER, _WHOLE = 80, 24, 5


def week_words() -> Iterator[tuple[str, WeekWord]]:
    """Yield the phrases behind a number of days."""
    return ((phrase, _WEEK) for phrase in _PHRASES)


def modes_of_weeks(hits: Sequence[Hit[WeekWord]], text: str) -> list[Hit[WorkMode]]:
    """Return a hit for the mode of each number of days a week: five at work are all of them, fewer are hybrid."""
    return [found for hit in hits if (found := _mode(hit, text))]


def _mode(hit: Hit[WeekWord], text: str) -> Hit[WorkMode] | None:
    # of `5x a week` the number is in the phrase
    number = _NUMBER.search(text, max(0, hit.start - _LONGEST_NUMBER), hit.start + (text[hit.start].isdigit()))
    if number is None:
        return None
    start, end = _sentence(text, number.start(), hit.end)
    at_work, at_home = _AT_WORK.search(text, start, end), _AT_HOME.search(text, start, end)
    if not (at_work or at_home) or _OTHER.search(text, start, end) or (not at_work and _MAY.search(text, start, end)):
        return None
    most = number["most"].lower()
    whole = (int(most) if most.isdigit() else _NUMBERS.get(most, 0)) == _WHOLE
    if whole and at_work and at_home:
        return None
    mode = (WorkMode.ONSITE if at_work else WorkMode.REMOTE) if whole else WorkMode.HYBRID
    return Hit(number.start(), hit.end, mode)


def _sentence(text: str, start: int, end: int) -> tuple[int, int]:
    """Return where the sentence begins and ends that holds a part of `text`, within what is near."""
    before, after = text[max(0, start - _AROUND) : start], text[end : end + _AROUND]
    begins = max(before.rfind(". "), before.rfind("\n"), before.rfind("! "))
    ends = [at for at in (after.find(". "), after.find("\n"), after.find("! ")) if at >= 0]
    return start - len(before) + begins + 1, end + min([len(after), *ends])
