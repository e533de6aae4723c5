"""The kind of contract."""

import re
from itertools import permutations

from schemas.derived import Derived, EmploymentType, Origin
from schemas.posting import Posting
from streams.enrich.base import Enricher, Fields
from streams.enrich.glued import Glued
from streams.enrich.kinds import languages
from streams.enrich.kinds.context import HOURS, is_of_this_job, is_sought, without_later
from streams.enrich.kinds.interns import interns_sought, stage_in, without_tags
from streams.enrich.kinds.marks import amharic, marked
from streams.enrich.kinds.shares import share_in_title, share_of_week
from streams.enrich.kinds.terms import limited_time
from streams.enrich.kinds.words import glued_words
from streams.enrich.resources import Resources
from streams.enrich.stated import derived, derived_of, first_agreed, listed, told
from streams.enrich.text import Phrases
from streams.enrich.words import InternWord, KindWord, beside, joined, led, statements

_WORDS = {
    EmploymentType.FULL_TIME: (
        "full time", "fulltime", "vollzeit", "temps plein", "tiempo completo", "pełny etat", "heltid",
        "fulltime permanent", "full time employee", "full time permanent",
    ),
    EmploymentType.PART_TIME: ("part time", "parttime", "teilzeit", "temps partiel", "media jornada", "deltid"),
    EmploymentType.CONTRACT: (
        "contract", "contractor", "contractors", "freelance", "freelancer", "freelancers", "consultancy", "b2b", "1099",
        "c2c",
    ),
    EmploymentType.TEMPORARY: (
        "temporary", "temp", "seasonal", "fixed term", "fixed term contract", "befristet", "interim", "temporary contract",
    ),
    EmploymentType.INTERNSHIP: (
        "intern", "interns", "internship", "internships", "trainee", "werkstudent", "co op", "stage",
    ),
    EmploymentType.VOLUNTEER: ("volunteer", "volunteers", "volunteering", "voluntary", "unpaid volunteer"),
}  # fmt: skip
# In titles and headings a word that is also part of trades and companies says nothing; "contractor" is mostly the employer.
_FIELD_ONLY = frozenset(
    {
        "contract", "contractor", "contractors", "temp", "stage", "consultancy", "voluntary", "interim", "trainee", "b2b",
        "volunteer", "volunteers",
    }
)  # fmt: skip
# What a board lists beside the time is how the work may be paid: by a contract only it is one, else only the time is known.
_BY_CONTRACT, _FOR_GOOD = ("b2b", "mandate contract"), "permanent"
_LISTED = [
    (", ".join((time, *kinds)), of_time if _FOR_GOOD in kinds else EmploymentType.CONTRACT)
    for time, of_time in (("full time", EmploymentType.FULL_TIME), ("part time", EmploymentType.PART_TIME))
    for count in (1, 2, 3)
    for kinds in permutations((*_BY_CONTRACT, _FOR_GOOD), count)
]
_CONTRACTS = ("contract", "contractor", "freelance", "b2b")
_TIMES = ("full time", "fulltime", "part time")
# Of `contract or full time` neither is what the work is.
_OR = (" or ", "/", " / ", ", ", " & ", " and ")
_EITHER = (*beside(_CONTRACTS, _TIMES, _OR), *beside(_TIMES, _CONTRACTS, _OR))
# Nor of work to which interns may come as well.
_ALSO = tuple(
    joined(
        ("intern", "interns", "internship", "internships"),
        ("ok", "accepted", "welcome", "also welcome", "considered", "possible"),
    )
)
_BOTH = (*beside(("full",), ("part time",), _OR), *beside(("part",), ("full time",), _OR))
_STATED: Phrases[EmploymentType] = Phrases(
    [
        *languages.stated(),
        *((word, kind) for kind, words in _WORDS.items() for word in words),
        *_LISTED,
        *((phrase, None) for phrase in _BOTH),
    ]
)
_BOTH_OR_INTERNS = (*_BOTH, *beside(_BOTH, ("intern", "interns", "internship"), _OR))
# Who is called when there is work takes part of the week.
_ON_CALL = ("prn", "per diem")
_HEADED: Phrases[EmploymentType] = Phrases(
    [*languages.titled()]
    + [(word, kind) for kind, words in _WORDS.items() for word in words if word not in _FIELD_ONLY]
    + [
        (phrase, EmploymentType.CONTRACT)
        for phrase in ("contract position", "contract role", "contract only", "contract to hire")
    ]
    + [(phrase, EmploymentType.PART_TIME) for phrase in _ON_CALL]
    + [(phrase, None) for phrase in (*_EITHER, *_ALSO, *beside(("ft", "pt"), _ON_CALL, _OR), *_BOTH_OR_INTERNS)]
)
_SHARE_CONFIDENCE = 0.6
_MARK_CONFIDENCE = 0.7
_TERM_CONFIDENCE = 0.5
# An internship may be full time, and so may a contract; for a time or for good is another question than how much of the week.
_OVER = {
    EmploymentType.FULL_TIME: (EmploymentType.TEMPORARY,),
    EmploymentType.PART_TIME: (EmploymentType.TEMPORARY,),
    EmploymentType.CONTRACT: HOURS,
    EmploymentType.TEMPORARY: (EmploymentType.CONTRACT,),
    EmploymentType.INTERNSHIP: (*HOURS, EmploymentType.CONTRACT, EmploymentType.TEMPORARY),
    EmploymentType.VOLUNTEER: (*HOURS, EmploymentType.INTERNSHIP),
}
# `intern, full-time` of a system; of tags as `INTERN, FULL TIME` and `Interns, Full Time` it may be one of two.
_AND_TIME = re.compile(r"(?<![sS]), [a-z -]+")
# Of `interns, full time` either may be meant.
_BEHIND_INTERN = re.compile(r"(?<![sS])(?: |- )(?!and\b|or\b)[(\w–-]")
# Of `full-time painter, intern` too.
_APART = re.compile(r"[,;/|&+()]|\b(?:and|or)\b", re.IGNORECASE)
# What lasts for a time as well.
_NO_WORK = re.compile(r"\b(?:thesis|examensarbete|exjobb|workshop|seminar|course|scholarship|grants?|awards?)\b", re.IGNORECASE)
_GLUED = Glued(glued_words())


def enrich(posting: Posting, resources: Resources) -> Fields:
    """Return the kind that field, title, heading or text name; null when what comes first names two."""
    found, kind = _stated(_spaced(posting.stated_employment_type), resources)
    if not found:
        found, kind = _headed(posting, resources)
        if found and kind is None:
            kind = _of_intern(posting.title, resources) or _for_a_time(posting.title, _HEADED, resources)
    if not found:
        kind = (
            _told(posting.title, Origin.TITLE, resources)
            or _marked(posting.title, Origin.TITLE)
            or _marked(listed(posting.description), Origin.TEXT)
            or _titled(posting)
            or _told(posting.description, Origin.TEXT, resources)
            or _of_share(share_of_week(posting.description), Origin.TEXT)
            or _of_term(posting, resources)
        )
    return {"employment_type": kind}


def _stated(value: str | None, resources: Resources) -> tuple[bool, Derived[EmploymentType] | None]:
    """Return whether the field names a kind, and which; of an internship or work for a time it may say how much of the week."""
    found, kind = first_agreed([(value, Origin.FIELD, 1.0)], _STATED, resources.fold)
    if not found or kind or not value:
        return found, kind
    first, *others = _STATED.find(resources.fold(value))
    if first.payload is EmploymentType.INTERNSHIP and _AND_TIME.fullmatch(value, first.end) and len(others) == 1:
        return True, derived_of(first, value, Origin.FIELD, 1.0)
    return True, _for_a_time(value, _STATED, resources, Origin.FIELD)


def _for_a_time(
    text: str, phrases: Phrases[EmploymentType], resources: Resources, origin: Origin = Origin.TITLE
) -> Derived[EmploymentType] | None:
    """Return the time of `Vikariat, heltid`: for how long is another question than how much of the week."""
    hits = phrases.find(resources.fold(text))
    kinds, time = {hit.payload for hit in hits}, next((hit for hit in hits if hit.payload in HOURS), None)
    of_both = time is not None and kinds == {EmploymentType.TEMPORARY, time.payload}
    return derived_of(time, text, origin, 0.9) if time and of_both else None


def _titled(posting: Posting) -> Derived[EmploymentType] | None:
    """Return the kind of `Stage - Comptable` in a French ad, and of `Pflegefachfrau 60 %`."""
    stage = stage_in(posting.title, posting.description)
    if stage:
        return derived(EmploymentType.INTERNSHIP, stage["stage"], Origin.TITLE, 0.9)
    return _of_share(share_in_title(posting.title), Origin.TITLE)


def _headed(posting: Posting, resources: Resources) -> tuple[bool, Derived[EmploymentType] | None]:
    """Return whether title or heading name a kind, and which; an internship only where more than a tag says so."""
    headings = [(posting.title, Origin.TITLE, 0.9), (listed(posting.description), Origin.TEXT, 0.8)]
    found, kind = first_agreed(headings, _HEADED, resources.fold)
    if found and kind is None:
        headings = [(without_later(heading), origin, confidence) for heading, origin, confidence in headings]
        found, kind = first_agreed(headings, _HEADED, resources.fold)
    if kind is None or kind.value is not EmploymentType.INTERNSHIP:
        return found, kind
    untagged = [(without_tags(heading), origin, confidence) for heading, origin, confidence in headings]
    return first_agreed(untagged, _HEADED, resources.fold)


def _of_intern(title: str, resources: Resources) -> Derived[EmploymentType] | None:
    """Return the kind of `Software Intern (full-time)` and `Part-time Intern`: an internship, whatever time it takes."""
    hits = _HEADED.find(resources.fold(title))
    interns, times = ([hit for hit in hits if (hit.payload in HOURS) is of_the_week] for of_the_week in (False, True))
    if len(interns) != 1 or not times or interns[0].payload is not EmploymentType.INTERNSHIP:
        return None
    [intern] = interns
    if intern is hits[0]:
        sought = _BEHIND_INTERN.match(title, intern.end) is not None
    else:
        sought = intern is hits[-1] and _APART.search(title, hits[-2].end, intern.start) is None
    return derived_of(intern, title, Origin.TITLE, 0.9) if sought else None


def _told(text: str, origin: Origin, resources: Resources) -> Derived[EmploymentType] | None:
    """Return what words state that stand for themselves, else those glued to others, else those for whom somebody is sought."""
    named = resources.named(text)
    words = named.of_kind(KindWord)
    hits = [hit for hit in statements(words, text) if is_of_this_job(text, hit)] if words else ()
    hits = hits or [hit for hit in _GLUED.find(text, resources.fold(text)) if is_of_this_job(text, hit)]
    hits = hits or (led(words, text, is_sought) if words else ()) or interns_sought(named.of_kind(InternWord), text)
    return told(hits, text, origin, _OVER) if hits else None


def _marked(heading: str, origin: Origin) -> Derived[EmploymentType] | None:
    found = marked(heading)
    return derived(*found, origin, _MARK_CONFIDENCE) if found else None


def _of_share(found: re.Match[str] | None, origin: Origin) -> Derived[EmploymentType] | None:
    """Return the kind of `Ladenleiter 100%`: Swiss titles end with how much of the week the job takes."""
    if found is None:
        return None
    kind = EmploymentType.FULL_TIME if found[1].startswith("100") else EmploymentType.PART_TIME
    return derived(kind, found[1], origin, _SHARE_CONFIDENCE)


def _of_term(posting: Posting, resources: Resources) -> Derived[EmploymentType] | None:
    """Return the kind that only Amharic words or how long the work lasts tell: `Duration: 6 months`."""
    text = posting.description
    found = amharic(text) or limited_time(text, resources.fold(text))
    return derived(*found, Origin.TEXT, _TERM_CONFIDENCE) if found and not _NO_WORK.search(posting.title) else None


def _spaced(value: str | None) -> str | None:
    """`FullTime` and `full_time` are two words; both stay as long as they are."""
    return value.replace("_", " ").replace("FullTime", "Fulltime").replace("PartTime", "Parttime") if value else None


ENRICHER = Enricher("employment_type", "9", ("employment_type",), enrich)
