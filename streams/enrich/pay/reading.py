"""Finds amounts of pay in text, and tells them from other money: funding, revenue, bonuses, 401(k)."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from schemas.derived import Period
from streams.enrich.pay.amounts import Ends, ends_of, find_amounts, mark_of
from streams.enrich.pay.beside import goes_without_mark, has_shares, is_alone, leaves_thousands_out, stands_out
from streams.enrich.pay.ends import are_least_and_most, are_side_by_side, bounds, is_midpoint
from streams.enrich.pay.hours import TOLD_BY_SIZE, hour_of, month_of, preceding
from streams.enrich.pay.money_words import is_other_money, says_pay
from streams.enrich.pay.periods import period_after
from streams.normalize.currencies import code_of

Window = tuple[int, int]
# Right before an amount that has neither currency nor period: `Salary: 15,000 net`.
_SALARY = re.compile(
    r"(?:\b(?:salary|wage|lön|månadslön|wynagrodzenie)|ደመወዝ|ደሞዝ)\W{1,6}"
    r"(?:(?:net|gross|basic|minimum|starting|will be|is|of|የተጣራ|ያልተጣራ|መነሻ)\W{1,3}){0,2}$",
    re.IGNORECASE,
)
_LEAST_BARE = 3_000
# Who calls it salary in Amharic means birr: `ደሞዝ: 8000`.
_AMHARIC, _BIRR = ("ደመወዝ", "ደሞዝ"), "ብር"
# Who calls it RAL means euros per year: `RAL 30-35k`; smaller numbers are of colours: `RAL 9010`.
_RAL, _EURO, _LEAST_RAL = re.compile(r"\bRAL\b"), "€", 10_000
_BY_ANOTHER_TIME = re.compile(r"\b(?:every|whole|total)\b|\bበየ", re.IGNORECASE)
# Right before an amount that a period follows: `Payment: 10,000 birr per month`.
_PAYMENT = re.compile(r"\bpayment\s?[:=]\s?$", re.IGNORECASE)
# `Base pay: $10 an hour, top performers make $15 - $20 an hour`
_BOAST = re.compile(
    r"(?:top|best)[ -](?:performers?|producers?|earners?|reps?|agents?|sellers?|drivers?|sales\w*)\b[^.\n$€£]{0,40}$",
    re.IGNORECASE,
)
# An hour or a day says by itself that it is pay.
_LONG = (Period.WEEK, Period.MONTH, Period.YEAR)
_LOOK_BACK, _LOOK_AHEAD = 80, 40
_THOUSAND, _RETIREMENT_PLAN = 1_000, 401_000


@dataclass(frozen=True, slots=True)
class Pay:
    """Pay that stands at `text[start:end]`; `mark` is the sign, code or name of its currency.

    `called`: a word like salary stands beside it. `cents`: an end is written with cents.
    `loose`: a word joins its ends in running text, and nothing calls it pay: `homes for $90,000 to $99,000`.
    `boast`: it is what the best earn. `bare`: nothing but the word salary stands with it: no currency, no period, no thousands.
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
    boast: bool
    bare: bool

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
    last: Pay | None = None
    for pay in _found(text, [(0, len(text))] if windows is None else windows):
        if last and is_midpoint(text, last.end, pay.start):
            last = replace(last, end=pay.end)
            continue
        joined = _joined(text, last, pay) if last else None
        if joined:
            last = joined
            continue
        if last:
            yield last
        last = pay
    if last:
        yield last


def _joined(text: str, last: Pay, pay: Pay) -> Pay | None:
    """Return both as one range where they are told as its ends."""
    least, most = last.minimum or last.maximum, pay.maximum or pay.minimum
    spans = (last.start, last.end), (pay.start, pay.end)
    if last.is_range or pay.is_range or not least or not most or least > most:
        return None
    told = are_least_and_most(text, *spans, is_open=last.maximum is None)
    both = last.cents and pay.cents and last.named and last.mark == pay.mark
    if not told and not (both and are_side_by_side(text, *spans)):
        return None
    return replace(last, end=pay.end, minimum=least, maximum=most, period=last.period or pay.period)


def _found(text: str, windows: Iterable[Window]) -> Iterator[Pay]:
    for start, end in windows:
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
    if mark is None and ends.low >= _LEAST_RAL and (after.startswith(" RAL") or ("RAL" in before and _RAL.search(before))):
        mark = _EURO
    following, length = period_after(after)
    bare = mark is None and not goes_without_mark(ends, following, before, after)
    if bare and (following or ends.low < _LEAST_BARE or not _SALARY.search(before) or _BY_ANOTHER_TIME.search(after)):
        return None
    if bare and any(word in before for word in _AMHARIC):
        mark, bare = _BIRR, False
    rest = text[end + length : end + length + _LOOK_AHEAD]
    # in `$500 bonus, $18/hr` the bonus is another thing
    beside = before.rpartition(", ")[2] if following is Period.HOUR else before
    if after[:1] == "%" or is_other_money(beside, rest):
        return None
    period = following or ends.period or ends.within or preceding(ends, before, mark)
    period = period or hour_of(ends, before, after, mark) or month_of(ends, before)
    if period is None and mark and leaves_thousands_out(ends, before, after):
        ends = replace(ends, low=ends.low * _THOUSAND, high=(ends.high or ends.low) * _THOUSAND, scaled=True)
    return _pay((start, end + length), ends, mark, period, (before, after, rest), bare=bare)


def _pay(span: Window, ends: Ends, mark: str | None, period: Period | None, beside: tuple[str, str, str], *, bare: bool) -> Pay:
    """`beside`: what stands before the amount, after it, and after its period."""
    before, after, rest = beside
    alone = stands_out(ends, before, after, marked=mark is not None)
    # `$65,000 a year` in a line of its own
    lined = mark is not None and period in _LONG and is_alone(before, rest)
    called = says_pay(before, after) or ends.period is not None or (ends.scaled and alone) or has_shares(ends, after) or lined
    called = called or (period is not None and _PAYMENT.search(before) is not None)
    # by the month and year loans and rents are told, too; in dollars and pounds such pay is common
    sure = period is not None and (period not in (Period.MONTH, Period.YEAR) or mark in TOLD_BY_SIZE)
    loose = ends.worded and not (ends.scaled or called or sure or alone)
    # to look for letters costs less than the pattern
    boast = ("op" in before or "est" in before) and _BOAST.search(before) is not None
    least, most = bounds(ends, before, after)
    return Pay(*span, least, most, mark, period, called=called, cents=ends.cents, loose=loose, boast=boast, bare=bare)
