"""How well a board can be crawled and read: the numbers of each crawl, and incidents with their cause, beginning and end."""

from datetime import datetime
from enum import StrEnum
from typing import ClassVar, Literal

from pydantic import Field

from schemas.base import Event, Instant, Value
from schemas.crawl import CrawlOutcome


class Cause(StrEnum):
    """What is wrong with a board. EMPTY and SHRUNK are silent: the source answered as if all were well."""

    EMPTY = "empty"
    SHRUNK = "shrunk"
    SHORT = "short"
    BLOCKED = "blocked"
    FAILING = "failing"
    FIELD_LOST = "field_lost"
    SLOW = "slow"


class Ending(StrEnum):
    """How an incident ended: the board is as before, or what it shows now counts as usual."""

    RECOVERED = "recovered"
    ACCEPTED = "accepted"


class Incident(Value):
    """What is wrong, and since when. `field` is set for `field_lost` alone; `evidence` holds the numbers behind `detail`."""

    cause: Cause = Field(
        description="empty: no posting where there were some; shrunk: half of the usual or less; short: the source says more "
        "than it lists; blocked: requests are kept out; failing: several crawls in a row failed; field_lost: a field that most "
        "postings filled fell by more than half; slow: answers take several times as long as usual."
    )
    field: str | None = Field(None, description="The field that was lost.")
    since: Instant = Field(description="When it was first seen: with cause and field the identity of an incident of a board.")
    detail: str = Field(description="One sentence for people.")
    evidence: dict[str, float] = Field(description="The numbers when it was opened.")


class SourceHealth(Event):
    """A crawl of a board in numbers, against what is usual for the board. `incidents` names all that are open after it."""

    TYPE: ClassVar[str] = "jobs.source.health.v1"

    crawl_id: str
    source: str
    board: str
    at: Instant = Field(description="When the crawl ended.")
    outcome: CrawlOutcome
    reason: str | None = Field(description="Why the crawl is not complete; null when it is.")

    expected: int | None = Field(description="Postings the source says it has; null when it does not say.")
    listed: int | None = Field(description="Rows of its pages; null: not counted.")
    fetched: int = Field(description="Postings received.")
    published: int = Field(description="Postings acknowledged by Kafka: the yield. An unchanged board yields none.")
    usual: int | None = Field(description="Median yield of the board's last complete crawls before; null: there is none.")
    failed: int = Field(description="Requests that gave no postings in the end.")
    requests: int | None = Field(description="Requests sent, tries included.")
    blocked: int | None = Field(description="Of those, kept out: 403, 429, or a page such as a captcha.")
    latency_median_ms: int | None = Field(description="From a request to its answer, the median.")
    latency_worst_ms: int | None = Field(description="The longest of them.")

    unread: int = Field(description="Open postings of earlier crawls that normalize never read: dead letters, or it is behind.")
    readings: int = Field(description="Readings of newest revisions since the board is known.")
    filled: dict[str, float] = Field(description="Field -> share of readings that fill it, 0 to 1; the newest weigh most.")
    unreadable: dict[str, float] = Field(description="Field -> share of readings that could not read it, where above 0.")

    failures: int = Field(description="Crawls in a row, up to this one, that failed.")
    last_success_at: Instant | None = Field(description="End of the last complete or unchanged crawl.")
    verdicts: list[Cause] = Field(description="What is wrong with this very crawl, whether it makes an incident or not.")
    incidents: list[Incident] = Field(description="Every incident that is open after this crawl.")

    @property
    def subject(self) -> str:
        return f"{self.source}:{self.board}"

    @property
    def identity(self) -> str:
        return self.crawl_id

    @property
    def occurred_at(self) -> datetime:
        return self.at


class IncidentEvent(Event, Incident):
    """What beginning and end of an incident share."""

    source: str
    board: str
    at: Instant = Field(description="The end of the crawl, or the time of the reading, that told.")
    crawl_id: str | None = Field(description="The crawl that told; null when readings did.")

    @property
    def subject(self) -> str:
        return f"{self.source}:{self.board}"

    @property
    def identity(self) -> str:
        return f"{self.cause}:{self.field or ''}:{self.since.isoformat()}"

    @property
    def occurred_at(self) -> datetime:
        return self.at


class IncidentOpened(IncidentEvent):
    """Something is wrong with a board; told once per incident."""

    TYPE: ClassVar[str] = "jobs.source.incident.opened.v1"

    kind: Literal["opened"] = "opened"
    sequence: Literal[1] = Field(1, description="Orders the two events of an incident.")


class IncidentEnded(IncidentEvent):
    """The incident is over. Detail and evidence are those of its beginning."""

    TYPE: ClassVar[str] = "jobs.source.incident.ended.v1"

    kind: Literal["ended"] = "ended"
    sequence: Literal[2] = Field(2, description="Orders the two events of an incident.")
    ending: Ending = Field(description="recovered: as before; accepted: it lasted so long that it counts as usual now.")
