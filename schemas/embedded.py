"""A posting as a vector, for the search of postings that are alike."""

from datetime import datetime
from typing import ClassVar

from pydantic import Field

from schemas.base import Event, Instant
from schemas.vector import DIMENSIONS


class PostingEmbedded(Event):
    """What a posting says as a vector of length 1; the greater the scalar product of two, the more alike the jobs."""

    TYPE: ClassVar[str] = "jobs.posting.embedded.v1"

    posting_id: str = Field(description="Any posting, canonical or not: `jobs.posting.cluster` tells.")
    source: str
    model: str = Field(description="Weights and version of the recipe; vectors of two models are not compared.")
    vector: str = Field(description=f"Base64 of {DIMENSIONS} little-endian IEEE 754 half floats.")
    revised_at: Instant = Field(description="The revision that it was made of; with `processed_at` the version.")
    processed_at: Instant = Field(description="That of the posting; the greatest version is in force.")

    @property
    def subject(self) -> str:
        return self.posting_id

    @property
    def identity(self) -> str:
        return f"{self.revised_at.isoformat()}:{self.model}"

    @property
    def occurred_at(self) -> datetime:
        return self.revised_at
