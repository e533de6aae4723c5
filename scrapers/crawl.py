"""A crawl, from boards to reports: Scrapy's process around BoardSpider."""

import asyncio
import signal
from collections.abc import AsyncIterator, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from scrapy.crawler import AsyncCrawlerProcess

from runtime.clock import Clock
from runtime.config import KafkaConfig
from runtime.logs import quiet_libraries
from runtime.producer import AckProducer
from scrapers.boards import Board
from scrapers.browser import HANDLERS as DRAWING
from scrapers.browser import browser_settings
from scrapers.fetching import HANDLERS as FETCHING
from scrapers.guard import CLOSED, guard_settings
from scrapers.proxies import Rotation, proxy_settings
from scrapers.searching import SEARCH
from scrapers.sources import load_source
from scrapers.spiders.board import AT_ONCE_PER_HOST, BoardSpider, Ways
from scrapers.tally import Tally

MIB = 1 << 20
_SIGNALS = (signal.SIGINT, signal.SIGTERM)


@dataclass(frozen=True, slots=True)
class Manners:
    """How spiders behave towards hosts. `delay_s` lies between the starts of two requests to one host.

    `browser` is the Chromium for boards that ask for one. `proxies` are addresses; without any, requests go directly.
    `private_hosts` may be asked though they are not public.
    """

    user_agent: str
    delay_s: float
    browser: str | None = None
    proxies: Sequence[str] = field(default=(), repr=False)
    rotation: Rotation = "host"
    private_hosts: Sequence[str] = ()


def crawl(
    boards: Sequence[Board], ways: Ways, manners: Manners, kafka: KafkaConfig, clock: Clock, *, limit: int | None = None
) -> list[Tally]:
    """Crawl `boards` and return what became of each; all that a tally counts as published is acknowledged.

    `limit` is postings per board.

    The first SIGINT or SIGTERM ends it cleanly: what was fetched is published, and the boards report themselves partial.
    A second one waits for Kafka no longer; boards that could not report have no `report` then.
    A process can do this once: Twisted's reactor does not start twice.
    """
    stop = _Stop()
    producer = AckProducer(kafka, client_id="jobstream-crawl", interrupted=lambda: stop.asked > 1)
    process = crawler_process(manners)
    tallies: list[Tally] = []
    crawler = process.create_crawler(BoardSpider)
    process.crawl(crawler, tallies=_as_they_start(boards, clock, limit, tallies), ways=ways, producer=producer, clock=clock)
    with stop.listening(crawler):
        process.start(install_signal_handlers=False)
    producer.close()
    return tallies


async def _as_they_start(boards: Sequence[Board], clock: Clock, limit: int | None, tallies: list[Tally]) -> AsyncIterator[Tally]:
    for board in boards:
        tallies.append(Tally(board, load_source(board.source), clock(), limit))
        yield tallies[-1]


def crawler_process(manners: Manners) -> Any:
    """Return Scrapy's process, ready for a spider; its event loop is the one of this thread from now on."""
    process = AsyncCrawlerProcess(scrapy_settings(manners))
    # Scrapy's set-up has just turned its debug records on, whole items among them
    quiet_libraries()
    return process


class _Stop:
    """Counts the signals that ask to stop."""

    def __init__(self) -> None:
        self.asked = 0

    @contextmanager
    def listening(self, crawler: Any) -> Iterator[None]:
        loop = asyncio.get_event_loop()

        def ask(*_: object) -> None:
            self.asked += 1
            loop.call_soon_threadsafe(crawler.spider.stop)

        before = {number: signal.signal(number, ask) for number in _SIGNALS}
        try:
            yield
        finally:
            for number, handler in before.items():
                signal.signal(number, handler)


def scrapy_settings(manners: Manners) -> dict[str, Any]:
    """Return the settings of our Scrapy process; those named CRAWL_ are our own."""
    return {
        **guard_settings(manners.private_hosts),
        "USER_AGENT": manners.user_agent,
        "ROBOTSTXT_OBEY": True,
        "COOKIES_ENABLED": False,
        "METAREFRESH_ENABLED": False,
        "TELNETCONSOLE_ENABLED": False,
        "REMOTE_CONTROL_ENABLED": False,
        "MEMUSAGE_ENABLED": False,
        "DEFAULT_REQUEST_HEADERS": {"Accept": "application/json"},
        # every answer reaches the walk, which knows what it means
        "HTTPERROR_ALLOW_ALL": True,
        "URLLENGTH_LIMIT": 0,
        "DOWNLOAD_DELAY": 0,
        "DOWNLOAD_TIMEOUT": 60,
        "DOWNLOAD_MAXSIZE": 256 * MIB,
        "DOWNLOAD_WARNSIZE": 0,
        # Scrapy's own takes any certificate, and some requests carry a key
        "DOWNLOAD_VERIFY_CERTIFICATES": True,
        # a request that waits for its turn counts too: a board with many details must not keep others from starting
        "CONCURRENT_REQUESTS": 256,
        "CONCURRENT_REQUESTS_PER_DOMAIN": AT_ONCE_PER_HOST,
        # one batch per board is on its way to Kafka; boards whose answers take more than this wait for others to end
        "CONCURRENT_ITEMS": 1,
        "SCRAPER_SLOT_MAX_ACTIVE_SIZE": 32 * MIB,
        "RETRY_TIMES": 2,
        # 429 and 503 are the throttle's; 407 is a proxy's
        "RETRY_HTTP_CODES": [500, 502, 504, 522, 524, 408, 407],
        "DOWNLOAD_HANDLERS": {
            **CLOSED,
            SEARCH: "scrapers.searching.Searching",
            **(DRAWING if manners.browser else FETCHING),
        },
        "DOWNLOADER_MIDDLEWARES": {
            "scrapy.downloadermiddlewares.robotstxt.RobotsTxtMiddleware": None,
            "scrapers.guard.Guard": 90,
            "scrapers.robots.Robots": 100,
            "scrapers.throttle.Throttle": 560,
            "scrapers.proxies.Proxies": 570 if manners.proxies else None,
        },
        "ITEM_PIPELINES": {"scrapers.item_pipeline.PublishPipeline": 100},
        "LOG_LEVEL": "WARNING",
        "LOG_INSTALL_ROOT_HANDLER": False,
        "WARN_ON_GENERATOR_RETURN_VALUE": False,
        "CRAWL_DELAY_S": manners.delay_s,
        **proxy_settings(manners.proxies, manners.rotation),
        **(browser_settings(manners.browser) if manners.browser else {}),
    }
