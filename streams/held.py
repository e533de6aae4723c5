"""Groups of a stage's state as objects in memory, built from it when they are asked for, and bounded."""

from collections.abc import Callable, Iterable, Sized
from dataclasses import dataclass
from typing import Generic, TypeVar

from streams.step import StateView

G = TypeVar("G", bound=Sized)

# So many stay, whatever their size: two that are larger than all the room are not read in turn.
AT_LEAST = 8
# How much of the room is filled when it was cleared: to clear more often costs a sorting each time, to clear more the groups.
_LEFT = 0.9


@dataclass(slots=True)
class _Held(Generic[G]):
    """A group; how many entries it had when it was asked for last, how often it was, and how much it is wanted."""

    group: G
    size: int
    rank: int
    uses: int = 1


class HeldGroups(Generic[G]):
    """Holds the groups that are used most; one that was dropped is read from the state again.

    `build` makes a group of its members' names and values. The length of a group is the number of
    its entries, of which `limit` are held, and more only where `at_least` groups have more.

    To read a group costs what its size is, and so does to hold it: so those stay that are asked for most often, after others, and
    what was not asked for lately counts less and less. Source: Cherkasova, "Improving WWW Proxies Performance with
    Greedy-Dual-Size-Frequency Caching Policy", 1998, with a cost that grows with the size.
    """

    def __init__(
        self,
        build: Callable[[Iterable[tuple[str, bytes]]], G],
        *,
        limit: int,
        at_least: int = AT_LEAST,
    ) -> None:
        self._build = build
        self._limit = limit
        self._at_least = at_least
        self._held: dict[str, _Held[G]] = {}
        self._last = ""
        self._count = 0
        # the rank of what was dropped last
        self._floor = 0

    def group(self, key: str, state: StateView) -> G:
        """Return a group, to which the caller adds one entry at most and keeps it as the state is."""
        held = self._held.get(key)
        if held is None:
            held = self._held[key] = _Held(self._build(state.scan(key)), 0, self._floor + 1)
        elif key != self._last:
            held.uses += 1
            held.rank = self._floor + held.uses
        self._last = key
        # with the entry that may be added to it
        size = len(held.group) + 1
        self._count += size - held.size
        held.size = size
        if self._count > self._limit:
            self._shrink()
        return held.group

    def clear(self) -> None:
        """Drop everything."""
        self._held.clear()
        self._count = 0

    def _shrink(self) -> None:
        # of two that are wanted as much the one that is held longer goes
        by_rank = sorted((key for key in self._held if key != self._last), key=lambda key: self._held[key].rank)
        for key in by_rank[: max(0, len(self._held) - self._at_least)]:
            if self._count <= self._limit * _LEFT:
                break
            held = self._held.pop(key)
            self._count -= held.size
            self._floor = held.rank
