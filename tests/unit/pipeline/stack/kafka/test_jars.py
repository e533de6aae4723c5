"""Only the locked jars are ever used."""

import hashlib
from pathlib import Path
from types import SimpleNamespace

import pytest

from pipeline.stack import InstallFailed
from pipeline.stack.kafka import jars


@pytest.fixture
def locked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A directory with the two jars that a lock file names."""
    rows = [f"{name} 1.0 {hashlib.sha256(name.encode()).hexdigest()}" for name in ("one", "two")]
    (tmp_path / "jars.lock").write_text("# a comment\n" + "\n".join(rows))
    monkeypatch.setattr(jars, "LOCK", tmp_path / "jars.lock")
    for name in ("one", "two"):
        (tmp_path / f"{name}-1.0.jar").write_bytes(name.encode())
    return tmp_path


def test_the_locked_jars_pass(locked: Path) -> None:
    """Nothing is raised for them."""
    jars.verify(locked)

    assert set(jars.read_lock()) == {"one-1.0.jar", "two-1.0.jar"}


@pytest.mark.parametrize("wrong", ["one-1.0.jar", "two-1.0.jar", "three-1.0.jar"])
def test_a_jar_that_differs_or_is_not_locked_is_refused(locked: Path, wrong: str) -> None:
    """The error names it, and what to remove."""
    (locked / wrong).write_bytes(b"something else")

    with pytest.raises(InstallFailed, match=rf"{wrong}\. Remove {locked}"):
        jars.verify(locked)


def test_a_jar_that_is_missing_is_refused(locked: Path) -> None:
    """A part of Kafka is no Kafka."""
    (locked / "one-1.0.jar").unlink()

    with pytest.raises(InstallFailed, match="one-1"):
        jars.verify(locked)


def test_jars_that_were_installed_are_verified_at_every_start(locked: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What changed in the cache since is found, without the network."""
    target = jars.directory(locked)
    target.mkdir(parents=True)
    with pytest.raises(InstallFailed):
        jars.install(locked, pytest.fail)
    for name in ("one", "two"):
        (target / f"{name}-1.0.jar").write_bytes(name.encode())

    jars.install(locked, pytest.fail)


def test_the_lock_names_the_version_that_is_asked_for() -> None:
    """A new version in one place only would be refused at the first start."""
    assert {"kafka_2.13-4.4.0.jar", "kafka-clients-4.4.0.jar", "slf4j-simple-1.7.36.jar"} <= set(jars.read_lock())
    assert jars.COORDINATES == "org.apache.kafka:kafka_2.13:4.4.0+org.slf4j:slf4j-simple:1.7.36"


def test_what_was_resolved_is_used_only_when_it_is_locked(locked: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Jars of a resolver go into the cache after they were verified; others leave nothing there."""
    resolved = SimpleNamespace(path=tmp_path / "resolved")
    (resolved.path / "modules").mkdir(parents=True)
    monkeypatch.setattr("jgo.build", lambda *_, **__: resolved)
    said: list[str] = []

    with pytest.raises(InstallFailed):
        jars.install(tmp_path / "cache", said.append)
    assert not jars.directory(tmp_path / "cache").exists()

    for name in ("one", "two"):
        (resolved.path / "modules" / f"{name}-1.0.jar").write_bytes(name.encode())
    jars.install(tmp_path / "cache", said.append)
    jars.install(tmp_path / "cache", said.append)

    assert len(list(jars.directory(tmp_path / "cache").glob("*.jar"))) == 2
    assert said == ["fetching Kafka, 43 MB, once"] * 2


def test_a_registry_that_can_not_be_reached_is_named_as_the_cause(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """With what to do about it."""

    def refuse(coordinates: str, cache_dir: Path) -> None:
        raise ConnectionError("no route to host")

    monkeypatch.setattr("jgo.build", refuse)

    with pytest.raises(InstallFailed, match=r"no route to host\. The first \./jobstream stack up needs the network\."):
        jars.install(tmp_path, print)
