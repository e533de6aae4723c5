"""What a measured field is: postings of which something is known, a method's answer, and how the two are compared."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from schemas.posting import DeduplicatedPosting
from streams.enrich.base import Enricher, Fields
from streams.enrich.resources import Resources


class DataAbsent(Exception):  # noqa: N818 - a condition
    """A data set is not in the folder; its row says so, and the others are measured."""


@dataclass(frozen=True, slots=True)
class Case:
    """A posting without the structured field, and what that field says: `truth`, in the form that `Field.mark` reads."""

    id: str
    posting: DeduplicatedPosting
    truth: Any


@dataclass(frozen=True, slots=True)
class Marks:
    """What one case counts: values `expected` and, of them, `found`; values `answered` and, of them, `right`."""

    expected: int
    found: int
    answered: int
    right: int


@dataclass(frozen=True, slots=True)
class Drawn:
    """The truth of a posting that was drawn blindly, and read if the enricher says something: any of `accepted` is right.

    None where nobody has read it.
    """

    accepted: tuple[Any, ...] | None

    def __str__(self) -> str:
        """Say it in the words of a list of errors."""
        if self.accepted is None:
            return "not read"
        return " or ".join(map(str, self.accepted)) or "nothing"


@dataclass(frozen=True, slots=True)
class Truth:
    """A data set with what it says of a field. `about`: what counts as truth. `cases` takes the folder of all sets.

    `beside`: the plain method is measured, too. `cases` raises DataAbsent.
    """

    data_set: str
    about: str
    cases: Callable[[Path], Iterable[Case]]
    beside: bool = True


@dataclass(frozen=True, slots=True)
class Field:
    """A field that is measured.

    `name` is `of`, a field of EnrichedPosting, or a part of it; `answer` takes the value from what `enricher` derives, None
    where that is nothing. `plain` is the simple method that it is compared with, in the words of `plain_is`; it gives an
    answer in the same form. AUC: answers are numbers, greater where the truth is likelier, and truths yes or no.
    """

    name: str
    of: str
    enricher: Enricher
    answer: Callable[[Fields], Any]
    mark: Callable[[Any, Any], Marks]
    truths: tuple[Truth, ...]
    plain: Callable[[DeduplicatedPosting, Resources], Any]
    plain_is: str
    score: Literal["accuracy", "F1", "AUC"] = "accuracy"


def mark_one(accepted: frozenset[Any], answer: Any) -> Marks:
    """Compare one value with those that the truth allows: `Mid-Senior level` allows three, a silent posting none."""
    right = int(answer in accepted)
    return Marks(int(bool(accepted)), right, int(answer is not None), right)


def mark_drawn(truth: Drawn, answer: Any, agrees: Callable[[Any, Any], bool]) -> Marks:
    """Compare an answer with what was read; where nobody did, it is wrong. What is missed is unknown: nothing is expected."""
    if answer is None:
        return Marks(0, 0, 0, 0)
    return Marks(0, 0, 1, int(any(agrees(one, answer) for one in truth.accepted or ())))


def mark_set(expected: frozenset[Any], answer: frozenset[Any] | None) -> Marks:
    """Compare several values with all that there are."""
    right = len(expected & (answer or frozenset()))
    return Marks(len(expected), right, len(answer or ()), right)


def value_of(name: str) -> Callable[[Fields], Any]:
    """Return what takes the value of the derived field `name`."""

    def value(fields: Fields) -> Any:
        derived = fields[name]
        return derived.value if derived else None

    return value
