"""Requests go through the operator's proxies, and never past them."""

import pytest
from scrapy import Request
from scrapy.exceptions import DownloadCancelledError, DownloadConnectionRefusedError, IgnoreRequest
from scrapy.http import Response

from scrapers import proxies as proxies_module
from scrapers.crawl import Manners, scrapy_settings
from scrapers.proxies import RESTS_S, Proxies, ProxiesUnreadable, read_proxies
from scrapers.tally import STOPPED

ADDRESSES = ["http://a.test:1", "http://user:pa55@b.test:2", "http://c.test:3"]
A, B, C = ADDRESSES


class Clock:
    """Time that stands still."""

    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


def through(proxies: Proxies, *hosts: str) -> list[str]:
    """Return the proxy of a request to each host."""
    return [sent(proxies, host).meta["proxy"] for host in hosts]


def sent(proxies: Proxies, host: str = "boards.test") -> Request:
    """Return a request to `host` with its route."""
    request = Request(f"http://127.0.0.1/{host}/jobs", meta={"download_slot": host})
    proxies.process_request(request)
    return request


def fail(proxies: Proxies, host: str = "boards.test") -> None:
    """A request to `host` fails."""
    proxies.process_exception(sent(proxies, host), DownloadConnectionRefusedError())


def test_a_host_keeps_its_proxy() -> None:
    """And other hosts have others."""
    assert through(Proxies(ADDRESSES, "host"), "x", "y", "x", "z", "w", "y") == [A, B, A, C, A, B]


def test_requests_take_turns_where_they_are_to() -> None:
    """Whatever their host is."""
    assert through(Proxies(ADDRESSES, "request"), "x", "x", "x", "x") == [A, B, C, A]


def test_a_proxy_that_fails_rests_and_its_host_stays_with_the_next() -> None:
    """Also after the first one came back, so that a host sees no more changes than there must be."""
    clock = Clock()
    proxies = Proxies(ADDRESSES, "host", clock)
    fail(proxies)

    assert through(proxies, "boards.test", "x", "y") == [B, C, B]
    clock.now += RESTS_S
    assert through(proxies, "boards.test", "z", "w") == [B, C, A]


def test_turns_leave_out_a_proxy_that_rests() -> None:
    """For a minute."""
    clock = Clock()
    proxies = Proxies(ADDRESSES, "request", clock)
    fail(proxies)

    assert through(proxies, "x", "x", "x") == [B, C, B]
    clock.now += RESTS_S
    assert through(proxies, "x", "x") == [C, A]


def test_where_all_rest_the_first_to_have_failed_is_tried() -> None:
    """Nothing ever goes directly."""
    clock = Clock()
    proxies = Proxies(ADDRESSES, "request", clock)
    for _ in ADDRESSES:
        clock.now += 1
        fail(proxies)

    assert through(proxies, "x", "x") == [A, A]


def test_a_proxy_that_asks_who_we_are_rests() -> None:
    """Any other answer is the host's."""
    proxies = Proxies(ADDRESSES, "request", Clock())
    for status in (407, 500):
        response = Response("http://127.0.0.1/", status=status)
        assert proxies.process_response(sent(proxies), response) is response

    assert through(proxies, "x", "x", "x") == [C, B, C]


@pytest.mark.parametrize("error", [IgnoreRequest(STOPPED), DownloadCancelledError("a page without an end")])
def test_what_is_not_a_proxy_s_fault_lets_none_rest(error: Exception) -> None:
    """A crawl that stops, robots.txt, a page that hangs."""
    proxies = Proxies([A, B], "host", Clock())
    proxies.process_exception(sent(proxies), error)

    assert through(proxies, "boards.test") == [A]


def test_a_request_that_has_no_route_yet_lets_none_rest() -> None:
    """It failed before it was sent."""
    proxies = Proxies([A, B], "host", Clock())
    proxies.process_exception(Request("http://x.test"), DownloadConnectionRefusedError())

    assert through(proxies, "x") == [A]


def test_the_log_names_a_proxy_without_its_password(monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither its user."""
    told: list[object] = []
    monkeypatch.setattr(proxies_module.log, "warning", lambda *words, **values: told.append((words, values)))
    fail(Proxies([B], "host", Clock()))

    assert told == [(("a proxy rests",), {"proxy": "b.test:2", "cause": "DownloadConnectionRefusedError"})]


def test_a_list_of_proxies_is_read() -> None:
    """Separated by commas, with blanks or without."""
    assert read_proxies(f" {A},{B} , https://c.test:443/ ,") == (A, B, "https://c.test:443/")
    assert read_proxies("") == ()


@pytest.mark.parametrize("text", ["user:pa55@b.test:2", "http://pa55@b.test", "socks5://pa55:1", "http://:pa55", "http://b:pa55"])
def test_what_is_no_proxy_is_told_without_its_password(text: str) -> None:
    """By its place in the list."""
    with pytest.raises(ProxiesUnreadable, match="Proxy number 2 ") as caught:
        read_proxies(f"{A},{text}")

    assert "pa55" not in str(caught.value)


def test_scrapy_sends_nothing_through_a_proxy_unless_told_to() -> None:
    """And what it is told does not show the addresses."""
    with_proxies = Manners("x", 0, proxies=(B,), rotation="request")
    middlewares = [scrapy_settings(manners)["DOWNLOADER_MIDDLEWARES"] for manners in (Manners("x", 0), with_proxies)]

    assert [found["scrapers.proxies.Proxies"] for found in middlewares] == [None, 570]
    assert "pa55" not in repr(with_proxies)
