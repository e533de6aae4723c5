"""How the app is set up, without a broker."""

from importlib import import_module
from pathlib import Path
from types import SimpleNamespace

import pytest
from aiokafka.errors import KafkaConnectionError
from faust.types import TP

from runtime.config import KafkaConfig, WorkerConfig
from runtime.producer import BrokerUnavailable
from schemas.topics import STAGES, TABLES, changelog_of, inputs_of
from streams.app import StageApp, broker_trouble, build_app
from streams.state import State


class FakeCarrier:
    """Keeps the batches that it is given."""

    def __init__(self) -> None:
        self.batches = []

    async def carry(self, batch) -> None:
        """Keep it."""
        self.batches.append(batch)

    async def shut(self) -> None:
        """Do nothing."""

    def open(self) -> None:
        """Do nothing."""


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


async def test_events_of_an_older_generation_are_not_carried(tmp_path):
    """They are read again by whoever owns their partitions now."""
    carrier = FakeCarrier()
    app = an_app("normalize", tmp_path, carrier)
    app.consumer_generation_id = 2
    app.sequence.begin({TP("jobs.posting.raw", 0): 1})
    taken = []
    events = [an_event(offset, generation, taken) for offset, generation in enumerate((1, 2, 2))]

    await app.intake.carry(events)
    carrier.batches[0].acknowledge()

    assert [m.offset for m in carrier.batches[0].messages] == taken == [1, 2]


async def test_what_was_skipped_is_read_again_and_nothing_behind_it_is_carried(tmp_path, monkeypatch):
    """Faust gave the third event after the first."""
    carrier, rewound = FakeCarrier(), []
    app = an_app("normalize", tmp_path, carrier)
    app.consumer_generation_id = 2
    app.sequence.begin({TP("jobs.posting.raw", 0): 0})

    monkeypatch.setattr(StageApp, "read_again", lambda _, gaps: rewound.append(gaps))
    await app.intake.carry([an_event(0, 2, []), an_event(2, 2, [])])

    assert [m.offset for m in carrier.batches[0].messages] == [0]
    assert rewound == [{TP("jobs.posting.raw", 0): 1}]


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


def an_event(offset: int, generation: int, taken: list[int]) -> SimpleNamespace:
    """A Faust event."""
    message = SimpleNamespace(
        topic="t",
        partition=0,
        offset=offset,
        key=b"k",
        value=b"v",
        headers=[("h", b"1")],
        timestamp=1.5,
        generation_id=generation,
        tp=TP("jobs.posting.raw", 0),
    )
    return SimpleNamespace(message=message, ack=lambda: taken.append(offset))
