"""A stage whose workers are killed while they write a batch's state; whoever starts next reads what is in the changelog."""

from collections.abc import Callable, Sequence
from datetime import datetime, timedelta

from runtime.metrics import Metrics
from runtime.producer import Published
from schemas.base import Event
from schemas.codec import decode
from schemas.message import Incoming, Outgoing
from schemas.topics import changelog_of
from streams.delivery import Seam
from streams.limits import Limits
from streams.state import State
from streams.step import Step
from tests.builders import as_incoming
from tests.harness import NOW, MemoryProducer

# Sizes of batches, each with how many records of its state are durable when its worker is killed; None: it is not.
Cuts = Sequence[tuple[int, int | None]]


class Killed(Exception):  # noqa: N818 - an event
    """The worker's end."""


class TornStage:
    """Carries `batches` of a stage, and shows what is in its topics and its state."""

    def __init__(self, build: Callable[[], Step]) -> None:
        self._build = build
        self._changelog = changelog_of(build().stage).name
        self._broker = _Broker(self._changelog)
        self._clock = NOW
        self._start()

    def _start(self) -> None:
        """Begin as a worker does: with what lies in the changelog."""
        self._step = self._build()
        self.state = State(self._changelog)
        records = [message for message in self._broker.published if message.topic == self._changelog]
        self.state.partition(0).apply({one.key.decode(): one.value for one in records}, len(records) - 1)
        self._seam = Seam(
            self._step, self.state, self._broker, limits=Limits(20), metrics=Metrics(self._step.stage), clock=self._now
        )

    def _now(self) -> datetime:
        self._clock += timedelta(seconds=1)
        return self._clock

    def carry(self, messages: Sequence[Incoming], cuts: Cuts = ()) -> "TornStage":
        """Carry messages in batches as `cuts` says; what remains is the last batch."""
        for size, durable in [*cuts, (len(messages), None)]:
            batch, messages = messages[:size], messages[size:]
            self._broker.durable = durable
            try:
                self._seam.make_durable(batch)
            except Killed:
                self._broker.durable = None
                self._start()
                self._seam.make_durable(batch)
        return self

    def published(self, topic: str) -> list[Event]:
        """What was published there, repeats among it."""
        return [decode(as_incoming(message)) for message in self._broker.published if message.topic == topic]


class _Broker(MemoryProducer):
    """Has only the first `durable` records of a batch's state when its worker is killed."""

    durable: int | None = None

    def __init__(self, changelog: str) -> None:
        super().__init__()
        self._changelog = changelog

    def publish(self, messages: Sequence[Outgoing]) -> list[Published]:
        if self.durable is not None and messages and messages[0].topic == self._changelog:
            super().publish(messages[: self.durable])
            raise Killed
        return super().publish(messages)
