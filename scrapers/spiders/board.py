"""BoardSpider walks any board of any source: pages, then the details of their rows, then the report."""

import asyncio
from collections import defaultdict
from collections.abc import AsyncIterator, Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial
from itertools import islice
from typing import Any
from urllib.parse import urlsplit

from scrapy import Spider

from runtime.clock import Clock
from schemas.crawl import CrawlOutcome
from schemas.raw import RawPosting
from scrapers.boards import Board
from scrapers.item_pipeline import Batch, Closing
from scrapers.memory import HttpMemory
from scrapers.publishing import Publishes
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
)
from scrapers.sources import load_source
from scrapers.sources.base import Page, PageRequest, Row, UnreadableAnswer
from scrapers.tally import STOPPED, Tally
from scrapers.urls import led_to, without_secrets

BATCH_SIZE = 100
AT_ONCE_PER_HOST = 8
Watch = Callable[[Tally], None]


@dataclass(frozen=True, slots=True)
class Plan:
    """What to crawl and how. `limit` is postings per board; `full` asks for boards that have not changed too."""

    boards: Sequence[Board]
    memory: HttpMemory
    base_url: str = ""
    limit: int | None = None
    full: bool = False
    watch: Watch = field(default=lambda _: None)


class BoardSpider(Spider):
    """Yields batches of raw postings, and a closing per board once all its batches were acknowledged."""

    name = "board"

    def __init__(self, plan: Plan, producer: Publishes, clock: Clock, tallies: list[Tally]) -> None:
        super().__init__()
        self.producer = producer
        self.clock = clock
        self._plan = plan
        self._tallies = tallies
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
        for board in self._plan.boards:
            tally = Tally(board, load_source(board.source), self.clock(), self._plan.limit)
            self._tallies.append(tally)
            first = tally.source.first_page(board.name)
            yield to_scrapy(first, self._plan.base_url, self._conditions(tally, first), partial(self.walk, tally, first))

    async def walk(self, tally: Tally, asked: PageRequest, answer: Answer) -> AsyncIterator[Batch | Closing]:
        """Yield everything of one board, from the first answer on."""
        first, following = answer, asked
        tally.answered(latency_ms_of(answer))
        while (page := _read(tally, following, answer)) is not None:
            async for batch in self._batches(tally, page, without_secrets(following.address)):
                yield batch
            if page.following is None or tally.is_over:
                break
            following = page.following
            answer = await self._fetch(tally, following)
        closing = Closing(tally)
        yield closing
        self._keep(tally, asked, first, await closing.done)
        self._plan.watch(tally)

    async def _batches(self, tally: Tally, page: Page, url: str) -> AsyncIterator[Batch]:
        for rows in _chunks(tally.fresh(page)):
            found = await self._raw_rows(tally, rows)
            if found:
                batch = Batch(tally, [self._posting(tally, row, page, url) for row in found])
                yield batch
                tally.settle(batch.postings, [place.offset is not None for place in await batch.done])
                self._plan.watch(tally)
            if self._stopping.is_set():
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
        assert tally.source.detail_request is not None
        try:
            asked = tally.source.detail_request(tally.name, row)
            answer = await self._fetch(tally, asked)
            if status_of(answer) in GONE:
                # between the listing and this answer the posting went away
                tally.gone(row)
                return None
            return tally.source.raw_row(row, payload_of(asked, answer))
        except (NoAnswer, AttributeError, KeyError, TypeError, ValueError) as error:
            tally.miss(f"detail of {tally.source.id_of(row)}: ", error, kept_out=isinstance(error, KeptOut))
            return None

    async def _fetch(self, tally: Tally, asked: PageRequest) -> Answer:
        answer: Answer
        try:
            async with self._turns[urlsplit(asked.url).hostname]:
                answer = await self.crawler.engine.download_async(to_scrapy(asked, self._plan.base_url, {}))
        except Exception as error:  # noqa: BLE001 - whatever keeps an answer from coming is the crawl's reason
            answer = error
        tally.answered(latency_ms_of(answer))
        return answer

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
        return {} if self._plan.full else self._plan.memory.conditions(tally.board, led_to(self._plan.base_url, first.address))

    def _keep(self, tally: Tally, asked: PageRequest, first: Answer, outcome: CrawlOutcome) -> None:
        if outcome is CrawlOutcome.UNCHANGED:
            return
        # the first answer says nothing about later pages, nor about an edit that only a detail shows
        speaks_for_all = outcome is CrawlOutcome.COMPLETE and tally.pages == 1 and tally.source.detail_request is None
        headers = validators(first) if speaks_for_all else {}
        self._plan.memory.remember(tally.board, led_to(self._plan.base_url, asked.address), headers)


def _read(tally: Tally, asked: PageRequest, answer: Answer) -> Page | None:
    if status_of(answer) == NOT_MODIFIED:
        tally.unchanged = True
        return None
    try:
        return tally.source.read(asked, payload_of(asked, answer))
    except (NoAnswer, UnreadableAnswer) as error:
        tally.miss("", error, kept_out=isinstance(error, KeptOut))
        return None


def _chunks(rows: list[Row]) -> Iterator[list[Row]]:
    rest = iter(rows)
    while chunk := list(islice(rest, BATCH_SIZE)):
        yield chunk
