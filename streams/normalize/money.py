"""Pay as sources state it: words, ranges, structured amounts."""

import math
import re
from typing import Any

from schemas.derived import Period
from schemas.posting import StatedSalary
from streams.normalize.currencies import CODES, SIGNS, code_of, words
from streams.normalize.text import text_of

_CODE = re.compile(r"\b[A-Z]{3}\b")
_NO_LETTER_BEFORE, _NO_LETTER_AFTER = r"(?<![^\W\d_])", r"(?![^\W\d_])"
_WORDS = "|".join(re.escape(mark) for mark in sorted(dict(words()), key=len, reverse=True))
# Longest first: "CA$" must not be read as "$", which is the US dollar; `raw` keeps what was written.
_MARK = re.compile(
    rf"{_NO_LETTER_BEFORE}(?P<before>{_WORDS})(?=\s?\d)|(?<=\d)\s?(?P<after>{_WORDS}){_NO_LETTER_AFTER}"
    rf"|(?P<sign>[{''.join(SIGNS)}])"
)
_AMOUNT = re.compile(
    r"(?<![\w.,])((?>\d{1,3}(?:[,.' \u00a0\u202f]\d{3})+(?:[.,]\d{1,2})?|\d{1,2}(?:,\d{2})+,\d{3}|\d+(?:[.,]\d{1,2})?))"
    r"(?:\s?([kKmM])\b)?"
)
_NOT_PAY = re.compile(r"401 ?\(?k\)?|[\d.,]+ ?(?:[-–] ?[\d.,]+ ?)?%", re.IGNORECASE)
_SPACES = re.compile(r"[' \u00a0\u202f]")
# The second is how India groups: lakhs and crores.
_GROUPED = re.compile(r"\d{1,3}(?:([,.])\d{3})(?:\1\d{3})*|\d{1,2}(?:,\d{2})+,\d{3}")
_SCALE = {"k": 1_000, "m": 1_000_000}
_PERIODS = (
    (Period.HOUR, re.compile(r"\b(?:hour\w*|hr|hrs|h)\b|/h\b", re.IGNORECASE)),
    (Period.DAY, re.compile(r"\b(?:day|daily|diem)\b", re.IGNORECASE)),
    (Period.WEEK, re.compile(r"\b(?:week|weekly|wk)\b", re.IGNORECASE)),
    (Period.MONTH, re.compile(r"\b(?:month|monthly|mo|mth)\b", re.IGNORECASE)),
    (Period.YEAR, re.compile(r"\b(?:year|years|yearly|annual|annually|annum|yr|p\.?a)\b", re.IGNORECASE)),
)
# What is paid twice a week, month or year, or once in several, is paid per none of them.
_BETWEEN = re.compile(
    r"\b(?:(?:bi|semi|half)[ -]?|twice (?:an?|per) |(?:other|two|three|four|(?<![\w.,$€£])[2-9])[ -])"
    r"(?:week|month|year|annual)\w*",
    re.IGNORECASE,
)
_LARGEST = 1e12
# What is longer states no pay; it is a text about it.
_LONGEST = 500


def read_amount(value: Any) -> float | None:
    """Return `value` as an amount of money; None when it is no number from 0 up."""
    if isinstance(value, bool) or not isinstance(value, int | float | str):
        return None
    if isinstance(value, str):
        found = _AMOUNT.fullmatch(value.strip()[:_LONGEST])
        return _scaled(*found.groups()) if found else None
    return float(value) if math.isfinite(value) and 0 <= value <= _LARGEST else None


def read_period(value: Any) -> Period | None:
    """Return what "per-year-salary", "1 YEAR" or "Monthly" says an amount is for; None when it says nothing, or "Bi-Weekly"."""
    text = _BETWEEN.sub(" ", (text_of(value) or "")[:_LONGEST].replace("_", " "))
    return next((period for period, words in _PERIODS if words.search(text)), None)


def read_currency(value: Any) -> str | None:
    """Return the ISO 4217 code that `value` names by code or symbol; None when it names none."""
    text = (text_of(value) or "")[:_LONGEST]
    written = text.upper() if len(text) == len("EUR") else text
    code = next((found[0] for found in _CODE.finditer(written) if found[0] in CODES), None) or code_of(text)
    if code is not None:
        return code
    mark = _MARK.search(text)
    return code_of(mark[mark.lastgroup or 0]) if mark else None


def salary_text(value: Any) -> StatedSalary | None:
    """Return the pay that a text states; amounts null when it states none ("competitive"), None without text."""
    raw = text_of(value)
    if raw is None:
        return None
    amounts = sorted(_amounts(raw))
    low, high = (amounts[0], amounts[-1]) if amounts else (None, None)
    return StatedSalary(raw=raw, minimum=low, maximum=high, currency=read_currency(raw), period=read_period(raw))


def salary_parts(low: Any, high: Any, currency: Any, period: Any, raw: Any = None) -> StatedSalary | None:
    """Return the pay that a source gives in parts; None when it gives no amount and no words."""
    stated = " ".join(part for part in (_range(low, high), text_of(currency), text_of(period)) if part)
    words = text_of(raw)
    if words is None and text_of(low) is None and text_of(high) is None:
        return None
    minimum, maximum = read_amount(low), read_amount(high)
    if minimum is not None and maximum is not None and minimum > maximum:
        minimum, maximum = maximum, minimum
    return StatedSalary(
        raw=words or stated, minimum=minimum, maximum=maximum, currency=read_currency(currency), period=read_period(period)
    )


def _range(low: Any, high: Any) -> str:
    return " - ".join(part for part in (text_of(low), text_of(high)) if part)


def _amounts(raw: str) -> list[float]:
    if len(raw) > _LONGEST:
        return []
    found = _AMOUNT.findall(_NOT_PAY.sub(" ", raw))[:2]
    # "70-120k": what scales the end of a range scales its start
    last = found[-1][1] if found else ""
    read = (_scaled(digits, scale or last) for digits, scale in found)
    return [amount for amount in read if amount]


def _scaled(digits: str, scale: str | None) -> float | None:
    amount = _number(_SPACES.sub("", digits)) * _SCALE.get((scale or "").lower(), 1)
    return amount if amount <= _LARGEST else None


def _number(digits: str) -> float:
    """Return what "1,234.50", "1.234,50", "1.234", "12,00,000" or "12,5" stands for."""
    if _GROUPED.fullmatch(digits):
        return float(digits.replace(",", "").replace(".", ""))
    decimal = "," if digits.rfind(",") > digits.rfind(".") else "."
    other = "." if decimal == "," else ","
    return float(digits.replace(other, "").replace(decimal, "."))
