"""The share of the company that comes with the work: `0.5% - 1.0% equity`."""

import re
from collections.abc import Iterator
from itertools import islice

from schemas.derived import Equity, Origin
from schemas.posting import Posting
from streams.enrich.base import Enricher, Fields
from streams.enrich.cues import names_equity
from streams.enrich.resources import Resources
from streams.enrich.text import places_of

_WORD = re.compile(r"\b(?:equity|stock options|options|shares|stake)\b", re.IGNORECASE)
_NUMBER = r"(?:\d{1,2})?[.,]\d{1,4}|\d{1,2}"
_SHARE = re.compile(
    rf"(?P<least>(?:>=?|≥|from|at least|minimum)\s?)?(?P<most>(?:up to|<=?|≤)\s?)?(?<![\w.,$€£])(?P<low>{_NUMBER})"
    rf"(?:\s?%?\s?(?:[\u00ad-]{{1,2}}|–|—|\bto\b|à\b|\bbis\b|\btot\b)\s?\u00ad?(?P<high>{_NUMBER}))?\s?(?P<open>\+)?\s?%(?P<open2>\+(?![^\S\n]?\w))?",
    re.IGNORECASE,
)
_FILLERS = (
    "of in the and or a an is are at from between up to with our for range stake grant grants package level options option stock"
    " equity ownership company founder founders co-founder cofounder founding total initial significant additional approximately"
    " am unternehmen de participación en la empresa participação na in het bedrijf"
    " about around vesting substantial on e g i"
)
# Between a share and its word stand no others: `15% discount on stock`, `equity, 100% remote`.
_GAP = r"(?:[\s:;()+~=&/•*.-]|,\s?(?=\())*"
_BETWEEN = re.compile(rf"{_GAP}(?:(?:{'|'.join(_FILLERS.split())})\b{_GAP})*", re.IGNORECASE)
# Behind pay a share needs no word: `$110K - $160K, 0.5% - 2.0%`. It is written with a point, as no bonus is.
_BEHIND_PAY = re.compile(r"\d[kK]\+?\s?(?:[,;·|+&/(]|and\b|plus\b)\s{0,2}(?=(?:up to |[<>]=? ?)?\d?[.]\d)")
_PAY_REACH, _MOST_PERCENTS, _SHARE_LENGTH = 30, 4, 20
_OTHER = (
    "remote|bonus|match|travel|time|discount|coverage|paid|employer|pension|growth|401"
    "|of (?:your|base|salary|the (?:base|salary))"
)
_ENDS = re.compile(rf"[.,]?\s?(?:{_OTHER})", re.IGNORECASE)
_REACH = 40
_LARGEST = 50
_MOST_TEXT = 20_000


def enrich(posting: Posting, resources: Resources) -> Fields:
    """Return the share that field, title or text names beside a word for it; null where none does."""
    stated = posting.stated_salary.raw if posting.stated_salary else ""
    passages = ((stated, Origin.FIELD, 1.0), (posting.title, Origin.TITLE, 0.9))
    for passage, origin, confidence in passages:
        words = (match.span() for match in _WORD.finditer(passage[:_MOST_TEXT])) if "%" in passage else ()
        found = next((_share(passage, start, end, origin, confidence) for start, end in words), None)
        if found:
            return {"equity": found}
    return {"equity": next(_of_text(posting.description[:_MOST_TEXT], posting, resources), None)}


def _of_text(text: str, posting: Posting, resources: Resources) -> Iterator[Equity]:
    if "%" not in text:
        return
    for start, end, _ in resources.named(posting.description):
        if end <= len(text) and names_equity(text[start:end]):
            found = _share(text, start, end, Origin.TEXT, 0.8)
            if found:
                yield found
    yield from _behind_pay(text)


def _behind_pay(text: str) -> Iterator[Equity]:
    for at in islice(places_of(text, "%"), _MOST_PERCENTS):
        pay = _BEHIND_PAY.search(text, max(0, at - _PAY_REACH), at)
        match = _SHARE.match(text, pay.end(), at + _SHARE_LENGTH) if pay else None
        found = _read(match, Origin.TEXT, 0.6) if match and not _ENDS.match(text, match.end()) else None
        if found:
            yield found


def _share(text: str, start: int, end: int, origin: Origin, confidence: float) -> Equity | None:
    """Return the share right before or after the word at `text[start:end]`."""
    for match in _SHARE.finditer(text, max(0, start - _REACH), min(len(text), end + _REACH)):
        between = (match.end(), start) if match.end() <= start else (end, match.start())
        if between[0] <= between[1] and _BETWEEN.fullmatch(text, *between) and not _ENDS.match(text, match.end()):
            found = _read(match, origin, confidence)
            if found:
                return found
    return None


def _read(match: re.Match[str], origin: Origin, confidence: float) -> Equity | None:
    low, high = _number(match["low"]), _number(match["high"]) if match["high"] else None
    if not 0 < max(low, high or 0) <= _LARGEST or (high is not None and high < low):
        return None
    minimum, maximum = _ends(low, high, match)
    return Equity(minimum=minimum, maximum=maximum, raw=match[0].strip(), origin=origin, confidence=confidence)


def _ends(low: float, high: float | None, match: re.Match[str]) -> tuple[float | None, float | None]:
    if high is not None:
        return low, high
    if match["most"]:
        return None, low
    return low, None if match["least"] or match["open"] or match["open2"] else low


def _number(digits: str) -> float:
    return float(digits.replace(",", "."))


ENRICHER = Enricher("equity", "3", ("equity",), enrich)
