"""Words of a mode that stand out of the sentences around them: before a place, in capitals, between dashes."""

import re

from schemas.derived import WorkMode
from streams.enrich.text import Hit
from streams.enrich.words import ModeWord, begins_field, begins_line

_NOT_ALONE = re.compile(r"(?:\b(?:or|and|some|no|not)|[,/&])\s*$", re.IGNORECASE)
_ONLY_OK = re.compile(
    r"[\s:(-]{0,3}(?:no\b|ok|is\b|welcome|possible|work|friendly|considered|preferred|candidates|or\b|and\b|/)", re.IGNORECASE
)
_OR_ELSE = re.compile(r"remote|onsite|on-site|hybrid|consider|possib|option", re.IGNORECASE)
# `On-site, modern gym`
_IS_PERK = re.compile(r" ?[,/] ?(?:external|off-?site|state|modern|free|subsidi|gym|caf|fitness|parking|child)")
_IN_PLACE = re.compile(
    r" anywhere\b|(?: (?:in|from|at|innerhalb|en|em|à|depuis|desde|dentro de|binnen|inom|i|w|z)|(?<= in)|(?<= within))"
    r" (?:the )?[A-Z]"
)
_TOWN = re.compile(r" ?: [A-Z][a-z]+,? [A-Z]{2}\b| [-–—|] [A-Z][^\n.!?]{1,30}(?:\n|$)")
_WITH_KIND = re.compile(r",? (?:&|and) (?:full|part)[- ]?time\b", re.IGNORECASE)
_LABEL = re.compile(
    r"(?:^|[\n.!?])\W{0,3}(?:[a-z]{1,12} ){0,2}(?:location|arrangement|model|set-?up|type|schedule|hours|mode|environment"
    r"|policy|shift"
    r"|setting|workplace)\W{1,3}[^\n.!?]{0,40}[ /]$",
    re.IGNORECASE,
)
# Where a label's value ends, also before another label: `Location: Oslo - Remote Duration: 6 months`.
_VALUE_ENDS = re.compile(r" ?(?:$|[\n|;]|\.(?:\s|$))| [A-Z][a-z]+(?: [A-Za-z]+)?:")
# `Oslo, Norway or Remote (for reals)`
_IN_LIST = re.compile(r"\b[A-Z][\w.]+,? (?:[oO]r|OR|as well as) $")
_AND_IN_LIST = re.compile(r"\b[A-Z][\w.]+,? (?:and|&) $")
_ENDS_LIST = re.compile(r" ?(?:$|[\n\]).|/;(]|- )| (?:As|The|This|We|You|Our)\b")
_OR_ELSEWHERE = re.compile(
    r"\b(?:location|based in|located in|candidates in|position in|role in)\b[^.!?\n]{2,60}\b(?:or|as well as) $", re.IGNORECASE
)
# `You can work from our Oslo office or remotely`, `this role can be remote or based in Oslo`
_MAY_BE_AT = re.compile(
    r"\b(?:can|may|choose to|able to|free to|welcome to) (?:work|sit|be|be (?:based|done|performed|held))"
    r" (?:in|at|from|out of) [^.!?\n:;]{2,60}\bor (?:fully |100% )?$",
    re.IGNORECASE,
)
_MAY_BE_REMOTE = re.compile(
    r"\b(?:can|may|choose to|able to|free to|welcome to) (?:work|sit|be|be (?:based|done|performed)) (?:fully |100% )?$"
    r"|(?:^|[\n.!?•;])\W{0,4}(?:work )?$",
    re.IGNORECASE,
)
_OR_AT = re.compile(
    r",? or (?:be )?(?:based |located )?(?:in|at|from|out of) (?:(?:our|one of our|any of our|the|an?)\b|(?-i:[A-Z]))",
    re.IGNORECASE,
)
_GOES_ON = re.compile(r" ?(?:$|[\n)(.,|]| (?:from|in|within) (?:the )?[A-Z])")
_CLOSED = re.compile(r"(?: (?:in|within|from|across|anywhere)\b|,|(?:(?<=in)|(?<=from)|(?<=across)) )[^()\n]{1,30}\)")
_IN_AREA = re.compile(r"(?: (?:from|in|within)|(?<=from)|(?<=in)|(?<=within)) (?:the )?[A-Z]")
_TO_BAR = re.compile(r"[ ,-]{1,3}(?:anywhere )?(?:in )?[A-Z](?:(?! OK\b| ok\b)[^|\n]){1,30}(?:\||\n|$)")
# `Oslo, NO. Onsite, visa`, and what begins behind a word that lost its line end
_AFTER_PLACE = re.compile(r"\b[A-Z][\w.]+, [A-Z][\w ]{1,20}\. $")
SENTENCE_FOLLOWS = re.compile(r" (?:We|You|If|The|This|Our|As|In|Join|Who|What|I)\b")
_LONGEST_LINE, _LONGEST_CHOICE, _LONGEST_NAME = 60, 100, 40
_NEAR, AROUND_TAG, _SHORTEST_TAG, _HEADING = 8, 40, 6, 200


def stands_out(text: str, hit: Hit[ModeWord]) -> bool:
    """Return whether the word is no part of a sentence."""
    in_line = begins_field(text, hit) or _begins_place(text, hit) or _is_tag(text, hit) or _WITH_KIND.match(text, hit.end)
    if hit.payload.value is WorkMode.ONSITE and in_line and _IS_PERK.match(text, hit.end):
        return False
    return (
        bool(in_line)
        or _fills_bars(text, hit)
        or _ends_part(text, hit)
        or _ends_location(text, hit)
        or _fills_brackets(text, hit)
        or _follows_place(text, hit)
    )


def is_beside_place(text: str, hit: Hit[ModeWord]) -> bool:
    """Return whether remote work is offered beside places: `Location: Oslo or remote`."""
    if hit.payload.value is not WorkMode.REMOTE:
        return False
    window = max(0, hit.start - _LONGEST_CHOICE)
    if text.startswith((" or ", ", or "), hit.end) and _OR_AT.match(text, hit.end):
        return _MAY_BE_REMOTE.search(text, window, hit.start) is not None
    if text.endswith(("and ", "& "), 0, hit.start):
        # of small letters a team has people in a place and remote
        return text[hit.start : hit.end].isupper() and _ends_places(text, hit, _AND_IN_LIST)
    if not text.endswith(("r ", "R ", "s "), 0, hit.start):
        return False
    if _ends_places(text, hit, _IN_LIST):
        return True
    goes_on = _GOES_ON.match(text, hit.end) or _IN_AREA.match(text, hit.end)
    return goes_on is not None and any(elsewhere.search(text, window, hit.start) for elsewhere in (_OR_ELSEWHERE, _MAY_BE_AT))


def _ends_places(text: str, hit: Hit[ModeWord], places: re.Pattern[str]) -> bool:
    ends = _ENDS_LIST.match(text, hit.end) or _IN_AREA.match(text, hit.end)
    return ends is not None and places.search(text, max(0, hit.start - _LONGEST_NAME), hit.start) is not None


def names_another(text: str, hit: Hit[ModeWord]) -> bool:
    """Return whether another mode follows, or what is only considered: `Onsite in Oslo or remote`."""
    return _OR_ELSE.search(text, hit.end, hit.end + AROUND_TAG) is not None


def _begins_place(text: str, hit: Hit[ModeWord]) -> bool:
    """Return whether a line begins with the word and a place: `Onsite in Oslo`."""
    placed = _IN_PLACE.match(text, hit.end) or _TOWN.match(text, hit.end)
    return placed is not None and begins_line(text, hit.start, _NEAR) and not names_another(text, hit)


def _is_tag(text: str, hit: Hit[ModeWord]) -> bool:
    """Return whether the word is a tag in capitals in a text that has small letters: `San Francisco, CA ONSITE VISA`."""
    if not text[hit.start : hit.end].isupper() or hit.end - hit.start < _SHORTEST_TAG:
        return False
    before = text[max(0, hit.start - AROUND_TAG) : hit.start]
    return not before.isupper() and _NOT_ALONE.search(before) is None and _ONLY_OK.match(text, hit.end) is None


def _ends_location(text: str, hit: Hit[ModeWord]) -> bool:
    """Return whether the word ends what says where the work is: `Location: Oslo onsite`."""
    ends = text[hit.end : hit.end + 1] in ("", "\n") or (text[hit.start].isupper() and _VALUE_ENDS.match(text, hit.end))
    return bool(ends) and _LABEL.search(text, max(0, hit.start - _LONGEST_LINE), hit.start) is not None


def _fills_brackets(text: str, hit: Hit[ModeWord]) -> bool:
    """Return whether brackets hold the word and what goes with it: `(Remote within the UK)`."""
    return text.endswith("(", 0, hit.start) and _CLOSED.match(text, hit.end) is not None and not names_another(text, hit)


def _fills_bars(text: str, hit: Hit[ModeWord]) -> bool:
    """Return whether the word and a place stand between bars: `| Hybrid Oslo | Java |`."""
    if not text.endswith(("| ", "|"), 0, hit.start):
        return False
    if SENTENCE_FOLLOWS.match(text, hit.end):
        return True
    return _TO_BAR.match(text, hit.end) is not None and not names_another(text, hit)


def _follows_place(text: str, hit: Hit[ModeWord]) -> bool:
    """Return whether the word begins what follows a place that ends with a full stop: `Boston, MA. Onsite, visa`."""
    if not (text.endswith(". ", 0, hit.start) and text.startswith(",", hit.end) and text[hit.start].isupper()):
        return False
    return _AFTER_PLACE.search(text, max(0, hit.start - _LONGEST_NAME), hit.start) is not None


def _ends_part(text: str, hit: Hit[ModeWord]) -> bool:
    """Return whether the word is a part of a heading that lost its line end, or ends a line as `Oslo_Onsite`."""
    if text.endswith("_", 0, hit.start):
        return text.startswith("\n", hit.end)
    return hit.end < _HEADING and text.endswith(" - ", 0, hit.start) and text.startswith((" - ", ", "), hit.end)
