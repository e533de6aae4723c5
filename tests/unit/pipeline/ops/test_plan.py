"""The plan on its topic, and the reports that a new leader waits for."""

from types import SimpleNamespace

import pytest

from pipeline.ops import plan as ops
from pipeline.settings import Settings
from schemas.codec import encode, tombstone
from schemas.crawl import CrawlTick
from schemas.topics import CRAWL, PLAN
from tests.builders import FEB, JAN, as_incoming
from tests.unit.scrapers.plan.test_rules import make_plan
from tests.unit.streams.lifecycle.crawls import crawl, day, ids
from tests.warehouse_data import changed

CLUSTER = SimpleNamespace(
    config=None,
    offsets_at=lambda topics, _: {(topics[0], 0): 0},
    next_offsets=lambda topics: {(topics[0], 0): 7},
)


def record(**overrides):
    """A record as it is read."""
    return as_incoming(encode(make_plan(**overrides), PLAN.name, made_by="test"))


@pytest.fixture
def topic(monkeypatch):
    """What lies on the topic of the plan."""
    messages = []
    monkeypatch.setattr(ops, "read_all", lambda *_: iter(messages))
    return messages


def test_the_newest_record_of_a_board_is_in_force(topic):
    """Compaction may not have come yet."""
    topic += [record(board="a", round=1), record(board="b"), record(board="a", round=2)]
    assert {key: plan.round for key, plan in ops.read_plan(CLUSTER).items()} == {"lever:a": 2, "lever:b": 1}


def test_a_tombstone_takes_a_board_out_of_the_plan(topic):
    """It may come back later."""
    topic += [record(board="a"), as_incoming(tombstone(PLAN.name, "lever:a"))]
    assert ops.read_plan(CLUSTER) == {}
    topic.append(record(board="a", round=9))
    assert ops.read_plan(CLUSTER)["lever:a"].round == 9


def test_a_record_that_can_t_be_read_is_planned_anew(topic):
    """The boards files say that there is such a board."""
    topic += [record(board="a"), record(board="b"), changed(record(board="a"), b"{no json")]
    assert ops.read_plan(CLUSTER).keys() == {"lever:b"}


def test_boards_are_counted_from_the_plan(topic):
    """For status and doctor."""
    topic.append(record(due_at=FEB))
    assert ops.counts(CLUSTER, Settings(_env_file=None)).late == 1


def test_reports_are_read_once(monkeypatch):
    """From the oldest lease on, then from where the last reading ended; pages, ticks and what can't be read are none."""
    starts = []
    messages = [as_incoming(encode(event, CRAWL.name, made_by="test")) for event in crawl(day(0), ids(1))]
    messages.append(as_incoming(encode(CrawlTick(source="lever", board="acme", at=JAN), CRAWL.name, made_by="test")))
    messages.append(changed(messages[1], b"{no json"))
    monkeypatch.setattr(ops, "read", lambda _, start, __: starts.append(start) or iter(messages))
    log = ops.PlanLog(CLUSTER)

    assert [report.board for report in log.reports(JAN)] == ["acme"]
    log.reports(JAN)
    assert starts == [{("jobs.crawl", 0): 0}, {("jobs.crawl", 0): 7}]
