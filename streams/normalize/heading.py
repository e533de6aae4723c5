"""The first line of a "Who is hiring" post, taken apart: "Company | Role | Place | ONSITE | $100k"."""

import re
from dataclasses import dataclass, field

from streams.normalize.text import word_set

LONGEST_TITLE = 150
LONGEST_NAME = 60
LONGEST_HEADING = 400
# A longer line without bars is a sentence, whose dashes separate no fields.
LONGEST_DASHED = 160
_BARS = re.compile(r"[|¦│]+")
_DASHES = re.compile(r"\s+[-–—/:]+\s+|\s*[•·—]\s*|:\s+")
# What says how the work is done, and what says nothing about company, role and place.
_NOISE = re.compile(
    r"\b(?=[b-fhioprstv])(?:(?P<mode>(?:fully[ -]|partial(?:ly)?[ -])?remote(?:[ -](?:ok|only|friendly))?|on-? ?site|hybrid)"
    r"|(?P<kind>full[- ]?time|part[- ]?time|contract(?:or|s)?|permanent|freelance|interns?(?:hips?)?|temporary)"
    r"|h-?1b|visas?|relocation|sponsor\w*|equity|benefits|citizens?(?:hip)?|(?:security )?clearance|competitive|salary)\b",
    re.IGNORECASE,
)
_ADDRESS = re.compile(r"\(?(?:\bhttps?://|\bwww\.|[\w.+-]+@|\b[\w-]+\.(?:com|io|co|net|org|ai)/)\S*", re.IGNORECASE)
_PAY = re.compile(r"[$€£]\s?\d|\b\d+\s?[kK]\b")
_WORD = re.compile(r"[a-z]+(?:-[a-z]+)*")
_ROLES = word_set(
    "engineer engineers engineering developer developers dev devs designer designers manager managers scientist scientists"
    " analyst analysts architect architects devops sre programmer programmers administrator administrators sysadmin specialist"
    " specialists researcher researchers director directors consultant consultants lead leads cto vp marketer marketing sales"
    " recruiter writer hacker hackers fullstack full-stack frontend front-end backend back-end ios android qa sdet product"
    " coder coders technician"
    " technicians roles positions multiple various executive associate assistant accountant accountants nurse officer teacher"
    " editor editors support generalist evangelist advocate head stack"
)
_FILLERS = word_set("and or ok only in possible preferred negotiable available yes no both hiring salary we us are is the a")
_HIRES = re.compile(
    r"(?P<name>[A-Z0-9][^.!?|]{1,50}?)\s+(?:is|are|'s|seeks?|has)\s+(?:hiring|looking|seeking|building|growing|searching|an?)\b"
)
_BATCH = re.compile(r"\s*[(\[][^)\]]*[)\]]?\s*$|\s+(?:is|are)\s+hiring.*$|,?\s+YC\s?[SWF]\d\d.*$", re.IGNORECASE)
_LIST = re.compile(r"\s+(?:and|or|&)\s+|\s*;\s*|\s+/\s+|\.\s+", re.IGNORECASE)
_HOLLOW = re.compile(r"\([\s,;/&-]*\)")
_PLACE = re.compile(r"[A-Z][\w. -]+, (?:[A-Z]{2}|[A-Z]{2,3}, USA?|USA?|UK|Canada|Germany|India)")
_JOINTS = (" and", " or", " AND", " OR", " &")
_TRIM = " \t-–—|,;:.*=#/([{}•·~_\"'!&>"


@dataclass(frozen=True, slots=True)
class Heading:
    """What a heading says; lists are in its order."""

    title: str
    employer: str | None = None
    locations: list[str] = field(default_factory=list)
    work_mode: str | None = None
    employment_type: str | None = None
    salary: str | None = None


def read_heading(line: str) -> Heading:
    """Return the parts of a heading, told apart by what they say: their order differs from post to post.

    A line without separators is the title, cut.
    """
    found: dict[str, list[str]] = {"mode": [], "kind": []}
    parts = _parts(line[:LONGEST_HEADING], found)
    pays = [part for part in parts if _PAY.search(part)]
    if len(parts) == 1:
        return Heading(_cut(line), _who_hires(line), [], *_words(found))
    named = [part for part in parts if part not in pays and _says_something(part)]
    roles = [part for part in named if _is_role(part)]
    employer = _employer(named, roles)
    return Heading(
        _cut(next((role for role in roles if role != employer), line)),
        _name(employer) if employer else None,
        [place for part in named if part not in roles and part != employer for place in _places(part)],
        *_words(found),
        salary=next(iter(pays), None),
    )


def _words(found: dict[str, list[str]]) -> tuple[str | None, str | None]:
    """Return how and on what contract, in the heading's words."""
    return ", ".join(dict.fromkeys(found["mode"])) or None, ", ".join(dict.fromkeys(found["kind"])) or None


def _parts(line: str, found: dict[str, list[str]]) -> list[str]:
    def note(match: re.Match[str]) -> str:
        if match.lastgroup:
            found[match.lastgroup].append(match[0])
        return " "

    rest = _ADDRESS.sub(" ", line) if "/" in line or "@" in line or "www." in line else line
    rest = _HOLLOW.sub(" ", _NOISE.sub(note, rest))
    split = _BARS.split(rest)
    if len(split) == 1 and len(rest) <= LONGEST_DASHED:
        split = _DASHES.split(rest)
    return [part for part in (_trimmed(piece) for piece in split) if part]


def _trimmed(text: str) -> str:
    """Return `text` without what separates and joins at its edges; a bracket stays with its partner."""
    text = " ".join(text.split()).strip(_TRIM)
    for joint in _JOINTS:
        text = text.removesuffix(joint)
    if text.endswith((")", "]")) and text.count("(") + text.count("[") < text.count(")") + text.count("]"):
        text = text[:-1].rstrip(_TRIM)
    return text + ")" if text.count("(") > text.count(")") else text


def _says_something(part: str) -> bool:
    return any(word not in _FILLERS for word in part.lower().split())


def _is_role(part: str) -> bool:
    return not _ROLES.isdisjoint(_WORD.findall(part.lower()))


def _employer(named: list[str], roles: list[str]) -> str | None:
    """Return the part that names the company: the first, unless that is a place or the only role ("Developer | Acme")."""
    companies = [part for part in named if not _PLACE.fullmatch(part)]
    others = [part for part in companies if part not in roles]
    if others and roles == companies[:1]:
        return others[0]
    return companies[0] if companies else None


def _who_hires(line: str) -> str | None:
    found = _HIRES.match(line)
    return _name(found["name"]) if found else None


def _name(part: str) -> str | None:
    name = _trimmed(_BATCH.sub("", part))
    return name if 1 < len(name) <= LONGEST_NAME else None


def _places(part: str) -> list[str]:
    found = (_trimmed(place) for place in _LIST.split(part))
    return [place for place in found if 1 < len(place) <= LONGEST_NAME and place[0].isupper()]


def _cut(text: str) -> str:
    text = _trimmed(text) or text
    return text if len(text) <= LONGEST_TITLE else text[:LONGEST_TITLE].rsplit(" ", 1)[0] + "…"
