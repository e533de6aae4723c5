"""The metrics are declared once, named alike, and written down."""

import re

import pytest
from prometheus_client import Counter, Gauge, Histogram, generate_latest

from runtime.metrics import Metrics
from tests.conftest import ROOT
from tests.exported import DECLARED


def row(metric: Counter | Gauge | Histogram) -> str:
    """How docs/metrics.md names a metric."""
    name = metric._name + ("_total" if isinstance(metric, Counter) else "")
    labels = ", ".join(f"`{label}`" for label in metric._labelnames)
    return f"| `{name}` | {type(metric).__name__.lower()} | {labels} | {metric._documentation} |"


def test_the_page_names_exactly_the_metrics_there_are():
    """With type, labels and meaning."""
    page = (ROOT / "docs" / "metrics.md").read_text("utf-8").splitlines()
    written = [line for line in page if line.startswith("| `jobstream_")]
    assert sorted(written) == sorted(row(metric) for metric in DECLARED)


@pytest.mark.parametrize("metric", DECLARED, ids=lambda metric: metric._name)
def test_a_metric_has_our_prefix_and_no_id_as_label(metric):
    """An id as a label makes a time series per posting."""
    assert re.fullmatch(r"jobstream_[a-z_]+", metric._name)
    assert not [label for label in metric._labelnames if label.endswith("id")]


def test_processes_do_not_share_their_metrics():
    """Two in one test process have a registry each."""
    first, second = Metrics("a"), Metrics("b")
    labels = {"stage": "normalize", "topic": "jobs.posting.raw"}
    first.events.labels(**labels).inc(5)
    told = [metrics.registry.get_sample_value("jobstream_events_total", labels) for metrics in (first, second)]
    assert told == [5, None]


def test_a_metric_without_values_has_no_sample():
    """A dead letter that never was is no zero-valued series of an invented reason."""
    assert b"jobstream_dead_letters_total{" not in generate_latest(Metrics("a").registry)
