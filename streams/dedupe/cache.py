"""The clusters of the employers that are seen most."""

from streams.dedupe.clusters import Clusters
from streams.dedupe.index import EmployerIndex
from streams.held import AT_LEAST, HeldGroups

# A member takes 0.22 KB beside the state.
MEMBERS = 500_000


def held_clusters(members: int = MEMBERS, at_least: int = AT_LEAST) -> HeldGroups[Clusters]:
    """Return what holds the clusters of employers of so many members."""
    return HeldGroups(lambda entries: Clusters(EmployerIndex(entries)), limit=members, at_least=at_least)
