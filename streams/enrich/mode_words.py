"""Phrases of running text that state where the work is done, and words that do where they stand by themselves."""

from collections.abc import Iterator, Mapping

from schemas.derived import WorkMode
from streams.enrich.forms import KIND_NAMES, MODES
from streams.enrich.sentences import remote_areas
from streams.enrich.words import ModeWord, beside, joined, labelled

_LABELS = (
    "location:", "location type:", "work location:", "work location type:", "workplace:", "workplace type:", "type:",
    "work type:", "mode:", "work mode:", "setting:", "work setting:", "arrangement:", "work arrangement:", "model:",
    "work model:", "work environment:", "remote status:", "remotely:", "work style:", "working style:", "work setup:",
    "arbetssätt:", "arbetsmodell:", "tryb pracy:", "format:", "place of work:", "remote type:", "working conditions:",
    "work conditions:", "work policy:", "position type:", "workstyle:", "office type:", "remote work:",
)  # fmt: skip
# Without a sign behind them they are words of a sentence.
_NO_LABELS = ("location", "type", "format", "model", "mode", "setting")
_IS = ("position is", "role is", "job is", "internship is", "positions are", "roles are", "opportunity is", "work is")
_BETWEEN = ("", "based", "work")
_NOUNS = (
    "position", "role", "job", "opportunity", "internship", "work setup", "work set up", "work arrangement", "workplace",
    "work location", "contract", "assignment", "basis", "setting", "work setting",
)  # fmt: skip
# Hybrid is a word of trades as well: it has more nouns, and none alone.
_HYBRID_NOUNS = (
    "work", "working", "schedule", "model", "environment", "work environment", "work environments", "work schedule",
    "work model", "working model", "working environment", "way of working", "ways of working", "work culture", "work policy",
    "workplace", "capacity", "arrangement", "set up", "setup", "setting", "work from home", "work week", "agreement",
    "policy", "mode", "approach",
)  # fmt: skip
DAYS = ("1", "2", "3", "4", "one", "two", "three", "four", "1 2", "2 3", "3 4")
_ALL_DAYS = ("5", "five")
A_WEEK = ("days", "days a week", "days per week", "days/week", "days each week", "days in a week")
# Behind five days a comma may stand; behind fewer, `4 days per week (on site)` is another thing.
_THEN = (*A_WEEK, "days per week,", "days a week,", "days,")
AT_WORK = (
    "in the office", "in office", "on site", "onsite", "at the office", "in person", "at our office", "in our office",
    "from the office", "from our office", "of in office", "of on site", "of onsite", "wfo",
)  # fmt: skip
_SHARES = ("20%", "25%", "30%", "40%", "50%", "60%", "70%", "75%", "80%")
_AT_HOME = ("remote", "remotely", "from home", "at home", "wfh", "work from home")
_SOME_DAYS = ("fridays", "mondays", "wednesdays", "monday and friday")
_SPLIT = ("split between", "split your time between", "divide your time between", "your time between")
_AWAY = ("remote work", "work from home", "working from home", "telework", "teleworking", "telecommuting")
_MORE: Mapping[WorkMode, tuple[str, ...]] = {
    WorkMode.REMOTE: (
        "work remotely from", "working remotely from", "work from anywhere", "working from anywhere",
        "work remotely every day", "work from wherever", "join our team remotely", "position can be remote",
        "role can be remote", "remote summer internship", "work remote and", "full time remote telework",
        "remote first company", "remote worldwide", "#li remote", "#li remote#li", "#remote",
        "work is performed remotely", "role is performed remotely",
        "join our remote", "growing remote team", "100% telecommuting", "100% remotely", "remote only", "fully remote",
        "100% remote", "completely remote", "entirely remote", "remote unpaid", "remote paid", "remote volunteer",
        "volunteer remote", "remote work setup", "will work remotely", "remote workforce", "praca zdalna", "pracy zdalnej",
        "100% zdalnie", "w pełni zdalnie", "på distans 100%",
        "telecommuting position", "telecommute position", "telecommuting role", "telework position", "virtual position",
        "virtual role", "do it all from home", "all the work from home", "from their homes", "100% på distans", "helt på distans",
        "based remotely", "join a remote team", "remote based", "work remotely: yes", "team is fully distributed",
        "vollständig remote", "komplett remote", "100% homeoffice", "100% home office", "tjänsten är på distans",
        "w 100% zdalna", "w 100% zdalnie",
        *joined(("done", "performed", "held", "worked"), ("", "remotely"), ("from anywhere",)), "work anywhere in the",
        "work from any location", "100% work from home", "permanent work from home", "permanent remote",
        "permanently remote", "remote first culture", "location: anywhere", "location: virtual",
        "must have a home office", "have a dedicated home office", "internship is virtual", "position is virtual",
        *joined(("full", "fully", "100%"), ("wfh",)), "full remote", "work anywhere with", "work wherever you",
        *joined(("work from home",), ("career", "career opportunity", "business", "job")),
        "virtual internship", "fully virtual", "entirely virtual", "work from any state", "can be based anywhere",
        *joined(("reside", "live", "based", "work"), ("anywhere in the",), ("us", "u.s.", "united states", "uk", "eu")),
        *joined(("entire team is", "whole team is", "company is"), ("remote", "fully remote", "100% remote", "distributed")),
        "work from anywhere policy", "work remotely wherever", "remote first environment", "remote first team",
        "fully remote company", "100% remote company", "all remote company", "fully distributed company",
        "fully distributed team", "virtual office environment", "home office environment",
        *joined(("work from", "working from"), ("a", "your", "their", "your own", "their own"), ("home office", "home offices")),
        "work from home office", "working from home office", "flexibility to telecommute", "telecommute from anywhere",
    ),
    WorkMode.HYBRID: (
        "#li hybrid", "#li hybrid#li", "#hybrid", "kontors- och distansarbete", "hybrid work", "hybrid remote",
        "partially remote", "partly remote", "days in the office",
        "days in office", "days remote", "days from home", "work from home 1 2 days", "delvis på distans",
        "flexibility to work from home some", "mostly remote", "office hybrid", "designed as 'hybrid",
        "this hybrid role entails", "hybridupplägg", "hybridmodell", "in office a minimum of", "semi remote",
        "part time remote telework", "partially onsite", "hybridarbete", "praca hybrydowa", "hybrydowo", "hybrid modell",
        "hybrid type of work", "work hybrid", "working hybrid", "hybrid med kontor", "kontors och distansarbete",
        "office flexible role", "partially remotely", "partly remotely", "hybridarbetsplats", "hybridkontor", "hybridkontoret",
        *joined(("flexibility for",), ("", "some"), _AWAY),
        *joined(("allows", "allows for", "allowing", "allowing for"), ("some",), _AWAY),
        *joined(("some",), _AWAY, ("", "is"), ("acceptable", "allowed", "permitted")),
        *joined(("work from home", "wfh", "remote", "work remotely"), ("", "on"), _SOME_DAYS),
        *(f"{where} ({number} days" for where in ("in office", "in the office", "onsite", "on site") for number in DAYS),
        *joined(DAYS, ("in office", "office", "remote", "wfh", "work from home", "in person", "onsite"), ("days",)),
        *joined(("wfh", "work from home", "remote"), DAYS, ("days",)), "3/2 hybrid", "hybrid 3/2", "hybrid 2/3", "hybrid 4/1",
        *(f"hybrid{sign}{number} days" for sign in (" ", " - ", ": ", ", ", " (") for number in DAYS),
        "50/50 hybrid", "hybrid 50/50", "hybrid onsite/remote", "onsite/remote hybrid", "hybrid remote/onsite",
        "remote/onsite hybrid",
        "hybrides arbeiten", "hybrydowa", "hybrydowy", "jobbar hybrid", "jobba hybrid", "arbetar hybrid",
        "work from home days", "wfh days", "partial remote", "partial remote schedule",
        *joined(("hybrid",), ("office", "remote", "office/remote", "in office"), ("environment", "schedule", "model")),
        *joined(_SPLIT, ("home", "your home", "working from home"), ("and",), ("office", "the office", "our office", "on site")),
        *joined(_SPLIT, ("office", "the office", "our office"), ("and",), ("home", "your home", "working from home")),
        *joined(("work from home", "work remotely"), ("sometimes", "some days", "part of the week", "part of the time")),
    ),
    WorkMode.ONSITE: (
        *joined(("no", "not", "not eligible for", "not available for", "not offered"), ("remote or hybrid", "hybrid or remote")),
        "no remote", "not a remote", "not remote", "remote is not an option", "must be in office", "work in person at",
        "5 day per week on site", "on site schedule", "not eligible for remote", "unavailable for remote work",
        "not available for remote work", "not have the option to telework", "will be onsite at", "will be on site at",
        "in office ways of working", "primarily onsite", "primarily on site", "primarily in office", "not offered remote",
        "not a remote opportunity", "no remote work", "remote work is not available", "telework is not available",
        "remote work/telework is not available", "remote not ok", "work remotely: no", "work remotelyno",
        "in the office position", "#li onsite", "#li onsite#li",
        "working on site in", "work on site in", "work onsite in", "work onsite at",
        "work on site at", "working onsite at", "working on site at", "based on site in", "based onsite in",
        "based onsite at", "based on site at", "onsite at our", "on site at our", "complete onsite", "fully onsite",
        "fully on site", "100% onsite", "100% on site", "100% in office", "onsite only", "on site only", "in office only",
        "in person only", "requires onsite presence", "requires on site presence", "performed onsite", "performed on site",
        "full time in office", "full time on site", "full time onsite", "full time, office based", "full time, on site",
        "full time, onsite", "on site work is required", "onsite work is required", "on site is required",
        "onsite is required", "be onsite full time", "role is based on site", "located onsite in", "located on site in",
        "working in office", "5 day on site", "5 day onsite", "on site internship", "in person internship", "on site team",
        "remote work is not", "remote is not", "stacjonarnie", "praca stacjonarna", "på plats på kontoret",
        "på plats hos oss", "på plats med oss", "do not offer remote", "does not offer remote", "don't offer remote",
        "remote work not available", "remote not available", "not ready to take on remote", "full in person", "onsite daily",
        "primarily based in the office", "primarily based in our office", "on site daily", "in office daily",
        "performed from office", "performed from the office", "exclusively onsite", "exclusively on site",
        "work from home: no", "no remote workers", "work from our offices in", "work from our office in",
        "full time in the office", "arbeitsort: vor ort", "arbetar på plats", "praca stacjonarna",
        *joined(("hours per week", "hours a week", "hours/week"), ("on site", "onsite", "in office", "in person")),
        "full onsite", "full on site", "fully in person", "fully in office", "strictly onsite", "strictly on site",
        "strictly in office", "strictly in person", "role is based in office", "position is based in office",
        "day 1 onsite", "day one onsite", "onsite from day 1", "onsite from day one", "on site from day one",
        "work on site with our client", "work on site with one of our", "work onsite with one of our",
        *joined(("in office", "in person"), ("company", "startup", "team in")),
        *joined(("is", "are", "be"), ("in the office", "in office"), ("every day", "everyday", "full time")),
        *joined(("no",), ("remote", "work from home", "wfh"), ("option", "options")), "in person work only",
        "onsite w some remote", "onsite with some remote",
        "on site with some remote",
        "in person attendance is required", "on site attendance is required", "regular in person attendance",
        "regular on site attendance", "no telecommuting", "no telework", "telework: no", "telework:\nno", "telework: \nno",
        "telecommuting: no", "remote isn't an option", "remote isn’t an option", "remote work isn't", "remote work isn’t",
        "remotely is not an option", "don't do remote", "don’t do remote", "do not do remote", "don't hire remotely",
        "don’t hire remotely", "not hire remotely", "n't currently hire remotely", "not considering remote", "no remotes",
        "don't have remote", "don’t have remote", "don't offer remote", "don’t offer remote", "#onsite",
    ),
}  # fmt: skip
# Whoever works there, works there as a rule.
AT_ONES_HOME = (
    *joined(("from",), ("", "the comfort of"), ("your own home", "their own home", "their own homes")),
    *joined(("from the comfort of",), ("home", "your home", "your couch")),
)
# Where the word stands by itself.
_BARE: Mapping[WorkMode, tuple[str, ...]] = {
    WorkMode.REMOTE: (
        "remote",
        "fully remote",
        "100% remote",
        "work from home",
        "working from home",
        "work at home",
        "wfh",
        "zdalnie",
        "på distans",
        "remotely",
        "from home",
        "telecommuter",
        "telework",
        "telecommuting",
        "hemifrån",
        "hemmakontoret",
        *AT_ONES_HOME,
    ),
    WorkMode.HYBRID: ("hybrid",),
    WorkMode.ONSITE: (
        "onsite",
        "on site",
        "in person",
        "in office",
        "office based",
        "på plats",
        "in the office",
        "from the office",
        "from our office",
        "at the office",
        "at our office",
        "in our office",
    ),
}
# Before what an employer offers, and does not say of the job.
_MAY_BE = (
    "opportunity for", "opportunities for", "option for", "options for", "potential for", "possibility for", "possibility of",
)  # fmt: skip
# What may be one day, and other people's and other things' mode.
_NOTHING = (
    "reside or work onsite in", "virtual flex’ you’ll work 1-2 days per week on-site", "partly remote work is possible",
    "partially remote work is possible", "partial remote work is possible", "partial remote possible", "option of hybrid work",
    "potential hybrid work", "available for hybrid work",
    "available for hybrid work from home", "hybrid work options", "hybrid work opportunities", "up to 100% remote",
    "to be fully remote", "if fully remote", "position is remote eligible", "role is remote eligible",
    "position is remote friendly", "role is remote friendly", "not remote friendly", "not remote only",
    "this hybrid role", "hybrid role serves",
    "hybrid role involves", "hybrid role combines", "hybrid role combining", "hybrid role that combines",
    "hybrid role with both", "hybrid role between", "hybrid role blending", "hybrid role bridging",
    "some of these positions are hybrid", "these positions are expected to be 100% onsite", "some remote work",
    "some work will be remote",
    "flexibility to work from anywhere", "is work from anywhere", "potential for you to work from anywhere",
    "not an in office role", "do not offer remote only", "does not offer remote only", "not an on site role",
    "not an onsite role", "not an in office position",
)  # fmt: skip


def mode_words() -> Iterator[tuple[str, ModeWord | None]]:
    """Yield (phrase, the mode it names); None for what names none, whatever shorter phrase is in it."""
    for bare, words in ((True, _BARE), (False, _MORE)):
        for mode, phrases in words.items():
            yield from ((phrase, ModeWord(mode, bare)) for phrase in phrases)
    for mode, forms in MODES.items():
        word = ModeWord(mode)
        yield from ((phrase, word) for phrase in labelled(_LABELS, forms))
        yield from ((phrase, word) for phrase in joined(forms, _BETWEEN, _NOUNS))
        yield from ((phrase, word) for phrase in joined(_IS, forms))
        yield from ((phrase, word) for phrase in (*beside(KIND_NAMES, forms), *beside(forms, KIND_NAMES)))
    yield from ((phrase, ModeWord(WorkMode.REMOTE, bare=True)) for phrase in remote_areas())
    at_work = joined(("work", "working"), ("full time", "fulltime", "part time"), MODES[WorkMode.ONSITE])
    yield from ((phrase, ModeWord(WorkMode.ONSITE)) for phrase in at_work)
    yield from ((phrase, ModeWord(WorkMode.HYBRID)) for phrase in joined(("hybrid",), _HYBRID_NOUNS))
    yield from ((phrase, ModeWord(WorkMode.HYBRID)) for phrase in joined(DAYS, A_WEEK, (*AT_WORK, *_AT_HOME)))
    yield from ((phrase, ModeWord(WorkMode.ONSITE)) for phrase in joined(_ALL_DAYS, _THEN, AT_WORK))
    yield from ((phrase, ModeWord(WorkMode.REMOTE)) for phrase in joined(_ALL_DAYS, _THEN, _AT_HOME))
    for mode, days in ((WorkMode.HYBRID, DAYS), (WorkMode.ONSITE, _ALL_DAYS)):
        at_work = joined(("in office", "in the office", "onsite", "on site"), ("", "at least", "a minimum of"), days, ("days",))
        yield from ((phrase, ModeWord(mode)) for phrase in at_work)
    yield from ((phrase, ModeWord(WorkMode.HYBRID)) for phrase in joined(_SHARES, (*AT_WORK, *_AT_HOME)))
    yield from (
        (phrase, ModeWord(WorkMode.ONSITE)) for phrase in joined(("not a",), MODES[WorkMode.REMOTE], _BETWEEN, ("", *_NOUNS))
    )
    yield from ((phrase, None) for phrase in joined(_MAY_BE, ("", "a"), ("hybrid",), _HYBRID_NOUNS))
    yield from ((phrase, None) for phrase in joined(_NO_LABELS, ("onsite", "on site", "in person", "in office")))
    yield from ((phrase, None) for phrase in _NOTHING)
