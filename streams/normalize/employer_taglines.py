"""What an employer says behind its name: "Acme - The Privacy Company", "Acme Inc. Makers of Anvils", "Acme is hiring"."""

import re

from streams.normalize.lands import CITIES, STATES
from streams.normalize.shared_names import is_of_many
from streams.normalize.text import word_set

_SAYING = re.compile(
    r"(?<=\w\w\w)(?=\W)\W{0,2}"
    r"(?:(?<!\bwho)\s(?:is|are)\s(?:now |currently |actively )?"
    r"(?:hiring|looking|seeking|searching|recruiting|growing|building|expanding)\b.*"
    r"|\sseeks\s.*"
    r"|(?<!\bmen)(?<!women)(?<!children)['’]s\s(?:[\w/-]+\s){0,3}(?:team|first hire|division)"
    r"|\s(?:security|data|platform|infrastructure|engineering|ui|ux|web|mobile|design|product|research|analytics|growth"
    r"|e-?commerce|software|cloud|recruiting)\steam"
    r"|\s(?:job |vacancy )?(?:announcement|reference|requisition|vacancy|job) (?:number|no|code|id)\b.*"
    r"|(?<!\bthat)(?<!\bwho)\s(?:makes|builds|helps|provides|develops)\s.*|\slocations?:.*"
    r"|\s(?:is|we)(?:!.*)?|\s(?:we['’]re|we are)\s.*"
    r"|,\s*(?:an?|the|(?:maker|provider|creator)s? of|(?:located |based )?in)\s.*)$"
)
# "Acme, Boulder, CO", "Acme in Austin, TX"; PA and CO are forms as well.
_TOWN = re.compile(
    r"(?<=\w)(?:,[\s,]*|\sin\s(?:downtown\s)?)[a-z][a-z. ]{2,19},\s"
    r"(?:a[klrz]|c[at]|d[ce]|fl|ga|hi|i[adln]|k[sy]|la|m[adeinost]|n[cdehjmvy]|o[hkr]|ri|s[cd]|t[nx]|ut|v[at]|w[aivy])\b.*$"
)
_STATE = "|".join(re.escape(state) for state in STATES)
# "Acme in Boulder Colorado", "Acme Mountain View, CA", "Acme, Pittsburgh, PA".
_KNOWN_TOWN = re.compile(
    rf"(?<=\w)(?:\sin\s(?:downtown\s[a-z].*|[a-z][a-z. ]{{2,19}}\s(?:{_STATE}|co|ca|tx|ny|wa|ma|il|ga)\b\W*$)"
    rf"|,?\s(?:{'|'.join(sorted(CITIES, key=len, reverse=True))}|boulder),\s(?:ca|co|il|ma|ny|or|pa|tx|wa)\b.*$)"
)
# "Acme Senior Software Engineer"
_TITLE = re.compile(
    r"(?<=\w)(?<!\bof)(?<!\bfor)(?<!\band)(?<!\bthe)\s(?:(?:senior|sr\.?|junior|jr\.?|lead|principal|staff)\s)?"
    r"(?:software|front-?\s?end|back-?\s?end|full-?\s?stack|web|mobile|data|devops|ios|android|systems|qa|ruby|python|java|php)\s"
    r"(?:engineers?|developers?|scientists?|architects?)$"
)
# "Acme/Zebra"
_SLASH = re.compile(r"^([^/,]*[^\W_])\s?//?\s?([^\W_][^/]*)$")
_FUNDERS = word_set("usaid unicef unesco")
# A heading that was misread names tools, posts and places; two of them must not become one employer.
_NO_NAMES = word_set(
    "android ios frontend backend fullstack stack devops software engineer engineers developer clojure java javascript python"
    " ruby golang processing marketing sales operations design product remote seeking stealth senior lead junior uk us usa"
)
# "Knot, The" is written so in lists.
_ARTICLE_BEHIND = re.compile(r"^(.*\w)\W*,\s*the$")
# "Acme Labs at Acme", "Acme team at Acme".
_AT = re.compile(r"^(.*\w)\s(?:at|@)\s([^\W_]{4,})$")
_FORM_INSIDE = re.compile(r"(?<=[^\W_]{2})\W{1,3}(?:inc|llc|gmbh|ltd|llp|pbc|plc)\b\W+(?=\w)")
_DASHES = re.compile(
    r"\s[-–—|•●☆★~=][-–—|•●☆★~=\s]*\s|\s[-–—=]{2,}(?=\w)|(?<=\w\w\w)[–—-]\s+(?!(?:and|und|or|oder|och|og|et)\b)|(?<=\w\w\w):\s+"
)
# "Acme.com the anvil company"
_BEHIND_SITE = re.compile(r"(?<=\w\w\w\w\.com)\s(?=(?:the|an?)\s)")
# "Perkbox perkbox.co.uk": the name's own address.
_ADDRESS = re.compile(r"^(.*[\w)])\W+(?:www\.)?([\w-]{4,})\.[a-z]{2,4}(?:\.[a-z]{2})?\W*$")
_LETTERS = re.compile(r"[^\W_]+")
_ARTICLES = ("the ", "a ", "an ", "your ")
# Behind a dash these tell of another company, or for whom one works.
_ANOTHER = re.compile(
    r"\b(?:inc|incorporated|llc|l\.l\.c|gmbh|ltd|limited|llp|plc|pbc|corp|corporation|co|company|kg|ag|ab|sa|s\.a|bv|b\.v|nv|oy|cjsc"
    r"|behalf|aka|dba|trading)\b"
)
_LINKING = re.compile(r"\b(?:the|for|of|and|with|by|to|in|your|we)\b")
# What stands behind the name of one of them tells it from others of that name.
_INSTITUTION = re.compile(
    r"\b(?:universit|colleg|school|academ|institut|hospital|clinic|church|dioces|department|ministr|embass|council|court|agency"
    r"|district|county|cent(?:er|re)\b|club\b|ymca|chapter|federation|association|government|bank\b|(?:state|city|army) of\b)"
)
_LEAST_LETTERS, _LEAST_BEFORE_A_SENTENCE = 5, 4


def without_taglines(plain: str) -> str:
    """Return a name in small letters without what is said behind it; what may tell one employer from another stays."""
    if plain.isalnum():
        return plain
    name = _SAYING.sub("", _ARTICLE_BEHIND.sub(r"the \1", plain) if plain.endswith("the") else plain)
    name = _without_second(_without_title(_without_place_of_work(_without_town(name))))
    return _without_tail(_without_text_behind_form(_without_address(name)))


def _without_town(name: str) -> str:
    """Return "Acme, Boulder, CO" as Acme; a school or a name that many have keeps its town."""
    found = (_TOWN.search(name) or _KNOWN_TOWN.search(name)) if "," in name or " in " in name else None
    return _before(name, found)


def _without_title(name: str) -> str:
    """Return "Acme Senior Software Engineer" as Acme."""
    return _before(name, _TITLE.search(name))


def _before(name: str, found: re.Match[str] | None) -> str:
    """Return what stands before `found`, if it tells who it is, else the name."""
    return name[: found.start()] if found and _tells(name[: found.start()]) else name


def _without_second(name: str) -> str:
    """Return "Acmeworks/Zebra" as Acmeworks; two companies with their forms stay, and so does who pays for a project."""
    found = _SLASH.match(name) if "/" in name else None
    if not found or len(found[2]) < _LEAST_LETTERS or _ANOTHER.search(found[2]) or found[1] in _FUNDERS:
        return name
    return found[1] if _tells(found[1]) else name


def _tells(head: str) -> bool:
    words = _LETTERS.findall(head)
    return (
        sum(map(len, words)) >= _LEAST_LETTERS
        and _NO_NAMES.isdisjoint(words)
        and not (_INSTITUTION.search(head) or is_of_many(words))
    )


def _without_address(name: str) -> str:
    """Return "Acme Works acmeworks.co.uk" as Acme Works."""
    found = _ADDRESS.match(name) if "." in name else None
    return found[1] if found and found[2].startswith("".join(filter(str.isalnum, found[1]))) else name


def _without_place_of_work(name: str) -> str:
    """Return "Acme Labs at Acme" as Acme; "Institute at Zebra" stays."""
    found = _AT.match(name)
    return found[2] if found and found[1].startswith(found[2]) else name


def _without_text_behind_form(name: str) -> str:
    """Return "Acme, Inc. Makers of Anvils" as Acme; of two companies both stay."""
    found = _FORM_INSIDE.search(name)
    return name[: found.start()] if found and _is_tagline(name[found.end() :]) else name


def _without_tail(name: str) -> str:
    """Return what stands before the first dash, if it tells who it is."""
    head, *tail = _BEHIND_SITE.split(name, maxsplit=1) if ".com " in name else _DASHES.split(name, maxsplit=1)
    if not tail or "," in head or _INSTITUTION.search(head) or not _is_tagline(tail[0]):
        return name
    words = _LETTERS.findall(head)
    least = _LEAST_BEFORE_A_SENTENCE if _LINKING.search(tail[0]) else _LEAST_LETTERS
    # "Hewlett - Packard" is one name
    is_one_name = head.isalnum() and tail[0].isalnum()
    return name if is_one_name or sum(map(len, words)) < least or is_of_many(words) else head


def _is_tagline(text: str) -> bool:
    return text.startswith(_ARTICLES) or not _ANOTHER.search(text)
