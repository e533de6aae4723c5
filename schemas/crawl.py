"""What a crawl of a board saw, and how complete that is."""

from datetime import datetime
from enum import StrEnum
from typing import ClassVar

from pydantic import Field

from schemas.base import Event, Instant

IDS_PER_PAGE = 1000


class CrawlOutcome(StrEnum):
    """How much a crawl may be trusted to say about what is gone."""

    COMPLETE = "complete"
    PARTIAL = "partial"
    UNCHANGED = "unchanged"
    FAILED = "failed"


class CrawlPage(Event):
    """Up to 1,000 posting ids seen in a crawl, published only after all of them were acknowledged, and up to 1,000 gone ones."""

    TYPE: ClassVar[str] = "jobs.crawl.page.v1"

    crawl_id: str
    source: str
    board: str
    number: int = Field(ge=0, description="0-based; the report counts the pages.")
    posting_ids: list[str] = Field(max_length=IDS_PER_PAGE)
    gone_ids: list[str] = Field(
        default_factory=list, max_length=IDS_PER_PAGE, description="Listed postings whose own page answered 404 or 410."
    )
    fetched_at: Instant

    @property
    def subject(self) -> str:
        return f"{self.source}:{self.board}"

    @property
    def identity(self) -> str:
        return f"{self.crawl_id}:{self.number}"

    @property
    def occurred_at(self) -> datetime:
        return self.fetched_at


class CrawlReport(Event):
    """The end of a crawl of one board; follows all its pages."""

    TYPE: ClassVar[str] = "jobs.crawl.report.v1"

    crawl_id: str
    source: str
    board: str
    outcome: CrawlOutcome
    reason: str | None = Field(None, description="Why it is not complete; null when it is.")
    pages: int = Field(ge=0, description="CrawlPages that belong to it.")
    expected: int | None = Field(None, description="How many postings the source says it has; null when it does not say.")
    fetched: int = Field(ge=0, description="Postings received.")
    published: int = Field(ge=0, description="Postings acknowledged by Kafka.")
    failed: int = Field(ge=0, description="Requests that gave no postings in the end.")
    listed: int | None = Field(None, ge=0, description="Rows of its pages; with details, some may give no posting.")
    requests: int | None = Field(None, ge=0, description="Requests sent, tries included.")
    blocked: int | None = Field(None, ge=0, description="Of those, kept out: 403, 429, or a page such as a captcha.")
    latency_median_ms: int | None = Field(None, ge=0, description="From a request to its answer, the median; null: no answer.")
    latency_worst_ms: int | None = Field(None, ge=0, description="The longest of them.")
    limited: bool = Field(
        default=False, description="It was not to be whole: an import, at its limit, or stopped by the operator."
    )
    started_at: Instant
    finished_at: Instant

    @property
    def subject(self) -> str:
        return f"{self.source}:{self.board}"

    @property
    def identity(self) -> str:
        return self.crawl_id

    @property
    def occurred_at(self) -> datetime:
        return self.finished_at


class CrawlTick(Event):
    """Time passed for a board, whether it was crawled or not."""

    TYPE: ClassVar[str] = "jobs.crawl.tick.v1"

    source: str
    board: str
    at: Instant

    @property
    def subject(self) -> str:
        return f"{self.source}:{self.board}"

    @property
    def identity(self) -> str:
        return self.at.isoformat()

    @property
    def occurred_at(self) -> datetime:
        return self.at
