"""`/metrics`, `/health` and `/ready` of a process, and how `status` reads them."""

import json
import urllib.error
import urllib.request
from collections.abc import Iterator

import pytest

from pipeline.ops.processes import RunFile, metrics, probe
from runtime.health import HealthServer, PortTaken, always_well
from runtime.metrics import Metrics


class Served:
    """A server whose findings can be changed."""

    def __init__(self) -> None:
        self.metrics = Metrics("test")
        self.sick: str | None = None
        self.waiting: str | None = None
        self.server = HealthServer(self.metrics, 0, health=lambda: self.sick, ready=lambda: self.waiting).start()
        self.process = RunFile("test", 1, self.server.port, 0.0)


@pytest.fixture
def served() -> Iterator[Served]:
    """A process that is well."""
    served = Served()
    yield served
    served.server.stop()


def test_a_process_that_is_well_answers_200(served):
    """Nothing was found."""
    assert probe(served.process, "/health") == probe(served.process, "/ready") == (True, None)


def test_a_process_that_waits_is_well_and_not_ready(served):
    """Its database is away: 503 with the finding."""
    served.waiting = "ClickHouse does not answer"
    assert probe(served.process, "/health") == (True, None)
    assert probe(served.process, "/ready") == (False, "ClickHouse does not answer")
    with pytest.raises(urllib.error.HTTPError) as error:
        urllib.request.urlopen(f"http://127.0.0.1:{served.server.port}/ready")
    with error.value as answer:
        assert (answer.code, json.loads(answer.read())) == (503, {"ok": False, "finding": "ClickHouse does not answer"})


def test_readiness_is_a_metric_too(served):
    """Prometheus reads no JSON."""
    assert metrics(served.process)["jobstream_ready"] == 1
    served.waiting = "ClickHouse does not answer"
    assert metrics(served.process)["jobstream_ready"] == 0


def test_a_process_that_is_sick_says_why(served):
    """`doctor` prints it."""
    served.sick = "the batch can't be delivered"
    assert probe(served.process, "/health") == (False, "the batch can't be delivered")


def test_metrics_are_summed_over_their_labels(served):
    """Rates come from these totals."""
    served.metrics.events.labels("normalize", "jobs.posting.raw").inc(3)
    served.metrics.events.labels("normalize", "jobs.posting.replay").inc(4)
    assert metrics(served.process)["jobstream_events_total"] == 7


def test_another_path_is_not_found(served):
    """The answer names those there are."""
    with pytest.raises(urllib.error.HTTPError) as error:
        urllib.request.urlopen(f"http://127.0.0.1:{served.server.port}/other")
    with error.value as answer:
        assert (answer.code, answer.read()) == (404, b"metrics, health, ready\n")


def test_a_stopped_server_frees_its_port():
    """The next process may take it."""
    first = HealthServer(Metrics("a"), 0).start()
    first.stop()
    second = HealthServer(Metrics("b"), first.port).start()
    assert second.port == first.port
    second.stop()


def test_a_port_that_is_taken_is_told_with_the_setting(served):
    """Other programs like 9100, too; the process ends with a sentence and no traceback."""
    with pytest.raises(PortTaken, match=f"Port {served.server.port} can't be had .* set JOBSTREAM_METRICS_PORT"):
        HealthServer(Metrics("b"), served.server.port)


def test_a_process_that_does_not_answer_is_not_well():
    """Its port is named; it has no metrics."""
    server = HealthServer(Metrics("a"), 0, health=always_well).start()
    server.stop()
    process = RunFile("a", 1, server.port, 0.0)
    well, finding = probe(process, "/health")
    assert (well, metrics(process)) == (False, {})
    assert f"port {server.port} does not answer" in str(finding)
