"""Words of work mode and kind of contract in running text: which of them state something, by what stands around them."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import product
from typing import Any, Generic, TypeVar

from schemas.derived import EmploymentType, WorkMode
from streams.enrich.text import Hit

E = TypeVar("E", bound=StrEnum)


@dataclass(frozen=True, slots=True)
class Word(Generic[E]):
    """A word for `value`; `bare`: it states that only where it stands by itself, as between bars or alone in its line."""

    value: E
    bare: bool = False


class KindWord(Word[EmploymentType]):
    """A word for a kind of contract."""


class ModeWord(Word[WorkMode]):
    """A word for where the work is done."""


# What opens and ends a place where a word stands by itself; the empty string is where the text begins or ends.
_LINE_STARTS = frozenset(("", "\n"))
_LINE_ENDS = frozenset(("", "\n", "|", ".", "("))
_OPENS, _ENDS = frozenset("|([:"), frozenset(("", *"|)];,.\n-–—(*"))
_LISTS, _DASHES = frozenset(",;/)"), frozenset("-–—")
_CLOSES = frozenset("|)")
_BULLETS = " \t-–—•·*~"
# What stands between words of which one may be chosen.
_CHOICE = re.compile(
    r"[\s()–-]*(?:[,/|&+][\s,/|&+(]*(?:or|and)?|or|and|and/or|und|oder|och|eller|lub)[\s(]*(?:in|an?|from|up to)?[\s(]*",
    re.IGNORECASE,
)
_NEAR, _SHORT_LINE = 14, 90


def joined(*parts: Iterable[str]) -> Iterator[str]:
    """Yield each phrase that has one of each of the parts, in their order."""
    return (" ".join(filter(None, words)) for words in product(*parts))


def labelled(labels: Sequence[str], forms: Iterable[str]) -> Iterator[str]:
    """Yield `type: full time`, `type - full time` and their like; each label ends with its colon."""
    return joined((*labels, *(f"{label[:-1]} -" for label in labels)), forms)


def beside(one: Iterable[str], other: Iterable[str], signs: Iterable[str] = (" ", ", ", " / ")) -> Iterator[str]:
    """Yield `full time, remote` and its like: phrases of both lists, since what is inside a longer phrase is not found."""
    return (f"{left}{sign}{right}" for left, sign, right in product(one, signs, other))


def statements(hits: Sequence[Hit[Any]], text: str) -> list[Hit[Any]]:
    """Return hits for what the words, each a `Word`, state in `text`: not those of a choice, nor bare ones amid a sentence."""
    open_ = set[int]()
    for at in range(1, len(hits)):
        (_, end, one), (start, _, other) = hits[at - 1], hits[at]
        if one.value is other.value or start - end >= _NEAR:
            continue
        between = text[end:start]
        if _CHOICE.fullmatch(between):
            open_ |= {at - 1, at}
        elif between.strip() == "(" and other.bare:
            # of `hybrid (remote, office)` the first is what is stated
            open_.add(at)
    return [
        Hit(hit.start, hit.end, hit.payload.value)
        for at, hit in enumerate(hits)
        if at not in open_ and not (hit.payload.bare and not _by_itself(text, hit.start, hit.end))
    ]


def _by_itself(text: str, start: int, end: int) -> bool:
    left, after = text[max(0, start - _NEAR) : start].rstrip(" \t"), text[end : end + _NEAR].lstrip(" \t")[:1]
    before = left.rstrip(_BULLETS)[-1:]
    if before in _LINE_STARTS:
        return after in _LINE_ENDS
    if before in _OPENS:
        return after in _ENDS
    # the last of a list in a short line, or what stands before a bar
    in_list = before in _LISTS or left[-1:] in _DASHES
    return in_list and (after in _CLOSES or (after in _LINE_STARTS and _line_length(text, start) < _SHORT_LINE))


def _line_length(text: str, at: int) -> int:
    end = text.find("\n", at)
    return (end if end >= 0 else len(text)) - text.rfind("\n", 0, at)
