"""Raw postings through every stage into both warehouses: rate, processor time per posting and process, memory.

All processes are up and idle first; then the raw messages are published, which takes about a second, and the clock runs
from the first of them until both warehouses have every revision. usage: catchup.py [POSTINGS]
"""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from time import monotonic, sleep

from common import cpu_seconds, emit, engines, memory_mib, messages, raw_postings

from pipeline.ops.books import account
from pipeline.ops.databases import surveyors
from pipeline.ops.groups import progress
from pipeline.ops.kafka import Cluster, kafka_config
from pipeline.ops.processes import probe, processes
from pipeline.ops.run import programs, spawn
from pipeline.settings import Settings
from pipeline.stack import Stack
from runtime.producer import AckProducer

READY_WITHIN_S = 90.0
POLL_S = 0.1


def main(count: int) -> None:
    """Run it and emit the result."""
    postings, origin = raw_postings(count)
    outgoing = messages(postings)
    with engines() as settings, running(settings) as pids:
        producer = AckProducer(kafka_config(settings), client_id="bench")
        before, began = cpu_seconds(pids), monotonic()
        for start in range(0, len(outgoing), 5000):
            producer.publish(outgoing[start : start + 5000])
        published = monotonic() - began
        wait_until_caught_up(settings, len(outgoing))
        seconds, used = monotonic() - began, cpu_seconds(pids)
        cpu_ms = {name: round(1000 * (used[name] - before[name]) / len(outgoing), 3) for name in pids}
        books = account(Cluster(kafka_config(settings)), surveyors(settings))
        emit(
            "catchup",
            {
                "postings": len(outgoing),
                "origin": origin,
                "publish_seconds": round(published, 2),
                "seconds": round(seconds, 2),
                "postings_per_s": round(len(outgoing) / seconds),
                "cpu_ms_per_posting": {**cpu_ms, "total": round(sum(cpu_ms.values()), 3)},
                "memory_mib": memory_mib(pids),
                "memory_mib_total": round(sum(memory_mib(pids).values())),
                "books_balanced": books.balanced,
                "outcomes": {"normalized": books.normalized, "unchanged": books.unchanged, "dead_letters": books.dead_letters},
            },
        )


@contextmanager
def running(settings: Settings) -> Iterator[dict[str, int]]:
    """Give the pid of every stage, sink and engine, all of them ready; stages and sinks end afterwards."""
    children = {program.name: spawn(program, settings) for program in programs(settings, {})}
    try:
        wait_until_ready(settings, len(children))
        parts = {part.name: part.pid for part in Stack(settings).status()}
        yield parts | {name: child.pid for name, child in children.items()}
    finally:
        for child in children.values():
            child.terminate()
        for child in children.values():
            if isinstance(child, subprocess.Popen):
                child.wait(60)


def wait_until_ready(settings: Settings, count: int) -> None:
    """Return when `count` processes say that they are ready."""
    deadline = monotonic() + READY_WITHIN_S
    while monotonic() < deadline:
        if sum(probe(process, "/ready")[0] for process in processes(settings.var_dir)) >= count:
            return
        sleep(0.2)
    raise SystemExit(f"not ready after {READY_WITHIN_S} s; logs in {settings.log_dir}")


def wait_until_caught_up(settings: Settings, raw: int) -> None:
    """Return when normalize has read `raw` messages and no group is behind."""
    cluster = Cluster(kafka_config(settings))
    while True:
        seen = progress(cluster)
        if seen[0].committed >= raw and not any(each.lag for each in seen):
            return
        sleep(POLL_S)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 25_000)
