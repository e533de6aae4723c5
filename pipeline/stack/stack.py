"""The embedded stack as one thing."""

import shutil
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial

from pipeline.settings import Settings
from pipeline.stack.errors import StackError
from pipeline.stack.install import locked
from pipeline.stack.launch import start
from pipeline.stack.part import Part, Place, Progress
from pipeline.stack.parts import PARTS, part
from pipeline.stack.process import Process, load


@dataclass(frozen=True)
class PartStatus:
    """How a part is now. `pid`, `memory_bytes` and `uptime_s` are 0 for a part that does not run here."""

    name: str
    address: str
    external: bool
    pid: int
    ready: bool
    memory_bytes: int
    uptime_s: float
    log: str


def quiet(name: str, doing: str) -> None:
    """Report progress to nobody."""


class Stack:
    """The parts that `settings` choose: a part whose address is set is the operator's own, and is never touched."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings

    def up(self, progress: Progress = quiet) -> list[PartStatus]:
        """Start every part that does not run, all at once; on return each has answered a real request.

        A second `up` at the same time waits for the first, and starts nothing.
        Raises StackError: what failed, for every part that did; the others go on running.
        """
        with self._alone(), ThreadPoolExecutor(len(PARTS)) as pool:
            waiting = [pool.submit(self._up, each, progress) for each in self._own()]
        failed = [error for each in waiting if (error := each.exception())]
        unexpected = next((error for error in failed if not isinstance(error, StackError)), None)
        if unexpected:
            raise unexpected
        if failed:
            raise StackError("\n".join(map(str, failed)))
        return self.status()

    def down(self, progress: Progress = quiet) -> list[str]:
        """End every part, with SIGTERM first; on return none runs, and the data are kept. Return the names of those that ran."""
        with self._alone(), ThreadPoolExecutor(len(PARTS)) as pool:
            ended = list(pool.map(partial(self._down, progress=progress), PARTS.values()))
        return [name for name in ended if name]

    def reset(self, progress: Progress = quiet) -> None:
        """End every part and remove its data; downloads and logs stay."""
        self.down(progress)
        with self._alone():
            for each in PARTS.values():
                if self._place(each).data.exists():
                    shutil.rmtree(self._place(each).data)

    def status(self) -> list[PartStatus]:
        """Return how each part is, after asking each that runs."""
        with ThreadPoolExecutor(len(PARTS)) as pool:
            return list(pool.map(self._status, PARTS.values()))

    def start(self, name: str) -> None:
        """Start one part; on return it serves. Raises StackError."""
        with self._alone():
            start(part(name), self._settings, partial(quiet, name))

    def kill(self, name: str) -> None:
        """End one part with SIGKILL, as a crash would; for tests of what survives it."""
        process = self._process(part(name))
        if process is not None:
            process.kill()

    def stop(self, name: str) -> None:
        """End one part cleanly."""
        self._down(part(name), quiet)

    def log(self, name: str) -> str:
        """Return the path of the log of part `name`. Raises StackError when there is no such part."""
        return str(self._place(part(name)).log)

    @contextmanager
    def _alone(self) -> Iterator[None]:
        with locked(self._settings.var_dir.resolve() / "stack" / "lock"):
            yield

    def _own(self) -> list[Part]:
        return [each for each in PARTS.values() if not each.external(self._settings)]

    def _place(self, each: Part) -> Place:
        return Place.of(self._settings, each.name)

    def _process(self, each: Part) -> Process | None:
        return load(self._place(each).record)

    def _up(self, each: Part, progress: Progress) -> None:
        began = time.monotonic()
        start(each, self._settings, partial(progress, each.name))
        progress(each.name, f"ready after {time.monotonic() - began:.1f} s")

    def _down(self, each: Part, progress: Progress) -> str:
        process = self._process(each)
        if process is None:
            return ""
        progress(each.name, "stopping")
        process.stop(each.stop_within_s)
        self._place(each).record.unlink(missing_ok=True)
        progress(each.name, "stopped")
        return each.name

    def _status(self, each: Part) -> PartStatus:
        external = each.external(self._settings)
        process = None if external else self._process(each)
        return PartStatus(
            name=each.name,
            address=external or f"127.0.0.1:{next(iter(each.ports(self._settings).values()))}",
            external=bool(external),
            pid=process.pid if process else 0,
            ready=process is not None and each.answers(self._settings),
            memory_bytes=process.memory() if process else 0,
            uptime_s=time.time() - process.create_time if process else 0.0,
            log=str(self._place(each).log),
        )
