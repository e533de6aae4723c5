"""How fast the seam is: 2 KB raw postings through a step that does next to nothing, one table key and one output per event.

The worker runs in this process; rate and processor time are its own. usage: python -m bench.seam [EVENTS]
"""

import os
import signal
import sys
import tempfile
import threading
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from bench.common import emit, engines, messages, publish
from pipeline.ops.kafka_clients import kafka_config
from pipeline.settings import Settings
from runtime import logs
from runtime.clock import utc_now
from runtime.config import WorkerConfig
from runtime.metrics import Metrics
from schemas.message import Incoming
from schemas.raw import RawPosting
from schemas.topics import NORMALIZED, RAW
from streams.looking import decoded
from streams.step import Emit, Outcome, Received, Settled, StateView
from streams.worker import Worker
from tests.builders import JAN, make_posting

STAGE = "normalize"


class TrivialStep:
    """One key and one output per event."""

    stage = STAGE
    every_write = False
    made_by = b""
    readers = 0

    def __init__(self) -> None:
        self._posting = make_posting(description="x" * 1500)

    def look(self, messages: Sequence[Incoming]) -> list[Any]:
        return decoded(messages)

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


def main(events: int) -> None:
    """Measure and print."""
    with engines() as settings:
        publish(settings, messages([posting(number) for number in range(events)]))
        found = measure(settings, events)
    emit("seam", found)


def posting(number: int) -> RawPosting:
    """Return a raw posting of 2 KB."""
    return RawPosting(source="lever", board="acme", source_id=f"p{number}", fetched_at=JAN, row={"text": "y" * 1800})


def measure(settings: Settings, events: int) -> dict[str, float]:
    """Run the worker until all was processed; return rate and CPU from the end of its first batch on."""
    with tempfile.TemporaryDirectory() as directory:
        logs.configure("bench", Path(directory))
        metrics = Metrics(STAGE)
        config = WorkerConfig(STAGE, kafka_config(settings), Path(directory), partitions=settings.topic_partitions)
        worker = Worker(config, TrivialStep(), metrics, utc_now)
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
    began, cpu = time.perf_counter(), time.process_time()
    while count() < events:
        time.sleep(0.05)
    seconds, done = time.perf_counter() - began, events - first
    seen |= {"events": done, "seconds": round(seconds, 2), "events_per_s": round(done / seconds)}
    seen["cpu_ms_per_event"] = round((time.process_time() - cpu) / done * 1000, 3)
    os.kill(os.getpid(), signal.SIGTERM)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 50_000)
