"""What is drawn in a browser stays within bounds, whatever the page does."""

import asyncio
from collections.abc import Awaitable
from typing import Any

import pytest
from scrapy import Request
from scrapy.exceptions import DownloadCancelledError, DownloadFailedError
from scrapy.http import Response

from tests.conftest import missing

try:
    from playwright.async_api import Error

    from scrapers import drawing
except ImportError:
    drawing = Error = None  # type: ignore[assignment, misc]
URL = "https://acme.test/careers/nurse"


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


@pytest.mark.parametrize(
    ("header", "credentials"), [(None, {}), ("Basic dXNlcjpwYTpzcw==", {"username": "user", "password": "pa:ss"})]
)
def test_a_proxy_s_credentials_are_the_context_s(header: str | None, credentials: dict[str, str]) -> None:
    """Scrapy holds them in a header, which a browser does not send."""
    request = Request(URL, headers={"Proxy-Authorization": header} if header else {})

    assert drawing._credentials(request) == credentials
