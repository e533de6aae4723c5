"""A careers page, fetched once: which source and board it is of."""

import time
from http.client import HTTPException, HTTPResponse
from urllib.request import Request

from pipeline.cli.exits import Unreachable
from pipeline.ops.opener import opener
from pipeline.settings import Settings
from scrapers.boards import Board
from scrapers.discover import boards_in
from scrapers.reach import REMEDY, HostRefused, Reach
from scrapers.urls import led_to

_WITHIN_S = 20
_LASTS_S = 60.0
_LONGEST = 4 << 20


def discover(url: str, settings: Settings) -> list[Board]:
    """Return the boards that `url` names, else those that the page there does.

    Raises Unreachable when the page can't be fetched, ValueError when `url` is no web address.
    """
    address = url if "://" in url else f"https://{url}"
    if not address.startswith(("https://", "http://")):
        raise ValueError(f"{url!r} is no web address")
    return boards_in(address) or boards_in(_page(address, settings))


def _page(url: str, settings: Settings) -> str:
    asked = Request(led_to(settings.source_base_url, url), headers={"User-Agent": settings.user_agent})  # noqa: S310 - https or http
    try:
        with opener(Reach.naming(settings.reachable_hosts)).open(asked, timeout=_WITHIN_S) as answer:
            # a redirect often leads to the system itself
            return f"{answer.url}\n{_read(answer).decode('utf-8', 'replace')}"
    except HostRefused as error:
        raise Unreachable(f"{url} was not asked: {error}. {REMEDY}") from error
    except (OSError, ValueError, HTTPException) as error:
        raise Unreachable(f"{url} does not answer: {error}. Give the address of the page that lists the postings.") from error


def _read(answer: HTTPResponse) -> bytes:
    """Return the start of a page; one that comes a byte at a time is not waited for."""
    found, ends_at = b"", time.monotonic() + _LASTS_S
    while len(found) < _LONGEST and (chunk := answer.read1(_LONGEST - len(found))):
        found += chunk
        if time.monotonic() > ends_at:
            raise TimeoutError(f"it has not ended after {_LASTS_S:.0f} seconds")
    return found
