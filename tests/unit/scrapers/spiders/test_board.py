"""The order of a crawl: postings, then pages, then the report, each acknowledged before the next is sent."""

import asyncio
from collections.abc import Sequence
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from scrapy import Request
from scrapy.http import Response

from runtime.producer import BrokerUnavailable, Interrupted, Published
from schemas.codec import decode
from schemas.crawl import CrawlOutcome
from schemas.message import Outgoing
from scrapers.boards import Board
from scrapers.item_pipeline import Batch, PublishPipeline
from scrapers.memory import HttpMemory
from scrapers.sources import load_source
from scrapers.spiders.board import BoardSpider, Plan
from scrapers.tally import Tally
from tests.builders import JAN, as_incoming

LEVER = load_source("lever")
FIRST = LEVER.first_page("acme")


class Kafka:
    """Takes batches and remembers them in the order of their acknowledgement; away the first `away` times."""

    def __init__(self, away: int = 0, error: Exception | None = None) -> None:
        self.acknowledged: list[Any] = []
        self._away = away
        self._error = error

    def publish(self, messages: Sequence[Outgoing]) -> list[Published]:
        if self._error:
            raise self._error
        if self._away:
            self._away -= 1
            raise BrokerUnavailable("away")
        self.acknowledged += [decode(as_incoming(message)) for message in messages]
        return [Published(message.topic, 0, 0) for message in messages]


class Vendor:
    """Answers a Lever board of `postings`, page by page."""

    def __init__(self, postings: int) -> None:
        self._rows = [b'{"id": "p%d"}' % number for number in range(postings)]

    def page(self, start: int) -> Response:
        """Return the page that starts there."""
        return Response("http://lever.test/", body=b"[" + b",".join(self._rows[start : start + 100]) + b"]")

    async def download_async(self, request: Request) -> Response:
        return self.page(int(request.url.rpartition("skip=")[2]))


def make_spider(tmp_path: Path, kafka: Kafka, vendor: Vendor) -> BoardSpider:
    """Return a spider that asks `vendor` and gives to `kafka`."""
    spider = BoardSpider(Plan([Board("lever", "acme", "Acme")], HttpMemory(tmp_path)), kafka, lambda: JAN, [])
    spider.crawler = SimpleNamespace(engine=vendor)
    return spider


async def crawl(spider: BoardSpider, vendor: Vendor, kafka: Kafka) -> Tally:
    """Walk the board as Scrapy does: the walk runs ahead of the pipeline."""
    tally = Tally(Board("lever", "acme", "Acme"), LEVER, JAN)
    pipeline = PublishPipeline(kafka, lambda: JAN)
    items: asyncio.Queue[Any] = asyncio.Queue()

    async def work() -> None:
        while (item := await items.get()) is not None:
            await pipeline.process_item(item)

    worker = asyncio.create_task(work())
    try:
        async for item in spider.walk(tally, FIRST, vendor.page(0)):
            await items.put(item)
    finally:
        await items.put(None)
        await worker
        pipeline.close_spider()
    return tally


async def test_the_report_is_the_last_that_is_sent(tmp_path: Path) -> None:
    """All postings before the first page, all pages before the report, although Kafka was away."""
    kafka, vendor = Kafka(away=2), Vendor(1150)
    await crawl(make_spider(tmp_path, kafka, vendor), vendor, kafka)
    kinds = [type(event).__name__ for event in kafka.acknowledged]

    assert kinds == ["RawPosting"] * 1150 + ["CrawlPage"] * 2 + ["CrawlReport"]
    assert kafka.acknowledged[-1].published == 1150


async def test_a_posting_carries_its_crawl_and_its_employer(tmp_path: Path) -> None:
    """And where it was fetched from."""
    kafka, vendor = Kafka(), Vendor(1)
    tally = await crawl(make_spider(tmp_path, kafka, vendor), vendor, kafka)
    raw = kafka.acknowledged[0]

    assert (raw.posting_id, raw.row, raw.context) == ("lever:acme:p0", {"id": "p0"}, {"employer": "Acme"})
    assert (raw.url, raw.crawl_id) == (FIRST.address, tally.crawl_id)


async def test_a_stop_ends_the_walk_after_the_batch_in_hand(tmp_path: Path) -> None:
    """What was fetched is published, and the report says why it is not all."""
    kafka, vendor = Kafka(), Vendor(250)
    spider = make_spider(tmp_path, kafka, vendor)
    spider.stop()
    await crawl(spider, vendor, kafka)

    assert (kafka.acknowledged[-1].published, kafka.acknowledged[-1].reason) == (100, "stopped by the operator")
    assert await spider.pause(60)


async def test_without_delivery_reports_there_is_no_crawl_report(tmp_path: Path) -> None:
    """Who stops waiting for Kafka gets an error, not a report."""
    kafka, vendor = Kafka(error=Interrupted("stopped")), Vendor(1)
    with pytest.raises(Interrupted):
        await crawl(make_spider(tmp_path, kafka, vendor), vendor, kafka)

    assert kafka.acknowledged == []


async def test_a_detail_that_is_no_answer_of_its_source_counts_as_failed(tmp_path: Path) -> None:
    """A whole batch of them ends the crawl: the rest would fail alike."""
    source = load_source("smartrecruiters")
    kafka, engine = Kafka(), SimpleNamespace(download_async=None)

    async def refuse(_: Request) -> Response:
        raise TimeoutError("took too long")

    engine.download_async = refuse
    spider = BoardSpider(Plan([], HttpMemory(tmp_path)), kafka, lambda: JAN, [])
    spider.crawler = SimpleNamespace(engine=engine)
    tally = Tally(Board("smartrecruiters", "Acme"), source, JAN)
    rows = [b'{"id": "%d"}' % number for number in range(150)]
    listing = b'{"offset": 0, "totalFound": 150, "content": [' + b",".join(rows) + b"]}"
    items = [
        item
        async for item in _closing_at_once(spider, tally, source.first_page("Acme"), Response("http://s.test/", body=listing))
    ]

    assert not any(isinstance(item, Batch) for item in items)
    assert (tally.failed, tally.fetched, tally.is_over) == (100, 0, True)


async def test_a_posting_whose_page_is_gone_is_reported(tmp_path: Path) -> None:
    """It is no failure, and no posting."""
    source = load_source("smartrecruiters")

    async def answer(request: Request) -> Response:
        number = request.url.rpartition("/")[2]
        return Response(request.url, status=404 if number == "1" else 200, body=b'{"id": "%s"}' % number.encode())

    spider = BoardSpider(Plan([], HttpMemory(tmp_path)), Kafka(), lambda: JAN, [])
    spider.crawler = SimpleNamespace(engine=SimpleNamespace(download_async=answer))
    tally = Tally(Board("smartrecruiters", "Acme"), source, JAN)
    rows = await spider._raw_rows(tally, [{"id": "1"}, {"id": "2"}])

    assert (len(rows), tally.failed) == (1, 0)
    assert tally.close(JAN)[0][0].gone_ids == ["smartrecruiters:Acme:1"]


async def test_every_request_is_counted_and_those_that_were_kept_out(tmp_path: Path) -> None:
    """The listing and each detail; a host that refuses one detail keeps us out."""
    source = load_source("smartrecruiters")

    async def answer(request: Request) -> Response:
        status = 403 if request.url.endswith("/1") else 200
        timed = request.replace(meta={"download_latency": 0.02})
        return Response(request.url, status=status, body=b'{"id": "2"}', request=timed)

    spider = BoardSpider(Plan([], HttpMemory(tmp_path)), Kafka(), lambda: JAN, [])
    spider.crawler = SimpleNamespace(engine=SimpleNamespace(download_async=answer))
    tally = Tally(Board("smartrecruiters", "Acme"), source, JAN)
    listing = b'{"offset": 0, "totalFound": 2, "content": [{"id": "1"}, {"id": "2"}]}'
    async for item in spider.walk(tally, source.first_page("Acme"), Response("http://s.test/", body=listing)):
        item.done.set_result([Published("raw", 0, 0)] if isinstance(item, Batch) else CrawlOutcome.PARTIAL)
    _, report = tally.close(JAN)

    assert (report.requests, report.blocked, report.failed, report.latency_worst_ms) == (3, 1, 1, 20)


async def _closing_at_once(spider: BoardSpider, *walk: Any) -> Any:
    async for item in spider.walk(*walk):
        yield item
        item.done.set_result(item.tally.close(JAN)[1].outcome)
