"""A bad deployment fails on every posting: the stage stops at its limit, and nothing is lost or buried by it."""

import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from pipeline.cli.exits import LIMIT
from pipeline.ops.dlq import Filter, letters
from pipeline.ops.kafka import Cluster
from pipeline.ops.kafka_clients import kafka_config
from pipeline.ops.kafka_reading import read_all
from pipeline.ops.run import programs, spawn
from pipeline.ops.supervisor import Handle, Program, Supervisor
from pipeline.settings import Settings
from schemas.message import Outgoing
from schemas.topics import NORMALIZED, RAW, app_id, dead_letters_of
from tests.faults.pipeline.running import Running, empty, wait_until

pytestmark = [pytest.mark.fault, pytest.mark.timeout(600)]
BROKEN = str(Path(__file__).parent / "broken_jobstream.py")


def test_an_unexpected_exception_on_everything_stops_the_stage_until_it_is_resumed(
    settings: Settings, messages: list[Outgoing]
) -> None:
    """Exit code 4; no restart by the supervisor or by hand, nothing published or acknowledged; `--resume` goes on."""
    empty(settings)
    Running(settings).publish([message for message in messages if message.topic == RAW.name][:500])
    normalize = programs(settings, {})[0]
    cluster = Cluster(kafka_config(settings))

    supervisor = Supervisor(
        [Program("normalize", (sys.executable, BROKEN, *normalize.argv[3:]), normalize.env)], _spawn(settings)
    )
    supervisor.start(time.monotonic())
    wait_until(lambda: "limit" in " ".join(supervisor.tick(time.monotonic())), "the limit", 120)
    assert (supervisor.given_up, supervisor.children[0].restarts) == (["normalize"], 0)
    assert subprocess.run(normalize.argv, env=normalize.env, check=False, capture_output=True, timeout=60).returncode == LIMIT
    assert sum(cluster.committed(app_id("normalize"), [RAW.name]).values()) == 0
    assert list(read_all(cluster, [NORMALIZED.name, dead_letters_of(RAW).name])) == []

    resumed = _spawn(settings)(Program("normalize", (*normalize.argv, "--resume"), normalize.env))
    try:
        wait_until(lambda: sum(cluster.committed(app_id("normalize"), [RAW.name]).values()) == 500, "all of it", 120)
    finally:
        resumed.terminate()
        wait_until(lambda: resumed.poll() is not None, "its end", 60)
    assert resumed.poll() == 0
    assert list(letters(cluster, Filter(reason="unexpected"))) == []


def _spawn(settings: Settings) -> Callable[[Program], Handle]:
    return lambda program: spawn(program, settings)
