"""Who writes a partition's changelog: one worker, whatever another one that lost it still believes.

A worker that stood still for longer than its session (a stopped process, a machine that slept) wakes up amid a batch and does
not know yet that its partitions are another's. Its producer is its own, so nobody keeps it from writing the state of that batch
behind what the new owner has written since; whoever reads the changelog next would take the old for the new.

1. Each record carries the epoch of who wrote it: greater than all that its worker has read, and no less than the group's
   generation, which counts up whenever partitions move.
2. Who reads a changelog leaves out a record of a lower epoch than one before it.
3. What a worker writes lies behind what it knows, without a gap. A gap is what somebody else has written, and is read back: a
   greater epoch in it says that the partition is another's, and this worker ends.
4. What was left out is written again by the owner: compaction keeps the last record of a key, whoever wrote it.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from schemas.message import Headers, Incoming
from streams.state import PartitionState, Writes

_HEADER = "epoch"


class PartitionTaken(Exception):  # noqa: N818 - the condition
    """A worker of a later epoch writes this partition's state; the batch is its own, and this worker has to start again."""


@dataclass(slots=True)
class Read:
    """What a partition's changelog says up to `offset`: `writes` by those who owned it, and the keys that were written `late`."""

    offset: int
    epoch: int = 0
    writes: Writes = field(default_factory=dict)
    late: set[str] = field(default_factory=set)

    def take(self, offset: int, key: str, value: bytes | None, epoch: int) -> None:
        """Take the next record."""
        self.offset = offset
        if epoch < self.epoch:
            self.late.add(key)
            return
        self.epoch = epoch
        self.writes[key] = value
        self.late.discard(key)


def epoch_in(headers: Iterable[tuple[str, bytes]]) -> int:
    """Return the epoch of a record; 0 for one that tells none."""
    for name, value in headers:
        if name == _HEADER:
            return int(value)
    return 0


def owned(records: Iterable[Incoming]) -> Iterator[Incoming]:
    """Yield the records of a changelog, each partition's in their order, that were written by who owned the partition."""
    epochs: dict[int, int] = {}
    for record in records:
        epoch = epoch_in(record.headers)
        if epoch >= epochs.get(record.partition, 0):
            epochs[record.partition] = epoch
            yield record


def own(state: PartitionState, generation: int) -> Headers:
    """Return what the records of this worker carry; nothing outside of a group."""
    if not generation:
        return ()
    if not state.is_mine:
        state.epoch, state.is_mine = max(state.epoch + 1, generation), True
    return ((_HEADER, b"%d" % state.epoch),)


def recover(state: PartitionState, read: Read) -> None:
    """Make what was read part of a state that is assigned to this worker."""
    state.apply(read.writes, read.offset)
    state.late |= read.late
    # what others have written since comes after this worker's own epoch
    state.is_mine = state.is_mine and read.epoch <= state.epoch
    state.epoch = max(state.epoch, read.epoch)


def check(state: PartitionState, read: Read) -> None:
    """Note what was written `late` in a gap. Raises PartitionTaken when it is this worker that was late."""
    if read.epoch > state.epoch:
        raise PartitionTaken(f"a worker of epoch {read.epoch} writes the state that this one had in epoch {state.epoch}")
    state.late |= read.late
    state.apply({}, read.offset)
