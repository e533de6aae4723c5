"""The offset that must come next, per partition: what the client skipped is noticed before anything behind it is processed.

Faust drops what it fetched while its flow was suspended, and after a rebalance a partition may go on behind that. A commit
would then pass over events that nobody saw.
"""

from collections.abc import Iterable, Mapping
from typing import Any

Gaps = dict[Any, int]


class OffsetSequence:
    """Follows the partitions of one generation; the inputs of a stage are not compacted, so their offsets have no gaps."""

    def __init__(self) -> None:
        self._following: Gaps = {}
        self._standing: dict[Any, tuple[int, int]] = {}

    def begin(self, starts: Mapping[Any, int]) -> None:
        """Expect each partition from its offset in `starts`, and nothing of any other."""
        self._following = dict(starts)

    def expect(self, offsets: Mapping[Any, int]) -> None:
        """Go on from `offsets` in these partitions."""
        self._following.update(offsets)

    def take(self, events: Iterable[Any]) -> tuple[list[Any], Gaps]:
        """Return the events that are next in their partitions, and per partition with a gap the offset that was expected.

        What was taken before is left out; so is everything behind a gap, which comes again after a seek.
        """
        taken, gaps = [], Gaps()
        for event in events:
            partition, offset = event.message.tp, event.message.offset
            expected = self._following.get(partition)
            if offset == expected:
                self._following[partition] = offset + 1
                taken.append(event)
            elif expected is not None and offset > expected:
                gaps[partition] = expected
        return taken, gaps

    def standing(self, ends: Mapping[Any, int], looks: int) -> Gaps:
        """Return what is expected in partitions that stood still below their end at `looks` looks in a row.

        Where the last events of a partition were skipped, no later one shows the gap.
        """
        below = {tp: at for tp, at in self._following.items() if at < ends.get(tp, 0)}
        before = self._standing
        self._standing = {tp: (at, before[tp][1] + 1 if before.get(tp, (-1, 0))[0] == at else 1) for tp, at in below.items()}
        return {tp: at for tp, (at, seen) in self._standing.items() if seen >= looks}
