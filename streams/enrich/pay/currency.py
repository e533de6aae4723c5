"""Which currency pay is in: its mark, as the posting's country means it; without a mark the country's, where that is clear."""

import re

from schemas.derived import Period
from schemas.posting import Posting
from streams.enrich.location import countries_of
from streams.enrich.pay.reading import Pay
from streams.enrich.resources import Resources
from streams.normalize.currencies import is_shared, local_code

# Below what law, unions or use let a full year be paid, in countries where pay is told per month.
LEAST_OF_A_YEAR = {
    "PLN": 30_000, "CZK": 120_000, "SEK": 150_000, "NOK": 150_000, "DKK": 150_000, "HUF": 1_200_000, "RON": 15_000,
    "INR": 60_000, "PHP": 60_000, "UAH": 50_000, "RUB": 120_000, "ETB": 150_000, "BRL": 18_000, "MXN": 80_000, "PEN": 10_000,
    "COP": 10_000_000, "CLP": 4_000_000, "SGD": 16_000, "MYR": 18_000, "HKD": 100_000, "TWD": 200_000, "THB": 90_000,
    "IDR": 20_000_000, "VND": 30_000_000, "JPY": 1_000_000, "NGN": 500_000, "KES": 150_000, "ZAR": 45_000, "EGP": 70_000,
    "AED": 30_000, "ILS": 65_000, "SAR": 35_000, "PKR": 300_000, "BDT": 100_000, "TRY": 150_000, "AMD": 500_000,
}  # fmt: skip
# Whose currency and period is meant where a salary has neither.
_PER_MONTH = {
    "PL": "PLN", "CZ": "CZK", "SE": "SEK", "NO": "NOK", "DK": "DKK", "HU": "HUF", "RO": "RON", "IN": "INR", "PH": "PHP",
    "UA": "UAH", "RU": "RUB", "ET": "ETB",
}  # fmt: skip
# Whose krone it is by the language of the words beside it, where the posting names no country: `50 000 kr/mån`.
_KRONER = re.compile(r"\b(?:(?P<SEK>mån(?!ed)|\w*lön|timme)|(?P<NOK>lønn)|(?P<DKK>løn(?!n)))", re.IGNORECASE)
_BEFORE, _AFTER = 60, 20
# How sure a currency is that the posting's country decides.
_LOCAL = 0.7


def currency_of(pay: Pay, passage: str, posting: Posting, resources: Resources, *, stated: bool) -> tuple[str | None, float]:
    """Return which currency the mark is, and how sure that is: Canadians mean their dollar, Danes their krone.

    `passage`: where the pay stands.

    Without a mark it is that of a country where pay is told per month, if the amount is no year's pay there.
    """
    if pay.mark is None and not stated and pay.called and pay.period in (None, Period.MONTH):
        code = _PER_MONTH.get(_country(posting, resources) or "")
        return (code, _LOCAL) if code and (pay.maximum or pay.minimum or 0) < LEAST_OF_A_YEAR[code] else (None, 1.0)
    if pay.mark is None or not is_shared(pay.mark):
        return pay.currency, 1.0
    code, unusual = local_code(pay.mark, _country(posting, resources))
    if code is None and pay.mark == "kr":
        beside = _KRONER.search(passage[max(0, pay.start - _BEFORE) : pay.end + _AFTER])
        return beside and beside.lastgroup, _LOCAL
    return code, _LOCAL if unusual else 1.0


def _country(posting: Posting, resources: Resources) -> str | None:
    countries = countries_of(posting, resources)
    return next(iter(countries)) if len(countries) == 1 else None
