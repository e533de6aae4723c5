"""Where the work is done: on site, hybrid, remote."""

import re
from collections.abc import Sequence

from schemas.derived import Derived, Origin, WorkMode
from schemas.posting import Posting
from streams.enrich.base import Enricher, Fields
from streams.enrich.glued import Glued
from streams.enrich.modes import languages
from streams.enrich.modes.abroad import stated_abroad
from streams.enrich.modes.answers import agreements, refusals, tags
from streams.enrich.modes.context import is_asked
from streams.enrich.modes.guards import is_not_the_jobs, may_be
from streams.enrich.modes.mixes import choices, freest, mixes, phases
from streams.enrich.modes.options import home_offices, options
from streams.enrich.modes.phrases import A_WEEK, AT_WORK, DAYS
from streams.enrich.modes.places import modes_of_offices, weekly_days_in
from streams.enrich.modes.splits import splits
from streams.enrich.resources import Resources
from streams.enrich.stated import Passage, derived_of, listed, told
from streams.enrich.text import Hit, Hits, Phrases
from streams.enrich.weeks import days_at_home, modes_of_days, modes_of_weeks
from streams.enrich.words import DayWord, HomeWord, ModeWord, OfficeWord, PartWord, WeekWord, joined, led, statements

_ONSITE = (
    "onsite", "on site", "on-site", "in office", "in-office", "office based", "onsite only", "on site only", "local only",
    "no remote", "not remote", "not a remote", "not a remote opportunity", "remote not possible", "no remotes",
    "no telecommuting", "vor ort", "non remote", "non remote only",
)  # fmt: skip
_HYBRID = (
    "hybrid", "hybrid remote", "remote hybrid", "remote work hybrid", "remote work: hybrid", "partially remote",
    "partly remote", "part remote", "partial remote", "partial telecommute", "hybrides",
    *joined(("onsite", "on site", "in office", "remote", "wfh"), ("", "("), DAYS, (*A_WEEK, "day per week", "day a week")),
    *joined(("hybrid",), ("", "–", "(", ","), DAYS, A_WEEK, AT_WORK),
)  # fmt: skip
_REMOTE = (
    "remote", "fully remote", "100% remote", "remote only", "remotely", "telecommute", "telecommuting", "telecommuter",
    "telework", "work from home", "wfh", "home based", "from home", "make money at home", "earn at home",
    "work from anywhere", "zdalnie", "praca zdalna", "télétravail",
)  # fmt: skip
# Trades that hold a mode's word.
_NO_MODE = ("remote sensing", "remote support", "remote monitoring", "remote control", "hybrid cloud", "hybrid vehicles")
_WORDS = ((WorkMode.ONSITE, _ONSITE), (WorkMode.HYBRID, _HYBRID), (WorkMode.REMOTE, _REMOTE), (None, _NO_MODE))
_HEADED: Phrases[WorkMode] = Phrases([*languages.headed(), *((phrase, mode) for mode, phrases in _WORDS for phrase in phrases)])
# In running text people apply in person and from anywhere, too.
_IN_FIELDS = ((WorkMode.ONSITE, ("inperson", "in person")), (WorkMode.REMOTE, ("anywhere",)))
_WORDS_STATED = [(phrase, mode) for mode, phrases in (*_WORDS, *_IN_FIELDS) for phrase in phrases]
_TITLED: Phrases[WorkMode] = Phrases([*languages.headed(), *_WORDS_STATED])
_LABELS: Phrases[WorkMode] = Phrases([*languages.stated(), *_WORDS_STATED])
# Some of the week is neither of two modes, but hybrid.
_PARTLY = re.compile(
    r"\b(?:sometimes|some|days?|weekly|partly|partial|part[- ]time remote|occasional(?:ly)?(?! meet| visit| travel| trip)"
    r"|frequent|optional|mix)\b",
    re.IGNORECASE,
)
# `Hybrid: onsite and remote`
_EXPLAINED = re.compile(r" ?[:(]")
# What the employer only may think about is not offered: the mode before it is.
_DOUBT = re.compile(
    r"\b(?:prefer\w*|maybe|possib\w*|potential\w*|consider\w*|right (?:person|candidate|fit)"
    r"|not available|exception\w*|ok|okay|few)\b",
    re.IGNORECASE,
)
# Who is in the office on some days works on site then.
_OVER = {WorkMode.HYBRID: (WorkMode.ONSITE,)}
_BESIDE = 3
_GLUED = Glued(
    {
        "remote": ModeWord(WorkMode.REMOTE), "hybrid": ModeWord(WorkMode.HYBRID), "onsite": ModeWord(WorkMode.ONSITE),
        "fully remote": ModeWord(WorkMode.REMOTE), "on site": ModeWord(WorkMode.ONSITE), "remote work": ModeWord(WorkMode.REMOTE),
        "work from home": ModeWord(WorkMode.REMOTE), "in person": ModeWord(WorkMode.ONSITE),
        "in office": ModeWord(WorkMode.ONSITE),
    },
    opens="|([:,/%–-\n",
    alone=True,
)  # fmt: skip


def enrich(posting: Posting, resources: Resources) -> Fields:
    """Return the mode that field, places, title, heading or text name; the freest one when what comes first offers several."""
    places = " | ".join(location.raw for location in posting.locations)
    passages = (
        (_LABELS, (posting.stated_work_mode, Origin.FIELD, 1.0)),
        (_TITLED, (places, Origin.FIELD, 0.9)),
        (_TITLED, (posting.title, Origin.TITLE, 0.9)),
        (_HEADED, (listed(posting.description), Origin.TEXT, 0.8)),
    )
    for phrases, passage in passages:
        # a heading is cut, and what makes its last word doubtful may stand behind it
        whole = posting.description if passage[1] is Origin.TEXT else passage[0] or ""
        mode = _offered(phrases, passage, whole, resources)
        if mode and mode.value is WorkMode.REMOTE and passage[0] is not posting.stated_work_mode:
            mode = _corrected(posting.description, mode, resources)
        if mode:
            return {"work_mode": mode}
    return {"work_mode": _told(posting.description, resources)}


def _offered(phrases: Phrases[WorkMode], passage: Passage, whole: str, resources: Resources) -> Derived[WorkMode] | None:
    """Return the mode that a passage, with which `whole` begins, names; of several the freest: of `Onsite or remote` remote."""
    text, origin, confidence = passage
    if not text:
        return None
    # what an employer may think about is no mode of the job, and leaves the one beside it
    hits = [hit for hit in phrases.find(resources.fold(text)) if not may_be(whole, hit)]
    if not hits:
        return None
    if len({hit.payload for hit in hits}) > 1 and (_PARTLY.search(text) or _is_explained(hits, text)):
        return derived_of(Hit(hits[0].start, hits[-1].end, WorkMode.HYBRID), text, origin, confidence)
    return derived_of(hits[0] if _DOUBT.search(text) else freest(hits), text, origin, confidence)


def _is_explained(hits: Sequence[Hit[WorkMode]], text: str) -> bool:
    return any(hit.payload is WorkMode.HYBRID and _EXPLAINED.match(text, hit.end) for hit in hits)


def _corrected(text: str, mode: Derived[WorkMode], resources: Resources) -> Derived[WorkMode]:
    """Return what the text says of remote work that it refuses, or of days at work; else `mode`."""
    named = resources.named(text)
    refused = refusals(named.of_kind(ModeWord), text) if mode.origin is not Origin.FIELD else []
    hits = refused or modes_of_weeks(named.of_kind(WeekWord), text)
    return (told(hits, text, Origin.TEXT, {}) if hits else None) or mode


def _told(text: str, resources: Resources) -> Derived[WorkMode] | None:
    """Return what words state, else days of the week, else glued words, else how one must or may work, and where one must be."""
    named = resources.named(text)
    found, parts = named.of_kind(ModeWord), named.of_kind(PartWord)
    words = [word for word in found if not is_not_the_jobs(text, word)]
    hits = (
        (found and (tags(found, text) or refusals(found, text)))
        or _stated(words, parts, named, text)
        or _GLUED.find(text, resources.fold(text))
        or (words and (phases(words, text) or mixes(words, text) or choices(words, text)))
        or splits([*(word for word in words if word.payload.value is WorkMode.REMOTE), *named.of_kind(HomeWord)], text)
        or modes_of_days(named.of_kind(DayWord), text)
        or (words and led(words, text, is_asked))
        or modes_of_offices(named.of_kind(OfficeWord), text)
        or ((found or parts) and options([*found, *parts], text))
        or home_offices(named.of_kind(HomeWord), text)
    )
    if not hits:
        return None
    # where two contradict each other, a choice between them may be what is meant
    return told(hits, text, Origin.TEXT, _OVER) or told(choices(words, text) or [freest(hits)], text, Origin.TEXT, {})


def _stated(words: Sequence[Hit[ModeWord]], parts: Sequence[Hit[PartWord]], named: Hits, text: str) -> Sequence[Hit[WorkMode]]:
    """Return what words state that stand for themselves; days at work, where none does or remote work is stated with them."""
    weeks = named.of_kind(WeekWord)
    found = named.of_kind(ModeWord)
    if not found and not parts:
        return modes_of_weeks(weeks, text)
    stated = [*statements(words, text), *agreements(found, text), *stated_abroad(found, parts, text)]
    modes = {hit.payload for hit in stated}
    if WorkMode.ONSITE in modes and (days := [hit for hit in modes_of_weeks(weeks, text) if _is_beside(hit, stated)]):
        return days
    if WorkMode.HYBRID in modes:
        return stated
    if WorkMode.ONSITE in modes:
        return [*stated, *days_at_home(weeks, text)]
    return modes_of_weeks(weeks, text) or weekly_days_in(named.of_kind(OfficeWord), text) or stated


def _is_beside(days: Hit[WorkMode], stated: Sequence[Hit[WorkMode]]) -> bool:
    """Return whether the days are those of what stands beside them: `an in-office role three days a week`."""
    onsite = [hit for hit in stated if hit.payload is WorkMode.ONSITE]
    return any(0 < days.start - hit.end <= _BESIDE or hit.start - days.end == 1 for hit in onsite)


ENRICHER = Enricher("work_mode", "11", ("work_mode",), enrich)
