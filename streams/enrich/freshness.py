"""When a posting was posted, until when one may apply, and whether it says that it is closed."""

import re
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from itertools import islice

from schemas.derived import Derived, Origin
from schemas.posting import Posting
from streams.enrich.base import Enricher, Fields
from streams.enrich.cues import Cue
from streams.enrich.days import Day, find_age, find_day
from streams.enrich.location import countries_of
from streams.enrich.resources import Resources
from streams.enrich.stated import derived
from streams.enrich.text import Hit

# How far behind its word a day may stand, with nothing but words between: no sentence ends there.
_REACH = 70
_BETWEEN = re.compile(
    # a label may stand above its day
    r"[\s:*[-]{1,6}|(?:[^\d.;!?\n]|\n(?!\n)|\.(?=\d)|(?<=t\.o\.m)\.|\d{1,2}(?:[:.]\d\d)?\s?(?:am|pm|a\.m\.|p\.m\.|h)\b|\d{1,2}:\d\d\b)*",
    re.IGNORECASE,
)
_AFTER_POSTED = 30
_REACH_SECOND = 40
_LABEL = re.compile(r"(?:^|[\n|•*])\W*(?:job |ad )?$", re.IGNORECASE)
# `until the position has been filled` says that it is open.
_OPEN = re.compile(
    r"\b(?:until|till|til|when|once|if|unless|after|before|or|that|whether|may|notified)\W(?:\w+\W){0,3}$", re.IGNORECASE
)
_LOOK_BACK = 45
_DAY_FIRST_WORDS = (
    "senast",
    "senest",
    "sista",
    "ansök",
    "sök",
    "före",
    "innan",
    "annonsen",
    "bewerb",
    "søk",
    "ansøg",
    "limite",
    "límite",
    "scadenza",
    "aplikuj",
    "avant",
    "hasta",
    "bis",
    "spätestens",
    "svar",
    "solliciteer",
    "reageren",
    "oferta",
)
_MONTH_FIRST = frozenset({"US"})
_OLDEST, _NEWEST = timedelta(days=1100), timedelta(days=1)
_LAST, _LONGEST = timedelta(days=120), timedelta(days=750)
_SURE, _OPEN_YEAR = 0.9, 0.7
_MOST_TITLE = 300
# Of a text that names more deadlines than this, the first count.
_MOST_HITS = 60
_CUES = (Cue.POSTED, Cue.DEADLINE, Cue.CLOSED)
# Said of starts, trips and visas too: only where something is applied for.
_LOOSE = frozenset(
    {
        "no later than", "not later than", "senast", "senast den", "due date", "valid until", "valid through", "expires on",
        "expiry date", "expiration date", "will close on", "will close", "to close on", "to close", "closes", "on or before",
        "no later", "latest on", "latest by", "at the latest by", "at the latest on", "must be received by",
        "före den", "innan den", "senest", "senest den", "resume by", "cv by",
        "com by", "com before", "com, before", "com until", "se, before", "latest", "latest the", "at the latest", "later than",
        "link below by", "link by", "website by", "in english by", "documents by", "continuously until", "ongoing basis until",
        "rolling basis until", "bis zum", "bis spätestens", "spätestens bis", "spätestens bis zum", "avant le", "hasta el",
        "svar senast", "senast svar", "svara senast",
    }
)  # fmt: skip
# Days from which and until which one may apply stand behind these: the second counts.
_WINDOWS = frozenset(
    {
        "application period", "application window", "accepting applications from", "applications between", "accepted between",
        "cover letter between", "your application between", "ansökningsperiod", "ansökningstid",
    }
)  # fmt: skip
_UNTIL = re.compile(
    r"\W{0,4}(?:-|–|—|\b(?:to|and|through|until|till|t\.?o\.?m\.?|och)\b)\W{0,4}(?:\w{2,5}day,?\s)?", re.IGNORECASE
)
_APPLYING = re.compile(
    r"\bappl|submi|\bsend|\bcv\b|resume|ansök|\bsök\b|ansøg|søknad|candidat|posting|vacanc|\badvert|bewerb|anmälan|\bsvar"
    r"|solicitud|inscri",
    re.IGNORECASE,
)
# `Applicants must be able to start no later than July 19`
_OF_WORK = re.compile(
    r"\b(?:start\w*|begin\w*|commenc\w*|join\w*|availab\w*|graduat\w*|complet\w*|travel\w*|relocat\w*|befristet"
    r"|tidsbegränsad\w*|börja\w*|tillträd\w*)\W(?:\w+\W){0,2}$",
    re.IGNORECASE,
)
_CONTEXT_BEFORE, _CONTEXT = 140, 80


def enrich(posting: Posting, resources: Resources) -> Fields:
    """Return the days that the source states, else those that title or text name beside a word for it, and `expired`.

    Null where nothing is named, or what is named can't be: posted after it was fetched, due long before it was posted.
    """
    posted, due, closed = _of_field(posting.posted_at), _of_field(posting.valid_through), None
    for text, hit, origin in islice(_hits(posting, resources), _MOST_HITS):
        if hit.payload is Cue.POSTED:
            posted = posted or _posted(text, hit, origin, posting, resources)
        elif hit.payload is Cue.DEADLINE:
            due = due or _due(text, hit, origin, posting, resources)
        else:
            closed = closed or _closed(text, hit, origin)
    return {"posted_on": posted, "apply_by": due, "expired": closed}


def _hits(posting: Posting, resources: Resources) -> Iterator[tuple[str, Hit[Cue], Origin]]:
    for text, origin in ((posting.title[:_MOST_TITLE], Origin.TITLE), (posting.description, Origin.TEXT)):
        for hit in resources.named(text).of_kind(Cue):
            if hit.payload in _CUES:
                yield text, hit, origin


def _of_field(instant: datetime | None) -> Derived[date] | None:
    return derived(instant.date(), None, Origin.FIELD, 1.0) if instant else None


def _posted(text: str, hit: Hit[Cue], origin: Origin, posting: Posting, resources: Resources) -> Derived[date] | None:
    fetched = posting.fetched_at
    aged = find_age(text, hit.end, min(len(text), hit.end + _AFTER_POSTED), fetched)
    # `a report published on 3 March` is in a sentence, a label begins a line
    labelled = _LABEL.search(text, max(0, hit.start - _AFTER_POSTED), hit.start)
    found = aged or (_day(text, hit, fetched, posting, resources) if labelled else None)
    if found is None or not -_OLDEST <= found.day - fetched.date() <= _NEWEST:
        return None
    return _derived(text, hit, found, origin)


def _due(text: str, hit: Hit[Cue], origin: Origin, posting: Posting, resources: Resources) -> Derived[date] | None:
    near = posting.posted_at or posting.fetched_at
    if text[hit.start : hit.end].lower() in _LOOSE and not _is_of_applying(text, hit):
        return None
    found = _day(text, hit, near, posting, resources)
    if found and text[hit.start : hit.end].lower() in _WINDOWS:
        found = _second(text, found, near, day_first=_is_day_first(text[hit.start : hit.end], posting, resources))
    return _derived(text, hit, found, origin) if found and -_LAST <= found.day - near.date() <= _LONGEST else None


def _is_of_applying(text: str, hit: Hit[Cue]) -> bool:
    """Whether it is applications that the words around a loose one are about, and not the start of work."""
    start, end = max(0, hit.start - _CONTEXT_BEFORE), min(len(text), hit.end + _CONTEXT)
    return _APPLYING.search(text, start, end) is not None and not _OF_WORK.search(text, start, hit.start)


def _day(text: str, hit: Hit[Cue], near: datetime, posting: Posting, resources: Resources) -> Day | None:
    """Return the day right behind a word, where nothing but words of the same sentence stands between."""
    day_first = _is_day_first(text[hit.start : hit.end], posting, resources)
    found = find_day(text, hit.end, min(len(text), hit.end + _REACH), near, day_first=day_first)
    return found if found and _BETWEEN.fullmatch(text, hit.end, found.start) else None


def _second(text: str, first: Day, near: datetime, *, day_first: bool | None) -> Day | None:
    found = find_day(text, first.end, min(len(text), first.end + _REACH_SECOND), near, day_first=day_first)
    return found if found and _UNTIL.fullmatch(text, first.end, found.start) else None


def _is_day_first(word: str, posting: Posting, resources: Resources) -> bool | None:
    """Whether `3/4` is the third of April: by the language of the word, else by the posting's country."""
    if word.lower().startswith(_DAY_FIRST_WORDS):
        return True
    countries = countries_of(posting, resources)
    return None if not countries else not countries & _MONTH_FIRST


def _derived(text: str, hit: Hit[Cue], found: Day, origin: Origin) -> Derived[date]:
    confidence = _SURE if found.sure else _OPEN_YEAR
    return Derived(value=found.day, raw=text[hit.start : found.end].rstrip(" ."), origin=origin, confidence=confidence)


def _closed(text: str, hit: Hit[Cue], origin: Origin) -> Derived[bool] | None:
    if _OPEN.search(text, max(0, hit.start - _LOOK_BACK), hit.start):
        return None
    return Derived(value=True, raw=text[hit.start : hit.end], origin=origin, confidence=_SURE)


ENRICHER = Enricher("freshness", "3", ("posted_on", "apply_by", "expired"), enrich)
