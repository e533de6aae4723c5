"""The first line of a "Who is hiring" post, taken apart: "Company | Role | Place | ONSITE | $100k"."""

import re
from dataclasses import dataclass, field
from itertools import takewhile

from streams.normalize.text import word_set

LONGEST_TITLE = 150
LONGEST_NAME = 60
LONGEST_HEADING = 400
# A longer line without bars is a sentence, whose dashes separate no fields.
LONGEST_DASHED = 160
_BARS = re.compile(r"[|¦│]+")
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
# Countries and states in full, which stand behind a city.
_LANDS = (
    "usa?|united states|uk|united kingdom|england|scotland|(?:south )?wales|ireland|france|germany|austria|switzerland|italy|"
    "(?:the )?netherlands|belgium|luxembourg|spain|portugal|sweden|norway|denmark|finland|iceland|poland|czech republic|"
    "slovakia|hungary|romania|bulgaria|serbia|croatia|greece|ukraine|estonia|latvia|lithuania|armenia|turkey|israel|india|"
    "south africa|pakistan|china|taiwan|japan|south korea|malaysia|indonesia|thailand|vietnam|philippines|australia|"
    "new zealand|canada|mexico|brazil|argentina|colombia|chile|europe|ontario|quebec|british columbia|alberta|"
    "alabama|alaska|arizona|arkansas|california|colorado|connecticut|delaware|florida|hawaii|idaho|illinois|indiana|iowa|"
    "kansas|kentucky|louisiana|maine|maryland|massachusetts|michigan|minnesota|mississippi|missouri|montana|nebraska|nevada|"
    "new (?:hampshire|jersey|mexico|york)|(?:north|south) (?:carolina|dakota)|ohio|oklahoma|oregon|pennsylvania|"
    "rhode island|tennessee|texas|utah|vermont|virginia|washington|wisconsin|wyoming"
)
_LAND = rf",\s?(?:[A-Z]{{2}}|NYC|(?i:{_LANDS}))"
_PLACE = re.compile(rf"[A-Z][\w./ -]+{_LAND}(?:{_LAND})?(?!\w)")
# A part that is one of these alone is no company.
_CITIES = frozenset((
    "amsterdam", "ann arbor", "atlanta", "austin", "barcelona", "bay area", "berlin", "boston", "brooklyn", "budapest",
    "chicago", "copenhagen", "dallas", "denver", "dublin", "edinburgh", "fort worth", "hamburg", "hong kong", "houston",
    "london", "los angeles", "madrid", "manhattan", "melbourne", "menlo park", "miami", "montreal", "mountain view", "munich",
    "new york", "new york city", "nyc", "oakland", "oxford", "palo alto", "paris", "philadelphia", "pittsburgh", "portland",
    "prague", "redwood city", "salt lake city", "san diego", "san francisco", "san francisco bay area", "san jose", "san mateo",
    "santa monica", "seattle", "sf", "sf bay area", "sfo", "silicon valley", "singapore", "stockholm", "sydney", "tel aviv",
    "tokyo", "toronto", "vancouver", "vienna", "warsaw", "washington dc", "washington, dc", "zurich",
))  # fmt: skip
# "Company: Acme", "Location: Oslo", in one line or in several.
_LABELS = {
    "company": "company", "employer": "company", "location": "place", "locations": "place", "where": "place", "position": "role",
    "positions": "role", "role": "role", "roles": "role", "job": "role", "job title": "role", "title": "role",
    "salary": "pay", "compensation": "pay",
}  # fmt: skip
_LABEL = re.compile(rf"(?:^|(?<=[\s|]))({'|'.join(sorted(_LABELS, key=len, reverse=True))})\s*:\s+", re.IGNORECASE)
_LINE_LABEL = re.compile(r"[A-Za-z][A-Za-z ]{1,20}:\s")
# "Acme - Boston, MA" between bars.
_DASHED_PLACE = re.compile(rf"\s[-–—]+\s(?={_PLACE.pattern})")
# "Acme, Boston, MA" is no place but an employer's: a city has a state or a country behind it, and no name before it.
_PLACE_BEHIND = re.compile(rf",\s(?=[A-Z][\w.-]+(?: [A-Z][\w.-]+)?{_LAND}(?:{_LAND})?$)")
# "Acme in NYC", "Acme - San Francisco"; of a university it is the name.
_CITY_BEHIND = re.compile(r"(?<!\bBased)(?<!\bBuilt)(?<!\bMade)(?:,|:|\s[-–—]+|\sin(?:\s[Dd]owntown)?)\s([A-Z][\w. ]{1,24})$")
_OF_MANY_CITIES = ("University", "Museum", "Hospital")
_AT = re.compile(r"(?:\s@\s?|\sat\s)(?P<name>[A-Z][\w&'. -]{1,40})$")
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
    named = [part for part in parts if part not in pays and _says_something(part)]
    roles = [part for part in named if _is_role(part)]
    employer = _employer(named, roles)
    return Heading(
        _cut(next((role for role in roles if role != employer), line)),
        _name(employer) if employer else _asked_at(roles),
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
        _name(employers[0].partition(". ")[0]) if employers else None,
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

    rest = _ADDRESS.sub(" ", line) if "/" in line or "@" in line or "www." in line else line
    rest = _HOLLOW.sub(" ", _NOISE.sub(note, rest))
    split = _BARS.split(rest)
    if len(split) == 1 and len(rest) <= LONGEST_DASHED:
        split = _DASHES.split(rest)
    pieces = (piece for part in split for piece in _DASHED_PLACE.split(part, 1))
    return [part for part in map(_trimmed, pieces) if part]


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
    """Return the part that names the company: the first, unless that is a place or the only role ("Developer | Acme").

    None where a role is all there is beside places.
    """
    companies = [part for part in named if not _is_place(part)]
    others = [part for part in companies if part not in roles]
    if others and roles == companies[:1]:
        return others[0]
    return companies[0] if others or len(companies) > 1 else None


def _asked_at(roles: list[str]) -> str | None:
    """Return the company in "Engineer @ Acme"."""
    found = _AT.search(roles[0]) if roles else None
    return _name(found["name"]) if found else None


def _is_place(part: str) -> bool:
    return _PLACE.fullmatch(part) is not None or part.lower() in _CITIES


def _who_hires(line: str) -> str | None:
    found = _HIRES.match(line)
    return _name(found["name"]) if found else None


def _name(part: str) -> str | None:
    name = _trimmed(_without_place(_BATCH.sub("", part)))
    return name if 1 < len(name) <= LONGEST_NAME else None


def _without_place(name: str) -> str:
    name = _PLACE_BEHIND.split(name, maxsplit=1)[0]
    found = _CITY_BEHIND.search(name)
    is_city = found and found[1].lower() in _CITIES and not any(word in name for word in _OF_MANY_CITIES)
    return name[: found.start()] if found and is_city else name


def _places(part: str) -> list[str]:
    found = (_trimmed(place) for place in _LIST.split(part))
    return [place for place in found if 1 < len(place) <= LONGEST_NAME and place[0].isupper()]


def _cut(text: str) -> str:
    text = _trimmed(text) or text
    return text if len(text) <= LONGEST_TITLE else text[:LONGEST_TITLE].rsplit(" ", 1)[0] + "…"
