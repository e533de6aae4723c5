"""Finds amounts of pay in text, and tells them from other money: funding, revenue, bonuses, 401(k)."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from schemas.derived import Period
from streams.enrich.amounts import Ends, ends_of, find_amounts, mark_of
from streams.enrich.money_words import is_other_money, says_pay
from streams.enrich.pay_ends import are_least_and_most, are_side_by_side, bounds, is_midpoint
from streams.enrich.pay_hours import hour_of, is_hourly, month_of, preceding
from streams.enrich.periods import is_bare_hour, period_after
from streams.normalize.currencies import code_of

Window = tuple[int, int]
# Right before an amount without a currency: `SALARY: 110k-160k`.
_LABEL = re.compile(
    r"(?:salar(?:y|ies)|pay|payrate|compensation|wages?|\bctc|package|gehalt|wynagrodzenie|\blön|salario|salaire)\b[^.\n\d|%•]*$"
)
# Right before an amount that has neither currency nor period: `Salary: 15,000 net`.
_SALARY = re.compile(
    r"(?:\b(?:salary|wage|lön|månadslön|wynagrodzenie)|ደመወዝ|ደሞዝ)\W{1,6}"
    r"(?:(?:net|gross|basic|minimum|starting|will be|is|of|የተጣራ|ያልተጣራ|መነሻ)\W{1,3}){0,2}$",
    re.IGNORECASE,
)
_LEAST_BARE = 3_000
# Who calls it salary in Amharic means birr: `ደሞዝ: 8000`.
_AMHARIC, _BIRR = ("ደመወዝ", "ደሞዝ"), "ብር"
_BY_ANOTHER_TIME = re.compile(r"\b(?:every|whole|total)\b|\bበየ", re.IGNORECASE)
_NAMES_FIELD = re.compile(r"[:=]")
# Right before a range in plain digits: `Salary range: 70000 - 90000`.
_FIELD = re.compile(r"\b(?:salary|pay|wages?|compensation)(?: range| scale)?\s?[:=]\s?$", re.IGNORECASE)
_HOURLY_FIELD = re.compile(r"\bhourly(?: (?:pay|wage|rate|salary|compensation))?(?: range| scale)?\s?[:=]\s?$", re.IGNORECASE)
_LABEL_AFTER = re.compile(r"\s?(?:base\b|salary\b|annual salary|per annum|p\.a|ctc\b|lpa\b)", re.IGNORECASE)
# What follows a range of thousands that needs no word for pay; `10k-50k users` is something else.
_NOTHING_AFTER = re.compile(
    r"\s*(?:$|[\n|•+,;)\]&]|[-–:] |w/|https?:|\(|depending|doe\b|per year|a year|p\.?a\b|plus|and equity|full|base|salary|equity"
    r"|dependent|based on|usd|range|negotiable|on exp|commensurate)",
    re.IGNORECASE,
)
# `a team of 50-100k`
_COUNTED = re.compile(r"\b(?:of|than|over|serv\w+|with|by|into|from)\s$", re.IGNORECASE)
# Nothing but the amount stands in a line, or between bars.
_LINE_BEFORE = re.compile(r"(?:^|[\n|•·])[\s*–-]*(?:(?:up ?to|from|starting at) )?$", re.IGNORECASE)
_LINE_AFTER = re.compile(r"\s*(?:$|[\n|•+,;(&]|[-–] |w/|https?:)")
# `Engineer - $130,000 to $170,000 - San Francisco`
_DASH_BEFORE = re.compile(r"\w [-–—] ?$")
# Behind the name of a job: `Engineer (Portland); $140K+`, `Designer (~$90K)`.
_APART_BEFORE = re.compile(r"[;(\[] ?[~≈]?$")
_APART_AFTER = re.compile(r"\+?\s?(?:[)\]\n]|$)")
# `Senior £40k, Mid-Level £30k`
_LEVEL_BEFORE = re.compile(r"\b(?:junior|senior|mid(?:[- ]?level|[- ]?weight)?|graduate|entry[- ]level)\W{1,3}$", re.IGNORECASE)
# `United States: $119,900 to $193,200`
_LINE_LABEL = re.compile(r"(?:^|[\n|•·])[\s*–-]*[A-Z][\w ,&/()'-]{0,50}:\s$")
# What employers give with pay, and with nothing else: `$45,000 and 0.25% equity`.
_SHARES = re.compile(
    r"\+?\s?(?:\+|and|plus|&|w/|with)\s{0,2}(?:up to |significant |generous |meaningful |substantial |early )?"
    r"(?:[\d.]+\s?%?\s?(?:[-–]|to)?\s?[\d.]*\s?%|equity|stock|shares|options)",
    re.IGNORECASE,
)
# `£30,000 + benefits`
_WITH_BENEFITS = re.compile(
    r"\s?(?:\+|plus|&)\s{0,2}(?:\w+ ){0,2}(?:benefits|bonus(?:es)?|commissions?|pension|super(?:annuation)?|car)\b", re.IGNORECASE
)
# Right before an amount that a period follows: `Payment: 10,000 birr per month`.
_PAYMENT = re.compile(r"\bpayment\s?[:=]\s?$", re.IGNORECASE)
# `$110-150 + equity` leaves the thousands out.
_GIVEN = re.compile(r"\+?\s?(?:\+|and|plus|&|w/)\s?(?:bonus|equity|stock|options|benefits)", re.IGNORECASE)
# `Full-time | Onsite ($130-$250+ depending on experience)`: nobody is hired full-time at as much per hour.
_FULL_TIME = re.compile(r"\bfull[- ]?time\b[^.\n$]{0,30}$", re.IGNORECASE)
_DEPENDING = re.compile(r"\s?(?:depend|doe\b|based on)", re.IGNORECASE)
_LEAST_FULL_TIME = 100
_IN_THOUSANDS, _THOUSAND = (40, 400), 1_000
# `Base pay: $10 an hour, top performers make $15 - $20 an hour`
_BOAST = re.compile(
    r"(?:top|best)[ -](?:performers?|producers?|earners?|reps?|agents?|sellers?|drivers?|sales\w*)\b[^.\n$€£]{0,40}$",
    re.IGNORECASE,
)
# An hour or a day says by itself that it is pay.
_LONG = (Period.WEEK, Period.MONTH, Period.YEAR)
_LOOK_BACK, _LOOK_AHEAD = 80, 40
_LABEL_REACH = 60
_LEAST_UNMARKED = 10_000
_LEAST_WITH_SHARES = 20_000
_LEAST_LABELLED = 1_000
_MOST_UNMARKED = 1_000_000
_THOUSANDS_UNMARKED = (20_000, 500_000)
_WIDEST_UNMARKED = 3
_RETIREMENT_PLAN = 401_000


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
    following, length = period_after(after)
    bare = mark is None and not _goes_without_mark(ends, following, before, after)
    if bare and (following or ends.low < _LEAST_BARE or not _SALARY.search(before) or _BY_ANOTHER_TIME.search(after)):
        return None
    if bare and any(word in before for word in _AMHARIC):
        mark, bare = _BIRR, False
    rest = text[end + length : end + length + _LOOK_AHEAD]
    # in `$500 bonus, $18/hr` the bonus is another thing
    beside = before.rpartition(", ")[2] if following is Period.HOUR else before
    if after[:1] == "%" or is_other_money(beside, rest):
        return None
    period = following or ends.period or ends.within or preceding(ends, before)
    period = period or hour_of(ends, before, after, mark) or month_of(ends, before)
    if period is None and mark and _leaves_thousands_out(ends, before, after):
        ends = replace(ends, low=ends.low * _THOUSAND, high=(ends.high or ends.low) * _THOUSAND, scaled=True)
    return _pay((start, end + length), ends, mark, period, (before, after, rest), bare=bare)


def _pay(span: Window, ends: Ends, mark: str | None, period: Period | None, beside: tuple[str, str, str], *, bare: bool) -> Pay:
    """`beside`: what stands before the amount, after it, and after its period."""
    before, after, rest = beside
    alone = (ends.scaled or ends.worded) and _is_alone(before, after)
    alone = alone or (ends.worded and _LINE_LABEL.search(before) is not None and _LINE_AFTER.match(after) is not None)
    alone = alone or (mark is not None and (_is_apart(ends, before, after) or _is_between_dashes(ends, before, after)))
    with_shares = ends.low >= _LEAST_WITH_SHARES and (_SHARES.match(after) or _WITH_BENEFITS.match(after)) is not None
    # `$65,000 a year` in a line of its own
    lined = mark is not None and period in _LONG and _is_alone(before, rest)
    called = says_pay(before, after) or ends.period is not None or (ends.scaled and alone) or with_shares or lined
    called = called or (period is not None and _PAYMENT.search(before) is not None)
    loose = ends.worded and not (ends.scaled or called or period or alone)
    # to look for letters costs less than the pattern
    boast = ("op" in before or "est" in before) and _BOAST.search(before) is not None
    least, most = bounds(ends, before, after)
    return Pay(*span, least, most, mark, period, called=called, cents=ends.cents, loose=loose, boast=boast, bare=bare)


def _leaves_thousands_out(ends: Ends, before: str, after: str) -> bool:
    least, most = _IN_THOUSANDS
    short = ends.high is not None and not (ends.scaled or ends.cents) and least <= ends.low < ends.high <= most
    if short and ends.low >= _LEAST_FULL_TIME and _DEPENDING.match(after) and _FULL_TIME.search(before):
        return True
    return short and _GIVEN.match(after) is not None


def _goes_without_mark(ends: Ends, following: Period | None, before: str, after: str) -> bool:
    """Whether an amount without a currency is called pay and as large as pay is, or is a range of thousands and nothing else."""
    low, high = ends.low, ends.high or ends.low
    label = _LABEL.search(before[-_LABEL_REACH:].lower())
    wage = ends.cents and ends.high is not None and is_hourly(ends) and _FIELD.search(before)
    named = following is None and ((label and is_bare_hour(after)) or wage or _HOURLY_FIELD.search(before))
    if following is Period.HOUR or named:
        return is_hourly(ends) and (ends.high is not None or says_pay(before, ""))
    if following and label and _NAMES_FIELD.search(label[0]):
        return low >= _LEAST_LABELLED and high <= _MOST_UNMARKED
    if not (ends.scaled or ends.grouped or (ends.high and _FIELD.search(before))):
        return False
    if (label or following or _LABEL_AFTER.match(after)) and (ends.high is not None or ends.scaled):
        return low >= _LEAST_UNMARKED and high <= _MOST_UNMARKED
    least, most = _THOUSANDS_UNMARKED
    thousands = ends.scaled and least <= low and high <= min(most, _WIDEST_UNMARKED * low)
    if ends.high is None:
        return thousands and _is_alone(before, after)
    return thousands and not _COUNTED.search(before) and (_NOTHING_AFTER.match(after) or _SHARES.match(after)) is not None


def _is_apart(ends: Ends, before: str, after: str) -> bool:
    least, most = _THOUSANDS_UNMARKED
    one = ends.scaled and ends.high is None and least <= ends.low <= most
    if not one:
        return False
    apart = _APART_BEFORE.search(before) is not None and _APART_AFTER.match(after) is not None
    return apart or _LEVEL_BEFORE.search(before) is not None


def _is_between_dashes(ends: Ends, before: str, after: str) -> bool:
    large = ends.worded and ends.low >= _LEAST_WITH_SHARES
    return large and _DASH_BEFORE.search(before) is not None and _LINE_AFTER.match(after) is not None


def _is_alone(before: str, after: str) -> bool:
    return _LINE_BEFORE.search(before) is not None and _LINE_AFTER.match(after) is not None
