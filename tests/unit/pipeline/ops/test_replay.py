"""Which raw postings are replayed, and how they look then."""

from collections.abc import Sequence
from datetime import datetime, timedelta

import pytest

from pipeline.cli.exits import Unreachable
from pipeline.ops.replay import Report, Window, as_replay, batches, replay
from runtime.producer import BrokerUnavailable, Published
from schemas.base import epoch_ms
from schemas.codec import REPLAY_ID, decode, event_id, position_of, replayed_since
from schemas.message import Incoming, Outgoing
from schemas.topics import RAW, REPLAY, changelog_of
from streams.normalize.revision import History, Revision
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


def test_who_redrives_a_posting_brings_no_revision_s_maker_and_makes_none_anew():
    """A dead letter that only shows a revision again would give it its own times."""
    assert replayed_since(as_incoming(as_replay(raw_message(), "r1", None, AT))) == 0


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


def test_batches_keep_the_order_and_lose_nothing():
    """The last one is shorter."""
    assert [*batches(range(7), 3)] == [[0, 1, 2], [3, 4, 5], [6]]


def changelog_record(posting_id: str, *revised: datetime) -> Incoming:
    """What normalize knows of a posting that has revisions of these times."""
    made = tuple(Revision(n, epoch_ms(at), f"hash {n}", "lever/1", 0, n) for n, at in enumerate(revised, 1))
    history = History(made, made[0].revised_ms, made[-1].revised_ms, 0, "acme")
    return Incoming(changelog_of("normalize").name, 0, 0, posting_id.encode(), history.encode(), ())


def since_told(sent: list[Outgoing]) -> list[tuple[datetime, int | None]]:
    """(fetched_at, what its header says comes along) of replayed messages."""
    return [(decode(m).fetched_at, replayed_since(m)) for m in map(as_incoming, sent)]


@pytest.fixture
def kept(monkeypatch):
    """A revision of January that February and March show again, and what normalize knows of it; return what a window replays."""
    monkeypatch.setattr("pipeline.ops.replay.read_all", lambda *_: iter([changelog_record("lever:acme:p1", JAN)]))

    def replayed(window: Window, fetched: Sequence[datetime] = (JAN, FEB, MAR)):
        there = [raw_message(make_raw_posting(fetched_at=at), offset=offset) for offset, at in enumerate(fetched)]
        monkeypatch.setattr("pipeline.ops.replay.read", lambda *_: iter(there))
        producer = FakeProducer()
        report = replay(FakeCluster(), window, "r1", producer, lambda _: None)
        return since_told(producer.sent), (report.matched, report.made_before, report.published)

    return replayed


def test_what_a_window_only_shows_again_goes_along_as_it_was_first_shown(kept):
    """The revision keeps the times of what made it, however the window is cut; what shows it again is left to that."""
    made = epoch_ms(JAN)

    assert kept(Window(since=FEB)) == ([(JAN, made), (FEB, made), (MAR, made)], (2, 1, 3))
    assert kept(Window(since=FEB + MS)) == ([(JAN, made), (MAR, made)], (1, 1, 2))


def test_what_shows_a_revision_again_stands_for_what_made_it_where_that_is_gone(kept):
    """A raw topic may be cut: a revision that nothing replays would be missing in a warehouse that was emptied."""
    since = epoch_ms(FEB)

    assert kept(Window(since=FEB), (FEB, MAR)) == ([(FEB, since), (MAR, since)], (2, 0, 2))


def test_what_was_made_in_the_window_needs_nothing_from_before_it(kept):
    """It tells where the window begins."""
    assert kept(Window(since=JAN))[0][0] == (JAN, epoch_ms(JAN))
    assert kept(Window(since=JAN))[1] == (3, 0, 3)
    assert kept(Window(until=FEB)) == ([(JAN, 0)], (1, 0, 1))


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
