"""What stands beside an employer's name without being of it: an abbreviation, an owner, a former name, a ticker."""

import re
from collections.abc import Sequence

from streams.normalize.lands import COUNTRIES
from streams.normalize.text import word_set

_OWNED = (
    r"(?:an?\s+(?:[^,()]{1,60}\s)?(?:company|subsidiary|division|brand|business|affiliate|part)\b(?:\s+of\b[^()]*)?"
    r"|(?:part|member)\s+of\s[^()]*)"
)
_FORMER = r"(?:formerly|previously|f/?k/?a|f\.k\.a\.)\s[^()]*"
_OWNER = re.compile(rf"(?<=\w)\W*(?:[,;:|–—]|\s-)\s*{_OWNED}\W*$|(?<=\w)\s+an? (?:part|division|subsidiary) of\s[^()]*$")
_FORMER_NAME = re.compile(
    rf"(?<=\w)\W*(?:[,;:|–—]|\s-)\s*{_FORMER}$|(?<=\w)\W*\s(?:formerly known as|f/?k/?a|f\.k\.a\.)\s[^()]*$"
)
_TRADES_AS = re.compile(
    r"^.*\w\W*\s(?:d/b/a|d\.b\.a\.?|doing business as|trading as|t/a|(?:(?<=inc )|(?<=inc\. )|(?<=llc )|(?<=ltd ))dba)\s+(?=\w)"
)
_ASIDE = re.compile(r"^(.*\S)\s*\(([^()]*)\)([^()]*)$")
# Behind a dash stands what also stands in brackets: "National Association of Manufacturers - NAM".
_DASHED = re.compile(r"(?<=\w)\W*\s[-–—|]\s+([^\W\d_]{2,8})\W*$")
_DASHES = frozenset("-–—|")
_DASHED_BEFORE = re.compile(r"^([^\W\d_]{3,8})\s+[-–—|]\s+(?=\w)(.+)$")
_REMARK = re.compile(
    rf"(?:{_OWNED}|{_FORMER}|yc(?:\b|[swf]\d\d\b).*|y combinator\b.*|publ|nasdaq\b.*|nyse\b.*|(?:now )?hiring|careers|jobs|remote"
    r"|(?:https?://)?(?:www\.)?[\w-]+\.(?:com|io|ai|org|net|co)/?)\s*"
)
_RECRUITS = (
    r"(?:(?:early|experienced) )?(?:careers|career (?:site|programs?|page|opportunities))|recruiting portal"
    r"|(?:summer |student |university |graduate )?internships?(?: programs?)?"
    r"|(?:university|campus|graduate) (?:recruiting|recruitment)"
    r"|(?:hiring|hr|recruiting|recruitment|talent acquisition) team"
    r"|representative office(?: in \w+)?|representation in \w+|corporate(?: offices?)?"
    rf"|(?:armenian|ethiopian|swedish|{'|'.join(COUNTRIES)})"
    r" (?:(?:field|country|regional|representative|representation|branch) )?(?:office|branch)"
)
# What sites put behind a name: Glassdoor its rating, systems what the page is or a number of the unit ("Acme LLC - A57").
# "Industry 4.0" is a name.
_GLUED = re.compile(
    rf"(?<=[\w)])(?:[^\w)]*\s(?:(?<!industry )(?<!industrie )(?<!web )[1-5]\.\d|{_RECRUITS}|[-–—|:]\s*(?:careers|jobs|corporate)"
    r"|[-–—]\s+[a-z]\d{1,3}|[\[(]?(?:https?:?//|www\.)\S+))+\W*$"
    r"|^(?:[\w-]+\s){0,3}(?:careers|jobs|team) (?:at|@)\s+(?=\w)"
    r"|^(?:[\w-]+\s){1,3}(?:engineers?|developers?|scientists?|platform) (?:at|@)\s+(?=\w)"
    r"|^company\s*[:=]+\s+(?=\w)|^(?:remote|on-?site|(?:now )?hiring|jobs)\s*[-–—:|]+\s+(?=\w)"
)
# "001 Acme", "2704 Acme Inc." and "100 Acme Corporation" have the number of a unit in front; "500 Acme LLC" is a name.
_UNIT = re.compile(
    r"^(?:0\d{1,3}[a-z]?\s+(?=[a-z]{3})|\d00\s+(?=[a-z]\D*\scorporation\W*$)"
    r"|(?!\d00\s|360\s|365\s|411\s|911\s|(?:19|20)\d\d\s)\d{3,6}\s+(?=[a-z]\D*\s(?:inc|llc|ltd|corp|corporation|company)\W*$))"
)
# "Dow - The Dow Chemical Company" says its whole name behind it.
_WHOLE_NAME = re.compile(r"^(\w+)\s+[-–—|]\s+(?=the\s\1\b)")
_LINKING = word_set("and of the for in on to")
# Shorter ones are words as well.
_SHORTEST_INITIALS, _FEWEST_WORDS = 3, 4
_PLACES = word_set("uk us usa canada india china singapore australia ireland europe emea apac nordic nordics")
_LETTERS = re.compile(r"[^\W_]+")


def without_remarks(plain: str) -> str:
    """Return a name in small letters without remarks; of "X d/b/a Y" Y, and of "AMI (Acme Mining Inc)" what it stands for."""
    name = _WHOLE_NAME.sub("", _GLUED.sub("", _UNIT.sub("", _TRADES_AS.sub("", plain))))
    name = _OWNER.sub("", _FORMER_NAME.sub("", _without_aside(name)))
    return name if _LETTERS.search(name) else plain


def _without_aside(plain: str) -> str:
    bracketed = _with_brackets(plain)
    found = _ASIDE.match(bracketed) if "(" in bracketed else None
    if found is None:
        return plain
    name, aside, rest = found.groups()
    names, asides = _LETTERS.findall(name), _LETTERS.findall(aside)
    if len(names) == 1 and len(asides) > 1 and _abbreviates(names[0], "".join(word[0] for word in asides)):
        return aside + rest
    says_nothing = not asides or _REMARK.fullmatch(aside) or (len(asides) == 1 and _is_known(asides[0], names))
    return name + " " + rest if names and says_nothing else plain


def _with_brackets(plain: str) -> str:
    """Return a name with its abbreviation in brackets behind it, where it stands behind a dash, or before the name and a dash."""
    if "(" in plain or _DASHES.isdisjoint(plain):
        return plain
    return _DASHED_BEFORE.sub(r"\1 (\2)", _DASHED.sub(r" (\1)", plain))


def _is_known(aside: str, names: Sequence[str]) -> bool:
    return aside in _PLACES or (len(aside) > 1 and _abbreviates(aside, "".join(names)))


def _abbreviates(short: str, whole: str) -> bool:
    """Whether `short` is some letters of `whole` in their order, the first among them."""
    letters = iter(whole)
    return len(short) <= len(whole) and short[:1] == whole[:1] and all(letter in letters for letter in short)


def without_initials(words: Sequence[str]) -> Sequence[str]:
    """Return "Acme Mining Institute AMI", or "AMI Acme Mining Institute", without the initials of its other words."""
    if len(words) < _FEWEST_WORDS:
        return words
    if _are_initials(words[-1], words[:-1]):
        return words[:-1]
    return words[1:] if _are_initials(words[0], words[1:]) else words


def _are_initials(short: str, words: Sequence[str]) -> bool:
    return len(short) >= _SHORTEST_INITIALS and short == "".join(word[0] for word in words if word not in _LINKING)
