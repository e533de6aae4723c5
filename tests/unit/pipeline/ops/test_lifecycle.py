"""Time for boards that nobody crawls."""

import json

import pytest
from click.testing import CliRunner

from pipeline.cli import lifecycle as cli
from pipeline.cli.exits import Unreachable
from pipeline.ops import lifecycle as ops
from runtime.producer import BrokerUnavailable
from schemas.codec import decode, encode
from schemas.crawl import CrawlTick
from tests.builders import JAN, as_incoming
from tests.unit.streams.lifecycle.crawls import crawl, day, ids
from tests.warehouse_data import changed


@pytest.fixture
def known(monkeypatch):
    """Two boards, one of them crawled twice, and a report that nobody can read."""
    events = [*crawl(day(0), ids(1)), *crawl(day(1), ids(1)), *crawl(day(0), source="ashby", board="q")]
    messages = [as_incoming(encode(event, "jobs.crawl", made_by="test")) for event in events]
    messages.append(changed(messages[-1], b"{no json"))
    monkeypatch.setattr(ops, "read_all", lambda *_: iter(messages))


def test_every_board_is_told_once(known):
    """By the key under which its crawls lie."""
    published = []
    ticks = ops.tick(None, JAN, published.extend)

    assert ticks == [CrawlTick(source="ashby", board="q", at=JAN), CrawlTick(source="lever", board="acme", at=JAN)]
    assert [decode(as_incoming(message)) for message in published] == ticks
    assert [message.key for message in published] == [b"ashby:q", b"lever:acme"]


def test_a_dry_run_publishes_nothing(known):
    """It says who would be told."""
    assert len(ops.tick(None, JAN, None)) == 2


def test_a_broker_that_went_away_is_said(known):
    """The command may be repeated."""

    def away(_):
        raise BrokerUnavailable("away")

    with pytest.raises(Unreachable, match="tick twice is once"):
        ops.tick(None, JAN, away)


@pytest.fixture
def invoke(known, monkeypatch):
    """The command, on those boards."""
    monkeypatch.setattr(cli, "Cluster", lambda _: type("Cluster", (), {"config": None})())
    return lambda *argv: CliRunner().invoke(cli.command, ["tick", *argv])


def test_the_command_names_the_boards(invoke):
    """As JSON for programs, as a table for people."""
    told = json.loads(invoke("--dry-run", "--at", "2026-01-05", "--json").output)

    assert told == {"at": "2026-01-05T00:00:00+00:00", "boards": ["ashby:q", "lever:acme"], "published": False}
    assert "2 boards would be told that it is" in invoke("--dry-run", "--at", "2026-01-05").output


def test_the_future_is_refused(invoke):
    """What would close then could not be reopened before."""
    assert invoke("--at", "2999-01-01").exit_code == 2
