"""A careers page, fetched once: which source and board it is of."""

from http.client import HTTPException
from urllib.request import Request, urlopen

from pipeline.cli.exits import Unreachable
from pipeline.settings import Settings
from scrapers.boards import Board
from scrapers.discover import boards_in
from scrapers.urls import led_to

_WITHIN_S = 20
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
        with urlopen(asked, timeout=_WITHIN_S) as answer:  # noqa: S310
            # a redirect often leads to the system itself
            return f"{answer.url}\n{answer.read(_LONGEST).decode('utf-8', 'replace')}"
    except (OSError, ValueError, HTTPException) as error:
        raise Unreachable(f"{url} does not answer: {error}. Give the address of the page that lists the postings.") from error
