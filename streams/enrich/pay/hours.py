"""When pay is per hour though nothing right behind it says so: `Hourly range: $18 - $20`, `Pay: 25-35 hr`, `Salary: $19`."""

import re

from schemas.derived import Period
from streams.enrich.pay.amounts import Ends
from streams.enrich.pay.money_words import names_rate
from streams.enrich.pay.periods import is_bare_hour, period_before

_HOURLY = (3, 500)
# `Pay range: $18 - $20`, `Salary: $19`: per hour, for less than anybody is paid in thousands.
_WAGE = re.compile(
    r"\b(?:(?P<wage>pay|wages?)|salary|compensation)(?:[ -](?:range|scale|rate|band)\b[^.\d$]{0,40}|\s?[:=]\s?)[\s*(]*$",
    re.IGNORECASE,
)
# What a form says, and nobody who leaves the thousands out: `The base salary range for this role is $46 - $62 USD`.
_FORMAL = re.compile(r"\b(?:pay|salary|compensation) (?:range|scale|band)s? for (?:this|the) \w[^.\d$]{0,25}$", re.IGNORECASE)
# What the state of California has before the monthly pay of a grade: `Classification: STAFF ANALYST $5,255.00 - $6,578.00`.
_CLASSIFIED = re.compile(r"\bClassification[\s:]{0,2}[A-Z][A-Z ,()&/\n-]{4,60}$")
_MONTHLY = (2_000, 20_000)
# Of whose amounts the size or the cents tell that they are of an hour.
TOLD_BY_SIZE = ("$", "USD", "£", "GBP")
_LEAST_WAGE, _MOST_WAGE, _MOST_SALARY, _MOST_FORMAL = 7, 60, 30, 90


def is_hourly(ends: Ends) -> bool:
    """Return whether anybody is paid as much in an hour."""
    least, most = _HOURLY
    return least <= ends.low and (ends.high or ends.low) <= most


def preceding(ends: Ends, before: str, mark: str | None) -> Period | None:
    """Return the period named before an amount, where the amount can be of it.

    `Part time / hourly. Salary range: $48,878` is not per hour, nor `annual salary: $19.00 - $31.00` per year.
    """
    # where pay is in dollars or pounds other words are rare, and most amounts are
    period = period_before(before, in_english=mark in TOLD_BY_SIZE)
    unlike = {Period.HOUR: not is_hourly(ends), Period.YEAR: ends.cents and is_hourly(ends)}
    return None if period and unlike.get(period) else period


def hour_of(ends: Ends, before: str, after: str, mark: str | None) -> Period | None:
    """Return the hour where words or the size of an amount tell it: `Pay: 25-35 hr`, `Pay Rate: $34-$37`."""
    counted = mark in TOLD_BY_SIZE or (mark is None and ends.cents)
    named = is_bare_hour(after) or names_rate(before) or (counted and _is_wage(ends, before))
    return Period.HOUR if named and is_hourly(ends) else None


def month_of(ends: Ends, before: str) -> Period | None:
    """Return the month where a range is that of a grade of the state of California."""
    least, most = _MONTHLY
    monthly = ends.cents and ends.high is not None and least <= ends.low and ends.high <= most
    return Period.MONTH if monthly and _CLASSIFIED.search(before) else None


def _is_wage(ends: Ends, before: str) -> bool:
    label = _WAGE.search(before)
    if label is None or ends.scaled or ends.low < _LEAST_WAGE:
        return False
    most = _MOST_FORMAL if _FORMAL.search(before) else _MOST_WAGE if label["wage"] else _MOST_SALARY
    return (ends.high or ends.low) <= most
