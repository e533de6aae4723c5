"""Words of work mode and kind of contract in running text: which of them state something, by what stands around them."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import product
from typing import Any, Generic, TypeVar

from schemas.derived import EmploymentType, WorkMode
from streams.enrich.text import Hit

E = TypeVar("E", bound=StrEnum)


@dataclass(frozen=True, slots=True)
class Word(Generic[E]):
    """A word for `value`; `bare`: it states that only where it stands by itself, as between bars or alone in its line.

    `abroad`: it is of another language than English, and the clauses of these are looked for around it.
    """

    value: E
    bare: bool = False
    abroad: bool = False


class KindWord(Word[EmploymentType]):
    """A word for a kind of contract."""


class ModeWord(Word[WorkMode]):
    """A word for where the work is done."""


class PartWord(Word[WorkMode]):
    """A word of another language than English for where the work is done, only in a clause about the job."""


class InternWord:
    """A word for interns or their work."""


class WeekWord:
    """Words behind a number of days, as `days a week`."""


class DayWord:
    """A day amid the week, or all of its days."""


class OfficeWord:
    """A word for an office."""


class HomeWord:
    """The word for one's home."""


# What opens and ends a place where a word stands by itself; the empty string is where the text begins or ends.
_LINE_STARTS = frozenset(("", "\n"))
_LINE_ENDS = frozenset(("", *"\n|.("))
_OPENS, _ENDS = frozenset("|([:"), frozenset(("", *"|)];,.\n-–—(*"))
_LISTS, _DASHES = frozenset(",;/)"), frozenset("-–—")
_CLOSES, _WHOLE_SENTENCE = frozenset("|)"), frozenset(".(")
_GOES_ON = frozenset(",;/–—")
# A label of which only the end may be a word of its own: `2024Location: In person at the camp`.
_LABELLED = re.compile(r"(?:ocation|ype|etting|rrangement|odel|tatus|chedule): ?$")
_LONGEST_LABEL = 12
_BULLETS = " \t-–—•·*~"
# What stands between words of which one may be chosen.
_CHOICE = re.compile(
    r"[\s()–-]*(?:[,/|&+][\s,/|&+(]*(?:or|and)?|or|and|and/or|und|oder|och|eller|lub|ou|et|of|en|og|o|y|e|i|albo|bzw\.)[\s(]*"
    r"(?:in|an?|from|up to|à|a|en|em|na|på|im)?[\s(]*",
    re.IGNORECASE,
)
_DASH = re.compile(r" [-–—/]{1,2} ")
# What ends `This position is located in Oslo, on-site.`
_ENDS_SENTENCE, _PLACE = re.compile(r"\.\s*(?:\n|$)"), re.compile(r"\b[A-Z][a-z]+[A-Za-z. ]*, (?:[A-Z]{2}, )?$")
_LONGEST_PLACE, _LONG_LINE = 30, 300
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
    return [
        Hit(hit.start, hit.end, hit.payload.value)
        for hit in decided(hits, text)
        if not (hit.payload.bare and not _by_itself(text, hit.start, hit.end))
    ]


def led(hits: Sequence[Hit[Any]], text: str, leads: Callable[[str, Hit[Any]], bool]) -> list[Hit[Any]]:
    """Return hits for the bare words amid sentences, none of a choice, that the words around them make a statement."""
    return [Hit(hit.start, hit.end, hit.payload.value) for hit in decided(hits, text) if hit.payload.bare and leads(text, hit)]


def decided(hits: Sequence[Hit[Any]], text: str) -> Iterator[Hit[Any]]:
    """Yield the hits of which none is one of several to choose from."""
    # of `Oslo or remote` neither
    open_ = {at for at, hit in enumerate(hits) if text[max(0, hit.start - 4) : hit.start].lower().endswith(" or ")}
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
    return (hit for at, hit in enumerate(hits) if at not in open_)


def begins_field(text: str, hit: Hit[Any]) -> bool:
    """Return whether a line or a label's value begins with the word, and goes on behind it: `Full-time, exempt`."""
    if _LABELLED.search(text, max(0, hit.start - _LONGEST_LABEL), hit.start):
        return True
    return begins_line(text, hit.start, _NEAR) and text[hit.end : hit.end + _NEAR].lstrip(" \t")[:1] in _GOES_ON


def begins_line(text: str, at: int, near: int) -> bool:
    """Return whether nothing but bullets stands before `at` in its line, or in the `near` characters before it."""
    return text[max(0, at - near) : at].rstrip(_BULLETS)[-1:] in _LINE_STARTS


def _by_itself(text: str, start: int, end: int) -> bool:
    left, after = text[max(0, start - _NEAR) : start].rstrip(" \t"), text[end : end + _NEAR].lstrip(" \t")[:1]
    before = left.rstrip(_BULLETS)[-1:]
    if before in _LINE_STARTS:
        return after in _LINE_ENDS
    if before in _OPENS:
        return after in _ENDS
    if before == ".":
        return after in _WHOLE_SENTENCE
    return (left[-1:] in _DASHES or before in _LISTS) and _ends_list(text, start, end, after)


def _ends_list(text: str, start: int, end: int, after: str) -> bool:
    """Return whether a word behind a comma or a dash is the last of a list in a short line, or stands before a bar or a dash."""
    left = text[max(0, start - _NEAR) : start].rstrip(" \t")
    dashed = left[-1:] in _DASHES or left.endswith("//")
    if after in _CLOSES or (dashed and after == "."):
        return True
    if dashed and _DASH.match(text, end):
        return _line_length(text, start) < _LONG_LINE
    if _ENDS_SENTENCE.match(text, end):
        return _PLACE.search(text, max(0, start - _LONGEST_PLACE), start) is not None
    return after in _LINE_STARTS and _line_length(text, start) < _SHORT_LINE


def _line_length(text: str, at: int) -> int:
    end = text.find("\n", at)
    return (end if end >= 0 else len(text)) - text.rfind("\n", 0, at)
