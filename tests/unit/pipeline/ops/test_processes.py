"""Run files: who runs from a var directory."""

import json
import os

import psutil
import pytest

from pipeline.ops.processes import AlreadyRuns, processes, registered


def test_a_process_is_listed_while_it_is_registered(tmp_path):
    """And not after."""
    with registered(tmp_path, "normalize", 9100) as mine:
        assert processes(tmp_path) == [mine]
        assert (mine.pid, mine.port) == (os.getpid(), 9100)
    assert processes(tmp_path) == []


def test_what_a_killed_process_left_is_ignored(tmp_path):
    """Its pid may belong to another process now."""
    (tmp_path / "run").mkdir()
    (tmp_path / "run" / "dedupe.json").write_text(f'{{"name": "dedupe", "pid": {os.getpid()}, "port": 1, "started_at": 1.0}}')
    assert processes(tmp_path) == []


def test_what_a_killed_process_left_is_taken_over(tmp_path):
    """No file has to be removed by hand."""
    (tmp_path / "run").mkdir()
    (tmp_path / "run" / "dedupe.json").write_text('{"name": "dedupe", "pid": 999999999, "port": 1, "started_at": 1.0}')
    with registered(tmp_path, "dedupe", 2) as mine:
        assert processes(tmp_path) == [mine]


def test_two_of_a_name_are_refused(tmp_path):
    """The message names the pid and the remedy; here the parent of the test holds the name."""
    other = psutil.Process(os.getppid())
    (tmp_path / "run").mkdir()
    held = {"name": "run", "pid": other.pid, "port": 0, "started_at": other.create_time()}
    (tmp_path / "run" / "run.json").write_text(json.dumps(held))
    with pytest.raises(AlreadyRuns, match=f"Stop it by `kill {other.pid}`"), registered(tmp_path, "run", 0):
        pass


@pytest.mark.parametrize("text", ["", "{", '{"pid": 1}', "[]"])
def test_a_file_of_another_kind_is_ignored(tmp_path, text):
    """Half written, or somebody else's."""
    (tmp_path / "run").mkdir()
    (tmp_path / "run" / "x.json").write_text(text)
    assert processes(tmp_path) == []
