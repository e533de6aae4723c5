"""The offset that must come next, per partition: what the client skipped is noticed before anything behind it is processed.

Faust drops what it fetched while its flow was suspended, and after a rebalance a partition may go on behind that. A commit
would then pass over events that nobody saw.
"""

from collections.abc import Mapping, Sequence
from typing import Any

Gaps = dict[Any, int]


class OffsetSequence:
    """Follows the partitions of one generation; the inputs of a stage are not compacted, so their offsets have no gaps."""

    def __init__(self) -> None:
        self._following: Gaps = {}
        self._looks_without_a_step = 0

    def begin(self, starts: Mapping[Any, int]) -> None:
        """Expect each partition from its offset in `starts`, and nothing of any other."""
        self._following = dict(starts)

    def move(self, offsets: Mapping[Any, int]) -> None:
        """Go on from `offsets` in those of these partitions that are followed and stand before it."""
        self._following.update({tp: at for tp, at in offsets.items() if at > self._following.get(tp, at)})

    def take(self, partition: Any, records: Sequence[Any]) -> tuple[Sequence[Any], int | None]:
        """Return the records that are next in their partition, and which offset was expected where there is a gap.

        What was taken before is left out; so is everything behind a gap, which comes again after a seek, and all of a partition
        that is not followed.
        """
        expected = self._following.get(partition)
        if expected is None:
            return (), None
        taken = [record for record in records if record.offset >= expected]
        whole = next((at for at, record in enumerate(taken) if record.offset != expected + at), len(taken))
        if whole:
            self._following[partition] = expected + whole
            self._looks_without_a_step = 0
        return taken[:whole], expected + whole if whole < len(taken) else None

    def standing(self, ends: Mapping[Any, int], looks: int) -> Gaps:
        """Return what is expected in partitions below their end when nothing was taken anywhere for `looks` looks in a row.

        Where the last events of a partition were skipped, no later one shows the gap. While others are taken, it waits.
        """
        below = {tp: at for tp, at in self._following.items() if at < ends.get(tp, 0)}
        self._looks_without_a_step = self._looks_without_a_step + 1 if below else 0
        if self._looks_without_a_step < looks:
            return {}
        self._looks_without_a_step = 0
        return below
