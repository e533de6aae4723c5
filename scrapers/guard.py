"""Requests stay within the reach of a crawl: a middleware says why one is refused, and a resolver lets no connection past.

The name of a host is looked up again for each connection, so what was public a moment ago may lead inside now; hence both.
"""

from collections.abc import Awaitable, Callable, Iterable
from typing import Any, Self
from urllib.request import getproxies

from scrapy import Request
from scrapy.crawler import Crawler
from scrapy.resolver import CachingThreadedResolver
from scrapy.utils.defer import maybe_deferred_to_future
from twisted.internet.defer import Deferred
from twisted.internet.error import DNSLookupError

from scrapers.reach import REMEDY, Reach, host_of_url
from scrapers.reading import TALLY, OutOfReach
from scrapers.searching import SEARCH

RESOLVER = "scrapers.guard.PublicResolver"
# an address that a page gives has no other scheme than the web's, and no file of this machine is a posting
CLOSED = dict.fromkeys(("file", "ftp", "s3", "data"))
_WEB = ("http", "https")
Resolve = Callable[[str], Awaitable[str]]


def guard_settings(private_hosts: Iterable[str]) -> dict[str, Any]:
    """Return the settings by which `Guard` and the resolver know which hosts the operator named."""
    return {"CRAWL_PRIVATE_HOSTS": list(private_hosts), "DNS_RESOLVER": RESOLVER}


def reach_of(crawler: Crawler, also: Iterable[str] = ()) -> Reach:
    """Return the reach of a crawl: the hosts that the operator named, and those that are named `also`."""
    return Reach.naming([*crawler.settings.getlist("CRAWL_PRIVATE_HOSTS"), *also])


class Guard:
    """Refuses a request that no page may cause. Behind a proxy, which looks names up itself, only by what the name tells."""

    def __init__(self, reach: Reach, resolve: Resolve | None) -> None:
        self._reach = reach
        self._resolve = resolve

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        return cls(reach_of(crawler), None if _proxies(crawler) else _look_up)

    async def process_request(self, request: Request) -> None:
        """Return where `request` may be sent. Raises OutOfReach."""
        scheme = request.url.partition(":")[0]
        if scheme == SEARCH and _is_search(request):
            return
        if scheme not in _WEB:
            raise OutOfReach(f"not asked: {scheme}: is no scheme of the web")
        host = host_of_url(request.url)
        why = self._reach.refuses(host) or await self._refused_where_it_is(host)
        if why:
            raise OutOfReach(f"not asked: {why}. {REMEDY}")

    async def _refused_where_it_is(self, host: str) -> str | None:
        try:
            address = None if self._resolve is None else await self._resolve(host)
        except NotPublic as error:
            return str(error)
        except DNSLookupError:
            # the request itself tells it, as one that may be tried again
            return None
        return None if address is None else self._reach.refuses_at(host, address)


class NotPublic(DNSLookupError):  # noqa: N818 - a condition
    """A name was found where it may not be asked; to the connection it is one that was not found."""

    def __str__(self) -> str:
        return str(self.args[0])


class PublicResolver(CachingThreadedResolver):
    """Scrapy's own, which finds public addresses only, and those of the hosts and proxies that the operator named."""

    def __init__(self, reactor: Any, cache_size: int, timeout: float, reach: Reach) -> None:
        super().__init__(reactor, cache_size, timeout)
        self._reach = reach

    @classmethod
    def from_crawler(cls, crawler: Crawler, reactor: Any) -> Self:
        settings = crawler.settings
        reach = reach_of(crawler, also=map(host_of_url, _proxies(crawler)))
        return cls(reactor, settings.getint("DNSCACHE_SIZE"), settings.getfloat("DNS_TIMEOUT"), reach)

    def getHostByName(self, name: str, timeout: Any = ()) -> "Deferred[str]":  # noqa: N802 - Twisted's name
        return super().getHostByName(name, timeout).addCallback(self._checked, name)

    def _checked(self, address: str, name: str) -> str:
        why = self._reach.refuses_at(name, address)
        if why:
            raise NotPublic(why)
        return address


async def _look_up(host: str) -> str:
    from twisted.internet import reactor  # noqa: PLC0415 - its import would install it

    installed: Any = reactor
    found: str = await maybe_deferred_to_future(installed.resolve(host))
    return found


def _proxies(crawler: Crawler) -> list[str]:
    """Return the addresses of all proxies: the operator's setting, and those that Scrapy takes from the environment."""
    return [*crawler.settings.getlist("CRAWL_PROXIES"), *getproxies().values()]


def _is_search(request: Request) -> bool:
    tally = request.meta.get(TALLY)
    return tally is not None and tally.board.source == SEARCH
