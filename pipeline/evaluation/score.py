"""Scores of a method on the cases of a truth, with intervals, by halves that an id always falls into."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from pipeline.evaluation.base import Case, DataAbsent, Field, Marks, Truth
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
    plain = [field.mark(case.truth, field.plain(case.posting, resources)) for case in cases]
    errors = [
        Error(case, answer)
        for case, answer, marks in zip(cases, answers, ours, strict=True)
        if marks.right < marks.answered or marks.found < marks.expected
    ]
    return Row(field, truth, half, scores_of(field, ours, material.draw()), scores_of(field, plain, material.draw()), errors)


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
