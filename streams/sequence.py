"""The offset that must come next, per partition: what the client skipped is noticed before anything behind it is processed.

Faust drops what it fetched while its flow was suspended, and after a rebalance a partition may go on behind that. A commit
would then pass over events that nobody saw.
"""

from collections.abc import Iterable, Mapping
from enum import Enum
from typing import Any

Gaps = dict[Any, int]


class Place(Enum):
    """Where an offset lies in the sequence of its partition."""

    NEXT = "next"
    TAKEN_BEFORE = "taken before"
    BEHIND_A_GAP = "behind a gap"
    NOT_FOLLOWED = "not followed"


class OffsetSequence:
    """Follows the partitions of one generation; the inputs of a stage are not compacted, so their offsets have no gaps."""

    def __init__(self) -> None:
        self._following: Gaps = {}
        self._told: Gaps = {}
        self._looks = 0
        self._looks_without_a_step = 0

    def begin(self, starts: Mapping[Any, int]) -> None:
        """Expect each partition from its offset in `starts`, and nothing of any other."""
        self._following = dict(starts)
        self._told = {}

    def expect(self, offsets: Mapping[Any, int]) -> None:
        """Go back, or on, to `offsets` in these partitions."""
        self._following.update(offsets)

    def move(self, offsets: Mapping[Any, int]) -> None:
        """Go on from `offsets` in those of these partitions that are followed and stand before it."""
        self._following.update({tp: at for tp, at in offsets.items() if at > self._following.get(tp, at)})

    def expected(self, partition: Any) -> int:
        """Return the offset that must come next in a followed partition."""
        return self._following[partition]

    def place(self, partition: Any, offset: int) -> Place:
        """Return where `offset` lies; a partition goes on from one that is next."""
        expected = self._following.get(partition)
        if expected is None:
            return Place.NOT_FOLLOWED
        if offset == expected:
            self._following[partition] = offset + 1
            return Place.NEXT
        return Place.BEHIND_A_GAP if offset > expected else Place.TAKEN_BEFORE

    def take(self, events: Iterable[Any]) -> tuple[list[Any], Gaps]:
        """Return the events that are next in their partitions, and per partition with a gap the offset that was expected.

        What was taken before is left out; so is everything behind a gap, which comes again after a seek. Until `looks` looks
        have passed a gap is told once: what was fetched before the seek may still come.
        """
        taken, gaps = [], Gaps()
        for event in events:
            partition = event.message.tp
            place = self.place(partition, event.message.offset)
            if place is Place.NEXT:
                self._looks_without_a_step = 0
                taken.append(event)
            elif place is Place.BEHIND_A_GAP and self._told.get(partition) != self._following[partition]:
                gaps[partition] = self._told[partition] = self._following[partition]
        return taken, gaps

    def standing(self, ends: Mapping[Any, int], looks: int) -> Gaps:
        """Return what is expected in partitions below their end when nothing was taken anywhere for `looks` looks in a row.

        Where the last events of a partition were skipped, no later one shows the gap. While others are taken, it waits.
        """
        self._looks += 1
        if self._looks % looks == 0:
            self._told = {}
        below = {tp: at for tp, at in self._following.items() if at < ends.get(tp, 0)}
        self._looks_without_a_step = self._looks_without_a_step + 1 if below else 0
        if self._looks_without_a_step < looks:
            return {}
        self._looks_without_a_step = 0
        return below
