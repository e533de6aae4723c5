"""Phrases of running text that state where the work is done, and words that do where they stand by themselves."""

from collections.abc import Iterable, Iterator, Mapping

from schemas.derived import WorkMode
from streams.enrich.forms import KIND_NAMES, MODES
from streams.enrich.modes.language_phrases import spoken
from streams.enrich.modes.phrases import (
    A_WEEK,
    ALL_DAYS,
    AT_HOME,
    AT_WORK,
    BETWEEN,
    DAYS,
    HYBRID,
    IS,
    NOUNS,
    ONSITE,
    REMOTE,
    SHARES,
    THEN,
)
from streams.enrich.sentences import remote_areas
from streams.enrich.words import ModeWord, PartWord, beside, joined, labelled

_LABELS = (
    "location:", "location type:", "work location:", "work location type:", "workplace:", "workplace type:", "type:",
    "work type:", "mode:", "work mode:", "setting:", "work setting:", "arrangement:", "work arrangement:", "model:",
    "work model:", "work environment:", "remote status:", "remotely:", "work style:", "working style:", "work setup:",
    "arbetssätt:", "arbetsmodell:", "placering:", "arbetsort:", "arbetsplats:", "tryb pracy:", "format:", "place of work:",
    "remote type:", "working conditions:",
    "work conditions:", "work policy:", "position type:", "workstyle:", "office type:", "remote work:",
)  # fmt: skip
_PLACES_OF_WORK = ("place of work:", "work place:", "location of work:", "work location:", "workplace:", "location:")
# Without a sign behind them they are words of a sentence.
_NO_LABELS = ("location", "type", "format", "model", "mode", "setting")
# Hybrid is a word of trades as well: it has more nouns, and none alone.
_HYBRID_NOUNS = (
    "work", "working", "schedule", "model", "environment", "work environment", "work environments", "work schedule",
    "work model", "working model", "working environment", "way of working", "ways of working", "work culture", "work policy",
    "workplace", "week", "capacity", "fashion", "manner", "way", "basis", "format", "structure", "eligible", "arrangement",
    "set up",
    "setup",
    "setting", "work from home", "work week", "telework", "telework schedule", "remote schedule", "agreement", "policy",
    "mode", "approach", "and flexible working",
    "flexible working", "flexibility", "flexible work environment", "work from home/office", "in office and work from home",
    *joined(("on site", "onsite", "in office", "in person"), ("role", "position", "job")),
)  # fmt: skip
# Whoever works there, works there as a rule.
AT_ONES_HOME = (
    *joined(("from",), ("", "the comfort of"), ("your own home", "their own home", "their own homes")),
    *joined(("from the comfort of",), ("home", "telework", "teleworking", "your home", "your couch")),
)
_ONES_HOME = (
    "from your home",
    "from their home",
    "from his or her home",
    "out of your home",
    "out of their home",
    "out of their homes",
)
# Where the word stands by itself.
_BARE: Mapping[WorkMode, tuple[str, ...]] = {
    WorkMode.REMOTE: (
        "remote", "fully remote", "100% remote", "work from home", "working from home", "work at home", "wfh",
        "remotely", "from home", "telecommuter", "telecommute", "telework", "teleworking", "telecommuting",
        "telecommutes", "teleworks", "home working", "homeworking",
        "home based", "fully distributed", "located anywhere in",
        "based anywhere in", "anywhere in", "anywhere within", "hemmakontoret", *AT_ONES_HOME, *_ONES_HOME,
    ),
    WorkMode.HYBRID: ("hybrid", "part remote"),
    WorkMode.ONSITE: (
        "onsite", "on site", "in person", "in office", "office based", "in the office", "from the office",
        "work from office", "working from office", "wfo", "from our office", "on premises", "on the premises",
        "at the office", "at our office",
        "in our office",
        *joined(("work model:", "work mode:", "work arrangement:", "workplace type:", "working model:"), ("office",
        "the office")),
        "onsite work environment", "on site work environment", "in person work environment",
    ),
}  # fmt: skip
# Before what an employer offers, and does not say of the job.
_MAY_BE = (
    "opportunity for", "opportunities for", "option for", "options for", "potential for", "possibility for", "possibility of",
)  # fmt: skip
# What may be one day, and other people's and other things' mode.
_NOTHING = (
    "reside or work onsite in", "virtual flex’ you’ll work 1-2 days per week on-site", "partly remote work is possible",
    "partially remote work is possible", "partial remote work is possible", "partial remote possible", "option of hybrid work",
    "potential hybrid work", "available for hybrid work", "available for hybrid work from home", "hybrid work options",
    "hybrid work opportunities", "up to 100% remote", "option to be fully remote", "want to be fully remote",
    "if fully remote", "position is remote eligible",
    "role is remote eligible", "position is remote friendly", "role is remote friendly", "not remote friendly",
    "not remote only", "not remote first", "this hybrid role", "some of these positions are hybrid",
    "these positions are expected to be 100% onsite", "some remote work", "some work will be remote",
    "flexibility to work from anywhere", "is work from anywhere", "potential for you to work from anywhere",
    "no hybrid", "not hybrid", "not a hybrid", "no longer hybrid",
    "not an in office role", "do not offer remote only", "does not offer remote only", "not an on site role",
    "not an onsite role", "not an in office position",
)  # fmt: skip


def mode_words() -> Iterator[tuple[str, ModeWord | PartWord | None]]:
    """Yield (phrase, the mode it names); None for what names none, whatever shorter phrase is in it."""
    # what comes later in English counts, where both have a phrase
    yield from spoken()
    for mode, words in _BARE.items():
        yield from ((word, ModeWord(mode, bare=True)) for word in words)
    for mode, phrases in _statements():
        yield from ((phrase, ModeWord(mode)) for phrase in phrases)
    yield from ((phrase, ModeWord(WorkMode.REMOTE, bare=True)) for phrase in remote_areas())
    yield from ((phrase, None) for phrase in joined(_MAY_BE, ("", "a"), ("hybrid",), _HYBRID_NOUNS))
    yield from ((phrase, None) for phrase in joined(_NO_LABELS, ("onsite", "on site", "in person", "in office")))
    yield from ((phrase, None) for phrase in joined(("no", "not a", "not eligible for"), ("hybrid",), (*_HYBRID_NOUNS, *NOUNS)))
    yield from ((phrase, None) for phrase in _NOTHING)


def _statements() -> Iterator[tuple[WorkMode, Iterable[str]]]:
    """Yield (mode, phrases that state it); of two that are the same the later one counts."""
    yield from ((WorkMode.REMOTE, REMOTE), (WorkMode.HYBRID, HYBRID), (WorkMode.ONSITE, ONSITE))
    for mode, forms in MODES.items():
        yield mode, (*labelled(_LABELS, forms), *joined(forms, BETWEEN, NOUNS), *joined(IS, forms))
        yield mode, (*beside(KIND_NAMES, forms), *beside(forms, KIND_NAMES))
    yield (
        WorkMode.REMOTE,
        labelled(_PLACES_OF_WORK, ("home", "at home", "from home", "your home", "your house", "your living room")),
    )
    yield WorkMode.ONSITE, joined(("work", "working"), ("full time", "fulltime", "part time"), MODES[WorkMode.ONSITE])
    yield WorkMode.REMOTE, labelled(("placering:", "arbetsort:", "arbetsplats:"), ("distans", "på distans"))
    yield WorkMode.HYBRID, joined(("hybrid",), _HYBRID_NOUNS)
    yield WorkMode.HYBRID, joined(DAYS, A_WEEK, (*AT_WORK, *AT_HOME))
    yield WorkMode.ONSITE, joined(ALL_DAYS, THEN, AT_WORK)
    yield WorkMode.REMOTE, joined(ALL_DAYS, THEN, AT_HOME)
    for mode, days in ((WorkMode.HYBRID, DAYS), (WorkMode.ONSITE, ALL_DAYS)):
        yield mode, joined(("in office", "in the office", "onsite", "on site"), ("", "at least", "a minimum of"), days, ("days",))
    yield WorkMode.HYBRID, joined(SHARES, (*AT_WORK, *AT_HOME, "home office", "homeoffice"))
    yield WorkMode.ONSITE, joined(("not a",), MODES[WorkMode.REMOTE], BETWEEN, ("", *NOUNS))
