"""How our Scrapy process is set up."""

import asyncio
import signal
from types import SimpleNamespace

import pytest

from scrapers import crawl
from scrapers.crawl import Manners, scrapy_settings


def test_a_spider_says_who_it_is_and_obeys() -> None:
    """Every request carries the honest name; robots.txt is our own middleware's, and 429 and 503 are the throttle's alone."""
    settings = scrapy_settings(Manners("jobstream/0.1 (+about)", 1.5))

    assert (settings["USER_AGENT"], settings["ROBOTSTXT_OBEY"], settings["CRAWL_DELAY_S"]) == (
        "jobstream/0.1 (+about)",
        True,
        1.5,
    )
    assert "scrapers.robots.Robots" in settings["DOWNLOADER_MIDDLEWARES"]
    assert not {429, 503} & set(settings["RETRY_HTTP_CODES"])


def test_no_console_listens() -> None:
    """Scrapy's telnet and remote control are off."""
    settings = scrapy_settings(Manners("x", 0))

    assert (settings["TELNETCONSOLE_ENABLED"], settings["REMOTE_CONTROL_ENABLED"]) == (False, False)


async def test_each_signal_is_counted_and_the_spider_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """Afterwards the handlers are those that were there."""
    told: list[int] = []
    stop = crawl._Stop()
    before = signal.getsignal(signal.SIGTERM)
    with stop.listening(SimpleNamespace(spider=SimpleNamespace(stop=lambda: told.append(1)))):
        signal.raise_signal(signal.SIGTERM)
        signal.raise_signal(signal.SIGTERM)
        await asyncio.sleep(0)

    assert (stop.asked, told) == (2, [1, 1])
    assert signal.getsignal(signal.SIGTERM) is before
