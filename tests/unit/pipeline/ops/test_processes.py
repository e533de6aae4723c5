"""Run files: who runs from a var directory."""

import os

import pytest

from pipeline.ops.processes import AlreadyRuns, RunFile, processes, registered


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


def test_two_of_a_name_are_refused(tmp_path, monkeypatch):
    """The message names the pid and the remedy."""
    with registered(tmp_path, "run", 0) as first:
        monkeypatch.setattr(RunFile, "alive", lambda _: True)
        monkeypatch.setattr("pipeline.ops.processes.os.getpid", lambda: first.pid + 1)
        with pytest.raises(AlreadyRuns, match=f"Stop it by `kill {first.pid}`"), registered(tmp_path, "run", 0):
            pass


@pytest.mark.parametrize("text", ["", "{", '{"pid": 1}', "[]"])
def test_a_file_of_another_kind_is_ignored(tmp_path, text):
    """Half written, or somebody else's."""
    (tmp_path / "run").mkdir()
    (tmp_path / "run" / "x.json").write_text(text)
    assert processes(tmp_path) == []
