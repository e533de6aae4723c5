"""Many postings through the stage dedupe, as in production: `python -m bench.million [POSTINGS] [--kills N]`.

Postings that are written here (`bench/written.py`) lie before the worker. Its rate is taken at every tenth, its memory at the
end, and how long it takes after a stop until it is ready again. With `--kills` two workers share the partitions instead, and
one of them is killed by SIGKILL and started again, N times in turn, so that partitions move while they run. In both cases the
clusters in `jobs.posting.cluster` are compared with those of the step alone, which had every posting in order, undisturbed.
"""

import argparse
import gc
import sys
from collections.abc import Iterator
from itertools import islice
from time import monotonic, sleep
from typing import Any

from bench.common import emit, engines, publish
from bench.running import memory_mib, running, wait_until_ready
from bench.signatures import BATCH, Memory, assigned_in, incoming, looked_at
from bench.written import written
from pipeline.ops.groups import groups
from pipeline.ops.kafka import Cluster
from pipeline.ops.kafka_clients import kafka_config
from pipeline.ops.kafka_reading import read_all
from pipeline.ops.run import programs, spawn
from pipeline.settings import Settings
from schemas.cluster import ClusterAssigned
from schemas.codec import decode, encode
from schemas.topics import CLUSTER, NORMALIZED
from streams.dedupe.step import build_step

STAGE = "dedupe"
_LOOK_EVERY_S = 0.5
_STALLED_AFTER_S = 180.0
_TENTHS = 10

Clusters = dict[str, tuple[str, str | None]]


class Progress:
    """How far the stage has committed its input."""

    def __init__(self, settings: Settings) -> None:
        self._cluster = Cluster(kafka_config(settings))
        self._group = next(group for group in groups() if group.process == STAGE)

    def committed(self) -> int:
        """Return how many messages."""
        return sum(self._cluster.committed(self._group.group, self._group.topics).values())

    def until(self, goal: int) -> float:
        """Return the clock's time when `goal` messages are committed. Raises SystemExit when nothing moves."""
        seen, since = -1, monotonic()
        while (now := self.committed()) < goal:
            if now > seen:
                seen, since = now, monotonic()
            elif monotonic() - since > _STALLED_AFTER_S:
                raise SystemExit(f"{STAGE} stands at {now} of {goal}")
            sleep(_LOOK_EVERY_S)
        return monotonic()


def one_worker(settings: Settings, count: int) -> dict[str, Any]:
    """Return the rate of every tenth, the memory at the end, and the time of a restart."""
    progress, tenth = Progress(settings), count // _TENTHS
    with running(settings, [STAGE]) as pids:
        worker = {STAGE: pids[STAGE]}
        before = memory_mib(worker)[STAGE]
        progress.until(1)
        marks, rates = [monotonic()], list[int]()
        for goal in [*(tenth * number for number in range(1, _TENTHS)), count]:
            marks.append(progress.until(goal))
            rates.append(round(tenth / (marks[-1] - marks[-2])))
            print(f"{goal:,} of {count:,}: {rates[-1]:,}/s", file=sys.stderr, flush=True)
        after = memory_mib(worker)[STAGE]
    started = monotonic()
    with running(settings, [STAGE]) as pids:
        ready = monotonic() - started
        again = memory_mib({STAGE: pids[STAGE]})[STAGE]
    return {
        "per_s_by_tenth": rates,
        "memory_mib": {"at_start": before, "at_end": after, "after_restart": again},
        "memory_bytes_per_posting": round((after - before) * (1 << 20) / count),
        "ready_after_restart_s": round(ready, 1),
    }


def two_workers(settings: Settings, count: int, kills: int) -> dict[str, Any]:
    """Kill one of two workers again and again; return how far the stage was each time."""
    progress, wanted = Progress(settings), [p for p in programs(settings, {STAGE: 2}) if p.name.startswith(STAGE)]
    children = [spawn(program, settings) for program in wanted]
    killed = []
    try:
        wait_until_ready(settings, len(wanted))
        for number in range(kills):
            progress.until(count * (number + 1) // (kills + 2))
            at = number % len(wanted)
            children[at].kill()
            children[at].wait(60)
            killed.append(progress.committed())
            children[at] = spawn(wanted[at], settings)
        progress.until(count)
    finally:
        for child in children:
            child.terminate()
        for child in children:
            child.wait(60)
    return {"killed_at": killed}


def clusters_in(settings: Settings) -> Clusters:
    """Return (cluster, variant of) of each posting by the newest assignment in the topic."""
    found: dict[str, ClusterAssigned] = {}
    for message in read_all(Cluster(kafka_config(settings)), [CLUSTER.name]):
        event = decode(message)
        assert isinstance(event, ClusterAssigned)
        known = found.get(event.posting_id)
        if known is None or event.version >= known.version:
            found[event.posting_id] = event
    return {posting_id: _place(event) for posting_id, event in found.items()}


def clusters_of_step(count: int) -> Clusters:
    """Return the same from the step alone."""
    step, state, found = build_step(), Memory(), {}
    for batch in _batches(count):
        for received in looked_at(step, incoming(batch)):
            for event in assigned_in(step(received, state)):
                found[event.posting_id] = _place(event)
    return found


def _batches(count: int) -> Iterator[list[Any]]:
    postings = written(count)
    while batch := list(islice(postings, BATCH)):
        yield batch


def _place(event: ClusterAssigned) -> tuple[str, str | None]:
    return event.cluster_id, event.variant.variant_of if event.variant else None


def main(count: int, kills: int) -> None:
    """Measure, compare, emit."""
    with engines() as settings:
        publish(settings, (encode(posting, NORMALIZED.name, made_by="bench") for posting in written(count)))
        gc.collect()
        measured = two_workers(settings, count, kills) if kills else one_worker(settings, count)
        made = clusters_in(settings)
    expected = clusters_of_step(count)
    differing = sum(made.get(posting_id) != place for posting_id, place in expected.items())
    clusters = {"postings": len(made), "jobs": len({cluster for cluster, _ in made.values()}), "unlike_undisturbed": differing}
    emit("million_killed" if kills else "million", {"postings": count, **measured, "clusters": clusters})


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("count", nargs="?", type=int, default=1_000_000)
    parser.add_argument("--kills", type=int, default=0)
    given = parser.parse_args()
    main(given.count, given.kills)
