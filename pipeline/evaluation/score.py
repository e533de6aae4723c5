"""Scores of a method on the cases of a truth, with intervals, by halves that an id always falls into."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from pipeline.evaluation.base import Case, DataAbsent, Drawn, Field, Marks, Truth
from streams.dedupe.evaluate import Rate, interval
from streams.dedupe.pairs import halves_of
from streams.enrich.resources import Resources

ROUNDS = 1000
Rates = tuple[float | None, float | None, float | None, float | None]


@dataclass(frozen=True, slots=True)
class Scores:
    """How a method did on `n` cases.

    `coverage`: values expected of which anything was said, for lists the share found. `precision`: of what was said, what is
    right. `overall`: right of all expected (accuracy), or F1. `false`: cases with a wrong answer, of all cases.
    """

    n: int
    coverage: Rate
    precision: Rate
    overall: Rate
    false: Rate


@dataclass(frozen=True, slots=True)
class Error:
    """A case in which the enricher said something wrong (`said` is then not None), or missed what was expected."""

    case: Case
    said: Any


@dataclass(frozen=True, slots=True)
class Row:
    """A field on one half of one data set; `absent` says why there are no scores."""

    field: Field
    truth: Truth
    half: str
    ours: Scores | None = None
    plain: Scores | None = None
    errors: Sequence[Error] = ()
    absent: str | None = None

    @property
    def not_read(self) -> int:
        """How many answers are wrong only because nobody has read the text: it was drawn, and nothing was said of it before."""
        truths = (error.case.truth for error in self.errors)
        return sum(isinstance(truth, Drawn) and truth.accepted is None for truth in truths)


@dataclass(frozen=True, slots=True)
class Material:
    """What measuring takes: the folder of the sets, what enrichers look things up in, and what gives a generator anew.

    Each row's bootstrap begins with a generator of its own, so that a row is the same in whatever company it is measured.
    """

    data: Path
    resources: Resources
    draw: Callable[[], np.random.Generator]


HALVES: Mapping[str, frozenset[int]] = {"tuned": frozenset({0}), "reported": frozenset({1}), "all": frozenset({0, 1})}


def measure(fields: Iterable[Field], halves: Sequence[str], material: Material) -> Iterator[Row]:
    """Yield a row per field, data set and half."""
    for field in fields:
        for truth in field.truths:
            try:
                cases = distinct(truth.cases(material.data))
            except DataAbsent as error:
                yield from (Row(field, truth, half, absent=str(error)) for half in halves)
                continue
            yield from (_row(field, truth, half, _of_half(half, cases), material) for half in halves)


def _of_half(half: str, cases: Sequence[Case]) -> list[Case]:
    numbers = halves_of(case.id for case in cases)
    return [case for case, number in zip(cases, numbers, strict=True) if number in HALVES[half]]


def distinct(cases: Iterable[Case]) -> list[Case]:
    """Return the cases, each title, text and wording of places once: a repeated ad must not stand in both halves."""
    kept: dict[object, Case] = {}
    for case in cases:
        posting = case.posting
        places = tuple(place.raw for place in posting.locations)
        kept.setdefault((posting.title, posting.description, places, posting.stated_salary), case)
    return list(kept.values())


def _row(field: Field, truth: Truth, half: str, cases: Sequence[Case], material: Material) -> Row:
    resources = material.resources
    answers = [field.answer(field.enricher.enrich(case.posting, resources)) for case in cases]
    ours = [field.mark(case.truth, answer) for case, answer in zip(cases, answers, strict=True)]
    compared = cases if truth.beside else ()
    plain = [field.mark(case.truth, field.plain(case.posting, resources)) for case in compared]
    errors = [
        Error(case, answer)
        for case, answer, marks in zip(cases, answers, ours, strict=True)
        if marks.right < marks.answered or marks.found < marks.expected
    ]
    if field.score == "AUC":
        beside = [field.plain(case.posting, resources) for case in cases]
        of_ours, of_plain = ranked(cases, answers, material.draw()), ranked(cases, beside, material.draw())
        return Row(field, truth, half, of_ours, of_plain, errors)
    return Row(field, truth, half, scores_of(field, ours, material.draw()), scores_of(field, plain, material.draw()), errors)


def ranked(
    cases: Sequence[Case], answers: Sequence[float], generator: np.random.Generator, *, rounds: int = ROUNDS
) -> Scores | None:
    """Return the area under the curve of `answers`, with its interval from `rounds` draws of groups; None where there are none.

    Cases of one id are a group, and all groups weigh the same: an ad that is posted in ten wordings is one ad.
    """
    names = sorted({case.id for case in cases})
    number = {name: at for at, name in enumerate(names)}
    group = np.array([number[case.id] for case in cases], int)
    truth, values = np.array([case.truth for case in cases], bool), np.array(answers, float)
    if not truth.any() or truth.all():
        return None
    weight = 1 / np.bincount(group)[group]
    drawn = generator.multinomial(len(names), np.full(len(names), 1 / len(names)), size=rounds)
    shares = [weight * times[group] for times in drawn]
    spread = [area(values, truth, share) for share in shares if share[truth].any() and share[~truth].any()]
    nothing = Rate(None)
    return Scores(len(cases), nothing, nothing, Rate(area(values, truth, weight), interval(spread)), nothing)


def area(values: NDArray[np.float64], truth: NDArray[np.bool_], weights: NDArray[np.float64]) -> float:
    """Return how likely a true case has a greater value than a false one; equal values count half."""
    _, place = np.unique(values, return_inverse=True)
    true, false = (np.bincount(place, weights * mask, minlength=place.max() + 1) for mask in (truth, ~truth))
    below = np.cumsum(false) - false / 2
    return float((true * below).sum() / (true.sum() * false.sum()))


def scores_of(field: Field, marks: Sequence[Marks], generator: np.random.Generator, *, rounds: int = ROUNDS) -> Scores | None:
    """Return the scores of some cases with 95 % intervals from `rounds` draws of them; None where there are none."""
    if not marks:
        return None
    kinds = Counter(marks)
    counts = np.array([_counts(mark) for mark in kinds], float)
    # drawing cases is drawing how often each kind of marks comes
    drawn = generator.multinomial(len(marks), np.array(list(kinds.values())) / len(marks), size=rounds) @ counts
    values = _rates(field, np.array(list(kinds.values())) @ counts)
    spread = zip(*(_rates(field, each) for each in drawn), strict=True)
    rates = [Rate(value, interval(each)) for value, each in zip(values, spread, strict=True)]
    return Scores(len(marks), *rates)


def _counts(mark: Marks) -> list[int]:
    return [1, mark.expected, mark.found, mark.answered, mark.right, mark.answered > 0, mark.right < mark.answered]


def _rates(field: Field, counts: NDArray[np.float64]) -> Rates:
    cases, expected, found, answered, right, said, wrong = counts.tolist()
    recall, precision = _share(found, expected), _share(right, answered)
    if field.score == "accuracy":
        return _share(said, cases), precision, recall, _share(wrong, cases)
    # as the harmonic mean of both, which differ in what they count: spans found, and words that are right
    mean = 2 * recall * precision / (recall + precision) if recall and precision else 0.0
    return recall, precision, mean if expected else None, _share(wrong, cases)


def _share(part: float, whole: float) -> float | None:
    return part / whole if whole else None
