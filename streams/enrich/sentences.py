"""Phrases that state work mode, kind of contract or from where one may work in running text, where a word would say nothing."""

from collections.abc import Iterator
from enum import StrEnum

from schemas.derived import EmploymentType, WorkMode


class ScopeCue(StrEnum):
    """What shows that a sentence says from where one may work: words around an area, or around time zones."""

    AREA = "area"
    ZONE = "zone"


_CUES = {
    ScopeCue.AREA: (
        "us only", "u.s. only", "usa only", "united states only", "uk only", "eu only", "europe only", "canada only",
        "na only", "north america only", "latam only", "emea only", "india only", "us based", "u.s. based", "anywhere in",
        "anywhere within", "remote within", "remote in", "remote from", "remotely from", "remotely within", "remotely in",
        "remote across", "must be located in", "must be based in", "must reside in", "must live in", "must be residing in",
        "must currently live in", "must currently reside in", "be located in the", "be based in the", "located anywhere in",
        "based anywhere in", "reside in the", "us citizen", "u.s. citizen", "us citizens", "u.s. citizens", "us citizenship",
        "u.s. citizenship", "us residents", "u.s. residents", "remote us", "remote usa", "remote uk", "remote eu",
        "remote europe", "remote canada", "us remote", "wherever in the world", "anywhere in the world",
    ),
    ScopeCue.ZONE: (
        "time zone", "time zones", "timezone", "timezones", "business hours", "working hours", "work hours", "core hours",
        "hours of est", "hours of pst", "hours of cet", "hours of gmt", "hours of utc", "hours of eastern", "hours of pacific",
    ),
}  # fmt: skip
_SENTENCES: dict[WorkMode | EmploymentType, tuple[str, ...]] = {
    WorkMode.REMOTE: (
        "fully remote", "100% remote", "remote position", "remote role", "remote job", "this is a remote",
        "work remotely from", "remote only", "remote first company", "work from anywhere", "position is remote",
        "role is remote", "completely remote", "work from home position", "location: remote", "remote worldwide",
        "#li remote", "this is a fully remote", "working remotely from", "work is remote", "performed remotely",
        "100% telecommuting", "full time remote", "part time remote", "contract remote role", "remote (work from home)",
        "remote – work from home",
    ),
    WorkMode.HYBRID: (
        "hybrid role", "hybrid position", "hybrid work", "hybrid working", "hybrid schedule", "hybrid model",
        "location: hybrid", "position is hybrid", "role is hybrid", "hybrid environment", "#li hybrid", "hybrid remote",
        "days in the office", "days in office", "days a week in the office", "days a week in office",
        "days per week in the office", "days per week in office", "days a week on site", "days a week onsite",
        "days a week at our office", "days remote", "days from home", "work from home 1 2 days", "full time hybrid",
        "delvis på distans", "flexibility to work from home some", "hybrid working model", "location type: hybrid",
    ),
    WorkMode.ONSITE: (
        "onsite only", "on site only", "onsite position", "on site position", "position is onsite", "position is on site",
        "onsite role", "on site role", "no remote", "not a remote", "role is on site", "role is onsite", "location: onsite",
        "remote is not an option", "is an on site", "in person role", "location: in person", "location: on site",
        "#li onsite", "not a remote opportunity", "no remote work", "remote work is not available",
        "telework is not available", "remote work/telework is not available", "remote not ok", "100% onsite", "100% on site",
        "fully onsite", "fully on site", "complete onsite", "full time on site", "full time onsite", "full time in office",
        "full time office based", "full time, office based", "working on site in", "work on site in", "work onsite in",
        "work onsite at", "work on site at", "based on site in", "based onsite in", "based onsite at", "based on site at",
        "onsite at our", "on site at our", "performed onsite", "performed on site", "setting: in person",
        "location: in office", "type: on site", "100% in office", "in office position", "working onsite at",
        "role is based on site",
    ),
    EmploymentType.FULL_TIME: (
        "full time position", "full time role", "full time job", "full time employment", "this is a full time",
        "type: full time", "employment: full time", "status: full time", "is a full time", "permanent full time",
        "full time on site", "full time onsite", "full time remote", "full time hybrid", "full time in office",
        "full time office based", "full time, office based", "full time, exempt", "full time exempt", "full time / exempt",
        "non exempt: full time", "classification: full time", "full time basis", "pensum: 100%", "pensum 100%",
        "beschäftigungsgrad 100%", "beschäftigungsgrad: 100%", "arbeitspensum 100%", "festanstellung 100%", "pensum vollzeit",
        "in vollzeit", "full time permanent", "regular full time", "heltid, tillsvidare", "heltid, tillsvidareanställning",
        "tillsvidareanställning, heltid", "heltid anställningstid", "omfattning: heltid",
    ),
    EmploymentType.PART_TIME: (
        "part time remote", "part time only", "part time basis", "in teilzeit", "part time independent contractor",
        "part time position", "part time role", "part time job", "this is a part time", "type: part time",
        "employment: part time", "status: part time", "is a part time", "deltid, tillsvidare", "deltid anställningstid",
        "omfattning: deltid",
    ),
    EmploymentType.CONTRACT: (
        "contract position", "contract role", "this is a contract", "contract job", "type: contract", "contract duration",
        "contract basis", "contract to hire position", "contract to hire role", "type: contract to hire",
        "independent contractor role", "independent contractor position", "type: independent contractor", "type: freelance",
        "freelance position", "freelance role", "freelance opportunity", "1099 contractor", "contract remote role",
        "contract on site role", "model: b2b", "contractor position",
    ),
    EmploymentType.TEMPORARY: (
        "temporary position", "temporary role", "this is a temporary", "type: temporary", "temporary assignment",
    ),
    EmploymentType.INTERNSHIP: ("internship position", "this is an internship", "type: internship"),
    EmploymentType.VOLUNTEER: ("is a volunteer", "volunteer position", "volunteer role"),
}  # fmt: skip
# Lists of what is to be had, and what may be one day: neither kind nor mode, and they hide the one in them.
_AT_CHOICE = (
    "potential for hybrid work", "possibility of hybrid work", "option of hybrid work", "potential hybrid work",
    "part time/full time", "part time/full time role", "part time/full time position", "full time/part time",
    "part time or full time", "full time or part time", "type: full time, part time", "type: full time or part time",
    "type: full time / part time", "type: full time, contract", "type: full time and part time", "type: full time / contract",
    "type: part time, full time", "type: contract, full time", "is a full time or part time", "is a part time or full time",
)  # fmt: skip


def sentences() -> Iterator[tuple[str, WorkMode | EmploymentType | ScopeCue | None]]:
    """Yield (phrase, what it states); None for what states nothing, whatever shorter phrase is in it."""
    for phrase in _AT_CHOICE:
        yield phrase, None
    for value, phrases in (*_SENTENCES.items(), *_CUES.items()):
        for phrase in phrases:
            yield phrase, value
