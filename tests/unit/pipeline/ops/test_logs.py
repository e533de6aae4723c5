"""The ends of logs."""

import json

import pytest

from pipeline.ops.logs import follow, last_lines, log_files, readable


@pytest.mark.parametrize("count", [0, 1, 3, 100])
def test_the_last_lines_are_the_last_ones(tmp_path, count):
    """However many there are."""
    path = tmp_path / "a.log"
    lines = [f"line {n}" for n in range(50)]
    path.write_text("\n".join(lines) + "\n")
    assert last_lines(path, count) == (lines[-count:] if count else [])


def test_a_long_log_is_read_from_its_end(tmp_path):
    """More than one chunk, and lines longer than a chunk."""
    path = tmp_path / "a.log"
    lines = ["x" * 200_000, "y" * 10, "z" * 100_000]
    path.write_text("\n".join(lines) + "\n")
    assert last_lines(path, 2) == lines[1:]
    assert last_lines(path, 3) == lines


def test_a_log_that_is_no_utf8_is_shown_all_the_same(tmp_path):
    """A log is never the reason why a command fails."""
    path = tmp_path / "a.log"
    path.write_bytes(b"\xff\n")
    assert last_lines(path, 1) == ["\ufffd"]


def test_logs_are_found_by_process(tmp_path):
    """The log, and what was printed; empty files are left out."""
    for name in ("normalize.log", "normalize.out", "dedupe.log"):
        (tmp_path / name).write_text("x")
    (tmp_path / "dedupe.out").touch()
    assert [*log_files(tmp_path)] == ["dedupe.log", "normalize.log", "normalize.out"]
    assert [*log_files(tmp_path, "normalize")] == ["normalize.log", "normalize.out"]


def test_what_is_appended_is_followed(tmp_path):
    """Half a line is held back until it is whole."""
    path = tmp_path / "a.log"
    path.write_text("old\n")
    parts = iter(["new", " line\n"])

    def append(_: float) -> None:
        with path.open("a") as file:
            file.write(next(parts))

    following = follow({"a.log": path}, append)
    assert next(following) == ("a.log", "new line")
    following.close()


def test_a_log_that_is_truncated_or_begun_anew_is_read_from_its_beginning(tmp_path):
    """As `copytruncate` and `create` of logrotate do; nothing more came of such a file."""
    path = tmp_path / "a.log"
    path.write_text("a long line that was there\nhalf")

    def move():
        path.rename(tmp_path / "a.log.1")
        path.write_text("third\n")

    turns = iter([lambda: path.write_text("first\n"), lambda: path.write_text(""), lambda: path.write_text("second\n"), move])
    following = follow({"a.log": path}, lambda _: next(turns)())

    assert [next(following)[1] for _ in range(3)] == ["first", "second", "third"]
    following.close()


def test_a_log_that_is_not_there_yet_is_waited_for(tmp_path):
    """And read from its beginning."""
    path = tmp_path / "a.log"
    following = follow({"a.log": path}, lambda _: path.write_text("first\n"))

    assert next(following) == ("a.log", "first")
    following.close()


def test_a_structured_line_becomes_text():
    """Time, level, event, then the values."""
    record = {"event": "batch written", "rows": 10, "level": "info", "timestamp": "T", "process": "p", "logger": "l"}
    assert readable(json.dumps(record)) == "T info batch written rows=10"


def test_an_exception_comes_last():
    """With its lines."""
    assert readable(json.dumps({"event": "failed", "exception": "Trace\n  x"})) == "failed\nTrace\n  x"


@pytest.mark.parametrize("line", ["plain text", "{}", "[1]", "{broken"])
def test_another_line_is_shown_as_it_is(line):
    """Kafka's log is no JSON."""
    assert readable(line) == line


def test_a_log_commands_no_terminal_and_a_record_stays_one_line():
    """What a host answered may be in it."""
    assert readable(json.dumps({"event": "a", "why": "\x1b[2J\nforged"})) == r"a why=\x1b[2J\nforged"
    assert readable("printed \x1b[2J") == r"printed \x1b[2J"
    assert readable(json.dumps({"event": "a", "exception": "E\n  \x1b[2J"})) == "a\nE\n  \\x1b[2J"
