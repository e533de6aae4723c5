"""An amount or a range of money as it is written: `$120k-150k`, `€ 50.000 – € 60.000`, `12-15 LPA`, `₹12,00,000`."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from schemas.derived import Period
from streams.enrich.pay.periods import period_after
from streams.normalize.currencies import SIGNS, is_shared, words
from streams.normalize.money import read_amount

_SIGN = "".join(SIGNS)
_WORD = "|".join(re.escape(mark) for mark in sorted(dict(words()), key=len, reverse=True))
_BEFORE = rf"[{_SIGN}]|(?<![^\W\d_])(?:{_WORD})"
# in `Grade 12 ($55,000 - $75,000)` the sign is of what follows
_BEHIND = rf"[{_SIGN}](?![\d“”»])|(?:{_WORD})(?![^\W\d_])"
_NUMBER = (
    r"\d{1,3}(?:[,.'’ \u00a0\u202f]\d{3})+(?!\d)(?:[.,]\d{1,2}(?!\d))?|\d{1,2}(?:,\d{2})+,\d{3}(?!\d)"
    r"|\d{2,3}, 000(?!\d)|\d+(?:[.,]\d{1,2}(?!\d))?"
)
_LARGE = (
    r"[mM]|MM|mm|[mM]io|[mM]rd|[mM]ln|[mM]lj|[mM]illion(?:en|er)|[mM]ilh(?:ão|ões)|[mM]illones|[mM]ilioni|[mM]iljo(?:en|ner)"
    r"|[mM]ill?ions?|[bB]n?|[bB]ill?ions?|[tT]rill?ions?|[tT]"
)
_GLUED = r"(?!\w)|(?=[A-Z][a-z]|USD|EUR|GBP|CAD|AUD)"
_SCALE = (
    rf"[kK](?:{_GLUED})|T(?=\s?(?:€|EUR))|(?:LPA|[lL]akhs?|[lL]acs?|L|[tT]sd\.?|tys\.?|tkr|mila|mil|[cC]rores?|Cr|{_LARGE})(?!\w)"
    r"|万"
)
# texts that kept their mark-up have the dash in elements of its own, and in some it was read in another encoding
_TO = (
    r"(?:</span>\s?<span class=.divider.>)?\u00ad?(?:\\?--?|[–—‐‑−~〜～\u00ad]|&[mn]dash;|â?€»?[“”])\u00ad?(?:</span>\s?<span>)?"
    r"|\b[tT]o [-–]"
    r"|\b(?:[tT]o|TO|and|up to|thru|through|bis|und|tot|do|hasta|até|à|et|ET|a(?=\s\D{0,3}\d[\d.,]{3})|til|y|och|og"
    r"|en?(?=\s(?:€|R\$)?\s?(?:\d[\d.,]{3}|\d\d[kK]))|እስከ)\b"
    # `RAL 28.000/32.000`, `30/35K€`
    r"|/(?=\d{1,3}\.\d{3}(?!\d)|\d{2,3}\s?[kK]\s?€)"
)
_PER = (
    r"(?P<per>\s?(?:/|\bper\b|\ban?\b)\s?(?i:hourly|hour|hr|day|week|month|year|yr|annum|annually)\b\.?"
    r"|\s?\b(?i:hourly|weekly|monthly|yearly|annually)\b(?=\s?[-–—]))?"
)
# `$17.00 (min) to $21.00 (max)`, `$60,000 minimum to $80,000`
_LEAST = r"(?:\s?\((?i:min(?:imum)?|junior|entry|starting)\)|\s?\b(?i:min(?:imum)?)\b)?"
# `£40+k`
_MORE = r"(?:\+(?=[kK]))?"
# `CAD $90k`, `(USD) 90k`
_BESIDE = r"(?:\)\s?|\s?\$\s?|\s?)"
# `$1,500+ monthly`, `€50.000+ p.a.`, but `$1,500+ monthly bonus`
_OPEN = (
    rf"\+(?![^\S\n]?[\w{_SIGN}])|\+(?=\s?(?i:depend|doe\b|based on|per\b|/|and\b))"
    r"|(?<=[\dkK])\+(?=\s?(?i:(?:(?:USD|EUR|GBP|CAD|AUD|CHF|PLN)\s?)?(?:per\b|/|an? (?:hour|day|week|month|year)\b"
    r"|p\.?\s?a\b|base\b|(?:hour|dai|week|month|year|annual)ly\b(?!\s(?:bonus|commission|incentive|tip|stipend|allowance|perk)))))"
)
# a pattern that begins with a class of characters is looked for seven times as fast: what stands before follows behind
_DIGIT = re.compile(r"\d(?<![\d.,]\d)")
_LONGEST_MARK = 12
_MARK = re.compile(rf"(?<!\d)(?<!\d[.,])(?:{_BEFORE}){_BESIDE}$")
_MONEY = re.compile(
    rf"(?:(?P<c1>{_BEFORE}){_BESIDE}|(?<![\w.,{_SIGN}])(?<!\d[-–]))(?P<low>{_NUMBER})(?:[.,][-–]{{1,2}})?\s?{_MORE}(?P<k1>{_SCALE})?\s?(?P<c2>{_BEHIND})?"
    rf"(?:{_LEAST}{_PER}\+?\s?(?P<to>{_TO})\s?(?:(?P<c3>{_BEFORE}){_BESIDE})?(?P<high>{_NUMBER})(?![\d.,]*\s?%)\s?{_MORE}(?P<k2>{_SCALE})?"
    rf"(?:\s?[-–]\s?[{_SIGN}]\s?(?P<top>{_NUMBER})(?!\w))?)?"
    rf"(?:\.[-–]|-(?=/))?"
    rf"(?P<open>{_OPEN})?"
    rf"(?:\+?\s?\(?(?P<c4>{_BEHIND}))?"
)
_THOUSAND, _LAKH, _CRORE, _MAN = 1_000, 100_000, 10_000_000, 10_000
_SCALES: Mapping[str, int] = {
    "k": _THOUSAND, "lpa": _LAKH, "l": _LAKH, "lakh": _LAKH, "lakhs": _LAKH, "lac": _LAKH, "lacs": _LAKH, "cr": _CRORE,
    "crore": _CRORE, "crores": _CRORE, "万": _MAN,
    "tsd": _THOUSAND, "tsd.": _THOUSAND, "t": _THOUSAND, "tys": _THOUSAND, "tys.": _THOUSAND, "tkr": _THOUSAND,
    "mila": _THOUSAND, "mil": _THOUSAND,
}  # fmt: skip
# `£24-30,000`
_LEAST_SHORT = 10
# `San Mateo, CA$80/hour` is in California.
_AFTER_STATE = "CA$"
# Litres and other things where no rupee stands beside them.
_ONLY_RUPEES = ("l", "cr")
_INDIAN = "INR"
# A trillion, and a million in English.
_ONLY_OF_EUROS = ("t", "mil")
_EUROS = ("€", "EUR", "euros", "euro", "R$", "reais")
_CENTS = re.compile(r"[.,]\d\d$")


@dataclass(frozen=True, slots=True)
class Ends:
    """The ends of an amount; `high` is null where there is one. `scaled`: in thousands, lakhs or more.

    `grouped`: written with its thousands apart. `worded`: joined by a word (`to`). `cents`: an end is written with cents.
    `period`: what the scale says (`LPA`), `within`: what words between the ends say (`$20/hr - $25`).
    """

    low: float
    high: float | None
    scaled: bool
    grouped: bool
    cents: bool
    is_open: bool
    worded: bool
    period: Period | None
    within: Period | None


def find_amounts(text: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """Yield the amounts and ranges in `text[start:end]`, with their currency marks."""
    at = start
    while digit := _DIGIT.search(text, at, end):
        # to look from the digit back spares the costly alternatives everywhere else
        mark = _MARK.search(text, max(at, digit.start() - _LONGEST_MARK), digit.start())
        match = _MONEY.match(text, mark.start() if mark else digit.start(), end)
        if match:
            yield match
        at = max(match.end() if match else 0, digit.end())


def ends_of(match: re.Match[str], mark: str | None) -> Ends | None:
    """Return the ends of a match with that currency mark; None when they are millions, run backwards or can't be read."""
    scales = [scale.lower() for scale in (match["k1"], match["k2"]) if scale]
    if not all(_is_scale(scale, mark) for scale in scales):
        return None
    low, high = _both(match)
    top = read_amount(_plain(match["top"])) if match["top"] else None
    high = top if top is not None and high is not None and top > high else high
    if low is None or (match["high"] and (high is None or high < low)):
        return None
    written = [match["low"], match["high"] or match["low"]]
    return Ends(
        low, high, scaled=bool(scales), grouped=all(len(digits) > len("9,999") for digits in written),
        cents=any(_CENTS.search(digits) for digits in written), is_open=bool(match["open"]),
        worded=bool(match["to"] and match["to"].isalpha()), period=Period.YEAR if "lpa" in scales else None,
        within=period_after(match["per"] or "")[0],
    )  # fmt: skip


def mark_of(match: re.Match[str]) -> str | None:
    """Return the currency mark of a match, the plainest where there are two; lakhs and crores are of rupees."""
    marks = [match[c] for c in ("c1", "c2", "c3", "c4") if match[c]]
    mark = next((mark for mark in marks if not is_shared(mark)), marks[0] if marks else None)
    if mark == _AFTER_STATE and match.string[max(0, match.start() - 2) : match.start()] == ", ":
        return "$"
    scale = (match["k1"] or match["k2"] or "").lower()
    if scale == "tkr":
        return mark or "kr"
    return mark or (_INDIAN if _SCALES.get(scale) in (_LAKH, _CRORE) and scale not in _ONLY_RUPEES else None)


def _is_scale(scale: str, mark: str | None) -> bool:
    if scale in _ONLY_RUPEES:
        return mark in ("₹", "Rs", "Rs.", _INDIAN)
    return scale in _SCALES and (scale not in _ONLY_OF_EUROS or mark in _EUROS)


def _both(match: re.Match[str]) -> tuple[float | None, float | None]:
    """Return both ends; in `$100-150k` and `$70k-90` the scale belongs to both, and in `£40-65,000` the thousands."""
    low, high = read_amount(_plain(match["low"])), read_amount(_plain(match["high"])) if match["high"] else None
    if low and high and not match["k1"] and not match["k2"] and _LEAST_SHORT <= low < _THOUSAND and low * _THOUSAND < high:
        low *= _THOUSAND
    scale_low = match["k1"] or (match["k2"] if low is not None and high is not None and low <= high else None)
    scale_high = match["k2"] or (match["k1"] if high is not None and high < _THOUSAND else None)
    return _scaled(low, scale_low), _scaled(high, scale_high)


def _plain(digits: str) -> str:
    return digits.replace("’", "'").replace(", ", ",")


def _scaled(amount: float | None, scale: str | None) -> float | None:
    return amount * _SCALES[scale.lower()] if amount is not None and scale else amount
