"""Which postings advertise one job: clusters, why a posting is in one, and variants."""

from datetime import datetime
from enum import StrEnum
from typing import ClassVar

from pydantic import Field

from schemas.base import Event, Instant, Value


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
    assigned_at: Instant = Field(description="Grows with every assignment of the revision; the greatest is in force.")

    @property
    def subject(self) -> str:
        return self.posting_id

    @property
    def identity(self) -> str:
        return self.assigned_at.isoformat()

    @property
    def occurred_at(self) -> datetime:
        return self.assigned_at
