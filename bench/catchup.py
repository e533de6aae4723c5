"""Raw postings through every stage into both warehouses: rate, processor time per posting and process, memory.

All processes are up and idle first; then the raw messages are published, and the clock runs from the first of them until
both warehouses have every revision. usage: python -m bench.catchup [POSTINGS]
"""

import sys
from collections.abc import Mapping
from time import monotonic, sleep
from typing import Any

from bench.common import emit, engines, messages, publish, raw_postings
from bench.running import cpu_seconds, events_read, memory_mib, running
from pipeline.ops.books import account
from pipeline.ops.databases import surveyors
from pipeline.ops.groups import progress
from pipeline.ops.kafka import Cluster
from pipeline.ops.kafka_clients import kafka_config
from pipeline.ops.processes import metrics, processes
from pipeline.settings import Settings

POLL_S = 0.5


def main(count: int) -> None:
    """Run it and emit the result."""
    postings, origin = raw_postings(count)
    outgoing = messages(postings)
    with engines() as settings, running(settings) as pids:
        before, began = cpu_seconds(pids), monotonic()
        publish(settings, outgoing)
        published = monotonic() - began
        wait_until_caught_up(settings, len(outgoing))
        seconds, used = monotonic() - began, cpu_seconds(pids)
        cpu_ms = {name: round(1000 * (used[name] - before[name]) / len(outgoing), 3) for name in pids}
        emit(
            "catchup",
            {
                "postings": len(outgoing),
                "origin": origin,
                "publish_seconds": round(published, 2),
                "seconds": round(seconds, 2),
                "postings_per_s": round(len(outgoing) / seconds),
                "cpu_ms_per_posting": {**cpu_ms, "total": round(sum(cpu_ms.values()), 3)},
                **memory(pids),
                **books(settings),
            },
        )


def memory(pids: Mapping[str, int]) -> dict[str, Any]:
    """Return the memory of every process after the work, and all of it."""
    used = memory_mib(pids)
    return {"memory_mib": used, "memory_mib_total": round(sum(used.values()))}


def books(settings: Settings) -> dict[str, Any]:
    """Return what became of the postings, and whether nothing is missing."""
    found = account(Cluster(kafka_config(settings)), surveyors(settings))
    outcomes = {"normalized": found.normalized, "unchanged": found.unchanged, "dead_letters": found.dead_letters}
    return {"books_balanced": found.balanced, "outcomes": outcomes}


def wait_until_caught_up(settings: Settings, raw: int) -> None:
    """Return when normalize has read `raw` messages and no group is behind.

    The groups are asked only when every process says that nothing is left: asking costs the broker more than a posting does.
    """
    while events_read(settings, "normalize") < raw or any(lag(settings)):
        sleep(POLL_S)
    cluster = Cluster(kafka_config(settings))
    while any(each.lag for each in progress(cluster)):
        sleep(POLL_S)


def lag(settings: Settings) -> list[float]:
    """Return what every process says that lies before it."""
    return [metrics(process).get("jobstream_lag_messages", 0.0) for process in processes(settings.var_dir)]


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 25_000)
