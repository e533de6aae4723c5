"""Requests to a host one after the other, and none before the host asked for them again.

A downloader middleware in place of Scrapy's DOWNLOAD_DELAY, which can't hold requests that already wait for their turn.
"""

import asyncio
import time
from collections import defaultdict
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Any, Self
from urllib.parse import urlsplit

from scrapy import Request
from scrapy.crawler import Crawler
from scrapy.exceptions import IgnoreRequest
from scrapy.http import Response

from scrapers.reading import TALLY
from scrapers.tally import STOPPED, Tally

BUSY = (429, 503)
MAX_TRIES = 5
MAX_WAIT_S = 120.0
_TRIES = "busy_tries"
Pause = Callable[[float], Awaitable[bool]]


class Throttle:
    """Keeps `delay_s` between the starts of two requests to one host, and the time that Retry-After names.

    `pause` sleeps that many seconds and answers whether the crawl was told to stop meanwhile.
    """

    def __init__(self, delay_s: float, pause: Pause, now: Callable[[], float] = time.monotonic) -> None:
        self._delay_s = delay_s
        self._pause = pause
        self._now = now
        self._gates: dict[str, asyncio.Lock] = defaultdict(asyncio.Lock)
        self._free_at: dict[str, float] = defaultdict(float)

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        async def pause(seconds: float) -> bool:
            spider: Any = crawler.spider
            return bool(await spider.pause(seconds))

        return cls(crawler.settings.getfloat("CRAWL_DELAY_S"), pause)

    async def process_request(self, request: Request) -> None:
        """Return when it is the request's turn. Raises IgnoreRequest when the crawl stops before, or has ended meanwhile."""
        host = host_of(request)
        async with self._gates[host]:
            wait = self._free_at[host] - self._now()
            tally: Tally | None = request.meta.get(TALLY)
            while True:
                if await self._pause(max(wait, 0.0)) or (tally is not None and tally.ended):
                    raise IgnoreRequest(STOPPED)
                wait = self._free_at[host] - self._now()
                if wait <= 0:
                    break
            self._free_at[host] = self._now() + self._delay_s
            if tally is not None:
                tally.requests += 1

    async def process_response(self, request: Request, response: Response) -> Request | Response:
        """Return the request again while a busy host says when to come back; after a few tries, its answer."""
        if response.status not in BUSY:
            return response
        tries = request.meta.get(_TRIES, 0) + 1
        wait = retry_after_s(response, tries, datetime.now(UTC))
        if tries >= MAX_TRIES or wait > MAX_WAIT_S:
            return response
        host = host_of(request)
        self._free_at[host] = max(self._free_at[host], self._now() + wait)
        return request.replace(meta={**request.meta, _TRIES: tries}, dont_filter=True)


def retry_after_s(response: Response, tries: int, now: datetime) -> float:
    """Return how long the host wants to be left alone, in seconds; 2, 4, 8 … by `tries` where it does not say."""
    asked = asked_wait_s(response, now)
    return float(2**tries) if asked is None else asked


def asked_wait_s(response: Response, now: datetime) -> float | None:
    """Return the seconds of Retry-After from `now` on; None where the answer has none that can be read.

    Source: RFC 9110, section 10.2.3: seconds, or a date.
    """
    said = (response.headers.get("Retry-After") or b"").decode("latin-1").strip()
    if said.isdecimal():
        return float(said)
    try:
        return max(0.0, (parsedate_to_datetime(said) - now).total_seconds())
    except (TypeError, ValueError):
        return None


def host_of(request: Request) -> str:
    """Return the host that `request` is for, wherever it is led to."""
    return str(request.meta.get("download_slot") or urlsplit(request.url).hostname)
