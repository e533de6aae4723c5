"""What stands around a word of a mode in a sentence: whether it is how one must work."""

import re
from collections.abc import Sequence

from schemas.derived import WorkMode
from streams.enrich.text import Hit
from streams.enrich.words import ModeWord, begins_field, begins_line

# Who says before a word of a mode that it must be so, and who says that somebody is looked for.
_ASKED = re.compile(
    r"(?<!employees are )(?:\b(?:must|required to|requires?|expect(?:ed|s)?(?: [a-z]{1,12})? to|will|shall|to be"
    r"|(?:willing|need|needs|have|has) to)|(?:able|bility|illingness) to)\b"
    r"[^.!?\n:;]{0,25}?\b(?:work|working|be|being|report|present|performed|located|come)"
    r"(?: (?:full[- ]?time|fulltime|part[- ]?time|primarily|exclusively|physically|daily|fully|solely|completely|entirely|online"
    r"|anywhere|and|into),?){0,3}\s$",
    re.IGNORECASE,
)
_ASKED_TO = re.compile(
    r"\b(?:must|required to|expect(?:ed|s)? to|must be (?:able|willing) to|you will|will be able to)\s$", re.IGNORECASE
)
_SEEKING = re.compile(
    r"\b(?:looking for|seeking|(?:is|are|currently|now|['’]re) hiring|(?:position|role) is for an?)\b[^.!?\n:;]{0,40}\s$",
    re.IGNORECASE,
)
# The last word of either, for a look that costs little.
_LAST = frozenset(
    (
        "work", "working", "be", "being", "report", "present", "performed", "located", "come", "full-time", "fulltime", "time",
        "part-time", "primarily", "exclusively", "physically", "daily", "fully", "solely", "completely", "entirely", "online",
        "anywhere", "and", "into", "must", "to", "will", "able",
    )
)  # fmt: skip
_SOUGHT = ("looking for", "seeking", "hiring", " is for a")
_ABLE = re.compile(r"(?:able|bility|willing|illingness) to", re.IGNORECASE)
# For whom, and when, it is not how one must work.
_NOT_ASKED = re.compile(
    r"\b(?:while|when|if|some|occasional|occasionally|sometimes|comfortable|effective|option|those|candidates that|may|can|first"
    r"|located (?:at|in)|experience)\b",
    re.IGNORECASE,
)
_MUST = re.compile(r"\bmust be (?:able|willing)", re.IGNORECASE)
# Behind it, whose mode it is instead, and that it is only at times.
_AT_TIMES = re.compile(
    r"[\s,(-]{0,3}(?:(?:with|of|for a|and remote|and hybrid|or|when|if|once|some|several|on|one|two|then|a few|during"
    r"|as needed|at times|at (?:a |the |our )?(?:customer|client)s?|work experience)\b|[12]"
    r"|customer|client|visit|event|meeting|support|interview"
    r"|technical|training|engagement|occasional|construction|team|part|coordinat|polic|option|possib|sensing|monitor|opportun"
    r"|wednes|friday)",
    re.IGNORECASE,
)
_NOT_ALONE = re.compile(r"(?:\b(?:or|and|some|no|not)|[,/&])\s*$", re.IGNORECASE)
_ONLY_OK = re.compile(
    r"[\s:(-]{0,3}(?:no\b|ok|is\b|welcome|possible|work|friendly|considered|preferred|candidates|or\b|and\b|/)", re.IGNORECASE
)
_OR_ELSE = re.compile(r"remote|onsite|on-site|hybrid|consider|possib|option", re.IGNORECASE)
_IN_PLACE = re.compile(r"(?: (?:in|from|at)|(?<= in)|(?<= within)) (?:the )?[A-Z]")
_REFUSED = re.compile(r" ?: ?(?:[nN]o|NO)(?:\b|(?=[A-Z][a-z]))(?! problem)")
# What the job is: `The role is based in Oslo and is fully on-site`.
_IS = re.compile(
    r"\b(?:(?:position|role|job|internship|opportunity|work)s?\b(?! that)[^.!?\n:;]{0,60}\b(?:is|are|will be)|this is)"
    r"(?: (?:an?|fully|100%|full[- ]?time|permanent|primarily|currently|strictly|and|,)){0,4}\s$",
    re.IGNORECASE,
)
_LONGEST_IS = 110
_NEAR, _LONGEST_ASKED, _AROUND_TAG, _SHORTEST_TAG = 8, 95, 40, 6


def _begins_place(text: str, hit: Hit[ModeWord]) -> bool:
    """Return whether a line begins with the word and a place: `Onsite in Oslo`."""
    placed = begins_line(text, hit.start, _NEAR) and _IN_PLACE.match(text, hit.end) is not None
    return placed and _OR_ELSE.search(text, hit.end, hit.end + _AROUND_TAG) is None


def _is_tag(text: str, hit: Hit[ModeWord]) -> bool:
    """Return whether the word is a tag in capitals in a text that has small letters: `San Francisco, CA ONSITE VISA`."""
    if not text[hit.start : hit.end].isupper() or hit.end - hit.start < _SHORTEST_TAG:
        return False
    before = text[max(0, hit.start - _AROUND_TAG) : hit.start]
    return not before.isupper() and _NOT_ALONE.search(before) is None and _ONLY_OK.match(text, hit.end) is None


def refusals(hits: Sequence[Hit[ModeWord]], text: str) -> list[Hit[WorkMode]]:
    """Return a hit for each `Remote: no`: the work is on site."""
    return [
        Hit(hit.start, refused.end(), WorkMode.ONSITE)
        for hit in hits
        if hit.payload.value is WorkMode.REMOTE and (refused := _REFUSED.match(text, hit.end))
    ]


def is_asked(text: str, hit: Hit[ModeWord]) -> bool:
    """Return whether a mode amid a sentence is how one must work, or what is sought: `must be on site in Oslo`."""
    if _AT_TIMES.match(text, hit.end):
        return False
    if begins_field(text, hit) or _begins_place(text, hit) or _is_tag(text, hit):
        return True
    if _IS.search(text, max(0, hit.start - _LONGEST_IS), hit.start):
        return True
    if hit.payload.value is WorkMode.HYBRID:
        return False
    window = max(0, hit.start - _LONGEST_ASKED)
    before = text[window : hit.start].lower()
    asked = None
    if before[:-1].rpartition(" ")[2].rstrip(",") in _LAST:
        # of `you will work from home` the word holds the verb
        verb = text[hit.start : hit.start + 5].lower() == "work "
        asked = (_ASKED_TO if verb else _ASKED).search(text, window, hit.start)
    if asked is None:
        return any(verb in before for verb in _SOUGHT) and _SEEKING.search(text, window, hit.start) is not None
    # who is able to work by himself and remotely may still sit in an office
    may_be = hit.payload.value is WorkMode.REMOTE and _ABLE.search(asked[0]) and not _MUST.search(text, window, hit.start)
    return not may_be and _NOT_ASKED.search(asked[0]) is None
