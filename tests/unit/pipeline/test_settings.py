"""Where a setting comes from."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from pipeline.cli.settings import command
from pipeline.setting import Secret, SettingRefused
from pipeline.settings import Settings, adopt, environment, origins, unknown


@pytest.fixture(autouse=True)
def _alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder without `.env`, and an environment without settings."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("os.environ", {"PATH": "/bin"})


def test_the_environment_is_above_the_file_and_the_file_above_the_default(tmp_path: Path):
    """Names are read in capitals or not; what is no setting of ours is left alone."""
    (tmp_path / ".env").write_text("JOBSTREAM_KAFKA_PORT=1\nJOBSTREAM_BATCH_SIZE=2\njobstream_log_level=ERROR\nOTHER=x\n")
    environ = {"JOBSTREAM_KAFKA_PORT": "3", "jobstream_clickhouse_user": "ann", "JOBSTREAM_UNKNOWN": "x", "KAFKA_PORT": "4"}
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("os.environ", environ)
        settings, came_from = Settings(), {name: origin for name, _, origin, _ in origins()}

    assert (settings.kafka_port, settings.batch_size, settings.log_level) == (3, 2, "ERROR")
    assert (settings.clickhouse_user, settings.sink_batch_size) == ("ann", 10_000)
    assert (came_from["kafka_port"], came_from["batch_size"], came_from["sink_batch_size"]) == ("environment", ".env", "default")


def test_a_variable_that_is_called_as_settings_are_and_is_none_is_named(tmp_path: Path):
    """With the setting that is spelled like it; those of the tests and of the installation are no settings either."""
    (tmp_path / ".env").write_text("JOBSTREAM_BATCHSIZE=2\nJOBSTREAM_BATCH_SIZE=2\nOTHER=x\n")
    elsewhere = ("JOBSTREAM_PYTHON", "JOBSTREAM_FAULT_SEED", "JOBSTREAM_WRITE_GOLDEN", "JOBSTREAM_TEST_ENGINES", "PATH")
    environ = {
        "JOBSTREAM_KAFKA_ADRESS": "x",
        "jobstream_qqqq": "x",
        "jobstream_log_level": "INFO",
        **dict.fromkeys(elsewhere, "1"),
    }
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("os.environ", environ)
        found = dict(unknown())

    assert found.keys() == {"JOBSTREAM_KAFKA_ADRESS", "JOBSTREAM_BATCHSIZE", "jobstream_qqqq"}
    assert found["JOBSTREAM_KAFKA_ADRESS"] == "did you mean JOBSTREAM_KAFKA_ADDRESS?"
    assert found["JOBSTREAM_BATCHSIZE"] == "did you mean JOBSTREAM_BATCH_SIZE?"
    assert found["jobstream_qqqq"] == "`./jobstream settings` shows all there are."


def test_the_command_names_what_is_no_setting(monkeypatch: pytest.MonkeyPatch):
    """Beside its table or JSON, on stderr."""
    monkeypatch.setattr("os.environ", {"JOBSTREAM_KAFKA_ADRESS": "x"})
    result = CliRunner().invoke(command, ["--json"])

    assert (result.exit_code, "KAFKA_ADRESS" in result.stdout) == (0, False)
    assert "JOBSTREAM_KAFKA_ADRESS is no setting, and nobody heeds it: did you mean JOBSTREAM_KAFKA_ADDRESS?" in result.stderr


def test_what_is_given_is_above_all():
    """And without a file none is read."""
    Path(".env").write_text("JOBSTREAM_KAFKA_PORT=1\n")

    assert (Settings(kafka_port=2).kafka_port, Settings(_env_file=None).kafka_port, Settings().kafka_port) == (2, 19092, 1)


def test_a_child_process_gets_the_settings(monkeypatch: pytest.MonkeyPatch):
    """Secrets too, wherever they came from; what is not set stays so."""
    settings = Settings(clickhouse_password="s3cret", var_dir=Path("there"))
    monkeypatch.setattr("os.environ", environment(settings))
    assert Settings() == settings

    adopt(settings.but(kafka_port=5))
    assert (Settings().kafka_port, Settings().boards_file) == (5, None)


def test_a_child_process_gets_nothing_that_its_settings_leave_out(monkeypatch: pytest.MonkeyPatch):
    """As the demo leaves out what is for servers of one's own, wherever that is set."""
    Path(".env").write_text("JOBSTREAM_BROWSER_PATH=/bin/chromium\n")
    monkeypatch.setattr("os.environ", {"JOBSTREAM_BOARDS_FILE": "mine.toml"})
    settings = Settings().but(boards_file=None, browser_path=None)
    monkeypatch.setattr("os.environ", environment(settings))

    assert (Settings().boards_file, Settings().browser_path) == (None, None)


def test_a_changed_copy_leaves_the_first_as_it_is(monkeypatch: pytest.MonkeyPatch):
    """And reads nothing again: what stands in the environment now is not asked."""
    settings = Settings(batch_size=7)
    monkeypatch.setattr("os.environ", {"JOBSTREAM_BATCH_SIZE": "8", "JOBSTREAM_KAFKA_PORT": "9"})
    changed = settings.but(kafka_port=5)

    assert (changed.batch_size, changed.kafka_port, settings.kafka_port) == (7, 5, 19092)


@pytest.mark.parametrize(
    ("name", "text", "value"),
    [
        ("jobspy", "Yes", True), ("shipped_boards", "0", False), ("kafka_port", " 5 ", 5), ("batch_within_s", "1e-1", 0.1),
        ("var_dir", "there", Path("there")), ("boards_file", "b.toml", Path("b.toml")), ("log_level", "DEBUG", "DEBUG"),
        ("proxies", "http://me:s3cret@proxy", Secret("http://me:s3cret@proxy")), ("demo_port_base", "65000", 65_000),
    ],
)  # fmt: skip
def test_a_text_becomes_a_value_of_the_settings_kind(name: str, text: str, value: object, monkeypatch: pytest.MonkeyPatch):
    """As the environment gives it."""
    monkeypatch.setattr("os.environ", {f"JOBSTREAM_{name.upper()}": text})
    found = getattr(Settings(), name)

    assert (type(found), found) == (type(value), value)


@pytest.mark.parametrize(
    ("name", "value", "takes"),
    [
        ("batch_size", "many", "a whole number, at least 1"), ("batch_size", "0", "at least 1"), ("batch_size", 1.5, "whole"),
        ("batch_within_s", "nan", "a number, above 0"), ("batch_within_s", "inf", "a number, above 0"),
        ("batch_within_s", "0", "above 0"),
        ("demo_port_base", "65001", "at most 65000"), ("jobspy", "maybe", "true or false"),
        ("metrics_port", "70000", "at least 0, at most 65535"),
        ("log_level", "LOUD", "one of DEBUG, INFO, WARNING, ERROR"),
        ("var_dir", None, "a path"), ("kafka_address", None, "a text"), ("proxies", None, "a text"),
    ],
)  # fmt: skip
def test_a_value_of_the_wrong_kind_or_out_of_bounds_is_refused(name: str, value: object, takes: str):
    """The setting is named as the environment has it, with what it takes."""
    with pytest.raises(SettingRefused, match=f"JOBSTREAM_{name.upper()} is {value!r}; it takes .*{takes}"):
        Settings(**{name: value})


def test_what_is_no_setting_can_not_be_given():
    """A slip of the programmer, and none of the environment."""
    with pytest.raises(TypeError, match="batch_sise"):
        Settings(batch_sise=1)


def test_a_secret_is_never_shown():
    """Neither with the settings nor alone; that one is set is seen."""
    settings = Settings(proxies="s3cret", clickhouse_password="")

    assert "s3cret" not in f"{settings} {settings.proxies}"
    assert (str(settings.proxies), str(settings.clickhouse_password), settings.proxies.plain) == ("*" * 10, "", "s3cret")


def test_settings_do_not_change():
    """Others are made of them."""
    with pytest.raises(AttributeError):
        Settings().kafka_port = 5
