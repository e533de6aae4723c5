"""The counting worker with one thing wrong: `python worker.py BOOTSTRAP STATE_DIR INSTANCE ARM [PROXY]`.

Each arm forces the window in which its mistake loses something; `tests/faults/control_arms` shows that it does every time.
"""

import asyncio
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[3]))

from confluent_kafka import Producer
from faust.transport.drivers.aiokafka import Consumer

from schemas.message import Incoming, Outgoing
from schemas.topics import RAW
from streams import delivery
from streams.app import StageApp, raw_topic
from streams.consumer import QuickConsumer
from streams.delivery import Batch
from streams.looking import Chunk
from streams.normalize import agent
from streams.step import Outcome, Received, StateView
from tests.counting import CountingStep
from tests.faults import counting_worker


class OnceStep(CountingStep):
    """Emits nothing for what it has seen before, as a naive deduplication does."""

    def __call__(self, received: Received, state: StateView) -> Outcome:
        before = self._seen(f"{received.event.board}\x1f{received.event.source_id}", state)
        outcome = super().__call__(received, state)
        return Outcome("unchanged") if received.message.offset in before else outcome


def take_events(_: Sequence[str]) -> None:
    """Take batches with `take_events`, which acknowledges in a `finally`."""

    def attach(app: StageApp) -> None:
        _by_channel(app)

        @app.agent(raw_topic(app, RAW.name), name="normalize", concurrency=1)
        async def normalize(stream: Any) -> None:
            async for events in stream.take_events(200, within=0.1):
                await _carry(app, events)

    agent.attach = attach
    counting_worker._stop_after("step", "hold")


def concurrency(_: Sequence[str]) -> None:
    """Process with two actors, of which one is slow with the first event of partition 0."""
    slow: list[int] = []

    def attach(app: StageApp) -> None:
        _by_channel(app)

        @app.agent(raw_topic(app, RAW.name), name="normalize", concurrency=2)
        async def normalize(stream: Any) -> None:
            async for event in stream.events():
                if event.message.partition == 0 and not slow:
                    slow.append(event.message.offset)
                    await asyncio.sleep(3600)
                await _carry(app, [event])

    agent.attach = attach


def _by_channel(app: StageApp) -> None:
    """Let Faust hand on messages in its own way, by the channel of the agent, without our check of the sequence."""
    QuickConsumer._wait_next_records = Consumer._wait_next_records
    QuickConsumer._new_offset = Consumer._new_offset
    app.sequence.standing = lambda *_: {}


async def _carry(app: StageApp, events: Sequence[Any]) -> None:
    def acknowledge() -> None:
        for event in events:
            event.ack()

    await app.carrier.carry(Batch([_incoming(event.message) for event in events], acknowledge))


def _incoming(message: Any) -> Incoming:
    at_ms = int(message.timestamp * 1000)
    return Incoming(message.topic, message.partition, message.offset, message.key, message.value, tuple(message.headers), at_ms)


def changelog_not_awaited(rest: Sequence[str]) -> None:
    """Send changelog records through a proxy that delays them, and go on at once."""
    producer = Producer({"bootstrap.servers": rest[0], "partitioner": "murmur2_random"})
    awaited = delivery.Seam._publish

    def publish(self: delivery.Seam, messages: Sequence[Outgoing]) -> list[Any]:
        if not messages or messages[0].topic != self._state.changelog:
            return awaited(self, messages)
        for message in messages:
            producer.produce(message.topic, key=message.key, value=message.value, partition=message.partition)
        producer.poll(0)
        return []

    delivery.Seam._publish = publish


def state_first(_: Sequence[str]) -> None:
    """Write state before the outputs, and die between the two."""
    counting_worker.CountingStep = OnceStep
    publish_outputs = delivery.Seam._publish_outputs

    def wrong(self: delivery.Seam, messages: Sequence[Incoming], chunks: Sequence[Chunk], *, decide: bool) -> Any:
        found = [one for chunk in chunks for one in chunk.found(self._step.look, self.abandon.is_set)]
        work = self._carry(messages, found, self._clock(), set())
        self._bench.settle(work)
        self._commit_state(work)
        return publish_outputs(self, messages, chunks, decide=decide)

    delivery.Seam._publish_outputs = wrong
    counting_worker._stop_after("changelog", "SIGKILL")


def once(_: Sequence[str]) -> None:
    """Do nothing wrong: the step of `state_first` over the real seam, stopped at the same place."""
    counting_worker.CountingStep = OnceStep
    if "--stop" in sys.argv:
        sys.argv.remove("--stop")
        counting_worker._stop_after("changelog", "SIGKILL")


ARMS = {arm.__name__: arm for arm in (take_events, concurrency, changelog_not_awaited, state_first, once)}

if __name__ == "__main__":
    ARMS[sys.argv[4]](sys.argv[5:])
    del sys.argv[4:]
    counting_worker.main()
