"""The clusters of the employers seen lately."""

from streams.dedupe.clusters import Clusters
from streams.dedupe.index import EmployerIndex
from streams.dedupe.member import Entry, unpack
from streams.held import RECENT, HeldGroups

# A member takes 2 to 4 KB where its content was read, else 0.4 KB beside the state: 150 MB in all at most.
MEMBERS = 40_000


def held_clusters(members: int = MEMBERS, recent: int = RECENT) -> HeldGroups[Entry, Clusters]:
    """Return what holds the clusters of employers of so many members."""
    return HeldGroups(lambda entries: Clusters(EmployerIndex(entries)), unpack, limit=members, recent=recent)
