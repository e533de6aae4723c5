"""Crawls as they are ordered, by one crawler that lives as long as its process."""

import asyncio
from collections.abc import AsyncIterator, Callable
from datetime import datetime
from queue import SimpleQueue
from typing import Any

from runtime.clock import Clock
from runtime.config import KafkaConfig
from runtime.producer import AckProducer
from scrapers.crawl import Manners, crawler_process
from scrapers.spiders.board import BoardSpider, Ways
from scrapers.tally import Tally


class Orders:
    """Takes crawls from one thread and does them in another: `run` is called in the main thread, all else in the orderer's.

    `interrupted` true = wait for Kafka no longer; crawls that could not report have none then.
    A process can do this once: Twisted's reactor does not start twice.
    """

    def __init__(self, ways: Callable[[Callable[[Tally], None]], Ways], manners: Manners) -> None:
        """Make it; `ways` is given what has to be called when a crawl is done."""
        self._process = crawler_process(manners)
        self._loop = asyncio.get_event_loop()
        self._waiting: asyncio.Queue[Tally | None] = asyncio.Queue()
        self._done: SimpleQueue[Tally] = SimpleQueue()
        self._ways = ways(self._done.put)
        self._crawler = self._process.create_crawler(BoardSpider)
        self._running: dict[str, Tally] = {}
        self._ends = False

    @property
    def running(self) -> list[Tally]:
        """The crawls that were given and not taken back by `done`."""
        return list(self._running.values())

    def give(self, tally: Tally) -> None:
        """Start a crawl."""
        self._running[tally.crawl_id] = tally
        self._call(self._waiting.put_nowait, tally)

    def done(self) -> list[Tally]:
        """Return the crawls that ended since the last call, with their reports; one without report was cut off."""
        ended = [self._done.get() for _ in range(self._done.qsize())]
        for tally in ended:
            self._running.pop(tally.crawl_id, None)
        return ended

    def stop_before(self, moment: datetime, reason: str) -> None:
        """End the crawls that began before `moment`: they ask for nothing more, publish what they have, and report partial."""
        for tally in self.running:
            if tally.started_at < moment:
                self._call(tally.cut, reason)

    def end(self) -> None:
        """Take no more crawls, end those that run; then `run` returns. Once is enough."""
        if self._ends:
            return
        self._ends = True
        self._call(self._waiting.put_nowait, None)
        self._call(self._stop_spider)

    def run(self, kafka: KafkaConfig, clock: Clock, interrupted: Callable[[], bool]) -> None:
        """Do the crawls that are given, until `end` was called and they are done."""
        producer = AckProducer(kafka, client_id="jobstream-schedule-crawl", interrupted=interrupted)
        self._process.crawl(self._crawler, tallies=self._as_given(), ways=self._ways, producer=producer, clock=clock)
        self._process.start(install_signal_handlers=False)
        producer.close()

    async def _as_given(self) -> AsyncIterator[Tally]:
        while (tally := await self._waiting.get()) is not None:
            yield tally

    def _stop_spider(self) -> None:
        spider: Any = self._crawler.spider
        # a process that is told to stop at once has none yet; it ends when no crawl was given
        if spider is not None:
            spider.stop()

    def _call(self, call: Callable[..., object], *arguments: object) -> None:
        self._loop.call_soon_threadsafe(call, *arguments)
