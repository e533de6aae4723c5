"""Downloads, done once per user and machine: complete or not there, also when two stacks start at once."""

import fcntl
import hashlib
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def locked(path: Path) -> Iterator[None]:
    """Hold the lock file at `path`; waits for whoever has it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w") as handle:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield


def fingerprint(*files: Path) -> str:
    """Return a short name for the contents of `files`; a changed lock file is a new directory in the cache."""
    digest = hashlib.sha256()
    for file in files:
        digest.update(file.read_bytes())
    return digest.hexdigest()[:12]


def once(target: Path, fill: Callable[[Path], None]) -> None:
    """Make the directory `target` by `fill`, which is given an empty one; nothing is left when it raises."""
    with locked(target.with_suffix(".lock")):
        if target.exists():
            return
        building = target.with_suffix(".new")
        shutil.rmtree(building, ignore_errors=True)
        building.mkdir()
        try:
            fill(building)
            building.rename(target)
        finally:
            shutil.rmtree(building, ignore_errors=True)
