"""The measured rows as a table, a document for programs, and the page docs/accuracy.md."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from pipeline.evaluation.base import Field
from pipeline.evaluation.fields import NOT_MEASURED
from pipeline.evaluation.score import Error, Row, Scores
from streams.dedupe.evaluate import Rate

HEAD = ("field", "data set", "n", "coverage", "precision", "score", "false", "plain method: score", "false")
_OPENING = """# How often derived fields are right

Made by `./jobstream evaluate enrich --write` on {day}; do not edit. Enrichers: {versions}.

Each posting is read without its structured field, and the answer compared with that field. *n*: postings, each text once.
*Coverage*: of how many something was said (of lists: how much of what is marked was found); unknown stays null, so it is low
where texts say nothing. *Precision*: how much of what was said is right. *Score*: right of all (accuracy), or F1 of lists.
*False*: postings with a wrong value, of all. Values are of half 1, with 95 % bootstrap intervals; *on half 0* is the score on
the half that was tuned on. The plain method is a simple one that people use, on the same postings.

The truth is what a board keeps in a field. Where it and the text contradict each other, whoever reads the text is wrong here:
a title "Senior Data Analyst" beside the level "Associate" counts as an error. What each truth means stands below its table;
how all this was decided, in [ADR 0022](adr/0022-how-accuracy-is-measured.md).
"""
_TABLE = (
    "| data set | n | coverage | precision | {score} | false | on half 0 | plain: precision | plain: {score} | plain: false |"
)
_COLUMNS = _TABLE.count("|") - 1
_LONGEST = 300
# False answers are few: two digits would not tell what a change brought.
_DIGITS_OF_FALSE = 3
# Of a sample the plain method's answers were not read.
_NOT_COMPARED = Scores(0, *[Rate(None)] * 4)


def cells(row: Row) -> tuple[Any, ...]:
    """Return the cells of a row, in the order of HEAD."""
    start = (row.field.name, row.truth.data_set)
    if row.ours is None:
        return (*start, 0, row.absent or "no postings in this half", *[""] * (len(HEAD) - len(start) - 2))
    ours, plain = row.ours, row.plain or _NOT_COMPARED
    score = f"{row.field.score} {_with_interval(ours.overall)}"
    number = f"{ours.n} ({row.not_read} not read)" if row.not_read else ours.n
    return (*start, number, _value(ours.coverage), _with_interval(ours.precision), score,
            _with_interval(ours.false, _DIGITS_OF_FALSE), _value(plain.overall), _value(plain.false))  # fmt: skip


def document(row: Row) -> Mapping[str, Any]:
    """Return a row for programs."""
    about = {"field": row.field.name, "data_set": row.truth.data_set, "truth": row.truth.about, "half": row.half}
    if row.absent:
        return about | {"absent": row.absent}
    plain = {"method": row.field.plain_is, **_scores(row.plain, row.field)}
    return about | {"n": row.ours.n if row.ours else 0, "not_read": row.not_read, **_scores(row.ours, row.field), "plain": plain}


def page(rows: Sequence[Row], day: date, versions: Mapping[str, str]) -> str:
    """Return docs/accuracy.md from the rows of both halves."""
    named = ", ".join(f"{name} {version}" for name, version in sorted(versions.items()))
    fields = dict.fromkeys(row.field for row in rows)
    parts = [_OPENING.format(day=day.isoformat(), versions=named)]
    parts += ["\n".join(_section(field, [row for row in rows if row.field is field])) for field in fields]
    missing = "\n".join(f"- {name}: {why}." for name, why in NOT_MEASURED.items())
    return "\n".join([*parts, f"## Not measured\n{missing}\n"])


def _section(field: Field, rows: Sequence[Row]) -> Iterator[str]:
    yield f"## {field.name}\nBeside: {field.plain_is}.\n"
    yield _TABLE.format(score=field.score)
    yield "|---" * _COLUMNS + "|"
    tuned = {row.truth.data_set: row.ours for row in rows if row.half == "tuned"}
    for row in rows:
        if row.half == "reported":
            yield "| " + " | ".join(_page_cells(row, tuned.get(row.truth.data_set))) + " |"
    yield ""
    yield from (f"- {truth.data_set}: {truth.about}." for truth in field.truths)
    for row in rows:
        if row.not_read:
            yield f"- {row.truth.data_set}: answers on texts that nobody has read, wrong until then: {row.not_read}."
    yield ""


def _page_cells(row: Row, tuned: Scores | None) -> Iterable[str]:
    if row.ours is None:
        return [row.truth.data_set, "0", row.absent or "no postings in this half", *[""] * (_COLUMNS - 3)]
    ours, plain = row.ours, row.plain or _NOT_COMPARED
    return [
        row.truth.data_set, f"{ours.n:,}", _value(ours.coverage), _with_interval(ours.precision), _with_interval(ours.overall),
        _with_interval(ours.false, _DIGITS_OF_FALSE), _value(tuned.overall) if tuned else "–", _value(plain.precision),
        _value(plain.overall), _value(plain.false),
    ]  # fmt: skip


def in_words(value: Any) -> str:
    """Return a truth or an answer as words, long ones cut."""
    if isinstance(value, frozenset):
        value = " or ".join(sorted(map(str, value))) or "nothing"
    elif isinstance(value, tuple):
        value = " ".join("–" if part is None else str(part) for part in value)
    return str(value)[:_LONGEST]


def said(error: Error) -> str:
    """Return what the enricher said, in words."""
    return "nothing" if error.said is None else in_words(error.said)


def _scores(scores: Scores | None, field: Field) -> Mapping[str, Any]:
    if scores is None:
        return {}
    named = {"coverage": scores.coverage, "precision": scores.precision, field.score: scores.overall, "false": scores.false}
    return {name: {"value": rate.value, "interval": rate.interval} for name, rate in named.items()}


def _value(rate: Rate) -> str:
    return "–" if rate.value is None else f"{rate.value:.3f}"


def _with_interval(rate: Rate, digits: int = 2) -> str:
    if rate.value is None or rate.interval is None:
        return "–"
    low, high = (f"{end:.{digits}f}" for end in rate.interval)
    return f"{rate.value:.3f} ({low} to {high})"
