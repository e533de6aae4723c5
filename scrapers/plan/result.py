"""What a crawl's end says to the plan: from its tally where it ran here, from its report where it ran elsewhere."""

from dataclasses import dataclass
from datetime import datetime

from schemas.crawl import CrawlOutcome, CrawlReport
from scrapers.tally import STOPPED, Tally


@dataclass(frozen=True, slots=True)
class Result:
    """The end of a crawl.

    `known_as` is the name that it reported under. `listing` is None when the listing was not read to its end. `host_failed`:
    the host's last answer was 429, 5xx or none at all; None = not known. `stopped`: it was told to stop, which says nothing
    about the board.
    """

    crawl_id: str
    known_as: str
    outcome: CrawlOutcome
    reason: str | None
    finished_at: datetime
    requests: int = 0
    listing: str | None = None
    host_failed: bool | None = None
    retry_after_s: float | None = None
    stopped: bool = False

    @property
    def is_whole(self) -> bool:
        """Whether `requests` is what a whole crawl costs; an unchanged board was asked once, and elsewhere nobody counted."""
        return self.outcome in (CrawlOutcome.COMPLETE, CrawlOutcome.PARTIAL) and not self.stopped and self.requests > 0

    @property
    def failed(self) -> bool:
        """Whether it gave nothing, and nobody stopped it."""
        return self.outcome is CrawlOutcome.FAILED and not self.stopped


def result_of(tally: Tally, now: datetime) -> Result:
    """Return what a crawl of this process says; one that could not report was stopped while Kafka was away."""
    report = tally.report
    if report is None:
        return Result(tally.crawl_id, tally.name, CrawlOutcome.PARTIAL, STOPPED, now, tally.requests, stopped=True)
    return Result(
        report.crawl_id, report.board, report.outcome, report.reason, report.finished_at, tally.requests,
        tally.listing(), tally.host_failed, tally.retry_after_s, STOPPED in tally.problems,
    )  # fmt: skip


def result_of_report(report: CrawlReport) -> Result:
    """Return what the report of a crawl in another process says."""
    stopped = (report.reason or "").startswith(STOPPED)
    return Result(report.crawl_id, report.board, report.outcome, report.reason, report.finished_at, stopped=stopped)
