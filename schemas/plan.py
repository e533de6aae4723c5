"""What the scheduler knows of a board: when it is crawled next, and whether it is being crawled now."""

from datetime import datetime
from typing import ClassVar

from pydantic import Field

from schemas.base import Event, Instant, Value
from schemas.crawl import CrawlOutcome


class Lease(Value):
    """A crawl that was started. No other crawl of its board starts before its end is known, or `until` has passed."""

    crawl_id: str
    started_at: Instant
    until: Instant = Field(description="The crawl has ended by then, whatever became of its process.")


class HostState(Value):
    """What a host has borne, and its circuit breaker."""

    failures: int = Field(0, ge=0, description="Crawls in a row at whose end the host answered 429, 5xx or not at all.")
    openings: int = Field(0, ge=0, description="How often in a row the breaker opened; each doubles the pause.")
    open_until: Instant | None = Field(None, description="Nothing starts before; then one crawl tries. Null: closed.")
    spent: int = Field(0, ge=0, description="Requests that its crawls of the last hour made.")


class CrawlPlan(Event):
    """All that is known of a board for planning; the newest per board is in force. A null value: the board left the plan."""

    TYPE: ClassVar[str] = "jobs.crawl.plan.v1"

    source: str
    board: str
    known_as: str | None = Field(None, description="The board's own name, where its crawls report under another one.")
    host: str = Field(description="The host that lists it; budgets and circuit breaker are per host.")
    priority: int = Field(0, description="Each step counts as an hour of waiting when boards compete.")
    planned_at: Instant = Field(description="When this record was made.")
    round: int = Field(0, ge=0, description="Crawls that ended; with the key it gives the jitter of the next.")
    interval_s: float = Field(gt=0, description="Time from the end of a crawl to the next, seconds.")
    due_at: Instant = Field(description="When the next crawl may start.")
    in_flight: Lease | None = Field(None, description="The crawl that was started; null when none is.")
    last_outcome: CrawlOutcome | None = Field(None, description="Of the last crawl that reported; null before the first.")
    last_reason: str | None = Field(None, description="Why the last crawl is not complete.")
    last_at: Instant | None = Field(None, description="When the last crawl ended.")
    told_at: Instant | None = Field(None, description="When the board was last told the time, by a crawl or a tick.")
    failures: int = Field(0, ge=0, description="Failed crawls in a row.")
    requests: int = Field(1, ge=1, description="What the next crawl is expected to cost: requests of the last one.")
    listing: str | None = Field(
        None, description="`count:digest` of the posting ids of the last listing that was read to its end."
    )
    host_state: HostState = Field(
        default_factory=HostState, description="As of `last_at`; the newest of a host's boards is in force."
    )

    @property
    def subject(self) -> str:
        return f"{self.source}:{self.board}"

    @property
    def identity(self) -> str:
        return self.planned_at.isoformat()

    @property
    def occurred_at(self) -> datetime:
        return self.planned_at
