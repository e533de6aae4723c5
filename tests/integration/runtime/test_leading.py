"""One leads, and only one writes, on a real Kafka."""

import time
import uuid
from collections.abc import Callable, Iterator

import pytest
from confluent_kafka.admin import AdminClient, NewTopic

from pipeline.ops import topics
from pipeline.ops.kafka import Cluster
from pipeline.ops.kafka_clients import kafka_config
from pipeline.ops.kafka_reading import read_all
from pipeline.settings import Settings
from runtime.config import KafkaConfig
from runtime.election import Election
from runtime.transaction import Fenced, TransactionalProducer
from schemas.message import Outgoing
from schemas.topics import PLAN

WITHIN_S = 30.0
STAYS_S = 1.0


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


def elected(members: list[Election], *wanted: list[bool]) -> bool:
    """Whether the members come to lead in one of the ways that are wanted, and stay so."""
    deadline = time.monotonic() + WITHIN_S
    so_since = None
    while time.monotonic() < deadline:
        if [member.leads(0.1) for member in members] not in wanted:
            so_since = None
        elif so_since is None:
            so_since = time.monotonic()
        elif time.monotonic() - so_since > STAYS_S:
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
    assert not first.leads(0)
    second.close()
    assert elected([first, third], [False, True], [True, False])


def test_a_later_producer_fences_an_earlier_one(settings: Settings, kafka: KafkaConfig) -> None:
    """What the earlier one writes after that is refused, and nobody reads it."""
    topic = f"test-{uuid.uuid4().hex[:12]}"
    admin = AdminClient({"bootstrap.servers": settings.kafka})
    admin.create_topics([NewTopic(topic, 1, 1)])[topic].result(30)
    first = TransactionalProducer(kafka, "test-leading")
    first.publish([Outgoing(topic, b"test:fenced", b"1")])
    second = TransactionalProducer(kafka, "test-leading")
    with pytest.raises(Fenced):
        first.publish([Outgoing(topic, b"test:fenced", b"2")])
    second.publish([Outgoing(topic, b"test:fenced", b"3"), Outgoing(topic, b"test:fenced", None)])
    for producer in (first, second):
        producer.close()

    values = [message.value for message in read_all(Cluster(kafka), [topic]) if message.key == b"test:fenced"]
    assert values == [b"1", b"3", None]
