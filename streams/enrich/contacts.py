"""Mail addresses, telephone numbers and names of those who answer questions: personal data, looked for only if set so."""

import re
from collections.abc import Iterator

from schemas.derived import Contact, ContactKind, Origin
from schemas.posting import Posting
from streams.enrich.base import Enricher, Fields
from streams.enrich.resources import Resources
from streams.enrich.text import places_of

MOST_CONTACTS = 10
_MOST_TEXT = 50_000
_LOCAL, _DOMAIN = 64, 120
_BEFORE_AT = re.compile(r"[A-Za-z0-9._%+-]+$")
_AFTER_AT = re.compile(r"[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*\.[A-Za-z]{2,10}?(?![a-z0-9-])")
# against programs that collect addresses
_WRITTEN_AT = ("(at)", "[at]", "[@]", "(@)", " at) ")
_WRITTEN = re.compile(r"\b([\w.+-]{1,64}) ?[\[(] ?(?:@|at) ?[\])] ?([\w-]{1,63}(?:\.[\w-]{1,63}){1,3})\b")
_PHONE = re.compile(r"(?<![\w.,$€£/-])\+?\(?\d[\d ().\u2011-]{6,18}\d(?![\w$€£%]|[.,/-]\d)")
_AMONG, _MOST_DIGITS, _LEAST_DIGITS = 40, 15, 9
_CALLED = re.compile(r"phone|call|tel\b|tel[.:]|mobile|cell|telefon|contact|kontakt|ring|whatsapp|number|\+", re.IGNORECASE)
_NOT_A_NUMBER = re.compile(r"\d{4}[-.]\d\d[-.]\d\d|\d\d[.-]\d\d[.-]\d{4}|\d{1,3}(?:[., ]\d{3})+(?:[.,]\d\d)?|\d{4} ?- ?\d{4}")
_NAME = r"((?:[A-ZÅÄÖÜÉ][a-zåäöüéß'’-]+ ?){2,3})"
_NAMED = re.compile(
    r"(?:[Cc]ontact|[Rr]ecruiter|[Cc]ontact [Pp]erson|Ansprechpartner(?:in)?|[Kk]ontakta|[Aa]ttn\.?|[Rr]each out to|submitted to)"
    rf"[:,]?\s{{1,2}}(?:our recruiter |Mr\.? |Ms\.? |Mrs\.? |Frau |Herr )?{_NAME}"
)
# Words of departments that are written like names.
_NO_NAME = re.compile(
    r"Human|Resources|Recruit|Team|Department|Office|Us\b|The|Your|Our|Person|Information|Number|Center|Centre|Talent|Customer|Hiring"
    r"|Partner|Careers|Support|Service|Sales|Manager|Director|Agency|Company|Group|Details|For|To\b|At\b"
)
_NAME_BEFORE = re.compile(r"[Cc]ontact|[Rr]ecruiter|Ansprechpartner|[Kk]ontakta|[Aa]ttn|[Rr]each out to|submitted to")


def enrich(posting: Posting, resources: Resources) -> Fields:
    """Return at most ten contacts of the text, each once; none where the operator did not ask for them."""
    if not resources.contacts:
        return {"contacts": []}
    text = posting.description[:_MOST_TEXT]
    found = dict.fromkeys((*_emails(text), *_phones(text), *_names(text)))
    return {"contacts": [_contact(kind, value) for kind, value in list(found)[:MOST_CONTACTS]]}


def _emails(text: str) -> Iterator[tuple[ContactKind, str]]:
    if any(written in text for written in _WRITTEN_AT):
        yield from ((ContactKind.EMAIL, f"{found[1]}@{found[2]}") for found in _WRITTEN.finditer(text))
    for at in places_of(text, "@"):
        before, after = _BEFORE_AT.search(text, max(0, at - _LOCAL), at), _AFTER_AT.match(text, at + 1, at + _DOMAIN)
        if before and after:
            yield ContactKind.EMAIL, f"{before[0]}@{after[0]}"


def _phones(text: str) -> Iterator[tuple[ContactKind, str]]:
    for found in _PHONE.finditer(text):
        digits = sum(c.isdigit() for c in found[0])
        called = _CALLED.search(f"{text[max(0, found.start() - _AMONG) : found.start()]}{found[0]}")
        if _LEAST_DIGITS <= digits <= _MOST_DIGITS and called and not _NOT_A_NUMBER.fullmatch(found[0].strip()):
            yield ContactKind.PHONE, found[0].strip()


def _names(text: str) -> Iterator[tuple[ContactKind, str]]:
    if _NAME_BEFORE.search(text):
        for found in _NAMED.finditer(text):
            if not _NO_NAME.search(found[1]):
                yield ContactKind.NAME, found[1].strip()


def _contact(kind: ContactKind, value: str) -> Contact:
    return Contact(kind=kind, value=value, origin=Origin.TEXT, confidence=0.6 if kind is ContactKind.NAME else 0.9)


ENRICHER = Enricher("contacts", "1", ("contacts",), enrich)
