"""Who hires: the name to be shown, the domain, industry and size where they are stated."""

import re
from functools import lru_cache

from schemas.derived import Company, Derived, Headcount, Origin
from schemas.posting import Posting
from streams.enrich.base import Enricher, Fields
from streams.enrich.domains.reading import domain_of
from streams.enrich.resources import Resources
from streams.normalize.employer_display import display_name

_NUMBER = re.compile(r"\d{1,3}(?:[,.' ]\d{3})+|\d+")
_OPEN = re.compile(r"\d\s*\+|more than|over|mehr als", re.IGNORECASE)
_BELOW = re.compile(r"less than|fewer than|under|up to|<", re.IGNORECASE)
# The key of a posting of which no employer is known.
_NOBODY = "posting:"
_FEWEST, _MOST = 1, 5_000_000


def enrich(posting: Posting, resources: Resources) -> Fields:
    """Return what the posting tells of its employer; null where it tells nothing."""
    key = None if posting.employer_key.startswith(_NOBODY) else posting.employer_key
    name = _name(posting.employer, key) if posting.employer else None
    domain = domain_of(posting, key, resources)
    industry, size = _stated(posting.stated_industry), _headcount(posting.stated_company_size)
    if not (name or domain or industry or size):
        return {"company": None}
    return {"company": Company(name=name, domain=domain, industry=industry, size=size)}


@lru_cache(8192)
def _name(employer: str, key: str | None) -> Derived[str] | None:
    shown = display_name(employer, key)
    return Derived(value=shown, raw=employer, origin=Origin.FIELD, confidence=0.95) if shown else None


def _stated(value: str | None) -> Derived[str] | None:
    return Derived(value=value, raw=value, origin=Origin.FIELD, confidence=1.0) if value else None


def _headcount(value: str | None) -> Derived[Headcount] | None:
    """Return the ends of `501 to 1000 employees`, `10,001+`, `51-200`."""
    if not value or value.startswith("-"):
        return None
    numbers = [int("".join(filter(str.isdigit, found))) for found in _NUMBER.findall(value)[:2]]
    if not numbers or not all(_FEWEST <= number <= _MOST for number in numbers):
        return None
    low, high = min(numbers), max(numbers)
    if len(numbers) == 1 and _OPEN.search(value):
        read = Headcount(minimum=low)
    elif len(numbers) == 1 and _BELOW.search(value):
        read = Headcount(maximum=high)
    else:
        read = Headcount(minimum=low, maximum=high)
    return Derived(value=read, raw=value, origin=Origin.FIELD, confidence=1.0)


ENRICHER = Enricher("employer", "8", ("company",), enrich)
