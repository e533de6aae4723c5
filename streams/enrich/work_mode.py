"""Where the work is done: on site, hybrid, remote."""

from schemas.derived import Origin, WorkMode
from schemas.posting import Posting
from streams.enrich.base import Enricher, Fields
from streams.enrich.mode_words import A_WEEK, AT_WORK, DAYS
from streams.enrich.resources import Resources
from streams.enrich.stated import first_agreed, listed, told
from streams.enrich.text import Phrases
from streams.enrich.words import ModeWord, joined, statements

_ONSITE = (
    "onsite", "on site", "on-site", "in office", "in-office", "office based", "onsite only", "on site only", "local only",
    "no remote", "not remote", "not a remote", "not a remote opportunity", "remote not possible", "no remotes", "vor ort",
)  # fmt: skip
_HYBRID = (
    "hybrid", "hybrid remote", "remote hybrid", "partially remote", "partly remote", "part remote", "hybrides",
    *joined(("hybrid",), ("", "–", "(", ","), DAYS, A_WEEK, AT_WORK),
)  # fmt: skip
_REMOTE = (
    "remote", "fully remote", "100% remote", "remote only", "remotely", "telecommute", "telecommuting", "telework",
    "work from home", "wfh", "home based", "work from anywhere", "zdalnie", "praca zdalna", "télétravail",
)  # fmt: skip
# Trades that hold a mode's word.
_NO_MODE = ("remote sensing", "remote support", "remote monitoring", "remote control", "hybrid cloud", "hybrid vehicles")
_WORDS = ((WorkMode.ONSITE, _ONSITE), (WorkMode.HYBRID, _HYBRID), (WorkMode.REMOTE, _REMOTE), (None, _NO_MODE))
_HEADED: Phrases[WorkMode] = Phrases([(phrase, mode) for mode, phrases in _WORDS for phrase in phrases])
# In running text people apply in person, too.
_IN_PERSON = ((WorkMode.ONSITE, ("inperson", "in person")),)
_LABELS: Phrases[WorkMode] = Phrases([(phrase, mode) for mode, phrases in (*_WORDS, *_IN_PERSON) for phrase in phrases])
# Who is in the office on some days works on site then.
_OVER = {WorkMode.HYBRID: (WorkMode.ONSITE,)}


def enrich(posting: Posting, resources: Resources) -> Fields:
    """Return the mode that field, places, title, heading or text name; null when what comes first names two."""
    places = " | ".join(location.raw for location in posting.locations)
    stated = ((posting.stated_work_mode, Origin.FIELD, 1.0), (places, Origin.FIELD, 0.9))
    found, mode = first_agreed(stated, _LABELS, resources.fold)
    if not found:
        headed = ((posting.title, Origin.TITLE, 0.9), (listed(posting.description), Origin.TEXT, 0.8))
        found, mode = first_agreed(headed, _HEADED, resources.fold)
    if not found:
        words = resources.named(posting.description).of_kind(ModeWord)
        mode = told(statements(words, posting.description), posting.description, Origin.TEXT, _OVER) if words else None
    return {"work_mode": mode}


ENRICHER = Enricher("work_mode", "4", ("work_mode",), enrich)
