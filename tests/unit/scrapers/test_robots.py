"""robots.txt is asked for again: a crawler may run for months."""

from types import SimpleNamespace

import pytest
from scrapy import Request
from scrapy.crawler import Crawler
from scrapy.http import Response
from scrapy.signalmanager import SignalManager
from scrapy.statscollectors import MemoryStatsCollector

from scrapers import robots as robots_module
from scrapers.crawl import Manners, scrapy_settings
from scrapers.robots import Robots
from scrapers.spiders.board import BoardSpider

JOBS = Request("http://jobs.test/jobs")


class Host:
    """Answers requests for its robots.txt with `status`, and counts them; status 0 = not at all."""

    def __init__(self) -> None:
        self.status = 200
        self.asked = 0

    async def download_async(self, request: Request) -> Response:
        self.asked += 1
        if not self.status:
            raise TimeoutError("too long")
        return Response(request.url, status=self.status, body=b"User-agent: *\nDisallow: /private\n")


@pytest.fixture
def host() -> Host:
    """A host that answers."""
    return Host()


@pytest.fixture
def clock() -> SimpleNamespace:
    """Time that the test moves."""
    return SimpleNamespace(now=0.0)


@pytest.fixture
def robots(host: Host, clock: SimpleNamespace) -> Robots:
    """Our middleware before that host."""
    crawler = Crawler(BoardSpider, scrapy_settings(Manners("jobstream/0.1", 0)))
    crawler.engine = host
    crawler.stats = MemoryStatsCollector(crawler)
    crawler.signals = SignalManager(crawler)
    return Robots(crawler, lambda: clock.now)


async def may(robots: Robots) -> bool:
    """Whether the board may be asked for."""
    parser = await robots.robot_parser(JOBS)
    return parser is None or parser.allowed(JOBS.url, "jobstream")


async def test_rules_are_kept_for_a_day(robots: Robots, host: Host, clock: SimpleNamespace) -> None:
    """Then the host may have changed its mind."""
    for clock.now in (0, 86_000, 87_000):
        assert await may(robots)
    assert host.asked == 2


async def test_a_server_error_allows_nothing_for_ten_minutes(robots: Robots, host: Host, clock: SimpleNamespace) -> None:
    """It is no word of the host for ever."""
    host.status = 503
    assert not await may(robots)
    host.status, clock.now = 200, 500
    assert not await may(robots)
    clock.now = 600
    assert await may(robots)


async def test_no_answer_is_asked_for_again_too(robots: Robots, host: Host, clock: SimpleNamespace) -> None:
    """After ten minutes."""
    host.status = 0
    await may(robots)
    host.status, clock.now = 200, 600
    await may(robots)
    assert host.asked == 2


def test_a_robots_txt_without_an_end_is_heeded_as_far_as_its_first_half_mebibyte() -> None:
    """It would fill the memory; a rule is heeded whole or not at all."""
    rules = b"User-agent: *\n" + b"".join(b"Disallow: /%d\n" % number for number in range(100_000))
    start = robots_module._start_of(rules)

    assert 500 * 1024 <= len(start) <= 512 * 1024
    assert rules.startswith(start)
    assert start.endswith(b"\n")
    assert robots_module._start_of(b"Disallow: /") == b"Disallow: /"
