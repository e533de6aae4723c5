"""Reading a changelog: from an offset to its end, the newest value of every key."""

from collections.abc import Mapping
from threading import Event as Flag
from typing import Any

from confluent_kafka import Consumer, KafkaError, KafkaException, TopicPartition

from runtime.arrivals import arrivals
from runtime.config import KafkaConfig
from runtime.logs import logger
from runtime.producer import BrokerUnavailable, Interrupted
from streams.ownership import Read, epoch_in

_AT_ONCE = 10_000
_WAIT_S = 0.2
_TIMEOUT_S = 10.0
_PAUSE_S = 0.5
log = logger(__name__)


class ChangelogRefused(RuntimeError):  # noqa: N818 - the broker's verdict
    """The broker refused a record as too large: the changelog's limit is below ours; the message names the remedy."""

    def __init__(self, changelog: str) -> None:
        super().__init__(f"{changelog} refused a record as too large: run ./jobstream topics apply")


def end_offsets(config: KafkaConfig, topic: str, partitions: set[int]) -> dict[int, int]:
    """Return the offset of the newest record per partition, -1 where there is none.

    Raises BrokerUnavailable.
    """
    consumer = Consumer(_settings(config))
    try:
        return {p: consumer.get_watermark_offsets(TopicPartition(topic, p), timeout=_TIMEOUT_S)[1] - 1 for p in partitions}
    except KafkaException as error:
        raise BrokerUnavailable(str(error)) from error
    finally:
        consumer.close()


def read_surely(
    config: KafkaConfig, topic: str, known: dict[int, int], stop: Flag, epochs: Mapping[int, int] | None = None
) -> dict[int, Read]:
    """Return what `read_changelog` does, however long the broker is away. Raises Interrupted when `stop` was set."""
    while True:
        try:
            return read_changelog(config, topic, known, stop, epochs)
        except BrokerUnavailable as error:
            log.warning("a changelog can't be read, beginning again", cause=str(error))
            stop.wait(_PAUSE_S)


def read_changelog(
    config: KafkaConfig, topic: str, known: dict[int, int], stop: Flag, epochs: Mapping[int, int] | None = None
) -> dict[int, Read]:
    """Return what was written to each partition after its `known` offset (-1 = from the beginning), up to the present end.

    `epochs`: of the newest owner that is known to have written before.

    librdkafka reads about twenty times as fast as Faust's own recovery, and from exactly the offset that it is told.
    Raises BrokerUnavailable; raises Interrupted when `stop` was set.
    """
    found = {partition: Read(offset, (epochs or {}).get(partition, 0)) for partition, offset in known.items()}
    consumer = Consumer(_settings(config))
    try:
        consumer.assign([TopicPartition(topic, partition, offset + 1) for partition, offset in known.items()])
        open_partitions = set(known)
        while open_partitions:
            if stop.is_set():
                raise Interrupted("the recovery was abandoned")
            for message in arrivals(consumer, _AT_ONCE, _WAIT_S):
                if _take(message, found):
                    open_partitions.discard(message.partition())
        return found
    finally:
        consumer.close()


def _take(message: Any, found: dict[int, Read]) -> bool:
    """Keep `message`; return whether it says that its partition ends here."""
    error = message.error()
    if error is None:
        epoch = epoch_in(message.headers() or ())
        found[message.partition()].take(message.offset(), message.key().decode(), message.value(), epoch)
        return False
    if error.code() == KafkaError._PARTITION_EOF:  # noqa: SLF001 - confluent_kafka's public name
        return True
    if error.fatal():
        raise BrokerUnavailable(str(error))
    log.warning("a changelog can't be read for now", cause=str(error))
    return False


def _settings(config: KafkaConfig) -> dict[str, Any]:
    return {
        **config.client(),
        # it belongs to no group and commits nothing; the client wants a name
        "group.id": "jobstream-recovery",
        "enable.auto.commit": False,
        "enable.partition.eof": True,
        "auto.offset.reset": "earliest",
        "fetch.wait.max.ms": 50,
        "log_level": 3,
    }
