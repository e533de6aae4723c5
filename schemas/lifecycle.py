"""When a posting opened and closed, as crawls of its board and its own deadline tell, and what normalize read of it."""

from datetime import datetime
from enum import StrEnum
from typing import ClassVar, Literal

from pydantic import Field

from schemas.base import Event, Instant, epoch_ms

# What a reading tells of: every field of a posting's content.
CONTENT_FIELDS = (
    "title", "employer", "description", "locations", "department", "requisition_id", "stated_salary", "stated_work_mode",
    "stated_employment_type", "stated_seniority", "stated_language", "posted_at", "updated_at", "valid_through", "url",
    "apply_url",
)  # fmt: skip
_SEQUENCE_BITS = 64


class ClosedReason(StrEnum):
    """How it is known that a posting is closed."""

    ABSENT = "absent"
    GONE = "gone"
    DEADLINE = "deadline"
    AGED = "aged"


class LifecycleEvent(Event):
    """What opening, closing and reopening share."""

    posting_id: str
    source: str
    board: str
    at: Instant = Field(description="When it became true; it never goes back for a posting.")
    sequence: int = Field(ge=1, description="1, 2, 3 … per posting: the order of events of one instant.")
    crawl_id: str | None = Field(None, description="The crawl that told; null when time alone did.")
    first_seen_at: Instant = Field(description="The end of the first crawl that showed it.")
    last_seen_at: Instant = Field(description="The end of the last crawl that showed it, as known at this event.")

    @property
    def version(self) -> int:
        """(`at`, `sequence`) as one integer: the greatest is the newest event of the posting."""
        return epoch_ms(self.at) << _SEQUENCE_BITS | self.sequence

    @property
    def subject(self) -> str:
        return self.posting_id

    @property
    def identity(self) -> str:
        return f"{self.at.isoformat()}:{self.sequence}"

    @property
    def occurred_at(self) -> datetime:
        return self.at


class PostingOpened(LifecycleEvent):
    """A crawl showed the posting for the first time."""

    TYPE: ClassVar[str] = "jobs.posting.opened.v1"

    kind: Literal["opened"] = "opened"


class PostingClosed(LifecycleEvent):
    """The posting is not open any more."""

    TYPE: ClassVar[str] = "jobs.posting.closed.v1"

    kind: Literal["closed"] = "closed"
    reason: ClosedReason = Field(
        description="absent: complete listings lack it; gone: its page answers 404 or 410; deadline: its `valid_through` passed; "
        "aged: for long no crawl showed it, and its board gave no complete listing."
    )


class PostingReopened(LifecycleEvent):
    """A crawl showed the closed posting again."""

    TYPE: ClassVar[str] = "jobs.posting.reopened.v1"

    kind: Literal["reopened"] = "reopened"


class PostingRead(Event):
    """What normalize read of a revision, told with each of its emissions; internal, from normalize to lifecycle."""

    TYPE: ClassVar[str] = "jobs.posting.read.v1"

    posting_id: str
    source: str
    board: str
    valid_through: Instant | None = Field(description="The deadline; null: this revision has none.")
    revised_at: Instant = Field(description="The revision; the newest is in force.")
    processed_at: Instant = Field(description="Orders several readings of one revision.")
    is_newest: bool = Field(description="Whether it is the posting's newest revision: a replay may read an older one.")
    filled: list[str] = Field(description="The fields of the content that hold something that could be read.")
    unreadable: list[str] = Field(description="The fields whose raw text could not be read.")

    @property
    def subject(self) -> str:
        return self.posting_id

    @property
    def key(self) -> str:
        return f"{self.source}:{self.board}"

    @property
    def identity(self) -> str:
        return self.revised_at.isoformat()

    @property
    def occurred_at(self) -> datetime:
        return self.revised_at
