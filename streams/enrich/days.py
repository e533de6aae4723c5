"""The day that words name: `15 March 2004`, `June 28th, 2025`, `den 31 augusti`, `31.08.2023`, `3 days ago`.

What is found is handed as ISO 8601 to the reader of dates that all sources use.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from streams.normalize.dates import read_instant

# English, Swedish, Norwegian, Danish, German, Dutch, French, Spanish, Italian, Portuguese and Polish.
_NAMES = (
    "jan january januari januar janvier enero ene gennaio gen janeiro stycznia",
    "feb february februari februar février fév febrero febbraio fevereiro fev lutego",
    "mar march mars mart marts märz mär maart mrt marzo março marca",
    "apr april avril avr abril abr aprile kwietnia",
    "may maj mai mei mayo maggio mag maio maja",
    "jun june juni juin junio giugno giu junho czerwca",
    "jul july juli juillet juil julio luglio lug julho lipca",
    "aug august augusti augustus août agosto ago sierpnia",
    "sep sept september septembre septiembre settembre set setembro września",
    "oct okt october oktober octobre octubre ottobre ott outubro out października",
    "nov november novembre noviembre novembro listopada",
    "dec dez december dezember desember décembre déc diciembre dic dicembre dezembro grudnia",
)
_MONTHS: Mapping[str, int] = {name: month for month, names in enumerate(_NAMES, 1) for name in names.split()}
# A sentence may be glued to it: `30 juniVi`.
_WORD = rf"(?P<month{{0}}>{'|'.join(_MONTHS)})(?:(?-i:(?<=[a-z])(?=[A-ZÅÄÖ]))|(?![^\W\d_]))\.?"
_YEAR = r"(?P<year{0}>(?:19|20)\d\d)(?!\d)"
_ORDINAL = r"(?:\s?:(?:a|e|de|dje|sta|th|st|nd|rd)|a|e|de|st|nd|rd|th|er|\.|º)?"
_DAY = re.compile(
    rf"(?<![\d.,/])(?<!\d-)(?:{_YEAR.format(1)}[-/.](?P<number1>\d\d?)[-/.](?P<day1>\d\d?)(?![\d])"
    rf"|(?P<day2>\d\d?){_ORDINAL},?[\s-]?\s?(?:(?:of|de|day of)\s)?{_WORD.format(2)}(?:,?[\s-]{{1,2}}(?:de\s)?{_YEAR.format(2)})?"
    # `1.5` without a year is a number
    rf"|(?!24/7)(?P<day3>\d\d?)(?:[./-]|\s/\s)(?P<number3>\d\d?)"
    rf"(?:(?:[./-]|\s-)(?P<year3>(?:20)?\d\d)(?![\d/])|,?\s(?P<year3b>20\d\d)(?![\d-])|(?<!\.\d)(?<!\.\d\d)(?![\d/%])|\.(?!\d))"
    # `torsdagen 3/4` is no day of gennaio
    rf"|(?<![^\W\d_]){_WORD.format(4)},?[\s-]{{1,2}}(?:the\s)?(?P<day4>\d\d?){_ORDINAL}(?![\d:])"
    rf"(?:(?:,\s{{0,2}}|\s{{1,2}}|[/.]){_YEAR.format(4)})?"
    # as Swedes write it: `250630`, `20250630`
    r"|(?P<year5>(?:20)?2\d)(?P<number5>0[1-9]|1[0-2])(?P<day5>[0-3]\d)(?![\d-]))",
    re.IGNORECASE,
)
_AGO = re.compile(
    r"(?:(?:about|over|almost) )?(?:\d{1,4}\+?|an?|one) ?(?:second|sec|minute|min|hour|hr|day|week|month|year)s?\+? ago"
    r"|today|yesterday|just now",
    re.IGNORECASE,
)
# The same in other languages; what is read is handed on in English.
_AGO_ABROAD = re.compile(
    r"\b(?:vor|il y a|hace|há)\s(?P<before>\d{1,3})\s(?P<unit>[^\W\d_]{2,9})"
    r"|\b(?P<after>\d{1,3})\s(?P<unit2>[^\W\d_]{2,9})\s(?:fa|geleden|temu|siden|sedan|sen)\b"
    r"|\b(?P<today>heute|aujourd['’]hui|hoy|hoje|oggi|vandaag|i ?dag|dzisiaj|dziś)\b"
    r"|\b(?P<yesterday>gestern|ayer|ontem|ieri|gisteren|i ?går|wczoraj)\b",
    re.IGNORECASE,
)
# By how their words begin; the first that fits counts.
_UNITS_ABROAD: Mapping[str, tuple[str, ...]] = {
    "hour": ("stund", "heure", "hora", "ora", "ore", "uur", "timm", "timer", "godz"),
    "day": ("tag", "jour", "día", "dia", "giorn", "dag", "dni", "dzień"),
    "week": ("woche", "semain", "semana", "settiman", "week", "weken", "veck", "uge", "uke", "tydz", "tygod"),
    "month": ("monat", "mois", "mes", "mês", "maand", "månad", "måned", "miesi"),
}
_LATEST_MONTH = 12
_CENTURY, _FULL_YEAR = 2000, len("2004")
_HALF_A_YEAR = timedelta(days=183)


@dataclass(frozen=True, slots=True)
class Day:
    """A day that stands at `text[start:end]`. `sure`: its year is written, and its order is no guess."""

    day: date
    start: int
    end: int
    sure: bool


def find_day(text: str, start: int, end: int, near: datetime, *, day_first: bool | None) -> Day | None:
    """Return the first day that `text[start:end]` names; None where it names none or its order is open.

    A day without a year is the one closest to `near`. `day_first`: how `3/4` is read, None where nobody knows.
    """
    for match in _DAY.finditer(text, start, end):
        found = _read(match, near, day_first=day_first)
        if found:
            return found
    return None


def find_age(text: str, start: int, end: int, fetched_at: datetime) -> Day | None:
    """Return the day that words relative to `fetched_at` name: `3 days ago`, `today`; `30+ days ago` is no later than it says."""
    match = _AGO.search(text, start, end) or _AGO_ABROAD.search(text, start, end)
    words = _in_english(match) if match and match.re is _AGO_ABROAD else match and match[0]
    instant = read_instant(words, fetched_at) if words else None
    if match is None or instant is None:
        return None
    return Day(instant.date(), match.start(), match.end(), sure="+" not in match[0])


def _in_english(match: re.Match[str]) -> str | None:
    """Return `vor 2 Tagen` as `2 days ago`."""
    if match["today"] or match["yesterday"]:
        return "today" if match["today"] else "yesterday"
    word = (match["unit"] or match["unit2"]).lower()
    unit = next((unit for unit, begins in _UNITS_ABROAD.items() if word.startswith(begins)), None)
    return f"{match['before'] or match['after']} {unit}s ago" if unit else None


def _read(match: re.Match[str], near: datetime, *, day_first: bool | None) -> Day | None:
    kind = next(at for at in "12345" if match[f"day{at}"])
    year = match[f"year{kind}"] or (match["year3b"] if kind == "3" else None)
    month, day = _month_and_day(match, kind, day_first=day_first)
    found = None
    if month is not None and day is not None:
        found = _of_year(_full(year), month, day, near) if year else _closest(month, day, near)
    if kind == "3" and year and len(year) < _FULL_YEAR and "-" in match[0]:
        found = _closer(found, _of_year(_full(match["day3"]), int(match["number3"]), int(year), near), near)
    return Day(found, match.start(), match.end(), sure=bool(year)) if found else None


def _full(year: str) -> int:
    return int(year) if len(year) == _FULL_YEAR else int(year) + _CENTURY


def _closer(one: date | None, other: date | None, near: datetime) -> date | None:
    """Return which of two readings of `25-06-30` is closer."""
    return min(filter(None, (one, other)), key=lambda day: abs(day - near.date()), default=None)


def _month_and_day(match: re.Match[str], kind: str, *, day_first: bool | None) -> tuple[int | None, int | None]:
    """Return both numbers; of `3/4` without a country neither."""
    if kind in "24":
        word = match[f"month{kind}"].lower()
        return _MONTHS.get(word), int(match[f"day{kind}"])
    first, second = int(match[f"day{kind}"]), int(match[f"number{kind}"])
    if kind in "15" or "." in match[0] or first > _LATEST_MONTH:
        return second, first
    if second > _LATEST_MONTH:
        return first, second
    return (None, None) if day_first is None else (second, first) if day_first else (first, second)


def _of_year(year: int, month: int, day: int, near: datetime) -> date | None:
    instant = read_instant(f"{year:04}-{month:02}-{day:02}", near)
    return instant.date() if instant else None


def _closest(month: int, day: int, near: datetime) -> date | None:
    years = (_of_year(near.year + step, month, day, near) for step in (0, 1, -1))
    return next((found for found in years if found and abs(found - near.date()) <= _HALF_A_YEAR), None)
