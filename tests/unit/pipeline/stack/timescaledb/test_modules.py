"""The node modules of the bridge."""

import json
import subprocess
from pathlib import Path
from types import SimpleNamespace

import pytest

from pipeline.stack import InstallFailed
from pipeline.stack.timescaledb import modules


def test_they_are_installed_from_the_lock_file_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The installer is given the two manifests and nothing else, and is not asked again."""
    asked: list[list[str]] = []

    def npm(command: list[str], cwd: Path, **_: object) -> SimpleNamespace:
        asked.append([path.name for path in sorted(cwd.iterdir())])
        (cwd / "node_modules").mkdir()
        return SimpleNamespace(returncode=0, stderr="")

    monkeypatch.setattr(subprocess, "run", npm)
    modules.install(tmp_path, print)
    modules.install(tmp_path, pytest.fail)

    assert (asked, (modules.directory(tmp_path) / "node_modules").is_dir()) == ([["package-lock.json", "package.json"]], True)


def test_an_install_that_fails_says_why(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """With the words of npm, and what to do; the cache stays empty."""
    monkeypatch.setattr(subprocess, "run", lambda *_, **__: SimpleNamespace(returncode=1, stderr="EINTEGRITY sha512"))

    with pytest.raises(InstallFailed, match=r"EINTEGRITY sha512\. The first \./jobstream stack up needs the network\."):
        modules.install(tmp_path, print)
    assert not modules.directory(tmp_path).exists()


def test_the_lock_has_hashes_and_no_addresses() -> None:
    """Where packages come from is the user's configuration; what they are is the project's."""
    lock = json.loads((modules.HERE / "package-lock.json").read_text())
    packages = [package for name, package in lock["packages"].items() if name]

    assert packages
    assert all(package["integrity"].startswith("sha512-") and "resolved" not in package for package in packages)
