"""Finds amounts of pay in text, and tells them from other money: funding, revenue, bonuses, 401(k)."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from schemas.derived import Period
from streams.enrich.amounts import Ends, ends_of, find_amounts, mark_of
from streams.enrich.money_words import is_other_money, names_rate, says_pay
from streams.enrich.periods import is_bare_hour, period_after, period_before
from streams.normalize.currencies import code_of

Window = tuple[int, int]
# Right before an amount without a currency: `SALARY: 110k-160k`.
_LABEL = re.compile(
    r"(?:salar(?:y|ies)|pay|payrate|compensation|wages?|\bctc|package|gehalt|wynagrodzenie|\blön|salario|salaire)\b[^.\n\d|%]*$"
)
_LABEL_AFTER = re.compile(r"\s?(?:base\b|salary\b|annual salary|per annum|p\.a|ctc\b|lpa\b)", re.IGNORECASE)
# What follows a range of thousands that needs no word for pay; `10k-50k users` is something else.
_NOTHING_AFTER = re.compile(
    r"\s*(?:$|[\n|•+,;)\]&]|[-–:] |w/|https?:|\(|depending|doe\b|per year|a year|p\.?a\b|plus|and equity|full|base|salary|equity"
    r"|dependent|based on|usd|range)",
    re.IGNORECASE,
)
# `a team of 50-100k`
_COUNTED = re.compile(r"\b(?:of|than|over|serv\w+|with|by|into|from)\s$", re.IGNORECASE)
_UP_TO = re.compile(
    r"\b(?:up ?to|max(?:imum)?|bis zu|do|(?:ranges?|salary|salaries|paying) to|not exceed\w*|under)\W*$", re.IGNORECASE
)
_FROM = re.compile(r"\b(?:from|start(?:s|ing)? (?:at|from)|at least|min(?:imum)?|above|over|ab|od|vanaf)\W*$", re.IGNORECASE)
_AND_UP = re.compile(r"\s?(?:\+(?!\s?\w)|(?:and|or) (?:up|more|above)\b|plus\b(?=\W*$))", re.IGNORECASE)
# Nothing but the amount stands in a line, or between bars.
_LINE_BEFORE = re.compile(r"(?:^|[\n|•·])[\s*–-]*(?:up ?to )?$", re.IGNORECASE)
_LINE_AFTER = re.compile(r"\s*(?:$|[\n|•+,;(&]|[-–] |w/|https?:)")
_LOOK_BACK, _LOOK_AHEAD = 80, 40
_LABEL_REACH = 60
_LEAST_UNMARKED = 10_000
_MOST_UNMARKED = 1_000_000
_HOURLY = (3, 500)
_THOUSANDS_UNMARKED = (20_000, 500_000)
_WIDEST_UNMARKED = 3
_RETIREMENT_PLAN = 401_000


@dataclass(frozen=True, slots=True)
class Pay:
    """Pay that stands at `text[start:end]`; `mark` is the sign, code or name of its currency.

    `called`: a word like salary stands beside it. `cents`: its ends are written with cents.
    `loose`: a word joins its ends in running text, and nothing calls it pay: `homes for $90,000 to $99,000`.
    """

    start: int
    end: int
    minimum: float | None
    maximum: float | None
    mark: str | None
    period: Period | None
    called: bool
    cents: bool
    loose: bool

    @property
    def currency(self) -> str | None:
        """ISO 4217 code of what the mark most often stands for."""
        return code_of(self.mark) if self.mark else None

    @property
    def named(self) -> bool:
        """Whether a word like salary, or a period, stands beside it."""
        return self.called or self.period is not None

    @property
    def is_range(self) -> bool:
        """Whether it has two different ends."""
        return self.minimum is not None and self.maximum is not None and self.minimum < self.maximum


def find_pay(text: str, windows: Iterable[Window] | None = None) -> Iterator[Pay]:
    """Yield the amounts within `windows` of `text`, or anywhere in it, that are not known to be something else than pay."""
    for start, end in [(0, len(text))] if windows is None else windows:
        for match in find_amounts(text, start, end):
            pay = _read(text, match)
            if pay:
                yield pay


def _read(text: str, match: re.Match[str]) -> Pay | None:
    mark = mark_of(match)
    ends = ends_of(match, mark)
    if ends is None or (mark is None and ends.low == _RETIREMENT_PLAN):
        return None
    start, end = match.end() - len(match[0].lstrip()), match.start() + len(match[0].rstrip())
    before, after = text[max(0, start - _LOOK_BACK) : start], text[end : end + _LOOK_AHEAD]
    following, length = period_after(after)
    if mark is None and not _goes_without_mark(ends, following, before, after):
        return None
    if after[:1] == "%" or is_other_money(before, after[length:]):
        return None
    period = following or ends.period or _preceding(ends, before) or _hour(ends, before, after)
    return _pay((start, end + length), ends, mark, period, (before, after))


def _pay(span: Window, ends: Ends, mark: str | None, period: Period | None, beside: tuple[str, str]) -> Pay:
    alone = (ends.scaled or ends.worded) and _is_alone(*beside)
    called = says_pay(*beside) or ends.period is not None or (ends.scaled and alone)
    loose = ends.worded and not (ends.scaled or called or period or alone)
    return Pay(*span, *_bounds(ends, *beside), mark, period, called=called, cents=ends.cents, loose=loose)


def _preceding(ends: Ends, before: str) -> Period | None:
    """The period named before an amount; `Part time / hourly. Salary range: $48,878` is not per hour."""
    period = period_before(before)
    return None if period is Period.HOUR and not _is_hourly(ends) else period


def _hour(ends: Ends, before: str, after: str) -> Period | None:
    """`Pay: 25-35 hr` and `Pay Rate: $34-$37` are per hour."""
    return Period.HOUR if _is_hourly(ends) and (is_bare_hour(after) or names_rate(before)) else None


def _is_hourly(ends: Ends) -> bool:
    least, most = _HOURLY
    return least <= ends.low and (ends.high or ends.low) <= most


def _goes_without_mark(ends: Ends, following: Period | None, before: str, after: str) -> bool:
    """Whether an amount without a currency is called pay and as large as pay is, or is a range of thousands and nothing else."""
    low, high = ends.low, ends.high or ends.low
    label = _LABEL.search(before[-_LABEL_REACH:].lower())
    if following is Period.HOUR or (following is None and label and is_bare_hour(after)):
        return _is_hourly(ends) and (ends.high is not None or says_pay(before, ""))
    if not (ends.scaled or ends.grouped):
        return False
    if (label or following or _LABEL_AFTER.match(after)) and (ends.high is not None or ends.scaled):
        return low >= _LEAST_UNMARKED and high <= _MOST_UNMARKED
    least, most = _THOUSANDS_UNMARKED
    thousands = ends.scaled and least <= low and high <= min(most, _WIDEST_UNMARKED * low)
    if ends.high is None:
        return thousands and _is_alone(before, after)
    return thousands and not _COUNTED.search(before) and _NOTHING_AFTER.match(after) is not None


def _is_alone(before: str, after: str) -> bool:
    return _LINE_BEFORE.search(before) is not None and _LINE_AFTER.match(after) is not None


def _bounds(ends: Ends, before: str, after: str) -> tuple[float | None, float | None]:
    if ends.high is not None:
        return ends.low, ends.high
    if _UP_TO.search(before):
        return None, ends.low
    if ends.is_open or _FROM.search(before) or _AND_UP.match(after):
        return ends.low, None
    return ends.low, ends.low
