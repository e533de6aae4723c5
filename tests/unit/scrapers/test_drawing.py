"""What is drawn in a browser stays within bounds, whatever the page does."""

import asyncio
from base64 import b64encode
from collections.abc import Awaitable
from typing import Any

import pytest
from scrapy import Request
from scrapy.exceptions import DownloadCancelledError, DownloadFailedError
from scrapy.http import Response

from scrapers.proxies import ROUTE
from tests.conftest import missing

try:
    from playwright.async_api import Error

    from scrapers import drawing
except ImportError:
    drawing = Error = None  # type: ignore[assignment, misc]
URL = "https://acme.test/careers/nurse"
GATE = "http://127.0.0.1:1"


@pytest.fixture(autouse=True)
def extra() -> None:
    """The extra `browser` is installed."""
    if drawing is None:
        missing("the extra `browser`")


class Page:
    """A page that is closed or not; a hanging one can't even be closed."""

    def __init__(self, *, hangs: bool = False) -> None:
        self.closings = 0
        self._hangs = hangs

    async def close(self) -> None:
        self.closings += 1
        if self._hangs:
            await asyncio.Event().wait()


async def answer() -> Response:
    """A page that was drawn."""
    return Response(URL)


async def raising(error: Exception) -> Response:
    """A page that was not."""
    raise error


async def hanging() -> Response:
    """A page that never ends."""
    await asyncio.Event().wait()
    return Response(URL)


def asking(page: Any) -> Request:
    """A request whose page is open."""
    return Request(URL, meta={"playwright_page": page})


async def test_a_drawn_page_is_closed() -> None:
    """And forgotten: a second try of the request opens another."""
    page = Page()
    request = asking(page)

    assert (await drawing.drawn(request, answer())).url == URL
    assert (page.closings, "playwright_page" in request.meta) == (1, False)


async def test_a_page_without_an_end_is_closed_after_its_time() -> None:
    """It gives the one error that is not tried again."""
    page = Page()
    with pytest.raises(DownloadCancelledError):
        await drawing.drawn(asking(page), hanging(), longest_s=0.01)

    assert page.closings == 1


async def test_a_page_that_can_t_be_closed_holds_nobody_up(monkeypatch: pytest.MonkeyPatch) -> None:
    """The browser goes on with another."""
    monkeypatch.setattr(drawing, "_CLOSES_WITHIN_S", 0.01)

    assert (await drawing.drawn(asking(Page(hangs=True)), answer())).url == URL


@pytest.mark.parametrize("kind", ["page", "download"])
async def test_what_fails_is_told_in_a_line(kind: str) -> None:
    """A page that crashed, or an address that is a file to keep."""
    page = Page()
    failing: Awaitable[Response] = raising(
        Error("net::ERR_FAILED\nCall log:") if kind == "page" else RuntimeError("net::ERR_FAILED")
    )
    with pytest.raises(DownloadFailedError) as caught:
        await drawing.drawn(asking(page), failing)

    assert str(caught.value) == "the browser: net::ERR_FAILED"
    assert page.closings == 1


async def test_a_window_that_a_page_opens_is_closed() -> None:
    """It would stay open for the whole crawl."""
    page = Page()
    await drawing.manner(asking(None), "x", GATE)["playwright_page_event_handlers"]["popup"](page)

    assert page.closings == 1


def through(user: str | None, route: int) -> dict[str, Any]:
    """How a page is drawn through a proxy, for a user or without."""
    credentials = {"Proxy-Authorization": b"Basic " + b64encode(user.encode())} if user else {}
    request = Request(URL, headers=credentials, meta={ROUTE: route})
    return drawing.manner(request, "jobstream/0.1", "http://b.test:2")


def test_a_proxy_s_credentials_are_its_context_s() -> None:
    """Scrapy holds them in a header, which a browser does not send; two users of one proxy have a context each."""
    contexts = [through("user:pa:ss", 0), through("other:pa:ss", 1), through(None, 2), through("user:pa:ss", 0)]

    assert [context["playwright_context_kwargs"]["proxy"] for context in contexts[:3]] == [
        {"server": "http://b.test:2", "username": "user", "password": "pa:ss", "bypass": "<-loopback>"},
        {"server": "http://b.test:2", "username": "other", "password": "pa:ss", "bypass": "<-loopback>"},
        {"server": "http://b.test:2", "bypass": "<-loopback>"},
    ]
    assert len({context["playwright_context"] for context in contexts}) == 3


def test_without_a_proxy_all_pages_share_a_context_with_our_name() -> None:
    """Which keeps no page's worker alive, and no file."""
    first, second = (drawing.manner(Request(url), "jobstream/0.1", GATE) for url in (URL, "https://other.test/"))

    assert first["playwright_context"] == second["playwright_context"]
    assert first["playwright_context_kwargs"] == {
        "user_agent": "jobstream/0.1",
        "service_workers": "block",
        "accept_downloads": False,
        "proxy": {"server": GATE, "bypass": "<-loopback>"},
    }
