"""robots.txt, obeyed by every request."""

import asyncio
import math
import time
from collections import defaultdict
from collections.abc import Callable

from scrapy import Request
from scrapy.crawler import Crawler
from scrapy.downloadermiddlewares.robotstxt import RobotsTxtMiddleware
from scrapy.http import Response
from scrapy.robotstxt import RobotParser
from scrapy.utils.httpobj import urlparse_cached

from scrapers.searching import SEARCH

_SERVER_ERROR = 500
_KEPT_S = 86_400.0
_ERROR_KEPT_S = 600.0
# RFC 9309, section 2.5, asks for 500 KiB; a hundred MiB of rules would fill the memory for a day
_LONGEST = 512 * 1024
_NOTHING = b"User-agent: *\nDisallow: /\n"


class Robots(RobotsTxtMiddleware):
    """Scrapy's own, with these differences.

    Of several requests that wait for one robots.txt, Scrapy 2.19 hands its rules to the first and lets the others pass:
    here they wait in line. A host whose robots.txt gives a server error allows nothing. Rules are kept for a day, those of a
    server error for ten minutes, as a crawler may run for months. Of a long one the first 512 KiB are heeded. A search is no
    address that one could forbid: the library that makes its requests asks none.
    Source: RFC 9309, sections 2.3.1.4, 2.4 and 2.5.
    """

    def __init__(self, crawler: Crawler, now: Callable[[], float] = time.monotonic) -> None:
        super().__init__(crawler)
        self._now = now
        self._kept_until: dict[str, float] = {}
        self._lines: dict[str, asyncio.Lock] = defaultdict(asyncio.Lock)

    async def robot_parser(self, request: Request) -> RobotParser | None:
        url = urlparse_cached(request)
        if url.scheme == SEARCH:
            return None
        async with self._lines[url.netloc]:
            if self._now() >= self._kept_until.get(url.netloc, math.inf):
                del self._parsers[url.netloc]
            return await super().robot_parser(request)

    async def _parse_robots(self, response: Response, netloc: str, request: Request) -> None:
        is_error = response.status >= _SERVER_ERROR
        answered = response.replace(body=_NOTHING if is_error else _start_of(response.body))
        self._kept_until[netloc] = self._now() + (_ERROR_KEPT_S if is_error else _KEPT_S)
        await super()._parse_robots(answered, netloc, request)

    def _robots_error(self, exc: Exception, netloc: str) -> None:
        self._kept_until[netloc] = self._now() + _ERROR_KEPT_S
        super()._robots_error(exc, netloc)


def _start_of(body: bytes) -> bytes:
    """Return the lines of a robots.txt that are heeded; half a rule would forbid more than it says, or less."""
    return body if len(body) <= _LONGEST else body[: body.rfind(b"\n", 0, _LONGEST) + 1]
