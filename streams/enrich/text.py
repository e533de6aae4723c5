"""Words found in text: one pass over folded text for any number of phrases."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

import ahocorasick

T = TypeVar("T")
K = TypeVar("K")
_WORDLIKE = set("+#&")


def _folding() -> bytes:
    """What each Latin-1 character becomes: its lower case where it belongs to a word, a space elsewhere."""
    characters = (chr(i).lower() if chr(i).isalnum() or chr(i) in _WORDLIKE else " " for i in range(256))
    return "".join(c if len(c) == 1 else " " for c in characters).encode("latin-1", "replace")


_FOLDING = _folding()


def fold(text: str) -> str:
    """Return `text` lower-cased, with a space for whatever is in no word: same length, so offsets stand in the original.

    Letters beyond Latin-1 become spaces: the phrases looked for are Latin.
    """
    # bytes.translate folds 3 KB in 4 µs where str.translate needs 120 µs for text beyond ASCII
    return text.encode("latin-1", "replace").replace(b"?", b" ").translate(_FOLDING).decode("latin-1")


def words_of(phrase: str) -> str:
    """Return `phrase` as its folded words, apart by one space."""
    return " ".join(fold(phrase).split())


@dataclass(frozen=True, slots=True)
class Hit(Generic[T]):
    """A phrase found: it stands at `text[start:end]`."""

    start: int
    end: int
    payload: T


class Phrases(Generic[T]):
    """Phrases with what each stands for; matched on whole words only, whatever their case and punctuation.

    A phrase that stands for None is no hit, and neither is a shorter one inside it: `remote sensing` is not `remote`.
    """

    def __init__(self, phrases: Iterable[tuple[str, T | None]]) -> None:
        self._automaton = ahocorasick.Automaton()
        for phrase, payload in phrases:
            # in folded text a sign is a space more: `type: full time` is looked for with and without its colon
            for words in {words_of(phrase), fold(phrase).strip()} - {""}:
                self._automaton.add_word(f" {words} ", (len(words), payload))
        self._automaton.make_automaton()

    def find(self, folded: str) -> list[Hit[T]]:
        """Return the phrases in `folded` (the result of `fold`), in the order of the text; the longest of nested ones."""
        if not len(self._automaton):
            return []
        # `last` is the offset of the phrase's closing space, in a text that has one more space in front
        found = [(last - size - 1, last - 1, payload) for last, (size, payload) in self._automaton.iter(f" {folded} ")]
        found.sort(key=lambda hit: (hit[0], -hit[1]))
        hits: list[Hit[T]] = []
        covered = -1
        for start, end, payload in found:
            if end > covered:
                covered = end
                if payload is not None:
                    hits.append(Hit(start, end, payload))
        return hits


def of_kind(kind: type[K], hits: Iterable[Hit[Any]]) -> list[Hit[K]]:
    """Return the hits that stand for a `kind`."""
    return [hit for hit in hits if isinstance(hit.payload, kind)]


def agreed(hits: list[Hit[T]]) -> Hit[T] | None:
    """Return the first hit when all stand for the same; None when they contradict each other or there are none."""
    return hits[0] if len({hit.payload for hit in hits}) == 1 else None
