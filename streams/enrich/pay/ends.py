"""Which ends an amount of pay has by the words beside it: `up to $50k`, `from $20/hr`, `Minimum: $40,000 Maximum: $60,000`."""

import re

from streams.enrich.pay.amounts import Ends

_UP_TO = re.compile(
    r"\b(?:up ?to(?: around| about)?|max(?:imum|imaal|imal)?|bis zu|do|(?:ranges?|salary|salaries|paying) to|not exceed\w*|under"
    r"|jusqu['’]à|hasta|até|fino a|tot|upp(?:e)? till|inntil|op til)\W*$",
    re.IGNORECASE,
)
_FROM = re.compile(
    r"\b(?:from|start(?:s|ing)? (?:at|from)|at least|upwards of|min(?:imum|imaal|imo)?(?: of)?|above|over|ab|od|vanaf"
    r"|mindestens|minst|mindst|från|fra|desde|dès|(?:à|a) partir(?:e)? d[ea]|a partir)\W*$",
    re.IGNORECASE,
)
# `das Mindestgehalt für diese Stelle beträgt`
_LEAST_PAY = re.compile(r"indest(?:grund)?(?:gehalt|lohn|entgelt|jahres|monats)[^.\d\n]{0,60}$", re.IGNORECASE)
_NEAR = 30
_AND_UP = re.compile(
    r"\s?(?:\+(?!\s?[\w$€£])|(?:and|or) (?:up|more|above|higher)\b|m[ií]nim(?:um|o)\b|plus\b(?=\W*$))", re.IGNORECASE
)
_LEAST = re.compile(r"\b(?:min(?:imum|imaal|imal)?|mindestens|vanaf|entry|low(?:est)?)\b[^.\d]{0,30}$", re.IGNORECASE)
_THEN_MOST = re.compile(
    r"\W{0,6}(?:(?:base|en|und|salary|pay|wage|rate|range|compensation)\s){0,3}(?:max(?:imum|imaal|imal)?|high(?:est)?)\b[^.\d]{0,30}",
    re.IGNORECASE,
)
# `starts at $23.00 with progressions up to $24.00/hour`
_THEN_UP_TO = re.compile(r"[^.\d\n]{0,40}\b(?:up to|bis zu|tot|jusqu['’]à)\W{0,3}", re.IGNORECASE)
# `Minimum: $60,000 Midpoint: $75,000 Maximum: $90,000`
_THEN_MIDDLE = re.compile(r"\W{0,6}(?:\w+\s){0,2}mid(?:[- ]?point)?\b[^.\d]{0,20}", re.IGNORECASE)
_LOOK_BACK = 40


def bounds(ends: Ends, before: str, after: str) -> tuple[float | None, float | None]:
    """Return the least and the most that an amount says, null where the words beside it leave an end open."""
    if ends.high is not None:
        # `Salary range: $0.00 - $32.76`
        return ends.low or None, ends.high
    near = before[-_NEAR:]
    if _UP_TO.search(near):
        return None, ends.low
    least = ends.is_open or _FROM.search(near) or _AND_UP.match(after)
    if least or ("indest" in before and _LEAST_PAY.search(before)):
        return ends.low, None
    return ends.low, ends.low


def is_midpoint(text: str, end: int, start: int) -> bool:
    """Return whether what is told behind an amount that stops at `end` is the middle of a range: one that begins at `start`."""
    return _THEN_MIDDLE.fullmatch(text, end, start) is not None


def are_side_by_side(text: str, first: tuple[int, int], second: tuple[int, int]) -> bool:
    """Return whether nothing but a space is between the amounts at both places: `Hourly: $21.00 $25.00`."""
    return text[first[1] : second[0]] == " "


def are_least_and_most(text: str, first: tuple[int, int], second: tuple[int, int], *, is_open: bool) -> bool:
    """Return whether the amounts at both places are told as a minimum and, right behind it, a maximum.

    `is_open`: the words beside the first say that it is the least.
    """
    start, end = first
    if is_open and _THEN_UP_TO.fullmatch(text, end, second[0]):
        return True
    told = _THEN_MOST.fullmatch(text, end, second[0])
    return told is not None and _LEAST.search(text, max(0, start - _LOOK_BACK), start) is not None
