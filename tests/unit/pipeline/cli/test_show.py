"""How commands print and what they accept."""

import json
from datetime import UTC, datetime
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from pipeline.cli import exits
from pipeline.cli.exits import USAGE
from pipeline.cli.main import COMMANDS, cli, main
from pipeline.cli.run import WorkerCount
from pipeline.cli.show import echo_json, echo_json_line, echo_table
from pipeline.cli.status import _show
from pipeline.cli.times import TimeOrBeginning, UtcTime
from tests.builders import JAN


def test_a_table_aligns_numbers_to_the_right(capsys):
    """And text to the left."""
    echo_table(("name", "n"), [("a", 1), ("bcdefg", 1000)])
    assert capsys.readouterr().out == "name        n\na           1\nbcdefg  1,000\n"


def test_what_others_wrote_commands_no_terminal(capsys):
    """A title or an id may hold anything; a cell is one line."""
    echo_table(("title",), [("a\x1b[31m\nb",)])
    echo_json({"title": "\x9b31m"})
    echo_json_line({"title": "\x9b31m"})
    assert capsys.readouterr().out.splitlines() == [
        "title", r"a\x1b[31m\nb", "{", r'  "title": "\u009b31m"', "}", r'{"title": "\u009b31m"}',
    ]  # fmt: skip


def test_a_table_shows_nothing_as_a_dash_and_flags_as_words(capsys):
    """True is not 1."""
    echo_table(("a", "b", "c"), [(None, True, 2.5)])
    assert capsys.readouterr().out.splitlines()[1].split() == ["-", "yes", "2.5"]


def test_a_table_without_rows_has_its_head(capsys):
    """Nothing found is an answer."""
    echo_table(("a", "b"), [])
    assert capsys.readouterr().out == "a  b\n"


def test_json_holds_times_as_iso(capsys):
    """As a document, or as one line."""
    echo_json({"at": JAN})
    assert json.loads(capsys.readouterr().out) == {"at": "2026-01-05T09:00:00+00:00"}
    echo_json_line({"at": JAN, "who": "é", "where": {"a": 1}})
    assert capsys.readouterr().out == '{"at": "2026-01-05T09:00:00+00:00", "who": "é", "where": {"a": 1}}\n'


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("2026-03-01", datetime(2026, 3, 1, tzinfo=UTC)),
        ("2026-03-01T12:30", datetime(2026, 3, 1, 12, 30, tzinfo=UTC)),
        ("2026-03-01T12:30:00Z", datetime(2026, 3, 1, 12, 30, tzinfo=UTC)),
        ("2026-03-01T12:30:00+02:00", datetime(2026, 3, 1, 10, 30, tzinfo=UTC)),
    ],
)
def test_times_are_utc_unless_they_say_otherwise(text, moment):
    """Dates are their first instant."""
    assert UtcTime().convert(text, None, None) == moment


def test_what_is_no_time_is_refused_with_an_example():
    """`yesterday` is none."""
    with pytest.raises(click.BadParameter, match="no ISO date"):
        UtcTime().convert("yesterday", None, None)


def test_beginning_is_before_everything():
    """Kafka knows no older time."""
    assert TimeOrBeginning().convert("beginning", None, None) == datetime(1970, 1, 1, tzinfo=UTC)


def test_workers_are_counted_per_stage():
    """`normalize=2`."""
    assert WorkerCount().convert("normalize=2", None, None) == ("normalize", 2)


@pytest.mark.parametrize("text", ["normalize", "normalize=0", "normalize=x", "normalize=²", "normalize=00", "parse=2", "=2"])
def test_what_is_no_worker_count_is_refused(text):
    """The message names the stages."""
    with pytest.raises(click.BadParameter, match="normalize, dedupe, enrich"):
        WorkerCount().convert(text, None, None)


def test_settings_hide_secrets_and_name_where_they_come_from():
    """A password is never printed."""
    result = CliRunner().invoke(cli, ["settings", "--json"], env={"JOBSTREAM_TIMESCALEDB_PASSWORD": "hunter2"})
    rows = {row["setting"]: row for row in json.loads(result.output)}
    assert "hunter2" not in result.output
    assert rows["JOBSTREAM_TIMESCALEDB_PASSWORD"]["from"] == "environment"
    assert rows["JOBSTREAM_SINK_BATCH_SIZE"]["from"] == "default"


def test_settings_of_a_dotenv_file_are_named_as_such(tmp_path, monkeypatch):
    """It lies in the working directory."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / ".env").write_text("JOBSTREAM_BATCH_SIZE=7\n")
    result = CliRunner().invoke(cli, ["settings", "--json"])
    row = next(row for row in json.loads(result.output) if row["setting"] == "JOBSTREAM_BATCH_SIZE")
    assert (row["value"], row["from"]) == ("7", ".env")


def test_settings_are_a_table_for_people():
    """One line each."""
    result = CliRunner().invoke(cli, ["settings"])
    assert "JOBSTREAM_KAFKA_PORT" in result.output


def test_logs_of_a_process_are_shown(tmp_path):
    """Structured lines as text."""
    (tmp_path / "log").mkdir()
    (tmp_path / "log" / "normalize.log").write_text('{"event": "started", "level": "info"}\n')
    result = CliRunner().invoke(cli, ["logs", "normalize"], env={"JOBSTREAM_VAR_DIR": str(tmp_path)})
    assert result.output == "info started\n"


def test_logs_of_several_processes_name_theirs(tmp_path):
    """As JSON too."""
    (tmp_path / "log").mkdir()
    for name in ("a", "b"):
        (tmp_path / "log" / f"{name}.log").write_text(f"{name}1\n{name}2\n")
    env = {"JOBSTREAM_VAR_DIR": str(tmp_path)}
    assert CliRunner().invoke(cli, ["logs", "-n", "1"], env=env).output == "a.log: a2\nb.log: b2\n"
    shown = CliRunner().invoke(cli, ["logs", "a", "-n", "1", "--json"], env=env).output
    assert json.loads(shown) == {"log": "a.log", "line": "a2"}


def test_logs_of_nobody_name_those_there_are(tmp_path):
    """And the way to get some."""
    result = CliRunner().invoke(cli, ["logs", "nobody"], env={"JOBSTREAM_VAR_DIR": str(tmp_path)})
    assert result.exit_code != 0
    assert "There are: none" in result.output


@pytest.mark.parametrize("command", [("dlq", "list"), ("dlq", "redrive", "--execute")])
def test_a_topic_without_dead_letters_is_a_usage_error(command):
    """A typing error must not look like a topic in which nothing died."""
    result = CliRunner().invoke(cli, [*command, "--topic", "jobs.posting.row"])
    assert (result.exit_code, "these have: jobs.posting.raw," in " ".join(result.output.split())) == (2, True)


def test_a_process_is_shown_with_a_pid_that_can_be_typed(capsys):
    """`kill 12,345` ends nothing."""
    process = {"process": "normalize", "pid": 12345, "port": 9100, "healthy": True, "ready": True, "events_per_second": 0.0}
    parts = {name: [] for name in ("engines", "groups", "schedule", "dead_letters")}
    _show({**parts, "topics": {}, "tables": {}, "processes": [process]})
    assert "normalize  12345  9100" in capsys.readouterr().out


@pytest.mark.parametrize("name", [*COMMANDS])
def test_every_command_has_help(name):
    """An operator finds the way by --help."""
    result = CliRunner().invoke(cli, [name, "--help"])
    assert (result.exit_code, "Usage:" in result.output) == (0, True)


def test_schemas_are_checked_on_the_command_line():
    """Exit code 0: nothing is stale."""
    result = CliRunner().invoke(cli, ["schemas", "--check", "--json"])
    assert (result.exit_code, json.loads(result.output)) == (0, {"findings": []})


def test_check_and_write_exclude_each_other():
    """A usage error."""
    assert CliRunner().invoke(cli, ["schemas", "--check", "--write"]).exit_code == 2


def test_a_setting_that_is_refused_is_one_sentence(monkeypatch, capsys):
    """It is for the person who set it: no traceback."""
    monkeypatch.setattr("sys.argv", ["jobstream", "settings"])
    monkeypatch.setattr("os.environ", {"JOBSTREAM_BATCH_SIZE": "many"})
    with pytest.raises(SystemExit) as ended:
        main()

    said = "JOBSTREAM_BATCH_SIZE is 'many'; it takes a whole number, at least 1.\n"
    assert (ended.value.code, capsys.readouterr().err) == (USAGE, said)


def test_a_var_dir_that_can_not_be_written_is_told_in_a_sentence(tmp_path, monkeypatch, capsys):
    """With the setting that names it; it was a traceback."""
    taken = tmp_path / "taken"
    taken.write_text("a file")
    monkeypatch.setattr("sys.argv", ["jobstream", "stack", "up"])
    monkeypatch.setenv("JOBSTREAM_VAR_DIR", str(taken / "var"))
    with pytest.raises(SystemExit) as ended:
        main()

    assert (ended.value.code, "can't be written" in (said := capsys.readouterr().err), "JOBSTREAM_VAR_DIR" in said) == (
        USAGE,
        True,
        True,
    )


@pytest.mark.parametrize("words", [("topics", "describe", "nonsense"), ("logs", "nonsense"), ("topics", "nonsense")])
def test_a_test_sees_the_exit_code_that_a_user_gets(words, tmp_path, monkeypatch):
    """Click's own runner asks the error for its code, and so does `main`."""
    monkeypatch.setenv("JOBSTREAM_VAR_DIR", str(tmp_path))
    monkeypatch.setattr("sys.argv", ["./jobstream", *words])
    with pytest.raises(SystemExit) as ended:
        main()
    assert ended.value.code == CliRunner().invoke(cli, words).exit_code == USAGE


def test_no_command_raises_what_would_end_with_another_code():
    """A bare ClickException is 1, which is a finding."""
    texts = {path.name: path.read_text("utf-8") for path in Path(exits.__file__).parent.glob("*.py")}
    assert [name for name, text in texts.items() if "raise click.ClickException" in text] == []
