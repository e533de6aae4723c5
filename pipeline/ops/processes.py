"""The processes that run from one var directory: each keeps `var/run/<name>.json` while it lives."""

import json
import os
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from http import HTTPStatus
from http.client import HTTPException
from pathlib import Path
from typing import Any

import psutil
from prometheus_client.parser import text_string_to_metric_families

_ANSWER_WITHIN_S = 1.0
# a process's start is measured by the kernel's ticks
_SAME_START_S = 1.0


@dataclass(frozen=True, slots=True)
class RunFile:
    """A process: `name` is the worker's or sink's, `port` serves its metrics and health, `started_at` is seconds since 1970."""

    name: str
    pid: int
    port: int
    started_at: float

    def alive(self) -> bool:
        """Whether exactly this process runs, not a later one that got the same pid."""
        try:
            process = psutil.Process(self.pid)
            return abs(process.create_time() - self.started_at) < _SAME_START_S and process.status() != psutil.STATUS_ZOMBIE
        except psutil.NoSuchProcess:
            return False


class AlreadyRuns(Exception):  # noqa: N818 - the condition
    """A process of this name runs already from this var directory; the message names its pid."""


@contextmanager
def registered(var_dir: Path, name: str, port: int) -> Iterator[RunFile]:
    """Keep the run file of this process while the block runs.

    Raises AlreadyRuns when a living process holds it.
    """
    path = var_dir / "run" / f"{name}.json"
    mine = RunFile(name, os.getpid(), port, psutil.Process().create_time())
    path.parent.mkdir(parents=True, exist_ok=True)
    _claim(path, mine)
    try:
        yield mine
    finally:
        if _load(path) == mine:
            path.unlink()


def processes(var_dir: Path) -> list[RunFile]:
    """Return the living processes of `var_dir`, by name; what a killed process left is ignored."""
    found = [_load(path) for path in sorted((var_dir / "run").glob("*.json"))]
    return [process for process in found if process and process.alive()]


def probe(process: RunFile, path: str) -> tuple[bool, str | None]:
    """Return whether `path` (`/health`, `/ready`) of `process` answers 200, and what it found if not."""
    try:
        _, answered = _get(process.port, path)
    except OSError as error:
        return False, f"port {process.port} does not answer: {error}"
    body = json.loads(answered)
    return bool(body["ok"]), body["finding"]


def metrics(process: RunFile) -> dict[str, float]:
    """Return the sum over labels of every metric sample of `process`, by sample name; empty when it does not answer."""
    try:
        status, text = _get(process.port, "/metrics")
    except OSError:
        return {}
    if status != HTTPStatus.OK:
        return {}
    totals: dict[str, float] = {}
    for family in text_string_to_metric_families(text.decode()):
        for sample in family.samples:
            totals[sample.name] = totals.get(sample.name, 0.0) + sample.value
    return totals


def _claim(path: Path, mine: RunFile) -> None:
    held = _load(path)
    if held and held.alive() and held.pid != mine.pid:
        raise AlreadyRuns(
            f"{mine.name} runs already as pid {held.pid} ({path}). Stop it by `kill {held.pid}`, or set JOBSTREAM_VAR_DIR."
        )
    fresh = path.with_suffix(f".{mine.pid}")
    fresh.write_text(json.dumps(asdict(mine)), "utf-8")
    # a reader never sees half a file
    fresh.replace(path)


def _load(path: Path) -> RunFile | None:
    try:
        fields: dict[str, Any] = json.loads(path.read_text("utf-8"))
        return RunFile(**fields)
    except (FileNotFoundError, ValueError, TypeError):
        return None  # gone meanwhile, or another kind of file: no process that is known to be ours


def _get(port: int, path: str) -> tuple[int, bytes]:
    """Return status and body of the answer. Raises OSError where none comes whole: its process may end at any moment."""
    try:
        with _answer(f"http://127.0.0.1:{port}{path}") as answer:
            return answer.status, answer.read()
    except HTTPException as error:
        raise ConnectionError(f"its answer breaks off: {error}") from error


def _answer(url: str) -> Any:
    try:
        return urllib.request.urlopen(url, timeout=_ANSWER_WITHIN_S)  # noqa: S310 - of our own process
    except urllib.error.HTTPError as error:
        # an answer like any other
        return error
