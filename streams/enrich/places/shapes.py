"""Wordings as systems write them, in the form in which people do: `US-CA-San Jose-B2` is `San Jose, CA, US`."""

import re
from collections.abc import Iterator

from streams.enrich.places.gazetteer import Gazetteer
from streams.enrich.places.key import place_key
from streams.enrich.places.paths import division_of, down_path, is_inside

# "Reston, VA, More..."; "Austin, TX + 27 more"
_MORE = re.compile(r"[,\s]*(?:\bMore ?(?:\.\.\.|…)|\+ ?\d+ more)$", re.IGNORECASE)
# "Bogota (ZCL04)"; "PUNE 04"; "Dublin 2, Ireland"
_SITE = re.compile(r"\s*\((?=[^()]*\d)[A-Z]*\d+[A-Z]?\)|(?<=[^\W\d]) \d{1,3}(?=$|,)")
# "Dallas, TX Tampa, FL"
_UNPARTED = re.compile(r"(?<=, [A-Z]{2})\s(?=[A-Z][^,;/|]{1,30}, [A-Z]{2}(?![A-Za-z]))|\s*<br ?/?>\s*")
# "Clinic | 12 Main St | Belton | MO"
_STATE_LAST = re.compile(r"\s*\|\s*(?=[A-Z]{2}$)")
# "Weymouth-MA"
_HYPHENED = re.compile(r"([^,;|/()-]{3,})-([A-Z]{2})")
_CODED = re.compile(r"([A-Z]{2,3})\d{0,2}[-: ](?:([A-Z]{2}|\d{2})[-: ])?(?=[A-Z])(.+)", re.DOTALL)
# The city in the state, by the state's code for both.
_TWICE = re.compile(r"(?<!\w)NY, ?NY(?!\w)")
# "AMER - US - Austin"
_WORLD = re.compile(r"(?:North America|Americas?|AMER|NAMER|NAM|EMEA|APAC|APJ|LATAM|Europe) ?[-–_>/:] ?(?=\w)")
# "US-GA-Atlanta, US-TX-Allen"; "Toronto, US-Remote"
_NEXT = re.compile(r", ?(?=[A-Z]{2}-[A-Z]{2,3}\b)|, ?(?=(?:USA?|UK|United States|Canada)[- ][Rr]emote\b)")
_PARTED = re.compile(r"\s*[-(:]")
_LIST = re.compile(r"[,;/|&]")
_WORLDLY = frozenset("NAEL")
_LONGEST = 4
_BEFORE_STATE = len("-MA")
# What stands beside these is the name of a street, or of a town.
_STREET_WORDS = (
    "st street sq square rd road ave avenue dr drive blvd boulevard pkwy parkway ln lane way plaza ct court highway hwy tower"
)
_STREET = frozenset(_STREET_WORDS.split())
_BESIDE = _STREET | {"suite", "ste", "floor", "bldg", "building", "campus"}
_DIGIT = re.compile(r"\d")


def as_people_write(raw: str, gazetteer: Gazetteer) -> tuple[str, str | None]:
    """Return `raw` without marks of sites and with commas where systems have other signs; and the country of a code before it."""
    if raw.endswith(("...", "…", "more")):
        raw = _MORE.sub("", raw)
    if _DIGIT.search(raw):
        raw = _SITE.sub(lambda mark: "," if "(" in mark[0] else "", raw)
    if "|" in raw:
        raw = _STATE_LAST.sub(", ", raw)
    if raw[:1] in _WORLDLY:
        raw = _WORLD.sub("", raw, count=1) if _WORLD.match(raw) else raw
    if "-" in raw or "emote" in raw:
        raw = _NEXT.sub("; ", raw)
    if "NY" in raw:
        raw = _TWICE.sub("New York, NY", raw)
    path = down_path(raw, gazetteer)
    if path:
        return path
    raw = raw.replace("_", " ")
    hyphened = _HYPHENED.fullmatch(raw) if raw[-_BEFORE_STATE:-2] == "-" else None
    state = gazetteer.region_codes.get(hyphened[2]) if hyphened else None
    # "WALK-IN"
    if hyphened and state and is_inside(hyphened[1], state, gazetteer):
        return f"{hyphened[1]}, {hyphened[2]}", None
    coded = _CODED.match(raw)
    country = gazetteer.codes.get(coded[1]) if coded else None
    place = _uncoded(coded, country, gazetteer) if coded and country else None
    if place:
        return place, country
    return (_UNPARTED.sub("; ", raw) if ", " in raw or "<" in raw else raw), None


def _uncoded(coded: re.Match[str], country: str, gazetteer: Gazetteer) -> str | None:
    """Return city and division of a wording that begins with codes of country and division; None: no such city is there."""
    region = division_of(coded[2], country, gazetteer) if coded[2] else None
    rest = coded[3] if region or not coded[2] or coded[2].isdigit() else f"{coded[2]} {coded[3]}"
    rest, comma, state = rest.partition("~")[0].strip(" ,").partition(",")
    if _LIST.search(rest + state):
        return None
    for name in _beginnings(rest):
        found = gazetteer.named_in(place_key(name), country)
        if any(region is None or city.admin == region.admin for city in found):
            return f"{name}, {region.name}" if region else name + comma + state
    return None


def _beginnings(text: str) -> Iterator[str]:
    """Yield what the name of a city may be at the start of `text`, the longest first."""
    yield text
    words = _PARTED.split(text, maxsplit=1)[0].split()
    for size in range(min(len(words), _LONGEST), 0, -1):
        yield " ".join(words[:size])


def within(token: str) -> Iterator[str]:
    """Yield what of `token` may be a city beside a street or a site: `Suite 200 Toledo`, `Tokyo 23 wards`."""
    kinds = token.lower().replace(".", "").split()
    if len(kinds) == 1 or (_BESIDE.isdisjoint(kinds) and not _DIGIT.search(token)):
        return
    words = token.split()
    aside = [at for at, kind in enumerate(kinds) if kind in _BESIDE or _DIGIT.search(kind)]
    yield " ".join(words[aside[-1] + 1 :])
    if kinds[aside[0]] not in _STREET:
        yield " ".join(words[: aside[0]])
