"""The clusters of the employers that are seen most."""

from streams.dedupe.clusters import Clusters
from streams.dedupe.index import EmployerIndex
from streams.dedupe.member import is_readable
from streams.held import AT_LEAST, HeldGroups

# A member takes 0.3 KB beside the state.
MEMBERS = 250_000
Value = tuple[str, bytes]


def held_clusters(members: int = MEMBERS, at_least: int = AT_LEAST) -> HeldGroups[Value, Clusters]:
    """Return what holds the clusters of employers of so many members."""
    return HeldGroups(lambda entries: Clusters(EmployerIndex(entries)), _readable, limit=members, at_least=at_least)


def _readable(posting_id: str, value: bytes) -> Value | None:
    return (posting_id, value) if is_readable(value) else None
