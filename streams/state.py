"""A stage's state in memory, and the layers that a batch writes into before anything of it is durable."""

from collections.abc import Iterator, Mapping
from itertools import chain

from streams.step import GROUP_END

Writes = dict[str, bytes | None]
_NOTHING: Mapping[str, bytes] = {}
# Every partition that was ever processed has an entry, so that an empty changelog behind a committed offset means loss.
OPENED = "\x1eopened"


class StateUnreadable(Exception):  # noqa: N818 - the condition
    """Another version of the stage made entries of its state; the message names the remedy. Going on would call them unknown."""


class PartitionState:
    """The entries of one partition, equal to its changelog up to and including `offset`; -1 when nothing was read or written.

    A group's entries are kept together, by their members: it is read whole, and its name is kept once.
    `epoch` is that of the newest owner known (`streams/ownership.py`), `is_mine` whether it is this worker. `late`: keys that a
    worker wrote in the changelog when it owned the partition no more; they have to be written again.
    """

    __slots__ = ("_count", "_groups", "_single", "epoch", "is_mine", "late", "offset")

    def __init__(self) -> None:
        self.offset = -1
        self.epoch = 0
        self.is_mine = False
        self.late: set[str] = set()
        self._count = 0
        self._single: dict[str, bytes] = {}
        self._groups: dict[str, dict[str, bytes]] = {}

    def apply(self, writes: Writes, offset: int) -> None:
        """Make `writes` part of the state; None deletes. They lie in the changelog up to `offset`."""
        for key, value in writes.items():
            group, end, member = key.partition(GROUP_END)
            if not end:
                self._count += _set(self._single, key, value)
                continue
            entries = self._groups.setdefault(group, {})
            self._count += _set(entries, member, value)
            if not entries:
                del self._groups[group]
        self.offset = max(self.offset, offset)

    def get(self, key: str) -> bytes | None:
        """Return the value of `key`, None where there is none."""
        group, end, member = key.partition(GROUP_END)
        return self._groups.get(group, _NOTHING).get(member) if end else self._single.get(key)

    def group(self, name: str) -> Mapping[str, bytes]:
        """Return the entries of a group by their members."""
        return self._groups.get(name, _NOTHING)

    def not_made_by(self, beginning: bytes) -> int:
        """Return how many entries of a step have values that begin otherwise; no key is put together for it."""
        single = (value for key, value in self._single.items() if key != OPENED)
        grouped = (value for entries in self._groups.values() for value in entries.values())
        return sum(not value.startswith(beginning) for value in chain(single, grouped))

    def __iter__(self) -> Iterator[tuple[str, bytes]]:
        """Yield (key, value) of every entry."""
        yield from self._single.items()
        for group, entries in self._groups.items():
            for member, value in entries.items():
                yield f"{group}{GROUP_END}{member}", value

    def __len__(self) -> int:
        return self._count


class State:
    """The durable state of a stage's partitions on this worker, and the changelog topic that it equals."""

    def __init__(self, changelog: str) -> None:
        self.changelog = changelog
        # of the consumer group, which counts up whenever partitions move; 0 outside of one
        self.generation = 0
        self._partitions: dict[int, PartitionState] = {}

    def partition(self, number: int) -> PartitionState:
        """Return the state of a partition; an empty one where nothing was recovered."""
        found = self._partitions.get(number)
        if found is None:
            found = self._partitions[number] = PartitionState()
        return found

    def keep_only(self, numbers: set[int]) -> None:
        """Drop every partition but `numbers`: another worker writes the others now."""
        for number in self._partitions.keys() - numbers:
            del self._partitions[number]

    def not_made_by(self, beginning: bytes) -> int:
        """Return how many entries there are whose values begin otherwise: those that another version of the stage made."""
        return sum(state.not_made_by(beginning) for state in self._partitions.values())

    def __len__(self) -> int:
        return sum(map(len, self._partitions.values()))

    def __iter__(self) -> Iterator[int]:
        return iter(self._partitions)


class Overlay:
    """What a batch wrote to one partition so far; the durable state shines through."""

    __slots__ = ("_base", "_every_write", "_groups", "writes")

    def __init__(self, base: PartitionState, *, every_write: bool = False) -> None:
        self._base = base
        self._every_write: list[tuple[str, bytes | None]] | None = [] if every_write else None
        self.writes: Writes = {}
        self._groups: dict[str, Writes] = {}

    def get(self, key: str) -> bytes | None:
        """Return the value of `key` as later events of the batch see it."""
        return self.writes[key] if key in self.writes else self._base.get(key)

    def group(self, name: str) -> Mapping[str, bytes | None]:
        """Return the entries of a group by their members; None for those that were deleted since the batch began."""
        written = self._groups.get(name)
        return self._base.group(name) if written is None else {**self._base.group(name), **written}

    @property
    def records(self) -> list[tuple[str, bytes | None]]:
        """The writes in the order in which they become durable: the last one of each key, or every one."""
        return list(self.writes.items()) if self._every_write is None else self._every_write

    def merge(self, scratch: Writes) -> None:
        """Keep what one event wrote."""
        self.writes.update(scratch)
        if self._every_write is not None:
            self._every_write.extend(scratch.items())
        for key, value in scratch.items():
            group, end, member = key.partition(GROUP_END)
            if end:
                self._groups.setdefault(group, {})[member] = value


class EventView:
    """The `StateView` of one event: its writes stay in `scratch` until the seam merges them."""

    __slots__ = ("_overlay", "scratch")

    def __init__(self, overlay: Overlay) -> None:
        self._overlay = overlay
        self.scratch: Writes = {}

    def get(self, key: str) -> bytes | None:
        return self.scratch[key] if key in self.scratch else self._overlay.get(key)

    def put(self, key: str, value: bytes) -> None:
        self.scratch[key] = value

    def delete(self, key: str) -> None:
        self.scratch[key] = None

    def scan(self, group: str) -> list[tuple[str, bytes]]:
        found, start = self._overlay.group(group), group + GROUP_END
        written = {key[len(start) :]: value for key, value in self.scratch.items() if key.startswith(start)}
        if written:
            found = {**found, **written}
        return [(member, value) for member, value in found.items() if value is not None]


def _set(entries: dict[str, bytes], key: str, value: bytes | None) -> int:
    """Set or delete; return how many entries there are more."""
    before = len(entries)
    if value is None:
        entries.pop(key, None)
    else:
        entries[key] = value
    return len(entries) - before
