"""Wordings that go from the wide to the narrow without commas: `US_NY_Armonk`, `Texas-Austin`, `MA-Boston`, `AU, VIC, Perth`."""

import re
from collections.abc import Iterator

from streams.enrich.places.gazetteer import Gazetteer, Region
from streams.enrich.places.key import place_key
from streams.enrich.places.known import country_named, has_town, stands_in

Step = tuple[str, str | None]
# "Foster City" in "US.CA.Foster City"; a point elsewhere ends a shortened word
_STEP = re.compile(r" ?[-–_>:] ?|(?<=[A-Z])\.(?=[A-Z])")
_SIGNS = frozenset("-–_>:.")
_SITE = re.compile(r" ?[-–_(:] ?")
_LIST = re.compile(r"[,;/|&]")
# Country, division and city, each of which may be empty.
_FORM = re.compile(r"([A-Z]{2}) ?,([\w ]{0,4}),([^,;/|&]*)")
_CODE_AND_COMMA = len(" US ,")
_STEPS = 3


def down_path(raw: str, gazetteer: Gazetteer) -> Step | None:
    """Return city and division of `raw`, and the country where it names one; None: it is no path, or leads to no place.

    Each step has to lie in the one before it.
    """
    form = _FORM.fullmatch(raw.strip()) if "," in raw[:_CODE_AND_COMMA] else None
    if form:
        return _of_form(form[1], form[2].strip(), form[3].strip(), gazetteer)
    if _LIST.search(raw):
        return _by_commas(raw, gazetteer) if raw.count(",") == _STEPS - 1 else None
    if _SIGNS.isdisjoint(raw):
        return None
    first, *steps = _STEP.split(raw.strip(), maxsplit=_STEPS - 1)
    if not steps:
        return None
    rest = raw[raw.index(steps[0], len(first)) :].strip()
    country = country_named(first, gazetteer) or (gazetteer.codes.get(first) if len(steps) > 1 else None)
    return (_in_country(country, steps, rest, gazetteer) if country else None) or _in_division(first, rest, gazetteer)


def _of_form(code: str, division: str, city: str, gazetteer: Gazetteer) -> Step | None:
    """Read `AU, VIC, Perth` and `AE, ,`; `CA, NY, WA` is a list of states."""
    country = gazetteer.codes.get(code)
    if country is None or not (city or not division) or city in gazetteer.region_codes:
        return None
    if city and code in gazetteer.region_codes and not gazetteer.named_in(place_key(city), country):
        return None
    region = division_of(division, country, gazetteer)
    if region and not is_inside(city, region, gazetteer) and has_town(city, country, gazetteer):
        return city, country
    return ", ".join(filter(None, (city, region.name if region else division))), country


def _by_commas(raw: str, gazetteer: Gazetteer) -> Step | None:
    """Read `Mexico, Nuevo León, Monterrey`: the second is no city, as the third lies in it."""
    first, *steps = map(str.strip, raw.split(","))
    country = country_named(first, gazetteer)
    region = division_of(steps[0], country, gazetteer) if country else None
    return (f"{steps[1]}, {steps[0]}", country) if region and is_inside(steps[1], region, gazetteer) else None


def _in_country(country: str, steps: list[str], rest: str, gazetteer: Gazetteer) -> Step | None:
    region = division_of(steps[0], country, gazetteer) if len(steps) > 1 else None
    if region is None:
        city = next((name for name in _names(rest) if has_town(name, country, gazetteer)), None)
        return (city, country) if city else None
    inner = rest[rest.index(steps[1], len(steps[0])) :]
    city = next((name for name in _names(inner) if is_inside(name, region, gazetteer)), None)
    return f"{city or inner}, {region.name}", country


def _in_division(first: str, rest: str, gazetteer: Gazetteer) -> Step | None:
    """Read `MA-Boston`: codes of states are codes of countries, so the city has to be there."""
    for region in divisions_of(first, gazetteer):
        city = next((name for name in _names(rest) if is_inside(name, region, gazetteer)), None)
        if city and region.country != "GB":
            return f"{city}, {region.name}", region.country
    return None


def division_of(name: str, country: str, gazetteer: Gazetteer) -> Region | None:
    """Return the division of `country` with that name or code."""
    state = gazetteer.region_codes.get(name)
    listed = gazetteer.regions.get(place_key(name), ())
    return next((region for region in ((state, *listed) if state else listed) if region.country == country), None)


def divisions_of(name: str, gazetteer: Gazetteer) -> list[Region]:
    """Return the states that are known by that name or code, whatever the country."""
    state = gazetteer.region_codes.get(name)
    named = [region for region in gazetteer.regions.get(place_key(name), ()) if region.stands_alone]
    return [state, *named] if state else named


def _names(rest: str) -> Iterator[str]:
    """Yield what the city may be called: all that is left, or what stands before a site."""
    yield rest
    yield _SITE.split(rest, maxsplit=1)[0]


def is_inside(name: str, region: Region, gazetteer: Gazetteer) -> bool:
    """Whether a place of that name is in the division."""
    return stands_in([name], region.country, region, gazetteer)
