"""What the processes export, and whether an expression uses it as what it is."""

from collections.abc import Iterator
from typing import Any

import promql_parser as promql
from prometheus_client import Counter, Gauge, Histogram

from runtime.metrics import Metrics

DECLARED = [metric for metric in vars(Metrics("test")).values() if isinstance(metric, Counter | Gauge | Histogram)]
# of prometheus_client's collector, on Linux
OF_A_PROCESS = {"process_resident_memory_bytes": Gauge, "process_start_time_seconds": Gauge, "process_cpu_seconds_total": Counter}
# Prometheus gives them to every series: infra/prometheus/scrape.yml
TARGET = {"job", "instance", "program"}
_OF_COUNTERS = {"rate", "increase"}
_OF_GAUGES = {"changes", "deriv", "max_over_time"}


class Misused(Exception):  # noqa: N818 - the condition
    """An expression names a series or label that is not there, or uses it as another type."""


def series() -> dict[str, tuple[type, set[str]]]:
    """Return type and own labels of every series, by name; the parts of a histogram are counters."""
    found: dict[str, tuple[type, set[str]]] = {"up": (Gauge, set())} | {
        name: (kind, set()) for name, kind in OF_A_PROCESS.items()
    }
    for metric in DECLARED:
        labels = set(metric._labelnames)
        if isinstance(metric, Histogram):
            found[f"{metric._name}_bucket"] = (Counter, labels | {"le"})
            found |= {f"{metric._name}_{part}": (Counter, labels) for part in ("sum", "count")}
        else:
            is_counter = isinstance(metric, Counter)
            found[metric._name + "_total" * is_counter] = (type(metric), labels)
    return found


SERIES = series()


def names(expr: Any) -> set[str]:
    """Return the names of all series in an expression."""
    found: set[str] = set()

    def visit(node: Any) -> None:
        if isinstance(node, promql.VectorSelector):
            found.add(node.name)

    promql.walk(expr, visit)
    return found


def labels_of(expr: Any) -> set[str]:
    """Return the labels that the result has.

    Raises Misused: a series or label that does not exist, a counter outside `rate` and `increase` (but for "is this series new?":
    `x unless x offset …`), a gauge in them.
    """
    match expr:
        case promql.ParenExpr():
            return labels_of(expr.expr)
        case promql.NumberLiteral() | promql.StringLiteral():
            return set()
        case promql.VectorSelector():
            return _selected(expr, Gauge)
        case promql.AggregateExpr():
            return _aggregated(expr)
        case promql.Call():
            return _called(expr)
        case promql.BinaryExpr():
            return _combined(expr)
    raise Misused(f"{type(expr).__name__} is not known here")


def _selected(selector: Any, kind: type) -> set[str]:
    if selector.name not in SERIES:
        raise Misused(f"nobody exports {selector.name}")
    found, labels = SERIES[selector.name]
    if found is not kind:
        raise Misused(f"{selector.name} is a {found.__name__}")
    return _among(labels | TARGET, (matcher.name for matcher in selector.matchers.matchers))


def _among(labels: set[str], used: Iterator[str]) -> set[str]:
    if unknown := set(used) - labels:
        raise Misused(f"no labels {sorted(unknown)} here, only {sorted(labels)}")
    return labels


def _aggregated(expr: Any) -> set[str]:
    labels = labels_of(expr.expr)
    if str(expr.op) == "topk":
        return labels
    by = set(expr.modifier.labels) if expr.modifier else set()
    _among(labels, iter(by))
    return by


def _called(call: Any) -> set[str]:
    name, args = call.func.name, call.args
    if name == "absent":
        labels_of(args[0])
        return {matcher.name for matcher in args[0].matchers.matchers}
    if name == "histogram_quantile":
        return labels_of(args[1]) - {"le"}
    if name in ("time", "vector"):
        return set()
    if name not in _OF_COUNTERS | _OF_GAUGES:
        raise Misused(f"{name} is not known here")
    return _selected(args[0].vector_selector, Counter if name in _OF_COUNTERS else Gauge)


def _combined(expr: Any) -> set[str]:
    if _asks_what_is_new(expr):
        return _selected(expr.lhs, Counter)
    left, right = labels_of(expr.lhs), labels_of(expr.rhs)
    matching = expr.modifier.matching if expr.modifier else None
    if matching:
        _among(left & right, iter(matching.labels))
    # what one side only has may be lacking
    if str(expr.op) == "or":
        return left & right
    return left or right


def _asks_what_is_new(expr: Any) -> bool:
    sides = (expr.lhs, expr.rhs)
    are_series = all(isinstance(side, promql.VectorSelector) for side in sides)
    return str(expr.op) == "unless" and are_series and expr.lhs.name == expr.rhs.name and bool(expr.rhs.offset)
