"""Messages of topics, read from given offsets on without a group."""

from collections.abc import Iterable, Iterator

from confluent_kafka import Consumer, KafkaError, KafkaException, TopicPartition

from pipeline.ops.kafka import Cluster
from pipeline.ops.kafka_clients import TIMEOUT_S, reading
from pipeline.ops.kafka_trouble import unreachable
from runtime.arrivals import arrivals
from runtime.config import KafkaConfig
from runtime.consumer import Partition, to_incoming
from schemas.message import Incoming

_READ_AT_ONCE = 1000
_LOOK_S = 1.0
# looks in a row that gave nothing, after which the broker is asked whether it is there
_SILENT_LOOKS = 5


class Reader:
    """Messages of partitions from given offsets on, in no group: nobody's offsets move. Memory is bounded."""

    def __init__(self, config: KafkaConfig, start: dict[Partition, int]) -> None:
        self._config = config
        self._consumer = Consumer(reading(config))
        self._consumer.assign([TopicPartition(topic, partition, offset) for (topic, partition), offset in start.items()])

    def poll(self, within_s: float) -> tuple[list[Incoming], set[Partition]]:
        """Return the next messages, waiting at most `within_s` for the first, and the partitions that have no more for now.

        A broker that went away gives nothing; `check` tells. Raises Unreachable on an error that does not pass.
        """
        messages, ended = [], set()
        for message in arrivals(self._consumer, _READ_AT_ONCE, within_s):
            error = message.error()
            if error is None:
                messages.append(to_incoming(message))
            elif error.code() == KafkaError._PARTITION_EOF:  # noqa: SLF001 - confluent_kafka's public name
                ended.add((message.topic(), message.partition()))
            elif not error.retriable():
                raise unreachable(self._config, error)
        return messages, ended

    def check(self) -> None:
        """Return when the broker answers. Raises Unreachable."""
        try:
            self._consumer.list_topics(timeout=TIMEOUT_S)
        except KafkaException as error:
            raise unreachable(self._config, error) from error

    def close(self) -> None:
        """Release the client."""
        self._consumer.close()


def read(config: KafkaConfig, start: dict[Partition, int], end: dict[Partition, int]) -> Iterator[Incoming]:
    """Yield the messages from `start` up to, not including, `end`, per partition in order; then stop.

    Raises Unreachable when nothing comes for some seconds and the broker does not answer.
    """
    open_partitions = {partition for partition, offset in start.items() if offset < end[partition]}
    reader = Reader(config, {partition: start[partition] for partition in open_partitions})
    silent = 0
    try:
        while open_partitions:
            messages, ended = reader.poll(_LOOK_S)
            silent = 0 if messages or ended else silent + 1
            if silent > _SILENT_LOOKS:
                reader.check()
                silent = 0
            for message in messages:
                partition = (message.topic, message.partition)
                if message.offset < end[partition]:
                    yield message
                if message.offset >= end[partition] - 1:
                    open_partitions.discard(partition)
            # a compacted topic may hold nothing at its last offsets
            open_partitions -= ended
    finally:
        reader.close()


def read_all(cluster: Cluster, topics: Iterable[str]) -> Iterator[Incoming]:
    """Yield every message of `topics` that is there now."""
    names = list(topics)
    return read(cluster.config, cluster.first_offsets(names), cluster.next_offsets(names))
