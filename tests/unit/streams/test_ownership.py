"""A worker that lost its partition without knowing it, and writes state behind its new owner's back."""

from collections.abc import Callable, Sequence
from contextlib import nullcontext

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from runtime.metrics import Metrics
from runtime.producer import Published
from schemas.codec import encode
from schemas.message import Incoming, Outgoing
from schemas.topics import RAW
from streams.delivery import OPENED, Seam
from streams.limits import Limits
from streams.ownership import PartitionTaken, Read, epoch_in, recover
from streams.state import State
from tests.builders import as_incoming
from tests.counting import CountingStep, counted
from tests.harness import NOW, MemoryProducer

CHANGELOG = "changelog"


class Broker(MemoryProducer):
    """One partition's changelog as it lies in Kafka."""

    def read_back(self, _: int, known: int, epoch: int) -> Read:
        """Return what was written behind the offset `known`."""
        records, read = [message for message in self.published if message.topic == CHANGELOG], Read(known, epoch)
        for offset, message in enumerate(records[known + 1 :], known + 1):
            read.take(offset, message.key.decode(), message.value, epoch_in(message.headers))
        return read

    @property
    def compacted(self) -> dict[str, bytes]:
        """What compaction leaves, whoever wrote it."""
        found = {m.key.decode(): m.value for m in self.published if m.topic == CHANGELOG}
        return {key: value for key, value in found.items() if value is not None and key != OPENED}

    @property
    def entries(self) -> dict[str, bytes]:
        """What a recovery gives."""
        found = self.read_back(0, -1, 0).writes.items()
        return {key: value for key, value in found if value is not None and key != OPENED}


class Stalling:
    """A producer whose process stands still before it writes state for the first time after `stall_at` batches."""

    def __init__(self, broker: Broker, meanwhile: Callable[[], None], stall_at: int) -> None:
        self._broker = broker
        self._meanwhile = meanwhile
        self._before = stall_at

    def publish(self, messages: Sequence[Outgoing]) -> list[Published]:
        if messages[0].topic == CHANGELOG:
            if self._before == 0:
                self._meanwhile()
            self._before -= 1
        return self._broker.publish(messages)


class Worker:
    """A stage's worker in a generation of its group, with what the changelog said when it got the partition."""

    def __init__(self, broker: Broker, generation: int, producer: Stalling | None = None) -> None:
        self.state = State(CHANGELOG)
        self.state.generation = generation
        recover(self.state.partition(0), broker.read_back(0, -1, 0))
        how = {"limits": Limits(3), "metrics": Metrics("normalize"), "clock": lambda: NOW, "read_back": broker.read_back}
        self.seam = Seam(CountingStep(), self.state, producer or broker, **how)

    @property
    def entries(self) -> dict[str, bytes]:
        """What it knows."""
        return {key: value for key, value in self.state.partition(0) if key != OPENED}


def raws(*ids: int) -> list[Incoming]:
    """Raw postings of a partition, by the number of their posting."""
    return [as_incoming(encode(counted(str(i)), RAW.name, made_by="test"), 0, offset) for offset, i in enumerate(ids)]


@settings(deadline=None)
@given(
    ids=st.lists(st.integers(0, 3), min_size=6, max_size=20),
    before=st.integers(0, 2),
    meanwhile=st.integers(0, 3),
    again=st.booleans(),
)
def test_what_it_writes_late_is_undone_by_the_owner(ids, before, meanwhile, again):
    """Whether it wakes up before the owner's first batch, or after some: a recovery gives what one worker alone would have."""
    broker, batches = Broker(), [raws(*ids)[start : start + 2] for start in range(0, len(ids), 2)]
    owner: list[Worker] = []
    left = batches[before:]

    def lose() -> None:
        owner.append(Worker(broker, 2))
        for _ in range(min(meanwhile, len(left) - 1)):
            owner[0].seam.make_durable(left.pop(0))

    late = Worker(broker, 1, Stalling(broker, lose, before))
    for batch in batches[:before]:
        late.seam.make_durable(batch)
    is_late = meanwhile > 0 and len(left) > 1
    with pytest.raises(PartitionTaken, match="epoch") if is_late else nullcontext():
        late.seam.make_durable(batches[before])
    # the partition moves once more, at once or later
    third = Worker(broker, 3) if again else owner[0]
    assert third.entries == owner[0].entries or not is_late
    for batch in left:
        third.seam.make_durable(batch)

    alone = Worker(Broker(), 1)
    for batch in batches:
        alone.seam.make_durable(batch)
    assert third.entries == broker.entries == broker.compacted == alone.entries


def test_one_worker_alone_never_reads_back():
    """What it writes lies behind what it knows; a batch that is sent twice, or partitions that moved, change nothing."""
    broker = Broker()
    worker = Worker(broker, 1)
    worker.seam._read_back = None  # it would be called
    for generation, batch in enumerate((raws(1, 2), raws(1, 2, 3)[2:]), start=1):
        worker.state.generation = generation
        worker.seam.make_durable(batch)
        assert worker.state.partition(0).offset == broker.read_back(0, -1, 0).offset


def test_records_that_were_acknowledged_only_the_second_time_are_not_written_a_third():
    """The first time they came to the broker as well: a gap, in which everything is as this worker knows it."""
    broker = Broker()
    worker = Worker(broker, 1)
    worker.seam.make_durable(raws(1))
    broker.publish([Outgoing(CHANGELOG, key.encode(), value, (("epoch", b"1"),)) for key, value in worker.state.partition(0)])
    before = len(broker.published)

    worker.seam.make_durable(raws(1, 2)[1:])

    written = [message.key.decode() for message in broker.published[before:] if message.topic == CHANGELOG]
    assert len(written) == len(set(written)) == 2
    assert worker.state.partition(0).offset == broker.read_back(0, -1, 0).offset


def test_a_state_without_a_group_claims_nothing():
    """Outside of a consumer group nobody can take a partition."""
    broker = Broker()
    Worker(broker, 0).seam.make_durable(raws(1))

    assert not any(message.headers for message in broker.published if message.topic == CHANGELOG)
