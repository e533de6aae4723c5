"""The acknowledging producer on a real broker."""

import uuid
from collections.abc import Callable

import pytest
from confluent_kafka.admin import AdminClient, NewTopic

from pipeline.ops.kafka import Cluster
from pipeline.ops.kafka_clients import kafka_config
from pipeline.ops.kafka_reading import read_all
from pipeline.settings import Settings
from runtime.config import KafkaConfig
from runtime.producer import AckProducer, BrokerUnavailable, Interrupted
from schemas.message import Outgoing

NOWHERE = KafkaConfig("127.0.0.1:1")


@pytest.fixture
def topic(settings: Settings) -> str:
    """A topic of three partitions that takes messages of up to 10,000 bytes."""
    name = f"test-producer-{uuid.uuid4()}"
    admin = AdminClient({"bootstrap.servers": settings.kafka})
    admin.create_topics([NewTopic(name, 3, config={"max.message.bytes": "10000"})])[name].result()
    return name


@pytest.fixture
def producer(settings: Settings) -> AckProducer:
    """A producer of that broker."""
    return AckProducer(kafka_config(settings), client_id="test")


def noise(size: int) -> bytes:
    """Bytes that do not compress."""
    return b"".join(uuid.uuid4().bytes for _ in range(size // 16))


def test_publish_says_where_every_message_lies(topic: str, producer: AckProducer, settings: Settings):
    """Reports come in the order of the messages, whatever their partitions."""
    messages = [Outgoing(topic, f"k{n}".encode(), str(n).encode(), (("h", b"1"),)) for n in range(500)]

    published = producer.publish(messages)

    there = {(m.partition, m.offset): (m.key, m.value, m.headers) for m in read_all(Cluster(kafka_config(settings)), [topic])}
    assert [there[p.partition, p.offset] for p in published] == [(m.key, m.value, m.headers) for m in messages]


def test_a_partition_that_is_asked_for_is_kept(topic: str, producer: AckProducer):
    """Changelog records lie in their input's partition; 0 is a partition too."""
    published = producer.publish([Outgoing(topic, b"k", b"v", partition=p) for p in (2, 0, 1)])

    assert [p.partition for p in published] == [2, 0, 1]


def test_a_message_over_the_topics_limit_comes_back_refused_and_the_others_are_there(topic: str, producer: AckProducer):
    """Bad data is a value; the producer goes on."""
    messages = [Outgoing(topic, b"a", b"small"), Outgoing(topic, b"b", noise(20_000)), Outgoing(topic, b"c", b"small")]

    published = producer.publish(messages)

    assert [p.offset is None for p in published] == [False, True, False]
    assert producer.publish(messages[:1])[0].offset is not None


def test_a_message_over_the_clients_limit_comes_back_refused(topic: str, producer: AckProducer):
    """Librdkafka refuses it before it is sent."""
    published = producer.publish([Outgoing(topic, b"b", b"x" * (18 << 20)), Outgoing(topic, b"a", b"small")])

    assert [p.offset is None for p in published] == [True, False]


def test_a_tombstone_is_published(topic: str, producer: AckProducer, settings: Settings):
    """A null value is a value."""
    producer.publish([Outgoing(topic, b"gone", None)])

    assert [m.value for m in read_all(Cluster(kafka_config(settings)), [topic])] == [None]


def test_no_report_in_time_says_that_the_broker_is_unavailable():
    """The caller decides whether to wait on."""
    with pytest.raises(BrokerUnavailable):
        AckProducer(NOWHERE, client_id="test", stall_s=0.3).publish([Outgoing("t", b"k", b"v")])


def test_an_interrupted_publish_ends_at_once():
    """A stop does not wait for a broker that is down."""
    with pytest.raises(Interrupted):
        AckProducer(NOWHERE, client_id="test", interrupted=_after(2)).publish([Outgoing("t", b"k", b"v")])


def test_what_an_interrupted_publish_left_in_the_queue_is_never_delivered(topic: str, settings: Settings):
    """The old client must not deliver behind the back of whoever owns the partition now."""
    interrupted = [False]
    producer = AckProducer(kafka_config(settings), client_id="test", interrupted=lambda: interrupted[0])
    producer._producer = AckProducer(NOWHERE, client_id="test")._producer
    interrupted[0] = True
    with pytest.raises(Interrupted):
        producer.publish([Outgoing(topic, b"k", b"abandoned")])
    interrupted[0] = False

    producer.publish([Outgoing(topic, b"k", b"after")])

    assert [m.value for m in read_all(Cluster(kafka_config(settings)), [topic])] == [b"after"]


def test_a_topic_that_does_not_exist_says_that_the_broker_is_unavailable(producer: AckProducer):
    """An unknown topic may appear; its messages are not acknowledged until then."""
    with pytest.raises(BrokerUnavailable):
        producer.publish([Outgoing(f"none-{uuid.uuid4()}", b"k", b"v")])


def test_publishing_nothing_returns_nothing(producer: AckProducer):
    """An empty batch needs no broker."""
    assert producer.publish([]) == []


def _after(times: int) -> Callable[[], bool]:
    calls = iter(range(10**9))
    return lambda: next(calls) >= times
