"""Sites that can only be searched, asked by the library JobSpy: Scrapy's handler for `jobspy://SITE/…`. Needs the extra `search`.

The library sends its requests itself. It is told our user agent and, where proxies are set, the request's; it can't be told to
obey robots.txt. It runs in a thread, which a crawl that stops waits for.
"""

import asyncio
import importlib.util
import logging
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any, Self
from urllib.parse import parse_qsl, urlsplit

import orjson
from scrapy import Request
from scrapy.crawler import Crawler
from scrapy.exceptions import DownloadCancelledError
from scrapy.http import Response, TextResponse

from scrapers.proxies import ROUTE, login_of

# the source, and the scheme of its requests
SEARCH = "jobspy"


class SearchOff(Exception):  # noqa: N818 - a condition
    """Boards of the source `jobspy` are to be crawled and may not be; the message says what allows them."""


def check_search(*, allowed: bool) -> None:
    """Return where the source `jobspy` may be crawled. Raises SearchOff."""
    if not allowed:
        raise SearchOff(
            "The source jobspy is off: the sites that it searches allow no robots in their terms of use. Read"
            " docs/searched-sites.md; JOBSTREAM_JOBSPY=true turns it on."
        )
    if importlib.util.find_spec("jobspy") is None:
        raise SearchOff("The source jobspy needs the extra `search`. `make search` installs it.")


class Searching:
    """Answers a search with `{"jobs": [row, …], "error": …}`; one search of a site at a time."""

    lazy = True

    def __init__(self, user_agent: str, proxies: Sequence[str]) -> None:
        self._user_agent = user_agent
        self._proxies = proxies
        self._turns: dict[str, asyncio.Lock] = defaultdict(asyncio.Lock)
        # its errors are told below, without a proxy's password
        logging.getLogger("jobspy").setLevel(logging.CRITICAL)

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        return cls(crawler.settings["USER_AGENT"], crawler.settings.getlist("CRAWL_PROXIES"))

    async def download_request(self, request: Request) -> Response:
        """Return the rows that were found.

        Raises DownloadCancelledError, which is not tried again, when it is no search or the site gave nothing but an error.
        """
        url = urlsplit(request.url)
        route = request.meta.get(ROUTE)
        proxies = [] if route is None else [self._proxies[route]]
        asked = {**dict(parse_qsl(url.query)), "user_agent": self._user_agent, "proxies": proxies}
        if "search_term" not in asked:
            raise DownloadCancelledError("a search is named SITE/COUNTRY/TERM or SITE/COUNTRY/TERM/PLACE")
        async with self._turns[url.netloc]:
            answer = await asyncio.to_thread(_search, url.netloc, asked)
        if answer["error"] is not None:
            answer["error"] = _without_logins(answer["error"], proxies)
            if not answer["jobs"]:
                raise DownloadCancelledError(answer["error"])
        return TextResponse(request.url, body=orjson.dumps(answer, default=str), encoding="utf-8")

    async def close(self) -> None:
        """Nothing is held open."""


def _search(site: str, asked: dict[str, Any]) -> dict[str, Any]:
    import jobspy  # noqa: PLC0415 - it is an extra

    try:
        found = jobspy.scrape_jobs(site_name=site, verbose=None, **asked)
    except ValueError as error:
        return {"jobs": [], "error": f"{error}"}
    return {"jobs": found.to_dict("records"), "error": found.attrs.get("errors", {}).get(site)}


def _without_logins(text: str, proxies: Iterable[str]) -> str:
    for login in filter(None, map(login_of, proxies)):
        text = text.replace(login, "***")
    return text
