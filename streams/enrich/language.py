"""The language of the text."""

import re

from schemas.posting import Derived, Origin, Posting
from streams.enrich.base import Enricher, Fields
from streams.enrich.resources import LANGUAGES, Resources

_SAMPLE = 400
# The identifier reads byte by byte in Python: half the sample is as sure and half as slow.
_IDENTIFIED = 240
_SHORTEST = 60
_SURE = 0.8
_NAMES = {
    "english": "en", "german": "de", "deutsch": "de", "french": "fr", "français": "fr", "spanish": "es", "español": "es",
    "italian": "it", "italiano": "it", "portuguese": "pt", "português": "pt", "dutch": "nl", "nederlands": "nl",
    "polish": "pl", "polski": "pl", "swedish": "sv", "svenska": "sv", "amharic": "am", "japanese": "ja", "chinese": "zh",
}  # fmt: skip
_CODE = re.compile(r"([a-z]{2})(?:[-_][A-Za-z]{2,4})?", re.IGNORECASE)
# Frequent in English and rare elsewhere; with its small words, which other languages share: most need no identifier.
_STRONG = "the and with for you our are will your that have this from who can about looking team we're working experience"
_SMALL_WORDS = "a an as at be by in is of on or to we us it more new work software"
_ENGLISH, _SMALL = frozenset(_STRONG.split()), frozenset(_SMALL_WORDS.split())
_ENGLISH_SHARE = 0.05
_BOTH_SHARE = 0.16


def enrich(posting: Posting, resources: Resources) -> Fields:
    """Return the stated language, else the one that the text is in; null where the text is short or the answer unsure."""
    return {"language": _stated(posting.stated_language) or _identified(posting.description, resources)}


def _stated(value: str | None) -> Derived[str] | None:
    if not value:
        return None
    code = _CODE.fullmatch(value.strip())
    named = _NAMES.get(value.strip().lower()) or (code[1].lower() if code else None)
    return Derived(value=named, raw=value, origin=Origin.FIELD, confidence=1.0) if named in LANGUAGES else None


def _identified(text: str, resources: Resources) -> Derived[str] | None:
    # postings open with names and places, which are in no language
    start = min(max(0, len(text) - _SAMPLE), _SAMPLE // 2)
    sample = text[start : start + _SAMPLE].strip()
    if len(sample) < _SHORTEST:
        return None
    words = sample.lower().split()
    if _is_english(words):
        return Derived(value="en", origin=Origin.TEXT, confidence=0.95)
    code, probability = resources.identify(sample[:_IDENTIFIED])
    if probability < _SURE:
        return None
    return Derived(value=code, origin=Origin.TEXT, confidence=round(min(probability, 0.99), 2))


def _is_english(words: list[str]) -> bool:
    strong = sum(map(_ENGLISH.__contains__, words))
    small = sum(map(_SMALL.__contains__, words))
    return strong >= _ENGLISH_SHARE * len(words) and strong + small >= _BOTH_SHARE * len(words)


ENRICHER = Enricher("language", "1", ("language",), enrich)
