"""The model, loaded once."""

import pytest

from streams.embed.model import Model, load_model


@pytest.fixture(scope="session")
def model() -> Model:
    """The model with its weights."""
    return load_model()
