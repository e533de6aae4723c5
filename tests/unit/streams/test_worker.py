"""What a worker's process does with a limit that a stage has reached, and with what ended it."""

import asyncio
import json
from pathlib import Path

import pytest

from runtime.config import KafkaConfig, WorkerConfig
from runtime.metrics import Metrics
from streams.instance import InstanceTaken, locked
from streams.limits import LimitReached
from streams.state import StateUnreadable
from streams.worker import Ending, Worker
from tests.counting import CountingStep
from tests.harness import NOW


def make_worker(directory: Path, *, resume: bool = False) -> Worker:
    """A worker of normalize whose Kafka is nowhere."""
    config = WorkerConfig("normalize", KafkaConfig("127.0.0.1:9"), directory, resume=resume)
    return Worker(config, CountingStep(), Metrics("normalize"), lambda: NOW)


def ends(worker: Worker, ending: Ending, error: BaseException | None = None) -> list[str]:
    """Let the worker's run end so; return a list that gets a word whenever it begins."""
    begun: list[str] = []

    async def run() -> Ending:
        begun.append("begun")
        worker._error = error
        return ending

    worker._run = run
    return begun


def test_a_stage_that_reached_its_limit_begins_only_when_told_to(tmp_path):
    """By hand or by a supervisor: the mark says why and since when, and `--resume` takes it away."""
    first = make_worker(tmp_path)
    ends(first, Ending.LIMIT, LimitReached("20 events all failed"))
    assert first.run() is Ending.LIMIT
    assert json.loads((tmp_path / "normalize" / "limit.json").read_text()) == {
        "limit": "20 events all failed",
        "at": NOW.isoformat(),
    }

    again = make_worker(tmp_path)
    begun = ends(again, Ending.STOPPED)
    assert (again.run(), begun) == (Ending.LIMIT, [])

    resumed = make_worker(tmp_path, resume=True)
    begun = ends(resumed, Ending.STOPPED)
    assert (resumed.run(), begun) == (Ending.STOPPED, ["begun"])
    assert make_worker(tmp_path).health() is None
    assert not (tmp_path / "normalize" / "limit.json").exists()


def test_the_same_instance_runs_once(tmp_path):
    """Two would write one directory."""
    worker = make_worker(tmp_path)
    ends(worker, Ending.STOPPED)

    with locked(tmp_path / "normalize" / worker._config.instance), pytest.raises(InstanceTaken, match="--instance"):
        worker.run()


@pytest.mark.parametrize(
    ("error", "remedy"),
    [
        (StateUnreadable("another version made it"), "./jobstream worker normalize --rebuild"),
        (LimitReached("20 events all failed"), "./jobstream worker normalize --resume"),
        (RuntimeError("broken"), "./jobstream logs normalize"),
    ],
)
def test_what_ends_a_stage_names_its_remedy(tmp_path, monkeypatch, error, remedy):
    """In the log, and the worker is ill from then on."""
    told: list[dict[str, object]] = []
    monkeypatch.setattr("streams.worker.log.error", lambda _, **fields: told.append(fields))
    worker = make_worker(tmp_path)
    worker._stop = asyncio.Event()

    worker._fail(error)

    assert told == [{"error": repr(error), "remedy": remedy}]
    assert worker._stop.is_set()
    assert worker.health() == f"{type(error).__name__}: {error}"
