"""A Kafka of their own for the tests that stop workers: they make its topics anew, again and again."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from pipeline.stack import Stack
from runtime.config import KafkaConfig
from tests.faults.place import Place, a_place
from tests.integration.conftest import make_settings


@pytest.fixture(scope="session")
def kafka(tmp_path_factory: pytest.TempPathFactory) -> Iterator[KafkaConfig]:
    """A broker that nobody else uses: JOBSTREAM_TEST_SCRATCH_KAFKA where it is set, else the embedded one on free ports."""
    given = os.environ.get("JOBSTREAM_TEST_SCRATCH_KAFKA")
    if given:
        yield KafkaConfig(given)
        return
    settings = make_settings(tmp_path_factory.mktemp("kafka") / "var", kafka_address="")
    stack = Stack(settings)
    stack.start("kafka")
    try:
        yield KafkaConfig(settings.kafka)
    finally:
        stack.stop("kafka")


@pytest.fixture
def place(kafka: KafkaConfig, tmp_path: Path) -> Iterator[Place]:
    """Fresh topics of normalize."""
    with a_place(kafka, tmp_path) as fresh:
        yield fresh
