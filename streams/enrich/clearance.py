"""Whether a security clearance is asked for."""

import re

from schemas.derived import Clearance, Derived, Origin
from schemas.posting import Posting
from streams.enrich.asked import is_preferred
from streams.enrich.base import Enricher, Fields
from streams.enrich.permits import OF_CLEARANCES, PermitWord
from streams.enrich.permits_abroad import clearance_abroad
from streams.enrich.resources import Resources
from streams.enrich.stated import derived
from streams.enrich.text import Hit

_MOST, _NEAR = 20, 60
_END = re.compile(r"[.;!?\n•]")
_PREFERRED_BELOW = re.compile(r"(?:preferred|desired) (?:qualifications?|skills?|experience)")
_OF_SECURITY = re.compile(
    r"secur|secret|ts/?sci|\bdod\b|government|public trust|obtain|\bactive|hold\b|poly|usps|interim|eligib|current|possess"
    r"|required|\b(?:sc|dv|q|l|nv[12]) clear"
)
_NOT_ASKED = re.compile(r"(?:not|n't|n’t|no) (?:\w+ ){0,3}$")
_NOT_BELOW = re.compile(r"s?:\W{0,3}(?:\w+ ){0,3}(?:not|no|none)\b")
# What is said of clearances in general, and of pay that depends on them.
_IN_GENERAL = re.compile(
    r"^s? (?:held|requirements, and|process|additional|may)|positions? requiring (?:a )?$|may (?:be|require)[\w ]*$"
)


def enrich(posting: Posting, resources: Resources) -> Fields:
    """Return whether the text requires a clearance, prefers one, or says that none is needed; null where it says nothing."""
    text = posting.description
    words = [hit for hit in resources.named(text).of_kind(PermitWord) if hit.payload in OF_CLEARANCES]
    found: dict[Clearance, Hit[PermitWord]] = {}
    for hit in words[:_MOST]:
        value = _read(text, hit)
        if value:
            found.setdefault(value, hit)
    best = next((value for value in (Clearance.REQUIRED, Clearance.PREFERRED, Clearance.NONE) if value in found), None)
    return {"clearance": best and _derived(best, found[best], text)}


def _read(text: str, hit: Hit[PermitWord]) -> Clearance | None:
    before, after = (
        text[max(0, hit.start - _NEAR) : hit.start].lower().replace("u.s.", "us"),
        text[hit.end : hit.end + _NEAR].lower(),
    )
    if hit.payload is PermitWord.CLEARANCE_ABROAD:
        return clearance_abroad(_END.split(before)[-1], _END.split(after, 1)[0])
    if not _OF_SECURITY.search(f"{before}{text[hit.start : hit.end].lower()}{after}"):
        return None
    if _NOT_ASKED.search(before) or _NOT_BELOW.match(after):
        return Clearance.NONE
    if _IN_GENERAL.search(after) or _IN_GENERAL.search(before):
        return None
    wished = _PREFERRED_BELOW.search(before) or is_preferred(text, hit.start, hit.end)
    return Clearance.PREFERRED if wished else Clearance.REQUIRED


def _derived(value: Clearance, hit: Hit[PermitWord], text: str) -> Derived[Clearance]:
    return derived(value, text[hit.start : hit.end], Origin.TEXT, 0.8)


ENRICHER = Enricher("clearance", "3", ("clearance",), enrich)
