"""Groups of a stage's state as objects in memory, built from it when they are asked for, and bounded."""

from collections import OrderedDict
from collections.abc import Callable, Iterable, Iterator, Sized
from typing import Generic, TypeVar

from streams.step import StateView

E = TypeVar("E")
G = TypeVar("G", bound=Sized)

# The groups used last stay whatever their size: a large one is asked for again and again. Only where
# most of these are large, more than the limit is held.
RECENT = 100


class HeldGroups(Generic[E, G]):
    """Holds the groups used last; one that was dropped is read from the state again.

    `build` makes a group of its entries, which `unpack` reads from a member's name and value; None is no entry. The length of a
    group is the number of its entries, of which `limit` are held.
    """

    def __init__(
        self, build: Callable[[Iterable[E]], G], unpack: Callable[[str, bytes], E | None], *, limit: int, recent: int = RECENT
    ) -> None:
        self._build = build
        self._unpack = unpack
        self._limit = limit
        self._recent = recent
        self._held: OrderedDict[str, G] = OrderedDict()
        # how many entries each group had when it was asked for last, and all of them together
        self._sizes: dict[str, int] = {}
        self._count = 0

    def group(self, key: str, state: StateView) -> G:
        """Return a group, to which the caller adds one entry at most and keeps it as the state is."""
        group = self._held.get(key)
        if group is None:
            group = self._held[key] = self._build(self._entries(key, state))
        self._held.move_to_end(key)
        # with the entry that may be added to it
        size = len(group) + 1
        self._count += size - self._sizes.get(key, 0)
        self._sizes[key] = size
        if self._count > self._limit:
            self._shrink()
        return group

    def clear(self) -> None:
        """Drop everything."""
        self._held.clear()
        self._sizes.clear()
        self._count = 0

    def _entries(self, group: str, state: StateView) -> Iterator[E]:
        for member, value in state.scan(group):
            entry = self._unpack(member, value)
            if entry is not None:
                yield entry

    def _shrink(self) -> None:
        while self._count > self._limit * 3 // 4 and len(self._held) > self._recent:
            key, _ = self._held.popitem(last=False)
            self._count -= self._sizes.pop(key)
