"""Where the work is done: on site, hybrid, remote."""

import re

from schemas.derived import Derived, Origin, WorkMode
from schemas.posting import Posting
from streams.enrich.base import Enricher, Fields
from streams.enrich.glued import Glued
from streams.enrich.mode_context import is_asked, refusals
from streams.enrich.mode_words import A_WEEK, AT_WORK, DAYS
from streams.enrich.resources import Resources
from streams.enrich.stated import first_agreed, listed, told
from streams.enrich.text import Phrases
from streams.enrich.weeks import modes_of_weeks
from streams.enrich.words import ModeWord, WeekWord, joined, led, statements

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
_WORDS = ((WorkMode.ONSITE, _ONSITE), (WorkMode.HYBRID, _HYBRID), (WorkMode.REMOTE, _REMOTE), (None, _NO_MODE))
_HEADED: Phrases[WorkMode] = Phrases([(phrase, mode) for mode, phrases in _WORDS for phrase in phrases])
# In running text people apply in person, too.
_IN_PERSON = ((WorkMode.ONSITE, ("inperson", "in person")),)
_LABELS: Phrases[WorkMode] = Phrases([(phrase, mode) for mode, phrases in (*_WORDS, *_IN_PERSON) for phrase in phrases])
# Of `Oslo or remote` neither is the mode.
_OR_REMOTE = re.compile(r"\bor (?:fully |100% )?remote|\bremote or\b", re.IGNORECASE)
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
    """Return the mode that field, places, title, heading or text name; null when what comes first names two."""
    places = " | ".join(location.raw for location in posting.locations)
    passages = (
        (_LABELS, (posting.stated_work_mode, Origin.FIELD, 1.0)),
        (_LABELS, (places, Origin.FIELD, 0.9)),
        (_HEADED, (posting.title, Origin.TITLE, 0.9)),
        (_HEADED, (listed(posting.description), Origin.TEXT, 0.8)),
    )
    for phrases, passage in passages:
        found, mode = first_agreed((passage,), phrases, resources.fold)
        if found and mode and mode.value is WorkMode.REMOTE and mode.origin is not Origin.FIELD:
            mode = _refused(posting.description, resources) or mode
        if found:
            return {"work_mode": None if _OR_REMOTE.search(passage[0] or "") else mode}
    return {"work_mode": _told(posting.description, resources)}


def _refused(text: str, resources: Resources) -> Derived[WorkMode] | None:
    hits = refusals(resources.named(text).of_kind(ModeWord), text)
    return told(hits, text, Origin.TEXT, {}) if hits else None


def _told(text: str, resources: Resources) -> Derived[WorkMode] | None:
    """Return what words state that stand for themselves, else glued ones, else days of the week, else how one must work."""
    named = resources.named(text)
    words = named.of_kind(ModeWord)
    hits = (
        refusals(words, text)
        or statements(words, text)
        or _GLUED.find(text, resources.fold(text))
        or modes_of_weeks(named.of_kind(WeekWord), text)
        or (led(words, text, is_asked) if words else ())
    )
    return told(hits, text, Origin.TEXT, _OVER) if hits else None


ENRICHER = Enricher("work_mode", "6", ("work_mode",), enrich)
