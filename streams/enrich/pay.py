"""Finds amounts of pay in running text, and tells them from other money: funding, revenue, bonuses, 401(k)."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import ahocorasick

from schemas.posting import Period
from streams.normalize.money import read_amount, read_currency

_SYMBOLS = "$€£₹¥₪₺₽₴"
_CODE = "USD|EUR|GBP|CHF|CAD|AUD|NZD|SEK|NOK|DKK|PLN|CZK|HUF|INR|SGD|BRL|ETB|JPY|ILS|ZAR|MXN"
_CURRENCY = rf"(?:US|CA|AU|NZ|HK|C|A|S|R)?\$|[{_SYMBOLS}]|(?:{_CODE})(?![A-Za-z])|zł|[Ee]uros?\b"
_NUMBER = r"\d{1,3}(?:[,.'’ \u00a0\u202f]\d{3})+(?!\d)(?:[.,]\d{1,2}(?!\d))?|\d+(?:[.,]\d{1,2}(?!\d))?"
_SCALE = r"[kK](?!\w)|(?:[mM]|MM|mm|[mM]io|[mM]ill?ions?|[bB]n?|[bB]ill?ions?)(?!\w)"
_MONEY = re.compile(
    rf"(?<![\w.,$€£])(?P<c1>{_CURRENCY})?\s?(?P<low>{_NUMBER})\s?(?P<k1>{_SCALE})?\s?(?P<c2>{_CURRENCY})?"
    rf"(?:(?:\s?(?:/|\bper\b|\ban?\b)\s?(?:hour|hr|day|week|month|year|yr)\b)?"
    rf"\s?(?:-|–|—|‐|\bto\b|\band\b|\bup to\b|\bbis\b|~)\s?(?P<c3>{_CURRENCY})?\s?(?P<high>{_NUMBER})\s?(?P<k2>{_SCALE})?)?"
    rf"(?:\s?(?P<c4>{_CURRENCY}))?(?P<open>\+(?!\s?\w))?"
)
# A capital letter may follow without a space: texts that lost their line breaks say "$25/hrBenefits".
_UNIT = r"(?P<unit>hour(?:s|ly)?|hrs?|h|days?|d|weeks?|wk|months?|mo|mth|years?|yrs?|y|annum|anno|a)(?:\b|(?-i:(?=[A-Z])))"
_AFTER = re.compile(
    rf"[\s(,]*(?:gross|brutto|net|base|salary|usd|eur|gbp)?\s*(?:(?:/|\bper\b|\ban?\b|\bp\.|\beach\b)[\s-]?{_UNIT}"
    r"|(?P<adverb>hourly|daily|weekly|monthly|yearly|annually|annual|p\.?\s?a\b))",
    re.IGNORECASE,
)
_BEFORE = re.compile(r"\b(?P<adverb>hourly|daily|day rate|weekly|monthly|yearly|annual)\b[^.\n\d]{0,25}$", re.IGNORECASE)
_PAY = re.compile(
    r"\b(?:salar|compensat|pay|paid|wage|base|ote\b|earn|remunerat|rate|gehalt|vergütung|wynagrodz|package)", re.IGNORECASE
)
_NOT_PAY_BEFORE = re.compile(
    r"\b(?:rais(?:ed|ing)|fund\w*|series|seed|revenues?|valu(?:ed|ation)|invest(?:ed|ments?|ors?|ing)|backed|budgets?"
    r"|bonus(?: of)?|sign(?:ing)?[- ]on|referral|stipend|sav(?:e|ed|ing)|worth|market|prizes?|donat\w+|grants?|credits?"
    r"|process(?:ed|es|ing)?|managing|in equity|401 ?\(?k)\b[^.|\n]{0,25}$",
    re.IGNORECASE,
)
_NOT_PAY_AFTER = re.compile(
    r"[^\w+.|•\n]{0,3}(?:of |in |a |the |annual(?:ly)? |yearly |sign(?:ing)?[- ]on )*(?:(?!plus|and|with|incl)[\w-]+ )?"
    r"(?:raised|funding|funded|revenues?|series|seed|round|bonus(?:es)?|arr|valuation|budgets?|investments?|stipend|match\w*"
    r"|referral|credits?|sales|assets|venture|company|business|market|industry|users?|in equity|401|per user|worth|gmv"
    r"|startup|deals?|vc)\b",
    re.IGNORECASE,
)
_UP_TO = re.compile(r"\b(?:up to|max(?:imum)?|bis zu|do)\W*$", re.IGNORECASE)
_FROM = re.compile(r"\b(?:from|starting at|at least|min(?:imum)?|above|over|ab|od)\W*$", re.IGNORECASE)
_PERIODS = {
    "h": Period.HOUR, "d": Period.DAY, "w": Period.WEEK, "m": Period.MONTH,
    "y": Period.YEAR, "a": Period.YEAR, "p": Period.YEAR,
}  # fmt: skip


def _automaton(words: Iterable[str]) -> ahocorasick.Automaton:
    automaton = ahocorasick.Automaton()
    for word in words:
        automaton.add_word(word, word)
    automaton.make_automaton()
    return automaton


_MARKS = _automaton([*_SYMBOLS, *_CODE.split("|"), "zł", "euro", "Euro"])
_LOOK_BACK, _LOOK_AHEAD = 60, 40
_REACH = 30


@dataclass(frozen=True, slots=True)
class Pay:
    """Pay that stands at `text[start:end]`. `named`: a word like salary, or a period, stands beside it."""

    start: int
    end: int
    minimum: float | None
    maximum: float | None
    currency: str | None
    bare_dollar: bool
    period: Period | None
    named: bool

    @property
    def is_range(self) -> bool:
        """Whether it has two different ends."""
        return self.minimum is not None and self.maximum is not None and self.minimum < self.maximum


def find_pay(text: str) -> Iterator[Pay]:
    """Yield the amounts in `text` that have a currency and are not known to be something else than pay."""
    for start, end in _windows(text):
        for match in _MONEY.finditer(text, start, end):
            pay = _read(text, match)
            if pay:
                yield pay


def _windows(text: str) -> list[tuple[int, int]]:
    """Return the stretches around currency marks: the costly pattern looks nowhere else."""
    windows: list[tuple[int, int]] = []
    for at, _ in _MARKS.iter(text):
        start, end = max(0, at - _REACH), min(len(text), at + _REACH)
        if windows and start <= windows[-1][1]:
            windows[-1] = windows[-1][0], end
        else:
            windows.append((start, end))
    return windows


def _read(text: str, match: re.Match[str]) -> Pay | None:
    mark = next((match[c] for c in ("c1", "c2", "c3", "c4") if match[c]), None)
    if mark is None or _is_large(match["k1"]) or _is_large(match["k2"]):
        return None
    start, end = match.end() - len(match[0].lstrip()), match.start() + len(match[0].rstrip())
    before, after = text[max(0, start - _LOOK_BACK) : start], text[end : end + _LOOK_AHEAD]
    # what is glued to the amount begins another line: "$55,000Company car"
    if _NOT_PAY_BEFORE.search(before) or (not after[:1].isupper() and _NOT_PAY_AFTER.match(after)):
        return None
    low, high = _ends(match)
    if low is None or (match["high"] and (high is None or high < low)):
        return None
    found = _AFTER.match(after)
    period = _period(found) or _period(_BEFORE.search(before))
    minimum, maximum = (low, high) if match["high"] else _single(low, before, is_open=bool(match["open"]))
    currency = read_currency("EUR" if mark.lower().startswith("euro") else mark)
    named = bool(period or _PAY.search(before) or _PAY.search(after))
    end += found.end() if found else 0
    return Pay(start, end, minimum, maximum, currency, bare_dollar=mark == "$", period=period, named=named)


def _is_large(scale: str | None) -> bool:
    return bool(scale) and scale not in ("k", "K")


def _ends(match: re.Match[str]) -> tuple[float | None, float | None]:
    """Return both ends; in `$100-150k` and `$70k-90` the scale belongs to both."""
    low, high = _amount(match["low"]), _amount(match["high"]) if match["high"] else None
    scale_low = match["k1"] or (match["k2"] if low is not None and high is not None and low <= high else None)
    scale_high = match["k2"] or (match["k1"] if high is not None and high < 1000 else None)  # noqa: PLR2004 - below a thousand
    return _scaled(low, scale_low), _scaled(high, scale_high)


def _amount(digits: str) -> float | None:
    return read_amount(digits.replace("’", "'"))


def _scaled(amount: float | None, scale: str | None) -> float | None:
    return amount * 1000 if amount is not None and scale else amount


def _single(amount: float, before: str, *, is_open: bool) -> tuple[float | None, float | None]:
    if _UP_TO.search(before):
        return None, amount
    if is_open or _FROM.search(before):
        return amount, None
    return amount, amount


def _period(match: re.Match[str] | None) -> Period | None:
    if match is None:
        return None
    word = match.groupdict().get("unit") or match["adverb"]
    return _PERIODS[word[0].lower()]
