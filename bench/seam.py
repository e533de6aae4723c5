"""How fast the seam is: `python bench/seam.py --kafka HOST:PORT` prints JSON.

2 KB raw postings go through a step that does next to nothing: one table key and one output per event. The topics of
normalize are made anew, so give it a broker that holds nothing you want to keep.
"""

import argparse
import json
import os
import resource
import signal
import sys
import tempfile
import threading
import time
from collections.abc import Sequence
from pathlib import Path

from confluent_kafka import KafkaException
from confluent_kafka.admin import AdminClient, NewTopic

sys.path.insert(0, str(Path(__file__).parents[1]))

from runtime import logs
from runtime.clock import utc_now
from runtime.config import KafkaConfig, WorkerConfig
from runtime.metrics import Metrics
from runtime.producer import AckProducer
from schemas.codec import encode
from schemas.raw import RawPosting
from schemas.topics import NORMALIZED, RAW, REPLAY, app_id, changelog_of, dead_letters_of
from streams.step import Emit, Outcome, Received, Settled, StateView
from streams.worker import Worker
from tests.builders import JAN, make_posting

PARTITIONS = 12
STAGE = "normalize"


class TrivialStep:
    """One key and one output per event."""

    stage = STAGE

    def __init__(self) -> None:
        self._posting = make_posting(description="x" * 1500)

    def __call__(self, received: Received, state: StateView) -> Outcome:
        """Write the message's key; emit always the same posting."""
        key = (received.message.key or b"").decode()
        state.get(key)
        state.put(key, b"1" * 100)
        return Outcome("normalized", [Emit(NORMALIZED, self._posting)])

    def settle(self, settled: Sequence[Settled], state: StateView) -> None:
        """Keep no books."""

    def forget(self) -> None:
        """Cache nothing."""


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kafka", required=True)
    parser.add_argument("--events", type=int, default=50_000)
    wanted = parser.parse_args()
    config = KafkaConfig(wanted.kafka)
    make_topics(config)
    fill(config, wanted.events)
    print(json.dumps(measure(config, wanted.events)))


def make_topics(config: KafkaConfig) -> None:
    """Make the stage's topics anew, and forget its group."""
    admin = AdminClient({"bootstrap.servers": config.bootstrap})
    topics = [RAW, REPLAY, NORMALIZED, dead_letters_of(RAW), dead_letters_of(REPLAY), changelog_of(STAGE)]
    there = [t.name for t in topics if t.name in admin.list_topics(timeout=10).topics]
    for future in (admin.delete_topics(there) if there else {}).values():
        future.result()
    for future in admin.delete_consumer_groups([app_id(STAGE)]).values():
        try:
            future.result()
        except KafkaException as error:
            print(f"group: {error}", file=sys.stderr)
    time.sleep(1)
    for future in admin.create_topics([NewTopic(t.name, PARTITIONS, config=t.config()) for t in topics]).values():
        future.result()


def fill(config: KafkaConfig, events: int) -> None:
    """Publish `events` raw postings of 2 KB."""
    producer = AckProducer(config, client_id="bench")
    for start in range(0, events, 10_000):
        numbers = range(start, min(start + 10_000, events))
        producer.publish([encode(posting(n), RAW.name, made_by="bench") for n in numbers])
    producer.close()


def posting(number: int) -> RawPosting:
    """Return a raw posting of 2 KB."""
    return RawPosting(source="lever", board="acme", source_id=f"p{number}", fetched_at=JAN, row={"text": "y" * 1800})


def measure(config: KafkaConfig, events: int) -> dict[str, float]:
    """Run the worker until all was processed; return rates and CPU, both of this process alone."""
    with tempfile.TemporaryDirectory() as directory:
        logs.configure("bench", Path(directory))
        metrics = Metrics(STAGE)
        worker = Worker(WorkerConfig(STAGE, config, Path(directory), partitions=PARTITIONS), TrivialStep(), metrics, utc_now)
        seen: dict[str, float] = {}
        watch = threading.Thread(target=_watch, args=(metrics, events, seen), daemon=True)
        watch.start()
        ending = worker.run()
    if not seen:
        sys.exit(f"the worker {ending.value}: {worker.health()}")
    return seen


def _watch(metrics: Metrics, events: int, seen: dict[str, float]) -> None:
    count = metrics.events.labels(STAGE, RAW.name)._value.get  # noqa: SLF001 - the client offers no reading
    while not (first := count()):
        time.sleep(0.01)
    began, cpu = time.perf_counter(), _cpu_s()
    while count() < events:
        time.sleep(0.05)
    seconds, done = time.perf_counter() - began, events - first
    seen |= {"events": done, "seconds": round(seconds, 2), "events_per_s": round(done / seconds)}
    seen["cpu_us_per_event"] = round((_cpu_s() - cpu) / done * 1e6)
    os.kill(os.getpid(), signal.SIGTERM)


def _cpu_s() -> float:
    used = resource.getrusage(resource.RUSAGE_SELF)
    return used.ru_utime + used.ru_stime


if __name__ == "__main__":
    main()
