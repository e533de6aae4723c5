"""An answer whose head has no end is broken off."""

from types import SimpleNamespace
from typing import Any

import pytest
from scrapy.exceptions import DownloadCancelledError
from twisted.web.client import _HTTP11ClientFactory

from scrapers import fetching
from scrapers.fetching import LONGEST_HEAD, Heads


class Protocol:
    """Twisted's client, as far as it is asked: in the head of an answer until somebody says otherwise."""

    def __init__(self) -> None:
        self._parser: Any = SimpleNamespace(state="HEADER")
        self.received = 0
        self.given_up: list[Any] = []

    def dataReceived(self, data: bytes) -> None:  # noqa: N802 - Twisted's name
        """Count."""
        self.received += len(data)

    def _giveUp(self, failure: Any) -> None:  # noqa: N802 - Twisted's name
        self.given_up.append(failure.value)
        self._parser = None


@pytest.fixture
def protocol() -> Protocol:
    """A connection on which an answer begins."""
    return Protocol()


def test_header_after_header_ends_an_answer(protocol: Protocol) -> None:
    """With the reason; nothing more of it is kept."""
    receive = Heads(protocol)
    receive(b"x" * LONGEST_HEAD)
    assert not protocol.given_up
    receive(b"x")

    assert (protocol.received, len(protocol.given_up)) == (LONGEST_HEAD, 1)
    assert isinstance(protocol.given_up[0], DownloadCancelledError)


def test_a_body_may_be_longer(protocol: Protocol) -> None:
    """Scrapy has a limit of its own for it."""
    receive = Heads(protocol)
    receive(b"x" * 100)
    protocol._parser.state = "BODY"
    for _ in range(3):
        receive(b"x" * LONGEST_HEAD)

    assert not protocol.given_up


def test_each_answer_of_a_connection_has_its_own_head(protocol: Protocol) -> None:
    """A connection is used again for many."""
    receive = Heads(protocol)
    for _ in range(3):
        protocol._parser = SimpleNamespace(state="STATUS")
        receive(b"x" * (LONGEST_HEAD - 1))

    assert not protocol.given_up


def test_every_connection_is_held_to_it() -> None:
    """Also those to a proxy and for the browser's plain requests: one pool makes them all."""
    made = fetching._bounded(_HTTP11ClientFactory)(lambda: None, "x").buildProtocol(None)

    assert isinstance(made.dataReceived, Heads)
