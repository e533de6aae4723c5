"""Scrapy's item pipeline: batches and closings of boards on their way to Kafka."""

import asyncio
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from typing import Any, Self

from scrapy.crawler import Crawler

from runtime.clock import Clock
from runtime.producer import Published
from schemas.crawl import CrawlOutcome
from schemas.message import Outgoing
from scrapers.publishing import Publishes, as_messages, publish_surely
from scrapers.tally import Tally


def _future() -> "asyncio.Future[Any]":
    return asyncio.get_running_loop().create_future()


@dataclass(frozen=True, slots=True)
class Batch:
    """Postings of one board, as messages to publish. `done` becomes the list of where they lie, or the error that ended it."""

    tally: Tally
    messages: list[Outgoing]
    done: "asyncio.Future[list[Published]]" = field(default_factory=_future)


@dataclass(frozen=True, slots=True)
class Closing:
    """The end of a board's crawl: all of its batches are done. `done` becomes the outcome that was reported."""

    tally: Tally
    done: "asyncio.Future[CrawlOutcome]" = field(default_factory=_future)


class PublishPipeline:
    """Scrapy's item pipeline. Kafka is waited for in one thread of its own, so that the reactor never stands still.

    1. a batch is done when every posting of it was acknowledged;
    2. a board closes when all its batches are done: its pages are published, and with them the report.
    """

    def __init__(self, producer: Publishes, clock: Clock) -> None:
        self._producer = producer
        self._clock = clock
        self._thread = ThreadPoolExecutor(1, "publish")

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        # settings are copied deeply, and a Kafka client can't be: the spider carries what was given
        spider: Any = crawler.spider
        return cls(spider.producer, spider.clock)

    async def process_item(self, item: Batch | Closing) -> Batch | Closing:
        """Return `item` after Kafka has all of it; its `done` is set, to the error where there was one."""
        try:
            if isinstance(item, Batch):
                item.done.set_result(await self._publish(item.messages))
            else:
                item.done.set_result(await self._close(item.tally))
        except Exception as error:  # noqa: BLE001 - the walk that waits for `done` raises it
            item.done.set_exception(error)
        return item

    def close_spider(self) -> None:
        self._thread.shutdown(wait=True)

    async def _close(self, tally: Tally) -> CrawlOutcome:
        pages, report = tally.close(self._clock())
        await self._publish(as_messages(pages, tally.made_by))
        await self._publish(as_messages([report], tally.made_by))
        return report.outcome

    async def _publish(self, messages: Sequence[Outgoing]) -> list[Published]:
        return await asyncio.get_running_loop().run_in_executor(self._thread, publish_surely, self._producer, messages)
