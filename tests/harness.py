"""A stage without servers: events go through the real seam, an in-memory producer keeps what was published."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, datetime

from runtime.clock import Clock
from runtime.metrics import Metrics
from runtime.producer import Published
from schemas.base import Event
from schemas.codec import decode, encode
from schemas.dead_letter import SUFFIX, DeadLetter, exhume
from schemas.message import Incoming, Outgoing
from schemas.topics import REPLAY, TOPICS, Topic, changelog_of
from streams.delivery import Seam
from streams.limits import Limits
from streams.state import OPENED, State
from streams.step import Step
from tests.builders import as_incoming

NOW = datetime(2026, 11, 2, 12, 0, tzinfo=UTC)
_FIRST_TOPIC = {event: topic for topic in reversed(TOPICS) for event in topic.events if topic is not REPLAY}


class MemoryProducer:
    """Acknowledges everything and keeps it, in order. `partition_of` stands for the broker's partitioner."""

    def __init__(self) -> None:
        self.published: list[Outgoing] = []
        self._next: dict[tuple[str, int], int] = defaultdict(int)

    def publish(self, messages: Sequence[Outgoing]) -> list[Published]:
        """Keep `messages`; every one is acknowledged."""
        self.published.extend(messages)
        return [self._report(message) for message in messages]

    def _report(self, message: Outgoing) -> Published:
        at = (message.topic, message.partition or 0)
        self._next[at] += 1
        return Published(*at, self._next[at] - 1)


class Harness:
    """Feeds a step and shows what came of it.

    `harness.feed(event, …)` is one batch; `cut` feeds the same events in any batches. `outputs` are decoded events in the
    order of publication, `dead` the dead letters, `entries` the state as (partition, key) -> value.
    """

    def __init__(self, step: Step, *, limit: int = 20, now: Clock = lambda: NOW, producer: MemoryProducer | None = None) -> None:
        self.step = step
        self._limit = limit
        self._now = now
        self.producer = producer or MemoryProducer()
        self.state = State(changelog_of(step.stage).name)
        self.metrics = Metrics(step.stage)
        self.seam = Seam(step, self.state, self.producer, limits=Limits(limit), metrics=self.metrics, clock=now)
        self._offsets: dict[tuple[str, int], int] = defaultdict(int)

    def feed(
        self, *events: Event, replay_id: str | None = None, partition: int = 0, topic: Topic | None = None
    ) -> list[tuple[str, Event]]:
        """Carry `events` as one batch; return the (topic, event) that it published, dead letters aside."""
        where = topic or (REPLAY if replay_id else None)
        return self.deliver([self.incoming(e, replay_id=replay_id, partition=partition, topic=where) for e in events])

    def cut(self, events: Sequence[Event], sizes: Iterable[int], **how: object) -> None:
        """Carry `events` in batches of `sizes`; what remains is the last batch."""
        position = 0
        for size in sizes:
            if size > 0 and position < len(events):
                self.feed(*events[position : position + size], **how)  # type: ignore[arg-type]
                position += size
        if position < len(events):
            self.feed(*events[position:], **how)  # type: ignore[arg-type]

    def deliver(self, batch: Sequence[Incoming]) -> list[tuple[str, Event]]:
        """Carry messages as they would be read; return the (topic, event) that the batch published."""
        before = len(self.producer.published)
        self.seam.make_durable(batch)
        # what it wrote it reads after a start
        assert self.state.not_made_by(self.step.made_by) == 0
        return _events(self._outgoing(self.producer.published[before:]))

    def incoming(self, event: Event, *, replay_id: str | None = None, partition: int = 0, topic: Topic | None = None) -> Incoming:
        """Return `event` as the next message of its topic (by default the first that carries it; raw postings: RAW)."""
        name = (topic or _FIRST_TOPIC[type(event)]).name
        offset = self._offsets[name, partition]
        self._offsets[name, partition] += 1
        return as_incoming(encode(event, name, made_by="test", replay_id=replay_id), partition, offset)

    def restart(self, make_step: Callable[[], Step]) -> "Harness":
        """Return a new process over the same state, with the caches gone."""
        self.step = make_step()
        self.seam = Seam(self.step, self.state, self.producer, limits=Limits(self._limit), metrics=self.metrics, clock=self._now)
        return self

    @property
    def outputs(self) -> list[tuple[str, Event]]:
        """Every (topic, event) published, dead letters aside."""
        return _events(self._outgoing(self.producer.published))

    @property
    def dead(self) -> list[DeadLetter]:
        """Every dead letter."""
        return [exhume(as_incoming(m)) for m in self.producer.published if m.topic.endswith(SUFFIX)]

    @property
    def entries(self) -> dict[tuple[int, str], bytes]:
        """The state, without the seam's own mark."""
        return {(number, key): value for number in self.state for key, value in self.state.partition(number) if key != OPENED}

    @property
    def changelog(self) -> dict[tuple[int, str], bytes]:
        """What a recovery from the changelog would give."""
        latest = {(m.partition or 0, m.key.decode()): m.value for m in self.producer.published if m.topic == self.state.changelog}
        return {at: value for at, value in latest.items() if value is not None and at[1] != OPENED}

    def _outgoing(self, messages: Sequence[Outgoing]) -> list[Outgoing]:
        return [m for m in messages if m.topic != self.state.changelog and not m.topic.endswith(SUFFIX)]


def _events(messages: Sequence[Outgoing]) -> list[tuple[str, Event]]:
    return [(m.topic, decode(as_incoming(m))) for m in messages]
