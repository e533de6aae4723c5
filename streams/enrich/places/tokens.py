"""What stands between the commas of a wording, without what is no place."""

import re
from typing import NamedTuple

from streams.enrich.places.gazetteer import Gazetteer
from streams.enrich.places.key import place_key
from streams.enrich.places.known import country_named
from streams.enrich.places.lists import is_qualifier
from streams.enrich.places.paths import divisions_of, is_inside

_TOKENS = re.compile(r"[,():\[\]\s](?:(?<=[,():\[\]])|[-–—]\s)\s*")
_CODED = re.compile(r"([A-Z]{2})-([A-Z]{2})-(.+)")
# What stands beside a place and is none; `IN` at the end is Indiana or India.
_NOISE = re.compile(
    r"(?<!\w)(?:fully|100%|(?:remote|visa|relocation)[ -](?:ok|friendly|possible|preferred|work)|remote|remotely|hybrid|on-?site|"
    r"in-?office|offices?|hq|headquarters|greater|metro|metropolitan|area|downtown|midtown|central(?! america)|region|nationwide|"
    r"(?<=delhi )ncr|(?<!northern )(?<!capital )(?<!yukon )territory|virtual|telecommute|within|only|based|anywhere|"
    r"full[- ]time|preferred|in(?<!(?-i:IN)$)|near|possible|visa|relocation|work (?:from|at) home|multiple locations|"
    r"various|locations?|our|the(?= (?-i:US|U\.S|UK))|the city of|city center|off-?site|home ?base)(?!\w)",
    re.IGNORECASE,
)
# What each of these begins with: the pattern is slow, and most tokens are names.
_NOISY_WORDS = (
    "fully 100 remote visa relocation remotely hybrid on onsite in inoffice office offices hq headquarters greater "
    "metro metropolitan area downtown midtown central region nationwide territory virtual telecommute within only based "
    "anywhere full preferred near possible work multiple "
    "various location locations our the city off offsite home homebase ncr"
)
_NOISY = frozenset(_NOISY_WORDS.split())
# "OR within the USA"
_CODES_AND_WORDS = frozenset({"OR", "IN", "ME", "OK", "HI", "ON"})
_DIGIT = re.compile(r"\d")
# `02110`, `02110-1234`, `SW1A 1AA`, `111 22`, `1012 AB`, `M5V 2T6`, `M5V`: of these, ZIP codes of five digits are known
_POSTAL = re.compile(
    r"(?<![\w.,$€£-])(?:(\d{5})(?:-\d{4})?|\d{3} \d{2}|\d{4,6}(?: [A-Z]{2})?|[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}|"
    r"[A-Z]\d[A-Z](?: ?\d[A-Z]\d)?)(?![\w.-])"
)


class Tokens(NamedTuple):
    """What stands between commas, without what is no place; and a postal code of five digits."""

    words: list[str]
    postal: str | None = None


def tokens_of(raw: str, gazetteer: Gazetteer) -> Tokens:
    """Return the tokens of a wording that names one place, or one after the other."""
    coded = _CODED.fullmatch(raw)
    if coded:
        return Tokens([coded[3], coded[2], coded[1]])
    postal = _POSTAL.search(raw) if _DIGIT.search(raw) else None
    pieces = _TOKENS.split(_POSTAL.sub(" ", raw) if postal else raw)
    tokens = [kept for kept in map(_without_noise, pieces) if place_key(kept)]
    return Tokens([piece for token in tokens for piece in _unglued(token, gazetteer)], postal[1] if postal else None)


def _without_noise(token: str) -> str:
    if _NOISY.isdisjoint(place_key(token).split()):
        return token.strip()
    return " ".join(_NOISE.sub(" ", token).split()).strip("- ")


def _unglued(token: str, gazetteer: Gazetteer) -> list[str]:
    """`London UK` is a city and a country without the comma between; so is `Calgary Alberta Canada` with its division."""
    words = token.split()
    if len(words) > 1 and not _is_place(token, gazetteer):
        for cut in range(len(words) - 1, max(0, len(words) - 3), -1):
            head, tail = " ".join(words[:cut]), " ".join(words[cut:])
            parts = _parts_in(head, tail, gazetteer) if tail != "America" and is_qualifier(tail, gazetteer) else None
            if parts:
                return parts
            # `Sydney NSW`
            if tail.isupper() and any(is_inside(head, each, gazetteer) for each in gazetteer.regions.get(place_key(tail), ())):
                return [head, tail]
    return [token]


def _parts_in(head: str, tail: str, gazetteer: Gazetteer) -> list[str] | None:
    """Return what `head` is before a country or state, with that; None where it may be anything."""
    is_state = head in gazetteer.region_codes and head not in _CODES_AND_WORDS
    if is_state or gazetteer.named(place_key(head)) or head.endswith(" County"):
        return [head, tail]
    if any(is_inside(head, region, gazetteer) for region in divisions_of(tail, gazetteer)):
        return [head, tail]
    parts = _unglued(head, gazetteer) if country_named(tail, gazetteer) else [head]
    return [*parts, tail] if len(parts) > 1 else None


def _is_place(token: str, gazetteer: Gazetteer) -> bool:
    key = place_key(token)
    return bool(gazetteer.named(key)) or key in gazetteer.countries or key in gazetteer.regions
