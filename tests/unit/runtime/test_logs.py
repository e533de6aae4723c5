"""Every record of a process is one JSON object in its file."""

import json
import logging
from collections.abc import Iterator
from pathlib import Path

import pytest
import structlog

from runtime import logs


@pytest.fixture(autouse=True)
def _as_before() -> Iterator[None]:
    root = logging.getLogger()
    handlers, level = root.handlers[:], root.level
    noisy = {name: logging.getLogger(name).level for name in logs.NOISY}
    yield
    for handler in root.handlers:
        if handler not in handlers:
            handler.close()
    root.handlers[:] = handlers
    root.setLevel(level)
    for name, was in noisy.items():
        logging.getLogger(name).setLevel(was)
    structlog.reset_defaults()
    structlog.contextvars.clear_contextvars()


def records(path: Path) -> list[dict]:
    """The lines of a log."""
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


def test_a_record_holds_its_values_its_process_and_a_time(tmp_path):
    """Values are given as keywords."""
    path = logs.configure("normalize", tmp_path / "log")
    logs.logger("streams.delivery").info("batch written", rows=10, posting_id="lever:acme:p1")
    (record,) = records(path)
    assert record.pop("timestamp").endswith("Z")
    assert record == {
        "event": "batch written", "level": "info", "logger": "streams.delivery", "posting_id": "lever:acme:p1",
        "process": "normalize", "rows": 10,
    }  # fmt: skip


def test_the_log_is_named_after_its_process(tmp_path):
    """And its folder is made."""
    assert logs.configure("sink-clickhouse", tmp_path / "a" / "b") == tmp_path / "a" / "b" / "sink-clickhouse.log"


def test_a_log_that_was_moved_away_is_begun_anew(tmp_path):
    """As logrotate does; nothing is written behind its back."""
    path = logs.configure("normalize", tmp_path)
    logs.logger("a").info("first")
    path.rename(tmp_path / "normalize.log.1")
    logs.logger("a").info("second")
    assert [r["event"] for r in records(tmp_path / "normalize.log.1")] == ["first"]
    assert [r["event"] for r in records(path)] == ["second"]


def test_records_of_libraries_come_along(tmp_path):
    """In the same form."""
    path = logs.configure("normalize", tmp_path)
    logging.getLogger("some.library").warning("it is %s", "late")
    assert [(r["event"], r["logger"], r["process"]) for r in records(path)] == [("it is late", "some.library", "normalize")]


def test_an_exception_is_part_of_its_record(tmp_path):
    """One line, however long the traceback is."""
    path = logs.configure("normalize", tmp_path)
    try:
        int("no number")
    except ValueError:
        logs.logger("x").exception("failed")
    (record,) = records(path)
    assert "ValueError: invalid literal" in record["exception"]


def test_debug_is_left_out_unless_asked_for(tmp_path):
    """The level counts for ours and for the libraries'."""
    path = logs.configure("normalize", tmp_path, "WARNING")
    logs.logger("x").info("quiet")
    logging.getLogger("y").info("quiet")
    assert records(path) == []


@pytest.mark.parametrize("name", logs.NOISY)
def test_talkative_libraries_say_warnings_only(tmp_path, name):
    """Their debug records cost a tenth of a stage's time."""
    logs.configure("normalize", tmp_path, "DEBUG")
    assert logging.getLogger(name).level == logging.WARNING


def test_a_restarted_process_appends(tmp_path):
    """What was logged before a crash stays."""
    for _ in range(2):
        path = logs.configure("normalize", tmp_path)
        logs.logger("x").warning("started")
        logging.getLogger().handlers[0].close()
    assert len(records(path)) == 2


def test_a_line_is_written_as_it_was_cleaned(tmp_path):
    """Of a library's records and of their tracebacks too."""
    path = logs.configure("crawl", tmp_path, cleaned=lambda line: line.replace("hunter2", "-"))
    logging.getLogger("scrapy").warning("gave up %s", "?key=hunter2", exc_info=ValueError("key=hunter2"))
    (record,) = records(path)

    assert record["event"] == "gave up ?key=-"
    assert "ValueError: key=-" in record["exception"]


def test_a_command_without_a_log_file_says_it_on_standard_error(capsys):
    """What it prints is its answer: a program reads it."""
    logs.logger("pipeline.ops.plan").warning("a record can't be read")
    printed = capsys.readouterr()
    assert (printed.out, "a record can't be read" in printed.err) == ("", True)
