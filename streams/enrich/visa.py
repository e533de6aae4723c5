"""Whether the employer sponsors a visa."""

import re

from schemas.derived import Derived, Origin, Visa
from schemas.posting import Posting
from streams.enrich.base import Enricher, Fields
from streams.enrich.permits import OF_CLEARANCES, PermitWord
from streams.enrich.permits_abroad import visa_abroad
from streams.enrich.resources import Resources
from streams.enrich.stated import derived, listed
from streams.enrich.text import Hit

_BEFORE, _AFTER = 90, 70
_MOST = 20
_END = re.compile(r"[.;!\n•·●](?=[\s*]|$)|\s[-–]\s")
# `VISA` in a heading stands for an offer.
_IN_HEADING = re.compile(r"(?<!no )\bvisas?\b|h-?1-?b\b", re.IGNORECASE)
_ABOUT_VISAS = re.compile(
    r"visa|immigra|work (?:authori|permit)|employment|h-?1-?b|authori[sz]ed? to work|eligib\w+ to work|candidate|applicant"
    r"|individual|green card|(?:now|time) or in the future|at this time|\btransfer|authori[sz]ed"
    r"|(?:not|isn't|isn’t) (?:be )?(?:available|offered|provided)|unavailable"
)
# An application asks it; it is no answer.
_QUESTION = re.compile(r"\b(?:will|do|would|are|if) you\b")
# Right before an offer in its sentence: `we do not offer relocation or visa`.
_NEGATED = re.compile(
    r"\b(?:not(?! only)|no(?! problem)|unable|cannot|can't|can’t|don't|don’t|doesn't|doesn’t|won't|won’t|never|without)\b"
    r"[\w ’'/-]{0,30}$"
)
_DENIED = re.compile(
    r"\b(?:not|no|unable|cannot|can't|can’t|without|don't|don’t|doesn't|doesn’t|won't|won’t|never|only)\b"
    r"|requir\w* (?:\w+ ){0,2}sponsor"
)
_CITIZENS = re.compile(r"only (?:\w+ ){0,3}(?:green cards?|us citizens?|citizens)")
_OFFERED = re.compile(
    r"visa (?:sponsor|transfer|support|assist|filing|process|ok)|(?:sponsor|transfer|support|assist|filing|welcome|provide|offer)"
    r"[\w ’']{0,25}(?:visa|h-?1-?b)|h-?1-?b(?:'s)? (?:transfer|welcome|ok|visa)|sponsorship (?:is |may be )?available"
    r"|(?:we|happy to|willing to|will|can|able to) sponsor|supportive of|sponsorship for h-?1-?b|yes on h-?1-?b"
    r"|immigration support"
)


def enrich(posting: Posting, resources: Resources) -> Fields:
    """Return what heading or text say first of sponsoring; null where they say nothing."""
    words = [hit for hit in resources.named(posting.description).of_kind(PermitWord) if hit.payload not in OF_CLEARANCES]
    if not words:
        return {"visa": None}
    heading = listed(posting.description)
    named = _IN_HEADING.search(heading) if "|" in heading or len(heading) < len(posting.description) else None
    if named and not _DENIED.search(heading.lower()):
        return {"visa": derived(Visa.OFFERED, named[0], Origin.TEXT, 0.7)}
    return {"visa": next((found for hit in words[:_MOST] if (found := _read(posting.description, hit))), None)}


def _read(text: str, hit: Hit[PermitWord]) -> Derived[Visa] | None:
    before, after = text[max(0, hit.start - _BEFORE) : hit.start], text[hit.end : hit.end + _AFTER]
    before, word, after = (part.lower().replace("u.s.", "us") for part in (before, text[hit.start : hit.end], after))
    if hit.payload is PermitWord.SPONSOR and not _ABOUT_VISAS.search(f"{before}{after}"):
        return None
    around = f"{_END.split(before)[-1]}{word}{_END.split(after, 1)[0]}"
    if hit.payload is not PermitWord.SPONSOR and (abroad := visa_abroad(around)):
        return derived(abroad, text[hit.start : hit.end], Origin.TEXT, 0.8)
    if "?" in around and _QUESTION.search(around):
        return None
    if ("sponsor" in around or _CITIZENS.search(around)) and _DENIED.search(around):
        value = Visa.NOT_OFFERED
    elif offer := _OFFERED.search(around):
        value = Visa.NOT_OFFERED if _NEGATED.search(around[: offer.start()]) else Visa.OFFERED
    else:
        return None
    return derived(value, text[hit.start : hit.end], Origin.TEXT, 0.8)


ENRICHER = Enricher("visa", "3", ("visa",), enrich)
