"""BoardSpider walks any board of any source: pages, then the details of their rows, then the report."""

import asyncio
from collections import defaultdict
from collections.abc import AsyncIterable, AsyncIterator, Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import partial
from itertools import islice
from typing import Any
from urllib.parse import urlsplit

from scrapy import Request, Spider
from scrapy.http import Response

from runtime.clock import Clock
from schemas.crawl import CrawlOutcome
from schemas.message import Outgoing
from schemas.raw import RawPosting
from scrapers.item_pipeline import Batch, Closing
from scrapers.memory import HttpMemory
from scrapers.publishing import Publishes, as_messages
from scrapers.reading import (
    GONE,
    NOT_MODIFIED,
    Answer,
    KeptOut,
    NoAnswer,
    latency_ms_of,
    payload_of,
    status_of,
    to_scrapy,
    validators,
    was_sent,
    with_detail,
)
from scrapers.sources.base import Page, PageRequest, Row, UnreadableAnswer
from scrapers.tally import STOPPED, Tally
from scrapers.throttle import asked_wait_s
from scrapers.urls import led_to, without_secrets

BATCH_SIZE = 100
AT_ONCE_PER_HOST = 8
Watch = Callable[[Tally], None]


@dataclass(frozen=True, slots=True)
class Ways:
    """How boards are walked. `full` asks for boards that have not changed too.

    `watch` is called when a tally grew and after its report; `done` once per board, also where an error kept it from reporting.
    `keys` are the values of the settings that sources need to answer; they are in no posting, report or log.
    """

    memory: HttpMemory
    base_url: str = ""
    full: bool = False
    watch: Watch = field(default=lambda _: None)
    done: Watch = field(default=lambda _: None)
    keys: Mapping[str, str] = field(default_factory=dict)


class BoardSpider(Spider):
    """Yields batches of raw postings, and a closing per board once all its batches were acknowledged.

    `tallies` are the crawls to do, as they come; the spider ends when there are no more and all are done.
    """

    name = "board"

    def __init__(self, tallies: AsyncIterable[Tally], ways: Ways, producer: Publishes, clock: Clock) -> None:
        super().__init__()
        self.producer = producer
        self.clock = clock
        self._tallies = tallies
        self._ways = ways
        self._stopping = asyncio.Event()
        # Scrapy 2.19 starts all that waits for a host before it counts what runs: a board's details would all go out at once
        self._turns: dict[str | None, asyncio.Semaphore] = defaultdict(lambda: asyncio.Semaphore(AT_ONCE_PER_HOST))

    def stop(self) -> None:
        """Ask for nothing more; what was fetched is published, and every board that is not done reports so."""
        self._stopping.set()

    async def pause(self, seconds: float) -> bool:
        """Return after `seconds`, or at once when the crawl stops; True when it stops."""
        if seconds > 0 and not self._stopping.is_set():
            try:
                await asyncio.wait_for(self._stopping.wait(), seconds)
            except TimeoutError:
                return False
        return self._stopping.is_set()

    async def start(self) -> AsyncIterator[Any]:
        async for tally in self._tallies:
            first = tally.source.first_page(tally.board.name)
            yield self._request(tally, first, self._conditions(tally, first), partial(self.walk, tally, first))

    async def walk(self, tally: Tally, asked: PageRequest, answer: Answer) -> AsyncIterator[Batch | Closing]:
        """Yield everything of one board, from the first answer on."""
        try:
            async for item in self._walk(tally, asked, answer):
                yield item
        finally:
            self._ways.done(tally)

    async def _walk(self, tally: Tally, asked: PageRequest, answer: Answer) -> AsyncIterator[Batch | Closing]:
        _hear(tally, answer)
        first, following = answer, asked
        try:
            while (page := _read(tally, following, answer)) is not None:
                async for batch in self._batches(tally, page, without_secrets(following.address)):
                    yield batch
                if page.following is None or tally.is_over:
                    break
                following = page.following
                answer = await self._fetch(tally, following)
        except UnreadableAnswer as error:
            tally.miss("", error)
        closing = Closing(tally)
        yield closing
        self._keep(tally, asked, first, await closing.done)
        self._ways.watch(tally)

    async def _batches(self, tally: Tally, page: Page, url: str) -> AsyncIterator[Batch]:
        for rows in _chunks(tally.fresh(page)):
            found = await self._raw_rows(tally, rows)
            if found:
                postings, messages = _encoded(tally, [self._posting(tally, row, page, url) for row in found])
                batch = Batch(tally, messages)
                yield batch
                tally.settle(postings, [place.offset is not None for place in await batch.done])
                self._ways.watch(tally)
            if self._stopping.is_set() and not tally.ended:
                tally.problem(STOPPED, ends=True)
            if tally.is_over:
                return

    async def _raw_rows(self, tally: Tally, rows: list[Row]) -> list[Row]:
        if tally.source.detail_request is None:
            found = [tally.source.raw_row(row) for row in rows]
        else:
            found = await asyncio.gather(*(self._detailed(tally, row) for row in rows))
            if tally.failed and not any(found):
                tally.problem("no detail of a whole batch came", ends=True)
        return [row for row in found if row is not None]

    async def _detailed(self, tally: Tally, row: Row) -> Row | None:
        try:
            asked = tally.source.request_for_detail(tally.name, row)
            answer = await self._fetch(tally, asked, drawn=tally.board.browser)
            if status_of(answer) in GONE:
                # between the listing and this answer the posting went away
                tally.gone(row)
                return None
            return with_detail(tally.source, row, asked, answer)
        except (NoAnswer, UnreadableAnswer) as error:
            tally.miss(f"detail of {tally.source.id_of(row)}: ", error, kept_out=isinstance(error, KeptOut))
            return None

    async def _fetch(self, tally: Tally, asked: PageRequest, *, drawn: bool = False) -> Answer:
        answer: Answer
        try:
            async with self._turns[urlsplit(asked.url).hostname]:
                answer = await self.crawler.engine.download_async(self._request(tally, asked, {}, drawn=drawn))
        except Exception as error:  # noqa: BLE001 - whatever keeps an answer from coming is the crawl's reason
            answer = error
        _hear(tally, answer)
        return answer

    def _request(
        self, tally: Tally, asked: PageRequest, headers: dict[str, str], walk: Any = None, *, drawn: bool = False
    ) -> Request:
        sent = tally.source.signed(asked, self._ways.keys)
        request = to_scrapy(sent, self._ways.base_url, headers, walk, tally, drawn=drawn)
        # a key is for its own host: wherever that points, it does not go along
        request.meta["dont_redirect"] = sent is not asked
        return request

    def _posting(self, tally: Tally, row: Row, page: Page, url: str) -> RawPosting:
        employer = {"employer": tally.board.employer} if tally.board.employer else {}
        return RawPosting(
            source=tally.source.name,
            board=tally.name,
            source_id=tally.source.id_of(row),
            fetched_at=self.clock(),
            row=row,
            context={**page.context, **employer},
            url=url,
            crawl_id=tally.crawl_id,
        )

    def _conditions(self, tally: Tally, first: PageRequest) -> dict[str, str]:
        return {} if self._ways.full else self._ways.memory.conditions(tally.board, led_to(self._ways.base_url, first.address))

    def _keep(self, tally: Tally, asked: PageRequest, first: Answer, outcome: CrawlOutcome) -> None:
        if outcome is CrawlOutcome.UNCHANGED:
            return
        # the first answer says nothing about later pages, nor about an edit that only a detail shows
        speaks_for_all = outcome is CrawlOutcome.COMPLETE and tally.pages == 1 and tally.source.detail_request is None
        headers = validators(first) if speaks_for_all else {}
        self._ways.memory.remember(tally.board, led_to(self._ways.base_url, asked.address), headers)


def _hear(tally: Tally, answer: Answer) -> None:
    tally.answered(latency_ms_of(answer))
    if was_sent(answer):
        wait_s = asked_wait_s(answer, datetime.now(UTC)) if isinstance(answer, Response) else None
        tally.hear(status_of(answer), wait_s)


def _read(tally: Tally, asked: PageRequest, answer: Answer) -> Page | None:
    if status_of(answer) == NOT_MODIFIED:
        tally.unchanged = True
        return None
    try:
        return tally.source.read(asked, payload_of(asked, answer))
    except (NoAnswer, UnreadableAnswer) as error:
        tally.miss("", error, kept_out=isinstance(error, KeptOut))
        return None


def _encoded(tally: Tally, postings: list[RawPosting]) -> tuple[list[RawPosting], list[Outgoing]]:
    """Return the postings that can be published, with their messages; each that can't is told to `tally`."""
    found: list[RawPosting] = []
    messages: list[Outgoing] = []
    for posting in postings:
        try:
            messages += as_messages([posting], tally.made_by)
        except ValueError as error:
            # JSON within JSON, hundreds of levels deep
            tally.problem(f"posting {posting.source_id} can't be published: {error}", failed=1)
        else:
            found.append(posting)
    return found, messages


def _chunks(rows: list[Row]) -> Iterator[list[Row]]:
    rest = iter(rows)
    while chunk := list(islice(rest, BATCH_SIZE)):
        yield chunk
