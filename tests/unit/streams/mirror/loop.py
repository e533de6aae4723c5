"""The stage's loop in tests: topics with partitions, a worker per partition, and stops between any two writes."""

import zlib
from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime, timedelta
from random import Random

from schemas.base import Event
from schemas.codec import Written, decode, encode
from schemas.message import Incoming
from schemas.mirror import CanonicalPosting, PostingMirrored
from schemas.topics import ANSWERED, CANONICAL, MIRROR, SIGHTED
from streams.dedupe.canonical import statement_of
from streams.mirror.said import entries_of
from streams.mirror.step import build_step
from streams.state import EventView, Overlay, PartitionState
from streams.step import Outcome, Received
from tests.builders import as_incoming
from tests.unit.streams.dedupe.group import as_member, posting, text

NOW = datetime(2026, 11, 2, 12, 0, tzinfo=UTC)
INPUTS = (CANONICAL.name, SIGHTED.name, ANSWERED.name)
PARTITIONS = 3


def statement(
    name: str, *, employer: str = "acme", version: int = 0, canonical: bool = True, **fields: object
) -> CanonicalPosting:
    """What dedupe says of a posting of `employer`; `version` tells its statements apart, the greatest is in force."""
    source = posting(name, **({"description": text(), "version": 9} | fields))
    source = source.model_copy(update={"processed_at": source.processed_at + timedelta(hours=version)})
    written = statement_of(None, as_member(source).placed(None), employer, repeated=False)
    assert written is not None
    said = CanonicalPosting.model_validate_json(written.value)
    gone = {"is_canonical": False, "sketch": None, "first_fetched_at": None}
    return said if canonical else said.model_copy(update=gone)


class Loop:
    """Kafka and the workers of the stage; `mirrors` is what a reader of the topic believes."""

    def __init__(self) -> None:
        self.logs: dict[tuple[str, int], list[Event]] = defaultdict(list)
        self.workers = [Worker(self, number) for number in range(PARTITIONS)]

    def publish(self, topic: str, event: Event | Written) -> None:
        """Append an event as a reader of the topic gets it."""
        read = event if isinstance(event, Event) else decode(as_incoming(encode(event, topic, made_by="mirror")))
        self.logs[topic, zlib.crc32(event.key.encode()) % PARTITIONS].append(read)

    def feed(self, *events: Event, random: Random | None = None) -> "Loop":
        """Publish canonical postings, and let the workers run until nothing is left to do, stopped now and then by `random`."""
        for event in events:
            self.publish(CANONICAL.name, event)
        return self.run(random)

    def carry_over(self, messages: Iterable[Incoming]) -> "Loop":
        """Begin with what a rebuild writes, of all that lies in the topic of mirrors."""
        for _, key, value in entries_of(messages):
            posting_id = key.partition(":")[2]
            self.workers[zlib.crc32(posting_id.encode()) % PARTITIONS].state.apply({key: value}, 0)
        return self

    def run(self, random: Random | None = None) -> "Loop":
        while busy := [worker for worker in self.workers if worker.unread]:
            (random.choice(busy) if random else busy[0]).turn(random)
        return self

    @property
    def told(self) -> list[PostingMirrored]:
        """Every answer published."""
        found = [event for number in range(PARTITIONS) for event in self.logs[MIRROR.name, number]]
        return [event for event in found if isinstance(event, PostingMirrored)]

    @property
    def messages(self) -> list[Incoming]:
        """The same as messages of their topic."""
        return [as_incoming(encode(event, MIRROR.name, made_by="mirror")) for event in self.told]

    @property
    def mirrors(self) -> dict[str, tuple[str, float]]:
        return mirrors_in(self.told)


def mirrors_in(told: Iterable[PostingMirrored]) -> dict[str, tuple[str, float]]:
    """Return what a reader of these believes."""
    newest = {event.posting_id: event for event in sorted(told, key=lambda event: event.found_at)}
    return {id_: (event.mirror_of, event.similarity) for id_, event in newest.items() if event.mirror_of}


class Worker:
    """Whoever owns a partition of every input."""

    def __init__(self, loop: Loop, number: int) -> None:
        self._loop, self._number = loop, number
        self.state = PartitionState()
        self._positions = dict.fromkeys(INPUTS, 0)
        self._step = build_step()

    @property
    def unread(self) -> list[str]:
        return [topic for topic in INPUTS if len(self._loop.logs[topic, self._number]) > self._positions[topic]]

    def turn(self, random: Random | None) -> None:
        """Carry a batch of one topic; with `random`, stop now and then after its outputs and a first part of its writes."""
        topic = random.choice(self.unread) if random else self.unread[0]
        start = self._positions[topic]
        events = self._loop.logs[topic, self._number][start : start + (random.randint(1, 4) if random else 1)]
        overlay = Overlay(self.state)
        for outcome in self._carry(events, topic, start, overlay):
            for emit in outcome.emits:
                self._loop.publish(emit.topic.name, emit.event)
        stopped = random is not None and random.random() < 0.4
        records = overlay.records[: random.randint(0, len(overlay.records))] if stopped and random else overlay.records
        self.state.apply(dict(records), 0)
        if stopped:
            self._step = build_step()
        else:
            self._positions[topic] = start + len(events)

    def _carry(self, events: Sequence[Event], topic: str, start: int, overlay: Overlay) -> list[Outcome]:
        outcomes = []
        for offset, event in enumerate(events, start):
            view = EventView(overlay)
            message = Incoming(topic, self._number, offset, None, None)
            outcomes.append(self._step(Received(event, message, None, NOW), view))
            overlay.merge(view.scratch)
        return outcomes
