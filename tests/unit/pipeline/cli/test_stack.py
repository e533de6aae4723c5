"""`jobstream stack` without engines: what it shows, asks and refuses."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from pipeline.cli import stack as cli
from pipeline.cli.exits import FINDING, OK, Unreachable
from pipeline.settings import Settings
from pipeline.stack import PartStatus, PortTaken, Stack, StackError
from pipeline.stack.parts import PARTS

RUNNING = PartStatus("kafka", "127.0.0.1:1", False, 4711, True, 340 * 1024 * 1024, 12.3, "/var/log/kafka.log")
STUCK = PartStatus("timescaledb", "127.0.0.1:2", False, 4712, False, 0, 1.0, "")
DEAD = PartStatus("clickhouse", "127.0.0.1:3", False, 0, False, 0, 0.0, "")
YOURS = PartStatus("clickhouse", "db.example:8123", True, 0, False, 0, 0.0, "")


@pytest.fixture(autouse=True)
def _own_var(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("JOBSTREAM_VAR_DIR", str(tmp_path))
    for name in PARTS:
        monkeypatch.delenv(f"JOBSTREAM_{name.upper()}_ADDRESS", raising=False)


def test_status_of_nothing_is_a_finding() -> None:
    """Nothing runs: exit code 1, and each part says so, also in JSON."""
    shown, as_json = (CliRunner().invoke(cli.command, ["status", *option]) for option in ([], ["--json"]))

    assert (shown.exit_code, shown.output.count("not running")) == (FINDING, 3)
    assert [(part["name"], part["pid"], part["ready"]) for part in json.loads(as_json.output)] == [
        (name, 0, False) for name in PARTS
    ]


def test_status_shows_pid_memory_and_whose_server_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    """A part that is your own server is no finding."""
    monkeypatch.setattr(Stack, "status", lambda _: [RUNNING, YOURS])
    result = CliRunner().invoke(cli.command, ["status"])

    assert result.exit_code == OK
    assert all(word in result.output for word in ("4711", "340 MiB", "12 s", "ready", "your own server", "db.example:8123"))


def test_a_part_that_does_not_answer_is_a_finding(monkeypatch: pytest.MonkeyPatch) -> None:
    """Its process alone is not enough."""
    monkeypatch.setattr(Stack, "status", lambda _: [RUNNING, STUCK, DEAD])
    result = CliRunner().invoke(cli.command, ["status"])

    assert (result.exit_code, "not answering" in result.output) == (FINDING, True)


def test_up_reports_progress_beside_its_json(monkeypatch: pytest.MonkeyPatch) -> None:
    """Standard output is JSON and nothing else."""

    def up(_: Stack, progress: object) -> list[PartStatus]:
        progress("kafka", "starting")
        return [RUNNING]

    monkeypatch.setattr(Stack, "up", up)
    result = CliRunner().invoke(cli.command, ["up", "--json"])

    assert (json.loads(result.stdout)[0]["pid"], "kafka        starting" in result.stderr) == (4711, True)


def test_up_that_fails_is_unreachable(monkeypatch: pytest.MonkeyPatch) -> None:
    """The message of the stack is the command's message; its exit code is 3."""

    def up(*_: object) -> None:
        raise PortTaken("Port 1 is taken")

    monkeypatch.setattr(Stack, "up", up)

    assert isinstance(CliRunner().invoke(cli.command, ["up"]).exception, Unreachable)


def test_down_with_nothing_running_says_so() -> None:
    """It is no error."""
    result = CliRunner().invoke(cli.command, ["down"])

    assert (result.exit_code, result.output) == (OK, "Nothing was running.\n")


def test_reset_asks_before_it_removes(tmp_path: Path) -> None:
    """No means no; `--yes` does not ask, and logs and downloads stay."""
    data = tmp_path / "stack" / "kafka"
    data.mkdir(parents=True)

    assert CliRunner().invoke(cli.command, ["reset"], input="n\n").exit_code == 1
    assert data.exists()
    assert CliRunner().invoke(cli.command, ["reset", "--yes"]).exit_code == OK
    assert not data.exists()


def test_logs_are_the_last_lines_of_a_part(tmp_path: Path) -> None:
    """Each line says whose it is; a part without a log says where it would be."""
    (tmp_path / "log").mkdir()
    (tmp_path / "log" / "kafka.log").write_text("one\ntwo\nthree\n")

    assert CliRunner().invoke(cli.command, ["logs", "kafka", "-n", "2"]).output == "kafka | two\nkafka | three\n"
    assert f"clickhouse | No log yet: {tmp_path}" in CliRunner().invoke(cli.command, ["logs"]).output


def test_logs_can_be_followed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is written later is printed, each line once, also of a part that has no log yet."""
    file, lines = tmp_path / "log" / "kafka.log", iter(["one\n", "two\n"])
    file.parent.mkdir()

    def write(_: float) -> None:
        line = next(lines, None)
        if line is None:
            raise KeyboardInterrupt
        with file.open("a") as log:
            log.write(line)

    monkeypatch.setattr(cli.time, "sleep", write)
    shown = CliRunner().invoke(cli.command, ["logs", "kafka", "--follow"])

    assert shown.stdout.splitlines()[1:] == ["kafka | one", "kafka | two"]


def test_an_unknown_part_is_refused_with_the_names_of_all() -> None:
    """So that the next attempt is right."""
    with pytest.raises(StackError, match=r"no part redis\. Its parts are kafka, timescaledb, clickhouse"):
        Stack(Settings()).kill("redis")
