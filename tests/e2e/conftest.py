"""The whole pipeline, running: engines, every stage and both sinks, each a process. One for all tests of this folder."""

import json
import subprocess
import time
from collections.abc import Iterator
from typing import Any

import pytest

from pipeline.ops import topics
from pipeline.ops.ask import ask
from pipeline.ops.databases import migrate
from pipeline.ops.groups import progress
from pipeline.ops.kafka import Cluster
from pipeline.ops.kafka_clients import kafka_config
from pipeline.ops.kafka_reading import read_all
from pipeline.ops.processes import probe, processes
from pipeline.ops.run import JOBSTREAM, programs, spawn
from pipeline.ops.supervisor import Program
from pipeline.settings import Settings, environment
from pipeline.stack.ports import free_ports
from runtime.producer import AckProducer
from schemas.base import Event
from schemas.codec import encode
from schemas.message import Incoming, Outgoing
from schemas.topics import RAW
from tests.conftest import ROOT
from tests.engines import running_engines
from tests.idle import wait_until_idle
from tests.integration.scrapers.vendor import Vendor

WITHIN_S = 280.0
ENGINES = ("clickhouse", "timescaledb")
Table = list[dict[str, Any]]


class Pipeline:
    """Stages and sinks as processes, and what an operator and an analyst see of them."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self.cluster = Cluster(kafka_config(settings))
        self._programs = {program.name: program for program in programs(settings, {})}
        self._running: dict[str, Any] = {}

    def start(self, name: str, argv: tuple[str, ...] | None = None) -> None:
        """Start stage or sink `name`, with a command of its own where `argv` says so; return when it is ready."""
        program = self._programs[name]
        self._running[name] = spawn(Program(name, argv or program.argv, program.env), self.settings)
        self.wait_until_ready()

    def start_all(self) -> None:
        """Start every stage and sink; return when all are ready."""
        self._running = {name: spawn(program, self.settings) for name, program in self._programs.items()}
        self.wait_until_ready()

    def stop(self, name: str) -> None:
        """End `name` by SIGTERM."""
        process = self._running.pop(name)
        process.terminate()
        assert process.wait(60) == 0

    def stop_all(self) -> None:
        """End all of them."""
        for process in self._running.values():
            process.terminate()
        assert {name: process.wait(60) for name, process in self._running.items()} == dict.fromkeys(self._running, 0)

    def wait_until_ready(self) -> None:
        """Return when everything that was started says that it is ready."""
        deadline = time.monotonic() + WITHIN_S
        while sum(probe(process, "/ready")[0] for process in processes(self.settings.var_dir)) < len(self._running):
            assert time.monotonic() < deadline, f"not ready; logs are in {self.settings.log_dir}"
            time.sleep(0.2)

    def publish(self, *messages: Outgoing | Event) -> None:
        """Publish messages, or events on the raw topic; on return they are acknowledged."""
        producer = AckProducer(kafka_config(self.settings), client_id="test")
        producer.publish([m if isinstance(m, Outgoing) else encode(m, RAW.name, made_by="test") for m in messages])
        producer.close()

    def catch_up(self) -> None:
        """Return when nothing is behind anywhere."""
        done = wait_until_idle(self.cluster, WITHIN_S)
        assert done, [(each.group.process, each.lag) for each in progress(self.cluster)]

    def jobstream(self, *words: str, code: int | None = 0, **overrides: object) -> Any:
        """Run `./jobstream …`; return the JSON that it printed, or the text where it is none. `code` None = any exit code."""
        settings = self.settings.but(**overrides)
        command = subprocess.run(
            [*JOBSTREAM, *words], cwd=ROOT, env=environment(settings), capture_output=True, text=True, check=False
        )
        assert code in (None, command.returncode), command.stdout + command.stderr
        try:
            return json.loads(command.stdout)
        except ValueError:
            return command.stdout

    def rows(self, engine: str, sql: str, **values: Any) -> Table:
        """Ask an engine."""
        return ask(self.settings, engine, sql, values or None).as_dicts()

    def messages(self, topic: str) -> Iterator[Incoming]:
        """Everything on `topic`."""
        return read_all(self.cluster, [topic])


@pytest.fixture(scope="session")
def pipeline(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Pipeline]:
    """The running pipeline; a test that stops a part of it starts it again."""
    for settings in running_engines(tmp_path_factory.mktemp("e2e")):
        topics.apply(settings)
        migrate(settings)
        running = Pipeline(settings)
        try:
            running.start_all()
            yield running
        finally:
            running.stop_all()


@pytest.fixture(scope="module")
def vendor() -> Iterator[Vendor]:
    """A vendor's server that knows nothing yet."""
    with Vendor(free_ports(1)[0]) as running:
        yield running
