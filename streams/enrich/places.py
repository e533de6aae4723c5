"""Reads a place as people write it: `Berlin, Germany`, `San Francisco, CA`, `Remote - US`, `Boston/Somerville, MA`."""

import re
from typing import NamedTuple

from streams.enrich.gazetteer import CITY_FROM, City, Gazetteer, Region
from streams.enrich.place_choice import Context, choose
from streams.enrich.place_key import place_key
from streams.enrich.place_qualifiers import is_qualifier, qualifiers

# After a comma OR is Oregon.
_ALTERNATIVES = re.compile(
    r"[;|/•·+&,\s](?:(?<=[;|/•·+&])|(?<=,)\s(?:or|and|oder)\s|(?<=\s)(?:or|and|oder|(?<!,\s)(?:OR|Or|AND|And))\s)\s*"
)
_TOKENS = re.compile(r"[,():\[\]\s](?:(?<=[,():\[\]])|[-–—]\s)\s*")
_CODED = re.compile(r"([A-Z]{2})-([A-Z]{2})-(.+)")
# What stands beside a place and is none.
_NOISE = re.compile(
    r"(?<!\w)(?:fully|100%|(?:remote|visa|relocation)[ -](?:ok|friendly|possible|preferred)|remote|remotely|hybrid|on-?site|"
    r"in-?office|offices?|hq|headquarters|greater|metro|metropolitan|area|downtown|central|region|only|based|anywhere|"
    r"full[- ]time|preferred|in|near|possible|visa|relocation|work from home|multiple locations|various|locations?|our|"
    r"the city of|city center)(?!\w)",
    re.IGNORECASE,
)
# What each of these begins with: the pattern is slow, and most tokens are names.
_NOISY_WORDS = (
    "fully 100 remote visa relocation remotely hybrid on onsite in inoffice office offices hq headquarters greater "
    "metro metropolitan area downtown central region only based anywhere full preferred near possible work multiple "
    "various location locations our the city"
)
_NOISY = frozenset(_NOISY_WORDS.split())
_DIGIT = re.compile(r"\d")
# `02110`, `02110-1234`, `SW1A 1AA`, `111 22`, `1012 AB`, `M5V 2T6`: of these, ZIP codes of five digits are known
_POSTAL = re.compile(
    r"(?<![\w.,$€£-])(?:(\d{5})(?:-\d{4})?|\d{3} \d{2}|\d{4,6}(?: [A-Z]{2})?|[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}|"
    r"[A-Z]\d[A-Z] ?\d[A-Z]\d)(?![\w.-])"
)
# "Greensboro--Winston-Salem--High Point Area": the first city stands for what surrounds it.
_AREA = re.compile(r"(.+?)-{1,2}[A-Z].* Area")
_LARGE = 100_000
# So many names in a row are a list, also of smaller cities.
_LISTED = 3
_AROUND = 10
_CITY_CODES = frozenset({"DC", "LA"})


# tuples are made in a third of the time
class Reading(NamedTuple):
    """What a wording was read as. `leftover` words belong to no place; `qualified`: a region or country confirmed the city."""

    raw: str
    city: City | None = None
    region: str | None = None
    country: str | None = None
    confidence: float = 0.0
    qualified: bool = False
    leftover: int = 0

    @property
    def known(self) -> bool:
        """Whether it names a place at all."""
        return self.country is not None


class _Tokens(NamedTuple):
    """What stands between commas, without what is no place; and a postal code of five digits."""

    words: list[str]
    postal: str | None = None


def read_places(
    raw: str, gazetteer: Gazetteer, country: str | None = None, favoured: frozenset[str] = frozenset()
) -> list[Reading]:
    """Return a reading per place that `raw` names; what can't be read keeps its wording and has no country.

    A part without a qualifier takes that of another one when it fits: `Boston/Somerville, MA`. `country`: the one in which
    all of them are; `favoured`: those in which one of several places of a name is rather meant.
    """
    given = Context(country=country, favoured=favoured)
    if place_key(raw) in gazetteer.countries:
        return [_read(raw, gazetteer, given)]
    parts = [part.strip() for part in _ALTERNATIVES.split(raw) if part.strip()]
    alone = [_part(part, gazetteer, given) for part in parts]
    readings = [r for at in range(len(parts)) for r in _beside_others(at, parts, alone, gazetteer, given)]
    if not any(r.known for r in readings):
        area = _AREA.fullmatch(raw) if raw.endswith("Area") else None
        return (
            read_places(area[1], gazetteer, country, favoured)
            if area
            else [Reading(raw, leftover=sum(r.leftover for r in readings))]
        )
    return [r for r in readings if r.known or r.leftover]


def _part(part: str, gazetteer: Gazetteer, context: Context) -> list[Reading]:
    tokens = _tokens(part, gazetteer)
    return _cities(tokens.words, gazetteer, context) or [_read_tokens(part, tokens, gazetteer, context)]


def _beside_others(at: int, parts: list[str], alone: list[list[Reading]], gazetteer: Gazetteer, given: Context) -> list[Reading]:
    """Return what a part is read as when what qualifies the next one, or the one before, goes for it as well."""
    (first, *more) = alone[at]
    if len(parts) == 1 or more or first.qualified or (first.known and first.city is None):
        return alone[at]
    around = (*alone[at + 1 : at + _AROUND], *alone[max(0, at - _AROUND) : at][::-1])
    others = [r for readings in around for r in readings if r.known]
    sure = next((r for r in others if r.qualified), next(iter(others), None))
    if sure is None:
        return alone[at]
    read = _read(parts[at], gazetteer, given._replace(beside=sure.city, favoured=given.favoured | {sure.country or ""}))
    if read.known or not sure.qualified or sure.city is None:
        return [read]
    region = gazetteer.division_of(sure.city) if sure.region else None
    town = _read(parts[at], gazetteer, given._replace(country=sure.country, region=region))
    return [town if town.city else read]


def _read(raw: str, gazetteer: Gazetteer, context: Context) -> Reading:
    return _read_tokens(raw, _tokens(raw, gazetteer), gazetteer, context)


def _read_tokens(raw: str, tokens: _Tokens, gazetteer: Gazetteer, context: Context) -> Reading:
    country, region, rest = qualifiers(tokens.words, gazetteer, context.country)
    qualified = bool(country or region)
    known = context._replace(country=country, region=region or context.region) if qualified else context
    for token in (*rest, *_zip(tokens.postal, country)):
        found = choose(token, known, gazetteer)
        if found:
            return _of_city(raw, *found, qualified=qualified, leftover=max(0, len(rest) - 1), gazetteer=gazetteer)
    if region or country:
        return _of_area(raw, country, region, len(rest))
    return Reading(raw, leftover=len(rest))


def _zip(postal: str | None, country: str | None) -> tuple[str, ...]:
    return (postal,) if postal and country == "US" else ()


def _cities(tokens: list[str], gazetteer: Gazetteer, context: Context) -> list[Reading]:
    """`London, Paris` is two cities, large ones, of which none qualifies the other; so is `Seattle, WA, Austin, TX`."""
    if len(tokens) < 2:  # noqa: PLR2004
        return []
    qualifying = [token for token in tokens if is_qualifier(token, gazetteer)]
    if len(qualifying) > 1 and len(tokens) > _LISTED:
        groups = _groups([(t, t in qualifying, bool(gazetteer.find(place_key(t)).cities)) for t in tokens])
        readings = [_read(", ".join(group), gazetteer, context) for group in groups]
        return readings if len(groups) > 1 and all(r.city and r.qualified and not r.leftover for r in readings) else []
    if qualifying and (len(tokens) < _LISTED or not _CITY_CODES.issuperset(qualifying)):
        return []
    readings = [_read(token, gazetteer, context) for token in tokens]
    smallest = CITY_FROM if len(tokens) >= _LISTED else _LARGE
    return readings if all(r.city and r.city.population >= smallest for r in readings) else []


def _groups(tokens: list[tuple[str, bool, bool]]) -> list[list[str]]:
    """Return the tokens in groups that end with what qualifies them; `New York` between `CT` and `NY` begins one."""
    groups: list[list[str]] = [[]]
    for at, (token, qualifies, is_city) in enumerate(tokens):
        followed = at + 1 < len(tokens) and tokens[at + 1][1]
        if at and tokens[at - 1][1] and (not qualifies or (is_city and followed)):
            groups.append([])
        groups[-1].append(token)
    return groups


def _tokens(raw: str, gazetteer: Gazetteer) -> _Tokens:
    coded = _CODED.fullmatch(raw)
    if coded:
        return _Tokens([coded[3], coded[2], coded[1]])
    postal = _POSTAL.search(raw) if _DIGIT.search(raw) else None
    pieces = _TOKENS.split(_POSTAL.sub(" ", raw) if postal else raw)
    tokens = [kept for kept in map(_without_noise, pieces) if place_key(kept)]
    return _Tokens([piece for token in tokens for piece in _unglued(token, gazetteer)], postal[1] if postal else None)


def _without_noise(token: str) -> str:
    if _NOISY.isdisjoint(place_key(token).split()):
        return token.strip()
    return " ".join(_NOISE.sub(" ", token).split())


def _unglued(token: str, gazetteer: Gazetteer) -> list[str]:
    """`London UK` is a city and a country without the comma between."""
    words = token.split()
    if len(words) > 1 and not _is_place(token, gazetteer):
        for cut in range(len(words) - 1, max(0, len(words) - 3), -1):
            head, tail = " ".join(words[:cut]), " ".join(words[cut:])
            if is_qualifier(tail, gazetteer) and gazetteer.named(place_key(head)):
                return [head, tail]
    return [token]


def _is_place(token: str, gazetteer: Gazetteer) -> bool:
    key = place_key(token)
    return bool(gazetteer.named(key)) or key in gazetteer.countries or key in gazetteer.regions


def _of_city(raw: str, city: City, confidence: float, *, qualified: bool, leftover: int, gazetteer: Gazetteer) -> Reading:
    sure = confidence if leftover == 0 else confidence * 0.9
    return Reading(raw, city, gazetteer.region_of(city), city.country, sure, qualified, leftover)


def _of_area(raw: str, country: str | None, region: Region | None, leftover: int) -> Reading:
    name = region.name if region else None
    return Reading(raw, None, name, country, 0.9 if leftover == 0 else 0.7, qualified=False, leftover=leftover)
