"""The order of a crawl: postings, then pages, then the report, each acknowledged before the next is sent."""

import asyncio
import contextlib
import json
import re
from collections.abc import AsyncIterator, Sequence
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace
from typing import Any
from urllib.parse import parse_qsl, urlsplit

import pytest
from scrapy import Request
from scrapy.http import HtmlResponse, Response

from runtime.producer import BrokerUnavailable, Interrupted, Published
from schemas.codec import decode
from schemas.crawl import CrawlOutcome
from schemas.message import Outgoing
from scrapers.boards import Board
from scrapers.item_pipeline import Batch, PublishPipeline
from scrapers.memory import HttpMemory
from scrapers.sources import load_source
from scrapers.spiders.board import BoardSpider, Ways
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


async def each(*tallies: Tally) -> AsyncIterator[Tally]:
    """These crawls; none where a test walks by itself."""
    for tally in tallies:
        yield tally


def make_spider(tmp_path: Path, kafka: Kafka, vendor: Vendor) -> BoardSpider:
    """Return a spider that asks `vendor` and gives to `kafka`."""
    spider = BoardSpider(each(), Ways(HttpMemory(tmp_path)), kafka, lambda: JAN)
    spider.crawler = SimpleNamespace(engine=vendor)
    return spider


async def crawl(spider: BoardSpider, vendor: Vendor, kafka: Kafka) -> Tally:
    """Walk the board and return what became of it."""
    tally = Tally(Board("lever", "acme", "Acme"), LEVER, JAN)
    await publish(spider.walk(tally, FIRST, vendor.page(0)), kafka)
    return tally


async def publish(walk: AsyncIterator[Any], kafka: Kafka) -> None:
    """Publish what a walk gives as Scrapy does: the walk runs ahead of the pipeline."""
    pipeline = PublishPipeline(kafka, lambda: JAN)
    items: asyncio.Queue[Any] = asyncio.Queue()

    async def work() -> None:
        while (item := await items.get()) is not None:
            await pipeline.process_item(item)

    worker = asyncio.create_task(work())
    try:
        async for item in walk:
            await items.put(item)
    finally:
        await items.put(None)
        await worker
        pipeline.close_spider()


async def test_the_report_is_the_last_that_is_sent(tmp_path: Path) -> None:
    """All postings before the first page, all pages before the report, although Kafka was away."""
    kafka, vendor = Kafka(away=2), Vendor(1150)
    await crawl(make_spider(tmp_path, kafka, vendor), vendor, kafka)
    kinds = [type(event).__name__ for event in kafka.acknowledged]

    assert kinds == ["RawPosting"] * 1150 + ["CrawlPage"] * 2 + ["CrawlReport"]
    assert kafka.acknowledged[-1].published == 1150


async def test_a_row_that_is_nested_too_deeply_costs_that_row_only(tmp_path: Path) -> None:
    """The others of its batch arrive, and the report counts it."""
    kafka, vendor = Kafka(), Vendor(3)
    vendor._rows[1] = b'{"id": "p1", "deep": ' + b"[" * 300 + b"]" * 300 + b"}"
    tally = await crawl(make_spider(tmp_path, kafka, vendor), vendor, kafka)

    *postings, page, report = kafka.acknowledged
    assert [posting.posting_id for posting in postings] == page.posting_ids == ["lever:acme:p0", "lever:acme:p2"]
    assert (report.listed, report.fetched, report.published, report.failed) == (3, 2, 2, 1)
    assert (report.outcome, tally.is_as_asked) == (CrawlOutcome.PARTIAL, False)
    assert report.reason.startswith("posting p1 can't be published:")


async def test_a_source_that_fails_at_an_id_ends_in_a_report(tmp_path: Path) -> None:
    """What came before is told as well, and nothing is taken as gone."""
    kafka, vendor = Kafka(), Vendor(150)

    def fails(row: dict[str, str]) -> str:
        return row["id"] if row["id"] != "p120" else undefined  # noqa: F821 - as a file that was not tried says it

    tally = Tally(Board("lever", "acme"), replace(LEVER, source_id=fails), JAN)
    await publish(make_spider(tmp_path, kafka, vendor).walk(tally, FIRST, vendor.page(0)), kafka)

    report = kafka.acknowledged[-1]
    assert (report.outcome, report.published, report.failed) == (CrawlOutcome.PARTIAL, 100, 1)
    assert report.reason == "scrapers/sources/lever.py is to be mended: NameError name 'undefined' is not defined"


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


async def test_who_ordered_a_crawl_hears_of_its_end(tmp_path: Path) -> None:
    """Once, with the report; also of one that could not report."""
    done: list[Tally] = []
    for kafka, reported in ((Kafka(), True), (Kafka(error=Interrupted("stopped")), False)):
        vendor = Vendor(1)
        spider = BoardSpider(each(), Ways(HttpMemory(tmp_path), done=done.append), kafka, lambda: JAN)
        spider.crawler = SimpleNamespace(engine=vendor)
        with contextlib.suppress(Interrupted):
            await crawl(spider, vendor, kafka)
        assert [tally.report is not None for tally in done] == [reported]
        assert done.pop().host_failed is False


async def test_a_detail_that_is_no_answer_of_its_source_counts_as_failed(tmp_path: Path) -> None:
    """A whole batch of them ends the crawl: the rest would fail alike."""
    source = load_source("smartrecruiters")
    kafka, engine = Kafka(), SimpleNamespace(download_async=None)

    async def refuse(_: Request) -> Response:
        raise TimeoutError("took too long")

    engine.download_async = refuse
    spider = BoardSpider(each(), Ways(HttpMemory(tmp_path)), kafka, lambda: JAN)
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
        return Response(request.url, status=404 if number == "1" else 200, body=b'{"id": "%s", "jobAd": {}}' % number.encode())

    spider = BoardSpider(each(), Ways(HttpMemory(tmp_path)), Kafka(), lambda: JAN)
    spider.crawler = SimpleNamespace(engine=SimpleNamespace(download_async=answer))
    tally = Tally(Board("smartrecruiters", "Acme"), source, JAN)
    rows = await spider._raw_rows(tally, [{"id": "1"}, {"id": "2"}])

    assert (len(rows), tally.failed) == (1, 0)
    assert tally.close(JAN)[0][0].gone_ids == ["smartrecruiters:Acme:1"]


async def test_a_page_without_a_posting_is_no_posting_without_text(tmp_path: Path) -> None:
    """Published, it would take the text that the posting had; one that only has another address is read."""
    source, linked = load_source("icims"), '<script type="application/ld+json">{"@type": "JobPosting"}</script>'
    pages = {
        "1": ("/jobs/search", "<p>All jobs</p>"),
        "2": ("/jobs/2/cook-two/job", linked),
        "3": ("/jobs/3/job", "<p>Sorry, this page can't be shown now</p>"),
    }

    async def answer(request: Request) -> Response:
        path, page = pages[request.url.rpartition("/jobs/")[2].partition("/")[0]]
        return HtmlResponse(f"https://careers-acme.icims.com{path}", body=page.encode(), encoding="utf-8")

    spider = BoardSpider(each(), Ways(HttpMemory(tmp_path)), Kafka(), lambda: JAN)
    spider.crawler = SimpleNamespace(engine=SimpleNamespace(download_async=answer))
    tally = Tally(Board("icims", "careers-acme"), source, JAN)
    rows = [{"id": number, "link": f"https://careers-acme.icims.com/jobs/{number}/job"} for number in pages]
    found = await spider._raw_rows(tally, rows)

    assert [(row["listing"]["id"], row["posting"]) for row in found] == [("2", {"@type": "JobPosting"})]
    assert (tally.failed, tally.problems) == (
        2,
        ["detail of 1: it led to a page without a posting", "detail of 3: its answer holds no posting"],
    )


@pytest.mark.parametrize(
    ("name", "row"),
    [
        ("adp", {"itemID": "1"}),
        ("bamboohr", {"id": "1"}),
        ("justjoinit", {"guid": "1", "slug": "s"}),
        ("nofluffjobs", {"id": "1", "url": "u"}),
        ("oracle", {"Id": "1"}),
        ("rippling", {"uuid": "1"}),
        ("smartrecruiters", {"id": "1"}),
        ("workday", {"externalPath": "/job/Oslo/Welder_1"}),
    ],
)
async def test_a_detail_that_is_null_is_a_failed_one(tmp_path: Path, name: str, row: dict[str, str]) -> None:
    """It says nothing of the posting: published, it would take its text."""

    async def answer(request: Request) -> Response:
        return Response(request.url, body=b'{"result": {"jobOpening": null}}' if name == "bamboohr" else b"null")

    spider = BoardSpider(each(), Ways(HttpMemory(tmp_path)), Kafka(), lambda: JAN)
    spider.crawler = SimpleNamespace(engine=SimpleNamespace(download_async=answer))
    tally = Tally(Board(name, "acme/Jobs"), load_source(name), JAN)

    assert await spider._raw_rows(tally, [row]) == []
    assert (tally.failed, tally.problems[0]) == (1, "detail of 1: its answer holds no posting")


@pytest.mark.parametrize(
    ("name", "board", "shown"),
    [
        ("adzuna", "us", {"app_id": "me", "app_key": "hidden"}),
        ("usajobs", "2210", {"User-Agent": "me@acme.test", "Authorization-Key": "hidden"}),
    ],
)
async def test_keys_are_in_the_requests_and_in_nothing_that_is_published(
    tmp_path: Path, name: str, board: str, shown: dict[str, str]
) -> None:
    """From the first page on; the address of a posting is that of its page without them."""
    source, kafka, sent = load_source(name), Kafka(), list[Request]()
    rows = [{"id": number, "MatchedObjectId": number} for number in range(1000)]
    result = {"SearchResultItems": rows[:500], "SearchResultCountAll": 1000}
    body = json.dumps({"results": rows[:50], "count": 100, "SearchResult": result}).encode()

    async def answer(request: Request) -> Response:
        sent.append(request)
        return Response(request.url, body=body)

    keys = {"usajobs_email": "me@acme.test", "usajobs_key": "hidden", "adzuna_app_id": "me", "adzuna_app_key": "hidden"}
    ways = Ways(HttpMemory(tmp_path), keys=keys)
    spider = BoardSpider(each(Tally(Board(name, board), source, JAN)), ways, kafka, lambda: JAN)
    spider.crawler = SimpleNamespace(engine=SimpleNamespace(download_async=answer))
    [first] = [request async for request in spider.start()]
    await publish(first.callback(Response(first.url, body=body)), kafka)

    assert len(sent) == 1
    for request in (first, *sent):
        assert request.meta["dont_redirect"]
        assert {**dict(parse_qsl(urlsplit(request.url).query)), **request.headers.to_unicode_dict()}.items() >= shown.items()
    assert kafka.acknowledged[0].url == source.first_page(board).address
    assert not [event for event in kafka.acknowledged if re.search("hidden|me@acme|app_", event.model_dump_json())]


async def test_answers_that_keep_us_out_are_counted_and_every_answer_is_timed(tmp_path: Path) -> None:
    """The listing and each detail; a host that refuses one detail keeps us out."""
    source = load_source("smartrecruiters")

    async def answer(request: Request) -> Response:
        status = 403 if request.url.endswith("/1") else 200
        timed = request.replace(meta={"download_latency": 0.02})
        return Response(request.url, status=status, body=b'{"jobAd": {}}', request=timed)

    spider = BoardSpider(each(), Ways(HttpMemory(tmp_path)), Kafka(), lambda: JAN)
    spider.crawler = SimpleNamespace(engine=SimpleNamespace(download_async=answer))
    tally = Tally(Board("smartrecruiters", "Acme"), source, JAN)
    listing = b'{"offset": 0, "totalFound": 2, "content": [{"id": "1"}, {"id": "2"}]}'
    async for item in spider.walk(tally, source.first_page("Acme"), Response("http://s.test/", body=listing)):
        item.done.set_result([Published("raw", 0, 0)] if isinstance(item, Batch) else CrawlOutcome.PARTIAL)
    _, report = tally.close(JAN)

    assert (report.blocked, report.failed, report.latency_worst_ms) == (1, 1, 20)


async def _closing_at_once(spider: BoardSpider, *walk: Any) -> Any:
    async for item in spider.walk(*walk):
        yield item
        item.done.set_result(item.tally.close(JAN)[1].outcome)
