"""What the work pays, and what that is per year in US dollars."""

import math
import re
from collections.abc import Iterable
from datetime import date
from itertools import islice

from schemas.derived import Origin, Period, Salary
from schemas.posting import Posting, StatedSalary
from streams.enrich.base import Enricher, Fields
from streams.enrich.pay.currency import LEAST_OF_A_YEAR, currency_of
from streams.enrich.pay.hours import TOLD_BY_SIZE
from streams.enrich.pay.labels import is_in_field, is_labelled
from streams.enrich.pay.reading import Pay, find_pay
from streams.enrich.pay.windows import pay_windows
from streams.enrich.resources import Resources
from streams.enrich.stated import LONGEST_HEADING, heading_of

PER_YEAR = {Period.HOUR: 2080, Period.DAY: 260, Period.WEEK: 52, Period.MONTH: 12, Period.YEAR: 1}
# In US dollars per period; outside it is a typing error, another period, or no pay.
_PLAUSIBLE = {
    Period.HOUR: (0.2, 500), Period.DAY: (2, 5_000), Period.WEEK: (10, 20_000),
    Period.MONTH: (20, 45_000), Period.YEAR: (1_000, 2_000_000),
}  # fmt: skip
_SURELY_YEARLY_USD = 20_000
# More than is told per month, where pay is told per year in lakhs.
_SURELY_YEARLY = {"INR": 300_000}
# What is called pay, has no period and is in between is per month: `Salary: 2,500 EUR net`.
_SURELY_MONTHLY = {"EUR": (500, 8_000), "GBP": (500, 7_000), "CHF": (1_000, 15_000)}
_HOURLY_WITH_CENTS = (7, 150)
# How sure a period is that nothing names.
_SUPPOSED = 0.8
_LEAST_USD = 5
_LEAST_BARE_IN_HEADING = 10_000
_LEAST_PERIODIC_IN_HEADING = 100
# Below them it is lunch, and by the day a lunch voucher.
_LEAST_UNCALLED = {Period.HOUR: 7, Period.DAY: 40}
_LEAST_YEARLY_IN_TEXT = 3_000
_MOST_OPEN_USD = 200_000
# What no word calls pay and is more is a quota or a project; where so much is paid, they count in dollars or pounds.
_MOST_UNCALLED_USD = 200_000
_LEAST_OPEN_IN_TEXT = 500
_LETTERED = re.compile(r"\b[A-Z]{1,2}\$")
_LABEL_REACH = 30
_WIDEST = 20
# A text with more is a table of something else.
_MOST_AMOUNTS = 60
_MOST_TEXT = 20_000
_MOST_TITLE = 300
# What is longer states no pay: it is a text about it.
_MOST_FIELD = 500
# A smaller number that has neither currency nor period may be anything.
_LEAST_BARE = 1_000


def enrich(posting: Posting, resources: Resources) -> Fields:
    """Return the pay that the source states, else the one that title or text name; null when none is plausible."""
    day = (posting.posted_at or posting.fetched_at).date()
    stated = filter(None, (_finished(salary, day, resources) for salary in _of_field(posting, resources)))
    return {"salary": next(stated, None) or _surest(posting, day, resources)}


def _surest(posting: Posting, day: date, resources: Resources) -> Salary | None:
    """Return the first pay of title and text whose period is known, else the first that needs none."""
    timeless: Salary | None = None
    for salary, pay, needs_none, in_field in _of_text(posting, resources):
        finished = _finished(salary, day, resources, timeless=needs_none, told=in_field)
        if finished is None or (not pay.called and _is_of_firms(finished)):
            continue
        if finished.period:
            return finished
        timeless = timeless or finished
    return timeless


def _of_field(posting: Posting, resources: Resources) -> list[Salary]:
    stated = posting.stated_salary
    if stated is None:
        return []
    likely = _likely(find_pay(stated.raw[:_MOST_FIELD]), _MOST_FIELD)
    if likely:
        # words hold what two numbers lose ("up to"), parts what words lose (the period)
        return [_completed(_of_pay(pay, (stated.raw, Origin.FIELD, 1.0), posting, resources), stated) for pay in likely]
    has_amounts = stated.minimum is not None or stated.maximum is not None
    judged = stated.period is None and _is_money(stated.raw)
    return [_of_parts(stated)] if has_amounts and not judged else []


def _is_money(raw: str) -> bool:
    """Whether `raw` is words about money, of which `find_pay` says that it is no pay: `$10M raised`."""
    # the letters of `R$` are no words
    return any(mark in raw for mark in "$€£") and any(c.isalpha() for c in _LETTERED.sub("$", raw))


def _completed(salary: Salary, stated: StatedSalary) -> Salary:
    period = salary.period or stated.period
    return salary.model_copy(update={"period": period, "currency": salary.currency or stated.currency, "raw": stated.raw})


def _of_parts(stated: StatedSalary) -> Salary:
    return Salary(
        minimum=stated.minimum or None, maximum=stated.maximum or None, currency=stated.currency, period=stated.period,
        raw=stated.raw, origin=Origin.FIELD, confidence=1.0,
    )  # fmt: skip


def _is_of_firms(salary: Salary) -> bool:
    """`Sales of 300.000 to 500.000 euros a year`; by the hour and by the day people are paid, and contractors much."""
    return (
        salary.period not in _LEAST_UNCALLED
        and salary.currency not in TOLD_BY_SIZE
        and (salary.yearly_usd_maximum or 0) > _MOST_UNCALLED_USD
    )


def _of_text(posting: Posting, resources: Resources) -> Iterable[tuple[Salary, Pay, bool, bool]]:
    """Yield pay, as read; whether it is pay without a period too, and whether it is told as in a field: right behind `Salary:`.

    Without a period, a range is that is called pay, or what stands behind `Salary of`.
    """
    text = posting.description[:_MOST_TEXT]
    heading = heading_of(text)
    passages = (
        (posting.title[:_MOST_TITLE], Origin.TITLE, None, LONGEST_HEADING),
        # a sentence is no heading: `we get homeowners the $20k they need`
        (text, Origin.TEXT, pay_windows(text, resources.named(posting.description)), len(heading) if "|" in heading else 0),
    )
    for passage, origin, windows, headed in passages:
        for pay in _likely(find_pay(passage, windows), headed):
            salary = _of_pay(pay, (passage, origin, 0.9 if pay.named and pay.is_range else 0.7), posting, resources)
            if salary.currency or not pay.bare:
                beside = passage[max(0, pay.start - _LABEL_REACH) : pay.start]
                yield salary, pay, is_labelled(beside, pay.mark) or (pay.called and pay.is_range), is_in_field(beside)


def _likely(found: Iterable[Pay], heading: int) -> list[Pay]:
    """Return what is probably pay, the surest first: named ranges, ranges, named amounts, amounts in a heading.

    What the best earn comes last.
    """
    kept = [
        pay
        for pay in islice(found, _MOST_AMOUNTS)
        if (pay.is_range and not pay.loose) or _is_named(pay) or (pay.end <= heading and _is_headed(pay))
    ]
    return sorted(kept, key=lambda pay: (pay.boast, not (pay.named and pay.is_range), not pay.is_range, not pay.named))


def _is_named(pay: Pay) -> bool:
    """`$1,200 / month` is a rent as often; by the hour and by the day people are paid."""
    return pay.called or (pay.period in _LEAST_UNCALLED and _size(pay) >= _LEAST_UNCALLED[pay.period])


def _is_headed(pay: Pay) -> bool:
    """Titles and headings have no rents: `Travel nurse - $2,776 / week`."""
    told = pay.period in (Period.WEEK, Period.MONTH) and _size(pay) >= _LEAST_PERIODIC_IN_HEADING
    return told or _size(pay) >= _LEAST_BARE_IN_HEADING


def _size(pay: Pay) -> float:
    return pay.maximum or pay.minimum or 0.0


def _of_pay(pay: Pay, passage: tuple[str, Origin, float], posting: Posting, resources: Resources) -> Salary:
    text, origin, confidence = passage
    currency, doubt = currency_of(pay, text, posting, resources, stated=origin is Origin.FIELD)
    # a field may name the period beside the amounts
    period = pay.period or (None if origin is Origin.FIELD else _by_cents(pay))
    sure = 1.0 if period is pay.period else _SUPPOSED
    return Salary(
        minimum=pay.minimum, maximum=pay.maximum, currency=currency, period=period,
        raw=text[pay.start : pay.end].strip(), origin=origin, confidence=round(confidence * doubt * sure, 2),
    )  # fmt: skip


def _by_cents(pay: Pay) -> Period | None:
    """`Pay range: $48.97 - $69.01` is per hour: nobody counts the cents of a year."""
    ends = [amount for amount in (pay.minimum, pay.maximum) if amount is not None]
    counted = pay.named and pay.cents and pay.mark in TOLD_BY_SIZE
    return Period.HOUR if counted and _HOURLY_WITH_CENTS[0] <= min(ends) and max(ends) <= _HOURLY_WITH_CENTS[1] else None


def _finished(salary: Salary, day: date, resources: Resources, *, timeless: bool = True, told: bool = False) -> Salary | None:
    """Return `salary` with its period and yearly dollars; None when it is not plausible.

    `timeless`: it may have no period. `told`: it is told as in a field, and may be less than one lives on.
    """
    amounts = [a for a in (salary.minimum, salary.maximum) if a is not None]
    if not amounts or min(amounts) <= 0 or max(amounts) > _WIDEST * min(amounts):
        return None
    if salary.currency is None and salary.period is None and max(amounts) < _LEAST_BARE:
        return None
    dollars = {a: resources.rates.to_usd(a, salary.currency, day) if salary.currency else None for a in amounts}
    known = [d for d in dollars.values() if d is not None]
    in_text = salary.origin is not Origin.FIELD
    supposed = _supposed(known, amounts, salary.currency, in_text=in_text)
    if supposed is None and in_text and timeless and _is_monthly(amounts, salary.currency):
        supposed = Period.MONTH
    period, doubt = (salary.period, 1.0) if salary.period else (supposed, _SUPPOSED)
    if not _is_plausible(known, period, in_text=in_text, timeless=timeless, told=told):
        return None
    factor = PER_YEAR[period] if period else None
    return salary.model_copy(
        update={
            "period": period,
            "yearly_usd_minimum": _yearly(dollars.get(salary.minimum or -1), factor),
            "yearly_usd_maximum": _yearly(dollars.get(salary.maximum or -1), factor),
            "confidence": round(salary.confidence * doubt, 2),
        }
    )


def _supposed(dollars: list[float], amounts: list[float], currency: str | None, *, in_text: bool) -> Period | None:
    """An amount that nobody is paid in a month is per year, one that nobody lives on for a year per month; others stay open."""
    if currency is None and in_text:
        # what goes without a sign is in dollars, euros or pounds: `SALARY: 110k-160k`
        dollars = amounts
    if (dollars and min(dollars) >= _SURELY_YEARLY_USD) or min(amounts) >= _SURELY_YEARLY.get(currency or "", math.inf):
        return Period.YEAR
    return Period.MONTH if max(amounts) < LEAST_OF_A_YEAR.get(currency or "", 0) else None


def _is_monthly(amounts: list[float], currency: str | None) -> bool:
    least, most = _SURELY_MONTHLY.get(currency or "", (math.inf, 0))
    return least <= min(amounts) and max(amounts) < most


def _is_plausible(dollars: list[float], period: Period | None, *, in_text: bool, timeless: bool, told: bool) -> bool:
    """Running text names money of all kinds: there, pay has a period, or is called so, and one can live on it."""
    if period is None:
        lowest = _LEAST_OPEN_IN_TEXT if in_text else _LEAST_USD
        return timeless and all(lowest <= d <= _MOST_OPEN_USD for d in dollars)
    low, high = _PLAUSIBLE[period]
    least = max(low, _LEAST_YEARLY_IN_TEXT / PER_YEAR[period]) if in_text and not told else low
    return all(least <= d <= high for d in dollars)


def _yearly(dollars: float | None, factor: int | None) -> float | None:
    return round(dollars * factor, 2) if dollars is not None and factor else None


ENRICHER = Enricher("salary", "9", ("salary",), enrich)
