"""What stands around a word of a mode in a sentence: whether it is how one must work."""

import re

from schemas.derived import WorkMode
from streams.enrich.mode_alone import begins_remote, stands_out
from streams.enrich.mode_offers import is_offered
from streams.enrich.text import Hit
from streams.enrich.words import ModeWord

# Who says before a word of a mode that it must be so, and who says that somebody is looked for.
_ASKED = re.compile(
    r"(?<!employees are )(?:\b(?:must|required to|requires?|expect(?:ed|s)?(?: [a-z]{1,12})? to|will|['’]ll|shall|to be"
    r"|(?:willing|need|needs|have|has) to)|(?:able|bility|illingness) to)\b"
    r"[^.!?\n:;]{0,25}?\b(?:work|working|be|being|report|present|performed|done|located|come)"
    r"(?: (?:full[- ]?time|fulltime|part[- ]?time|primarily|exclusively|physically|daily|fully|solely|completely|entirely|online"
    r"|anywhere|and|into),?){0,3}\s$",
    re.IGNORECASE,
)
_ASKED_TO = re.compile(
    r"\b(?:must|required to|expect(?:ed|s)? to|must be (?:able|willing) to|you will|will be able to)\s$", re.IGNORECASE
)
_SEEKING = re.compile(
    r"\b(?:looking for|seeking|(?:is|are|currently|now|['’]re) hiring|(?:position|role) is for an?)\b[^.!?\n:;]{0,55}\s$",
    re.IGNORECASE,
)
# The last word of either, for a look that costs little.
_LAST = frozenset(
    (
        "work", "working", "be", "being", "report", "present", "performed", "done", "located", "come", "full-time", "fulltime",
        "time",
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
    r"[\s,(-]{0,3}(?:(?:with(?! (?:some |occasional |limited )?travel)|of|for a|and remote|and hybrid|or|when|if|once|some"
    r"|several|on|one|two|then|a few|during(?! (?:business|working|office|core|normal))"
    r"|as needed|at times|at (?:a |the |our )?(?:customer|client)s?|work experience)\b|[12]"
    r"|(?:via|by|over) (?:the )?(?:phone|e-?mail|zoom|video)|customer|client|visit|event|meeting|support|interview"
    r"|technical|training|engagement|occasional|construction|team|part|coordinat|polic|option|possib|sensing|monitor|opportun"
    r"|wednes|friday)",
    re.IGNORECASE,
)
# Whoever works there, works there as a rule.
_OWN_HOME = re.compile(r"from (?:the comfort|(?:your|their) own)\b", re.IGNORECASE)
# What the job is: `The role is based in Oslo and is fully on-site`.
_IS = re.compile(
    r"\b(?:(?<!many )(?<!some )(?<!most )(?:position|role|job|internship|opportunity|work|contract|assignment)s?\b(?! that)"
    r"[^.!?\n:;]{0,60}"
    r"\b(?:is|are|will be|has been|takes place)|this is|arbetet?(?: [^.!?\n]{0,20})? (?:sker|utförs|är))"
    r"(?: (?:designated as|categori[sz]ed as|classified as|an?|fully|100%|full[- ]?time|permanent|primarily|currently|strictly"
    r"|and|,|done|performed|conducted|carried out)){0,4}\s$",
    re.IGNORECASE,
)
# Where the office is says nothing: `the role is located at our office in Oslo`.
_SITUATED = re.compile(r"\b(?:based|located|situated) $", re.IGNORECASE)
_LONGEST_IS, _LONGEST_ASKED, _SITE = 110, 95, 12


def is_asked(text: str, hit: Hit[ModeWord]) -> bool:
    """Return whether a mode amid a sentence is how one must or may work, or what is sought: `must be on site in Oslo`."""
    if _OWN_HOME.match(text, hit.start) or begins_remote(text, hit):
        return True
    if _AT_TIMES.match(text, hit.end) or _is_address(text, hit):
        return False
    if stands_out(text, hit) or _IS.search(text, max(0, hit.start - _LONGEST_IS), hit.start):
        return True
    return hit.payload.value is not WorkMode.HYBRID and (is_offered(text, hit) or _is_demanded(text, hit))


def _is_address(text: str, hit: Hit[ModeWord]) -> bool:
    """Return whether the words say where an office is: `the role is located at our office in Oslo`."""
    return text.endswith("ffice", 0, hit.end) and _SITUATED.search(text, max(0, hit.start - _SITE), hit.start) is not None


def _is_demanded(text: str, hit: Hit[ModeWord]) -> bool:
    window = max(0, hit.start - _LONGEST_ASKED)
    before = text[window : hit.start].lower()
    asked = None
    if before[:-1].rpartition(" ")[2].rstrip(",") in _LAST:
        # of `you will work from home` the word holds the verb
        verb = text[hit.start : hit.start + 5].lower() == "work "
        asked = (_ASKED_TO if verb else _ASKED).search(text, window, hit.start)
    if asked is None:
        # who is looked for in an office may be wanted there or by its manager
        sought = any(verb in before for verb in _SOUGHT) and not text.endswith("ffice", 0, hit.end)
        return sought and _SEEKING.search(text, window, hit.start) is not None
    # who is able to work by himself and remotely may still sit in an office
    may_be = hit.payload.value is WorkMode.REMOTE and _ABLE.search(asked[0]) and not _MUST.search(text, window, hit.start)
    return not may_be and _NOT_ASKED.search(asked[0]) is None
