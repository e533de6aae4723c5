"""One leads, and only one writes, on a real Kafka."""

import time
from collections.abc import Callable, Iterator

import pytest

from pipeline.ops import topics
from pipeline.ops.kafka import Cluster, kafka_config, read_all
from pipeline.settings import Settings
from runtime.config import KafkaConfig
from runtime.election import Election
from runtime.transaction import Fenced, TransactionalProducer
from schemas.message import Outgoing
from schemas.topics import PLAN

WITHIN_S = 30.0


@pytest.fixture
def kafka(settings: Settings) -> KafkaConfig:
    """A Kafka that has the topics."""
    topics.apply(settings)
    return kafka_config(settings)


@pytest.fixture
def join(kafka: KafkaConfig) -> Iterator[Callable[[], Election]]:
    """Makes members of one group."""
    members: list[Election] = []

    def make() -> Election:
        members.append(Election(kafka, "test-leading", PLAN.name, session_timeout_s=6))
        return members[-1]

    yield make
    for member in members:
        member.close()


def elected(members: list[Election], wanted: list[bool]) -> bool:
    """Whether the members come to lead as wanted."""
    deadline = time.monotonic() + WITHIN_S
    while time.monotonic() < deadline:
        if [member.leads(0.1) for member in members] == wanted:
            return True
    return False


def test_one_leads_until_it_leaves(join: Callable[[], Election]) -> None:
    """Who joins takes nothing from it; who stands by follows it."""
    first = join()
    assert elected([first], [True])

    second, third, seen = join(), join(), set()
    until = time.monotonic() + 5
    while time.monotonic() < until:
        seen.add((first.leads(0.1), second.leads(0.1), third.leads(0.1)))
    assert seen == {(True, False, False)}

    first.step_down()
    second.close()
    assert elected([first, third], [False, True])


def test_a_later_producer_fences_an_earlier_one(kafka: KafkaConfig) -> None:
    """What the earlier one writes after that is refused, and nobody reads it."""
    first = TransactionalProducer(kafka, "test-leading")
    first.publish([Outgoing(PLAN.name, b"test:fenced", b"1")])
    second = TransactionalProducer(kafka, "test-leading")
    with pytest.raises(Fenced):
        first.publish([Outgoing(PLAN.name, b"test:fenced", b"2")])
    second.publish([Outgoing(PLAN.name, b"test:fenced", b"3"), Outgoing(PLAN.name, b"test:fenced", None)])
    for producer in (first, second):
        producer.close()

    values = [message.value for message in read_all(Cluster(kafka), [PLAN.name]) if message.key == b"test:fenced"]
    assert values == [b"1", b"3", None]
