"""Which postings advertise one job: clusters, why a posting is in one, and variants."""

from datetime import datetime
from enum import StrEnum
from typing import ClassVar

from pydantic import Field

from schemas.base import Event, Instant, Value, epoch_ms

# So many bits of milliseconds since 1970 last until 2109; three of them fit into the 128 bits of a column.
_BITS = 42


def assignment_version(revised_ms: int, processed_ms: int, assigned_ms: int) -> int:
    """Return the version of a ClusterAssigned; milliseconds since 1970, `processed_ms` 0 where it is not told."""
    return (revised_ms << _BITS | processed_ms) << _BITS | assigned_ms


class MatchMethod(StrEnum):
    """How a posting was found to repeat another."""

    EXACT = "exact"
    NEAR = "near"
    NONE = "none"


class Match(Value):
    """Why a posting is in its cluster."""

    method: MatchMethod = MatchMethod.NONE
    similarity: float | None = Field(
        None, ge=0, le=1, description="Share of what is said about the role that is in both, rare words counting more."
    )
    matched_posting_id: str | None = Field(None, description="The canonical posting that it was verified against.")
    reason: str = Field("", description="One sentence for people.")


class Difference(StrEnum):
    """In what a variant differs from another posting of its template."""

    PLACE = "place"
    LEVEL = "level"
    TEAM = "team"
    REQUISITION = "requisition"


class Variant(Value):
    """What a canonical posting is a variant of: the same employer and template, another opening."""

    variant_of: str = Field(description="The oldest canonical posting of the template that it differs from.")
    differences: list[Difference]
    similarity: float = Field(ge=0, le=1, description="Share of what is said about the role that is in both.")
    reason: str = Field(description="One sentence for people.")


class ClusterAssigned(Event):
    """A posting's cluster, published whenever its cluster or role changes."""

    TYPE: ClassVar[str] = "jobs.posting.cluster.v1"

    posting_id: str
    source: str
    employer_key: str
    cluster_id: str
    is_canonical: bool
    match: Match
    variant: Variant | None = Field(None, description="Canonical postings only.")
    revised_at: Instant = Field(description="The revision of the posting that the assignment is about; the newest is in force.")
    processed_at: Instant | None = Field(
        None,
        description="Of several readings of the revision the newest is in force: another normalizer may know another employer. "
        "Null, before all others: it was assigned before 2026-11-27.",
    )
    assigned_at: Instant = Field(
        description="Grows with every assignment of the reading by one employer; the greatest is in force."
    )

    @property
    def version(self) -> int:
        """The order of a posting's assignments, by whatever employer's group: the greatest is in force."""
        processed_ms = 0 if self.processed_at is None else epoch_ms(self.processed_at)
        return assignment_version(epoch_ms(self.revised_at), processed_ms, epoch_ms(self.assigned_at))

    @property
    def subject(self) -> str:
        return self.posting_id

    @property
    def identity(self) -> str:
        return self.assigned_at.isoformat()

    @property
    def occurred_at(self) -> datetime:
        return self.assigned_at
