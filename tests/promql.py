"""PromQL, as far as our alert rules use it, over series that a test makes: enough to say when a rule fires.

`increase` and `rate` do not extrapolate to the edges of their range as Prometheus does; signs and large thresholds do not notice.
"""

import operator
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from functools import cache
from itertools import pairwise
from math import inf
from typing import Any

import promql_parser as promql
from prometheus_client.parser import text_string_to_metric_families

Labels = frozenset[tuple[str, str]]
Samples = list[tuple[float, float]]
Series = dict[Labels, Samples]
Vector = dict[Labels, float]
# how long a sample is the newest one, in seconds
LOOKBACK_S = 300.0
NAME = "__name__"


def scrape(series: Series, text: str, at: float, **target: str) -> None:
    """Add the samples of an exposition to `series`, with the labels of the target that Prometheus adds."""
    for family in text_string_to_metric_families(text):
        for sample in family.samples:
            labels = frozenset({**sample.labels, **target, NAME: sample.name}.items())
            series.setdefault(labels, []).append((at, sample.value))


def written(values: str, step_s: float) -> Samples:
    """Return the samples of promtool's notation: `1 2`, `5x3`, `0+10x3`, `_`, `_x3`."""
    found = [value for word in values.split() for value in _word(word)]
    return [(number * step_s, value) for number, value in enumerate(found) if value is not None]


def _word(word: str) -> Iterator[float | None]:
    start, sign, step, times = re.fullmatch(r"(_|-?[\d.]+)(?:([+-])([\d.]+))?(?:x(\d+))?", word).groups()  # type: ignore[union-attr]
    if start == "_":
        yield from [None] * int(times or 1)
        return
    by = float(step or 0) * (-1 if sign == "-" else 1)
    # as promtool counts: what stands before the x, and so many more
    yield from (float(start) + by * number for number in range(int(times or 0) + 1))


@dataclass(frozen=True)
class Moment:
    """What an expression is evaluated on: all series, at a second."""

    series: Mapping[Labels, Sequence[tuple[float, float]]]
    at: float

    def value(self, expr: Any) -> Any:
        """Return a Vector, or a float."""
        return _KINDS[type(expr)](self, expr)

    def range(self, matrix: promql.MatrixSelector) -> Iterator[tuple[Labels, Samples]]:
        """Yield the samples in the range of every series that is selected, without its name."""
        until = self.at - _seconds(matrix.vector_selector.offset)
        since = until - _seconds(matrix.range)
        for labels, samples in self.selected(matrix.vector_selector):
            if within := [(second, value) for second, value in samples if since <= second <= until]:
                yield _without_name(labels), within

    def selected(self, selector: promql.VectorSelector) -> Iterator[tuple[Labels, Sequence[tuple[float, float]]]]:
        """Yield the series that match."""
        for labels, samples in self.series.items():
            found = dict(labels)
            if found[NAME] == selector.name and all(_matches(matcher, found) for matcher in selector.matchers.matchers):
                yield labels, samples


@dataclass
class Rule:
    """An alert: firing once its expression gave the same labels for `wait_s`."""

    name: str
    expr: str
    wait_s: float
    labels: dict[str, str]

    def firing(self, series: Series, at: float, every_s: float) -> list[dict[str, str]]:
        """Return the labels of what fires at `at`, when the rule is evaluated `every_s` seconds from 0 on."""
        since: dict[Labels, float] = {}
        for number in range(int(at // every_s) + 1):
            now = number * every_s
            active = Moment(series, now).value(parsed(self.expr))
            since = {_without_name(labels): since.get(_without_name(labels), now) for labels in active}
        return [dict(labels) | self.labels for labels, began in since.items() if at - began >= self.wait_s]


@cache
def parsed(expr: str) -> Any:
    """Return the expression's tree. Raises ValueError."""
    return promql.parse(expr)


def _selector(moment: Moment, selector: Any) -> Vector:
    at = moment.at - _seconds(selector.offset)
    newest = {
        labels: max((each for each in samples if at - LOOKBACK_S < each[0] <= at), default=None)
        for labels, samples in moment.selected(selector)
    }
    return {labels: sample[1] for labels, sample in newest.items() if sample}


def _aggregate(moment: Moment, expr: Any) -> Vector:
    by = set(expr.modifier.labels) if expr.modifier else set()
    groups: dict[Labels, list[float]] = {}
    for labels, value in moment.value(expr.expr).items():
        groups.setdefault(_only(labels, by), []).append(value)
    return {labels: {"sum": sum, "max": max}[str(expr.op)](values) for labels, values in groups.items()}


def _call(moment: Moment, call: Any) -> Any:
    name, args = call.func.name, call.args
    if name == "time":
        return moment.at
    if name == "absent":
        equal = ((m.name, m.value) for m in args[0].matchers.matchers if m.op == promql.MatchOp.Equal)
        return {} if moment.value(args[0]) else {frozenset(equal): 1.0}
    over = _OVER_RANGES[name]
    values = {labels: over(samples) for labels, samples in moment.range(args[0]) if len(samples) > 1 or name in _ONE_IS_ENOUGH}
    return {labels: value / _seconds(args[0].range) for labels, value in values.items()} if name == "rate" else values


def _binary(moment: Moment, expr: Any) -> Any:
    left, right, word = moment.value(expr.lhs), moment.value(expr.rhs), str(expr.op)
    matching = expr.modifier.matching if expr.modifier else None
    on = set(matching.labels) if matching else None
    keys = {_key(labels, on) for labels in right} if isinstance(right, dict) else set()
    if word == "or":
        return left | {labels: right[labels] for labels in right if _key(labels, on) not in {_key(each, on) for each in left}}
    if word in ("and", "unless"):
        return {labels: value for labels, value in left.items() if (_key(labels, on) in keys) == (word == "and")}
    return _compared(word, left, right) if word in _COMPARE else _calculated(_CALCULATE[word], left, right)


def _compared(word: str, left: Vector, right: float) -> Vector:
    return {labels: value for labels, value in left.items() if _COMPARE[word](value, right)}


def _calculated(word: Callable[[float, float], float], left: Any, right: Any) -> Vector:
    if not isinstance(left, dict):
        return {_without_name(labels): word(left, value) for labels, value in right.items()}
    others = {_key(labels, None): value for labels, value in right.items()}
    pairs = ((key, value, others[key]) for labels, value in left.items() if (key := _key(labels, None)) in others)
    return {key: word(value, other) if other else inf for key, value, other in pairs}


def _grown(samples: Samples) -> float:
    # a counter that fell began again at zero
    return sum(after - before if after >= before else after for (_, before), (_, after) in pairwise(samples))


def _changes(samples: Samples) -> float:
    return sum(before != after for (_, before), (_, after) in pairwise(samples))


def _slope(samples: Samples) -> float:
    middle = sum(second for second, _ in samples) / len(samples)
    mean = sum(value for _, value in samples) / len(samples)
    spread = sum((second - middle) ** 2 for second, _ in samples)
    return sum((second - middle) * (value - mean) for second, value in samples) / spread


def _largest(samples: Samples) -> float:
    return max(value for _, value in samples)


def _matches(matcher: Any, labels: Mapping[str, str]) -> bool:
    value = labels.get(matcher.name, "")
    if matcher.op in (promql.MatchOp.Re, promql.MatchOp.NotRe):
        return (re.fullmatch(matcher.value, value) is not None) == (matcher.op == promql.MatchOp.Re)
    return (value == matcher.value) == (matcher.op == promql.MatchOp.Equal)


def _key(labels: Labels, on: set[str] | None) -> Labels:
    return _without_name(labels) if on is None else _only(labels, on)


def _only(labels: Labels, names: set[str]) -> Labels:
    return frozenset((name, value) for name, value in labels if name in names)


def _without_name(labels: Labels) -> Labels:
    return frozenset((name, value) for name, value in labels if name != NAME)


def _seconds(duration: timedelta | None) -> float:
    return duration.total_seconds() if duration else 0.0


_OVER_RANGES = {"increase": _grown, "rate": _grown, "changes": _changes, "deriv": _slope, "max_over_time": _largest}
_ONE_IS_ENOUGH = ("changes", "max_over_time")
_COMPARE = {">": operator.gt, "<": operator.lt, "==": operator.eq}
_CALCULATE = {"-": operator.sub, "/": operator.truediv}
_KINDS: dict[type, Callable[[Moment, Any], Any]] = {
    promql.VectorSelector: _selector,
    promql.AggregateExpr: _aggregate,
    promql.Call: _call,
    promql.BinaryExpr: _binary,
    promql.ParenExpr: lambda moment, expr: moment.value(expr.expr),
    promql.NumberLiteral: lambda _, expr: expr.val,
}
