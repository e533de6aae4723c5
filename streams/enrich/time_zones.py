"""In which time zones remote work may be done: `CET +/- 3`, `UTC-1 to UTC+3`, `within 3 hours of EST`, `US time zones`."""

import re
from dataclasses import dataclass

# Hours from UTC in winter: where a zone begins and where it ends.
_ZONES = {
    "utc": (0, 0), "gmt": (0, 0), "wet": (0, 0), "bst": (0, 0), "uk": (0, 0), "british": (0, 0), "cet": (1, 1), "cest": (1, 1),
    "eet": (2, 2), "msk": (3, 3), "ist": (5.5, 5.5), "jst": (9, 9), "aest": (10, 10), "est": (-5, -5), "edt": (-5, -5),
    "et": (-5, -5), "eastern": (-5, -5), "cst": (-6, -6), "cdt": (-6, -6), "ct": (-6, -6), "mst": (-7, -7), "mdt": (-7, -7),
    "mt": (-7, -7), "mountain": (-7, -7), "pst": (-8, -8), "pdt": (-8, -8), "pt": (-8, -8), "pacific": (-8, -8),
    "us": (-8, -5), "u.s.": (-8, -5), "usa": (-8, -5), "american": (-8, -5), "north american": (-8, -5),
    "north america": (-8, -5), "americas": (-8, -3), "eu": (0, 2), "europe": (0, 2), "european": (0, 2), "emea": (0, 4),
    "apac": (5.5, 12), "asian": (5.5, 9), "latam": (-6, -3), "california": (-8, -8), "central european": (1, 1),
    "central": (-6, -6), "east coast": (-5, -5), "west coast": (-8, -8),
}  # fmt: skip
_NAME = "|".join(sorted(map(re.escape, _ZONES), key=len, reverse=True))
_AT = r"(?:utc|gmt)(?: ?([+−–-] ?\d{1,2})(?::?([0-5]\d))?)?"
_SIGN = r"(?:\+ ?/ ?[-−–]|±|\+-|\+ ?or ?-|plus (?:or|/) minus|within)"
_BETWEEN = re.compile(rf"\b{_AT} ?(?:to|and|through|until|\.\.|-|–|—|/) ?{_AT}(?!\w)", re.IGNORECASE)
_CODE = r"(?: ?\([A-Z]{2,4}\))?"
_FROM_TO = re.compile(
    rf"\b({_NAME})(?: standard)?(?: time)?{_CODE} ?(?:to|through|until|-|–) ?({_NAME})\b(?: time\b)?{_CODE}", re.IGNORECASE
)
_AROUND = re.compile(
    rf"\b({_NAME})\b(?: ?([+-]\d{{1,2}})\b(?! ?/))?(?: ?time(?: ?zones?)?)?[ (,]{{0,3}}{_SIGN} ?(\d{{1,2}})"
    r"(?: ?h\b| ?hrs?\b| ?hours?\b)?",
    re.IGNORECASE,
)
_WITHIN = re.compile(
    rf"{_SIGN} ?(\d{{1,2}})(?: ?[-–] ?\d)? ?(?:h|hrs?|hours?) (?:of|from|around) [^.;\n|]{{0,40}}?\b({_NAME})\b", re.IGNORECASE
)
_NAMED = re.compile(
    rf"\b({_NAME})(?: ?(?:/|,|or|and|&|to) ?({_NAME}))*(?: standard| daylight)?[- ]?(?:business |working |work |core )?"
    r"(?:time ?-?zones?|hours)\b",
    re.IGNORECASE,
)  # fmt: skip
_OFFICE = re.compile(rf"\b(?:business|working|work|core) hours\b[^.;\n|]{{0,30}}?\b({_NAME})\b", re.IGNORECASE)
_BRACKETS = re.compile(rf"\bremote(?:ly)? ?[(\[,:-] ?({_NAME})\b ?(?:time|hours)?[)\]]", re.IGNORECASE)
_HINT = re.compile(r"(?i:zone|hour|\btime\b|utc|gmt|±)|[+/] ?[-−–]|\b[A-Z]{1,3}T\b")
# Names that are a place rather than a zone where nothing says `time`, and short ones that are words in small letters.
_PLACES_WORDS = "us u.s. usa uk eu europe european emea apac latam americas american california british"
_PLACES = frozenset(_PLACES_WORDS.split())
_WORDS = frozenset(["et", "ct", "mt", "pt", "ist"])
LONGEST = 400
_FARTHEST = 14


@dataclass(frozen=True, slots=True)
class Zones:
    """A span of time zones, in hours from UTC, that stands at `start` to `end`."""

    earliest: float
    latest: float
    start: int
    end: int


def zones_in(text: str) -> Zones | None:
    """Return the first span of time zones that a sentence names, of at most 400 characters."""
    text = text[:LONGEST]
    if not _HINT.search(text):
        return None
    found = _between(text) or _around(text) or _named(text)
    return found if found and -_FARTHEST <= found.earliest <= found.latest <= _FARTHEST else None


def _between(text: str) -> Zones | None:
    for found in _BETWEEN.finditer(text):
        # "GMT and UTC" are no ends
        if found[1] or found[3]:
            one, other = _hours(found[1], found[2]), _hours(found[3], found[4])
            return Zones(min(one, other), max(one, other), found.start(), found.end())
    for found in _FROM_TO.finditer(text):
        if not {found[1].lower(), found[2].lower()} & _PLACES and _are_names(found[1], found[2]):
            return Zones(*_span(found[1], found[2]), found.start(), found.end())
    return None


def _are_names(*names: str) -> bool:
    return not any(name.lower() in _WORDS and not name.isupper() for name in names)


def _span(*names: str) -> tuple[float, float]:
    spans = [_ZONES[name.lower()] for name in names]
    return min(low for low, _ in spans), max(high for _, high in spans)


def _hours(hours: str | None, minutes: str | None) -> float:
    if hours is None:
        return 0.0
    signed = float(re.sub(r"[−–]", "-", hours).replace(" ", ""))
    return signed + (-1 if signed < 0 else 1) * float(minutes or 0) / 60


def _around(text: str) -> Zones | None:
    around, within = _AROUND.search(text), _WITHIN.search(text)
    if around:
        low, high = _ZONES[around[1].lower()]
        shift, spread = float(around[2] or 0), float(around[3])
        return Zones(low + shift - spread, high + shift + spread, around.start(), around.end())
    if within:
        low, high = _ZONES[within[2].lower()]
        return Zones(low - float(within[1]), high + float(within[1]), within.start(), within.end())
    return None


def _named(text: str) -> Zones | None:
    for pattern in (_NAMED, _OFFICE, _BRACKETS):
        for found in pattern.finditer(text):
            names = [name for name in found.groups() if name]
            alone = pattern is not _NAMED and any(name.lower() in _PLACES for name in names)
            if not alone and _are_names(*names):
                return Zones(*_span(*names), found.start(), found.end())
    return None
