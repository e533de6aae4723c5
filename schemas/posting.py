"""A posting on its way: normalized, deduplicated, enriched."""

from datetime import datetime
from enum import StrEnum
from typing import ClassVar, Generic, TypeVar

from pydantic import Field

from schemas.base import Event, Instant, Value, epoch_ms
from schemas.cluster import Match, Variant


class Period(StrEnum):
    """What an amount of pay is for."""

    HOUR = "hour"
    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"


class WorkMode(StrEnum):
    """Where the work is done."""

    ONSITE = "onsite"
    HYBRID = "hybrid"
    REMOTE = "remote"


class EmploymentType(StrEnum):
    """The kind of contract."""

    FULL_TIME = "full_time"
    PART_TIME = "part_time"
    CONTRACT = "contract"
    TEMPORARY = "temporary"
    INTERNSHIP = "internship"
    VOLUNTEER = "volunteer"


class Seniority(StrEnum):
    """The level asked for."""

    INTERN = "intern"
    JUNIOR = "junior"
    MID = "mid"
    SENIOR = "senior"
    LEAD = "lead"
    DIRECTOR = "director"
    EXECUTIVE = "executive"


class Origin(StrEnum):
    """Where a derived value comes from."""

    FIELD = "field"
    TEXT = "text"
    TITLE = "title"
    DEFAULT = "default"


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


class Salary(Value):
    """Pay as read; amounts per `period` in `currency`, and gross per year in US dollars at the day's rate."""

    minimum: float | None = None
    maximum: float | None = None
    currency: str | None = Field(None, description="ISO 4217.")
    period: Period | None = None
    yearly_usd_minimum: float | None = None
    yearly_usd_maximum: float | None = None
    raw: str
    origin: Origin
    confidence: float = Field(ge=0, le=1)


T = TypeVar("T")


class Derived(Value, Generic[T]):
    """A derived value with where it came from."""

    value: T
    raw: str | None = None
    origin: Origin
    confidence: float = Field(ge=0, le=1)


class Skill(Value):
    """A skill that the posting names."""

    skill_id: str = Field(description="ESCO URI, without its host part: `skill/<uuid>`.")
    label: str = Field(description="ESCO preferred label.")
    raw: str = Field(description="The words in the posting.")
    origin: Origin
    confidence: float = Field(ge=0, le=1)


class Occupation(Value):
    """What the job is, in the classifications of ILO and ESCO."""

    isco: str = Field(
        pattern=r"^\d{1,4}$",
        description="ISCO-08: a unit group (4 digits), or a sub-major (2) or major group (1) where only that is sure.",
    )
    esco_id: str | None = Field(
        None, description="ESCO URI, without its host part: `occupation/<uuid>`; null where only the group is known."
    )
    label: str = Field(description="ESCO preferred label, or the name of the group.")
    raw: str = Field(description="The words in the title.")
    origin: Origin
    confidence: float = Field(ge=0, le=1)


class EnrichedPosting(DeduplicatedPosting):
    """A posting with everything derived from it: the event for subscribers. Unknown stays null."""

    TYPE: ClassVar[str] = "jobs.posting.enriched.v1"

    salary: Salary | None = None
    work_mode: Derived[WorkMode] | None = None
    employment_type: Derived[EmploymentType] | None = None
    seniority: Derived[Seniority] | None = None
    language: Derived[str] | None = Field(None, description="ISO 639-1 of the text.")
    skills: list[Skill] = Field(default_factory=list)
    occupations: list[Occupation] = Field(default_factory=list, max_length=3, description="The likeliest first.")
    enriched_by: dict[str, str] = Field(default_factory=dict, description="Enricher -> its version.")
