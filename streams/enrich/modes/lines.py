"""Lines, sentences and items of a list that begin with remote work: `Work remotely, on your own schedule`."""

import re

from schemas.derived import WorkMode
from streams.enrich.text import Hit
from streams.enrich.words import ModeWord, begins_line

# A whole line or item about remote work: `What we offer: fully remote work, flexible hours`.
_WHOLE_LINE = re.compile(
    r"(?:[ -](?:work(?:ing)?|from home|opportunit(?:y|ies)|options?|flexibility|schedule|environment|culture|location"
    r"|arrangements?)){1,3}[ .,;!]{0,2}(?:\n|$)",
    re.IGNORECASE,
)
_ITEM_BEGINS = re.compile(
    r"(?:(?:^|[\n•*:?]| [-–] )\W{0,3}(?:flexible,? |fully |full |100% |online/)?|(?:perks|benefits|offer) |[a-z]Fully )$",
    re.IGNORECASE,
)
_WHOLE_ITEM = re.compile(
    r"[ -]work(?:ing)?(?: (?:options?|opportunit(?:y|ies)|schedule|arrangements?))?"
    r"(?= ?(?:$|[.,;!\n•|)]|- |– )| (?:with|and) flexib| from (?:any|wherever)| but\b)"
)
# The verb before a word that has none, what invites before it, and that it is the rule.
_SENTENCE_BEGINS = re.compile(r"(?:^|[\n.!?•;])\W{0,4}(?:work(?:ing)? (?:fully |100% |entirely )?)?$", re.IGNORECASE)
_INVITES = re.compile(
    r"(?:^|[\n.!?•])\W{0,4}(?:set|enjoy|live|skip|join|earn|choose|no commute)\b[^.!?\n]{0,40}(?:\band|,"
    r"| [-–]) (?:work (?:fully )?)?$",
    re.IGNORECASE,
)
_AS_RULE = re.compile(
    r" ?(?:$|[\n.!,;–—]|- )| (?:in any\b|and (?:set|enjoy|choose|make|be|earn|get)|full|permanent|on your|in your (?:pj|paj|own)"
    r"|with (?:flexib"
    r"|our team|us\b|an? (?:[\w-]{1,15} ){0,2}team)|from (?:home|any|wherever|your)|every day|year|(?:with)?in the (?:state|u))",
    re.IGNORECASE,
)
_SOME_VISITS = re.compile(
    r"(?: work| position| role)?(?:[\s,(-]{0,3}(?:with |plus |w/ ?)(?:some |occasional |up to |\d+% |travel)"
    r"| from (?:home|your)|[,;]? ?[–-]? (?:but )?(?:must|candidates must) )",
    re.IGNORECASE,
)
_HOME_WITH = re.compile(r" with\b| [-–—] |, |!")
# `Work onsite with our team`, `Onsite presence at the plant`
_WORK_BEGINS = re.compile(r"(?:^|[\n.!?•;])\W{0,4}work(?:ing)? $", re.IGNORECASE)
_AMONG_US = re.compile(r" (?:with (?:our|the|an?) (?:[\w-]{1,15} ){0,2}team\b|(?:in|at|from) (?:our|the)\b|full[- ]time)")
_PRESENCE = re.compile(
    r" (?:presence|attendance)(?: (?:at|in|is|required|expected|full)\b| ?\.?(?:\n|$))| work(?= ?(?:[,.(|–-]|\n|$))"
)
_NEAR, _LONGEST_START = 8, 70


def begins_remote(text: str, hit: Hit[ModeWord]) -> bool:
    """Return whether a line or sentence begins with a word of remote work, or an item of a list is one."""
    if hit.payload.value is not WorkMode.REMOTE:
        return False
    if _is_item(text, hit) or _is_invitation(text, hit) or (begins_line(text, hit.start, _NEAR) and _goes_on(text, hit)):
        return True
    return text.startswith(",", hit.end) and text.endswith((". ", "! "), 0, hit.start) and text[hit.start].isupper()


def begins_onsite(text: str, hit: Hit[ModeWord]) -> bool:
    """Return whether a line or sentence begins with work on site: `Work onsite with our team`."""
    if hit.payload.value is not WorkMode.ONSITE:
        return False
    if _PRESENCE.match(text, hit.end):
        return begins_line(text, hit.start, _NEAR)
    if not text.endswith(("ork ", "ing "), 0, hit.start) or _AMONG_US.match(text, hit.end) is None:
        return False
    return _WORK_BEGINS.search(text, max(0, hit.start - _LONGEST_START), hit.start) is not None


def _is_item(text: str, hit: Hit[ModeWord]) -> bool:
    window = max(0, hit.start - _LONGEST_START)
    return _WHOLE_ITEM.match(text, hit.end) is not None and _ITEM_BEGINS.search(text, window, hit.start) is not None


def _is_invitation(text: str, hit: Hit[ModeWord]) -> bool:
    """Return whether one is told to work so, as the rule: `Work from home and set your hours`."""
    if _AS_RULE.match(text, hit.end) is None:
        return False
    window = max(0, hit.start - _LONGEST_START)
    begins = _SENTENCE_BEGINS.search(text, window, hit.start)
    # a word without a verb needs one before it
    if begins and (text.startswith(("Work", "WORK"), hit.start) or begins[0].rstrip()[-1:].isalnum()):
        return True
    return _INVITES.search(text, window, hit.start) is not None


def _goes_on(text: str, hit: Hit[ModeWord]) -> bool:
    if _WHOLE_LINE.match(text, hit.end):
        return True
    goes_on = _HOME_WITH if text[hit.start : hit.start + 5].lower() == "work " else _SOME_VISITS
    return goes_on.match(text, hit.end) is not None
