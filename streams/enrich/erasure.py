"""Postings whose contacts are erased: what the stage keeps of it, and how that outlives a rebuild."""

from collections.abc import Iterator
from typing import Any

from confluent_kafka import OFFSET_BEGINNING, Consumer, KafkaError, KafkaException, TopicPartition

from runtime.config import KafkaConfig
from runtime.producer import AckProducer
from schemas.message import Outgoing
from schemas.topics import CONTACTS_ERASED, app_id, changelog_of

# The formats of a posting's state: the version that `jobs.posting.current` holds, its contacts kept or erased.
KEPT, ERASED = b"\x01", b"\x02"
_VERSION_BYTES = 16
_POLL_S = 1.0
_AT_ONCE = 1000


def pack(version: int, *, erased: bool) -> bytes:
    """Return the state of a posting."""
    return (ERASED if erased else KEPT) + version.to_bytes(_VERSION_BYTES, "big")


def unpack(value: bytes | None) -> tuple[int, bool]:
    """Return the version and whether contacts are erased; -1 and False where there is no state, or one in another format."""
    if not value or value[:1] not in (KEPT, ERASED):
        return -1, False
    return int.from_bytes(value[1:], "big"), value[:1] == ERASED


def carry_over(config: KafkaConfig) -> None:
    """Write every erasure into the empty changelog, acknowledged on return: a rebuild must know them before any posting.

    Raises BrokerUnavailable or KafkaException.
    """
    changelog, value = changelog_of("enrich").name, pack(0, erased=True)
    records = [Outgoing(changelog, key, value, partition=partition) for key, partition in _erasures(config)]
    producer = AckProducer(config, client_id="jobstream-enrich-rebuild")
    producer.publish(records)
    producer.close()


def _erasures(config: KafkaConfig) -> Iterator[tuple[bytes, int]]:
    """Yield (posting id, partition) of all that is in `jobs.contacts.erased` now; nothing where there is no such topic yet."""
    settings = {"group.id": app_id("enrich"), "enable.auto.commit": False, "enable.partition.eof": True, "log_level": 0}
    consumer: Any = Consumer({"bootstrap.servers": config.bootstrap, **settings, **config.extra})
    try:
        name = CONTACTS_ERASED.name
        topic = consumer.list_topics(timeout=10 * _POLL_S).topics.get(name)
        waiting = set(topic.partitions) if topic else set()
        consumer.assign([TopicPartition(name, number, OFFSET_BEGINNING) for number in waiting])
        while waiting:
            for message in consumer.consume(_AT_ONCE, _POLL_S):
                error = message.error()
                if error is None:
                    yield message.key(), message.partition()
                elif error.code() == KafkaError._PARTITION_EOF:  # noqa: SLF001 - confluent_kafka's public name
                    waiting.discard(message.partition())
                elif not error.retriable():
                    raise KafkaException(error)
    finally:
        consumer.close()
