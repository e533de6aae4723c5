"""Instants in every form that sources use."""

import re
from datetime import UTC, datetime, timedelta, tzinfo
from email.utils import parsedate_to_datetime
from typing import Any

from schemas.base import to_instant
from streams.normalize.written_days import age_abroad, read_written_day

EARLIEST_YEAR = 1990
LATEST_YEAR = 2100
# Seconds reach this number in the year 5138, milliseconds in 1973.
_SECONDS_LIMIT = 100_000_000_000
_LONGEST = 80
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_NUMBER = re.compile(r"\d{9,13}(?:\.\d+)?")
_DAY = re.compile(r"\d{4}(?:-\d{2}-\d{2}|\d{4})(?: UTC)?")
_MONTH_FIRST = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})\b.*")
_RELATIVE = re.compile(
    r"(?:posted |updated |about |over |almost )*(?P<count>\d{1,4}|an?|one)\+? ?"
    r"(?P<unit>seconds?|secs?|minutes?|mins?|hours?|hrs?|days?|weeks?|months?|years?|[smhdw])\b\+?(?: ago)?",
    re.IGNORECASE,
)
# "Fri Jan 02 2026 10:00:00 GMT+0100 (Central European Standard Time)" of JavaScript, "Fri Jan 02 10:00:00 EST 2026" of Java.
_PROGRAM = re.compile(
    r"[A-Z][a-z]{2} (?P<month>[A-Z][a-z]{2}) (?P<day>\d{1,2}) (?:(?P<year>\d{4}) )?(?P<time>\d\d:\d\d:\d\d)"
    r" (?:GMT)?(?P<zone>[+-]\d{4}|[A-Z]{3,4})(?: (?P<year2>\d{4}))?(?: \([^()]*\))?"
)
_NAMED_DAYS = {"today": 0, "just now": 0, "just posted": 0, "now": 0, "yesterday": 1}
_SECONDS = {
    "s": 1, "sec": 1, "second": 1, "min": 60, "minute": 60, "m": 60, "h": 3600, "hr": 3600, "hour": 3600, "d": 86_400,
    "day": 86_400, "w": 604_800, "week": 604_800, "month": 2_592_000, "year": 31_536_000,
}  # fmt: skip


def read_instant(value: Any, fetched_at: datetime, zone: tzinfo = UTC) -> datetime | None:
    """Return the instant that `value` names; None when it names none between 1990 and 2100.

    Reads epoch seconds and milliseconds, ISO 8601 with or without an offset (`zone` where there is none), "… UTC",
    RFC 2822, what programs print by themselves ("Fri Jan 02 2026 10:00:00 GMT+0100 (CET)"), days in English words or numbers
    ("May 23, 2026", "15 March 2004, by 5 PM", "23.05.2026"), of which none that may be another ("05/12/2023"), and what is
    relative to `fetched_at` in some languages ("Posted 30+ Days Ago" is at the latest).
    """
    try:
        moment = _from_number(value) if isinstance(value, int | float) else _from_text(value, fetched_at, zone)
    except (ValueError, OverflowError, TypeError):
        return None
    if moment is None:
        return None
    return to_instant(moment) if EARLIEST_YEAR <= moment.year < LATEST_YEAR else None


def read_deadline(value: Any, fetched_at: datetime, zone: tzinfo = UTC) -> datetime | None:
    """Return the instant that `value` names; of a mere day its last second, for on that day one may still apply."""
    moment = read_instant(value, fetched_at, zone)
    if moment is None or not isinstance(value, str) or not _is_day(value.strip(), zone):
        return moment
    return to_instant(moment.astimezone(zone).replace(hour=23, minute=59, second=59))


def read_month_first(value: Any) -> datetime | None:
    """Return the day that begins `value`, month first: "8/5/2026", "8/5/2026 10:23 AM"; None when none does.

    Who writes so says no zone: of a time only its day is known.
    """
    day = _MONTH_FIRST.fullmatch(value.strip()) if isinstance(value, str) else None
    return read_instant(f"{day[3]}-{day[1]:0>2}-{day[2]:0>2}", _EPOCH) if day else None


def _from_number(value: float) -> datetime | None:
    if isinstance(value, bool):
        return None
    seconds = value if abs(value) < _SECONDS_LIMIT else value / 1000
    return _EPOCH + timedelta(seconds=seconds)


def _from_text(value: Any, fetched_at: datetime, zone: tzinfo) -> datetime | None:
    if not isinstance(value, str):
        return None
    text = value.strip()
    if len(text) > _LONGEST:
        return None
    if _NUMBER.fullmatch(text):
        return _from_number(float(text))
    return _iso(text, zone) or _relative(text, fetched_at) or _mail(text, zone) or _written(text, zone)


def _is_day(text: str, zone: tzinfo) -> bool:
    if _DAY.fullmatch(text) is not None:
        return True
    return _iso(text, zone) is None and _mail(text, zone) is None and _written(text, zone) is not None


def _iso(text: str, zone: tzinfo) -> datetime | None:
    if not text[:4].isdigit():
        return None
    try:
        return _aware(datetime.fromisoformat(text.removesuffix(" UTC")), UTC if text.endswith(" UTC") else zone)
    except ValueError:
        return None


def _relative(text: str, fetched_at: datetime) -> datetime | None:
    word = text.lower().removeprefix("posted ").strip()
    if word in _NAMED_DAYS:
        return fetched_at - timedelta(days=_NAMED_DAYS[word])
    found = _RELATIVE.fullmatch(text)
    if found is None:
        age = age_abroad(text)
        return None if age is None else fetched_at - age
    count, unit = found["count"].lower(), found["unit"].lower()
    seconds = _SECONDS[unit if unit in _SECONDS else unit.removesuffix("s")]
    return fetched_at - timedelta(seconds=seconds * (int(count) if count.isdigit() else 1))


def _written(text: str, zone: tzinfo) -> datetime | None:
    day = read_written_day(text)
    return None if day is None else datetime(day.year, day.month, day.day, tzinfo=zone)


def _mail(text: str, zone: tzinfo) -> datetime | None:
    program = _PROGRAM.fullmatch(text)
    if program is None and "," not in text[:5]:
        return None
    written = text
    if program is not None:
        year = program["year"] or program["year2"]
        written = f"{program['day']} {program['month']} {year} {program['time']} {program['zone']}"
    try:
        return _aware(parsedate_to_datetime(written), zone)
    except ValueError:
        return None


def _aware(moment: datetime, zone: tzinfo) -> datetime:
    return moment if moment.tzinfo else moment.replace(tzinfo=zone)
