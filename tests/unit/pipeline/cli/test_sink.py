"""How `jobstream sink` begins again, and what it says."""

import pytest
from click.testing import CliRunner

from pipeline.cli import sink
from streams.rebuild import GroupInUse


@pytest.fixture
def done(monkeypatch) -> list[str]:
    """What the command did, in order; nothing of it really happens."""
    calls: list[str] = []
    monkeypatch.setattr(sink, "Cluster", lambda _: None)
    monkeypatch.setattr(sink, "rewind", lambda _, engine: calls.append(f"rewind {engine}"))
    monkeypatch.setattr(sink, "run_sink", lambda engine, *_: calls.append(f"run {engine}"))
    return calls


def test_a_rebuild_sets_the_sink_back_before_it_runs(done):
    """And names what older rows come back by: the topics that it reads hold the last days."""
    result = CliRunner().invoke(sink.command, ["timescaledb", "--rebuild"])

    assert done == ["rewind timescaledb", "run timescaledb"]
    assert "jobs.posting.enriched holds 30 days. Once the sink has caught up, ./jobstream replay --execute" in result.stderr
    assert (
        "jobs.source.health holds 30 days. Once the sink has caught up, ./jobstream worker lifecycle --rebuild" in result.stderr
    )


def test_without_it_a_sink_goes_on_where_it_was(done):
    """Nothing is set back."""
    CliRunner().invoke(sink.command, ["timescaledb"])
    assert done == ["run timescaledb"]


def test_a_rebuild_of_a_sink_that_runs_is_refused(monkeypatch, done):
    """Exit code 1, no traceback, and no second sink."""

    def refuse(*_: object) -> None:
        raise GroupInUse("Stop it.")

    monkeypatch.setattr(sink, "rewind", refuse)
    result = CliRunner().invoke(sink.command, ["clickhouse", "--rebuild"])

    assert (result.exit_code, result.stderr.strip(), done) == (1, "Stop it.", [])
