"""A stage's state in memory, and the layers that a batch writes into before anything of it is durable."""

from collections.abc import Iterable, Iterator

from streams.step import GROUP_END

Writes = dict[str, bytes | None]


class PartitionState:
    """The entries of one partition, equal to its changelog up to and including `offset`; -1 when nothing was read or written."""

    __slots__ = ("_groups", "entries", "offset")

    def __init__(self) -> None:
        self.entries: dict[str, bytes] = {}
        self.offset = -1
        self._groups: dict[str, set[str]] = {}

    def apply(self, writes: Writes, offset: int) -> None:
        """Make `writes` part of the state; None deletes. They lie in the changelog up to `offset`."""
        for key, value in writes.items():
            self._set(key, value)
        self.offset = max(self.offset, offset)

    def members(self, group: str) -> Iterable[str]:
        """Return the keys of `group`."""
        return self._groups.get(group, ())

    def _set(self, key: str, value: bytes | None) -> None:
        group = group_of(key)
        if value is not None:
            self.entries[key] = value
            if group is not None:
                self._groups.setdefault(group, set()).add(key)
        elif self.entries.pop(key, None) is not None and group is not None:
            self._leave(group, key)

    def _leave(self, group: str, key: str) -> None:
        members = self._groups[group]
        members.discard(key)
        if not members:
            del self._groups[group]


class State:
    """The durable state of a stage's partitions on this worker, and the changelog topic that it equals."""

    def __init__(self, changelog: str) -> None:
        self.changelog = changelog
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

    def __len__(self) -> int:
        return sum(len(part.entries) for part in self._partitions.values())

    def __iter__(self) -> Iterator[int]:
        return iter(self._partitions)


class Overlay:
    """What a batch wrote to one partition so far; the durable state shines through."""

    __slots__ = ("_base", "_every_write", "_groups", "writes")

    def __init__(self, base: PartitionState, *, every_write: bool = False) -> None:
        self._base = base
        self._every_write: list[tuple[str, bytes | None]] | None = [] if every_write else None
        self.writes: Writes = {}
        self._groups: dict[str, set[str]] = {}

    def get(self, key: str) -> bytes | None:
        """Return the value of `key` as later events of the batch see it."""
        return self.writes[key] if key in self.writes else self._base.entries.get(key)

    def members(self, group: str) -> set[str]:
        """Return the keys that `group` has or had since the batch began."""
        return self._groups.get(group, set()).union(self._base.members(group))

    @property
    def records(self) -> list[tuple[str, bytes | None]]:
        """The writes in the order in which they become durable: the last one of each key, or every one."""
        return list(self.writes.items()) if self._every_write is None else self._every_write

    def merge(self, scratch: Writes) -> None:
        """Keep what one event wrote."""
        self.writes.update(scratch)
        if self._every_write is not None:
            self._every_write.extend(scratch.items())
        for key in scratch:
            group = group_of(key)
            if group is not None:
                self._groups.setdefault(group, set()).add(key)


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
        keys = self._overlay.members(group).union(key for key in self.scratch if group_of(key) == group)
        found = ((key, self.get(key)) for key in keys)
        return [(key, value) for key, value in found if value is not None]


def group_of(key: str) -> str | None:
    """Return the group that `key` belongs to, None for a key of its own."""
    end = key.find(GROUP_END)
    return None if end < 0 else key[:end]
