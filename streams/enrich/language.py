"""The languages of the text."""

import re

from schemas.derived import Derived, Origin
from schemas.posting import Posting
from streams.enrich.base import Enricher, Fields
from streams.enrich.passages import SHORTEST, Marker, Passages, beyond_latin, in_english, of_lines
from streams.enrich.resources import LANGUAGES, Resources
from streams.enrich.stated import derived
from streams.normalize.text import word_set

_SAMPLE = 400
# The identifier reads byte by byte in Python: half the sample is as sure and half as slow.
_IDENTIFIED = 240
_SHORTEST = 60
_SURE = 0.8
# English from words that are its own, where the letters alone tell less: one of its ads, or any two, the less sure the letters.
_LIKELY, _POSSIBLE, _FEWEST_WORDS = 0.4, 0.2, 2
# Another language where no word is English.
_LIKELY_OTHER = 0.65
_OF_ADS = word_set(
    "hiring hire looking seeking apply join positions openings please growing several see submit must need needs"
    " possibly mostly here only available very me open role roles info various multiple powering building based anywhere"
    " superb required preferred knowledge languages learning jobs"
)
# Two of these tell as much as two small words; each alone stands in ads in other languages, too.
_IN_ADS = word_set(
    "company details location salary bonus benefits expert machine job full-time permanent contract partial link post"
    " month months year years week day days hours opportunity opportunities candidates internships sponsored sponsorship"
    " competitive funded fast-growing largest leading beautiful powerful helping helps people customers users businesses"
    " millions one two many some any all what how where which their they these has been was would should not but also"
    " only first best own fun love learn build create make use used using visit including out someone everyone well both"
    " about"
)
# A passage with fewer words that are English alone is identified too: `einem Team in einem Netzwerk`.
_FEWEST_STRONG = 3
_FEWEST_LETTERS = 20
_LOOKED_AT, _LOOKED_THROUGH = 2_000, 720
_ADDRESS = re.compile(
    r"(?:https?://|www\.)\S+|[\w.+-]{1,64}@\S+|\w{25,}|\b[\w-]{1,63}\.(?:com|io|net|org|co)\b\S*", re.IGNORECASE
)
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
# Without those of places' names and information technology; what is shared tells where the letters look English as well.
_OWN = (_ENGLISH | _SMALL | _IN_ADS) - word_set("a it new software us")
_SHARED = word_set("an in is on or team we")
_ENGLISH_SHARE = 0.05
# `Team Lead Support in Hamburg` has two.
_BOTH_SHARE, _FEWEST_OF_BOTH = 0.16, 3


def enrich(posting: Posting, resources: Resources) -> Fields:
    """Return the stated language, else the one that most of the text is in, and those that other passages are in.

    Null without a text, and where it is too short to tell.
    """
    text = posting.description
    said = _stated(posting.stated_language)
    main = said or _identified(text, resources) or _looked_through(posting, resources)
    if main is None or len(text) < SHORTEST:
        return {"language": main, "other_languages": []}
    passages = _passages(text, main.value, resources)
    own = passages.pop(main.value, 0)
    if not passages:
        return {"language": main, "other_languages": []}
    code, size = passages.most_common(1)[0]
    if said is None and size > own and 2 * size > len(text):
        main = _told(code)
        passages = _passages(text, code, resources)
    others = [code for code, size in passages.most_common() if code != main.value and size >= SHORTEST]
    return {"language": main, "other_languages": [_told(code) for code in others]}


def _passages(text: str, main: str, resources: Resources) -> Passages:
    found = beyond_latin(text, resources.identify)
    if main != "en":
        # what is Latin in other writing is seldom anything else: there lists without a verb count as well
        listed = main in found
        found["en"] = in_english(text, lambda piece: _is_passage(piece, resources) or (listed and _is_sure(piece, resources)))
    elif lines := of_lines(text, resources.named(text), resources.identify):
        found += lines
    return +found


def _is_passage(piece: str, resources: Resources) -> bool:
    words = piece.lower().split()
    clear = sum(map(_ENGLISH.__contains__, words)) >= _FEWEST_STRONG
    return _is_english(words) and (clear or resources.identify(piece[:_IDENTIFIED])[0] == "en")


def _is_sure(piece: str, resources: Resources) -> bool:
    code, probability = resources.identify(piece[:_IDENTIFIED])
    return code == "en" and probability >= _SURE


def _told(code: str) -> Derived[str]:
    return derived(code, None, Origin.TEXT, 0.9)


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
        return derived("en", None, Origin.TEXT, 0.95)
    code, probability = resources.identify(sample[:_IDENTIFIED])
    if probability < _SURE:
        return None
    return Derived(value=code, origin=Origin.TEXT, confidence=round(min(probability, 0.99), 2))


def _looked_through(posting: Posting, resources: Resources) -> Derived[str] | None:
    """Return the language of title and text without the addresses, where the first look into the text told none."""
    if not posting.description.strip():
        return None
    text = " ".join(_ADDRESS.sub(" ", f"{posting.title}\n{posting.description[:_LOOKED_AT]}").split())
    words = text.lower().split()
    said = {word.strip(".,:;!()") for word in words}
    of_ads, own = len(said & _OF_ADS), said & _OWN
    alone = of_ads + len(own - _SHARED)
    if len(text) >= _SHORTEST and alone and _is_english(words):
        return _told("en")
    code, probability = resources.identify(text[:_LOOKED_THROUGH])
    if code == "en" and (
        (probability >= _LIKELY and (of_ads or len(own) >= _FEWEST_WORDS))
        or (probability >= _POSSIBLE and alone >= _FEWEST_WORDS)
    ):
        return Derived(value="en", origin=Origin.TEXT, confidence=round(min(probability, _SURE), 2))
    if probability < _LIKELY and alone > _FEWEST_WORDS and not resources.named(posting.description).of_kind(Marker):
        return Derived(value="en", origin=Origin.TEXT, confidence=_LIKELY)
    if len(text) < _FEWEST_LETTERS or probability < (_SURE if code == "en" or of_ads or own else _LIKELY_OTHER):
        return None
    return Derived(value=code, origin=Origin.TEXT, confidence=round(min(probability, 0.9), 2))


def _is_english(words: list[str]) -> bool:
    strong = sum(map(_ENGLISH.__contains__, words))
    small = sum(map(_SMALL.__contains__, words))
    return strong >= _ENGLISH_SHARE * len(words) and strong + small >= max(_FEWEST_OF_BOTH, _BOTH_SHARE * len(words))


ENRICHER = Enricher("language", "5", ("language", "other_languages"), enrich)
