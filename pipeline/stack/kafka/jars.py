"""The jars of Kafka: resolved once, and never used unless they are what jars.lock names."""

import hashlib
import shutil
from collections.abc import Callable
from pathlib import Path

from pipeline.stack.errors import InstallFailed
from pipeline.stack.install import fingerprint, once

LOCK = Path(__file__).with_name("jars.lock")
# these two only: with a log4j binding beside them the resolver picks an older kafka-clients
COORDINATES = "org.apache.kafka:kafka_2.13:4.4.0+org.slf4j:slf4j-simple:1.7.36"


def directory(cache: Path) -> Path:
    """Return where the jars lie; another jars.lock is another directory."""
    return cache / "kafka" / fingerprint(LOCK)


def install(cache: Path, say: Callable[[str], None]) -> None:
    """Fetch the jars that jars.lock names, if they are not there; on return all were verified.

    Raises InstallFailed: the registry can't be reached, or a jar is not the one that was locked.
    """
    target = directory(cache)
    if not target.exists():
        say("fetching Kafka, 43 MB, once")
    once(target, lambda empty: _fetch(cache, empty))
    verify(target)


def read_lock() -> dict[str, str]:
    """Return file name -> SHA-256 of every locked jar."""
    rows = (line.split() for line in LOCK.read_text().splitlines() if line and not line.startswith("#"))
    return {f"{name}-{version}.jar": digest for name, version, digest in rows}


def verify(jars: Path) -> None:
    """Return when `jars` holds exactly the locked jars. Raises InstallFailed."""
    locked = read_lock()
    found = {jar.name: hashlib.sha256(jar.read_bytes()).hexdigest() for jar in jars.glob("*.jar")}
    wrong = sorted(name for name in locked | found if locked.get(name) != found.get(name))
    if wrong:
        raise InstallFailed(f"Not the jars of {LOCK.name}: {', '.join(wrong)}. Remove {jars} and run ./jobstream stack up.")


def _fetch(cache: Path, empty: Path) -> None:
    import jgo  # noqa: PLC0415 - slow to import, and needed at the first start only

    try:
        resolved = jgo.build(COORDINATES, cache_dir=cache / "jgo")
    except Exception as error:
        raise InstallFailed(f"Kafka could not be fetched: {error}. The first ./jobstream stack up needs the network.") from error
    for jar in Path(resolved.path).rglob("*.jar"):
        shutil.copy2(jar, empty / jar.name)
    verify(empty)
