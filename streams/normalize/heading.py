"""The first line of a "Who is hiring" post, taken apart: "Company | Role | Place | ONSITE | $100k"."""

import re
from dataclasses import dataclass, field
from itertools import takewhile

from streams.normalize.heading_names import LONGEST_NAME, company_in, may_be_company, says_something, trimmed
from streams.normalize.heading_places import PLACE, is_place
from streams.normalize.text import word_set

LONGEST_TITLE = 150
LONGEST_HEADING = 400
# A longer line without bars is a sentence, whose dashes separate no fields.
LONGEST_DASHED = 160
_BARS = re.compile(r"[|¦│☆★]+")
_DASHES = re.compile(r"\s+[-–—/:]+\s+|\s*[•·—]\s*|:\s+")
# What says how the work is done, or is not, and what says nothing about company, role and place.
_NOISE = re.compile(
    r"\b(?=[b-fhinoprstv])(?P<no>no[nt]?[ -])?"
    r"(?:(?P<mode>(?:fully[ -]|partial(?:ly)?[ -])?remote(?:[ -](?:ok|only|friendly))?|on-? ?site|hybrid)"
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
    " coder coders technician admin"
    " technicians roles positions multiple various executive associate assistant accountant accountants nurse officer teacher"
    " editor editors support generalist evangelist advocate head stack"
)
_HIRES = re.compile(
    r"(?P<name>[A-Z0-9][^.!?|]{1,50}?)\s+(?:is|are|'s|seeks?|has)\s+(?:hiring|looking|seeking|building|growing|searching|an?)\b"
)
_LIST = re.compile(r"\s+(?:and|or|&)\s+|\s*;\s*|\s+/\s+|\.\s+", re.IGNORECASE)
_HOLLOW = re.compile(r"\([\s,;/&-]*\)")
# "Company: Acme", "Location: Oslo", in one line or in several.
_LABELS = {
    "company": "company", "employer": "company", "location": "place", "locations": "place", "where": "place", "position": "role",
    "positions": "role", "role": "role", "roles": "role", "job": "role", "job title": "role", "title": "role",
    "salary": "pay", "compensation": "pay",
}  # fmt: skip
_LABEL = re.compile(rf"(?:^|(?<=[\s|]))({'|'.join(sorted(_LABELS, key=len, reverse=True))})\s*:\s+", re.IGNORECASE)
_LINE_LABEL = re.compile(r"[A-Za-z][A-Za-z ]{1,20}:\s")
# "Acme - Boston, MA" between bars.
_DASHED_PLACE = re.compile(rf"\s[-–—]+\s(?={PLACE.pattern})")
_DASH = re.compile(r"\s[-–—]+\s")
_AT = re.compile(r"(?:\s@\s?|\sat\s)(?P<name>[A-Z][\w&'. -]{1,40})$")


@dataclass(frozen=True, slots=True)
class Heading:
    """What a heading says; lists are in its order."""

    title: str
    employer: str | None = None
    locations: list[str] = field(default_factory=list)
    work_mode: str | None = None
    employment_type: str | None = None
    salary: str | None = None


def heading_in(text: str) -> str:
    """Return the first line that says something; some posts begin with a ruler.

    Where it begins with a label ("Company: Acme"), the lines behind it that do so too are part of it.
    """
    lines = (line for line in text.split("\n") if any(map(str.isalnum, line)))
    first = next(lines, text)
    if not _LABEL.match(first):
        return first
    return " | ".join([first, *takewhile(_LINE_LABEL.match, lines)])


def read_heading(line: str) -> Heading:
    """Return the parts of a heading, told apart by what they say: their order differs from post to post.

    A line without separators is the title, cut.
    """
    found: dict[str, list[str]] = {"mode": [], "kind": []}
    if _LABEL.match(line):
        return _labelled(line[:LONGEST_HEADING], found)
    parts = _parts(line[:LONGEST_HEADING], found)
    pays = [part for part in parts if _PAY.search(part)]
    if len(parts) == 1:
        return Heading(_cut(line), _who_hires(line), [], *_words(found))
    named = [part for part in parts if part not in pays and says_something(part)]
    roles = [part for part in named if _is_role(part)]
    employer = _employer(named, roles)
    return Heading(
        _cut(next((role for role in roles if role != employer), line)),
        company_in(employer) if employer else _asked_at(roles),
        [place for part in named if part not in roles and part != employer for place in _places(part)],
        *_words(found),
        salary=next(iter(pays), None),
    )


def _labelled(line: str, found: dict[str, list[str]]) -> Heading:
    pieces = _LABEL.split(line)[1:]
    said: dict[str, str] = {}
    for label, text in zip(pieces[::2], pieces[1::2], strict=True):
        said.setdefault(_LABELS[label.lower()], text.partition("|")[0])
    parts = {what: _parts(text, found) for what, text in said.items()}
    employers, roles = parts.get("company"), parts.get("role")
    return Heading(
        _cut(roles[0] if roles else line.partition(" | ")[0]),
        company_in(employers[0].partition(". ")[0]) if employers else None,
        [place for part in parts.get("place", ()) for place in _places(part)],
        *_words(found),
        salary=said.get("pay", "").strip() or None,
    )


def _words(found: dict[str, list[str]]) -> tuple[str | None, str | None]:
    """Return how and on what contract, in the heading's words."""
    return ", ".join(dict.fromkeys(found["mode"])) or None, ", ".join(dict.fromkeys(found["kind"])) or None


def _parts(line: str, found: dict[str, list[str]]) -> list[str]:
    def note(match: re.Match[str]) -> str:
        if match.lastgroup and not match["no"]:
            found[match.lastgroup].append(match[0])
        return " "

    # behind the address in "Acme (acme.com) We make anvils | Engineer" stands no name
    rest = _ADDRESS.sub(" ¦ " if "|" in line else " ", line) if "/" in line or "@" in line or "www." in line else line
    rest = _HOLLOW.sub(" ", _NOISE.sub(note, rest))
    split = _BARS.split(rest)
    if len(split) == 1 and len(rest) <= LONGEST_DASHED:
        split = _DASHES.split(rest)
    pieces = (piece for part in split for piece in _dashed(part))
    return [part for part in map(trimmed, pieces) if part]


def _dashed(part: str) -> list[str]:
    """Return the place and what it stands beside in "Acme - Boston, MA" and "Madrid, Spain - Acme"."""
    if _DASH.search(part) is None:
        return [part]
    pieces = _DASHED_PLACE.split(part, maxsplit=1)
    place, *others = _DASH.split(part, maxsplit=1)
    return [place, *others] if len(pieces) == 1 and others and is_place(trimmed(place)) else pieces


def _is_role(part: str) -> bool:
    return not _ROLES.isdisjoint(_WORD.findall(part.lower()))


def _employer(named: list[str], roles: list[str]) -> str | None:
    """Return the part that names the company: the first, unless that is a place or the only role ("Developer | Acme").

    None where a role is all there is beside places.
    """
    companies = [part for part in named if not is_place(part)]
    others = [part for part in companies if part not in roles]
    if others and roles == companies[:1]:
        return others[0]
    return companies[0] if others or len(companies) > 1 else None


def _asked_at(roles: list[str]) -> str | None:
    """Return the company in "Engineer @ Acme" and in "Acme - Engineer"."""
    if not roles:
        return None
    found = _AT.search(roles[0])
    if found:
        return company_in(found["name"])
    first, *others = _DASHES.split(roles[0])
    is_company = others and first[:1].isupper() and not _is_role(first) and may_be_company(first)
    return company_in(first) if is_company else None


def _who_hires(line: str) -> str | None:
    found = _HIRES.match(line)
    return company_in(found["name"]) if found else None


def _places(part: str) -> list[str]:
    found = (trimmed(place) for place in _LIST.split(part))
    return [place for place in found if 1 < len(place) <= LONGEST_NAME and place[0].isupper()]


def _cut(text: str) -> str:
    text = trimmed(text[:LONGEST_HEADING]) or text
    return text if len(text) <= LONGEST_TITLE else text[:LONGEST_TITLE].rsplit(" ", 1)[0] + "…"
