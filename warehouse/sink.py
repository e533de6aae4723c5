"""The loop that every sink runs, whatever its engine: poll, sort, write, bury, commit."""

from collections import Counter
from collections.abc import Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from threading import Event
from time import monotonic
from typing import Protocol

from runtime.clock import Clock
from runtime.consumer import Partition, PartitionsLost
from runtime.logs import logger
from runtime.metrics import Metrics
from runtime.producer import BrokerUnavailable, Published
from schemas.dead_letter import bury
from schemas.message import Incoming, Outgoing
from warehouse.contract import RowsRefused, Sink, WarehouseMisconfigured
from warehouse.intake import Intake
from warehouse.letters import letter_for, may_be_buried
from warehouse.patience import Consumer, Pace, Patience, Stopped
from warehouse.pile import Unusable, explain
from warehouse.table import RowBatch

log = logger(__name__)


class Publisher(Protocol):
    """What the loop needs of `AckProducer`."""

    def publish(self, messages: Sequence[Outgoing]) -> list[Published]: ...


class SinkLoop:
    """Carries messages into one engine: at least once, and once in effect, because writing twice leaves the same rows.

    1. a poll is decoded, as much at once as the engine writes at once, and reduced to the greatest version per key and table;
    2. every table's batch is written, while the next part is decoded, and the database confirmed it; a refused row is found by
       halving;
    3. what is unusable or refused is a dead letter, acknowledged by the broker;
    4. only then the offsets are committed.

    While the database or the broker is away, partitions are paused and polled on, so the group keeps this member; one
    batch is all that is held.
    """

    def __init__(
        self, consumer: Consumer, sink: Sink, producer: Publisher, metrics: Metrics, patience: Patience, *,
        pace: Pace, clock: Clock, stopping: Event,
    ) -> None:  # fmt: skip
        self._consumer = consumer
        self._sink = sink
        self._producer = producer
        self._metrics = metrics
        self._patience = patience
        self._pace = pace
        self._clock = clock
        self._stopping = stopping
        self._intake = Intake(sink.engine)
        self._stage = f"sink-{sink.engine}"

    def run(self) -> None:
        """Work until `stopping`; a batch in hand then is finished, or abandoned with nothing of it committed.

        Raises WarehouseMisconfigured: nothing of the batch in hand was committed.
        """
        while not self._stopping.is_set():
            try:
                self.turn()
            except Stopped:
                log.info("batch abandoned", cause="asked to stop")

    def turn(self) -> None:
        """Carry one poll to the database."""
        try:
            messages = self._consumer.poll(self._pace.batch_size, self._pace.batch_within_s)
        except BrokerUnavailable as error:
            self._patience.waits(error)
            self._stopping.wait(self._pace.first_retry_s)
            return
        self._patience.works()
        if messages:
            self._carry(messages)
        self._metrics.lag.labels(self._stage).set(self._consumer.lag())

    def _carry(self, messages: list[Incoming]) -> None:
        started = monotonic()
        try:
            self._deliver(messages)
        except PartitionsLost as error:
            log.warning("batch dropped", cause=str(error), messages=len(messages))
            self._patience.works()
            return
        self._metrics.batch_seconds.labels(self._stage).observe(monotonic() - started)
        self._metrics.last_progress.labels(self._stage).set(self._clock().timestamp())

    def _deliver(self, messages: list[Incoming]) -> None:
        dead, fetched_at_ms = list[Unusable](), None
        # leaving it waits for what is being written, whatever went wrong
        with ThreadPoolExecutor(1) as writer:
            writing: Future[list[Unusable]] | None = None
            for start in range(0, len(messages), self._sink.at_once):
                sorted_ = self._intake.sort(messages[start : start + self._sink.at_once])
                dead += writing.result() if writing else ()
                writing = writer.submit(self._write_all, sorted_.batches)
                dead += sorted_.unusable
                fetched_at_ms = sorted_.fetched_at_ms or fetched_at_ms
            dead += writing.result() if writing else ()
        self._bury(dead)
        self._commit(messages)
        self._count(messages, fetched_at_ms)

    def _write_all(self, batches: Sequence[RowBatch]) -> list[Unusable]:
        return [refused for batch in batches for refused in self._write(batch)]

    def _write(self, batch: RowBatch) -> list[Unusable]:
        refused = self._write_or_halve(batch)
        if len(refused) == len(batch) >= self._pace.refusal_limit:
            raise WarehouseMisconfigured(
                f"{self._sink.engine} refused all {len(batch)} rows for {batch.table.name}: {refused[0].detail} "
                "Nothing was dead-lettered. Run ./jobstream migrate, then ./jobstream doctor."
            )
        self._metrics.rows.labels(self._sink.engine, batch.table.name).inc(len(batch) - len(refused))
        return refused

    def _write_or_halve(self, batch: RowBatch) -> list[Unusable]:
        try:
            self._patience.until_done(lambda: self._sink.write(batch))
        except RowsRefused as error:
            if len(batch) > 1:
                return [found for half in batch.halves() for found in self._write_or_halve(half)]
            why = explain(batch.origins[0], error)
            return [Unusable(batch.origins[0], why.reason, why.detail)]
        return []

    def _bury(self, dead: list[Unusable]) -> None:
        # two tables may refuse the same message: one dead letter
        once = {(d.message.topic, d.message.partition, d.message.offset): d for d in dead}.values()
        letters = [bury(d.message, letter_for(d, self._stage, self._clock())) for d in once if may_be_buried(d)]
        if letters:
            self._patience.until_done(lambda: self._producer.publish(letters))
        for found in once:
            where = {"topic": found.message.topic, "partition": found.message.partition, "offset": found.message.offset}
            log.warning("dead letter", reason=found.reason, detail=found.detail, **where)
            self._metrics.dead_letters.labels(self._stage, found.reason).inc()

    def _commit(self, messages: list[Incoming]) -> None:
        offsets = next_offsets(messages)
        try:
            self._patience.until_done(lambda: self._consumer.commit(offsets))
        except PartitionsLost:
            # fenced off: what was read and not committed must come again
            self._consumer.rejoin()
            raise

    def _count(self, messages: list[Incoming], fetched_at_ms: int | None) -> None:
        for topic, count in Counter(message.topic for message in messages).items():
            self._metrics.events.labels(self._stage, topic).inc(count)
        if fetched_at_ms is not None:
            self._metrics.latency_seconds.labels(self._stage).observe(max(0.0, self._clock().timestamp() - fetched_at_ms / 1000))


def next_offsets(messages: Sequence[Incoming]) -> dict[Partition, int]:
    """Return per partition the offset after the last message: what to commit once all of them are done."""
    offsets: dict[Partition, int] = {}
    for message in messages:
        where = (message.topic, message.partition)
        offsets[where] = max(offsets.get(where, 0), message.offset + 1)
    return offsets
