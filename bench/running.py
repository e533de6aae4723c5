"""Processes as in production, what they use, and how fast one of them works off what lies before it."""

from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager
from subprocess import Popen
from time import monotonic, sleep
from typing import Any

import psutil

from pipeline.ops.groups import groups
from pipeline.ops.kafka import Cluster
from pipeline.ops.kafka_clients import kafka_config
from pipeline.ops.processes import metrics, probe, processes
from pipeline.ops.run import programs, spawn
from pipeline.settings import Settings
from pipeline.stack import Stack

READY_WITHIN_S = 90.0
STALLED_AFTER_S = 120.0
_LOOK_EVERY_S = 0.1
_LOOK_AT_LEAST_EVERY_S = 2.0


@contextmanager
def running(settings: Settings, names: Collection[str] = ()) -> Iterator[dict[str, int]]:
    """Give the pid of every engine, stage and sink, or of the stages and sinks `names`; these are ready, and end afterwards."""
    wanted = [program for program in programs(settings, {}) if not names or program.name in names]
    children = {program.name: spawn(program, settings) for program in wanted}
    try:
        wait_until_ready(settings, len(children))
        parts = {part.name: part.pid for part in Stack(settings).status()}
        yield parts | {name: child.pid for name, child in children.items()}
    finally:
        for child in children.values():
            child.terminate()
        for child in children.values():
            if isinstance(child, Popen):
                child.wait(60)


def wait_until_ready(settings: Settings, count: int) -> None:
    """Return when `count` stages and sinks say that they work. Raises SystemExit when they don't in time."""
    deadline = monotonic() + READY_WITHIN_S
    while monotonic() < deadline:
        if sum(probe(process, "/ready")[0] for process in processes(settings.var_dir)) >= count:
            return
        sleep(0.2)
    raise SystemExit(f"not ready after {READY_WITHIN_S} s; logs in {settings.log_dir}")


def drained(settings: Settings, name: str) -> dict[str, Any]:
    """Start the stage or sink `name` before all that lies in its topics; return its rate, and who used what meanwhile.

    The clock runs from the end of its first batch, so that its start is not in it, until nothing is left, of what it wrote to
    its own topics neither.
    """
    topics = next(group.topics for group in groups() if group.process == name)
    with running(settings, [name]) as pids:
        first, began, before = _wait_for_events(settings, name, 1), monotonic(), cpu_seconds(pids)
        last = first
        while last < (whole := in_topics(settings, topics)):
            last = _wait_for_events(settings, name, whole)
        seconds, after = monotonic() - began, cpu_seconds(pids)
        done = last - first
        used = {who: round(1000 * (after[who] - before[who]) / done, 3) for who in pids}
        return {"events": round(done), "events_per_s": round(done / seconds), "cpu_ms_per_event": used}


def events_read(settings: Settings, name: str) -> float:
    """Return how many messages the stage or sink `name` has carried to their end."""
    found = next((process for process in processes(settings.var_dir) if process.name == name), None)
    return metrics(found).get("jobstream_events_total", 0.0) if found else 0.0


def in_topics(settings: Settings, names: Collection[str]) -> int:
    """Return how many messages lie in the topics `names`."""
    return sum(Cluster(kafka_config(settings)).messages(names).values())


def cpu_seconds(pids: Mapping[str, int]) -> dict[str, float]:
    """Return the processor time that each process and its children have used so far, user and system, seconds."""
    return {name: sum(t.user + t.system for t in (p.cpu_times() for p in _tree(pid))) for name, pid in pids.items()}


def memory_mib(pids: Mapping[str, int]) -> dict[str, float]:
    """Return the resident memory of each process and its children, MiB."""
    return {name: round(sum(p.memory_info().rss for p in _tree(pid)) / (1 << 20), 1) for name, pid in pids.items()}


def _tree(pid: int) -> list[psutil.Process]:
    return [psutil.Process(pid), *psutil.Process(pid).children(recursive=True)]


def _wait_for_events(settings: Settings, name: str, events: int) -> float:
    seen, began, since = 0.0, monotonic(), monotonic()
    while seen < events:
        now = events_read(settings, name)
        if now > seen:
            seen, since = now, monotonic()
        elif monotonic() - since > STALLED_AFTER_S:
            raise SystemExit(f"{name} stands at {seen:.0f} of {events} events; its log is in {settings.log_dir}")
        sleep(_pause(seen, events, monotonic() - began))
    return seen


def _pause(seen: float, events: int, seconds: float) -> float:
    """Return how long not to ask: an answer costs the process as much as ten events, so only the end is watched closely."""
    left = (events - seen) * seconds / seen if seen else 0.0
    return 0.0 if seen >= events else min(_LOOK_AT_LEAST_EVERY_S, max(_LOOK_EVERY_S, left / 3))
