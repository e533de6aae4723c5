"""Both warehouses with the newest schema, and sinks that run in the test's own process."""

import time
from collections.abc import Callable, Iterator
from threading import Event, Thread
from typing import Any

import pytest

from pipeline.ops import topics
from pipeline.ops.ask import ask
from pipeline.ops.databases import migrate
from pipeline.ops.kafka_clients import kafka_config
from pipeline.ops.sink import Work, sink_of
from pipeline.settings import Settings
from runtime.producer import AckProducer
from schemas.message import Incoming
from tests.warehouse_data import as_outgoing

_WITHIN_S = 60


class RunningSink:
    """A sink in a thread; `stop` ends it as SIGTERM does."""

    def __init__(self, engine: str, settings: Settings) -> None:
        self.stopping = Event()
        self.work = Work(sink_of(engine, settings), settings, self.stopping)
        self._thread = Thread(target=self.work.loop.run)
        self._thread.start()

    def stop(self) -> None:
        """End it; on return it has left the group."""
        self.stopping.set()
        self._thread.join()
        self.work.close()


@pytest.fixture(scope="session")
def warehouses(settings: Settings) -> Settings:
    """Settings of a stack with topics and tables."""
    topics.apply(settings)
    migrate(settings)
    return settings


@pytest.fixture
def start_sink(warehouses: Settings) -> Iterator[Callable[[str], RunningSink]]:
    """Starts sinks, which end with the test."""
    running: list[RunningSink] = []

    def start(engine: str) -> RunningSink:
        running.append(RunningSink(engine, warehouses))
        return running[-1]

    yield start
    for sink in running:
        sink.stop()


@pytest.fixture
def publish(warehouses: Settings) -> Iterator[Callable[[list[Incoming]], None]]:
    """Publishes messages, acknowledged on return."""
    producer = AckProducer(kafka_config(warehouses), client_id="test")
    yield lambda messages: producer.publish(as_outgoing(messages)) and None
    producer.close()


@pytest.fixture
def rows(warehouses: Settings) -> Callable[..., list[tuple[Any, ...]]]:
    """Asks an engine; for people's tables the name alone is enough: `rows(engine, sql, board=…)`."""
    return lambda engine, sql, **values: ask(warehouses, engine, sql, values or None).rows


def eventually(wanted: Callable[[], bool], what: str) -> None:
    """Return when `wanted()` is true; fail after a minute."""
    until = time.monotonic() + _WITHIN_S
    while not wanted():
        assert time.monotonic() < until, f"not within {_WITHIN_S} s: {what}"
        time.sleep(0.1)
