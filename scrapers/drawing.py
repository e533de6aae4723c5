"""Pages drawn in a browser: scrapy-playwright's download handler, held within bounds. Needs the extra `browser`."""

import asyncio
from base64 import b64decode
from collections.abc import Awaitable
from contextlib import suppress
from functools import cache
from typing import Any, Self

from playwright.async_api import Error, Page
from playwright.async_api import TimeoutError as PageTimeout
from scrapy import Request
from scrapy.crawler import Crawler
from scrapy.exceptions import DownloadCancelledError, DownloadFailedError
from scrapy.http import Response
from scrapy_playwright.handler import ScrapyPlaywrightDownloadHandler
from scrapy_playwright.page import PageMethod

from scrapers.fetching import BoundedHeads
from scrapers.gate import Gate
from scrapers.guard import reach_of
from scrapers.proxies import ROUTE

PAGES_AT_ONCE = 4
LONGEST_S = 40.0
_SETTLES_WITHIN_MS = 5_000
_CLOSES_WITHIN_S = 5.0
_PAGE = "playwright_page"


class Drawing(BoundedHeads, ScrapyPlaywrightDownloadHandler):  # type: ignore[misc]
    """Scrapy-playwright's own, with these differences.

    - One handler, so one browser, for http and https.
    - `PAGES_AT_ONCE` pages in all, and a context per route: one, or one per proxy.
    - A page that hangs is closed after `LONGEST_S`: neither reading a page nor closing one has a limit of its own.
    - What fails is one of Scrapy's errors, told in a line.
    - Without a proxy, all that a page asks for goes through our own gate, which leads to hosts within reach only.
    """

    def __init__(self, crawler: Crawler) -> None:
        super().__init__(crawler)
        self._user_agent = crawler.settings["USER_AGENT"]
        self._turns = asyncio.Semaphore(PAGES_AT_ONCE)
        self._is_closed = False
        self._gate = Gate(reach_of(crawler))

    @classmethod
    @cache
    def from_crawler(cls, crawler: Crawler) -> Self:
        return cls(crawler)

    async def close(self) -> None:
        if not self._is_closed:
            self._is_closed = True
            await super().close()
            self._gate.close()

    async def download_request(self, request: Request) -> Response:
        """Return the page as it stands once its scripts came to rest; without `playwright` in its meta, the plain answer."""
        if not request.meta.get("playwright"):
            plain: Response = await super().download_request(request)
            return plain
        way = request.meta.get("proxy") or await self._gate.open()
        request.meta.update(manner(request, self._user_agent, way))
        async with self._turns:
            return await drawn(request, super().download_request(request))


def manner(request: Request, user_agent: str, way: str) -> dict[str, Any]:
    """Return the words of scrapy-playwright by which a page is drawn: its context, what becomes of its windows.

    `way` is the address of the proxy that all of it goes through.
    """
    return {
        "playwright_include_page": True,
        "playwright_page_methods": [PageMethod(_settle)],
        # a window that a page opens would stay open, and load whatever it likes
        "playwright_page_event_handlers": {"popup": _close},
        # proxies of one address may differ in who uses them
        "playwright_context": f"{way} {request.meta.get(ROUTE)}",
        "playwright_context_kwargs": {
            "user_agent": user_agent,
            "service_workers": "block",
            "accept_downloads": False,
            # without the last, what is on loopback would not go through it
            "proxy": {"server": way, **_credentials(request), "bypass": "<-loopback>"},
        },
    }


async def drawn(request: Request, drawing: Awaitable[Response], longest_s: float = LONGEST_S) -> Response:
    """Return what `drawing` gives; its page, which the request carries, is closed in any case.

    Raises DownloadCancelledError after `longest_s`, DownloadFailedError when the browser or the page fails.
    """
    try:
        return await asyncio.wait_for(drawing, longest_s)
    except (TimeoutError, PageTimeout) as error:
        # this one is not tried again: what took all of its time takes it the next time too
        raise DownloadCancelledError("the page did not come to an end in the browser") from error
    except (Error, RuntimeError) as error:
        # a download, as of a PDF, is a RuntimeError
        raise DownloadFailedError(f"the browser: {_first_line(error)}") from error
    finally:
        await _close(request.meta.pop(_PAGE, None))


async def _settle(page: Page) -> None:
    # a page that goes on asking, for a chat window say, has long written its posting
    with suppress(PageTimeout):
        await page.wait_for_load_state("networkidle", timeout=_SETTLES_WITHIN_MS)


async def _close(page: Page | None) -> None:
    if page is not None:
        with suppress(Error, TimeoutError):
            await asyncio.wait_for(page.close(), _CLOSES_WITHIN_S)


def _credentials(request: Request) -> dict[str, str]:
    # Scrapy has moved them from the proxy's address into a header
    given = request.headers.get("Proxy-Authorization")
    if not given:
        return {}
    user, _, password = b64decode(given.removeprefix(b"Basic ")).decode("latin-1").partition(":")
    return {"username": user, "password": password}


def _first_line(error: Exception) -> str:
    return (str(error).splitlines() or [type(error).__name__])[0]
