"""Phrases of running text that state where the work is done, whatever stands around them, and the parts that they are made of."""

from streams.enrich.words import joined

IS = (
    *joined(("position", "role", "job", "internship", "opportunity", "work", "program"), ("is", "will be", "would be")),
    "positions are", "roles are",
)  # fmt: skip
_DEGREES = (
    "full", "permanent", "fully", "100%", "100 percent", "completely", "entirely", "exclusively", "strictly", "permanently",
    "purely", "solely",
    "totally",
)  # fmt: skip
_AWAY_FROM_WORK = (
    "remote",
    "remotely",
    "virtual",
    "wfh",
    "work from home",
    "telecommute",
    "telecommuting",
    "telework",
    "home based",
)
_AT_THE_OFFICE = ("onsite", "on site", "in office", "in person", "office based")
_VIRTUAL = ("virtual", *joined(_DEGREES, ("virtual",)))
BETWEEN = ("", "based", "work")
NOUNS = (
    "position", "role", "job", "opportunity", "internship", "work setup", "work set up", "work arrangement", "workplace",
    "work location", "contract", "assignment", "basis", "setting", "work setting",
)  # fmt: skip
DAYS = ("1", "2", "3", "4", "one", "two", "three", "four", "1 2", "2 3", "3 4")
ALL_DAYS = ("5", "five")
A_WEEK = ("days", "days a week", "days per week", "days/week", "days each week", "days in a week")
# Behind five days a comma may stand; behind fewer, `4 days per week (on site)` is another thing.
THEN = (*A_WEEK, "days per week,", "days a week,", "days,")
AT_WORK = (
    "in the office", "in office", "on site", "onsite", "at the office", "in person", "at our office", "in our office",
    "from the office", "from our office", "of in office", "of on site", "of onsite", "wfo",
)  # fmt: skip
SHARES = ("20%", "25%", "30%", "40%", "50%", "60%", "70%", "75%", "80%")
AT_HOME = ("remote", "remotely", "from home", "at home", "wfh", "work from home")
_SOME_DAYS = ("fridays", "mondays", "wednesdays", "monday and friday")
_SPLIT = ("split between", "split time between", "split your time between", "divide your time between", "your time between")
_HOMES = ("home", "your home", "working from home", "work from home", "telecommuting")
_AWAY = ("remote work", "work from home", "working from home", "telework", "teleworking", "telecommuting")
# What one needs at home.
_QUIET = ("quiet", "dedicated", "private", "secure", "suitable", "distraction free", "functional")
_SPACES = (
    "home office", "home office space", "home workspace", "home work space", "workspace at home", "work space at home",
    "space at home", "office space at home", "workspace in your home", "work space in your home", "space in your home",
    "home work environment",
)  # fmt: skip
REMOTE = (
    "from a home office", "work out of their homes",
    "work where you like", "work where you want", "work where you live", "with no central office",
    "with no physical office", "work out of their home", "work out of your home", "trybie zdalnym", "tryb pracy: zdalny",
    "tryb zdalny", "100% zdalna",
    "pełni zdalna", *joined(("days in office:", "in office days:", "onsite days:", "office days:"), ("0", "none",
    "zero")), "don't have an office", "don’t have an office", "do not have an office", "have no office",
    "have no offices", "have no physical office",
    "have no central office", "have no headquarters", "no physical offices", "remotely 100%", "remote 100%",
    *joined(("from",), ("your", "your own"), ("desk at home", "kitchen table", "living room", "couch", "sofa", "house",
    "spare room")),
    "virtual company", "virtual organization", "location: home", "work from home positions", "work from home jobs",
    "work from home opportunities", "work remotely from", "working remotely from", "work from anywhere",
    "working from anywhere", "work remotely every day", "work from wherever", "join our team remotely",
    "remote summer internship", "work remote and", "full time remote telework", "remote first company", "remote worldwide",
    "#li remote", "#li remote#li", "#remote", "remote unpaid", "remote paid", "remote volunteer", "volunteer remote",
    "remote work setup", "remote workforce", "praca zdalna", "100% zdalnie", "w pełni zdalnie",
    "på distans 100%", "telecommuting position", "telecommute position", "telecommuting role", "telework position",
    "virtual position", "virtual role", "do it all from home", "all the work from home", "from their homes",
    "100% på distans", "helt på distans", "based remotely", "remote based", "vollständig remote", "komplett remote",
    "100% homeoffice", "100% home office", "tjänsten är på distans", "w 100% zdalna", "w 100% zdalnie",
    "work anywhere in the", "work from any location", "remote first culture", "location: anywhere", "location: virtual",
    "have a dedicated home office", "work anywhere with", "work wherever you", "virtual internship", "tele commuting",
    "telecommuting to", "work from any state", "can be based anywhere", "work from anywhere policy", "work remotely wherever",
    "remote first environment", "remote first team", "fully remote company", "100% remote company", "all remote company",
    "fully distributed company", "fully distributed team", "virtual office environment", "home office environment",
    "work from home office", "working from home office", "flexibility to telecommute", "telecommute from anywhere",
    *joined(("all", "both"), ("positions", "roles", "jobs"), ("remote", "fully remote", "100% remote")),
    *joined(_DEGREES, _AWAY_FROM_WORK),
    *joined(_AWAY_FROM_WORK, ("only",)),
    *joined(("done", "performed", "held", "worked", "carried out"), ("", "remotely"), ("from anywhere",)),
    *joined(("work from home",), ("career", "career opportunity", "business", "job")),
    *joined(("positions", "roles", "jobs"), ("can be",), ("remote", "fully remote")),
    *joined(
        ("flexible",),
        ("wfh", "work from home", "remote", "remote work", "remote working", "telework", "telecommuting"),
        ("policy", "policies", "schedule", "schedules", "options", "environment", "hours", "arrangement", "arrangements"),
    ),
    *joined(("remote first",), ("employer", "organization", "organisation", "startup", "workplace", "role", "position", "job")),
    *joined(("work from where", "works from where", "work where"), ("we live", "you live", "they live", "you are")),
    *joined(("join", "joining"), ("our", "a", "our fully", "a fully"), ("remote team", "remote company")),
    *joined(("home office",), ("based", "based role", "based position")),
    *joined(("must have", "have"), ("", "a", "your own"), ("home office",)),
    *joined(("reside", "live", "based", "work"), ("anywhere in the",), ("us", "u.s.", "united states", "uk", "eu")),
    *joined(("entire team is", "whole team is", "company is"), ("distributed",)),
    *joined(IS, _VIRTUAL),
    *joined(_DEGREES, ("from home", "from your home", "from anywhere")),
    *joined(("performed", "done", "worked", "carried out"), ("from any location", "from any state", "from home")),
    *joined(("requires", "need", "must maintain"), ("a", "a dedicated", "an adequate"), ("home office",)),
    *joined(("home office with",), ("high speed", "reliable", "a reliable", "fast", "broadband", "internet")),
    *joined(
        ("position", "role", "job", "internship", "work", "apprenticeship"),
        ("is", "will be", "can be"),
        ("done", "performed", "conducted", "completed", "held", "carried out"),
        ("virtually",),
    ),
    *joined(("position", "role", "internship"), ("takes place", "will take place"), ("virtually", "remotely", "online")),
    "with no offices", "your home is your office", "work from any us state", "work from any u.s. state",
    *joined(("works", "working"), ("virtually from",)), "our team works virtually", "we all work virtually",
    "virtual employee", "virtual work from home",
    *joined(
        ("as a",),
        ("", "fully", "100%", "completely"),
        ("remote",),
        ("team", "company", "organization", "employee", "worker"),
    ),
    *joined(_QUIET, _SPACES),
    *joined(("work from", "working from"), ("a", "your", "their", "your own", "their own"), ("home office", "home offices")),
)  # fmt: skip
HYBRID = (
    "half remote", "50/50 remote", "10% remote", "90% remote", "90% remotely", "work at home days", "home office days",
    "#li hybrid", "#li hybrid#li", "#hybrid", "kontors- och distansarbete", "hybrid work",
    "hybrid remote", "partially remote", "partly remote", "days in the office", "days in office", "days remote",
    "days from home", "work from home 1 2 days", "delvis på distans", "flexibility to work from home some", "mostly remote",
    "office hybrid", "hybrid office/remote", "hybrid onsite", "hybrid on site", "with some home working",
    "with some homeworking", "with some working from home",
    "hybrid from day one", "hybrid from day 1", "wfo 2 days", "wfo 3 days", "wfo 4 days", "designed as 'hybrid",
    "this hybrid role entails", "hybridupplägg", "i hybridform",
    *joined(("på kontoret och",), ("hemifrån", "på distans", "hemma")), *joined(("hemifrån och",
    "på distans och"), ("på kontoret", "på plats")),
    *joined(("på plats", "på kontoret"), ("", "minst", "ca"), SHARES), "delvis hemifrån", "delvis distans", "delvis remote",
    "delvis på plats",
    "hybridmodell", "in office a minimum of", "semi remote", "part time remote telework", "partially onsite", "hybridarbete",
    "praca hybrydowa", "hybrydowo", "trybie hybrydowym", "modelu hybrydowym",
    "tryb hybrydowy", "tryb pracy: hybrydowy", "hybrid arbetsmodell",
    *joined(("days in office:", "in office days:", "onsite days:", "office days:"), ("1", "2", "3", "4")), "hybrid modell",
    "hybrid type of work", "work hybrid", "works hybrid", "working hybrid",
    "hybrid med kontor", "kontors och distansarbete", "office flexible role", "partially remotely", "partly remotely",
    "hybridarbetsplats", "hybridkontor", "hybridkontoret", "partly onsite, partly remote",
    "partially onsite, partially remote", "part remote, part office", "part remote, part in office", "optional remote day",
    "remote day each week", "remote day every week", "3/2 hybrid", "hybrid 3/2", "hybrid 2/3", "hybrid 4/1", "50/50 hybrid",
    "hybrid 50/50", "hybrid onsite/remote", "onsite/remote hybrid", "hybrid remote/onsite", "remote/onsite hybrid",
    "hybrides arbeiten", "hybrid arbeiten", "hybrides arbeitsmodell", "hybriden arbeitsmodell", "hybride arbeitsmodelle",
    *joined(
        ("this hybrid role", "this hybrid position"),
        ("is based", "is located", "will be based", "offers", "allows", "includes remote", "requires in office",
        "requires onsite", "requires on site"),
    ), "hybrydowa", "hybrydowy", "jobbar hybrid", "jobba hybrid", "arbetar hybrid", "work from home days",
    "wfh days", "partial remote", "partial remote schedule",
    *joined(DAYS, ("day",), ("in office", "onsite", "on site", "office"), ("policy", "schedule", "model", "requirement")),
    *joined(("flexibility for",), ("", "some"), _AWAY),
    *joined(("allows", "allows for", "allowing", "allowing for"), ("some",), _AWAY),
    *joined(("some", "limited", "partial"), _AWAY, ("", "is"), ("acceptable", "allowed", "permitted", "available", "offered")),
    *joined(("some", "limited", "partial"), _AWAY, ("flexibility", "days", "time")),
    *joined(("semi remote", "part remote", "partial remote"), NOUNS),
    *joined(
        ("mix", "mixture", "blend", "combination"),
        ("of home and office", "of office and home"),
        ("", "based"),
        ("work", "working"),
    ),
    *joined(("work from home", "wfh", "remote", "work remotely"), ("", "on"), _SOME_DAYS),
    *(f"{where} ({number} days" for where in ("in office", "in the office", "onsite", "on site") for number in DAYS),
    *joined(DAYS, ("in office", "office", "remote", "wfh", "work from home", "in person", "onsite"), ("days",)),
    *joined(("wfh", "work from home", "remote"), DAYS, ("days",)),
    *(f"hybrid{sign}{number} days" for sign in (" ", " - ", ": ", ", ", " (") for number in DAYS),
    *joined(("hybrid",), ("office", "remote", "office/remote", "in office"), ("environment", "schedule", "model")),
    *joined(_SPLIT, _HOMES, ("and",), ("office", "the office", "our office", "on site", "onsite")),
    *joined(_SPLIT, ("office", "the office", "our office", "in office", "in person", "onsite", "on site"), ("and",), _HOMES),
    *joined(("work from home", "work remotely"), ("sometimes", "some days", "part of the week", "part of the time")),
)  # fmt: skip
ONSITE = (
    "no remote", *joined(
        ("hybrid or remote", "remote or hybrid"), ("", "work", "working"),
        ("is not available", "is not an option", "are not available", "is not offered", "is not possible", "not available"),
    ),
    "närvaro på plats", "fysisk närvaro på kontoret", "praca z biura", "pracy z biura", "praca w biurze", "wfo 5 days",
    *joined(
        ("do not offer", "don't offer", "don’t offer", "cannot offer", "not able to offer", "do not support", "do not allow"),
        ("remote or hybrid", "hybrid or remote"),
    ),
    "no work from home", "no wfh", "no home working", "trybie stacjonarnym", "tryb pracy: stacjonarny",
    *joined(("days in office:", "in office days:", "onsite days:", "office days:"), ("5", "five")), "0% remote",
    "0% telework", "0% telecommuting", "not a remote", "not remote", "remote is not an option",
    "must be in office", "5 day per week on site",
    "on site schedule", "not eligible for remote", "unavailable for remote work", "not available for remote work",
    "not have the option to telework", "in office ways of working", "primarily onsite", "primarily on site",
    "primarily in office", "not offered remote", "not a remote opportunity", "no remote work", "remote work is not available",
    "telework is not available", "remote work/telework is not available", "remote not ok", "work remotelyno",
    "in the office position", "#li onsite", "#li onsite#li", "complete onsite", "full time in office", "full time on site",
    "full time onsite", "full time, office based", "full time, on site", "full time, onsite", "5 day on site", "5 day onsite",
    "on site internship", "in person internship", "on site team", "remote work is not", "remote is not", "stacjonarnie",
    "praca stacjonarna", "på plats på kontoret", "på plats hos oss", "på plats med oss", "do not offer remote",
    "does not offer remote", "don't offer remote", "remote work not available", "remote not available",
    "not ready to take on remote", "full in person", "primarily based in the office", "primarily based in our office",
    "performed from office", "performed from the office", "no remote workers", "work from our offices in",
    "work from our office in", "full time in the office", "arbeitsort: vor ort", "arbetar på plats", "full onsite",
    "full on site", "day 1 onsite", "day one onsite", "onsite from day 1", "onsite from day one", "on site from day one",
    "in person work only", "onsite w some remote", "onsite with some remote", "on site with some remote",
    "regular in person attendance", "regular on site attendance", "no telecommuting", "no telework", "telework:\nno",
    "telework: \nno", "remote isn't an option", "remote isn’t an option", "remote work isn't", "remote work isn’t",
    "remotely is not an option", "don't do remote", "don’t do remote", "do not do remote", "don't hire remotely",
    "don’t hire remotely", "not hire remotely", "n't currently hire remotely", "not considering remote", "no remotes",
    "non remote", "non remote only", "don't have remote", "don’t have remote", "don’t offer remote", "#onsite",
    *joined(("all", "both"), ("positions", "roles", "jobs"), ("onsite", "on site")),
    *joined(
        ("daily", "regular", "physical"),
        ("presence", "attendance"),
        ("at the workplace", "in the workplace", "at the worksite", "at the work site", "on site", "onsite"),
    ),
    *joined(
        ("physically present",),
        ("at the workplace", "at the worksite", "at the work site", "in the office", "in the lab", "in our", "at our", "on site"),
    ),
    *joined(("mainly", "mostly", "predominantly", "only hire"), ("onsite", "on site", "in office")),
    *joined(_DEGREES[2:], _AT_THE_OFFICE),
    *joined(_AT_THE_OFFICE, ("only",)),
    *joined(("not a",), ("remote or hybrid", "hybrid or remote"), ("", "role", "position", "job")),
    *joined(("no", "not", "not eligible for", "not available for", "not offered"), ("remote or hybrid", "hybrid or remote")),
    *joined(("onsite", "on site", "in office", "in person"), ("preferred", "strongly preferred")),
    *joined(("hours per week", "hours a week", "hours/week"), ("on site", "onsite", "in office", "in the office", "in person")),
    *joined(("in office", "in person"), ("company", "startup", "team in")),
    *joined(("is", "are", "be", "being"), ("in the office", "in office"), ("every day", "everyday", "full time")),
    *joined(("no",), ("remote", "work from home", "wfh"), ("option", "options")),
    *joined(("non remote",), NOUNS),
)  # fmt: skip
