"""Scrapy's handler of http and https, whose answers have a head that ends: Twisted keeps header after header."""

from typing import Any

from scrapy.core.downloader.handlers.http11 import HTTP11DownloadHandler
from scrapy.crawler import Crawler
from scrapy.exceptions import DownloadCancelledError
from twisted.python.failure import Failure

HANDLERS = dict.fromkeys(("http", "https"), "scrapers.fetching.Fetching")
LONGEST_HEAD = 1 << 20
# of Twisted's parser: before the body
_IN_HEAD = ("STATUS", "HEADER")


class BoundedHeads:
    """Mixed into a handler of HTTP/1.1, it ends an answer whose head is longer than `LONGEST_HEAD` bytes."""

    def __init__(self, crawler: Crawler) -> None:
        super().__init__(crawler)  # type: ignore[call-arg]
        pool: Any = self._pool  # type: ignore[attr-defined]
        pool._factory = _bounded(pool._factory)  # noqa: SLF001 - the one place where connections are made


class Fetching(BoundedHeads, HTTP11DownloadHandler):
    """Scrapy's own, with that difference."""


class Heads:
    """Hands on what `protocol`, Twisted's client, receives, and counts it while the head of an answer comes."""

    def __init__(self, protocol: Any) -> None:
        self._protocol = protocol
        self._receive = protocol.dataReceived
        self._parser: object = None
        self._size = 0

    def __call__(self, data: bytes) -> None:
        """Take `data`."""
        # each answer of a connection has a parser of its own
        parser = self._protocol._parser  # noqa: SLF001 - nothing else tells where an answer is
        if parser is not self._parser:
            self._parser, self._size = parser, 0
        if parser is not None and parser.state in _IN_HEAD:
            self._size += len(data)
        if self._size > LONGEST_HEAD:
            error = DownloadCancelledError(f"the head of its answer is longer than {LONGEST_HEAD >> 20} MiB")
            failure = Failure(error)  # type: ignore[no-untyped-call]
            self._protocol._giveUp(failure)  # noqa: SLF001 - as it does itself where an answer is none
            return
        self._receive(data)


def _bounded(factory: Any) -> Any:
    class Bounded(factory):  # type: ignore[misc]
        noisy = False

        def buildProtocol(self, addr: Any) -> Any:  # noqa: N802 - Twisted's name
            protocol: Any = super().buildProtocol(addr)
            protocol.dataReceived = Heads(protocol)
            return protocol

    return Bounded
