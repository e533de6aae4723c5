"""Whose turn it is to be read: a stage that is behind reads its partitions in proportion to what lies before it in each.

Reading as much of every partition, it is done with the short ones first: it sees months of one employer before a week of another,
whose postings were published with them, and reads what is left of the long ones alone. In proportion, all end together, and
what was published at one time is read at about one time.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any


class Turns:
    """Keeps where each partition was read to. `piece`: how many messages are taken of one at a time."""

    def __init__(self, piece: int) -> None:
        self._piece = piece
        self._next: dict[Any, int] = {}
        self._owed: dict[Any, float] = {}
        self.behind = False

    def due(self, partitions: Iterable[Any], ends: Mapping[Any, int | None]) -> set[Any]:
        """Return of whom to take a piece now: of the one with most, and of others as often as their share of that.

        Of who has a piece or less, or is not known yet, always. `ends`: where each partition ends. `behind` tells afterwards
        whether any has more than a piece.
        """
        before = {tp: self._before(tp, ends.get(tp)) for tp in partitions}
        most = max(before.values(), default=0)
        self.behind = most > self._piece
        return {tp for tp, size in before.items() if size <= self._piece or self._is_owed(tp, size / most)}

    def took(self, partition: Any, records: Sequence[Any]) -> None:
        """Note that these records of `partition` were read."""
        if records:
            self._next[partition] = records[-1].offset + 1

    def _before(self, partition: Any, end: int | None) -> int:
        return 0 if end is None else max(0, end - self._next.get(partition, 0))

    def _is_owed(self, partition: Any, share: float) -> bool:
        owed = self._owed.get(partition, 0.0) + share
        is_due = owed >= 1
        self._owed[partition] = owed - is_due
        return is_due
