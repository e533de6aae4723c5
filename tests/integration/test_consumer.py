"""The pausing consumer, on a real broker."""

import time
import uuid
from collections.abc import Callable, Iterator

import pytest
from confluent_kafka.admin import AdminClient, NewTopic

from pipeline.ops.kafka_clients import kafka_config
from pipeline.settings import Settings
from runtime.consumer import Partition, PartitionsLost, PausingConsumer
from runtime.producer import AckProducer, BrokerUnavailable
from schemas.message import Outgoing

Make = Callable[..., PausingConsumer]


@pytest.fixture
def topic(settings: Settings) -> str:
    """A topic of two partitions of the test's own."""
    name = f"test-{uuid.uuid4().hex[:12]}"
    admin = AdminClient({"bootstrap.servers": settings.kafka})
    admin.create_topics([NewTopic(name, 2, 1, config={"max.message.bytes": str(17 << 20)})])[name].result()
    return name


@pytest.fixture
def publish(settings: Settings, topic: str) -> Iterator[Callable[[range], None]]:
    """Publishes numbers, spread over both partitions."""
    producer = AckProducer(kafka_config(settings), client_id="test")
    yield (
        lambda numbers: (
            [None for _ in producer.publish([Outgoing(topic, b"k", str(n).encode(), partition=n % 2) for n in numbers])] and None
        )
    )
    producer.close()


@pytest.fixture
def make(settings: Settings, topic: str) -> Iterator[Make]:
    """Makes members of one group, which leave with the test."""
    made: list[PausingConsumer] = []

    def consumer(**options: object) -> PausingConsumer:
        made.append(PausingConsumer(kafka_config(settings), f"group-{topic}", [topic], **options))  # type: ignore[arg-type]
        return made[-1]

    yield consumer
    for each in made:
        each.close()


def read(consumer: PausingConsumer, count: int, within_s: float = 30) -> list[int]:
    """Poll until `count` numbers came."""
    found: list[int] = []
    until = time.monotonic() + within_s
    while len(found) < count and time.monotonic() < until:
        found += [int(m.value or b"") for m in consumer.poll(count - len(found), 0.2)]
    return sorted(found)


def test_while_it_is_paused_nothing_comes_and_nothing_is_lost(make: Make, publish: Callable[[range], None]) -> None:
    """Messages that were fetched already wait for `resume`, each comes once."""
    publish(range(1000))
    consumer = make()
    first = read(consumer, 10)

    consumer.pause()
    paused = [m for _ in range(5) for m in consumer.poll(1000, 0.2)]
    consumer.resume()

    assert paused == []
    assert sorted(first + read(consumer, 990)) == list(range(1000))
    assert consumer.poll(10, 0.2) == []


def test_what_was_not_committed_comes_again_after_joining_again(make: Make, publish: Callable[[range], None], topic: str) -> None:
    """From the committed offset of each partition."""
    publish(range(100))
    consumer = make()
    read(consumer, 100)
    consumer.commit({(topic, 0): 20, (topic, 1): 30})

    consumer.rejoin()

    assert read(consumer, 50) == sorted([*range(40, 100, 2), *range(61, 100, 2)])


def test_a_partition_that_comes_while_it_is_paused_is_paused_too(make: Make, publish: Callable[[range], None]) -> None:
    """A rebalance wakes nothing; it tells what was taken away."""
    publish(range(100))
    taken: list[set[Partition]] = []
    first = make(on_revoke=taken.append)
    read(first, 100)
    first.pause()

    second = make()
    until = time.monotonic() + 30
    while (len(first.assignment()), len(second.assignment())) != (1, 1) and time.monotonic() < until:
        assert first.poll(10, 0.1) == []
        second.poll(1, 0.1)

    assert (len(first.assignment()), len(second.assignment())) == (1, 1)
    assert len(taken[0]) == 2
    assert [m for _ in range(5) for m in first.poll(10, 0.1)] == []


def test_a_partition_that_was_resumed_while_it_was_with_nobody_is_read_again(
    make: Make, publish: Callable[[range], None]
) -> None:
    """As after a broker that went away: paused with a batch in hand, taken away, and resumed before it came back."""
    publish(range(100))
    consumer = make()
    read(consumer, 10)
    consumer.pause()
    consumer.rejoin()
    until = time.monotonic() + 30
    while consumer.assignment() and time.monotonic() < until:
        consumer.poll(1, 0.1)

    consumer.resume()

    assert read(consumer, 100) == list(range(100))


def test_a_member_that_was_fenced_off_can_not_commit(make: Make, publish: Callable[[range], None], topic: str) -> None:
    """It polled too seldom: its partitions belong to nobody or to another."""
    publish(range(10))
    consumer = make(extra={"max.poll.interval.ms": 6000, "session.timeout.ms": 6000})
    read(consumer, 10)
    time.sleep(8)

    with pytest.raises(PartitionsLost):
        consumer.commit({(topic, 0): 5})


def test_a_poll_of_large_messages_ends_before_they_fill_the_memory(make: Make, settings: Settings, topic: str) -> None:
    """64 MiB and one message at most, whatever the limit."""
    producer = AckProducer(kafka_config(settings), client_id="test")
    producer.publish([Outgoing(topic, b"k", bytes(8 << 20), partition=0) for _ in range(20)])
    producer.close()
    consumer = make()

    sizes: list[int] = []
    while sum(sizes) < 20 * (8 << 20):
        sizes.append(sum(len(m.value or b"") for m in consumer.poll(5000, 1.0)))

    assert max(sizes) <= 72 << 20


def test_lag_is_what_is_still_to_be_read(make: Make, publish: Callable[[range], None]) -> None:
    """Over the partitions of this member."""
    publish(range(100))
    consumer = make()
    read(consumer, 10)

    assert consumer.lag() <= 90
    read(consumer, 90)
    assert consumer.lag() == 0


def test_a_broker_that_is_not_there_is_said_at_the_commit() -> None:
    """Nothing listens on port 1."""
    consumer = PausingConsumer(kafka_config(Settings(kafka_address="127.0.0.1:1")), "g", ["t"])

    with pytest.raises((BrokerUnavailable, PartitionsLost)):
        consumer.commit({("t", 0): 1})
    consumer.close()
