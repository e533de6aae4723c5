"""A stage whose workers are killed while they write a batch's state; whoever starts next reads what is in the changelog."""

from collections.abc import Callable, Sequence
from datetime import datetime, timedelta

from runtime.producer import Published
from schemas.base import Event
from schemas.message import Outgoing
from schemas.topics import changelog_of
from streams.state import State
from streams.step import Step
from tests.harness import NOW, Harness, MemoryProducer

# Sizes of batches, each with how many records of its state are durable when its worker is killed; None: it is not.
Cuts = Sequence[tuple[int, int | None]]


class Killed(Exception):  # noqa: N818 - an event
    """The worker's end."""


class TornStage(Harness):
    """A harness that carries events in torn batches; its clock goes on by a second whenever it is looked at."""

    def __init__(self, build: Callable[[], Step]) -> None:
        step = build()
        self._build = build
        self._clock = NOW
        self._broker = _Broker(changelog_of(step.stage).name)
        super().__init__(step, now=self._tick, producer=self._broker)

    def _tick(self) -> datetime:
        self._clock += timedelta(seconds=1)
        return self._clock

    def carry(self, events: Sequence[Event], cuts: Cuts = ()) -> "TornStage":
        """Carry events in batches as `cuts` says; what remains is the last batch."""
        messages = [self.incoming(event) for event in events]
        for size, durable in [*cuts, (len(messages), None)]:
            batch, messages = messages[:size], messages[size:]
            self._broker.durable = durable
            try:
                self.deliver(batch)
            except Killed:
                self._broker.durable = None
                self._recover()
                self.deliver(batch)
        return self

    def published(self, topic: str) -> list[Event]:
        """What was published there, repeats among it."""
        return [event for name, event in self.outputs if name == topic]

    def _recover(self) -> None:
        """Begin as a worker does: with what lies in the changelog."""
        records = [message for message in self.producer.published if message.topic == self.state.changelog]
        self.state = State(self.state.changelog)
        self.state.partition(0).apply({one.key.decode(): one.value for one in records}, len(records) - 1)
        self.restart(self._build)


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
