"""The loop: what is written, buried and committed, and in which order."""

from collections.abc import Callable, Sequence
from datetime import datetime
from threading import Event

import pytest

from runtime.consumer import Partition, PartitionsLost
from runtime.metrics import Metrics
from runtime.producer import BrokerUnavailable, Interrupted, Published
from schemas.codec import decode
from schemas.dead_letter import exhume
from schemas.message import Incoming, Outgoing
from schemas.topics import ENRICHED
from tests.builders import as_incoming, make_enriched
from tests.warehouse_data import changed, enriched_message, letter_message
from warehouse.contract import RowsRefused, SinkUnavailable, WarehouseMisconfigured
from warehouse.intake import Sorted
from warehouse.patience import Pace, Patience
from warehouse.sink import SinkLoop, next_offsets
from warehouse.table import CLICKHOUSE, TIMESCALEDB, RowBatch


class FakeConsumer:
    """Gives what it is told to give; `during_wait` is called by a poll while paused."""

    def __init__(self, journal: list[str], polls: Sequence[list[Incoming]]) -> None:
        self.journal = journal
        self.polls = list(polls)
        self.paused = False
        self.committed: dict[Partition, int] = {}
        self.commit_fails: list[Exception] = []
        self.during_wait: Callable[[], None] = lambda: None

    def poll(self, limit: int, within_s: float) -> list[Incoming]:
        if self.paused:
            self.journal.append("poll while paused")
            self.during_wait()
            return []
        return self.polls.pop(0) if self.polls else []

    def pause(self) -> None:
        self.paused = True

    def resume(self) -> None:
        self.paused = False

    def rejoin(self) -> None:
        self.journal.append("rejoin")

    def commit(self, offsets: dict[Partition, int]) -> None:
        if self.commit_fails:
            raise self.commit_fails.pop(0)
        self.journal.append("commit")
        self.committed |= offsets

    def lag(self) -> int:
        return 7


class FakeSink:
    """Keeps the titles it is given; refuses those in `refuses`, and is away for the first `away` writes."""

    def __init__(self, journal: list[str], engine: str = TIMESCALEDB) -> None:
        self.engine = engine
        self.at_once = 1000
        self.journal = journal
        self.written: list[str] = []
        self.refuses: set[str] = set()
        self.away = 0
        self.writes = 0

    def write(self, batch: RowBatch) -> None:
        self.writes += 1
        if self.away:
            self.away -= 1
            raise SinkUnavailable("TimescaleDB: connection refused")
        names = [column.name for column in batch.columns]
        if batch.table.name != "posting":
            return
        titles = batch.values[names.index("title")]
        if self.refuses & set(titles):
            raise RowsRefused("no such value")
        self.journal.append("write")
        self.written += titles


class FakeProducer:
    """Acknowledges everything, after `away` failures."""

    def __init__(self, journal: list[str]) -> None:
        self.journal = journal
        self.published: list[Outgoing] = []
        self.fails: list[Exception] = []

    def publish(self, messages: Sequence[Outgoing]) -> list[Published]:
        if self.fails:
            raise self.fails.pop(0)
        self.journal.append("bury")
        self.published += messages
        return [Published(m.topic, 0, 0) for m in messages]


class World:
    """A loop with fakes around it."""

    def __init__(self, now: datetime, *polls: list[Incoming], engine: str = TIMESCALEDB) -> None:
        self.journal: list[str] = []
        self.stop = Event()
        self.consumer = FakeConsumer(self.journal, polls)
        self.sink = FakeSink(self.journal, engine)
        self.producer = FakeProducer(self.journal)
        self.metrics = Metrics("sink")
        pace = Pace(batch_within_s=0, first_retry_s=0.001, longest_retry_s=0.002, refusal_limit=4)
        self.patience = Patience(self.consumer, self.metrics, engine, pace=pace, stopping=self.stop)
        self.loop = SinkLoop(
            self.consumer, self.sink, self.producer, self.metrics, self.patience, pace=pace, clock=lambda: now,
            stopping=self.stop,
        )  # fmt: skip

    def value(self, name: str, **labels: str) -> float | None:
        return self.metrics.registry.get_sample_value(name, labels)


def postings(*titles: str) -> list[Incoming]:
    """A poll of postings, one for each title."""
    return [
        enriched_message(make_enriched(source_id=title, posting_id=f"lever:acme:{title}", title=title), offset)
        for offset, title in enumerate(titles)
    ]


def test_offsets_are_committed_after_the_rows_and_the_dead_letters(now: datetime) -> None:
    """The order is the guarantee."""
    world = World(now, [*postings("a"), changed(postings("a", "b")[1], b"{")])

    world.loop.turn()

    assert world.journal == ["write", "bury", "commit"]
    assert world.consumer.committed == {(ENRICHED.name, 0): 2}


def test_a_part_of_a_poll_is_written_while_the_next_is_decoded(now: datetime) -> None:
    """In order, and committed together."""
    world = World(now, postings("a", "b", "c", "d", "e"))
    world.sink.at_once = 2
    decode_next, sort, write = Event(), world.loop._intake.sort, world.sink.write
    decoded: list[int] = []

    def sorting(messages: Sequence[Incoming]) -> Sorted:
        decoded.append(len(messages))
        if len(decoded) > 1:
            decode_next.set()
        return sort(messages)

    def writing(batch: RowBatch) -> None:
        assert decode_next.wait(30)
        write(batch)

    world.loop._intake.sort = sorting  # type: ignore[method-assign]
    world.sink.write = writing  # type: ignore[method-assign]
    world.loop.turn()

    assert decoded == [2, 2, 1]
    assert world.sink.written == ["a", "b", "c", "d", "e"]
    assert world.journal == ["write", "write", "write", "commit"]


def test_nothing_is_committed_where_a_later_part_can_not_be_written(now: datetime) -> None:
    """What was written comes again and leaves the same rows."""
    world = World(now, postings(*"abcdefgh"))
    world.sink.at_once, world.sink.refuses = 4, set("efgh")

    with pytest.raises(WarehouseMisconfigured):
        world.loop.turn()

    assert world.journal == ["write"]
    assert world.consumer.committed == {}


def test_a_refused_row_is_found_and_the_rest_is_written(now: datetime) -> None:
    """Its dead letter names the sink, the posting and the revision; its payload is untouched."""
    world = World(now, postings("a", "b", "c", "d", "e"))
    world.sink.refuses = {"d"}

    world.loop.turn()

    assert sorted(world.sink.written) == ["a", "b", "c", "e"]
    dead = as_incoming(world.producer.published[0])
    letter = exhume(dead)
    assert (letter.stage, letter.reason, letter.posting_id) == ("sink-timescaledb", "refused", "lever:acme:d")
    assert (letter.revised_at, letter.offset, letter.source) == (make_enriched().revised_at, 3, "lever")
    assert decode(dead) == decode(postings("a", "b", "c", "d")[3])
    assert world.value("jobstream_dead_letters_total", stage="sink-timescaledb", reason="refused") == 1
    assert world.value("jobstream_rows_total", sink="timescaledb", table="posting") == 4


def test_a_batch_that_is_refused_as_a_whole_stops_the_sink(now: datetime) -> None:
    """A bad deployment can't drain a topic into its dead letters."""
    world = World(now, postings("a", "b", "c", "d"))
    world.sink.refuses = {"a", "b", "c", "d"}

    with pytest.raises(WarehouseMisconfigured, match=r"refused all 4 rows for posting.*\./jobstream"):
        world.loop.turn()

    assert world.journal == []


def test_while_the_database_is_away_the_group_is_kept_and_the_batch_retried(now: datetime) -> None:
    """Paused, polled on, then written once and committed; it reads again."""
    world = World(now, postings("a", "b"))
    world.sink.away = 3
    seen: list[tuple[str | None, float | None]] = []
    world.consumer.during_wait = lambda: seen.append(
        (world.patience.waiting_for, world.value("jobstream_paused", sink="timescaledb"))
    )

    world.loop.turn()

    assert seen[0] == ("waits for the database: TimescaleDB: connection refused", 1)
    assert world.journal[-2:] == ["write", "commit"]
    assert world.sink.written == ["a", "b"]
    assert (world.patience.waiting_for, world.consumer.paused) == (None, False)
    assert world.value("jobstream_paused", sink="timescaledb") == 0


def test_partitions_taken_away_while_waiting_drop_the_batch(now: datetime) -> None:
    """The new owner reads it again: nothing is written or committed here."""
    world = World(now, postings("a"), [])
    world.sink.away = 100
    world.consumer.during_wait = lambda: world.patience.revoked({(ENRICHED.name, 0)})

    world.loop.turn()

    assert world.sink.written == []
    assert world.consumer.committed == {}
    assert not world.consumer.paused


def test_a_stop_while_waiting_abandons_the_batch(now: datetime) -> None:
    """The process ends at once; nothing was committed."""
    world = World(now, postings("a"))
    world.sink.away = 100
    world.consumer.during_wait = world.stop.set

    world.loop.run()

    assert world.consumer.committed == {}


def test_a_stop_while_a_dead_letter_waits_for_its_report_abandons_the_batch(now: datetime) -> None:
    """What was acknowledged is unknown, so it comes again."""
    world = World(now, [changed(postings("a")[0], b"{")])
    world.producer.fails = [Interrupted("stopped")]
    world.stop.is_set = iter([False, True]).__next__  # type: ignore[method-assign]

    world.loop.run()

    assert world.consumer.committed == {}


def test_a_member_that_was_fenced_off_joins_again(now: datetime) -> None:
    """What it had read and not committed must come again."""
    world = World(now, postings("a"))
    world.consumer.commit_fails = [PartitionsLost("fenced")]

    world.loop.turn()

    assert world.journal == ["write", "rejoin"]


def test_a_broker_that_is_away_at_the_commit_is_waited_for(now: datetime) -> None:
    """The commit is tried again, the rows are not written again."""
    world = World(now, postings("a"))
    world.consumer.commit_fails = [BrokerUnavailable("away"), BrokerUnavailable("away")]

    world.loop.turn()

    assert world.sink.written == ["a"]
    assert world.consumer.committed == {(ENRICHED.name, 0): 1}
    assert world.value("jobstream_retries_total", stage="sink-timescaledb", cause="broker") == 2


def test_a_broker_that_is_away_at_the_poll_is_said(now: datetime) -> None:
    """`/ready` names it until a poll works."""
    world = World(now)

    def away(limit: int, within_s: float) -> list[Incoming]:
        raise BrokerUnavailable("all brokers down")

    world.consumer.poll = away  # type: ignore[method-assign]
    world.loop.turn()
    waits = world.patience.waiting_for
    del world.consumer.poll  # type: ignore[attr-defined]
    world.loop.turn()

    assert waits == "waits for the broker: all brokers down"
    assert world.patience.waiting_for is None


def test_what_is_dead_already_is_not_buried_again(now: datetime) -> None:
    """A dead letter that gives no row is not published anywhere: its topic has none of its own."""
    dead = letter_message(postings("a")[0])
    world = World(now, [dead], engine=CLICKHOUSE)

    def refuse(batch: RowBatch) -> None:
        raise RowsRefused("no")

    world.sink.write = refuse  # type: ignore[method-assign]
    world.loop.turn()

    assert world.producer.published == []
    assert world.consumer.committed == {(dead.topic, 0): 1}


def test_the_next_offset_of_a_partition_follows_its_last_message() -> None:
    """Per partition, whatever the order of the poll."""
    messages = [Incoming("t", p, o, None, None) for p, o in ((0, 4), (1, 9), (0, 3))]

    assert next_offsets(messages) == {("t", 0): 5, ("t", 1): 10}


def test_waits_double_up_to_the_longest() -> None:
    """Half a second first, fifteen at last."""
    waits = Pace().waits_s()

    assert [next(waits) for _ in range(7)] == [0.5, 1, 2, 4, 8, 15, 15]
