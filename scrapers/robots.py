"""robots.txt, obeyed by every request."""

import asyncio
from collections import defaultdict

from scrapy import Request
from scrapy.crawler import Crawler
from scrapy.downloadermiddlewares.robotstxt import RobotsTxtMiddleware
from scrapy.http import Response
from scrapy.robotstxt import RobotParser
from scrapy.utils.httpobj import urlparse_cached

from scrapers.searching import SEARCH

_SERVER_ERROR = 500
_NOTHING = b"User-agent: *\nDisallow: /\n"


class Robots(RobotsTxtMiddleware):
    """Scrapy's own, with these differences.

    Of several requests that wait for one robots.txt, Scrapy 2.19 hands its rules to the first and lets the others pass:
    here they wait in line. And a host whose robots.txt gives a server error allows nothing. A search is no address that
    one could forbid: the library that makes its requests asks none.
    Source: RFC 9309, section 2.3.1.4.
    """

    def __init__(self, crawler: Crawler) -> None:
        super().__init__(crawler)
        self._lines: dict[str, asyncio.Lock] = defaultdict(asyncio.Lock)

    async def robot_parser(self, request: Request) -> RobotParser | None:
        url = urlparse_cached(request)
        if url.scheme == SEARCH:
            return None
        async with self._lines[url.netloc]:
            return await super().robot_parser(request)

    async def _parse_robots(self, response: Response, netloc: str, request: Request) -> None:
        answered = response.replace(body=_NOTHING) if response.status >= _SERVER_ERROR else response
        await super()._parse_robots(answered, netloc, request)
