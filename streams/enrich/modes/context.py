"""What stands around a word of a mode in a sentence: whether it is how one must work."""

import re

from schemas.derived import WorkMode
from streams.enrich.modes.alone import stands_out
from streams.enrich.modes.clauses import DEGREE, is_before_job, is_done, is_of_job, is_value
from streams.enrich.modes.lines import begins_onsite, begins_remote
from streams.enrich.modes.offers import is_offered
from streams.enrich.text import Hit
from streams.enrich.words import ModeWord

# Who says before a word of a mode that it must be so, and who says that somebody is looked for.
_ASKED = re.compile(
    r"(?:\b(?:must|required to|requires?|(?:expect(?:ed|s)?|ask(?:ed|s)?)(?: [a-z]{1,12}){0,2} to|(?:wants?|needs?"
    r"|prefers?) (?:you"
    r"|everyone|someone)(?: to|(?<=prefer you)(?= work| be| come| join))|will|would|you['’]d|['’]ll|shall|to be"
    r"|(?:willing|need|needs|have|has|continue|should plan|be prepared) to|(?:apply(?: only)? if|unless|only if) you(?:['’]re"
    r"| can| are))|(?:able"
    r"|bility|illingness) to)\b"
    r"[^.!?\n:;]{0,40}?\b(?:work|working|be|being|join(?:ing)? us|report|present|performed|done|conducted|completed|located"
    r"|based|come|operate"
    r"|serve"
    r"|(?:perform|fulfill|complete|do)(?:ing)? (?:the|this|your|all)(?: of (?:the|this|your))? (?:job|role|work|duties))"
    r"(?: (?:with|alongside) (?:us|(?:our|the|your) (?:[\w-]{1,15} )?team))?"
    rf"(?: (?:{DEGREE}|and|into),?){{0,3}} $",
    re.IGNORECASE,
)
_ASKED_TO = re.compile(
    r"\b(?:must|required to|expect(?:ed|s)? to|must be (?:able|willing) to|you will|will be able to"
    r"|needs? to|should plan to|shall|asked to)\s$",
    re.IGNORECASE,
)
_SEEKING = re.compile(
    r"\b(?:looking for|seeking|(?:is|are|currently|now|['’]re) hiring|(?:position|role) is for an?)\b[^.!?\n:;]{0,55}\s$"
    r"|\b(?:opportunit(?:y|ies)|openings?|positions?|need) for an?\b[^.!?\n:;]{0,45} to work\s$",
    re.IGNORECASE,
)
# A part of each of the first, for a look that costs little.
_DUTIES = ("must", "prefer", " to ", "will", "would", "’d ", "'d ", "shall", "require", "’ll ", "'ll ")
_SOUGHT = ("looking for", "seeking", "hiring", " is for a", "to work ")
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
    r"[\s,(-]{0,3}(?:(?:with(?! (?:some |occasional |limited )?travel| our client| one of our| us\b| (?:our|the"
    r"|a) (?:[\w-]+ )?team\b)|of|for a"
    r"|and (?:remote|hybrid|in the field|at (?:client|customer))|or|when|if|once|some"
    r"|several|on(?! (?:a (?:project|part|full|freelance|contract)|our|your|their)\b)|one|two|then|a few"
    r"|during(?! (?:the (?:[\w-]+ )?(?:internship"
    r"|program(?:me)?|summer|semester|season|co-?op)|business"
    r"|working|office|core|normal))"
    r"|as needed|at times|work experience|hos (?:en |våra )?kund\w*|ibland|vid behov|när|eller|och på distans)\b|[12](?!\d)"
    r"|(?:via|by|over) (?:the )?(?:phone|e-?mail|zoom|video)|customer|client|visit|event|meeting|support|interview"
    r"|technical|training|engagement|occasional|construction|team|part|coordinat|polic|option|possib|sensing|monitor|opportun"
    r"|wednes|friday|offices|locations|sites)",
    re.IGNORECASE,
)
# Whoever works there, works there as a rule.
_FROM_TIME_TO_TIME = re.compile(
    r"[^.!?\n,]{0,50}\b(?:from time to time|as needed|at times|when needed|occasionally|periodically)\b", re.IGNORECASE
)
_OWN_HOME = re.compile(r"from (?:the comfort|(?:your|their) own)\b", re.IGNORECASE)
# Where the office is says nothing: `the role is located at our office in Oslo`.
_SITUATED = re.compile(r"\b(?:based|located|situated) $", re.IGNORECASE)
_ALL_WEEK = re.compile(r",? (?:full[- ]?time|(?:five|5) days|every ?day|daily|monday|mon\b)", re.IGNORECASE)
_LONGEST_ASKED, _SITE = 95, 12


def is_asked(text: str, hit: Hit[ModeWord]) -> bool:
    """Return whether a mode amid a sentence is how one must or may work, or what is sought: `must be on site in Oslo`."""
    if (
        _OWN_HOME.match(text, hit.start)
        or begins_remote(text, hit)
        or begins_onsite(text, hit)
        or _is_whatever_follows(text, hit)
    ):
        return True
    if _AT_TIMES.match(text, hit.end) or _FROM_TIME_TO_TIME.match(text, hit.end) or _is_address(text, hit):
        return False
    if stands_out(text, hit) or is_of_job(text, hit):
        return True
    return hit.payload.value is not WorkMode.HYBRID and (is_offered(text, hit) or _is_demanded(text, hit))


def _is_whatever_follows(text: str, hit: Hit[ModeWord]) -> bool:
    """Return whether one works so with whomever and at whosever place: `the work is carried out on site at our customers`."""
    if is_before_job(text, hit) or is_done(text, hit) or is_value(text, hit):
        return True
    if text.startswith((" team", " company", " culture"), hit.end) and is_of_job(text, hit):
        return True
    return (
        hit.payload.value is WorkMode.REMOTE
        and text.startswith((" with ", ", with ", " for "), hit.end)
        and (is_offered(text, hit) or is_of_job(text, hit) or _is_demanded(text, hit))
    )


def _is_address(text: str, hit: Hit[ModeWord]) -> bool:
    """Return whether the words say where an office is: `the role is located at our office in Oslo`."""
    if not text.endswith((" the office", " our office"), hit.start, hit.end) or _ALL_WEEK.match(text, hit.end):
        return False
    return _SITUATED.search(text, max(0, hit.start - _SITE), hit.start) is not None


def _is_demanded(text: str, hit: Hit[ModeWord]) -> bool:
    window = max(0, hit.start - _LONGEST_ASKED)
    before = text[window : hit.start].lower()
    asked = None
    if any(duty in before for duty in _DUTIES):
        # of `you will work from home` the word holds the verb
        verb = text[hit.start : hit.start + 5].lower() == "work "
        asked = (_ASKED_TO if verb else _ASKED).search(text, window, hit.start)
    if asked is None:
        # who is looked for in an office may be wanted there or by its manager
        sought = any(verb in before for verb in _SOUGHT) and (
            before.endswith((" a ", " an ")) or not text.endswith("ffice", 0, hit.end)
        )
        return sought and _SEEKING.search(text, window, hit.start) is not None
    # who is able to work by himself and remotely may still sit in an office
    may_be = hit.payload.value is WorkMode.REMOTE and _ABLE.search(asked[0]) and not _MUST.search(text, window, hit.start)
    return not may_be and _NOT_ASKED.search(asked[0]) is None
