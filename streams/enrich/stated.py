"""Reading one of a few values from what a source states, else from the title, else from the text."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from enum import StrEnum
from functools import lru_cache
from typing import Any, TypeVar

from schemas.derived import Derived, Origin
from streams.enrich.text import Hit, Phrases, agreed

T = TypeVar("T")
E = TypeVar("E", bound=StrEnum)
Fold = Callable[[str], str]
Passage = tuple[str | None, Origin, float]
LONGEST_HEADING = 250
_SHORT_LINE, _AFTER_BAR = 120, 30
_TOLD_CONFIDENCE = 0.7
_CACHED = 8192


def heading_of(text: str) -> str:
    """Return the first line of `text`, cut to 250 characters: some boards have all that matters there."""
    return text[:LONGEST_HEADING].partition("\n")[0]


def listed(text: str) -> str:
    """Return the heading of `text` as far as it lists things: `Acme | Berlin | Remote` or a short line; no sentence of prose."""
    heading = heading_of(text)
    if len(heading) < _SHORT_LINE:
        return heading
    return heading[: heading.rfind("|") + _AFTER_BAR] if "|" in heading else ""


def first_agreed(passages: Iterable[Passage], phrases: Phrases[T], fold: Fold) -> tuple[bool, Derived[T] | None]:
    """Return whether any passage names a value, and the value of the first that does; null when it names two.

    A passage is (text, origin, confidence).
    """
    for text, origin, confidence in passages:
        hits = phrases.find(fold(text)) if text else []
        if hits:
            hit = agreed(hits)
            return True, hit and derived_of(hit, text or "", origin, confidence)
    return False, None


def told(hits: Sequence[Hit[E]], text: str, origin: Origin, over: Mapping[E, Collection[E]]) -> Derived[E] | None:
    """Return the value that the hits in `text` stand for; null when they contradict each other.

    A value that others are `over` gives way to them: a contract may be full time.
    """
    beaten = {value for hit in hits for value in over.get(hit.payload, ())}
    hit = agreed([hit for hit in hits if hit.payload not in beaten])
    return hit and derived_of(hit, text, origin, _TOLD_CONFIDENCE)


def derived_of(hit: Hit[T], text: str, origin: Origin, confidence: float) -> Derived[T]:
    """Return what the hit stands for, with its words in `text`."""
    return derived(hit.payload, text[hit.start : hit.end], origin, confidence)


# `none` is a degree and a clearance, and 1 is true: their types tell them apart
@lru_cache(_CACHED, typed=True)
def derived(value: Any, raw: str | None, origin: Origin, confidence: float) -> Derived[Any]:
    """Return the value with where it was read: the same object for the same words, which postings repeat."""
    return Derived(value=value, raw=raw, origin=origin, confidence=confidence)
