"""A worker that is killed while it writes a batch's state, and the one that carries the batch again."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from runtime.metrics import Metrics
from runtime.producer import Published
from schemas.base import Event
from schemas.cluster import ClusterAssigned
from schemas.codec import decode, encode
from schemas.message import Incoming, Outgoing
from schemas.topics import CLUSTER, NORMALIZED, changelog_of
from streams.dedupe.step import build_step
from streams.delivery import Seam
from streams.limits import Limits
from streams.state import State
from tests.builders import as_incoming
from tests.harness import NOW, MemoryProducer
from tests.unit.streams.dedupe.test_clusters import revisions

CHANGELOG = changelog_of("dedupe").name


class Killed(Exception):  # noqa: N818 - an event
    """The worker's end."""


class Torn(MemoryProducer):
    """A broker that has only the first `durable` of a batch's changelog records when its worker is killed."""

    durable: int | None = None

    def publish(self, messages: Sequence[Outgoing]) -> list[Published]:
        if self.durable is not None and messages and messages[0].topic == CHANGELOG:
            super().publish(messages[: self.durable])
            raise Killed
        return super().publish(messages)


class Stage:
    """The stage as its topics show it, whatever becomes of its workers."""

    def __init__(self) -> None:
        self.broker = Torn()
        self._clock = NOW
        self._start()

    def _start(self) -> None:
        """Begin as a worker does: with what lies in the changelog."""
        self.state = State(CHANGELOG)
        records = [message for message in self.broker.published if message.topic == CHANGELOG]
        self.state.partition(0).apply({one.key.decode(): one.value for one in records}, len(records) - 1)
        how: dict[str, Any] = {"limits": Limits(20), "metrics": Metrics("dedupe"), "clock": self._now}
        self._seam = Seam(build_step(), self.state, self.broker, **how)

    def _now(self) -> datetime:
        self._clock += timedelta(seconds=1)
        return self._clock

    def carry(self, batch: Sequence[Incoming], durable: int | None) -> None:
        """Carry a batch; with `durable`, a worker is killed when so many of its records are written."""
        self.broker.durable = durable
        try:
            self._seam.make_durable(batch)
        except Killed:
            self.broker.durable = None
            self._start()
            self._seam.make_durable(batch)

    @property
    def places(self) -> dict[tuple[str, str], Any]:
        """Where a subscriber believes each posting to be, under each employer."""
        found: dict[tuple[str, str], ClusterAssigned] = {}
        for message in self.broker.published:
            if message.topic == CLUSTER.name:
                event = decode(as_incoming(message))
                assert isinstance(event, ClusterAssigned)
                at = event.employer_key, event.posting_id
                if at not in found or event.version >= found[at].version:
                    found[at] = event
        return {at: (event.cluster_id, event.match, event.variant) for at, event in found.items()}

    @property
    def kin(self) -> dict[str, bytes]:
        """The state without the times of assignments."""
        return {key: value[:21] + value[29:] for key, value in self.state.partition(0) if len(value) > 1}


def carried(events: Sequence[Event], cuts: Sequence[tuple[int, int | None]]) -> Stage:
    """Carry `events` in batches of some sizes, of which some are torn."""
    stage, rest = Stage(), [as_incoming(encode(e, NORMALIZED.name, made_by="t"), 0, at) for at, e in enumerate(events)]
    for size, durable in [*cuts, (len(rest), None)]:
        if rest:
            stage.carry(rest[:size], durable)
            rest = rest[size:]
    return stage


@settings(max_examples=300, deadline=None)
@given(events=revisions(), cuts=st.lists(st.tuples(st.integers(1, 8), st.none() | st.integers(0, 12)), max_size=4))
def test_whatever_of_a_batch_was_written_the_clusters_are_those_of_an_undisturbed_worker(
    events: list[Event], cuts: list[tuple[int, int | None]]
):
    """What is carried again finds everybody whose place depends on it where it belongs."""
    torn, whole = carried(events, cuts), carried(events, [])

    assert torn.places == whole.places
    assert torn.kin == whole.kin
