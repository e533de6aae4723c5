"""Faust's Kafka consumer, without its tasks per message and without its gaps."""

from collections.abc import AsyncIterator, Callable, Iterator
from inspect import iscoroutine
from logging import getLogger
from types import coroutine
from typing import Any

from aiokafka.errors import IllegalStateError  # type: ignore[import-untyped]
from faust.sensors import Monitor
from faust.transport.drivers.aiokafka import Consumer
from mode.services import WaitResults

from runtime.logs import logger
from streams.sequence import Gaps, OffsetSequence, Place

log = logger(__name__)
_MESSAGE_AND_SUSPENSION = 2


class QuickConsumer(Consumer):
    """Faust's consumer without its tasks per message, a fifth of the CPU of a stage, and without a gap after a rebalance.

    Faust hands every message on as a race of two tasks, that message against "the flow was suspended". As long as the
    channel has room the message wins at its first step, so it is taken without a race; where it does not, Faust's own way
    goes on from there.
    """

    logger = getLogger("faust.jobstream")
    app: Any

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._reading = OffsetSequence()
        self._again: Gaps = {}

    def forget(self) -> None:
        """Partitions are revoked: nothing is followed until they are sought."""
        self._reading.begin({})
        self._again = {}

    def read_again(self, gaps: Gaps) -> None:
        """Read each partition again from the offset that was expected, at the next fetch; nothing behind it comes before."""
        self._reading.expect(gaps)
        self._again.update(gaps)

    async def perform_seek(self) -> None:
        """Read again from what is committed; where nothing is, from the start, where aiokafka would stay where it is."""
        await super().perform_seek()
        mine = [tp for tp in self.assignment() if tp.topic in self.app.inputs]
        # at once: with the next await the flow may go on, and these become what was read
        committed = {tp: offset for tp in mine if (offset := self._read_offset.get(tp))}
        unread = dict.fromkeys((tp for tp in mine if tp not in committed), 0)
        for sequence in (self.app.sequence, self._reading):
            sequence.begin(committed | unread)
        self._again = unread

    async def getmany(self, timeout: float) -> AsyncIterator[tuple[Any, Any]]:  # noqa: ASYNC109 - Faust's signature
        """Yield the messages that are next in their partitions; read a partition again where the next one is not there.

        A fetch that was under way when partitions were sought gives what lies behind; Faust would take its offset for the
        one that was read, and drop what comes after the seek.
        """
        if self._again and self.flow_active:
            await self._seek_again()
        async for tp, message in super().getmany(timeout):
            if tp.topic not in self.app.inputs:
                yield tp, message
                continue
            place = self._reading.place(tp, message.offset)
            if place is Place.NEXT:
                yield tp, message
            elif place is Place.BEHIND_A_GAP:
                self._again[tp] = self._reading.expected(tp)

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
        for sequence in (self._reading, self.app.sequence):
            sequence.move(targets)

    async def wait_first(self, *waits: Any, **options: Any) -> Any:
        if len(waits) != _MESSAGE_AND_SUSPENSION or not iscoroutine(waits[0]):
            return await super().wait_first(*waits, **options)
        message, suspension = waits
        try:
            blocked_on = message.send(None)
        except StopIteration:
            suspension.close()
            return WaitResults([], [], stopped=False)
        return await super().wait_first(_finish(message, blocked_on), suspension, **options)

    async def _add_gap(self, tp: Any, offset_from: int, offset_to: int) -> None:
        """Count nothing as acknowledged that was not: a gap is read again."""


async def _finish(started: Any, blocked_on: Any) -> None:
    await _go_on(started, blocked_on)


@coroutine
def _go_on(started: Any, blocked_on: Any) -> Iterator[Any]:
    """Await a coroutine whose first step was already taken; it waits for `blocked_on`."""
    step: Callable[[Any], Any]
    value: Any
    while True:
        try:
            sent = yield blocked_on
        except BaseException as error:  # noqa: BLE001 - a cancellation belongs to the coroutine
            step, value = started.throw, error
        else:
            step, value = started.send, sent
        try:
            blocked_on = step(value)
        except StopIteration:
            return


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
