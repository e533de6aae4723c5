"""Which raw postings are replayed, and how they look then."""

from datetime import UTC, datetime, timedelta

import pytest

from pipeline.cli.exits import Unreachable
from pipeline.ops.replay import Report, Window, as_replay, batches, replay
from runtime.producer import BrokerUnavailable, Published
from schemas.codec import REPLAY_ID, decode, event_id, position_of, replayed_since
from schemas.message import Incoming, Outgoing
from schemas.topics import RAW, REPLAY
from tests.builders import FEB, JAN, MAR, as_incoming, make_raw_posting, raw_message

AT = (RAW.name, 0, 0)
MS = timedelta(milliseconds=1)


@pytest.mark.parametrize(
    ("window", "held"),
    [
        (Window(), True),
        (Window(since=FEB), True),
        (Window(since=FEB + MS), False),
        (Window(until=FEB), False),
        (Window(until=FEB + MS), True),
        (Window(since=JAN, until=MAR), True),
        (Window(source="lever"), True),
        (Window(source="ashby"), False),
        (Window(source="lever", board="acme"), True),
        (Window(source="lever", board="other"), False),
    ],
)
def test_a_window_holds_from_inclusive_to_exclusive(window, held):
    """By fetched_at, source and board."""
    assert window.holds(make_raw_posting(fetched_at=FEB)) is held


def test_a_replayed_message_keeps_key_and_payload():
    """A replay interprets nothing."""
    message = raw_message()
    replayed = as_replay(message, "r1", decode(message), (RAW.name, 3, 41))
    assert (replayed.topic, replayed.key, replayed.value, replayed.partition) == (
        "jobs.posting.replay",
        message.key,
        message.value,
        3,
    )


def test_a_replayed_message_has_the_replay_id_and_an_id_of_its_own():
    """Stable when the same replay runs twice, new under another."""
    raw = make_raw_posting()
    headers = dict(as_replay(raw_message(raw), "r1", raw, AT).headers)
    assert headers[REPLAY_ID] == b"r1"
    assert headers["ce_id"].decode() == event_id(raw, "r1") != event_id(raw)


def test_a_replayed_message_says_which_raw_posting_it_repeats():
    """So that its dead letter is that of the raw posting, however often it is replayed."""
    once = as_incoming(as_replay(raw_message(offset=41), "r1", None, (RAW.name, 3, 41)), partition=3, offset=7)
    twice = as_incoming(as_replay(once, "r2", None, position_of(once)), partition=3, offset=8)
    assert position_of(once) == position_of(twice) == (RAW.name, 3, 41)


@pytest.mark.parametrize(
    "header",
    [
        b"",
        b"jobs.posting.raw",
        b"jobs.posting.raw:x:1",
        b"jobs.posting.raw:1:-2",
        b":1:2",
        b"jobs.of.others:1:2",
        b"jobs.posting.raw:1:" + b"9" * 5_000,
        b"jobs.posting.raw:" + b"9" * 5_000 + b":1",
        b"jobs.posting.raw:9999999999:1",
    ],
)
def test_a_position_that_can_t_be_read_is_the_message_s_own(header):
    """A header that somebody else wrote stops nothing."""
    assert position_of(Incoming(REPLAY.name, 3, 7, b"k", b"{}", (("ce_replayof", header),))) == (REPLAY.name, 3, 7)


def test_a_replay_of_a_replay_carries_the_new_id_only():
    """One header of each name."""
    headers = as_replay(raw_message(replay_id="r1"), "r2", make_raw_posting(), AT).headers
    assert [value for name, value in headers if name == REPLAY_ID] == [b"r2"]
    assert len({name for name, _ in headers}) == len(headers)


def test_the_headers_of_a_dead_letter_do_not_come_along():
    """What is redriven may die again, for another reason."""
    message = raw_message()
    dead = Incoming(message.topic, 0, 0, message.key, message.value, (*message.headers, ("dl_reason", b"not_json")))
    assert not any(name.startswith("dl_") for name, _ in as_replay(dead, "r1", None, AT).headers)


@pytest.mark.parametrize(
    ("since", "told"), [(None, 0), (JAN, int(JAN.timestamp() * 1000)), (datetime(1969, 1, 1, tzinfo=UTC), 0)]
)
def test_a_replay_says_where_its_window_begins(monkeypatch, since, told):
    """Normalize leaves what is only shown again in it to what first showed it; who redrives one posting has no window."""
    monkeypatch.setattr("pipeline.ops.replay.read", lambda *_: [raw_message()])
    sent: list[Outgoing] = []

    class Producer:
        def publish(self, messages):
            sent.extend(messages)
            return [Published(m.topic, 0, 0) for m in messages]

    replay(FakeCluster(), Window(since=since), "r1", Producer(), lambda _: None)

    [message] = [as_incoming(each) for each in sent]
    assert replayed_since(message) == told
    assert replayed_since(as_incoming(as_replay(message, "r2", None, AT))) is None


def test_batches_keep_the_order_and_lose_nothing():
    """The last one is shorter."""
    assert [*batches(range(7), 3)] == [[0, 1, 2], [3, 4, 5], [6]]


class FakeCluster:
    """A cluster that holds nothing but offsets, `read_to` as normalize committed it; `messages` stand for what `read` yields."""

    config = None

    def __init__(self, read_to: int | None = 3) -> None:
        self.read_to = read_to

    def first_offsets(self, topics):
        return {("jobs.posting.raw", 0): 0}

    def next_offsets(self, topics):
        return {("jobs.posting.raw", 0): 3}

    def committed(self, group, topics):
        assert group == "jobstream-normalize"
        return {} if self.read_to is None else {("jobs.posting.raw", 0): self.read_to}


class FakeProducer:
    """Keeps what it is given; a producer whose broker is `away` acknowledges nothing."""

    def __init__(self, *, away: bool = False, refuse: bool = False) -> None:
        self.sent, self.away, self.refuse = [], away, refuse

    def publish(self, messages):
        if self.away:
            raise BrokerUnavailable("gone")
        self.sent += messages
        return [Published(m.topic, m.partition, None if self.refuse else 0) for m in messages]


@pytest.fixture
def messages(monkeypatch):
    """January, a message that is no posting, and March."""
    broken = Incoming("jobs.posting.raw", 0, 1, b"k", b"{", (("ce_type", b"jobs.posting.raw.v1"),))
    there = [
        raw_message(make_raw_posting(fetched_at=JAN), offset=0),
        broken,
        raw_message(make_raw_posting(fetched_at=MAR, source="ashby"), offset=2),
    ]
    monkeypatch.setattr("pipeline.ops.replay.read", lambda _config, _first, ends: iter(there[: max(ends.values())]))
    return there


def test_a_dry_run_counts_and_publishes_nothing(messages):
    """By source, with the window in which they were fetched."""
    report = replay(FakeCluster(), Window(), "r1", None, lambda _: None)
    assert (report.matched, report.published, report.by_source) == (2, 0, {"lever": 1, "ashby": 1})
    assert (report.first, report.last, report.scanned, report.total) == (JAN, MAR, 3, 3)


def test_what_can_not_be_read_is_counted_and_named(messages):
    """Nobody knows when it was fetched, so no window holds it."""
    report = replay(FakeCluster(), Window(), "r1", None, lambda _: None)
    assert (report.unreadable, report.named) == (1, ["jobs.posting.raw:0:1 not_json"])


def test_only_the_window_is_published(messages):
    """In the order of raw offsets."""
    producer = FakeProducer()
    report = replay(FakeCluster(), Window(until=FEB), "r1", producer, lambda _: None)
    assert ([m.value for m in producer.sent], report.published) == ([messages[0].value], 1)


@pytest.mark.parametrize(("read_to", "matched", "unread"), [(3, 2, 0), (1, 1, 2), (None, 0, 3)])
def test_what_normalize_has_not_read_is_left_to_it(messages, read_to: int | None, matched: int, unread: int):
    """Replayed before that, a posting's newest revision would make the older ones late."""
    producer = FakeProducer()
    report = replay(FakeCluster(read_to), Window(), "r1", producer, lambda _: None)
    assert (report.matched, report.unread, report.total, len(producer.sent)) == (matched, unread, 3 - unread, matched)


def test_a_message_that_the_broker_refuses_is_counted(messages):
    """It is above the limit of the replay topic."""
    assert replay(FakeCluster(), Window(), "r1", FakeProducer(refuse=True), lambda _: None).refused == 2


def test_a_broker_that_goes_away_names_the_command_that_goes_on(messages):
    """With the same replay id."""
    with pytest.raises(Unreachable, match="--id r1"):
        replay(FakeCluster(), Window(), "r1", FakeProducer(away=True), lambda _: None)


def test_only_the_first_unreadable_ones_are_named():
    """Memory is bounded, whatever lies in the topic."""
    report = Report("r1", Window())
    for offset in range(100):
        report.skip(raw_message(offset=offset), "not_json")
    assert (report.unreadable, len(report.named)) == (100, 20)
