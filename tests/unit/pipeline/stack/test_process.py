"""Processes that are started here are found again, and no others are taken for them."""

import sys
from dataclasses import replace
from pathlib import Path

import pytest

from pipeline.stack.process import Process, load, save, spawn

IGNORES_TERM = "import signal, time; signal.signal(signal.SIGTERM, signal.SIG_IGN); print('deaf', flush=True); time.sleep(60)"


@pytest.fixture
def sleeping(tmp_path: Path) -> Process:
    """A process that sleeps for a minute."""
    return spawn([sys.executable, "-c", "import time; time.sleep(60)"], tmp_path, tmp_path / "log")


def test_a_record_finds_the_process_until_it_ends(tmp_path: Path, sleeping: Process) -> None:
    """`load` answers with the process, then with nothing."""
    save(tmp_path / "pid", sleeping)
    found = load(tmp_path / "pid")
    sleeping.stop(5)

    assert (found, load(tmp_path / "pid")) == (sleeping, None)


def test_a_process_that_got_the_same_pid_is_another(sleeping: Process) -> None:
    """It is neither alive in our eyes nor ever killed."""
    older = replace(sleeping, create_time=sleeping.create_time - 100)
    older.kill()
    older.stop(1)

    assert (older.alive, older.memory(), sleeping.alive) == (False, 0, True)
    assert sleeping.memory() > 0
    sleeping.kill()
    assert not sleeping.alive


def test_one_that_does_not_heed_sigterm_is_killed(tmp_path: Path) -> None:
    """On return it is gone all the same."""
    log = tmp_path / "log"
    deaf = spawn([sys.executable, "-c", IGNORES_TERM], tmp_path, log)
    while "deaf" not in log.read_text():
        pass
    deaf.stop(0.1)

    assert not deaf.alive


@pytest.mark.parametrize("text", ["", "{", '{"pid": 1}', "[]"])
def test_a_record_that_was_cut_off_finds_nothing(tmp_path: Path, text: str) -> None:
    """What is not known to be ours is left alone."""
    (tmp_path / "pid").write_text(text)

    assert load(tmp_path / "pid") is None
    assert load(tmp_path / "none") is None
