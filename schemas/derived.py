"""Values derived from a posting, and what they may be: each with where it was read and how sure that is."""

from enum import StrEnum
from typing import Generic, TypeVar

from pydantic import Field

from schemas.base import Value

T = TypeVar("T")


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


class Education(StrEnum):
    """The lowest degree or schooling that is enough; `none`: the posting says that it asks for none."""

    NONE = "none"
    SECONDARY = "secondary"
    VOCATIONAL = "vocational"
    ASSOCIATE = "associate"
    BACHELOR = "bachelor"
    MASTER = "master"
    DOCTORATE = "doctorate"


class Benefit(StrEnum):
    """What an employer gives beside pay."""

    HEALTH_INSURANCE = "health_insurance"
    DENTAL_INSURANCE = "dental_insurance"
    VISION_INSURANCE = "vision_insurance"
    LIFE_INSURANCE = "life_insurance"
    RETIREMENT = "retirement"
    EQUITY = "equity"
    BONUS = "bonus"
    PAID_LEAVE = "paid_leave"
    PARENTAL_LEAVE = "parental_leave"
    FLEXIBLE_HOURS = "flexible_hours"
    REMOTE_STIPEND = "remote_stipend"
    EDUCATION = "education"
    RELOCATION = "relocation"
    WELLNESS = "wellness"


class Visa(StrEnum):
    """Whether the employer sponsors a visa or work permit."""

    OFFERED = "offered"
    NOT_OFFERED = "not_offered"


class Clearance(StrEnum):
    """Whether a security clearance is asked for, held or to be obtained; `none`: the posting says that it is not needed."""

    NONE = "none"
    PREFERRED = "preferred"
    REQUIRED = "required"


class ContactKind(StrEnum):
    """What of a contact is named."""

    EMAIL = "email"
    PHONE = "phone"
    NAME = "name"


class Origin(StrEnum):
    """Where a derived value comes from."""

    FIELD = "field"
    TEXT = "text"
    TITLE = "title"
    DEFAULT = "default"


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


class Equity(Value):
    """A share of the company that comes with the work."""

    minimum: float | None = Field(None, description="Percent; null where only the most is named.")
    maximum: float | None = Field(None, description="Percent; null where only the least is named.")
    raw: str
    origin: Origin
    confidence: float = Field(ge=0, le=1)


class Headcount(Value):
    """How many people a company has; an open end is null."""

    minimum: int | None = Field(None, ge=0)
    maximum: int | None = Field(None, ge=0)


class RemoteScope(Value):
    """From where remote work may be done. What is not said is empty; several areas are each allowed."""

    countries: list[str] = Field(default_factory=list, description="ISO 3166-1 alpha-2, upper case.")
    regions: list[str] = Field(
        default_factory=list,
        description="Parts of the world: Worldwide, EU, Europe, EMEA, APAC, Asia, LATAM, North America, Americas, Nordics, DACH, "
        "Africa, Middle East, Oceania.",
    )
    earliest_utc_offset: float | None = Field(None, ge=-14, le=14, description="Hours from UTC of the westernmost time zone.")
    latest_utc_offset: float | None = Field(None, ge=-14, le=14, description="Hours from UTC of the easternmost time zone.")


class Derived(Value, Generic[T]):
    """A derived value with where it came from."""

    value: T
    raw: str | None = None
    origin: Origin
    confidence: float = Field(ge=0, le=1)


class Experience(Value):
    """Years of work experience asked for."""

    minimum: float | None = Field(None, ge=0, description="Years; the largest of those that the posting asks for.")
    maximum: float | None = Field(None, ge=0, description="Years, where the same words name a range.")
    raw: str
    origin: Origin
    confidence: float = Field(ge=0, le=1, description="0.5 where experience is only preferred.")


class Contact(Value):
    """How to reach somebody about a posting: personal data (ADR 0024)."""

    kind: ContactKind
    value: str = Field(description="As in the text; `(at)` as `@`.", json_schema_extra={"personal_data": True})
    origin: Origin
    confidence: float = Field(ge=0, le=1)


class Company(Value):
    """Who hires, as far as the posting tells."""

    name: Derived[str] | None = Field(None, description="The name to be shown: without legal form and what sites put behind it.")
    domain: Derived[str] | None = Field(None, description="Registered domain of its own pages or mail: `example.com`.")
    industry: Derived[str] | None = Field(None, description="In the source's words.")
    size: Derived[Headcount] | None = None


class Quality(Value):
    """How much a posting looks like a scam, and like an ad without an opening, by what it alone shows."""

    scam: float = Field(ge=0, le=1, description="Like a probability where 1 of 20 ads is a scam: a reason to look, no verdict.")
    ghost: float | None = Field(None, ge=0, le=1, description="By rules that nothing has measured; null where none applies.")
    reasons: list[str] = Field(
        default_factory=list,
        description="`little_of_employer`, `short_text`, `home_income`, …: what spoke for it, first the most.",
    )


class Skill(Value):
    """A skill that the posting names."""

    skill_id: str = Field(description="ESCO URI, without its host part: `skill/<uuid>`.")
    label: str = Field(description="ESCO preferred label.")
    broader: list[str] = Field(
        default_factory=list, description="Its narrowest groups in ESCO, as ends of their URIs: `skill/S5.6.1`, `isced-f/0613`."
    )
    raw: str = Field(description="The words in the posting.")
    also: list[str] = Field(default_factory=list, description="Other words in the posting that name it, each once; at most ten.")
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
