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
    LOOSE_DEADLINE = "loose deadline"
    BOUND = "bound"
    WINDOW = "window"
    CLOSED = "closed"


_PAY = (
    "salary", "salaries", "pay", "pay range", "pay rate", "compensation", "wage", "wages", "rate", "ctc", "base", "per annum",
    "per year", "per hour", "hourly", "lpa", "lakh", "lakhs", "lac", "lacs", "crore", "crores", "p a", "gehalt", "vergütung",
    "salaire", "salario", "wynagrodzenie", "lön", "hr",
    "ral", "rémunération", "retribuzione", "sueldo", "salário", "salaris", "tkr",
)  # fmt: skip
# Round sums that are told without a currency too: `Engineer [40-70k]`.
_THOUSANDS = tuple(f"{thousands}k{more}" for thousands in range(20, 400) for more in ("", "+"))
_EQUITY = (
    "equity",
    "stock",
    "options",
    "stock options",
    "shares",
    "stake",
    "bspce",
    "vsop",
    "virtuelle anteile",
    "unternehmensanteile",
    "aandelen",
    "stock option",
)
_POSTED = (
    "posted", "posted on", "date posted", "posting date", "post date", "opening date", "published", "published on",
    "date published", "publication date", "publicerad", "publicerad den", "veröffentlicht", "veröffentlicht am",
    "gepostet am", "date de publication", "fecha de publicación", "online seit", "publié", "publiée", "publié le", "publiée le",
    "publicado", "publicada", "publicado el", "publicada el", "publicado em", "publicada em", "data de publicação", "pubblicato",
    "pubblicata", "pubblicato il", "pubblicata il", "data di pubblicazione", "geplaatst", "geplaatst op", "plaatsingsdatum",
    "publiceringsdatum", "opublikowano", "data publikacji", "oprettet", "indrykket", "publisert", "veröffentlichungsdatum",
)  # fmt: skip
_DEADLINE = (
    "deadline", "application deadline", "deadline for applications", "deadline to apply", "closing date", "close date",
    "job closing", "posting to close", "apply by", "apply before", "apply until", "apply no later than", "apply latest",
    "applications close", "applications close on", "application closes", "application period ends", "closes on",
    "last date to apply", "last day to apply", "last date for application", "last date for applications",
    "last application date", "last application day", "last application", "last date to submit", "last day for applications",
    "application by", "applications by", "apply latest by", "applications accepted until", "accepted until",
    "applications due", "applications due by", "application due date", "open until", "posting end date",
    "accepted at least until", "accepted through", "application due", "application due by", "applications are due",
    "applications until", "cover letter by", "last day of application", "last date of application", "last day for applying",
    "last date for applying", "last day for application", "last day to submit", "application before", "applications before",
    "application until", "applications must be submitted by", "final date for applications", "final application date",
    "final date to apply", "apply at the latest", "latest application date", "latest application day", "latest date to apply",
    "latest date for application", "application end date", "applications received after", "reach us by", "position closes",
    "job closes", "ad closes", "advert closes", "vacancy closes", "posting closes", "posting ends", "ad expires",
    "job expires", "posting expires", "vacancy expires", "final day to apply", "final day for applications",
    "final date of application", "end date for application", "end date for applications", "last day to send",
    "last date to send", "last chance to apply", "application closing", "recruitment closes", "final filing date",
    "applications are open through", "close the position on", "ad will be closed on", "advert end date", "ad end date",
    "sista ansökningsdag", "sista ansökningsdagen", "sista ansökningsdatum", "sista dag att söka",
    "sista datum för att ansöka", "sista dag för ansökan", "sista dag att ansöka", "sista dag för att ansöka",
    "sista datum att söka", "sista datum för ansökan", "sista ansökan", "ansökningstiden går ut", "ansökningstiden slutar",
    "sista dagen att söka", "sista dagen för ansökan", "sista dagen att ansöka", "sök före", "sök innan", "ansök före",
    "ansök innan", "ansökan före", "ansökan innan", "ansökan till och med", "ansök till och med", "annonsen stänger",
    "ansökningstiden löper ut", "ansökningstiden är till och med", "ansökningstid till och med", "ansökningstid t o m",
    "ansökningar till och med", "ansökningar t o m", "ansökningar fram till", "ansöka till och med", "ansöka t o m",
    "ansöka fram till", "ansök fram till", "ansökan fram till", "ansökan t o m", "ansökan stänger", "ansökan stängs",
    "annonsen stängs", "ansökningsfönstret stänger", "rekryteringen stänger", "annonsen ligger ute till",
    "annonsen är publicerad till", "sista svarsdag", "sista svarsdatum", "ansök senast", "ansökan senast",
    "sista datum att ansöka", "sista anmälningsdag", "sista inlämningsdag", "sista sökdag", "sista sökdatum",
    "sista möjliga ansökningsdag", "senaste ansökningsdag", "senaste ansökningsdatum", "ansökningsdatum", "ansökningsstopp",
    "ansökningsdeadline", "slutdatum för ansökan", "sista dag för anmälan", "sista dagen för anmälan",
    "sista dag du kan söka", "sista dag du kan ansöka", "sista dagen du kan söka", "sista dagen du kan ansöka",
    "ansökan tas emot till", "ansökningar tas emot till", "annonsen tas ner", "annonsen tas bort", "annonsen avpubliceras",
    "annonsen publiceras till", "annonsen är öppen till", "annonsen är aktiv till", "ansökningar tom", "ansökan tom",
    "ansök tom", "öppen tom", "söka tom", "sökbar till", "öppen för ansökan till", "ansökan är öppen till",
    "ansökan öppen till", "ligger ute till", "søk innen", "oferta ważna do", "solliciteer voor", "solliciteer vóór",
    "reageren kan tot", "solliciteren kan tot", "ansökningsfrist", "søknadsfrist", "ansøgningsfrist", "bewerbungsfrist",
    "bewerbungsschluss", "bewerbungen bis", "bewerbung bis", "bewerben sie sich bis", "date limite", "fecha límite",
    "scadenza", "sollicitatiedeadline", "aplikuj do",
    "bewirb dich bis", "einsendeschluss", "bewerbungsende", "clôture des candidatures", "date de clôture",
    "date de fin de candidature", "fecha de cierre", "cierre de postulaciones", "cierre de inscripciones",
    "cierre de convocatoria",
    "plazo de presentación", "plazo de inscripción", "plazo de solicitud", "inscrições até", "candidaturas até",
    "prazo para candidatura", "prazo para candidaturas", "prazo de candidatura", "prazo de candidaturas", "data limite",
    "data de encerramento", "termine ultimo", "termine per la presentazione", "sluitingsdatum", "sollicitatiedatum",
    "vacature sluit", "solliciteren tot", "solliciteren kan t m", "reageren kan t m", "reageer voor", "reageer vóór",
    "reageren tot", "termin składania", "termin nadsyłania", "aplikacje do", "cv do", "przyjmujemy do", "aplikować do",
    "ansøgningsfristen", "ansøgningsdeadline", "ansøgning senest", "frist for ansøgning", "søknadsfristen",
    "frist for å søke", "søknad innen", "søknad senest", "søk senest",
)  # fmt: skip
# Said of starts, trips and visas too: only where something is applied for.
_LOOSE_DEADLINE = (
    "no later than", "not later than", "senast", "senast den", "due date", "valid until", "valid through", "expires on",
    "expiry date", "expiration date", "will close on", "will close", "to close on", "to close", "closes", "on or before",
    "no later", "latest on", "latest by", "at the latest by", "at the latest on", "must be received by", "före den",
    "innan den", "senest", "senest den", "resume by", "cv by", "com by", "com before", "com, before", "com until",
    "se, before", "latest", "latest the", "at the latest", "later than", "link below by", "link by", "website by",
    "in english by", "documents by", "continuously until", "ongoing basis until", "rolling basis until",
    "ongoing basis through", "bis zum", "bis spätestens", "spätestens bis", "spätestens bis zum", "avant le", "hasta el",
    "svar senast", "senast svar", "svara senast", "sista dag", "sista dagen", "sista datum", "tillhanda den", "stänger",
    "stängs", "stängningsdatum", "inte senare än", "last day", "last date", "closing on", "final day", "se by", "se before",
    "se until", "nu by", "website before", "site before", "link before", "form by", "portal by", "interest by",
    "au plus tard le", "antes del", "antes de", "entro il", "entro e non oltre il", "uiterlijk", "do dnia",
)  # fmt: skip
# Said of anything: only where the same sentence is about applying.
_BOUND = (
    "before", "prior to", "until", "up until", "up to and including", "innan", "före", "till och med", "t o m", "t. o. m.",
    "fram till", "fram till och med", "ansök till den", "bis", "jusqu au", "até", "tot en met", "t m", "innen",
)  # fmt: skip
# `by` alone is in every text; the day that makes it a bound is a part of the phrase.
_DAYS = (
    *(f"{day}{suffix}" for day in range(1, 32) for suffix in ("", "st", "nd", "rd", "th")),
    *map(str, range(2000, 2050)),
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december",
    "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec",
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "midnight",
)  # fmt: skip
_BY_DAY = tuple(f"by {day}" for day in _DAYS)
# Days from which and until which one may apply stand behind these.
_WINDOW = (
    "application period", "application window", "accepting applications from", "applications between", "accepted between",
    "cover letter, between", "your application between", "ansökningsperiod", "ansökningstid", "ansökningsperioden",
    "ansökningstiden", "application dates", "application is open from", "applications are open from", "ansökan öppen",
    "ansökan är öppen", "bewerbungszeitraum", "período de inscrição", "période de candidature",
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
    "offre expirée", "offre n'est plus disponible", "stelle wurde besetzt", "ya no acepta postulaciones", "oferta caducada",
    "vaga encerrada", "vaga preenchida", "annuncio scaduto", "offerta scaduta", "vacature is vervuld", "vacature is gesloten",
    "oferta wygasła", "oferta nieaktualna", "stillingen er besat", "tjänsten är inte längre tillgänglig",
)  # fmt: skip
_PHRASES = {
    Cue.EQUITY: _EQUITY,
    Cue.POSTED: _POSTED,
    Cue.DEADLINE: _DEADLINE,
    Cue.LOOSE_DEADLINE: _LOOSE_DEADLINE,
    Cue.BOUND: (*_BOUND, *_BY_DAY),
    Cue.WINDOW: _WINDOW,
    Cue.CLOSED: _CLOSED,
}


def cues() -> Iterator[tuple[str, Cue]]:
    """Yield (phrase, what may stand beside it)."""
    # of `US$` folding leaves `us`
    marks = (mark for mark, _ in words() if mark.isalpha() and fold(mark) == mark.lower() and len(mark) > 1)
    yield from ((phrase, Cue.PAY) for phrase in (*_PAY, *_THOUSANDS, *marks))
    for cue, phrases in _PHRASES.items():
        yield from ((phrase, cue) for phrase in phrases)


def names_equity(words: str) -> bool:
    """Return whether the words of a hit name shares, whatever list they are of: `equity package` is a benefit."""
    folded = words.lower()
    return "equity" in folded or folded in _EQUITY
