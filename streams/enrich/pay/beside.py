"""What stands beside an amount and says that it is pay, where it has no currency, no period or no word for it."""

import re

from schemas.derived import Period
from streams.enrich.pay.amounts import Ends
from streams.enrich.pay.hours import is_hourly
from streams.enrich.pay.money_words import says_pay
from streams.enrich.pay.periods import is_bare_hour

# Right before an amount without a currency: `SALARY: 110k-160k`.
_LABEL = re.compile(
    r"(?:salar(?:y|ies)|pay|payrate|compensation|wages?|\bctc|package|gehalt|wynagrodzenie|\blön|salario|salaire"
    r"|sueldo|salário|rémunération|retribuzione|stipendio|salaris|vergütung|lønn?)\b[^.\n\d|%•]*$"
)
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
_LINE_BEFORE = re.compile(
    r"(?:^|[\n|•·])[\s*–-]*(?:(?:up ?to|from|starting at"
    r"|ab|bis zu|à partir de|dès|jusqu['’]à|desde|a partir d[ea]|hasta|vanaf|tot) )?$",
    re.IGNORECASE,
)
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
# `$110-150 + equity` leaves the thousands out.
_GIVEN = re.compile(r"\+?\s?(?:\+|and|plus|&|w/)\s?(?:bonus|equity|stock|options|benefits)", re.IGNORECASE)
# `Full-time | Onsite ($130-$250+ depending on experience)`: nobody is hired full-time at as much per hour.
_FULL_TIME = re.compile(r"\bfull[- ]?time\b[^.\n$]{0,30}$", re.IGNORECASE)
_DEPENDING = re.compile(r"\s?(?:depend|doe\b|based on)", re.IGNORECASE)
_LEAST_FULL_TIME = 100
_IN_THOUSANDS = (40, 400)
_LABEL_REACH = 60
_LEAST_UNMARKED = 10_000
_LEAST_WITH_SHARES = 20_000
_LEAST_LABELLED = 1_000
_MOST_UNMARKED = 1_000_000
_THOUSANDS_UNMARKED = (20_000, 500_000)
_WIDEST_UNMARKED = 3


def leaves_thousands_out(ends: Ends, before: str, after: str) -> bool:
    """Whether a range of tens is one of thousands: `$110-150 + equity`."""
    least, most = _IN_THOUSANDS
    short = ends.high is not None and not (ends.scaled or ends.cents) and least <= ends.low < ends.high <= most
    if short and ends.low >= _LEAST_FULL_TIME and _DEPENDING.match(after) and _FULL_TIME.search(before):
        return True
    return short and _GIVEN.match(after) is not None


def goes_without_mark(ends: Ends, following: Period | None, before: str, after: str) -> bool:
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
        return thousands and is_alone(before, after)
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


def has_shares(ends: Ends, after: str) -> bool:
    """Whether shares or benefits follow an amount as large as pay is."""
    return ends.low >= _LEAST_WITH_SHARES and (_SHARES.match(after) or _WITH_BENEFITS.match(after)) is not None


def stands_out(ends: Ends, before: str, after: str, *, marked: bool) -> bool:
    """Whether the amount is a field of its own: in a line, between bars or dashes, behind a job. `marked`: it has a currency."""
    alone = (ends.scaled or ends.worded) and is_alone(before, after)
    alone = alone or (ends.worded and _LINE_LABEL.search(before) is not None and _LINE_AFTER.match(after) is not None)
    return alone or (marked and (_is_apart(ends, before, after) or _is_between_dashes(ends, before, after)))


def is_alone(before: str, after: str) -> bool:
    """Whether nothing but the amount stands in its line, or between bars."""
    return _LINE_BEFORE.search(before) is not None and _LINE_AFTER.match(after) is not None
