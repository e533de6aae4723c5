"""Days as people and forms write them, where no zone is said and of a time only its day is known."""

import re
from datetime import date, timedelta

_MONTHS = {
    name: number
    for number, names in enumerate(
        ("jan january", "feb february", "mar march", "apr april", "may", "jun june", "jul july", "aug august",
         "sep sept september", "oct october", "nov november", "dec december"),
        start=1,
    )
    for name in names.split()
}  # fmt: skip
_LATEST_MONTH = 12
_FULL_YEAR = 4
# "15 March 2004, by 5 PM", "15 March 2004, 17:00."
_REST = r"(?:[,.]? (?:by |at |until )?\d{1,2}(?:[:.]\d\d){0,2}(?: ?[ap]\.?m\.?)?)?\.?"
_IN_WORDS = re.compile(
    r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,? |(?:mon|tue|wed|thu|fri|sat|sun),? |posted (?:on )?)?"
    r"(?:(?P<day>\d{1,2})(?:st|nd|rd|th)?[ -](?P<month>[a-z]{3,9})|(?P<month2>[a-z]{3,9})\.? (?P<day2>\d{1,2})(?:st|nd|rd|th)?)"
    rf"\.?,?[ -](?P<year>\d{{4}}){_REST}",
    re.IGNORECASE,
)
_IN_NUMBERS = re.compile(
    rf"(?P<first>\d{{1,4}})(?P<sign>[./-])(?P<second>\d{{1,2}})(?P=sign)(?P<third>\d{{1,4}}){_REST}", re.IGNORECASE
)
# Workday and others say when in the language of the site; "Vor mehr als 30 Tagen ausgeschrieben" is at the latest.
_POSTED = r"(?:(?:offre )?publiée?s?|publicad[oa]|pubblicat[oa]|ausgeschrieben|veröffentlicht|geplaatst)"
_AGO = re.compile(
    rf"(?:{_POSTED} )?(?:vor |il y a |hace |há |sinds )?"
    r"(?:mehr als |plus de |más de |mais de |più di |meer dan )?(?P<count>\d{1,3})\+? "
    r"(?:(?P<day>tag(?:en?)?|jours?|d[ií]as?|giorn[oi]|dag(?:en|ar)?)|(?P<week>wochen?|semaines?|semanas?|settiman[ae]|we?eken?))"
    rf"(?: ou plus| o más| ou mais| o più| atrás| fa| geleden| sedan)?(?: {_POSTED})?",
    re.IGNORECASE,
)
_LATELY = re.compile(
    rf"(?:{_POSTED} )?(?:(?P<today>heute|aujourd['’]hui|hoy|hoje|oggi|vandaag|idag)|gestern|hier|ayer|ontem|ieri|gisteren|igår)"
    rf"(?: {_POSTED})?",
    re.IGNORECASE,
)


def read_written_day(text: str) -> date | None:
    """Return the day that `text` names in English words or in numbers; of "05/12/2023" none: two days are written so.

    Raises ValueError when it names a day that there is not.
    """
    text = " ".join(text.split())
    worded = _IN_WORDS.fullmatch(text)
    if worded is not None:
        month = _MONTHS.get((worded["month"] or worded["month2"]).lower())
        return date(int(worded["year"]), month, int(worded["day"] or worded["day2"])) if month else None
    numbered = _IN_NUMBERS.fullmatch(text)
    return _of_numbers(numbered["first"], numbered["second"], numbered["third"], numbered["sign"]) if numbered else None


def age_abroad(text: str) -> timedelta | None:
    """Return how long ago words of another language than English say: "Vor 8 Tagen ausgeschrieben", "Publié hier"."""
    lately = _LATELY.fullmatch(text)
    if lately is not None:
        return timedelta(days=0 if lately["today"] else 1)
    ago = _AGO.fullmatch(text)
    return timedelta(days=int(ago["count"]) * (7 if ago["week"] else 1)) if ago else None


def _of_numbers(first: str, second: str, third: str, sign: str) -> date | None:
    if len(first) == _FULL_YEAR:
        return date(int(first), int(second), int(third))
    if len(third) != _FULL_YEAR:
        return None
    one, two = int(first), int(second)
    # with dots the day is first; else only what can't be a month tells which is which
    if sign == "." or one > _LATEST_MONTH or one == two:
        return date(int(third), two, one)
    return date(int(third), one, two) if two > _LATEST_MONTH else None
