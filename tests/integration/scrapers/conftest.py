"""A crawl as an operator runs it: the command, in a process of its own, against a vendor's server and a real Kafka."""

import contextlib
import io
import json
import multiprocessing
import os
import signal
import time
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest

from pipeline.cli.exits import Unreachable
from pipeline.ops import topics
from pipeline.ops.kafka import Cluster
from pipeline.ops.kafka_clients import kafka_config
from pipeline.ops.kafka_reading import read
from pipeline.settings import Settings
from pipeline.stack.ports import free_ports
from runtime.consumer import Partition
from schemas.base import Event
from schemas.codec import decode
from schemas.crawl import CrawlPage, CrawlReport
from schemas.message import Incoming
from schemas.raw import RawPosting
from schemas.topics import CRAWL, RAW
from tests.integration.scrapers.vendor import Vendor

_SPAWN = multiprocessing.get_context("spawn")


class Command:
    """`./jobstream …` in a process of its own."""

    def __init__(self, folder: Path, *words: str) -> None:
        self._out = folder / f"{time.monotonic_ns()}.out"
        self._process = _SPAWN.Process(target=run_command, args=(self._out, words))
        self._process.start()

    def interrupt(self) -> None:
        """Press Ctrl-C."""
        assert self._process.pid is not None
        os.kill(self._process.pid, signal.SIGINT)

    def end(self) -> None:
        """Leave nothing behind, also where the test broke off: a crawl would wait for its Kafka for ever."""
        self._process.kill()
        self._process.join()

    def finish(self, timeout_s: float = 120) -> tuple[int | None, Any]:
        """Wait for the end; return exit code and the JSON that was printed, or the text where it is none."""
        self._process.join(timeout_s)
        if self._process.is_alive():
            self.end()
            pytest.fail(f"the command did not end: {self._out.read_text()}")
        text = self._out.read_text()
        try:
            return self._process.exitcode, json.loads(text)
        except ValueError:
            return self._process.exitcode, text


def run_command(out: Path, words: tuple[str, ...]) -> None:
    """Run the command line with its output in a file; the process ends with its exit code."""
    import sys  # noqa: PLC0415

    from pipeline.cli.main import main  # noqa: PLC0415

    sys.argv = ["jobstream", *words]
    with out.open("w") as file, contextlib.redirect_stdout(file), contextlib.redirect_stderr(io.StringIO()) as errors:
        try:
            main()
        finally:
            file.write(errors.getvalue() if file.tell() == 0 else "")


Run = Callable[..., Command]
Find = Callable[[str], "Published"]


@pytest.fixture
def vendor() -> Iterator[Vendor]:
    """A vendor's server that knows nothing yet."""
    with Vendor(free_ports(1)[0]) as running:
        yield running


@pytest.fixture
def published(settings: Settings) -> "Find":
    """Returns what was published of a board since the test began; the topics exist."""
    topics.apply(settings)
    cluster, names = Cluster(kafka_config(settings)), (RAW.name, CRAWL.name)
    start = _ends(cluster, names)
    return lambda board: Published(read(cluster.config, start, _ends(cluster, names)), board)


@pytest.fixture
def run(settings: Settings, published: "Find", vendor: Vendor, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Run]:
    """Starts commands whose requests go to `vendor`, without delay between them, and whose topics exist."""
    values = {"VAR_DIR": tmp_path / "var", "KAFKA_ADDRESS": settings.kafka, "SOURCE_BASE_URL": vendor.url, "CRAWL_DELAY_S": 0}
    for name, value in values.items():
        monkeypatch.setenv(f"JOBSTREAM_{name}", str(value))
    commands: list[Command] = []

    def start(*words: str) -> Command:
        commands.append(Command(tmp_path, *words))
        return commands[-1]

    yield start
    for command in commands:
        command.end()


def _ends(cluster: Cluster, names: tuple[str, ...]) -> dict[Partition, int]:
    # partitions of new topics, and of a broker that just came back, have no leader for a moment
    for _ in range(20):
        try:
            return cluster.next_offsets(names)
        except Unreachable:
            time.sleep(0.5)
    return cluster.next_offsets(names)


class Published:
    """What a test published of one board."""

    def __init__(self, messages: Iterable[Incoming], board: str) -> None:
        found: list[tuple[Incoming, Event]] = [(message, decode(message)) for message in messages]
        ours = [(message, event) for message, event in found if f"{event.source}:{event.board}" == board]  # type: ignore[attr-defined]
        self.raw = [event for _, event in ours if isinstance(event, RawPosting)]
        self.pages = [event for _, event in ours if isinstance(event, CrawlPage)]
        self.reports = [event for _, event in ours if isinstance(event, CrawlReport)]
        self.raw_ms = [message.timestamp_ms for message, event in ours if isinstance(event, RawPosting)]
        self.report_ms = [message.timestamp_ms for message, event in ours if isinstance(event, CrawlReport)]

    @property
    def ids(self) -> list[str | None]:
        """The ids of the raw postings, sorted."""
        return sorted(raw.source_id or "" for raw in self.raw)
