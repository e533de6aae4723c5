"""Downloads are complete or not there."""

import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from pipeline.stack.install import fingerprint, once


def test_a_directory_is_filled_once(tmp_path: Path) -> None:
    """Of those who ask at the same time one fills it, and the others wait until it is complete."""
    target, fills, together = tmp_path / "jars", [], threading.Barrier(4)

    def fill(empty: Path) -> None:
        fills.append(empty)
        (empty / "a.jar").write_text("whole")

    def ask(_: int) -> str:
        together.wait()
        once(target, fill)
        return (target / "a.jar").read_text()

    with ThreadPoolExecutor(4) as pool:
        seen = list(pool.map(ask, range(4)))

    assert (seen, len(fills)) == (["whole"] * 4, 1)


def test_a_fill_that_fails_leaves_nothing(tmp_path: Path) -> None:
    """The next attempt starts anew."""

    def fail(empty: Path) -> None:
        (empty / "half.jar").write_text("ha")
        raise ConnectionError

    with pytest.raises(ConnectionError):
        once(tmp_path / "jars", fail)
    assert [path.name for path in tmp_path.iterdir()] == ["jars.lock"]

    once(tmp_path / "jars", lambda empty: (empty / "whole.jar").touch())
    assert [path.name for path in (tmp_path / "jars").iterdir()] == ["whole.jar"]


def test_another_content_is_another_name(tmp_path: Path) -> None:
    """A changed lock file never finds the old download."""
    file = tmp_path / "lock"
    file.write_text("1")
    before = fingerprint(file)
    file.write_text("2")

    assert fingerprint(file) != before
