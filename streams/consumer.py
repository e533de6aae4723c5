"""Faust's Kafka consumer, without its work per message and without its gaps."""

from collections.abc import Mapping, Sequence
from logging import getLogger
from typing import Any

from aiokafka.errors import IllegalStateError  # type: ignore[import-untyped]
from faust.sensors import Monitor
from faust.transport.drivers.aiokafka import AIOKafkaConsumerThread, Consumer

from runtime.logs import logger
from schemas.message import Incoming
from streams.intake import AT_ONCE
from streams.sequence import Gaps
from streams.turns import Turns

log = logger(__name__)
# How long a broker may hold a request for messages while it has none.
WAIT_MS, WAIT_BUSY_MS = 1500, 25


class EvenThread(AIOKafkaConsumerThread):
    """Faust's thread that talks to Kafka, fetching a piece of a partition at a time, of each as often as it is its turn.

    aiokafka gives all that it has of one partition before any of the next. Where much lies there, a stage would read one
    thousands of messages ahead of the others.

    It also asks a broker one thing at a time, and not for partitions of which it still has messages. So a partition with much
    stands still while a request waits for those that have nothing new: 1.5 s each time, as Faust has it. Here such requests
    wait a moment only while there is much.
    """

    logger = getLogger("faust.jobstream")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.turns = Turns(AT_ONCE)

    async def _fetch_records(
        self,
        consumer: Any,
        active_partitions: set[Any],
        timeout: float | None = None,  # noqa: ASYNC109 - Faust's signature
        max_records: int | None = None,
    ) -> dict[Any, Any]:
        piece = AT_ONCE if max_records is None else min(AT_ONCE, max_records)
        mine = active_partitions & consumer.assignment()
        found: dict[Any, Any] = {}
        for tp in self.turns.due(mine, {tp: consumer.highwater(tp) for tp in mine}):
            found.update(await super()._fetch_records(consumer, {tp}, 0, piece))
        if not found:
            # whose turn it is may still be on its way
            found = dict(await super()._fetch_records(consumer, active_partitions, timeout, piece))
        for tp, records in found.items():
            self.turns.took(tp, records)
        much = self.turns.behind or any(len(records) >= piece for records in found.values())
        # of the requests that are sent from now on; it is no setting that could change
        consumer._fetcher._fetch_max_wait_ms = WAIT_BUSY_MS if much else WAIT_MS  # noqa: SLF001
        return found

    def verify_event_path(self, now: float, tp: Any) -> None:
        """Tell in the log where fetching stands still.

        Whether a stage goes on with what was fetched Faust can't tell here, where nothing tells its monitor of events: five
        minutes after the start it called every partition with something new hung. `doctor` and the alerts look at commits.
        """
        self._verify_aiokafka_event_path(now, tp)


class QuickConsumer(Consumer):
    """Faust's consumer, which hands what it fetched of a stage's input to the app's intake, a partition's records at a time.

    Faust's own way takes each message through a race of two tasks, the conductor, a channel and a list of what was
    acknowledged, at 0.1 ms; and after a rebalance it may skip messages. A fetch that was under way when partitions were sought
    gives what lies behind: here each partition goes on with the offset that is next, and is read again where that is missing.
    """

    logger = getLogger("faust.jobstream")
    app: Any

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._again: Gaps = {}

    def _new_consumer_thread(self) -> EvenThread:
        return EvenThread(self, loop=self.loop, beacon=self.beacon)

    def forget(self) -> None:
        """Partitions are revoked: nothing is followed until they are sought."""
        self.app.sequence.begin({})
        self.app.intake.clear()
        self._again = {}

    def read_again(self, gaps: Gaps) -> None:
        """Read each partition again from the offset that was expected, at the next fetch."""
        self._again.update(gaps)

    async def perform_seek(self) -> None:
        """Read again from what is committed; where nothing is, from the start, where aiokafka would stay where it is."""
        await super().perform_seek()
        mine = [tp for tp in self.assignment() if tp.topic in self.app.inputs]
        # at once: with the next await the flow may go on, and these become what was read
        committed = {tp: offset for tp in mine if (offset := self._read_offset.get(tp))}
        unread = dict.fromkeys((tp for tp in mine if tp not in committed), 0)
        self.app.intake.clear()
        self.app.sequence.begin(committed | unread)
        self._again = unread

    def acknowledge(self, offsets: Mapping[Any, int]) -> None:
        """Let everything up to these offsets, the last one of each partition, be committed."""
        for tp, offset in offsets.items():
            self._acked[tp] = [offset]

    def _new_offset(self, tp: Any) -> int | None:
        """Return what to commit; it stays the same until more is acknowledged, so a commit that failed is tried again."""
        acknowledged = self._acked.get(tp)
        return acknowledged[0] + 1 if acknowledged else None

    async def _wait_next_records(self, timeout: float) -> tuple[Any, Any]:  # noqa: ASYNC109 - Faust's signature
        """Return what was fetched but the records of the stage's input, which are handed on here."""
        if self._again and self.flow_active:
            await self._seek_again()
        if not self.app.intake.has_room:
            await self.wait_first(self.app.intake.room(), self.suspend_flow.wait())
        fetched, active = await super()._wait_next_records(timeout)
        others = {}
        for tp, records in (fetched or {}).items():
            if tp.topic not in self.app.inputs:
                others[tp] = records
            # what is dropped here is read again: Faust seeks when its flow goes on
            elif self.flow_active and not self.should_stop and (active is None or tp in active):
                self._hand_on(tp, records)
        return others, active

    def _hand_on(self, tp: Any, records: Sequence[Any]) -> None:
        taken, expected = self.app.sequence.take(tp, records)
        self.app.intake.put([_incoming(record) for record in taken])
        if expected is not None:
            log.warning("offsets were skipped, reading them again", topic=tp.topic, partition=tp.partition, at=expected)
            self._again[tp] = expected

    async def _seek_again(self) -> None:
        again, self._again = self._again, {}
        try:
            first = await self._thread.earliest_offsets(*again)
            # what was expected may have been deleted meanwhile
            targets = {tp: max(expected, first[tp]) for tp, expected in again.items()}
            await self._thread.seek_wait(targets)
        except IllegalStateError as error:
            log.info("partitions moved before they were read again; whoever owns them does", cause=str(error))
            return
        self.app.sequence.move(targets)


def _incoming(record: Any) -> Incoming:
    return Incoming(
        record.topic, record.partition, record.offset, record.key, record.value, tuple(record.headers or ()), record.timestamp
    )


class QuietMonitor(Monitor):
    """Faust's monitor without its record of every event: ours are in runtime.metrics."""

    logger = getLogger("faust.jobstream")

    def on_message_in(self, tp: Any, offset: int, message: Any) -> None:
        """Record nothing."""

    def on_stream_event_in(self, tp: Any, offset: int, stream: Any, event: Any) -> None:
        """Record nothing."""

    def on_stream_event_out(self, tp: Any, offset: int, stream: Any, event: Any, state: Any = None) -> None:
        """Record nothing."""

    def on_message_out(self, tp: Any, offset: int, message: Any) -> None:
        """Record nothing."""
