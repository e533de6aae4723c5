"""The account of one crawl of a board: what was asked, seen and acknowledged, and so what the crawl may say."""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from hashlib import blake2b
from statistics import median_high

from schemas.codec import EVENT_NAMESPACE
from schemas.crawl import IDS_PER_PAGE, CrawlOutcome, CrawlPage, CrawlReport
from schemas.raw import RawPosting, posting_id_of
from scrapers.boards import Board
from scrapers.sources.base import Page, Row, Source

STOPPED = "stopped by the operator"
_COUNTS = ("expected", "listed", "fetched", "published", "failed", "requests", "blocked")
# a host that asks for more is asked again all the same
LONGEST_RETRY_AFTER_S = 86_400.0
_BUSY = 429
_REPEATED = "a page repeats the postings of earlier ones"
_NAMELESS = "a posting holds no id that can be read, so which one it is can't be told"
_SERVER_ERROR = 500


def crawl_id_of(board: str, started_at: datetime) -> str:
    """Return the id of the crawl of `board` (`source:board`) that began then."""
    return str(uuid.uuid5(EVENT_NAMESPACE, f"{board}\x1f{started_at.isoformat()}"))


@dataclass(slots=True)
class Tally:
    """Grows while a board is walked. `limit` is how many postings were asked for; None = all.

    `listed` counts the rows of its pages, `fetched` the postings that were received whole, `requests` what was asked of hosts,
    tries included, `blocked` what was kept out in the end. `host_failed`: the last answer was 429, 5xx or none at all;
    None = no request was sent. `cut_short`: why it was ended before it had read all.
    """

    board: Board
    source: Source
    started_at: datetime
    limit: int | None = None
    name: str = ""
    expected: int | None = None
    pages: int = 0
    listed: int = 0
    fetched: int = 0
    published: int = 0
    failed: int = 0
    requests: int = 0
    blocked: int = 0
    host_failed: bool | None = None
    retry_after_s: float | None = None
    unchanged: bool = False
    problems: list[str] = field(default_factory=list)
    limited: bool = False
    partial: str | None = None
    ended: bool = False
    cut_short: str | None = None
    read_to_end: bool = False
    report: CrawlReport | None = None
    _seen: set[str] = field(default_factory=set)
    _acknowledged: list[str] = field(default_factory=list)
    _gone: list[str] = field(default_factory=list)
    _latencies_ms: list[int] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.name = self.board.name

    @property
    def crawl_id(self) -> str:
        """Derived from the board and when its crawl began."""
        return crawl_id_of(str(self.board), self.started_at)

    @property
    def made_by(self) -> str:
        """What its messages say of where they are from."""
        return f"crawl/{self.source.name}"

    def answered(self, latency_ms: int | None) -> None:
        """Note how long an answer took; None where none came."""
        if latency_ms is not None:
            self._latencies_ms.append(latency_ms)

    def fresh(self, page: Page) -> list[Row]:
        """Return the rows of `page` that earlier pages did not show, cut where the limit is reached."""
        self.pages += 1
        self.read_to_end = page.following is None
        self.name = page.board or self.name
        self.expected = page.expected if page.expected is not None else self.expected
        self.partial = page.partial or self.partial
        rows = [row for row in page.postings if self._is_new(row)]
        self.listed += len(rows)
        if page.postings and page.following and not any(self.source.id_of(row) for row in rows):
            self.problem(_REPEATED if not rows else "a page has more behind it, and none of its postings an id", ends=True)
        room = len(rows) if self.limit is None else self.limit - self.fetched
        if self.limit is not None:
            self.limited = len(rows) > room or (len(rows) == room and page.following is not None)
        return rows[:room]

    def settle(self, postings: Sequence[RawPosting], kept: Sequence[bool]) -> None:
        """Count postings that were received, and of them those that Kafka kept: a posting may be too large for its topic.

        A posting without an id is published, and nobody can see it again: it may be one that is known, so the crawl says of none
        that it is gone. Where a source calls the field otherwise than before, all of a board would be.
        """
        self.fetched += len(postings)
        self.published += sum(kept)
        ids = [posting.posting_id for posting, is_kept in zip(postings, kept, strict=True) if is_kept]
        self._acknowledged += [found for found in ids if found]
        nameless = sum(posting.posting_id is None for posting in postings)
        if nameless:
            self.problem(_NAMELESS, failed=nameless)
        if not all(kept):
            self.problem("a posting is larger than its topic allows", failed=len(kept) - sum(kept))

    def hear(self, status: int | None, retry_after_s: float | None) -> None:
        """Note how a host answered: its status, None where no answer came, and for how long it wants to be left alone."""
        self.host_failed = status is None or status == _BUSY or status >= _SERVER_ERROR
        wanted_s = retry_after_s if self.host_failed else None
        self.retry_after_s = None if wanted_s is None else min(wanted_s, LONGEST_RETRY_AFTER_S)

    def listing(self) -> str | None:
        """Return `count:digest` of the ids that the listing showed, in any order; None when it was not read to its end."""
        if not self.read_to_end:
            return None
        digests = (int.from_bytes(blake2b(found.encode(), digest_size=8).digest(), "big") for found in self._seen)
        return f"{len(self._seen)}:{sum(digests) % (1 << 64):016x}"

    def gone(self, row: Row) -> None:
        """Note that the posting's own page is not there any more, though the listing still shows it."""
        found = posting_id_of(self.source.name, self.name, self.source.id_of(row))
        if found is not None:
            self._gone.append(found)

    def miss(self, what: str, error: Exception, *, kept_out: bool = False) -> None:
        """Note a request that gave nothing in the end; one that the operator stopped is no failure of it."""
        self.blocked += kept_out
        if str(error) == STOPPED:
            # what was told to end for another reason gets no answers either
            if not self.ended:
                self.problem(STOPPED, ends=True)
        else:
            self.problem(f"{what}{error}", failed=1)

    def problem(self, reason: str, *, failed: int = 0, ends: bool = False) -> None:
        """Note why the crawl is not complete, how many requests gave no postings, and whether to ask no further."""
        self.problems.append(reason)
        self.failed += failed
        self.ended = self.ended or ends

    def cut(self, reason: str) -> None:
        """End the crawl before it has read all: its report says how far it came, for the next one begins anew."""
        if not self.ended:
            self.cut_short = reason
            self.problem(reason, ends=True)

    @property
    def is_over(self) -> bool:
        """Nothing more is to be asked of the board."""
        return self.ended or self.limited

    @property
    def is_as_asked(self) -> bool:
        """The crawl did all that was asked of it: a limit is no failure."""
        return not self.problems and not self._shortfall()

    def outcome(self) -> tuple[CrawlOutcome, str | None]:
        """Return how much the crawl may be trusted to say about what is gone, and why not more."""
        if self.unchanged:
            return CrawlOutcome.UNCHANGED, "the source says that nothing changed since the last complete crawl"
        if self.problems:
            reasons = list(dict.fromkeys(self.problems))
            first = reasons[0] if self.cut_short is None else f"{self.cut_short}: {self._how_far()}"
            reason = first + (f" (and {len(reasons) - 1} more)" if reasons[1:] else "")
            return (CrawlOutcome.PARTIAL if self.pages or STOPPED in reasons else CrawlOutcome.FAILED), reason
        if self.limited:
            return CrawlOutcome.PARTIAL, f"stopped at the limit of {self.limit}"
        shortfall = self._shortfall() or self.partial
        return (CrawlOutcome.PARTIAL, shortfall) if shortfall else (CrawlOutcome.COMPLETE, None)

    def close(self, now: datetime) -> tuple[list[CrawlPage], CrawlReport]:
        """Return what is to be published now that everything of the crawl was acknowledged."""
        ids, gone = self._acknowledged, self._gone
        cuts = range(0, max(len(ids), len(gone)), IDS_PER_PAGE)
        head = {"crawl_id": self.crawl_id, "source": self.source.name, "board": self.name}
        pages = [
            CrawlPage(**head, number=number, posting_ids=ids[part], gone_ids=gone[part], fetched_at=now)
            for number, part in enumerate(slice(start, start + IDS_PER_PAGE) for start in cuts)
        ]
        outcome, reason = self.outcome()
        counts = {name: getattr(self, name) for name in _COUNTS}
        times = {"started_at": self.started_at, "finished_at": now, **self._latency()}
        limited = self.limited or STOPPED in self.problems
        self.report = CrawlReport(**head, **counts, **times, outcome=outcome, reason=reason, pages=len(pages), limited=limited)
        return pages, self.report

    def _latency(self) -> dict[str, int | None]:
        known = self._latencies_ms
        return {"latency_median_ms": median_high(known) if known else None, "latency_worst_ms": max(known, default=None)}

    def _is_new(self, row: Row) -> bool:
        found = self.source.id_of(row)
        if found is None:
            return True
        is_new = found not in self._seen
        self._seen.add(found)
        return is_new

    def _how_far(self) -> str:
        total = self.expected if self.expected is not None else self.listed if self.read_to_end else None
        read = f"{self.fetched} postings were read, and there are more"
        return read if total is None else f"{self.fetched} of {total} postings were read"

    def _shortfall(self) -> str | None:
        if self.limited or self.unchanged or self.expected is None or self.listed >= self.expected:
            return None
        return f"the source says {self.expected} postings and listed {self.listed}"
