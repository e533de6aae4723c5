"""`infra/setup/environment.sh`, which makes .venv at the first start."""

import shutil
import subprocess
from pathlib import Path

import pytest

from tests.conftest import ROOT

# makes an environment out of itself, and writes down what is installed
_PYTHON = """#!/bin/sh
case "$*" in
"-m venv "*) sleep 0.3; mkdir -p "$3/bin"; cp "$0" "$3/bin/python"; cp "$0" "$3/bin/uv" ;;
*"pip install"*) sleep 0.3; echo "$1" >>"$INSTALLED" ;;
*sysconfig*) dirname "$INSTALLED" ;;
esac
"""
_TOOLS = ("sh", "cmp", "dirname", "date", "cp", "mkdir", "sleep", "rm")


@pytest.fixture
def setup(tmp_path: Path) -> Path:
    """A folder as after a clone, with an interpreter that installs nothing."""
    folder = tmp_path / "infra" / "setup"
    folder.mkdir(parents=True)
    for name in ("environment.sh", "run.lock", "dev.lock"):
        shutil.copy(ROOT / "infra" / "setup" / name, folder)
    (tmp_path / "python").write_text(_PYTHON)
    (tmp_path / "python").chmod(0o755)
    return tmp_path


def start(setup: Path, path: str) -> "subprocess.Popen[bytes]":
    """Start the script there."""
    env = {"PATH": path, "JOBSTREAM_PYTHON": str(setup / "python"), "INSTALLED": str(setup / "installed")}
    return subprocess.Popen(["sh", str(setup / "infra/setup/environment.sh"), "run"], env=env, stderr=subprocess.DEVNULL)


@pytest.mark.skipif(shutil.which("flock") is None, reason="there is no flock here")
def test_two_first_starts_at_once_install_once(setup: Path) -> None:
    """The second waits, and finds it done: both wrote into one .venv before."""
    starts = [start(setup, "/usr/bin:/bin") for _ in range(2)]

    assert [each.wait(30) for each in starts] == [0, 0]
    assert (setup / "installed").read_text().splitlines() == ["-m", "pip"]


def test_where_there_is_no_flock_it_is_installed_all_the_same(setup: Path) -> None:
    """As on macOS."""
    tools = setup / "bin"
    tools.mkdir()
    for name in _TOOLS:
        (tools / name).symlink_to(shutil.which(name) or name)

    assert start(setup, str(tools)).wait(30) == 0
    assert (setup / "installed").read_text().splitlines() == ["-m", "pip"]
