"""The clusters of the employers seen lately, built from the state and bounded in memory."""

from collections import OrderedDict
from collections.abc import Iterator

from streams.dedupe.clusters import Clusters
from streams.dedupe.index import EmployerIndex
from streams.dedupe.member import Entry, unpack
from streams.step import GROUP_END, StateView

# A member takes 2 to 4 KB: some 150 MB in all.
MEMBERS = 40_000
# The employers used last stay whatever their size: a large one is asked for again and again, and reading it takes seconds. Only
# where most of these are large, more is held: 10,000 postings of one employer take some 30 MB.
RECENT = 100


class ClusterCache:
    """Holds the employers used last; one that was dropped is read from the state again."""

    def __init__(self, members: int = MEMBERS, recent: int = RECENT) -> None:
        self._limit = members
        self._recent = recent
        self._held: OrderedDict[str, Clusters] = OrderedDict()
        self._at_most = 0

    def clusters_of(self, employer_key: str, state: StateView) -> Clusters:
        """Return the clusters of an employer, to which the caller adds one member at most and keeps them as the state is."""
        self._at_most += 1
        if self._at_most > self._limit:
            self._shrink()
        clusters = self._held.get(employer_key)
        if clusters is None:
            clusters = self._held[employer_key] = Clusters(EmployerIndex(_entries(employer_key, state)))
            self._at_most += len(clusters.index)
        self._held.move_to_end(employer_key)
        return clusters

    def clear(self) -> None:
        """Drop everything."""
        self._held.clear()
        self._at_most = 0

    def _shrink(self) -> None:
        self._at_most = sum(len(clusters.index) for clusters in self._held.values())
        while self._at_most > self._limit * 3 // 4 and len(self._held) > self._recent:
            _, dropped = self._held.popitem(last=False)
            self._at_most -= len(dropped.index)


def _entries(employer_key: str, state: StateView) -> Iterator[Entry]:
    for key, value in state.scan(employer_key):
        entry = unpack(key.rpartition(GROUP_END)[2], value)
        if entry is not None:
            yield entry
