"""A running stack for the tests of this folder: one per run, on ports of its own; tests/engines.py says which engines."""

from collections.abc import Iterator

import pytest

from pipeline.settings import Settings
from pipeline.stack import Stack
from tests.conftest import missing
from tests.engines import make_settings, running_engines

__all__ = ["make_settings"]


@pytest.fixture(scope="session")
def settings(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Settings]:
    """Settings of a stack that runs; metrics on any free port."""
    yield from running_engines(tmp_path_factory.mktemp("stack"))


@pytest.fixture(scope="session")
def stack(settings: Settings) -> Stack:
    """The stack that runs; its parts can be killed and started when it is embedded."""
    if settings.kafka_address:
        missing("the embedded stack (JOBSTREAM_TEST_ENGINES is not `embedded`)")
    return Stack(settings)
