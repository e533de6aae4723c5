"""Who hires: the name to be shown, the domain, industry and size where they are stated."""

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import islice

from schemas.derived import Company, Derived, Headcount, Origin
from schemas.posting import EmployerName, NameOrigin, Posting
from streams.enrich.base import Enricher, Fields
from streams.enrich.resources import Resources
from streams.enrich.text import places_of
from streams.normalize.domains import employer_domain
from streams.normalize.employer_display import display_name

# A shorter name is a part of many addresses.
_SHORTEST = 4
_LONGEST_TEXT = 20_000
_MOST_ADDRESSES = 10
_OWN = {NameOrigin.SITE: 0.95, NameOrigin.CONTACT: 0.9}
_END = re.compile(r"\.((?:(?:co|com|org|ac|gov)\.)?[a-z]{2,6})(?![a-z0-9-]|\.[a-z])", re.IGNORECASE)
_ENDS = (
    "ai app biz ca ch cloud co com com.au co.in co.nz co.uk de dev edu es eu fr gov health io ie info "
    "jobs it net nl org pl se tech uk us"
)
_KNOWN_ENDS = frozenset(_ENDS.split())
# Behind a full stop without its space these are words: an address shows what it is.
_WORDS = frozenset({"it", "us", "health", "jobs", "tech", "cloud", "info", "app", "ai", "co", "de", "es", "se"})
_MARK = re.compile(r"(?:https?://|www\.|@)(?:[a-z0-9-]+\.)*$", re.IGNORECASE)
_LONGEST_MARK = 60
_MARKS = ("://", "www.", "@")
_HOST = re.compile(r"(?:[a-z0-9-]{1,63}\.){1,6}[a-z]{2,10}(?![a-z0-9-])", re.IGNORECASE)
_ADDED = frozenset({"get", "join", "try", "use", "go", "my", "the", "we", "hello", "team", "weare", "with"})
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
    domain = _own(posting.employer_alternatives) or (_domain(posting, key, resources) if key else None)
    industry, size = _stated(posting.stated_industry), _headcount(posting.stated_company_size)
    if not (name or domain or industry or size):
        return {"company": None}
    return {"company": Company(name=name, domain=domain, industry=industry, size=size)}


@lru_cache(8192)
def _name(employer: str, key: str | None) -> Derived[str] | None:
    shown = display_name(employer, key)
    return Derived(value=shown, raw=employer, origin=Origin.FIELD, confidence=0.95) if shown else None


def _own(names: Sequence[EmployerName]) -> Derived[str] | None:
    """Return the domain of the employer's own pages, else of its mail."""
    for origin, confidence in _OWN.items():
        for other in names:
            if other.origin is origin:
                return Derived(value=other.name, raw=other.name, origin=Origin.FIELD, confidence=confidence)
    return None


def _domain(posting: Posting, key: str, resources: Resources) -> Derived[str] | None:
    """Return the domain of an address of the posting that is like the employer's name, else of one in the text."""
    for address in (posting.url, posting.apply_url):
        domain = employer_domain(address) if address and _may_be_like(address, key) else None
        if domain and _is_like(domain, key):
            return Derived(value=domain, raw=address, origin=Origin.FIELD, confidence=0.9)
    text = posting.description[:_LONGEST_TEXT]
    return _told(text, resources.fold(text), key) if key.isascii() else None


def _is_like(domain: str, key: str) -> bool:
    """Whether a domain's label is the name, one begins with the other, or it is the name with a word that sites add."""
    label = _letters(domain.partition(".")[0])
    if label == key:
        return True
    if min(len(label), len(key)) < _SHORTEST:
        return False
    return label.startswith(key) or key.startswith(label) or (label.endswith(key) and label.removesuffix(key) in _ADDED)


def _may_be_like(address: str, key: str) -> bool:
    """Whether an address has the first letters of the name: without them no domain of it is like the name, nor worth reading."""
    return not address.isprintable() or key[:_SHORTEST] in address.lower().replace("-", "").replace("_", "")


@lru_cache(8192)
def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text))


def _told(text: str, folded: str, key: str) -> Derived[str] | None:
    """Return the first domain of the text that is the name, else the first of an address that is like it."""
    for at in islice(places_of(folded, key + " "), _MOST_ADDRESSES) if len(key) >= _SHORTEST else ():
        found = _END.match(text, at + len(key))
        if found and found[1].lower() in _KNOWN_ENDS and _is_address(text, at, found[1].lower()):
            return Derived(value=key + found[0].lower(), raw=text[at : found.end()], origin=Origin.TEXT, confidence=0.8)
    for mark in _MARKS:
        for at in islice(places_of(text, mark), _MOST_ADDRESSES):
            host = _HOST.match(text, at + len(mark))
            domain = employer_domain(host[0]) if host and _may_be_like(host[0], key) else None
            if host and domain and _is_like(domain, key):
                return Derived(value=domain, raw=host[0], origin=Origin.TEXT, confidence=0.7)
    return None


def _is_address(text: str, at: int, end: str) -> bool:
    """Whether a name with an end behind it is the domain of an address: a longer name, or the end of a sentence, is none."""
    if _MARK.search(text, max(0, at - _LONGEST_MARK), at):
        return True
    return end not in _WORDS and not (at and (text[at - 1].isalnum() or text[at - 1] in "-."))


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


ENRICHER = Enricher("employer", "3", ("company",), enrich)
