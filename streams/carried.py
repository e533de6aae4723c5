"""What a rebuild carries over: a stage writes it into its empty changelog before it reads its first input."""

from collections.abc import Iterable, Iterator
from typing import Any

from confluent_kafka import OFFSET_BEGINNING, Consumer, KafkaError, KafkaException, TopicPartition

from runtime.arrivals import arrivals
from runtime.config import KafkaConfig
from runtime.consumer import to_incoming
from runtime.producer import AckProducer
from schemas.message import Incoming, Outgoing
from schemas.topics import Topic, app_id, changelog_of
from streams.changelog import ChangelogRefused

_POLL_S = 1.0
_AT_ONCE = 1000


def messages_in(config: KafkaConfig, stage: str, topic: Topic) -> Iterator[Incoming]:
    """Yield all that is in `topic` now, partitions mingled, each in its order; nothing where there is no such topic yet.

    Raises KafkaException.
    """
    settings = {"group.id": app_id(stage), "enable.auto.commit": False, "enable.partition.eof": True, "log_level": 0}
    consumer: Any = Consumer({**config.client(), **settings})
    try:
        known = consumer.list_topics(timeout=10 * _POLL_S).topics.get(topic.name)
        waiting = set(known.partitions) if known else set()
        consumer.assign([TopicPartition(topic.name, number, OFFSET_BEGINNING) for number in waiting])
        while waiting:
            for message in arrivals(consumer, _AT_ONCE, _POLL_S):
                error = message.error()
                if error is None:
                    yield to_incoming(message)
                elif error.code() == KafkaError._PARTITION_EOF:  # noqa: SLF001 - confluent_kafka's public name
                    waiting.discard(message.partition())
                elif not error.retriable():
                    raise KafkaException(error)
    finally:
        consumer.close()


def write(config: KafkaConfig, stage: str, entries: Iterable[tuple[int, str, bytes]]) -> None:
    """Write entries (partition, key, value) into the changelog of `stage`, acknowledged on return.

    Raises BrokerUnavailable, ChangelogRefused.
    """
    changelog = changelog_of(stage).name
    producer = AckProducer(config, client_id=f"jobstream-{stage}-rebuild")
    try:
        records = [Outgoing(changelog, key.encode(), value, partition=partition) for partition, key, value in entries]
        if any(report.offset is None for report in producer.publish(records)):
            raise ChangelogRefused(changelog)
    finally:
        producer.close()
