"""Phrases that state work mode, kind of contract or from where one may work in running text, where a word would say nothing."""

from collections.abc import Iterator
from enum import StrEnum

from schemas.posting import EmploymentType, WorkMode


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
        "role is remote", "completely remote", "work from home position", "location: remote", "remote worldwide", "#li remote",
    ),
    WorkMode.HYBRID: (
        "hybrid role", "hybrid position", "hybrid work", "hybrid working", "hybrid schedule", "hybrid model",
        "location: hybrid", "position is hybrid", "role is hybrid", "hybrid environment", "#li hybrid",
    ),
    WorkMode.ONSITE: (
        "onsite only", "on site only", "onsite position", "on site position", "position is onsite", "position is on site",
        "onsite role", "on site role", "no remote", "not a remote", "role is on site", "role is onsite", "location: onsite",
        "remote is not an option", "is an on site", "in person role", "location: in person", "location: on site", "#li onsite",
    ),
    EmploymentType.FULL_TIME: (
        "full time position", "full time role", "full time job", "full time employment", "this is a full time",
        "type: full time", "employment: full time", "status: full time", "is a full time", "permanent full time",
        "full time permanent", "regular full time", "heltid, tillsvidare",
        "heltid, tillsvidareanställning", "tillsvidareanställning, heltid", "heltid anställningstid", "omfattning: heltid",
    ),
    EmploymentType.PART_TIME: (
        "part time position", "part time role", "part time job", "this is a part time", "type: part time",
        "employment: part time", "status: part time", "is a part time", "deltid, tillsvidare", "deltid anställningstid",
        "omfattning: deltid",
    ),
    EmploymentType.CONTRACT: (
        "contract position", "contract role", "this is a contract", "contract job", "type: contract", "contract duration",
    ),
    EmploymentType.TEMPORARY: ("temporary position", "temporary role", "this is a temporary", "type: temporary"),
    EmploymentType.INTERNSHIP: ("internship position", "this is an internship", "type: internship"),
    EmploymentType.VOLUNTEER: ("is a volunteer", "volunteer position", "volunteer role"),
}  # fmt: skip
# Lists of what is to be had: no kind, and they hide the one that they begin with.
_AT_CHOICE = (
    "type: full time, part time", "type: full time or part time", "type: full time / part time", "type: full time, contract",
    "type: full time and part time", "type: full time / contract", "type: part time, full time", "type: contract, full time",
    "is a full time or part time", "is a part time or full time",
)  # fmt: skip


def sentences() -> Iterator[tuple[str, WorkMode | EmploymentType | ScopeCue | None]]:
    """Yield (phrase, what it states); None for what states nothing, whatever shorter phrase is in it."""
    for phrase in _AT_CHOICE:
        yield phrase, None
    for value, phrases in (*_SENTENCES.items(), *_CUES.items()):
        for phrase in phrases:
            yield phrase, value
