"""Words of descriptions beside which a costly pattern is worth trying; found in the pass that finds skills and sentences."""

from collections.abc import Iterator
from enum import Enum

from streams.enrich.text import fold
from streams.normalize.currencies import words


class Cue(Enum):
    """What may stand beside the word."""

    PAY = "pay"
    EQUITY = "equity"
    POSTED = "posted"
    DEADLINE = "deadline"
    CLOSED = "closed"


_PAY = (
    "salary", "salaries", "pay", "pay range", "pay rate", "compensation", "wage", "wages", "rate", "ctc", "base", "per annum",
    "per year", "per hour", "hourly", "lpa", "lakh", "lakhs", "lac", "lacs", "crore", "crores", "p a", "gehalt", "vergütung",
    "salaire", "salario", "wynagrodzenie", "lön", "hr",
)  # fmt: skip
# Round sums that are told without a currency too: `Engineer [40-70k]`.
_THOUSANDS = tuple(f"{thousands}k{more}" for thousands in range(20, 400) for more in ("", "+"))
_EQUITY = ("equity", "stock", "options", "stock options", "shares")
_POSTED = (
    "posted", "posted on", "date posted", "posting date", "post date", "opening date", "published", "published on",
    "date published", "publication date", "publicerad", "publicerad den", "veröffentlicht", "veröffentlicht am",
    "gepostet am", "date de publication", "fecha de publicación",
)  # fmt: skip
_DEADLINE = (
    "deadline", "application deadline", "deadline for applications", "deadline to apply", "closing date", "close date",
    "job closing", "posting to close", "apply by", "apply before", "apply until", "apply no later than", "apply latest",
    "applications close", "applications close on", "application closes", "application period ends", "closes on",
    "last date to apply", "last day to apply", "last date for application", "last date for applications",
    "last application date", "last application day", "last application", "last date to submit", "last day for applications",
    "application by", "applications by", "apply latest by", "applications accepted until", "accepted until",
    "applications due", "applications due by", "application due date", "due date", "no later than", "not later than",
    "valid through", "valid until", "expires on", "expiry date", "expiration date", "open until", "posting end date",
    "accepted at least until", "accepted through", "application due", "application due by", "applications are due",
    "applications until", "will close on", "will close", "to close on", "to close", "closes", "on or before", "no later",
    "cover letter by", "resume by", "cv by", "com by", "com before", "com, before", "com until", "se, before",
    "sista ansökningsdag", "sista ansökningsdagen", "sista ansökningsdatum", "sista dag att söka",
    "sista datum för att ansöka", "sista dag för ansökan", "sista dag att ansöka", "sista dag för att ansöka",
    "sista datum att söka", "sista datum för ansökan", "sista ansökan", "ansökningstiden går ut", "ansökningstiden slutar",
    "sista dagen att söka", "sista dagen för ansökan", "sista dagen att ansöka", "sök före", "sök innan", "ansök före",
    "ansök innan", "ansökan före", "ansökan innan", "ansökan till och med", "ansök till och med", "annonsen stänger",
    "före den", "innan den", "søk innen", "senest", "senest den",
    "last day of application", "last date of application", "last day for applying", "last date for applying",
    "last day for application", "last day to submit", "latest on", "latest by", "at the latest by", "at the latest on",
    "application before", "applications before", "application until", "must be received by", "applications must be submitted by",
    "application period", "application window", "accepting applications from", "applications between", "accepted between",
    "ansökningsperiod", "ansökningstid", "cover letter between", "your application between",
    "final date for applications", "final application date", "final date to apply", "apply at the latest", "latest",
    "latest the", "at the latest", "later than", "latest application date", "latest application day", "latest date to apply",
    "latest date for application", "application end date", "applications received after", "reach us by", "link below by",
    "link by", "website by", "in english by", "documents by", "continuously until", "ongoing basis until", "rolling basis until",
    "position closes", "job closes", "ad closes", "advert closes", "vacancy closes", "posting closes", "posting ends",
    "ad expires", "job expires", "posting expires", "vacancy expires",
    "ansökningstiden löper ut", "ansökningstiden är till och med", "ansökningstid till och med", "ansökningstid t o m",
    "ansökningar till och med", "ansökningar t o m", "ansökningar fram till", "ansöka till och med", "ansöka t o m",
    "ansöka fram till", "ansök fram till", "ansökan fram till", "ansökan t o m", "ansökan stänger", "ansökan stängs",
    "annonsen stängs", "ansökningsfönstret stänger", "rekryteringen stänger", "annonsen ligger ute till",
    "annonsen är publicerad till", "sista svarsdag", "sista svarsdatum", "svar senast", "senast svar", "svara senast",
    "bis zum", "bis spätestens", "spätestens bis", "spätestens bis zum", "avant le", "hasta el", "oferta ważna do",
    "solliciteer voor", "solliciteer vóór", "reageren kan tot", "solliciteren kan tot",
    "senast", "senast den", "ansök senast", "ansökan senast",
    "ansökningsfrist", "søknadsfrist", "ansøgningsfrist", "bewerbungsfrist", "bewerbungsschluss", "bewerbungen bis",
    "bewerbung bis", "bewerben sie sich bis", "date limite", "fecha límite", "scadenza", "sollicitatiedeadline", "aplikuj do",
)  # fmt: skip
_CLOSED = (
    "no longer accepting applications", "no longer accepting applicants", "not accepting applications anymore",
    "position has been filled", "role has been filled", "job has been filled", "vacancy has been filled",
    "position is now filled", "position has already been filled", "position is already filled", "position is filled",
    "role is filled", "job has expired", "posting has expired", "listing has expired", "ad has expired", "advert has expired",
    "offer has expired", "job is no longer available", "position is no longer available", "posting is no longer available",
    "role is no longer available", "job posting is no longer active", "job is no longer active", "posting is closed",
    "position is closed", "job is closed", "vacancy is closed", "position has been closed", "applications are closed",
    "applications are now closed", "this job is expired", "this position has closed", "this job has closed",
    "tjänsten är tillsatt", "annonsen är stängd", "stelle ist bereits besetzt", "stelle ist besetzt", "nicht mehr verfügbar",
    "offre expirée", "offre n'est plus disponible",
)  # fmt: skip


def cues() -> Iterator[tuple[str, Cue]]:
    """Yield (phrase, what may stand beside it)."""
    # of `US$` folding leaves `us`
    marks = (mark for mark, _ in words() if mark.isalpha() and fold(mark) == mark.lower() and len(mark) > 1)
    yield from ((phrase, Cue.PAY) for phrase in (*_PAY, *_THOUSANDS, *marks))
    for cue, phrases in ((Cue.EQUITY, _EQUITY), (Cue.POSTED, _POSTED), (Cue.DEADLINE, _DEADLINE), (Cue.CLOSED, _CLOSED)):
        yield from ((phrase, cue) for phrase in phrases)


def names_equity(words: str) -> bool:
    """Return whether the words of a hit name shares, whatever list they are of: `equity package` is a benefit."""
    folded = words.lower()
    return "equity" in folded or folded in _EQUITY
