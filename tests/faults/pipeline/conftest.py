"""Engines of their own for runs of the whole pipeline, the input, and what an undisturbed run of it comes to."""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from pipeline.ops.databases import migrate
from pipeline.ops.kafka import Cluster
from pipeline.ops.kafka_clients import kafka_config
from pipeline.settings import Settings
from pipeline.stack import Stack
from schemas.message import Outgoing
from tests.faults.pipeline import sequence
from tests.faults.pipeline.outcome import Outcome, outcome
from tests.faults.pipeline.running import done, empty, running
from tests.integration.conftest import make_settings

SEEDS = range(10)


@dataclass(frozen=True)
class Undisturbed:
    """A run in which nobody was stopped. `totals` = how far each stage and sink came, as `done` counts."""

    outcome: Outcome
    totals: dict[str, int]


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Ten seeds, or those that JOBSTREAM_FAULT_SEED names, apart by commas."""
    if "seed" in metafunc.fixturenames:
        chosen = os.environ.get("JOBSTREAM_FAULT_SEED")
        metafunc.parametrize("seed", [int(seed) for seed in chosen.split(",")] if chosen else SEEDS)


@pytest.fixture(scope="session")
def settings(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Settings]:
    """Settings of an embedded stack with topics and tables. Batches are small, so that more of a run lies within one."""
    made = make_settings(
        tmp_path_factory.mktemp("pipeline") / "var", kafka_address="", timescaledb_address="", clickhouse_address="",
        topic_partitions=6, batch_size=100, batch_within_s=0.05, sink_batch_size=300,
    )  # fmt: skip
    stack = Stack(made)
    try:
        stack.up()
        migrate(made)
        empty(made)
        yield made
    finally:
        stack.down()


@pytest.fixture(scope="session")
def stack(settings: Settings) -> Stack:
    """The engines, which can be killed and started."""
    return Stack(settings)


@pytest.fixture(scope="session")
def messages(shared_data: Path) -> list[Outgoing]:
    """A few thousand raw messages, and the crawls of their boards."""
    return sequence.messages(shared_data)


@pytest.fixture(scope="session")
def undisturbed(settings: Settings, messages: list[Outgoing]) -> Undisturbed:
    """The run that every other is compared with."""
    with running(settings) as pipeline:
        pipeline.publish(messages)
        pipeline.wait_until_caught_up(messages)
        cluster = Cluster(kafka_config(settings))
        totals = {name: done(cluster, name) for name in pipeline.victims}
        pipeline.stop_all()
        return Undisturbed(outcome(settings), totals)
