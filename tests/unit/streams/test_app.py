"""How the app is set up, without a broker."""

import asyncio
from datetime import timedelta
from importlib import import_module
from inspect import getsource
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from aiokafka.consumer.fetcher import Fetcher
from aiokafka.errors import KafkaConnectionError
from faust.transport.drivers.aiokafka import AIOKafkaConsumerThread, Consumer
from faust.types import TP
from mode import Service

from runtime.config import KafkaConfig, WorkerConfig
from runtime.producer import BrokerUnavailable
from schemas.topics import RAW, STAGES, TABLES, changelog_of, inputs_of
from streams.app import StageApp, broker_trouble, build_app
from streams.consumer import WAIT_BUSY_MS, WAIT_MS, EvenThread, QuickConsumer
from streams.intake import AT_ONCE
from streams.state import State
from streams.turns import Turns


class FakeCarrier:
    """Keeps the batches that it is given."""

    def __init__(self) -> None:
        self.batches = []
        self.came = asyncio.Event()

    async def carry(self, batch) -> None:
        """Keep it."""
        self.batches.append(batch)
        self.came.set()

    async def shut(self) -> None:
        """Do nothing."""

    def open(self) -> None:
        """Do nothing."""


class NoThread(Service):
    """Stands where a consumer has the thread that talks to Kafka."""


@pytest.fixture(autouse=True)
def without_kafka(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing talks to Kafka."""
    monkeypatch.setattr(QuickConsumer, "_new_consumer_thread", lambda _: NoThread())


def an_app(stage: str, directory: Path, carrier: FakeCarrier) -> StageApp:
    """The app of `stage`."""
    config = WorkerConfig(stage, KafkaConfig("127.0.0.1:9,127.0.0.1:10"), directory)
    return build_app(config, directory=directory, state=State(changelog_of(stage).name), carrier=carrier)


@pytest.mark.parametrize("stage", STAGES)
async def test_every_stage_reads_what_the_topics_say(stage, tmp_path):
    """The agent's inputs are those that name the stage as their reader; its table's changelog is the one that is created."""
    app = an_app(stage, tmp_path, FakeCarrier())

    assert app.inputs == {topic.name for topic in inputs_of(stage)}
    assert app.tables[TABLES[stage]].changelog_topic.get_topic_name() == changelog_of(stage).name


async def test_a_batch_of_hours_does_not_put_its_worker_out_of_the_group(tmp_path):
    """Out of it for want of polls, it gave the batch up and never came back: a slow step, as a model may be, stood still."""
    app = an_app("enrich", tmp_path, FakeCarrier())

    assert app.conf.broker_max_poll_interval >= timedelta(days=1).total_seconds()


@pytest.mark.parametrize("stage", STAGES)
async def test_no_agent_has_two_actors(stage, tmp_path):
    """With two, the offset is committed past an event in flight."""
    app = an_app(stage, tmp_path, FakeCarrier())

    assert [agent.concurrency for agent in app.agents.values()] == [1]
    assert import_module(f"streams.{stage}.agent").INPUTS


async def test_faust_creates_nothing_and_waits_for_nothing(tmp_path):
    """Topics are made by `topics apply`; the carrier waits."""
    conf = an_app("normalize", tmp_path, FakeCarrier()).conf

    assert (conf.topic_allow_declare, conf.topic_disable_leader, conf.stream_wait_empty, conf.web_enabled) == (
        False, True, False, False,
    )  # fmt: skip
    assert [str(url) for url in conf.broker] == ["kafka://127.0.0.1:9", "kafka://127.0.0.1:10"]


async def test_only_what_is_next_of_the_input_is_handed_on_and_carried(tmp_path, monkeypatch):
    """The table's changelog stays with Faust; what was skipped is read again, and nothing behind it is carried."""
    carrier = FakeCarrier()
    app = an_app("normalize", tmp_path, carrier)
    raw, other, changelog = TP(RAW.name, 0), TP(RAW.name, 1), TP(changelog_of("normalize").name, 0)
    fetched(monkeypatch, {raw: [a_record(raw, 0), a_record(raw, 2)], other: [a_record(other, 7)], changelog: ["c"]})
    app.sequence.begin({raw: 0, other: 7})
    app.consumer.resume_flow()

    records, _ = await app.consumer._wait_next_records(0.1)
    carrying = asyncio.ensure_future(app.intake.run())
    await asyncio.wait_for(carrier.came.wait(), 5)
    carrying.cancel()

    assert records == {changelog: ["c"]}
    assert [(m.partition, m.offset) for m in carrier.batches[0].messages] == [(0, 0), (1, 7)]
    assert app.consumer._again == {raw: 1}


async def test_what_comes_while_partitions_move_is_dropped(tmp_path, monkeypatch):
    """They are read again by whoever owns their partitions then; what waited is dropped with them."""
    app = an_app("normalize", tmp_path, FakeCarrier())
    raw = TP(RAW.name, 0)
    app.sequence.begin({raw: 0})
    app.intake.put(["a message"])
    app.consumer.forget()
    fetched(monkeypatch, {raw: [a_record(raw, 0)]})

    await app.consumer._wait_next_records(0.1)

    assert app.sequence.take(raw, [a_record(raw, 0)]) == ((), None)
    assert not app.intake._waiting


async def test_what_was_acknowledged_is_committed_once_it_is_more_than_before(tmp_path):
    """A commit that failed is tried again: the offset to commit stays."""
    consumer = an_app("normalize", tmp_path, FakeCarrier()).consumer
    raw = TP(RAW.name, 0)
    assert consumer._filter_committable_offsets([raw]) == {}

    consumer.acknowledge({raw: 4})
    assert [consumer._filter_committable_offsets([raw]) for _ in range(2)] == [{raw: 5}, {raw: 5}]

    consumer._committed_offset[raw] = 5
    assert consumer._filter_committable_offsets([raw]) == {}


async def test_lag_and_what_is_committed_are_of_the_input_alone(tmp_path, monkeypatch):
    """A partition of which nothing is committed yet is behind from its start; the changelog is no input."""
    app = an_app("normalize", tmp_path, FakeCarrier())
    raw, fresh, changelog = TP(RAW.name, 0), TP(RAW.name, 1), TP(changelog_of("normalize").name, 0)
    monkeypatch.setattr(app.consumer, "assignment", lambda: {raw, fresh, changelog})
    monkeypatch.setattr(app.consumer, "highwater", {raw: 12, fresh: 3, changelog: 99}.get)
    app.consumer._committed_offset.update({raw: 10, changelog: 90})

    assert (app.lag(), app.committed()) == (5, 10)


async def test_a_piece_of_every_partition_is_fetched_at_a_time(monkeypatch):
    """Of whom little is known or left; where nobody has any, the wait is for the first. While one has more, it is short."""
    held = {"p": records(0, AT_ONCE + 9), "q": records(0, 5), "r": []}
    thread, consumer, asked = fetching(monkeypatch, held)
    found = await EvenThread._fetch_records(thread, consumer, {"p", "q", "r"}, 1.0, 2000)

    assert {name: len(records) for name, records in found.items()} == {"p": AT_ONCE, "q": 5}
    assert consumer._fetcher._fetch_max_wait_ms == WAIT_BUSY_MS
    assert sorted(asked, key=str) == [({"p"}, 0, AT_ONCE), ({"q"}, 0, AT_ONCE), ({"r"}, 0, AT_ONCE)]

    assert len((await EvenThread._fetch_records(thread, consumer, {"p", "q", "r"}, 1.0, 2000))["p"]) == 9
    assert consumer._fetcher._fetch_max_wait_ms == WAIT_MS
    assert await EvenThread._fetch_records(thread, consumer, {"p", "q", "r"}, 1.0, 2000) == {}
    assert asked[-1] == ({"p", "q", "r"}, 1.0, AT_ONCE)


async def test_partitions_of_which_one_has_more_end_at_about_one_time(monkeypatch):
    """Whoever has a third of the most is read a third as often; what is taken away meanwhile is not asked for its end."""
    sizes = {"p": 60 * AT_ONCE, "q": 20 * AT_ONCE, "gone": 9}
    thread, consumer, _ = fetching(monkeypatch, {name: records(0, size) for name, size in sizes.items()}, sizes, {"p", "q"})
    read = {"p": 0, "q": 0}
    while read["q"] < sizes["q"]:
        found = await EvenThread._fetch_records(thread, consumer, {"p", "q", "gone"}, 1.0, 2000)
        read = {name: count + len(found.get(name, ())) for name, count in read.items()}

    assert sizes["p"] - read["p"] <= 4 * AT_ONCE


def watched(asked_at: float) -> tuple[EvenThread, list[Any]]:
    """A thread that runs for 600 s, whose partition was asked for then and has messages to come; and the errors that it logs."""
    state, errors = SimpleNamespace(highwater=9, position=5, timestamp=1000 * asked_at), list[Any]()
    subscription = SimpleNamespace(assignment=SimpleNamespace(active=True, state_value=lambda _: state))
    client = SimpleNamespace(_fetcher=SimpleNamespace(_subscriptions=SimpleNamespace(subscription=subscription)))
    conf, topics = SimpleNamespace(stream_processing_timeout=300), SimpleNamespace(acks_enabled_for=lambda _: True)
    app = SimpleNamespace(conf=conf, topics=topics, monitor=SimpleNamespace(stream_inbound_time={}))
    thread = object.__new__(EvenThread)
    thread.consumer, thread.time_started, thread._ensure_consumer = SimpleNamespace(app=app), 0.0, lambda: client
    thread.log = SimpleNamespace(error=lambda *said: errors.append(said))
    thread.tp_fetch_request_timeout_secs = thread.tp_stream_timeout_secs = 300.0
    return thread, errors


@pytest.mark.parametrize(("asked_at", "told"), [(599.0, 0), (200.0, 1)])
def test_only_fetching_that_stands_still_is_told(asked_at, told):
    """Faust called every partition hung that had something new five minutes after the start: our monitor hears of no event."""
    thread, errors = watched(asked_at)

    thread.verify_event_path(600.0, TP("jobs.posting.raw", 0))

    assert len(errors) == told


def records(start, end):
    """Records of a partition by their offsets."""
    return [SimpleNamespace(offset=at) for at in range(start, end)]


def fetching(monkeypatch, held, ends=None, mine=("p", "q", "r")):
    """A thread whose client has the records `held` of each partition; the client; and what it is asked for."""
    asked = []

    async def fetch(_self, _consumer, partitions, timeout, most):  # noqa: ASYNC109 - as it is
        asked.append((set(partitions), timeout, most))
        for name in sorted(partitions):
            found, held[name] = held[name][:most], held[name][most:]
            if found:
                return {name: found}
        return {}

    def highwater(name):
        assert name in mine  # as aiokafka does
        return (ends or {}).get(name)

    monkeypatch.setattr(AIOKafkaConsumerThread, "_fetch_records", fetch)
    thread = object.__new__(EvenThread)
    thread.turns = Turns(AT_ONCE)
    return thread, SimpleNamespace(_fetcher=SimpleNamespace(), assignment=lambda: set(mine), highwater=highwater), asked


def test_aiokafka_asks_with_the_wait_that_a_fetcher_has_then():
    """Nothing else tells how long: a fetcher that did not look at it any more would leave partitions with much standing."""
    assert "self._fetch_max_wait_ms" in getsource(Fetcher._get_actions_per_node)


@pytest.mark.parametrize(
    ("error", "passes"),
    [
        (KafkaConnectionError(), True),
        (BrokerUnavailable(), True),
        (ConnectionRefusedError(), True),
        (KeyError(), False),
        (None, False),
    ],
)
def test_what_passes_by_itself_is_kafkas_trouble(error, passes):
    """Anything else is ours, and the worker ends."""
    assert broker_trouble(error) is passes


def a_record(tp: TP, offset: int) -> SimpleNamespace:
    """A record as aiokafka gives it."""
    return SimpleNamespace(
        topic=tp.topic, partition=tp.partition, offset=offset, key=b"k", value=b"v", headers=[("h", b"1")], timestamp=1500
    )


def fetched(monkeypatch: pytest.MonkeyPatch, records: dict[TP, list[Any]]) -> None:
    """Make Faust's consumer fetch these records, with every partition active."""

    async def fetch(*_: Any) -> tuple[dict[TP, list[Any]], None]:
        return records, None

    monkeypatch.setattr(Consumer, "_wait_next_records", fetch)
