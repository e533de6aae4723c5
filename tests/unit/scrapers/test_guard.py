"""No address in a page leads a spider into the network that it runs in."""

from collections.abc import Awaitable, Callable
from datetime import UTC, datetime
from types import SimpleNamespace

import pytest
from scrapy import Request
from scrapy.resolver import CachingThreadedResolver
from twisted.internet import defer
from twisted.internet.error import DNSLookupError

from scrapers import guard
from scrapers.boards import Board
from scrapers.crawl import Manners, scrapy_settings
from scrapers.guard import Guard, NotPublic, PublicResolver
from scrapers.reach import Reach
from scrapers.reading import TALLY, NoAnswer, OutOfReach, payload_of, to_scrapy, was_sent
from scrapers.sources import load_source
from scrapers.sources.base import PageRequest
from scrapers.tally import Tally

REACH = Reach.naming(["careers.acme.example"])


def found_at(address: str | Exception) -> Callable[[str], Awaitable[str]]:
    """Every name is there."""

    async def look_up(_: str) -> str:
        if isinstance(address, Exception):
            raise address
        return address

    return look_up


async def why(url: str, at: str | Exception | None = "8.8.8.8", source: str = "careers") -> str:
    """Return why `url` is not asked; empty where it is. `at` None = names are looked up by a proxy."""
    tally = Tally(Board(source, "x"), load_source(source), datetime.now(UTC))
    try:
        await Guard(REACH, None if at is None else found_at(at)).process_request(to_scrapy(PageRequest(url), "", {}, tally=tally))
    except OutOfReach as error:
        return str(error)
    return ""


async def test_a_public_host_is_asked() -> None:
    """And one that is not found, which the request itself tells."""
    assert await why("https://acme.example/jobs") == ""
    assert await why("https://acme.example/jobs", DNSLookupError("x")) == ""
    assert await why("https://acme.example/jobs", at=None) == ""


@pytest.mark.parametrize(
    "url", ["http://127.0.0.1/jobs", "http://169.254.169.254/jobs", "http://0x7f.1/", "http://localhost:9000/"]
)
async def test_a_host_within_is_refused(url: str) -> None:
    """Behind a proxy too; the reason names the remedy."""
    assert "JOBSTREAM_PRIVATE_HOSTS" in await why(url)
    assert "is no public" in await why(url, at=None)


async def test_a_name_that_leads_within_is_refused() -> None:
    """Unless the operator named it."""
    assert "acme.example is at 10.0.0.1" in await why("https://acme.example/jobs", "10.0.0.1")
    assert "acme.example is at 10.0.0.1" in await why("https://acme.example/jobs", NotPublic("acme.example is at 10.0.0.1"))
    assert await why("https://careers.acme.example/jobs", "10.0.0.1") == ""


@pytest.mark.parametrize(
    "url", ["file:///etc/passwd", "ftp://acme.example/x", "s3://bucket/x", "data:text/html,x", "jobspy://indeed/?search_term=x"]
)
async def test_a_page_can_t_leave_the_web(url: str) -> None:
    """Its link to a file, or to a search that nobody asked for, is no posting's."""
    assert "is no scheme of the web" in await why(url)


async def test_a_search_is_its_own_source_s() -> None:
    """Its scheme is ours."""
    assert await why("jobspy://indeed/?search_term=x", source="jobspy") == ""


def test_what_is_refused_is_told_and_counts_as_not_sent() -> None:
    """It says nothing of the host's health."""
    error = OutOfReach("not asked: x")
    with pytest.raises(NoAnswer, match="not asked: x"):
        payload_of(PageRequest("http://x/"), error)
    assert not was_sent(error)


def resolver(monkeypatch: pytest.MonkeyPatch, at: str, proxies: dict[str, str]) -> PublicResolver:
    """The resolver of a crawl with a proxy in the environment; every name is at `at`."""
    monkeypatch.setattr(CachingThreadedResolver, "getHostByName", lambda *_: defer.succeed(at))
    monkeypatch.setattr(guard, "getproxies", lambda: proxies)
    settings = SimpleNamespace(getlist=lambda _: [], getint=lambda _: 1, getfloat=lambda _: 1.0)
    return PublicResolver.from_crawler(SimpleNamespace(settings=settings), None)  # type: ignore[arg-type]


def test_no_connection_is_made_within(monkeypatch: pytest.MonkeyPatch) -> None:
    """A name may change its address between two looks."""
    failures: list[object] = []
    resolver(monkeypatch, "10.0.0.1", {}).getHostByName("acme.example").addErrback(lambda failure: failures.append(failure.value))

    assert [str(error) for error in failures] == ["acme.example is at 10.0.0.1, no public address"]


def test_a_proxy_may_be_within(monkeypatch: pytest.MonkeyPatch) -> None:
    """The operator named it."""
    found: list[str] = []
    proxies = {"https": "http://proxy.acme.example:3128"}
    resolver(monkeypatch, "10.0.0.1", proxies).getHostByName("proxy.acme.example").addCallback(found.append)

    assert found == ["10.0.0.1"]


def test_every_crawl_is_guarded_before_it_asks_for_robots_txt() -> None:
    """Scrapy opens files and other schemes than the web's no more, and takes no certificate of anybody."""
    settings = scrapy_settings(Manners("x", 0, private_hosts=("careers.acme.example",)))
    places = settings["DOWNLOADER_MIDDLEWARES"]

    assert places["scrapers.guard.Guard"] < places["scrapers.robots.Robots"]
    assert settings["CRAWL_PRIVATE_HOSTS"] == ["careers.acme.example"]
    assert (settings["DNS_RESOLVER"], settings["DOWNLOAD_VERIFY_CERTIFICATES"]) == (guard.RESOLVER, True)
    assert [settings["DOWNLOAD_HANDLERS"][scheme] for scheme in ("file", "ftp", "s3", "data")] == [None] * 4


def test_a_request_without_a_tally_is_no_search() -> None:
    """As that for robots.txt is."""
    assert not guard._is_search(Request("jobspy://indeed/", meta={TALLY: None}))
