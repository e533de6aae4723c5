"""An import, from the rows of a file to Kafka, by the same path as a crawl."""

from collections.abc import Callable, Iterable, Iterator
from datetime import datetime

from runtime.clock import Clock
from schemas.crawl import IDS_PER_PAGE, CrawlOutcome, CrawlPage, CrawlReport
from schemas.message import Outgoing
from schemas.raw import RawPosting
from scrapers.imports.reading import Findings, Import
from scrapers.publishing import Publishes, as_messages, publish_surely

BATCH_MESSAGES = 500
BATCH_BYTES = 8 << 20
REASON = "an import says nothing about what is gone"


def publish_postings(
    postings: Iterable[tuple[int, RawPosting]],
    wanted: Import,
    findings: Findings,
    producer: Publishes,
    clock: Clock,
    *,
    watch: Callable[[Findings], None] = lambda _: None,
) -> list[CrawlReport]:
    """Publish `postings` and then, per board, the pages and the report; on return Kafka acknowledged all of it.

    The reports are partial: a file is what somebody kept of a board, not what the board shows.
    """
    boards: dict[str, _Imported] = {}
    for batch in _batches(postings, f"import/{wanted.spec.source}", findings):
        places = publish_surely(producer, [message for _, _, message in batch])
        for (line, posting, _), place in zip(batch, places, strict=True):
            board = boards.setdefault(posting.board, _Imported(wanted, posting.board))
            kept = place.offset is not None
            board.count(posting, kept=kept)
            findings.published += kept
            if not kept:
                findings.fail(line, "the posting is larger than its topic allows")
        _send(producer, [page for board in boards.values() for page in board.full_pages()], wanted)
        watch(findings)
    _send(producer, [page for board in boards.values() for page in board.last_page()], wanted)
    reports = [board.report(clock()) for board in boards.values()]
    _send(producer, reports, wanted)
    return reports


class _Imported:
    """What of one board was imported: at most a page of ids is held."""

    def __init__(self, wanted: Import, board: str) -> None:
        self._head = {"crawl_id": wanted.crawl_id(board), "source": wanted.spec.source, "board": board}
        self._at = wanted.started_at
        self._ids: dict[str, None] = {}
        self._pages = self._fetched = self._published = 0

    def count(self, posting: RawPosting, *, kept: bool) -> None:
        self._fetched += 1
        self._published += kept
        if kept and posting.posting_id:
            self._ids[posting.posting_id] = None

    def full_pages(self) -> Iterator[CrawlPage]:
        while len(self._ids) >= IDS_PER_PAGE:
            yield self._page()

    def last_page(self) -> Iterator[CrawlPage]:
        if self._ids:
            yield self._page()

    def report(self, now: datetime) -> CrawlReport:
        counts = {"fetched": self._fetched, "published": self._published, "failed": self._fetched - self._published}
        times = {"started_at": self._at, "finished_at": now}
        return CrawlReport(
            **self._head, **counts, **times, outcome=CrawlOutcome.PARTIAL, reason=REASON, pages=self._pages, limited=True
        )

    def _page(self) -> CrawlPage:
        ids = list(self._ids)
        self._ids = dict.fromkeys(ids[IDS_PER_PAGE:])
        self._pages += 1
        return CrawlPage(**self._head, number=self._pages - 1, posting_ids=ids[:IDS_PER_PAGE], fetched_at=self._at)


Batch = list[tuple[int, RawPosting, Outgoing]]


def _batches(postings: Iterable[tuple[int, RawPosting]], made_by: str, findings: Findings) -> Iterator[Batch]:
    batch: Batch = []
    size = 0
    for line, posting in postings:
        try:
            (message,) = as_messages([posting], made_by)
        except ValueError as error:
            # JSON within JSON, hundreds of levels deep
            findings.fail(line, str(error))
            continue
        batch.append((line, posting, message))
        size += len(message.value or b"")
        if len(batch) >= BATCH_MESSAGES or size >= BATCH_BYTES:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


def _send(producer: Publishes, events: list[CrawlPage] | list[CrawlReport], wanted: Import) -> None:
    if events:
        publish_surely(producer, as_messages(events, f"import/{wanted.spec.source}"))
