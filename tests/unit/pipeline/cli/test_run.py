"""`jobstream run` and `jobstream schemas --write` on the command line."""

import signal
from collections.abc import Iterator

import pytest
from click.testing import CliRunner

from pipeline.cli import run as module
from pipeline.cli import schemas as schemas_module
from pipeline.cli.exits import FINDING, LIMIT
from pipeline.cli.main import cli
from pipeline.ops.groups import Group, Progress
from pipeline.ops.processes import AlreadyRuns


@pytest.fixture(autouse=True)
def _signals() -> Iterator[None]:
    before = {number: signal.getsignal(number) for number in (signal.SIGTERM, signal.SIGINT)}
    yield
    for number, handler in before.items():
        signal.signal(number, handler)


def test_what_is_wished_reaches_the_supervisor(monkeypatch):
    """Workers per stage, and when it ends."""
    seen = []
    monkeypatch.setattr(module, "run", lambda _settings, wishes, *_: seen.append(wishes) or LIMIT)
    result = CliRunner().invoke(cli, ["run", "--workers", "normalize=2", "--workers", "enrich=3", "--until-idle", "--schedule"])
    assert (result.exit_code, seen[0].workers, seen[0].idle_s) == (LIMIT, {"normalize": 2, "enrich": 3}, 3.0)
    assert seen[0].schedule


def test_sigterm_asks_it_to_stop(monkeypatch):
    """It does not end by itself."""

    def run(settings, wishes, migrate, voice, stop) -> int:
        signal.raise_signal(signal.SIGTERM)
        voice.say("stopping")
        voice.show([(Progress(Group("normalize", "g", ()), 1, 0), 0.0)])
        return 0 if stop.is_set() else 1

    monkeypatch.setattr(module, "run", run)
    result = CliRunner().invoke(cli, ["run"])
    assert (result.exit_code, result.stderr) == (0, "stopping\n")


def test_a_second_run_is_a_finding(monkeypatch):
    """The message is all that is printed."""

    def refuse(*_) -> int:
        raise AlreadyRuns("run runs already as pid 1.")

    monkeypatch.setattr(module, "run", refuse)
    result = CliRunner().invoke(cli, ["run"])
    assert (result.exit_code, result.output) == (FINDING, "run runs already as pid 1.\n")


def test_stale_files_are_told_with_the_command_that_writes_them(monkeypatch, tmp_path):
    """And written by it."""
    monkeypatch.setattr(schemas_module, "ASYNCAPI", tmp_path / "asyncapi.yaml")
    stale = CliRunner().invoke(cli, ["schemas"])
    assert (stale.exit_code, stale.output) == (
        FINDING,
        "docs/asyncapi.yaml is stale. Run `./jobstream schemas --write`.\n",
    )
    assert CliRunner().invoke(cli, ["schemas", "--write"]).exit_code == 0
    assert (tmp_path / "asyncapi.yaml").is_file()


def test_an_incompatible_schema_is_not_written(monkeypatch):
    """The message names the way: a new major version."""

    def refuse() -> list:
        raise ValueError("x.v1 against 1.json: .a was removed")

    monkeypatch.setattr(schemas_module.generate, "write", refuse)
    result = CliRunner().invoke(cli, ["schemas", "--write"])
    assert result.exit_code != 0
    assert ".a was removed" in result.output
