"""The seam: batch in → step → outputs acknowledged → state acknowledged → input acknowledged.

The one place where errors become dead letters, and the one place that decides when an event counts as done.
"""

import asyncio
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from threading import Event as Flag
from time import perf_counter
from typing import Any, Protocol

from runtime.clock import Clock
from runtime.logs import logger
from runtime.metrics import Metrics
from runtime.producer import BrokerUnavailable, Interrupted, Published
from schemas.message import Incoming, Outgoing
from streams.changelog import ChangelogRefused
from streams.limits import Limits
from streams.looking import Chunk
from streams.ownership import Read, check, own
from streams.state import OPENED, State, StateUnreadable
from streams.step import Step
from streams.work import Bench, Work

_LONGEST_PAUSE_S = 5.0
log = logger(__name__)


class Producer(Protocol):
    """What the seam needs of a producer; see `runtime.producer.AckProducer.publish`."""

    def publish(self, messages: Sequence[Outgoing]) -> list[Published]:
        """Return where each message lies after all were acknowledged; offset None for one that its topic's limit refused."""
        ...


@dataclass(frozen=True, slots=True)
class Batch:
    """Messages in the order of their offsets per partition, and how to acknowledge them, called once.

    `chunks`, where there are any, are the same messages with who looks at them ahead.
    """

    messages: Sequence[Incoming]
    acknowledge: Callable[[], None]
    chunks: Sequence[Chunk] = ()


class DeadLetterRefused(Exception):  # noqa: N818 - the broker's verdict
    """The broker refused a dead letter as too large: its topic's limit is below ours. `./jobstream topics apply` sets it."""


async def deliver(batch: Batch, seam: "Seam", *, decide: bool = True) -> None:
    """Carry a batch through the step; on return its outputs, its state and its offsets are durable.

    1. every output and dead letter has its delivery report;
    2. only then the overlay becomes state: its changelog records are acknowledged, then the store is written;
    3. only then the input is acknowledged, event by event.

    A stop between any two repeats the batch and loses nothing: outputs carry the same ids. While Kafka is down the same
    messages are tried again in place.
    Raises LimitReached and, unless it is to `decide`, Undecided: nothing was published or acknowledged. Raises Interrupted when
    `seam.abandon` was set: nothing was acknowledged, the batch comes again wherever its partitions are. Raises PartitionTaken
    when they are another worker's already.
    """
    await asyncio.to_thread(seam.make_durable, batch.messages, batch.chunks, decide=decide)
    batch.acknowledge()


class Seam:
    """What `deliver` carries batches with; one per process, used by one batch at a time.

    `abandon`, set by whoever waits for the batch in flight, makes it end without being acknowledged.
    """

    def __init__(
        self,
        step: Step,
        state: State,
        producer: Producer,
        *,
        limits: Limits,
        metrics: Metrics,
        clock: Clock,
        abandon: Flag | None = None,
        read_back: Callable[[int, int, int], Read] | None = None,
    ) -> None:
        self.abandon = abandon or Flag()
        self._step = step
        self._state = state
        self._producer = producer
        self._limits = limits
        self._metrics = metrics
        self._clock = clock
        self._bench = Bench(step, state)
        self._read_back = read_back

    def make_durable(self, messages: Sequence[Incoming], chunks: Sequence[Chunk] = (), *, decide: bool = True) -> None:
        """Do steps 1 and 2 of `deliver`; blocks."""
        started = perf_counter()
        try:
            work = self._publish_outputs(messages, chunks or [Chunk(messages)], decide=decide)
            self._bench.settle(work)
            self._commit_state(work)
        except BaseException:
            # what the step cached beside the state was never written
            self._step.forget()
            raise
        self._limits.remember(work.failures)
        self._count(work, messages, perf_counter() - started)

    def forget(self) -> None:
        """Partitions moved or were recovered: what the step cached is stale."""
        self._step.forget()

    def check_version(self) -> None:
        """Raise StateUnreadable where another version made a part of what was recovered."""
        strange = self._state.not_made_by(self._step.made_by)
        if strange:
            stage = self._step.stage
            raise StateUnreadable(
                f"{strange} entries of the state of {stage} were made by another version, and this one does not read them. "
                f"Stop all workers of {stage} and run ./jobstream worker {stage} --rebuild (docs/operating.md, Update)."
            )

    def _publish_outputs(self, messages: Sequence[Incoming], chunks: Sequence[Chunk], *, decide: bool) -> Work:
        refused: set[int] = set()
        now = self._clock()
        found = [one for chunk in chunks for one in chunk.found(self._step.look, self.abandon.is_set)]
        while True:
            work = self._carry(messages, found, now, refused)
            self._limits.check(work.failures, decide=decide)
            published = self._publish(work.outgoing)
            newly = {work.owners[i] for i, report in enumerate(published) if report.offset is None}
            if not newly:
                return work
            if newly & refused:
                raise DeadLetterRefused(f"{len(newly & refused)} dead letters are over the limit of their topics")
            # later events may have read what the refused one wrote: the whole batch goes through the step again
            refused |= newly
            self._step.forget()

    def _carry(self, messages: Sequence[Incoming], found: Sequence[Any], now: datetime, refused: set[int]) -> Work:
        work = Work()
        for position, message in enumerate(messages):
            if self.abandon.is_set():
                raise Interrupted("the batch was abandoned")
            self._bench.take(work, message, found[position], now, refused=position in refused)
        return work

    def _commit_state(self, work: Work) -> None:
        """Write the overlays to the changelog, then to the store. Raises PartitionTaken."""
        records = {}
        for partition, overlay in work.overlays.items():
            opened = {} if self._state.partition(partition).get(OPENED) else {OPENED: b"1"}
            records[partition] = [*opened.items(), *overlay.records]
        self._write(records)

    def _write(self, records: Mapping[int, Sequence[tuple[str, bytes | None]]]) -> None:
        """Write records of some partitions, and what a worker that had lost one of them wrote there after us."""
        outgoing, mended = list[Outgoing](), {}
        for partition, entries in records.items():
            state = self._state.partition(partition)
            headers = own(state, self._state.generation)
            mended[partition] = [*((key, state.get(key)) for key in sorted(state.late)), *entries]
            outgoing += [Outgoing(self._state.changelog, k.encode(), v, headers, partition) for k, v in mended[partition]]
        reached: dict[int, int] = {}
        for report in self._publish(outgoing):
            if report.offset is None:
                raise ChangelogRefused(self._state.changelog)
            reached[report.partition] = max(reached.get(report.partition, -1), report.offset)
        for partition, offset in reached.items():
            state = self._state.partition(partition)
            known, state.late = state.offset, set()
            state.apply(dict(mended[partition]), offset)
            if offset - known != len(mended[partition]):
                self._close_gap(partition, known)

    def _close_gap(self, partition: int, known: int) -> None:
        """Write again what somebody else has written behind the offset `known`. Raises PartitionTaken."""
        if self._read_back is None:
            return
        state = self._state.partition(partition)
        check(state, self._read_back(partition, known, state.epoch))
        if state.late:
            log.warning("a worker that lost this partition wrote its state, undone", partition=partition, entries=len(state.late))
            self._write({partition: []})

    def _publish(self, messages: Sequence[Outgoing]) -> list[Published]:
        pause_s = 0.1
        while messages:
            if self.abandon.is_set():
                raise Interrupted("the batch was abandoned")
            try:
                return self._producer.publish(messages)
            except BrokerUnavailable as error:
                log.warning("Kafka does not acknowledge, trying the same batch again", cause=str(error))
                self._metrics.retries.labels(self._step.stage, "broker").inc()
            self.abandon.wait(pause_s)
            pause_s = min(2 * pause_s, _LONGEST_PAUSE_S)
        return []

    def _count(self, work: Work, messages: Sequence[Incoming], seconds: float) -> None:
        m, stage, now = self._metrics, self._step.stage, self._clock()
        for topic, n in Counter(message.topic for message in messages).items():
            m.events.labels(stage, topic).inc(n)
        for topic, n in Counter(message.topic for message in work.outgoing).items():
            m.outputs.labels(stage, topic).inc(n)
        for word, n in Counter(result.outcome.word for result in work.results).items():
            m.outcomes.labels(stage, word).inc(n)
        for dead, n in Counter(result.buried for result in work.results if result.buried).items():
            m.dead_letters.labels(stage, dead.reason).inc(n)
            m.rejections.labels(dead.source, dead.reason).inc(n)
        latency = m.latency_seconds.labels(stage)
        for result in work.results:
            fetched_at = getattr(result.event, "fetched_at", None)
            if fetched_at is not None and result.outcome.emits:
                latency.observe((now - fetched_at).total_seconds())
        m.batch_seconds.labels(stage).observe(seconds)
        m.state_entries.labels(stage).set(len(self._state))
        m.last_progress.labels(stage).set(now.timestamp())
