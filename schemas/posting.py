"""A posting on its way: normalized, deduplicated, enriched."""

from datetime import date, datetime
from enum import StrEnum
from typing import ClassVar

from pydantic import Field

from schemas.base import Event, Instant, Value, epoch_ms
from schemas.cluster import Match, Variant
from schemas.derived import (
    Benefit,
    Clearance,
    Company,
    Contact,
    Derived,
    Education,
    EmploymentType,
    Equity,
    Experience,
    Occupation,
    Origin,
    Period,
    Quality,
    RemoteScope,
    Salary,
    Seniority,
    Skill,
    Visa,
    WorkMode,
)


class Location(Value):
    """One place of work. `raw` is the source's wording; everything else is null until it is known."""

    raw: str
    city: str | None = None
    region: str | None = None
    country: str | None = Field(None, description="ISO 3166-1 alpha-2, upper case.")
    latitude: float | None = Field(None, ge=-90, le=90, description="Degrees north.")
    longitude: float | None = Field(None, ge=-180, le=180, description="Degrees east.")
    geonames_id: int | None = None
    origin: Origin = Origin.FIELD
    confidence: float = Field(1.0, ge=0, le=1)


class NameOrigin(StrEnum):
    """Where else an employer is named: in another field, the list of boards, the board's id, an address of its own."""

    FIELD = "field"
    BOARD = "board"
    TENANT = "tenant"
    SITE = "site"
    CONTACT = "contact"


class EmployerName(Value):
    """What an employer is called somewhere else than in its name as advertised."""

    name: str = Field(description="A name, the board's id on its source, or a domain.")
    origin: NameOrigin = Field(
        description="field: another field of the source; board: what the list of boards calls it; tenant: the board's id on its "
        "source; site: the domain of its own pages; contact: that of a contact address."
    )


class StatedSalary(Value):
    """Pay as the source stated it; a part that can't be read is null and stays in `raw`."""

    raw: str
    minimum: float | None = None
    maximum: float | None = None
    currency: str | None = Field(None, description="ISO 4217.")
    period: Period | None = None


class Posting(Event):
    """A posting in one shape for all sources. It is keyed by employer key, so that one worker sees an employer's postings."""

    TYPE: ClassVar[str] = "jobs.posting.normalized.v1"

    posting_id: str = Field(description="`source:board:source_id`.")
    source: str
    board: str
    source_id: str

    revision: int = Field(ge=1, description="For people: 1, 2, 3 … The identity of a revision is `revised_at`.")
    revised_at: Instant = Field(description="`fetched_at` of the raw event that first showed this content.")
    processed_at: Instant = Field(description="Grows with every emission of the posting; with `revised_at` it is the version.")
    first_fetched_at: Instant = Field(description="`fetched_at` of the first revision.")
    fetched_at: Instant = Field(description="`fetched_at` of the raw event behind this emission.")
    content_hash: str = Field(description="Hex digest of the meaning-bearing fields.")
    normalizer: str = Field(description="Name and version of the normalizer: `greenhouse/1`.")

    employer_key: str = Field(description="The resolved name; `posting:<id>` where no employer is known.")
    employer: str | None = Field(None, description="The name as advertised.")
    employer_alternatives: list[EmployerName] = Field(
        default_factory=list, description="What else the employer is called, each once; other spellings of its name count."
    )
    stated_industry: str | None = Field(None, description="The employer's, as the source says.")
    stated_company_size: str | None = Field(None, description="How many people the employer has, as the source says.")
    title: str
    description: str = Field("", description="Plain text, paragraphs separated by newlines.")
    locations: list[Location] = Field(default_factory=list)
    department: str | None = None
    requisition_id: str | None = None
    stated_salary: StatedSalary | None = None
    stated_work_mode: str | None = None
    stated_employment_type: str | None = None
    stated_seniority: str | None = None
    stated_language: str | None = None
    posted_at: Instant | None = None
    updated_at: Instant | None = None
    valid_through: Instant | None = Field(None, description="Deadline for applications.")
    url: str | None = Field(None, description="The posting's page, without tracking parameters and secrets.")
    apply_url: str | None = None
    unreadable: dict[str, str] = Field(default_factory=dict, description="Field -> raw text that could not be read.")

    @property
    def subject(self) -> str:
        return self.posting_id

    @property
    def key(self) -> str:
        return self.employer_key

    @property
    def identity(self) -> str:
        return self.revised_at.isoformat()

    @property
    def occurred_at(self) -> datetime:
        return self.fetched_at

    @property
    def version(self) -> int:
        """The one order of a posting's emissions, in every batch, topic and table."""
        return version(self.revised_at, self.processed_at)


def version(revised_at: datetime, processed_at: datetime) -> int:
    """Return (revised_at, processed_at) as one integer of 128 bits: the greater one is newer."""
    return epoch_ms(revised_at) << 64 | epoch_ms(processed_at)


class PostingMoved(Event):
    """A posting left an employer key: dedupe forgets it there. The posting itself is published under its new key."""

    TYPE: ClassVar[str] = "jobs.posting.moved.v1"

    posting_id: str
    employer_key: str = Field(description="The key that it left.")
    new_employer_key: str
    revised_at: Instant
    processed_at: Instant

    @property
    def subject(self) -> str:
        return self.posting_id

    @property
    def key(self) -> str:
        return self.employer_key

    @property
    def identity(self) -> str:
        return f"{self.revised_at.isoformat()}:{self.employer_key}"

    @property
    def occurred_at(self) -> datetime:
        return self.revised_at


class DeduplicatedPosting(Posting):
    """A posting with the cluster of postings that advertise the same job; every variant is kept."""

    TYPE: ClassVar[str] = "jobs.posting.deduplicated.v1"

    cluster_id: str = Field(description="Its founder's posting id; a snapshot, `jobs.posting.cluster` is the authority.")
    is_canonical: bool
    match: Match
    variant: Variant | None = Field(None, description="Canonical postings only.")

    @property
    def key(self) -> str:
        return self.posting_id


class EnrichedPosting(DeduplicatedPosting):
    """A posting with everything derived from it: the event for subscribers. Unknown stays null."""

    TYPE: ClassVar[str] = "jobs.posting.enriched.v1"

    company: Company | None = None
    salary: Salary | None = None
    equity: Equity | None = None
    work_mode: Derived[WorkMode] | None = None
    remote_scope: Derived[RemoteScope] | None = None
    employment_type: Derived[EmploymentType] | None = None
    seniority: Derived[Seniority] | None = None
    education: Derived[Education] | None = Field(
        None, description="What is enough, also when it may be replaced by experience; confidence 0.5 where it is only preferred."
    )
    experience: Experience | None = None
    benefits: list[Derived[Benefit]] = Field(default_factory=list, description="Each once, in the order of the text.")
    visa: Derived[Visa] | None = Field(None, description="Null where the text does not say; `authorized to work` says neither.")
    clearance: Derived[Clearance] | None = Field(None, description="Security clearance; `raw` has the wording with its level.")
    quality: Quality | None = None
    contacts: list[Contact] = Field(
        default_factory=list,
        description="Empty unless the operator set JOBSTREAM_ENRICH_CONTACTS.",
        json_schema_extra={"personal_data": True},
    )
    language: Derived[str] | None = Field(None, description="ISO 639-1 of the text, or of most of it.")
    other_languages: list[Derived[str]] = Field(
        default_factory=list, description="ISO 639-1 of passages in another language than `language`, the longest first."
    )
    posted_on: Derived[date] | None = Field(None, description="When it was posted, as a day in UTC.")
    apply_by: Derived[date] | None = Field(None, description="The last day for applications.")
    expired: Derived[bool] | None = Field(None, description="True where its words say that it is closed.")
    skills: list[Skill] = Field(default_factory=list)
    occupations: list[Occupation] = Field(default_factory=list, max_length=3, description="The likeliest first.")
    enriched_by: dict[str, str] = Field(default_factory=dict, description="Enricher -> its version.")
