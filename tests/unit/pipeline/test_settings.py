"""Where a setting comes from."""

from pathlib import Path

import pytest
from pydantic import ValidationError

from pipeline.settings import Settings, adopt, environment, origins


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
    assert (settings.clickhouse_user, settings.sink_batch_size) == ("ann", 5000)
    assert (came_from["kafka_port"], came_from["batch_size"], came_from["sink_batch_size"]) == ("environment", ".env", "default")


def test_what_is_given_is_above_all():
    """And without a file none is read."""
    Path(".env").write_text("JOBSTREAM_KAFKA_PORT=1\n")

    assert (Settings(kafka_port=2).kafka_port, Settings(_env_file=None).kafka_port, Settings().kafka_port) == (2, 19092, 1)


def test_a_child_process_gets_the_settings(monkeypatch: pytest.MonkeyPatch):
    """Secrets too, wherever they came from; what is not set stays so."""
    settings = Settings(clickhouse_password="s3cret", var_dir=Path("there"))
    monkeypatch.setattr("os.environ", environment(settings))
    assert Settings() == settings

    adopt(settings.model_copy(update={"kafka_port": 5}))
    assert (Settings().kafka_port, Settings().boards_file) == (5, None)


def test_a_value_of_the_wrong_kind_is_refused(monkeypatch: pytest.MonkeyPatch):
    """Its name is said."""
    monkeypatch.setattr("os.environ", {"JOBSTREAM_BATCH_SIZE": "many"})
    with pytest.raises(ValidationError, match="batch_size"):
        Settings()
