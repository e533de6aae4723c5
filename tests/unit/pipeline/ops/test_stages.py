"""How a stage's step is put together from the settings."""

import pytest

from pipeline.ops.stages import build_step
from pipeline.settings import Settings
from runtime.metrics import Metrics
from streams.enrich import step


@pytest.mark.parametrize("wanted", [True, False])
def test_contacts_are_looked_for_where_the_operator_says_so(monkeypatch, wanted):
    """The setting reaches the word lists that enrichers look things up in."""
    asked = []
    monkeypatch.setattr(step, "load_resources", lambda *, contacts: asked.append(contacts))

    build_step("enrich", Metrics("enrich"), Settings(enrich_contacts=wanted))

    assert asked == [wanted]


def test_they_are_off_by_default(monkeypatch):
    """They are personal data."""
    monkeypatch.delenv("JOBSTREAM_ENRICH_CONTACTS", raising=False)

    assert Settings(_env_file=None).enrich_contacts is False
