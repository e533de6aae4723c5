"""Copies across employers: what dedupe says of canonical postings, what the stage `mirror` tells itself, and what it finds."""

from datetime import datetime
from typing import ClassVar

from pydantic import Field

from schemas.base import Event, Instant, Value, epoch_ms

_BITS = 64


class Sketch(Value):
    """What postings of two employers are compared by. Words, places and sentences are hashes of 32 bits."""

    text_length: int = Field(ge=0, description="Normalized bytes of the text.")
    signature: str = Field(
        description="MinHash of the words about the role, each as often as it is rare, base64; empty where there are none."
    )
    weight: int = Field(0, ge=0, description="How rare the words about the role are, summed: what the signature is of.")
    sentences: list[int] = Field([], description="A few sentences about the role.")
    title: list[int] = Field(description="Words of the title that name the job.")
    level: list[int] = Field(description="Ranks, and steps or kinds of contract, that the title names: a bit for each.")
    places: list[int] = Field(description="Known cities that the stated places may be; empty where none is known.")
    countries: list[int] = Field([], description="Countries of the stated places, those that are known.")
    states: int = Field(0, ge=0, description="States of the US that the stated places name, a bit for each.")
    requisition: int = Field(0, ge=0, description="The requisition's id, 64 bits; 0 where there is none.")


def statement_version(revised_ms: int, processed_ms: int, assigned_ms: int) -> int:
    """Return the version of a CanonicalPosting; milliseconds since 1970, `assigned_ms` 0 where it has left the employer."""
    return (revised_ms << _BITS | processed_ms) << _BITS | assigned_ms


class CanonicalPosting(Event):
    """A posting stands for its cluster with this content, or does so no longer; from dedupe, whenever that changes."""

    TYPE: ClassVar[str] = "jobs.posting.canonical.v1"

    posting_id: str
    source: str
    employer_key: str
    is_canonical: bool = Field(description="False: it follows another posting now, or has left this employer.")
    first_fetched_at: Instant | None = Field(description="Orders postings, before their ids; null where `sketch` is.")
    sketch: Sketch | None = Field(description="Null when it is not canonical.")
    scheme: str = Field(description="What made signature and hashes; sketches of two schemes are not compared.")
    revised_at: Instant = Field(description="The revision; with the next two fields the version: the greatest is in force.")
    processed_at: Instant
    assigned_at: Instant | None = Field(
        description="Its last assignment; null, before all others, when it has left the employer."
    )

    @property
    def version(self) -> int:
        """The order of what is said of a posting, by whatever employer's group: the greatest is in force."""
        assigned_ms = 0 if self.assigned_at is None else epoch_ms(self.assigned_at)
        return statement_version(epoch_ms(self.revised_at), epoch_ms(self.processed_at), assigned_ms)

    @property
    def subject(self) -> str:
        return self.posting_id

    @property
    def identity(self) -> str:
        return str(self.version)

    @property
    def occurred_at(self) -> datetime:
        return self.revised_at


# Repeats fields of Sketch and isn't its base: inherited fields come first, which would change the bytes of both,
# and those that are required differ.
class Trace(Value):
    """What is left of a sketch within a bucket, where a sentence is the same."""

    fingerprint: str = Field(description="The sketch's signature.")
    weight: int = Field(0, ge=0)
    title: list[int] = Field([])
    level: list[int] = Field([])
    places: list[int]
    countries: list[int] = Field([])
    states: int = Field(0, ge=0)
    requisition: int = Field(ge=0)


class PostingSighted(Event):
    """A posting enters a bucket of postings that may be copies, or leaves it; internal to mirror."""

    TYPE: ClassVar[str] = "jobs.posting.sighted.v1"

    bucket: str = Field(description="The hash of a sentence, eight hexadecimal digits.")
    posting_id: str
    ask: int = Field(ge=1, description="1, 2, 3 … per posting: the greatest is in force.")
    sightings: int = Field(ge=1, description="How many sightings the ask has, those of buckets that are left among them.")
    employer_key: str
    first_fetched_at: Instant | None = Field(description="Null when it leaves.")
    trace: Trace | None = Field(description="Null when it leaves.")
    revised_at: Instant = Field(description="The revision that is asked about.")

    @property
    def subject(self) -> str:
        return self.posting_id

    @property
    def key(self) -> str:
        return self.bucket

    @property
    def identity(self) -> str:
        return f"{self.bucket}:{self.ask}"

    @property
    def occurred_at(self) -> datetime:
        return self.revised_at


class Original(Value):
    """The oldest posting of another employer that advertises the same job."""

    posting_id: str
    employer_key: str
    first_fetched_at: Instant
    similarity: float = Field(ge=0, le=1, description="Estimated share of what the shorter ad says of the role that is in both.")


class SightingAnswered(Event):
    """What a bucket knows of a posting: answered when it enters or leaves, and whenever that changes; internal to mirror.

    A first ask is answered only where something is found.
    """

    TYPE: ClassVar[str] = "jobs.sighting.answered.v1"

    posting_id: str
    bucket: str
    ask: int = Field(ge=1, description="The sighting that this answers.")
    sightings: int = Field(
        ge=1, description="How many sightings that ask has; but for a first ask the mirror is told when all are answered."
    )
    sequence: int = Field(ge=0, description="Offset of the sighting that led to it: the greatest of a bucket is in force.")
    original: Original | None = Field(description="Null: no older posting of another employer in this bucket is a copy.")
    answered_at: Instant

    @property
    def subject(self) -> str:
        return self.posting_id

    @property
    def identity(self) -> str:
        return f"{self.bucket}:{self.ask}:{self.sequence}"

    @property
    def occurred_at(self) -> datetime:
        return self.answered_at


class PostingMirrored(Event):
    """Of which older posting of another employer this one is a copy; published whenever that changes."""

    TYPE: ClassVar[str] = "jobs.posting.mirror.v1"

    posting_id: str = Field(description="A canonical posting; its cluster's others mirror what it mirrors.")
    source: str
    mirror_of: str | None = Field(
        description="The oldest canonical posting of another employer with this job; null: none any more."
    )
    mirror_employer_key: str | None = Field(description="The employer of that posting.")
    similarity: float | None = Field(
        ge=0, le=1, description="Estimated share of what the shorter ad says of the role that is in both."
    )
    reason: str = Field(description="One sentence for people.")
    verifier: str = Field(description="The frozen rules that decided.")
    found_at: Instant = Field(description="Grows with every answer; the greatest is in force.")

    @property
    def subject(self) -> str:
        return self.posting_id

    @property
    def identity(self) -> str:
        return self.found_at.isoformat()

    @property
    def occurred_at(self) -> datetime:
        return self.found_at
