"""Starting one part and waiting until it serves."""

import time
from collections.abc import Callable
from pathlib import Path

from pipeline.settings import Settings
from pipeline.stack.errors import PartFailed
from pipeline.stack.part import Part, Place
from pipeline.stack.ports import require_free
from pipeline.stack.process import Process, load, save, spawn

_ROOT = Path(__file__).parents[2]
_ASK_EVERY_S = 0.1
_LOG_LINES = 15


def start(part: Part, settings: Settings, say: Callable[[str], None]) -> Process:
    """Return the process of `part`; it serves now, and was left as it is if it did before.

    Raises PortTaken, InstallFailed and PartFailed.
    """
    place = Place.of(settings, part.name)
    process = load(place.record)
    if process is None:
        process = _spawn(part, settings, place, say)
    elif process.serves != _serves(part, settings):
        raise PartFailed(
            f"{part.name} (pid {process.pid}) runs with {process.serves}, not with {_serves(part, settings)}. "
            "Run ./jobstream stack down, then ./jobstream stack up."
        )
    _wait(part, settings, place, process)
    return process


def _spawn(part: Part, settings: Settings, place: Place, say: Callable[[str], None]) -> Process:
    for setting, port in part.ports(settings).items():
        require_free(port, setting)
    part.install(place.cache, say)
    say("starting")
    part.prepare(settings, place)
    process = spawn(part.command(settings, place), _ROOT, place.log, _serves(part, settings))
    save(place.record, process)
    return process


def _serves(part: Part, settings: Settings) -> str:
    return ", ".join(f"{name}={port}" for name, port in part.ports(settings).items())


def _wait(part: Part, settings: Settings, place: Place, process: Process) -> None:
    deadline = time.monotonic() + part.start_within_s
    while not part.answers(settings):
        if not process.alive:
            raise PartFailed(f"{part.name} ended while it started. {_last_lines(place.log)}")
        if time.monotonic() > deadline:
            raise PartFailed(
                f"{part.name} (pid {process.pid}) did not answer within {part.start_within_s:.0f} s. {_last_lines(place.log)}"
            )
        time.sleep(_ASK_EVERY_S)


def _last_lines(log: Path) -> str:
    lines = log.read_text(errors="replace").splitlines()[-_LOG_LINES:]
    return "\n".join([f"Its log is {log}; its last lines:", *(f"    {line}" for line in lines)])
