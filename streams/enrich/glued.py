"""Words of work mode and kind of contract that lost the space or the line end beside them: `ScheduleFull-timeJob`."""

import re
from collections.abc import Mapping
from typing import Any

from daachorse import DoubleArrayAhoCorasick

from streams.enrich.text import Hit
from streams.enrich.words import Word, decided

_NEAR = 5
# `FULL-TIMERS`, `RemoteOK`
_NO_FIELDS = frozenset(("RS", "OK"))
# What ends a field, and what stands before the second of two words of which one is left out: `part and full-time`.
_ENDS = re.compile(r"\s*(?:$|[\n(|,;.\d])")
_OTHER = re.compile(r"(?:\b(?:and|or|und|oder)|[&/]) ?$")


class Glued:
    """How glued words are found: `words` as they are when folded, each with what it names.

    `opens`: what stands before a word that only the next is glued to; empty where anything may. `alone`: whether a word that is
    glued to the one before has to end its field, too: `BenefitsOn-site gym` names no mode.
    """

    def __init__(self, words: Mapping[str, Word[Any]], *, opens: str = "", alone: bool = False) -> None:
        self._named, self._opens, self._alone = list(words.values()), opens, alone
        # it reads 3 KB in 2 us, and each `str.find` takes as long
        self._automaton = DoubleArrayAhoCorasick([word.encode("latin-1") for word in words])

    def find(self, text: str, folded: str) -> list[Hit[Any]]:
        """Return a hit for each word of `text` that is glued to another, none of a choice."""
        found = [
            Hit(start, end, self._named[which])
            for start, end, which in self._automaton.find_overlapping_no_suffix(folded.encode("latin-1"))
        ]
        glued = {hit.start for hit in found if self._is_glued(text, hit.start, hit.end)}
        if not glued:
            return []
        return [Hit(hit.start, hit.end, hit.payload.value) for hit in decided(found, text) if hit.start in glued]

    def _is_glued(self, text: str, start: int, end: int) -> bool:
        before, after = text[start - 1 : start], text[end : end + 2]
        if before.isalnum():
            # behind `main` stands no `in office`
            return text[start].isupper() and (not (self._alone or after[:1].islower()) or self._ends(text, end))
        if not after[:1].isupper():
            return False
        left = text[max(0, start - _NEAR) : start]
        opened = not self._opens or not left or left.rstrip(" ")[-1:] in self._opens
        return self._ends(text, end) and opened and _OTHER.search(left) is None

    def _ends(self, text: str, end: int) -> bool:
        """Return whether a field ends there: another begins with a capital."""
        after = text[end : end + 2]
        begins = after[:1].isupper() and after[1:].isalpha() and after not in _NO_FIELDS
        return begins or (not after[:1].isupper() and _ENDS.match(text, end) is not None)
