"""The company's name in a part of a heading, without the places, products and greetings that stand beside it."""

import re
from functools import lru_cache

from streams.normalize.heading_places import LAND, is_place
from streams.normalize.lands import CITIES
from streams.normalize.shared_names import SHARED_NAMES, SHORT_NAMES
from streams.normalize.text import word_set

LONGEST_NAME = 60
_FILLERS = word_set("and or ok only in possible preferred negotiable available yes no both hiring salary we us are is the a")
# Before a slash or a dash they are no company: "Ruby/Rails".
_TOOLS = word_set(
    "ruby node javascript typescript python java scala clojure haskell golang kotlin react angular django rails php node.js"
    " react.js angular.js wordpress frontender"
)
_SHORTEST_HEAD = 4
_BATCH = re.compile(
    r"\s*[(\[][^()\[\]]*(?:[(\[][^()\[\]]*[)\]][^()\[\]]*)?[)\]]?\s*$"
    r"|\s+(?:is|are)\s+hiring.*$|,?\s+YC\s?[SWF]\d\d.*$|\s+locations?\s*:?$",
    re.IGNORECASE,
)
# "Made in NYC" is a name.
_NOT_BASED = r"(?<!\bBased)(?<!\bBuilt)(?<!\bMade)"
# "Acme, Boston, MA" is no place but an employer's: a city has a state or a country behind it, and no name before it.
_PLACE_BEHIND = re.compile(rf"(?:,|{_NOT_BASED}\sin(?:\s[Dd]owntown)?)\s(?=[A-Z][\w.-]+(?: [A-Z][\w.-]+)?{LAND}(?:{LAND})?$)")
# "Acme in NYC", "Acme - San Francisco"; of a university it is the name.
_CITY_BEHIND = re.compile(rf"{_NOT_BASED}(?:,|:|\s[-–—]+|\sin(?:\s[Dd]owntown)?)\s([A-Z][\w. ]{{1,24}})$")
_CITIES = "|".join(sorted(CITIES, key=len, reverse=True))
# "Hey all, Acme", "1) Acme" and "My employer, Acme".
_GREETING = re.compile(r"^(?:\d\)|(?:hi|hey|hello)(?: \w+)?,|my (?:current )?employer,|at)\s+(?=[A-Z])", re.IGNORECASE)
# "Acme NYC" and "Acme, Machine Learning".
_CITY_AT_END = re.compile(rf"^([A-Z]\w+)\s(?:{_CITIES})$", re.IGNORECASE)
_REMARK_BEHIND = re.compile(r"^([A-Z0-9][^,]+),\s(?!(?i:inc|llc|ltd|corp|co|gmbh|l\.?p|llp|s\.a|b\.v)\b)[^,]+$")
# "Acme, San Francisco / Berlin", "Acme @ Berlin, Germany"; of two companies the first is named.
_CITIES_BEHIND = re.compile(rf"(?:,\s|\s[@/]\s?|/\s)(?:{_CITIES})\b.*$", re.IGNORECASE)
_OTHER_BEHIND = re.compile(r"(?<=[a-z]{3})(?:\s/\s|/)(?=[A-Z])[\w. &-]*$")
_OF_MANY_CITIES = ("University", "Museum", "Hospital")
_JOINTS = (" and", " or", " AND", " OR", " &")
_TRIM = " \t-–—|,;:.*=#/([{}•·~_\"'!&>"


def company_in(part: str) -> str | None:
    """Return the name in a part that names a company; None if it is too short or too long for one."""
    name = trimmed(_without_place(_BATCH.sub("", _GREETING.sub("", part))))
    return name if 1 < len(name) <= LONGEST_NAME else None


def _without_place(name: str) -> str:
    name = _PLACE_BEHIND.split(name, maxsplit=1)[0]
    name = _without_others(name)
    found = _CITY_BEHIND.search(name)
    is_city = found and found[1].lower() in CITIES and not any(word in name for word in _OF_MANY_CITIES)
    return name[: found.start()] if found and is_city else name


def _without_others(name: str) -> str:
    """Return "Acme / Zebra" and "Acme, Berlin / Paris" as Acme."""
    if name.isalnum() or any(word in name for word in _OF_MANY_CITIES):
        return name
    for behind in (_CITIES_BEHIND, _OTHER_BEHIND):
        head = behind.split(name, maxsplit=1)[0]
        name = head if may_be_company(head) else name
    found = _CITY_AT_END.match(name) or _REMARK_BEHIND.match(name)
    return found[1] if found and may_be_company(found[1]) else name


def may_be_company(head: str) -> bool:
    """Whether a company may be meant by the name: it is no tool, place or ordinary word."""
    plain = head.lower()
    is_word = plain in _TOOLS or plain in SHARED_NAMES or plain in SHORT_NAMES
    return len(head) >= _SHORTEST_HEAD and not is_word and says_something(head) and not is_place(head)


@lru_cache(maxsize=8192)
def trimmed(text: str) -> str:
    """Return `text` without what separates and joins at its edges; a bracket stays with its partner."""
    text = " ".join(text.split()).strip(_TRIM)
    for joint in _JOINTS:
        text = text.removesuffix(joint)
    if text.endswith((")", "]")) and text.count("(") + text.count("[") < text.count(")") + text.count("]"):
        text = text[:-1].rstrip(_TRIM)
    return text + ")" if text.count("(") > text.count(")") else text


def says_something(part: str) -> bool:
    """Whether there is more in a part than "and", "hiring" and the like."""
    return any(word not in _FILLERS for word in part.lower().split())
