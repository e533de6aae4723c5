"""Reads a place as people write it: `Berlin, Germany`, `San Francisco, CA`, `Remote - US`, `Boston/Somerville, MA`."""

import re
from dataclasses import dataclass

from streams.enrich.gazetteer import City, Gazetteer, Region, place_key

# After a comma OR is Oregon.
_ALTERNATIVES = re.compile(r"\s*(?:[;|/•·+&]|,?\s(?:or|and|oder)\s|(?<!,)\s(?:OR|Or|AND|And)\s)\s*")
_TOKENS = re.compile(r"\s*(?:[,():\[\]]|\s[-–—]\s)\s*")
_CODED = re.compile(r"([A-Z]{2})-([A-Z]{2})-(.+)")
# What stands beside a place and is none.
_NOISE = re.compile(
    r"(?<!\w)(?:fully|100%|remote|remotely|hybrid|on-?site|in-?office|offices?|hq|headquarters|greater|metro|metropolitan|area|downtown|"
    r"central|region|only|based|anywhere|full[- ]time|preferred|in|near|possible|friendly|ok|visa|relocation|work from home|"
    r"multiple locations|various|locations?|our|the city of|city center)(?!\w)",
    re.IGNORECASE,
)
# "Greensboro--Winston-Salem--High Point Area": the first city stands for what surrounds it.
_AREA = re.compile(r"(.+?)-{1,2}[A-Z].* Area")
_SHORT_CITIES = frozenset({"sf", "la"})
# Behind a town that we don't know, these are as likely something else than a state: Germany, and Los Angeles.
_RATHER_ELSE = frozenset({"DE", "LA"})
# Codes of countries that stand behind a title, a company or a remark as a word.
_CODES_AND_WORDS = frozenset(
    {
        "AD", "AG", "AI", "AM", "AS", "AT", "BA", "BE", "BI", "CD", "CI", "CV", "CX", "GM", "HR", "IO", "IS", "IT", "ML", "MY",
        "NA", "NO", "PM", "PR", "PS", "QA", "SA", "SO", "SR", "TO", "TV", "VC",
    }
)  # fmt: skip
_CITY_STATES = frozenset({"SG", "HK", "MO", "MC", "LU", "GI"})
# Known by a name in another language, a city counts as a third of its size.
_ALTERNATE_WEIGHT = 0.3
_CLEAR_LEAD = 10
_LARGE = 100_000


@dataclass(frozen=True, slots=True)
class Reading:
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


def read_places(raw: str, gazetteer: Gazetteer) -> list[Reading]:
    """Return a reading per place that `raw` names; what can't be read keeps its wording and has no country.

    A part without a qualifier takes that of a later one when it fits: `Boston/Somerville, MA`.
    """
    if place_key(raw) in gazetteer.countries:
        return [_read(raw, gazetteer, None)]
    readings: list[Reading] = []
    hint: Reading | None = None
    for part in reversed([p for p in _ALTERNATIVES.split(raw) if p.strip()]):
        read = _cities(part, gazetteer) or [_read(part.strip(), gazetteer, hint)]
        hint = read[0] if read[0].known else hint
        readings = read + readings
    known = [r for r in readings if r.known]
    if not known:
        area = _AREA.fullmatch(raw)
        return read_places(area[1], gazetteer) if area else [Reading(raw, leftover=sum(r.leftover for r in readings))]
    return [r for r in readings if r.known or r.leftover]


def _read(raw: str, gazetteer: Gazetteer, hint: Reading | None) -> Reading:
    tokens = _tokens(raw, gazetteer)
    country, region, rest = _qualifiers(tokens, gazetteer)
    for token in rest:
        found = _pick(token, country, region, hint, gazetteer)
        if found:
            return _of_city(raw, *found, qualified=bool(country or region), leftover=len(rest) - 1, gazetteer=gazetteer)
    if region or country:
        return _of_area(raw, country, region, len(rest))
    return Reading(raw, leftover=len(rest))


def _cities(raw: str, gazetteer: Gazetteer) -> list[Reading]:
    """`London, Paris` is two cities: large ones, of which none qualifies the other."""
    tokens = _tokens(raw, gazetteer)
    if len(tokens) < 2 or any(_is_qualifier(token, gazetteer) for token in tokens):  # noqa: PLR2004
        return []
    readings = [_read(token, gazetteer, None) for token in tokens]
    return readings if all(r.city and r.city.population >= _LARGE for r in readings) else []


def _tokens(raw: str, gazetteer: Gazetteer) -> list[str]:
    coded = _CODED.fullmatch(raw)
    if coded:
        return [coded[3], coded[2], coded[1]]
    tokens = (" ".join(_NOISE.sub(" ", token).split()) for token in _TOKENS.split(raw))
    return [piece for token in tokens if place_key(token) for piece in _unglued(token, gazetteer)]


def _unglued(token: str, gazetteer: Gazetteer) -> list[str]:
    """`London UK` is a city and a country without the comma between."""
    words = token.split()
    if len(words) > 1 and not _is_place(token, gazetteer):
        for cut in range(len(words) - 1, max(0, len(words) - 3), -1):
            head, tail = " ".join(words[:cut]), " ".join(words[cut:])
            if _is_qualifier(tail, gazetteer) and gazetteer.named(place_key(head)):
                return [head, tail]
    return [token]


def _is_place(token: str, gazetteer: Gazetteer) -> bool:
    key = place_key(token)
    return bool(gazetteer.named(key)) or key in gazetteer.countries or key in gazetteer.regions


def _is_qualifier(token: str, gazetteer: Gazetteer) -> bool:
    if token.isupper() and len(token) == 2:  # noqa: PLR2004 - codes have two letters
        return token in gazetteer.region_codes or token in gazetteer.country_codes or token in {"US", "UK"}
    return _country_named(token, gazetteer) is not None or place_key(token) in gazetteer.regions


def _country_named(token: str, gazetteer: Gazetteer) -> str | None:
    key = place_key(token)
    if len(key.replace(" ", "")) <= 2 and not token.isupper():  # noqa: PLR2004 - `us` is a word, `US` a country
        return None
    return gazetteer.countries.get(key)


def _qualifiers(tokens: list[str], gazetteer: Gazetteer) -> tuple[str | None, Region | None, list[str]]:
    """Return the country and region that tokens name, and the tokens that name neither."""
    country: str | None = None
    region: Region | None = None
    rest: list[str] = []
    for at in range(len(tokens) - 1, -1, -1):
        token, before = tokens[at], tokens[:at]
        found_country, found_region = _qualifier(token, before, country, gazetteer)
        if found_region and region is None and country in {None, found_region.country}:
            region, country = found_region, found_region.country
        elif found_country and country is None:
            country = found_country
            nation = gazetteer.regions.get(place_key(token), ())
            region = next((r for r in nation if r.country == country), None)
        elif not (found_country and found_country == country):
            rest.insert(0, token)
    return country, region, rest


def _qualifier(token: str, before: list[str], country: str | None, gazetteer: Gazetteer) -> tuple[str | None, Region | None]:
    key = place_key(token)
    named = _country_named(token, gazetteer)
    region = _region(token, key, before, country, gazetteer)
    if region and named:  # Georgia is a country and a state: the country or the city decides
        if country or _stands_in(before, region.country, region, gazetteer):
            return None, region
        return (named if _stands_in(before, named, None, gazetteer) else None), None
    if region:
        return None, region
    if named:
        return (None if _is_bigger_city(key, named, before, gazetteer) else named), None
    if token.isupper() and token in gazetteer.country_codes and _may_stand_in(before, token, gazetteer):
        return token, None
    return None, None


def _region(token: str, key: str, before: list[str], country: str | None, gazetteer: Gazetteer) -> Region | None:
    written = token.upper() if len(token) == 2 and token.istitle() else token  # noqa: PLR2004 - `Ca` for California
    code = gazetteer.region_codes.get(written) or (gazetteer.region_codes.get("DC") if key == "d c" else None)
    if code and country in {None, code.country} and before:
        beside = any(_country_named(word, gazetteer) == code.country for word in before)
        # a town we don't know, in what can only be a state (Falconer, NY), or is rarely the country: Blue Bell, PA
        only = token.isupper() and (written not in gazetteer.country_codes or _is_rather_state(code, before, gazetteer))
        if country or beside or only or _stands_in(before, code.country, code, gazetteer):
            return code
    for region in gazetteer.regions.get(key, ()):
        if country in {None, region.country} and (before or not gazetteer.cities.get(key)):
            return region if region.country != "GB" else None
    return None


def _is_rather_state(state: Region, before: list[str], gazetteer: Gazetteer) -> bool:
    """Tell PA for Pennsylvania from PA for Panama."""
    return state.country == "US" and state.admin not in _RATHER_ELSE and not _stands_in(before, state.admin, None, gazetteer)


def _stands_in(tokens: list[str], country: str, region: Region | None, gazetteer: Gazetteer) -> bool:
    return any(
        region is None or city.admin == region.admin for token in tokens for city in gazetteer.named_in(place_key(token), country)
    )


def _may_stand_in(tokens: list[str], country: str, gazetteer: Gazetteer) -> bool:
    """Whether a code behind `tokens` is their country: a city says so, or none is known and the code is no word of the trade."""
    if _stands_in(tokens, country, None, gazetteer):
        return True
    known = any(gazetteer.named(place_key(token)) for token in tokens)
    return bool(tokens) and not known and country not in _CODES_AND_WORDS and country not in gazetteer.region_codes


def _is_bigger_city(key: str, country: str, before: list[str], gazetteer: Gazetteer) -> bool:
    """A city state's name stands for the city; Luxembourg after a city is the country."""
    return country in _CITY_STATES and not before and bool(gazetteer.named(key))


def _pick(
    token: str, country: str | None, region: Region | None, hint: Reading | None, gazetteer: Gazetteer
) -> tuple[City, float] | None:
    """Return the city meant by `token` and how sure that is."""
    key = place_key(token)
    if len(key) <= 2 and not (token.isupper() and key in _SHORT_CITIES):  # noqa: PLR2004 - SF and LA are cities, SE a country
        return None
    own = gazetteer.cities.get(key, ())
    cities = [(c, c.population * 1.0) for c in own]
    cities += [(c, c.population * _ALTERNATE_WEIGHT) for c in gazetteer.alternates.get(key, ())]
    if country:
        cities += [(c, c.population * 1.0) for c in gazetteer.towns.get(key, ())]
    fitting = [(c, w) for c, w in cities if country in {None, c.country} and (region is None or c.admin == region.admin)]
    if hint and not country:
        near = [(c, w) for c, w in fitting if c.country == hint.country]
        beside = [(c, w) for c, w in near if hint.city and c.admin == hint.city.admin]
        fitting = beside or near or fitting
    if not fitting:
        return None
    fitting.sort(key=lambda found: -found[1])
    first, *others = fitting
    runner_up = max((w for c, w in others if c is not first[0]), default=0.0)
    return first[0], _confidence(first[1], runner_up, qualified=bool(region or country))


def _confidence(weight: float, runner_up: float, *, qualified: bool) -> float:
    clear = weight >= _CLEAR_LEAD * runner_up
    if qualified:
        return 1.0 if clear else 0.9
    return 0.9 if clear else 0.6


def _of_city(raw: str, city: City, confidence: float, *, qualified: bool, leftover: int, gazetteer: Gazetteer) -> Reading:
    sure = confidence if leftover == 0 else confidence * 0.9
    return Reading(raw, city, gazetteer.region_of(city), city.country, sure, qualified, leftover)


def _of_area(raw: str, country: str | None, region: Region | None, leftover: int) -> Reading:
    name = region.name if region else None
    return Reading(raw, None, name, country, 0.9 if leftover == 0 else 0.7, qualified=False, leftover=leftover)
