"""The way that requests take: the operator's proxies in turn. A proxy is a route and no disguise, see docs/adr/0017.

A downloader middleware before Scrapy's own for proxies, which takes the credentials out of an address, and after its retries.
"""

import time
from collections.abc import Callable, Sequence
from typing import Any, Literal, Self
from urllib.parse import urlsplit

from scrapy import Request
from scrapy.crawler import Crawler
from scrapy.exceptions import DownloadCancelledError, IgnoreRequest
from scrapy.http import Response

from runtime.logs import logger
from scrapers.throttle import host_of

RESTS_S = 60.0
# in the meta of a request: the number of its proxy
ROUTE = "proxy_route"
Rotation = Literal["host", "request"]
log = logger(__name__)
_AUTHENTICATION_REQUIRED = 407


class ProxiesUnreadable(Exception):  # noqa: N818 - a condition
    """A list of proxies can't be read; the message names the place in the list and never the address."""


def read_proxies(text: str) -> tuple[str, ...]:
    """Return the addresses in `text`: `http://[user:password@]host:port`, separated by commas.

    Raises ProxiesUnreadable.
    """
    addresses = [part.strip() for part in text.split(",") if part.strip()]
    for number, address in enumerate(addresses, 1):
        if not _is_proxy(address):
            raise ProxiesUnreadable(f"Proxy number {number} is not of the form http://[user:password@]host:port.")
    return tuple(addresses)


def proxy_settings(addresses: Sequence[str], rotation: Rotation) -> dict[str, Any]:
    """Return the settings by which `Proxies` knows them."""
    return {"CRAWL_PROXIES": list(addresses), "CRAWL_PROXY_ROTATION": rotation}


class Proxies:
    """Sends each request through one of `addresses`, never past them.

    By `host` a host keeps its proxy for as long as that one works; by `request` they take turns. One that failed rests for
    `RESTS_S`; where all rest, the one that failed first is tried again.
    """

    def __init__(self, addresses: Sequence[str], rotation: Rotation, now: Callable[[], float] = time.monotonic) -> None:
        self._addresses = addresses
        self._is_sticky = rotation == "host"
        self._now = now
        self._turn = 0
        self._rests_until = [0.0] * len(addresses)
        self._of_host: dict[str, int] = {}

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        settings = crawler.settings
        return cls(settings.getlist("CRAWL_PROXIES"), settings["CRAWL_PROXY_ROTATION"])

    def process_request(self, request: Request) -> None:
        """Set the proxy of `request`."""
        route = self._route(host_of(request))
        request.meta.update({"proxy": self._addresses[route], ROUTE: route})

    def process_response(self, request: Request, response: Response) -> Response:
        """Return `response`; a proxy that does not know us rests."""
        if response.status == _AUTHENTICATION_REQUIRED:
            self._rest(request, f"HTTP {response.status}")
        return response

    def process_exception(self, request: Request, exception: Exception) -> None:
        """Let the proxy rest when nothing came through it. It may be the host's fault, and then another is no worse."""
        if not isinstance(exception, IgnoreRequest | DownloadCancelledError):
            self._rest(request, type(exception).__name__)

    def _route(self, host: str) -> int:
        kept = self._of_host.get(host) if self._is_sticky else None
        if kept is not None and self._works(kept):
            return kept
        self._of_host[host] = self._next()
        return self._of_host[host]

    def _next(self) -> int:
        count = len(self._addresses)
        in_turn = [(self._turn + step) % count for step in range(count)]
        chosen = next(filter(self._works, in_turn), None)
        if chosen is None:
            chosen = min(in_turn, key=self._rests_until.__getitem__)
        self._turn = chosen + 1
        return chosen

    def _works(self, route: int) -> bool:
        return self._rests_until[route] <= self._now()

    def _rest(self, request: Request, cause: str) -> None:
        route = request.meta.get(ROUTE)
        if route is not None and self._works(route):
            self._rests_until[route] = self._now() + RESTS_S
            log.warning("a proxy rests", proxy=urlsplit(self._addresses[route]).netloc.rpartition("@")[2], cause=cause)


def login_of(address: str) -> str:
    """Return the `user:password` in the address of a proxy; empty where there is none."""
    return urlsplit(address).netloc.rpartition("@")[0]


def _is_proxy(address: str) -> bool:
    try:
        parts = urlsplit(address)
        return parts.scheme in ("http", "https") and bool(parts.hostname) and parts.port is not None and not parts.path.strip("/")
    except ValueError:
        return False
