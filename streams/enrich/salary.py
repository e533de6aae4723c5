"""What the work pays, and what that is per year in US dollars."""

from collections.abc import Iterable
from datetime import date
from itertools import chain, islice

from schemas.posting import Origin, Period, Posting, Salary, StatedSalary
from streams.enrich.base import Enricher, Fields
from streams.enrich.location import countries_of
from streams.enrich.pay import Pay, find_pay
from streams.enrich.resources import Resources
from streams.enrich.stated import LONGEST_HEADING

PER_YEAR = {Period.HOUR: 2080, Period.DAY: 260, Period.WEEK: 52, Period.MONTH: 12, Period.YEAR: 1}
# In US dollars per period; outside it is a typing error, another period, or no pay.
_PLAUSIBLE = {
    Period.HOUR: (0.2, 500), Period.DAY: (2, 5_000), Period.WEEK: (10, 20_000),
    Period.MONTH: (20, 45_000), Period.YEAR: (1_000, 2_000_000),
}  # fmt: skip
_SURELY_YEARLY_USD = 20_000
_HOURLY_WITH_CENTS = (7, 150)
# How sure a period is that nothing names.
_SUPPOSED = 0.8
_LEAST_USD = 5
_LEAST_BARE_IN_HEADING = 10_000
_LEAST_YEARLY_IN_TEXT = 3_000
_WIDEST = 10
# A text with more is a table of something else.
_MOST_AMOUNTS = 60
_MOST_TEXT = 20_000
# A smaller number that has neither currency nor period may be anything.
_LEAST_BARE = 1_000
_DOLLARS = {"CA": "CAD", "AU": "AUD", "NZ": "NZD", "SG": "SGD", "HK": "HKD"}


def enrich(posting: Posting, resources: Resources) -> Fields:
    """Return the pay that the source states, else the one that title or text name; null when none is plausible."""
    day = (posting.posted_at or posting.fetched_at).date()
    candidates = chain(_of_field(posting, resources), _of_text(posting, resources))
    read = (_finished(salary, day, resources) for salary in candidates)
    return {"salary": next((salary for salary in read if salary is not None), None)}


def _of_field(posting: Posting, resources: Resources) -> list[Salary]:
    stated = posting.stated_salary
    if stated is None:
        return []
    likely = _likely(find_pay(stated.raw), len(stated.raw))
    if likely:
        # words hold what two numbers lose ("up to"), parts what words lose (the period)
        return [_completed(_of_pay(pay, (stated.raw, Origin.FIELD, 1.0), posting, resources), stated) for pay in likely]
    has_amounts = stated.minimum is not None or stated.maximum is not None
    judged = stated.period is None and _is_money(stated.raw)
    return [_of_parts(stated)] if has_amounts and not judged else []


def _is_money(raw: str) -> bool:
    """Whether `raw` is words about money, of which `find_pay` says that it is no pay: `$10M raised`."""
    return any(mark in raw for mark in "$€£") and any(c.isalpha() for c in raw)


def _completed(salary: Salary, stated: StatedSalary) -> Salary:
    period = salary.period or stated.period
    return salary.model_copy(update={"period": period, "currency": salary.currency or stated.currency, "raw": stated.raw})


def _of_parts(stated: StatedSalary) -> Salary:
    return Salary(
        minimum=stated.minimum or None, maximum=stated.maximum or None, currency=stated.currency, period=stated.period,
        raw=stated.raw, origin=Origin.FIELD, confidence=1.0,
    )  # fmt: skip


def _of_text(posting: Posting, resources: Resources) -> Iterable[Salary]:
    for text, origin in ((posting.title, Origin.TITLE), (posting.description[:_MOST_TEXT], Origin.TEXT)):
        for pay in _likely(find_pay(text), LONGEST_HEADING):
            yield _of_pay(pay, (text, origin, 0.9 if pay.named and pay.is_range else 0.7), posting, resources)


def _likely(found: Iterable[Pay], heading: int) -> list[Pay]:
    """Return what is probably pay, the surest first: named ranges, ranges, named amounts, amounts in a heading."""
    kept = [
        pay
        for pay in islice(found, _MOST_AMOUNTS)
        if pay.is_range or pay.named or (pay.end <= heading and _size(pay) >= _LEAST_BARE_IN_HEADING)
    ]
    return sorted(kept, key=lambda pay: (not (pay.named and pay.is_range), not pay.is_range, not pay.named))


def _size(pay: Pay) -> float:
    return pay.maximum or pay.minimum or 0.0


def _of_pay(pay: Pay, passage: tuple[str, Origin, float], posting: Posting, resources: Resources) -> Salary:
    text, origin, confidence = passage
    currency, doubt = _dollar(pay.currency, posting, resources) if pay.bare_dollar else (pay.currency, 1.0)
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
    counted = pay.named and pay.is_range and pay.bare_dollar and not all(amount.is_integer() for amount in ends)
    return Period.HOUR if counted and _HOURLY_WITH_CENTS[0] <= min(ends) and max(ends) <= _HOURLY_WITH_CENTS[1] else None


def _dollar(currency: str | None, posting: Posting, resources: Resources) -> tuple[str | None, float]:
    """Return which dollar a bare `$` is, and how sure that is: Canadians mean theirs."""
    countries = countries_of(posting, resources)
    local = _DOLLARS.get(next(iter(countries))) if len(countries) == 1 else None
    return (local, 0.7) if local else (currency, 1.0)


def _finished(salary: Salary, day: date, resources: Resources) -> Salary | None:
    """Return `salary` with its period and yearly dollars; None when it is not plausible."""
    amounts = [a for a in (salary.minimum, salary.maximum) if a is not None]
    if not amounts or min(amounts) <= 0 or max(amounts) > _WIDEST * min(amounts):
        return None
    if salary.currency is None and salary.period is None and max(amounts) < _LEAST_BARE:
        return None
    dollars = {a: resources.rates.to_usd(a, salary.currency, day) if salary.currency else None for a in amounts}
    known = [d for d in dollars.values() if d is not None]
    period, doubt = (salary.period, 1.0) if salary.period else (_supposed(known), _SUPPOSED)
    if not _is_plausible(known, period, in_text=salary.origin is not Origin.FIELD):
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


def _supposed(dollars: list[float]) -> Period | None:
    """An amount that nobody is paid in a month is per year; smaller ones stay open."""
    return Period.YEAR if dollars and min(dollars) >= _SURELY_YEARLY_USD else None


def _is_plausible(dollars: list[float], period: Period | None, *, in_text: bool) -> bool:
    """Running text names money of all kinds: there, pay has a period, and one can live on it."""
    if period is None:
        return not in_text and all(_LEAST_USD <= d <= _SURELY_YEARLY_USD * _WIDEST for d in dollars)
    low, high = _PLAUSIBLE[period]
    least = max(low, _LEAST_YEARLY_IN_TEXT / PER_YEAR[period]) if in_text else low
    return all(least <= d <= high for d in dollars)


def _yearly(dollars: float | None, factor: int | None) -> float | None:
    return round(dollars * factor, 2) if dollars is not None and factor else None


ENRICHER = Enricher("salary", "2", ("salary",), enrich)
