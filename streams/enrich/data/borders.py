"""Where one label of an occupation ends and the next begins: a package has them run together, before the description.

    software analyst programmer analyst analyst of software Software analysts elicit and prioritise …

A label ends in a word that titles end in, and begins with one that they begin with; known titles tell how often each word does.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import pairwise
from math import exp, log, log1p

import numpy as np

Titles = Iterable[tuple[str, float]]
_MOST_WORDS, _LONGEST_LABEL, _LONGEST_RUN, _STEM = 10, 12, 260, 3
# What each piece of evidence weighs, chosen on the occupations whose borders another package keeps.
_PRIOR, _COHESION, _KNOWN, _TWICE, _SINGLE, _LENGTH, _CUT_OFF = 2.0, 0.5, 0.7, 3.0, 1.0, 1.0, 6.0
_LONG_WORD, _LONG_LABEL, _SMOOTHING, _RAREST = 3, 5, 2.0, 0.003
_AFTER_NEITHER, _BEFORE_NEITHER = "of and & in the for with to on or at de by l", "of and & in for with to on or at"
_JOINS_NEXT, _JOINS_LAST = frozenset(_AFTER_NEITHER.split()), frozenset(_BEFORE_NEITHER.split())


def split_run(text: str) -> tuple[int, list[str]] | None:
    """Return how many words the preferred label has, and all labels as one run of words; None where that is unclear.

    The description begins with the preferred label once more: with a capital, and in the plural if it is written with care.
    """
    words = text.split()[:_LONGEST_RUN]
    inflected = [(_repeated(words, at, _is_plural), -at) for at in _capitals(words)]
    if inflected and max(inflected)[0]:
        size, at = max(inflected)
        return size, words[:-at]
    related = [(size, at) for at in _capitals(words) if (size := _repeated(words, at, _is_related))]
    return (related[-1][0], words[: related[-1][1]]) if related else None


def _capitals(words: Sequence[str]) -> list[int]:
    return [at for at in range(1, len(words)) if words[at][0].isupper() or words[at][0].isdigit()]


def _repeated(words: Sequence[str], at: int, alike: Callable[[Sequence[str], Sequence[str]], bool]) -> int:
    """Return how many of the first words stand once more from `at` on."""
    for size in range(min(at, _LONGEST_LABEL, len(words) - at - 1), 0, -1):
        if words[0] not in words[1:size] and alike(words[:size], words[at : at + size]):
            return size
    return 0


def _is_plural(label: Sequence[str], subject: Sequence[str]) -> bool:
    if label[-1].lower() == subject[-1].lower().strip(","):
        return False
    pairs = [(one.lower(), other.strip("(),").lower()) for one, other in zip(label, subject, strict=True)]
    return all(
        other.startswith(one[: max(_STEM, len(one) - _STEM)]) and abs(len(one) - len(other)) <= _STEM for one, other in pairs
    )


def _is_related(label: Sequence[str], subject: Sequence[str]) -> bool:
    return all(one[:_STEM].lower() == other[:_STEM].lower() for one, other in zip(label, subject, strict=True))


class Borders:
    """What known titles, each with its weight, tell about the words that a title begins and ends with."""

    def __init__(self, titles: Titles) -> None:
        self._words, self._first, self._last, self._whole = (defaultdict[str, float](float) for _ in range(4))
        self._pairs = defaultdict[tuple[str, str], float](float)
        for title, weight in titles:
            self._learn(title.lower().split(), weight)
        self._usual = sum(self._whole.values()) / sum(self._words.values())

    def _learn(self, words: Sequence[str], weight: float) -> None:
        for word in words:
            self._words[word] += weight
        for pair in pairwise(words):
            self._pairs[pair] += weight
        if words:
            self._first[words[0]] += weight
            self._last[words[-1]] += weight
            self._whole[" ".join(words)] += weight

    def knows(self, word: str) -> bool:
        """Return whether a known title has `word`."""
        return word in self._words

    def ends(self, word: str) -> float:
        """Return how likely it is, as log odds, that a title ends in `word` where it has it."""
        return self._odds(self._last.get(word, 0), self._words.get(word, 0))

    def _begins(self, word: str) -> float:
        return self._odds(self._first.get(word, 0), self._words.get(word, 0))

    def _odds(self, count: float, of: float) -> float:
        share = (count + _SMOOTHING * self._usual) / (of + _SMOOTHING)
        share = min(max(share, _RAREST), 1 - _RAREST)
        return log(share / (1 - share))

    def cut(self, run: Sequence[str], size: int) -> list[str]:
        """Return the labels of `run`, of which the first has `size` words: the cut that all its parts together speak for."""
        best, begins = [0.0], [0]
        for labels in self._gains(run, size):
            gain, start = max(((best[start] + gain, -start) for start, gain in labels), default=(float("-inf"), 0))
            best.append(gain)
            begins.append(-start)
        return [" ".join(run[start:end]) for start, end in reversed(list(_chain(begins)))]

    def likely(self, run: Sequence[str], size: int) -> dict[str, float]:
        """Return every possible label, in the order of `run`, with the probability of the cuts that have it."""
        gains = self._gains(run, size)
        before = [0.0]
        for labels in gains:
            before.append(_either(before[start] + gain for start, gain in labels))
        after = [float("-inf")] * len(gains) + [0.0]
        for end in range(len(gains), 0, -1):
            for start, gain in gains[end - 1]:
                after[start] = _either((after[start], gain + after[end]))
        found: dict[str, float] = {}
        for start, end, gain in sorted((start, end, gain) for end, each in enumerate(gains, 1) for start, gain in each):
            label = " ".join(run[start:end])
            found[label] = max(found.get(label, 0.0), exp(before[start] + gain + after[end] - before[-1]))
        return found

    def _gains(self, run: Sequence[str], size: int) -> list[list[tuple[int, float]]]:
        """Return for each word of `run` where a label that ends in it may start, and what speaks for that label."""
        words = [word.lower() for word in run]
        gaps = [self._gap(one, other) for one, other in pairwise(words)]

        def gain(start: int, end: int) -> float:
            border = gaps[end - 1] / 2 if end < len(words) else 0
            return self._label(words[start:end], first=start == 0) + border - sum(gaps[start : end - 1]) / 2

        return [[(start, gain(start, end)) for start in _starts(end, size)] for end in range(1, len(words) + 1)]

    def _gap(self, one: str, other: str) -> float:
        evidence = self.ends(one) + self._begins(other) + _PRIOR - _COHESION * log1p(self._pairs.get((one, other), 0))
        return evidence - (_CUT_OFF if one in _JOINS_NEXT or other in _JOINS_LAST else 0)

    def _label(self, words: Sequence[str], *, first: bool) -> float:
        """Return what speaks for `words` being one label."""
        label = " ".join(words)
        content = [word for word in words if len(word) > _LONG_WORD]
        gain = _KNOWN * log1p(self._whole.get(label, 0)) * min(len(words), _LONG_WORD) + min(0.0, self.ends(words[-1]) + 1)
        gain -= _TWICE * (len(set(content)) < len(content)) + _LENGTH * max(0, len(words) - _LONG_LABEL)
        gain -= _SINGLE * (len(words) == 1 and not first)
        return gain - _CUT_OFF * ((words[-1] in _JOINS_NEXT) + (label.count("(") != label.count(")")))


def _starts(end: int, size: int) -> Sequence[int]:
    if end < size:
        return ()
    return (0,) if end == size else range(max(size, end - _MOST_WORDS), end)


def _either(evidence: Iterable[float]) -> float:
    """Return the log odds of any of it."""
    return float(np.logaddexp.reduce(list(evidence)))


def _chain(begins: Sequence[int]) -> Iterator[tuple[int, int]]:
    end = len(begins) - 1
    while end > 0:
        yield begins[end], end
        end = begins[end]
