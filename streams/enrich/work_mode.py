"""Where the work is done: on site, hybrid, remote."""

import re
from collections.abc import Sequence

from schemas.derived import Derived, Origin, WorkMode
from schemas.posting import Posting
from streams.enrich.base import Enricher, Fields
from streams.enrich.glued import Glued
from streams.enrich.mode_context import is_asked
from streams.enrich.mode_guards import is_not_the_jobs, refusals, tags
from streams.enrich.mode_mixes import choices, freest, mixes
from streams.enrich.mode_places import modes_of_offices
from streams.enrich.mode_words import A_WEEK, AT_WORK, DAYS
from streams.enrich.resources import Resources
from streams.enrich.stated import Passage, derived_of, listed, told
from streams.enrich.text import Hit, Hits, Phrases
from streams.enrich.weeks import modes_of_days, modes_of_weeks
from streams.enrich.words import DayWord, ModeWord, OfficeWord, WeekWord, joined, led, statements

_ONSITE = (
    "onsite", "on site", "on-site", "in office", "in-office", "office based", "onsite only", "on site only", "local only",
    "no remote", "not remote", "not a remote", "not a remote opportunity", "remote not possible", "no remotes",
    "no telecommuting", "vor ort",
)  # fmt: skip
_HYBRID = (
    "hybrid", "hybrid remote", "remote hybrid", "remote work hybrid", "remote work: hybrid", "partially remote",
    "partly remote", "part remote", "hybrides",
    *joined(("hybrid",), ("", "–", "(", ","), DAYS, A_WEEK, AT_WORK),
)  # fmt: skip
_REMOTE = (
    "remote", "fully remote", "100% remote", "remote only", "remotely", "telecommute", "telecommuting", "telecommuter",
    "telework", "work from home", "wfh", "home based", "work from anywhere", "zdalnie", "praca zdalna", "télétravail",
)  # fmt: skip
# Trades that hold a mode's word.
_NO_MODE = ("remote sensing", "remote support", "remote monitoring", "remote control", "hybrid cloud", "hybrid vehicles")
# What an employer may think about is no mode of the job, and leaves the one beside it.
_MAY_BE = (
    *joined(("remote", "wfh"), ("", "is", "work", "work is", "also"), ("ok", "okay", "fine", "possible", "considered")),
    *joined(("some", "potential", "possible", "potentially", "open to"), ("remote", "wfh", "work from home")),
    "remote conceivable", "remote friendly", "remote potential", "remote optional", "remote welcome", "remote negotiable",
    "remote eligible",
    "remote options available",
)  # fmt: skip
_WORDS = ((WorkMode.ONSITE, _ONSITE), (WorkMode.HYBRID, _HYBRID), (WorkMode.REMOTE, _REMOTE), (None, _NO_MODE))
_HEADED: Phrases[WorkMode] = Phrases([(phrase, mode) for mode, phrases in (*_WORDS, (None, _MAY_BE)) for phrase in phrases])
# In running text people apply in person, too.
_IN_PERSON = ((WorkMode.ONSITE, ("inperson", "in person")),)
_LABELS: Phrases[WorkMode] = Phrases([(phrase, mode) for mode, phrases in (*_WORDS, *_IN_PERSON) for phrase in phrases])
# Some of the week is neither of two modes, but hybrid.
_PARTLY = re.compile(
    r"\b(?:sometimes|some|days?|weekly|partly|partial|part[- ]time remote|occasional(?:ly)?|frequent|optional|mix)\b",
    re.IGNORECASE,
)
# What the employer only may think about is not offered: the mode before it is.
_DOUBT = re.compile(
    r"\b(?:prefer\w*|maybe|possib\w*|potential\w*|consider\w*|right (?:person|candidate|fit)"
    r"|not available|exception\w*|ok|okay|few)\b",
    re.IGNORECASE,
)
# Who is in the office on some days works on site then.
_OVER = {WorkMode.HYBRID: (WorkMode.ONSITE,)}
_GLUED = Glued(
    {
        "remote": ModeWord(WorkMode.REMOTE), "hybrid": ModeWord(WorkMode.HYBRID), "onsite": ModeWord(WorkMode.ONSITE),
        "on site": ModeWord(WorkMode.ONSITE), "in person": ModeWord(WorkMode.ONSITE), "in office": ModeWord(WorkMode.ONSITE),
    },
    opens="|([:,/%–-\n",
    alone=True,
)  # fmt: skip


def enrich(posting: Posting, resources: Resources) -> Fields:
    """Return the mode that field, places, title, heading or text name; the freest one when what comes first offers several."""
    places = " | ".join(location.raw for location in posting.locations)
    passages = (
        (_LABELS, (posting.stated_work_mode, Origin.FIELD, 1.0)),
        (_LABELS, (places, Origin.FIELD, 0.9)),
        (_HEADED, (posting.title, Origin.TITLE, 0.9)),
        (_HEADED, (listed(posting.description), Origin.TEXT, 0.8)),
    )
    for phrases, passage in passages:
        mode = _offered(phrases, passage, resources)
        if mode and mode.value is WorkMode.REMOTE and passage[0] is not posting.stated_work_mode:
            mode = _corrected(posting.description, mode, resources)
        if mode:
            return {"work_mode": mode}
    return {"work_mode": _told(posting.description, resources)}


def _offered(phrases: Phrases[WorkMode], passage: Passage, resources: Resources) -> Derived[WorkMode] | None:
    """Return the mode that a passage names, of several the freest that is offered: of `Onsite or remote` remote."""
    text, origin, confidence = passage
    hits = phrases.find(resources.fold(text)) if text else []
    if not text or not hits:
        return None
    if len({hit.payload for hit in hits}) > 1 and _PARTLY.search(text):
        return derived_of(Hit(hits[0].start, hits[-1].end, WorkMode.HYBRID), text, origin, confidence)
    return derived_of(hits[0] if _DOUBT.search(text) else freest(hits), text, origin, confidence)


def _corrected(text: str, mode: Derived[WorkMode], resources: Resources) -> Derived[WorkMode]:
    """Return what the text says of remote work that it refuses, or of days at work; else `mode`."""
    named = resources.named(text)
    refused = refusals(named.of_kind(ModeWord), text) if mode.origin is not Origin.FIELD else []
    hits = refused or modes_of_weeks(named.of_kind(WeekWord), text)
    return (told(hits, text, Origin.TEXT, {}) if hits else None) or mode


def _told(text: str, resources: Resources) -> Derived[WorkMode] | None:
    """Return what words state, else days of the week, else glued words, else how one must or may work, and where one must be."""
    named = resources.named(text)
    found = named.of_kind(ModeWord)
    words = [word for word in found if not is_not_the_jobs(text, word)]
    hits = (
        (found and (tags(found, text) or refusals(found, text)))
        or _stated(words, named, text)
        or _GLUED.find(text, resources.fold(text))
        or (words and (choices(words, text) or mixes(words, text)))
        or modes_of_days(named.of_kind(DayWord), text)
        or (words and led(words, text, is_asked))
        or modes_of_offices(named.of_kind(OfficeWord), text)
    )
    if not hits:
        return None
    # where two contradict each other, a choice between them may be what is meant
    return told(hits, text, Origin.TEXT, _OVER) or told(choices(words, text) or [freest(hits)], text, Origin.TEXT, {})


def _stated(words: Sequence[Hit[ModeWord]], named: Hits, text: str) -> Sequence[Hit[WorkMode]]:
    """Return what words state that stand for themselves; days at work, where none does or remote work is stated with them."""
    stated = statements(words, text) if words else []
    if any(hit.payload is not WorkMode.REMOTE for hit in stated):
        return stated
    return modes_of_weeks(named.of_kind(WeekWord), text) or stated


ENRICHER = Enricher("work_mode", "7", ("work_mode",), enrich)
