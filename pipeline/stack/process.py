"""Processes that outlive the command that started them, found again by a record on disk."""

import json
import os
import signal
import subprocess
from dataclasses import asdict, dataclass
from pathlib import Path

import psutil

_SAME_START_S = 0.05
# kept so that a child of this very process is reaped when it ends, and never becomes a zombie that looks alive
_children: dict[int, "subprocess.Popen[bytes]"] = {}


@dataclass(frozen=True)
class Process:
    """A process that was started from here; `create_time` tells it from a later one that got the same pid."""

    pid: int
    create_time: float
    serves: str = ""
    """What it was started to serve; it can't be asked to serve anything else."""

    @property
    def alive(self) -> bool:
        """Whether exactly this process runs."""
        return self._psutil() is not None

    def memory(self) -> int:
        """Resident memory in bytes, children included; 0 when it does not run."""
        process = self._psutil()
        if process is None:
            return 0
        try:
            return sum(part.memory_info().rss for part in [process, *process.children(recursive=True)])
        except psutil.NoSuchProcess:
            return 0

    def stop(self, grace_s: float) -> None:
        """End it with SIGTERM, and with SIGKILL when it has not ended after `grace_s` seconds."""
        process = self._psutil()
        if process is None:
            return
        os.kill(self.pid, signal.SIGTERM)
        if not _ended(process, grace_s):
            self.kill()

    def kill(self) -> None:
        """End it with SIGKILL; on return it is gone."""
        process = self._psutil()
        if process is not None:
            os.kill(self.pid, signal.SIGKILL)
            _ended(process, 10)

    def _psutil(self) -> psutil.Process | None:
        if self.pid in _children:
            _children[self.pid].poll()
        try:
            process = psutil.Process(self.pid)
            same = abs(process.create_time() - self.create_time) < _SAME_START_S
            return process if same and process.status() != psutil.STATUS_ZOMBIE else None
        except psutil.NoSuchProcess:
            return None


def _ended(process: psutil.Process, within_s: float) -> bool:
    try:
        process.wait(within_s)
    except psutil.TimeoutExpired:
        return False
    finally:
        if process.pid in _children:
            _children[process.pid].poll()
    return True


def spawn(command: list[str], cwd: Path, log: Path, serves: str = "") -> Process:
    """Start `command` in a session of its own, its output appended to `log`; it goes on when this process ends."""
    log.parent.mkdir(parents=True, exist_ok=True)
    with log.open("ab") as output:
        child = subprocess.Popen(command, cwd=cwd, stdin=subprocess.DEVNULL, stdout=output, stderr=output, start_new_session=True)
    _children[child.pid] = child
    return Process(child.pid, psutil.Process(child.pid).create_time(), serves)


def save(record: Path, process: Process) -> None:
    """Write `record`, from which `load` finds the process again."""
    record.parent.mkdir(parents=True, exist_ok=True)
    record.write_text(json.dumps(asdict(process)))


def load(record: Path) -> Process | None:
    """Return the process of `record` if it still runs."""
    try:
        process = Process(**json.loads(record.read_text()))
    except (FileNotFoundError, json.JSONDecodeError, TypeError):
        return None  # no record, or one whose writing was cut off: in either case nothing that is known to be ours
    return process if process.alive else None
