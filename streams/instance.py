"""One process to an instance of a stage: the lock in the directory where its state lies."""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


class InstanceTaken(Exception):  # noqa: N818 - the condition
    """Another process uses the state directory of this instance; the message names the remedy."""


@contextmanager
def locked(directory: Path) -> Iterator[None]:
    """Hold the directory of an instance, where the process is named by its pid. Raises InstanceTaken."""
    directory.mkdir(parents=True, exist_ok=True)
    with (directory / "lock").open("a+") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            lock.seek(0)
            raise InstanceTaken(
                f"{directory} is in use by pid {lock.read() or '?'}. Give this worker a name of its own by --instance."
            ) from None
        lock.truncate(0)
        lock.write(str(os.getpid()))
        lock.flush()
        yield
