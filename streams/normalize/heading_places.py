"""Places in a heading, told from names of companies by what is known of cities, states and countries."""

import re

from streams.normalize.lands import CITIES, COUNTRIES, STATES

# They stand behind a city.
_NAMES = "|".join((*COUNTRIES, *STATES, "us", "england", "scotland", "wales", "south wales", "chile"))
LAND = rf",\s?(?:[A-Z]{{2}}|NYC|(?i:{_NAMES}))"
PLACE = re.compile(rf"[A-Z][\w./ -]+{LAND}(?:{LAND})?(?!\w)")
_SEPARATED = re.compile(r"[,/;&()|]|\s(?:or|and|OR|AND|[-–—])\s")
_LONG_PLACES = CITIES | {*COUNTRIES, *STATES, "worldwide", "anywhere"}
_LONGEST_ABBREVIATION = 3


def is_place(part: str) -> bool:
    """Whether a part of a heading is a place, or several; "London (Clerkenwell)" is one."""
    part = part.partition(" (")[0]
    return PLACE.fullmatch(part) is not None or part.lower() in CITIES or _are_places(part)


def _are_places(part: str) -> bool:
    """Whether a part is a list of places: "San Francisco, CA and London", "Seattle (US)"."""
    pieces = list(filter(None, map(str.strip, _SEPARATED.split(part))))
    return len(pieces) > 1 and pieces[0].lower() in _LONG_PLACES and all(map(_is_land_or_city, pieces[1:]))


def _is_land_or_city(piece: str) -> bool:
    return piece.lower() in _LONG_PLACES or (len(piece) <= _LONGEST_ABBREVIATION and piece.isupper())
