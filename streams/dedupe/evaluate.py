"""How well a method tells copies, variants and different jobs apart, on pairs that a reader has labelled.

Only what the labels say counts as truth; a label that looks wrong is reported as an error like any other.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

import numpy as np
from numpy.typing import NDArray

from streams.dedupe.decide import relate
from streams.dedupe.pairs import Pair, by_group
from streams.dedupe.reader import Label
from streams.dedupe.sketch import sketch_of
from streams.mirror.across import similarity

_LOW, _HIGH = 2.5, 97.5
_LONGEST_RUN = 160
# Runs of fewer equal words than this don't interrupt a difference.
_ISLAND = 3

Interval = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Judged:
    """What a method says of a pair."""

    label: Label
    reason: str = ""
    differences: tuple[str, ...] = ()


Method = Callable[[Pair], Judged]


@dataclass(frozen=True, slots=True)
class Rate:
    """A share between 0 and 1 with its 95 % bootstrap interval; both are None where nothing was counted."""

    value: float | None
    interval: Interval | None = None


@dataclass(frozen=True, slots=True)
class Scores:
    """How a method did on some pairs.

    Precision, recall and F1 are those of "copy"; `merged` is the share of different jobs called copies, `linked` that of
    variants called variants. `confusion` counts pairs by (label, answer).
    """

    pairs: int
    precision: Rate
    recall: Rate
    f1: Rate
    merged: Rate
    linked: Rate
    confusion: Mapping[tuple[Label, Label], int]


@dataclass(frozen=True, slots=True)
class Error:
    """A pair that a method judged otherwise than its reader, with what only one of the texts says."""

    pair: Pair
    judged: Judged
    only_a: tuple[str, ...]
    only_b: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Report:
    """A method's scores on all pairs, by data set and by band of similarity, and its errors."""

    all: Scores
    by_set: Mapping[str, Scores]
    by_band: Mapping[str, Scores]
    errors: Sequence[Error]


def stage(pair: Pair) -> Judged:
    """Judge as the stage does, as if one employer had published both."""
    kin = relate(pair.a.content(), pair.b.content(), pair.b.id)
    return Judged(kin.label, kin.reason, kin.told.differences) if kin else Judged(Label.DIFFERENT)


def across(pair: Pair) -> Judged:
    """Judge by the verifier across employers, which knows copies only; it is meant for pairs of two employers."""
    alike = similarity(sketch_of(pair.a.content()), sketch_of(pair.b.content()))
    return (
        Judged(Label.DIFFERENT)
        if alike is None
        else Judged(Label.COPY, f"About {alike:.0%} of what the shorter one says of the role is in both.")
    )


METHODS: Mapping[str, Method] = {"stage": stage, "across": across}


def evaluate(
    pairs: Sequence[Pair], method: Method, groups: Sequence[str], generator: np.random.Generator, *, rounds: int = 1000
) -> Report:
    """Return how `method` does on `pairs`.

    `groups` has the group of each pair, within which pairs are not independent: the bootstrap draws whole groups.
    """
    judged = [method(pair) for pair in pairs]

    def scores(kept: Sequence[int]) -> Scores:
        answers = [(pairs[at].label, judged[at].label) for at in kept]
        return scores_of(answers, [groups[at] for at in kept], generator, rounds=rounds)

    return Report(
        all=scores(range(len(pairs))),
        by_set={name: scores(kept) for name, kept in _positions(pair.data_set for pair in pairs)},
        by_band={name: scores(kept) for name, kept in _positions(pair.band for pair in pairs)},
        errors=[_error(pair, answer) for pair, answer in zip(pairs, judged, strict=True) if pair.label is not answer.label],
    )


def _positions(names: Iterable[str]) -> list[tuple[str, list[int]]]:
    listed = list(names)
    return [(name, [at for at, other in enumerate(listed) if other == name]) for name in sorted(set(listed)) if name]


def scores_of(
    answers: Sequence[tuple[Label, Label]], groups: Sequence[str], generator: np.random.Generator, *, rounds: int
) -> Scores:
    """Return the scores of (label, answer) of some pairs, with intervals from `rounds` draws of their groups."""
    confusion = Counter(answers)
    counts = np.array([_counts([answers[at] for at in kept]) for kept in by_group(groups)], float)
    draws = generator.multinomial(len(counts), np.full(len(counts), 1 / len(counts)), size=rounds) @ counts
    drawn = zip(*map(_rates, draws), strict=True)
    rates = [Rate(value, interval(values)) for value, values in zip(_rates(counts.sum(axis=0)), drawn, strict=True)]
    precision, recall, f1, merged, linked = rates
    return Scores(len(answers), precision, recall, f1, merged, linked, confusion)


def _counts(answers: Sequence[tuple[Label, Label]]) -> list[int]:
    found = Counter(answers)
    copies = sum(count for (_, answer), count in found.items() if answer is Label.COPY)
    labelled = Counter(label for label, _ in answers)
    return [
        found[Label.COPY, Label.COPY], copies, labelled[Label.COPY],
        found[Label.DIFFERENT, Label.COPY], labelled[Label.DIFFERENT],
        found[Label.VARIANT, Label.VARIANT], labelled[Label.VARIANT],
    ]  # fmt: skip


def _rates(counts: NDArray[np.float64]) -> tuple[float | None, ...]:
    right, answered, copies, merged, different, linked, variants = counts.tolist()
    return (
        _share(right, answered),
        _share(right, copies),
        _share(2 * right, answered + copies),
        _share(merged, different),
        _share(linked, variants),
    )


def _share(part: float, whole: float) -> float | None:
    return part / whole if whole else None


def interval(drawn: Sequence[float | None]) -> Interval | None:
    """Return between which values 95 % of `drawn` lie; None where no draw has a value."""
    values = [value for value in drawn if value is not None]
    if not values:
        return None
    low, high = np.percentile(values, (_LOW, _HIGH)).tolist()
    return low, high


def _error(pair: Pair, judged: Judged) -> Error:
    only_a, only_b = differences(pair.a.text, pair.b.text)
    return Error(pair, judged, only_a, only_b)


def differences(one: str, other: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the runs of words that only one and only the other text has, long ones cut."""
    mine, theirs = one.split(), other.split()
    blocks = SequenceMatcher(None, mine, theirs, autojunk=False).get_matching_blocks()
    only_mine, only_theirs = [], []
    start = (0, 0)
    for block in blocks:
        if block.size < _ISLAND and block.size:
            continue
        only_mine.append(" ".join(mine[start[0] : block.a]))
        only_theirs.append(" ".join(theirs[start[1] : block.b]))
        start = (block.a + block.size, block.b + block.size)
    return _cut(only_mine), _cut(only_theirs)


def _cut(runs: Iterable[str]) -> tuple[str, ...]:
    return tuple(run if len(run) <= _LONGEST_RUN else f"{run[:_LONGEST_RUN]}…" for run in runs if run)
