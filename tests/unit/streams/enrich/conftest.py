"""The word lists, loaded once for all tests of this folder."""

import pytest

from streams.enrich.resources import Resources, load_resources


@pytest.fixture(scope="session")
def resources() -> Resources:
    """What the enrichers look things up in."""
    return load_resources()
