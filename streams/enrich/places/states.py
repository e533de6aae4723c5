"""States and countries without a city, by their codes: `NY`, `Remote - TX`, `CA, NY, WA`."""

import re
from collections.abc import Iterator

from streams.enrich.places.gazetteer import Gazetteer, Region

# Codes of states, and of no country, that stand for a word, a time zone, a form of companies.
_WORDS = frozenset({"OK", "OR", "HI", "CT", "UT", "NV", "IA", "MI", "ME"})
# Beside a mode of work these are as likely the country; the others are hardly Gabon or Montserrat.
_AS_MUCH_COUNTRIES = frozenset({"AL", "AR", "CA", "CO", "DE", "ID", "IL", "IN", "LA", "MT", "TN", "ME"})
# Countries whose code is neither that of a state nor a word.
_COUNTRIES = frozenset({"AU", "BR", "ES", "FR", "GB", "IE", "JP", "MX", "NL", "NZ", "PL"})
_CITIES = frozenset({"DC", "LA"})
_PAIR = 2
_LISTED = re.compile(r"[A-Z]{2}(?: ?(?:[,/;|&]|or|and) ?[A-Z]{2}){1,60}")
_BETWEEN = re.compile(r" ?(?:[,/;|&]|or|and) ?")
_MODE = (
    r"(?:fully remote|remote|hybrid|on-?site|virtual|work (?:from|at) home|home office|wfh|telecommute|"
    r"(?:various|multiple) locations)"
)
_BESIDE_MODE = re.compile(
    rf"{_MODE} ?(?:[-–—,:|(]|in) ?(?-i:([A-Z]{{2}}))\)?|(?-i:([A-Z]{{2}})) ?[-–—,:|(] ?{_MODE}\)?", re.IGNORECASE
)
_CODE = re.compile(r"(?<![A-Za-z])[A-Z]{2}(?![A-Za-z])")
_LONGEST = 40
_LEADING = re.compile(r"([A-Z]{2}) [-–—] \S")


def states_listed(raw: str, gazetteer: Gazetteer) -> list[tuple[str, Region]]:
    """Return the codes of a list of states with what they stand for; none where it may be one of countries or words."""
    if not raw[:2].isupper() or not _LISTED.fullmatch(raw):
        return []
    codes = _BETWEEN.split(raw)
    states = [gazetteer.region_codes.get(code) for code in codes]
    found = [(code, state) for code, state in zip(codes, states, strict=True) if state]
    if len(found) < len(codes) or len(set(codes)) < len(codes) or len({state.country for _, state in found}) > 1:
        return []
    # "LA, DC"
    if _CITIES.issuperset(codes):
        return []
    doubtful = gazetteer.country_codes if len(codes) > _PAIR else gazetteer.country_codes | _WORDS
    return [] if doubtful.issuperset(codes) else found


def area_alone(raw: str, words: list[str], gazetteer: Gazetteer) -> tuple[str, Region | None] | None:
    """Return the country, and the state, of a code that stands alone, beside a mode of work or before a site that we don't know.

    `words`: what is left of `raw` without what is no place.
    """
    if not _CODE.search(raw):
        return None
    for code in _codes(raw, words):
        if _is_state_only(code, gazetteer):
            return gazetteer.region_codes[code].country, gazetteer.region_codes[code]
    beside = _BESIDE_MODE.fullmatch(raw.strip()) if len(raw) <= _LONGEST else None
    code = (beside[1] or beside[2]) if beside else ""
    state = gazetteer.region_codes.get(code)
    if code in _COUNTRIES:
        return code, None
    return (state.country, state) if state and state.country == "US" and code not in _AS_MUCH_COUNTRIES | _WORDS else None


def _codes(raw: str, words: list[str]) -> Iterator[str]:
    if len(words) == 1:
        yield words[0]
    leading = _LEADING.match(raw)
    if leading:
        yield leading[1]


def _is_state_only(code: str, gazetteer: Gazetteer) -> bool:
    state = gazetteer.region_codes.get(code)
    return bool(state and state.country == "US" and code not in gazetteer.country_codes and code not in _WORDS)
