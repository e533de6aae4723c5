"""The command line on a running stack, and a cluster with topics and a few raw postings."""

import json
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from click.testing import CliRunner, Result

from pipeline.cli.main import cli
from pipeline.ops import topics
from pipeline.ops.databases import migrate
from pipeline.ops.kafka import Cluster
from pipeline.ops.kafka_clients import kafka_config
from pipeline.settings import Settings, environment
from runtime.producer import AckProducer

Run = Callable[..., Result]


@pytest.fixture(scope="session")
def ready(settings: Settings) -> Settings:
    """Settings of a stack whose topics and tables exist."""
    topics.apply(settings)
    migrate(settings)
    return settings


@pytest.fixture
def cluster(ready: Settings) -> Cluster:
    """The cluster of the stack."""
    return Cluster(kafka_config(ready))


@pytest.fixture
def producer(ready: Settings) -> Iterator[AckProducer]:
    """A producer of the stack."""
    producer = AckProducer(kafka_config(ready), client_id="test")
    yield producer
    producer.close()


@pytest.fixture
def jobstream(ready: Settings) -> Run:
    """Runs `jobstream` in this process with the settings of the stack."""

    def run(*arguments: str, **overrides: object) -> Result:
        env = environment(ready.but(**overrides))
        return CliRunner().invoke(cli, list(arguments), env=env)

    return run


def lines(result: Result) -> list[Any]:
    """The JSON lines that a command printed; a text may hold what `splitlines` takes for a line's end."""
    return [json.loads(line) for line in result.stdout.split("\n") if line]
