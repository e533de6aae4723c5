"""When a posting was posted, until when one may apply, and whether it says that it is closed."""

import re
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from itertools import islice

from schemas.derived import Derived, Origin
from schemas.posting import Posting
from streams.enrich.base import Enricher, Fields
from streams.enrich.cues import Cue
from streams.enrich.days import Day, find_age
from streams.enrich.deadlines import CUES, day_behind, find_deadline, has_digits
from streams.enrich.location import countries_of
from streams.enrich.resources import Resources
from streams.enrich.stated import derived
from streams.enrich.text import Hit

_AFTER_POSTED = 30
_LABEL = re.compile(r"(?:^|[\n|•*])\W*(?:job |ad |offre |annonce |oferta |vaga |vacature |stelle |anzeige )?$", re.IGNORECASE)
# `until the position has been filled` says that it is open.
_OPEN = re.compile(
    r"\b(?:until|till|til|when|once|if|unless|after|before|or|that|whether|may|notified)\W(?:\w+\W){0,3}$", re.IGNORECASE
)
_LOOK_BACK = 45
_DAY_FIRST_WORDS = (
    "senast", "senest", "till", "t.o.m", "t o m", "fram", "öppen", "inte", "sista", "ansök", "sök", "före", "innan", "annonsen",
    "bewerb", "søk", "ansøg", "limite", "límite", "scadenza", "avant", "hasta", "bis", "spätestens", "svar", "reageren",
    "oferta", "einsende", "online seit", "veröff", "gepostet", "jusqu", "au plus", "clôture", "date de", "publié", "antes",
    "plazo", "fecha", "cierre", "publicad", "inscri", "candidatura", "prazo", "data ", "até", "entro", "termin", "pubblicat",
    "tot en", "t m", "sluit", "sollicit", "vacature", "uiterlijk", "reageer", "geplaatst", "plaatsing", "aplik", "cv do",
    "przyj", "do dnia", "opublik", "frist", "innen", "søg", "oprettet", "indrykket", "publisert", "publicer",
)  # fmt: skip
_MONTH_FIRST = frozenset({"US"})
_OLDEST, _NEWEST = timedelta(days=1100), timedelta(days=1)
_SURE, _OPEN_YEAR = 0.9, 0.7
_MOST_TITLE = 300
# Of a text that names more deadlines than this, the first count.
_MOST_HITS = 60
_CUES = frozenset({Cue.POSTED, Cue.CLOSED, *CUES})


def enrich(posting: Posting, resources: Resources) -> Fields:
    """Return the days that the source states, else those that title or text name beside a word for it, and `expired`.

    Null where nothing is named, or what is named can't be: posted after it was fetched, due long before it was posted.
    """
    posted, due, closed = _of_field(posting.posted_at), _of_field(posting.valid_through), None
    for text, hit, origin in islice(_hits(posting, resources), _MOST_HITS):
        if hit.payload is Cue.POSTED:
            posted = posted or _posted(text, hit, origin, posting, resources)
        elif hit.payload is Cue.CLOSED:
            closed = closed or _closed(text, hit, origin)
        else:
            due = due or _due(text, hit, origin, posting, resources)
    return {"posted_on": posted, "apply_by": due, "expired": closed}


def _hits(posting: Posting, resources: Resources) -> Iterator[tuple[str, Hit[Cue], Origin]]:
    for text, origin in ((posting.title[:_MOST_TITLE], Origin.TITLE), (posting.description, Origin.TEXT)):
        for hit in resources.named(text).of_kind(Cue):
            if hit.payload in _CUES and (hit.payload not in CUES or has_digits(text, hit)):
                yield text, hit, origin


def _of_field(instant: datetime | None) -> Derived[date] | None:
    return derived(instant.date(), None, Origin.FIELD, 1.0) if instant else None


def _posted(text: str, hit: Hit[Cue], origin: Origin, posting: Posting, resources: Resources) -> Derived[date] | None:
    fetched = posting.fetched_at
    aged = find_age(text, hit.end, min(len(text), hit.end + _AFTER_POSTED), fetched)
    # `a report published on 3 March` is in a sentence, a label begins a line
    labelled = _LABEL.search(text, max(0, hit.start - _AFTER_POSTED), hit.start)
    day_first = _is_day_first(text[hit.start : hit.end], posting, resources) if labelled else None
    found = aged or (day_behind(text, hit, fetched, day_first=day_first) if labelled else None)
    if found is None or not -_OLDEST <= found.day - fetched.date() <= _NEWEST:
        return None
    return _derived(text[hit.start : found.end], found, origin)


def _due(text: str, hit: Hit[Cue], origin: Origin, posting: Posting, resources: Resources) -> Derived[date] | None:
    day_first = _is_day_first(text[hit.start : hit.end], posting, resources)
    found = find_deadline(text, hit, posting.posted_at or posting.fetched_at, day_first=day_first)
    return _derived(found[1], found[0], origin) if found else None


def _is_day_first(word: str, posting: Posting, resources: Resources) -> bool | None:
    """Whether `3/4` is the third of April: by the language of the word, else by the posting's country."""
    if word.lower().startswith(_DAY_FIRST_WORDS):
        return True
    countries = countries_of(posting, resources)
    return None if not countries else not countries & _MONTH_FIRST


def _derived(words: str, found: Day, origin: Origin) -> Derived[date]:
    return Derived(value=found.day, raw=words.rstrip(" ."), origin=origin, confidence=_SURE if found.sure else _OPEN_YEAR)


def _closed(text: str, hit: Hit[Cue], origin: Origin) -> Derived[bool] | None:
    if _OPEN.search(text, max(0, hit.start - _LOOK_BACK), hit.start):
        return None
    return Derived(value=True, raw=text[hit.start : hit.end], origin=origin, confidence=_SURE)


ENRICHER = Enricher("freshness", "5", ("posted_on", "apply_by", "expired"), enrich)
