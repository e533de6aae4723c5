"""The clusters of the employers seen lately."""

from streams.dedupe.clusters import Clusters
from streams.dedupe.index import EmployerIndex
from streams.dedupe.member import is_readable
from streams.held import RECENT, HeldGroups

# A member takes 0.3 KB beside the state, 1 to 3 KB more where it was compared.
MEMBERS = 100_000
Value = tuple[str, bytes]


def held_clusters(members: int = MEMBERS, recent: int = RECENT) -> HeldGroups[Value, Clusters]:
    """Return what holds the clusters of employers of so many members."""
    return HeldGroups(lambda entries: Clusters(EmployerIndex(entries)), _readable, limit=members, recent=recent)


def _readable(posting_id: str, value: bytes) -> Value | None:
    return (posting_id, value) if is_readable(value) else None
