"""The level asked for."""

import re

from schemas.derived import Derived, Origin, Seniority
from schemas.posting import Posting
from streams.enrich.base import Enricher, Fields
from streams.enrich.kinds.interns import stage_in
from streams.enrich.levels import level_words
from streams.enrich.resources import Resources
from streams.enrich.stated import Fold, derived, derived_of, first_agreed
from streams.enrich.text import Hit, Phrases

_CHIEF_OF = (
    "administrative",
    "business",
    "commercial",
    "compliance",
    "customer",
    "data",
    "development",
    "digital",
    "finance",
    "growth",
    "human resources",
    "information security",
    "investment",
    "legal",
    "medical",
    "nursing",
    "revenue",
    "risk",
    "scientific",
    "security",
    "strategy",
)
_TITLES = {
    Seniority.INTERN: (
        "intern", "internship", "trainee", "apprentice", "werkstudent", "co op student", "working student",
    ),
    Seniority.JUNIOR: (
        "junior", "jr", "entry level", "graduate", "new grad", "new graduate", "early career", "new college grad",
        "new college graduate", "associate engineer", "associate developer", "associate software engineer", "młodszy",
    ),
    Seniority.MID: ("mid level", "mid", "midlevel", "intermediate", "medior", "regular", "middle"),
    Seniority.SENIOR: ("senior", "sr", "experienced", "starszy", "expérimenté", "snr"),
    Seniority.LEAD: (
        "lead", "principal", "tech lead", "team lead", "team leader", "staff engineer", "staff software engineer",
        "staff scientist", "staff developer", "staff designer", "teamleiter", "teamleiterin", "distinguished engineer",
    ),
    Seniority.DIRECTOR: (
        "director", "head of", "leiter", "managing director", "executive director", "associate director", "group head",
    ),
    Seniority.EXECUTIVE: (
        "vp", "svp", "evp", "vice president", "cto", "ceo", "cfo", "coo", "cmo", "cio", "ciso", "chief technology officer",
        "chief executive officer", "chief financial officer", "chief operating officer", "chief marketing officer",
        "chief information officer", "chief product officer", "chief people officer",
        *(f"chief {what} officer" for what in _CHIEF_OF),
    ),
}  # fmt: skip
# They hold a level's word and say nothing about the level.
_NOT_A_LEVEL = (
    "lead generation", "lead qualification", "assistant to", "graduate school", "senior living", "senior care",
    "senior citizens", "internal", "reports to", "reporting to", "executive assistant", "school principal", "director s",
    "ceo s", "middle school", "middle east", "middle market", "middle office", "mid market", "mid size", "mid atlantic",
    "regular expressions", "lead gen", "lead the", "lead a", "lead our", "entry mid level", "junior mid", "mid senior",
    "art director", "assistant principal", "vice principal", "assistant vice president", "senior hires", "junior and senior",
    "senior and junior",
)  # fmt: skip
_STATED_ONLY = {
    Seniority.INTERN: ("student",),
    Seniority.JUNIOR: ("entry", "beginner", "entry level", "graduate"),
    Seniority.MID: ("mid", "intermediate", "professional", "medium"),
    Seniority.SENIOR: ("expert", "senior level", "advanced"),
    Seniority.EXECUTIVE: ("executive", "c level"),
}
# LinkedIn's "Mid-Senior level" means either.
_NEITHER = ("mid senior", "mid senior level", "associate", "not applicable")
_ORDER = list(Seniority)
# Who has assistants, and these before him.
_OF_CHIEFS = {Seniority.DIRECTOR, Seniority.EXECUTIVE}
_ASSISTANT = re.compile(
    r"\b(?:assist|asist|asyst|secr[eé]t|sekret)\w*(?:[ /][^|,(–-]{1,20})?"
    r" (?:de(?: la)?|du|del?|do|da|di|van(?: de)?|till|til|der|des|of|to(?: the| our)?|al|au|åt|för)(?: [^|,(–-]{1,15})? $",
    re.IGNORECASE,
)
_LONGEST = 55
_LOWER = {Seniority.JUNIOR, Seniority.MID}
_IN_TITLE: Phrases[Seniority] = Phrases(
    [
        *level_words(),
        *((word, level) for level, words in _TITLES.items() for word in words),
        *((phrase, None) for phrase in _NOT_A_LEVEL),
    ]
)
_IN_FIELD: Phrases[Seniority] = Phrases(
    [*level_words()]
    + [(word, level) for words_of in (_TITLES, _STATED_ONLY) for level, words in words_of.items() for word in words]
    + [(phrase, None) for phrase in _NEITHER]
)


def enrich(posting: Posting, resources: Resources) -> Fields:
    """Return the level that the title names, else the one of the source's field; null where neither names one."""
    titled = _highest(posting.title, resources.fold) or _of_stage(posting)
    return {"seniority": titled or _stated(posting.stated_seniority, resources.fold)}


def _highest(title: str, fold: Fold) -> Derived[Seniority] | None:
    """A senior director is a director, an intern to the CEO an intern; junior or senior, at choice, is no level."""
    found = _IN_TITLE.find(fold(title))
    hits = [hit for hit in found if hit.payload not in _OF_CHIEFS or not _assists(title, hit)] if found else ()
    levels = {hit.payload for hit in hits}
    at_choice = len(levels) > 1 and bool(levels & _LOWER) and Seniority.INTERN not in levels
    if not hits or at_choice:
        return None
    hit = min(hits, key=lambda h: (h.payload is not Seniority.INTERN, -_ORDER.index(h.payload)))
    return derived_of(hit, title, Origin.TITLE, 0.9)


def _of_stage(posting: Posting) -> Derived[Seniority] | None:
    """Return intern for `Stage - Comptable` in a French, Italian or Dutch ad."""
    found = stage_in(posting.title, posting.description)
    return derived(Seniority.INTERN, found["stage"], Origin.TITLE, 0.9) if found else None


def _assists(title: str, hit: Hit[Seniority]) -> bool:
    """Return whether who is sought assists the one who is named: `Asistente del Director`."""
    return _ASSISTANT.search(title, max(0, hit.start - _LONGEST), hit.start) is not None


def _stated(value: str | None, fold: Fold) -> Derived[Seniority] | None:
    _, level = first_agreed([(value, Origin.FIELD, 1.0)], _IN_FIELD, fold)
    return level


ENRICHER = Enricher("seniority", "4", ("seniority",), enrich)
