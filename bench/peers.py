"""Our dedupe worker beside two others on the same normalized postings, the same broker, one after the other.

A run is from the first outputs to the last: postings a second, and processor time per posting of process and broker.
usage: python -m bench.peers [POSTINGS]
"""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from time import monotonic, sleep
from typing import Any

from confluent_kafka.admin import NewTopic

from bench import peer_quix, peer_tutorial
from bench.common import ROOT, emit, engines, messages, publish, raw_postings
from bench.running import cpu_seconds, drained, running
from pipeline.ops.kafka import Cluster
from pipeline.ops.kafka_clients import kafka_config
from pipeline.settings import Settings
from pipeline.stack import Stack
from schemas.topics import DEDUPLICATED, NORMALIZED

LOOK_EVERY_S = 0.25
STALLED_AFTER_S = 45.0


def main(count: int) -> None:
    """Let each of them work off the same topic, and emit the result."""
    postings, origin = raw_postings(count)
    with engines() as settings:
        publish(settings, messages(postings))
        cluster = Cluster(kafka_config(settings))
        drained(settings, "normalize")
        make_topics(cluster)
        results = {
            "ours": measured(cluster, DEDUPLICATED.name, running(settings, ["dedupe"])),
            "quix_streams": measured(cluster, peer_quix.OUTPUT, peer("quix", settings)),
            "faust_tutorial": measured(cluster, peer_tutorial.OUTPUT, peer("tutorial", settings)),
        }
    emit("peers", {"postings": len(postings), "origin": origin, "dedupe": results})


def make_topics(cluster: Cluster) -> None:
    """Make the peers' outputs with as many partitions as ours have."""
    count = cluster.partitions()[NORMALIZED.name]
    names = (peer_quix.OUTPUT, peer_quix.CLUSTERS, peer_tutorial.OUTPUT)
    for future in cluster.admin.create_topics([NewTopic(name, count, 1) for name in names]).values():
        future.result()


@contextmanager
def peer(name: str, settings: Settings) -> Iterator[dict[str, int]]:
    """Run a peer; give its pid and the broker's. It is killed afterwards: nothing of it is needed."""
    place = settings.var_dir / "peers" / name
    place.mkdir(parents=True)
    command = [sys.executable, "-m", f"bench.peer_{name}", settings.kafka, str(place)]
    with subprocess.Popen(command, cwd=ROOT) as process:
        try:
            yield {name: process.pid} | {part.name: part.pid for part in Stack(settings).status()}
        finally:
            process.kill()


def measured(cluster: Cluster, output: str, worker: AbstractContextManager[dict[str, int]]) -> dict[str, Any]:
    """Return rate and processor time of `worker` until every normalized posting has its output."""
    whole = cluster.messages([NORMALIZED.name])[NORMALIZED.name]
    with worker as pids:
        first, began, before = wait_for(cluster, output, 1), monotonic(), cpu_seconds(pids)
        last, seconds, after = wait_for(cluster, output, whole), monotonic() - began, cpu_seconds(pids)
    done = last - first
    mine = next(name for name in pids if name not in {"kafka", "timescaledb", "clickhouse"})
    used = {who: round(1000 * (after[name] - before[name]) / done, 3) for who, name in (("worker", mine), ("broker", "kafka"))}
    return {"postings": done, "postings_per_s": round(done / seconds), "cpu_ms_per_posting": used}


def wait_for(cluster: Cluster, topic: str, count: int) -> int:
    """Return how many messages lie in `topic` once there are `count`."""
    seen, since = 0, monotonic()
    while seen < count:
        now = cluster.messages([topic]).get(topic, 0)
        if now > seen:
            seen, since = now, monotonic()
        elif monotonic() - since > STALLED_AFTER_S:
            raise SystemExit(f"{topic} stands at {seen} of {count} messages")
        sleep(LOOK_EVERY_S)
    return seen


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 10_000)
