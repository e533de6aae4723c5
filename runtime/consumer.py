"""Reading for a sink: batches, paused partitions, offsets committed by hand."""

from collections.abc import Callable, Iterable
from typing import Any

from confluent_kafka import OFFSET_BEGINNING, Consumer, KafkaError, KafkaException, TopicPartition

from runtime.config import KafkaConfig
from runtime.producer import BrokerUnavailable
from schemas.message import Incoming

Partition = tuple[str, int]
_LARGEST_FETCH = 64 * (1 << 20)
_GONE = {KafkaError.ILLEGAL_GENERATION, KafkaError.UNKNOWN_MEMBER_ID, KafkaError.REBALANCE_IN_PROGRESS, KafkaError._STATE}  # noqa: SLF001
# librdkafka reconnects by itself after these
_PASSING = {KafkaError._PARTITION_EOF, KafkaError._ALL_BROKERS_DOWN, KafkaError._TRANSPORT, KafkaError._RESOLVE}  # noqa: SLF001


class PartitionsLost(Exception):  # noqa: N818 - a condition
    """The batch belongs to partitions that another member owns now; drop it, it will be read there."""


class PausingConsumer:
    """A group consumer that never commits by itself and keeps its membership while it is paused.

    Rebalances happen inside `poll` only, so a batch in the caller's hands stays owned until the next call.
    """

    def __init__(
        self,
        config: KafkaConfig,
        group: str,
        topics: Iterable[str],
        *,
        on_revoke: Callable[[set[Partition]], None] = lambda _: None,
        extra: dict[str, Any] | None = None,
    ) -> None:
        self._consumer = Consumer(_settings(config, group) | (extra or {}))
        self._on_revoke = on_revoke
        self._paused = False
        self._consumer.subscribe(list(topics), on_assign=self._assigned, on_revoke=self._revoked, on_lost=self._revoked)

    def poll(self, limit: int, within_s: float) -> list[Incoming]:
        """Return up to `limit` messages, waiting at most `within_s` seconds; nothing while paused.

        Raises BrokerUnavailable on an error of the client that does not pass by itself.
        """
        try:
            received = self._consumer.consume(limit, within_s)
        except KafkaException as error:
            raise BrokerUnavailable(str(error)) from error
        return [to_incoming(message) for message in received if _is_data(message)]

    def pause(self) -> None:
        """Stop fetching from every partition, present and to come; go on calling `poll`, so that the group keeps this member."""
        self._paused = True
        self._consumer.pause(self._consumer.assignment())

    def resume(self) -> None:
        """Fetch again from every partition."""
        self._paused = False
        self._consumer.resume(self._consumer.assignment())

    def assignment(self) -> set[Partition]:
        """The partitions that this member owns."""
        return {(tp.topic, tp.partition) for tp in self._consumer.assignment()}

    def rewind(self) -> None:
        """Read again from the committed offsets: what was polled and not committed comes once more."""
        owned = self._consumer.assignment()
        for committed in self._consumer.committed(owned, timeout=30):
            at = committed.offset if committed.offset >= 0 else OFFSET_BEGINNING
            self._consumer.seek(TopicPartition(committed.topic, committed.partition, at))

    def commit(self, offsets: dict[Partition, int]) -> None:
        """Commit `offsets` (the next offset to read, per partition); on return the broker has them.

        Raises PartitionsLost when this member was fenced off, BrokerUnavailable when the broker does not answer.
        """
        wanted = [TopicPartition(topic, partition, offset) for (topic, partition), offset in offsets.items()]
        try:
            done = self._consumer.commit(offsets=wanted, asynchronous=False)
        except KafkaException as error:
            if error.args[0].code() in _GONE:
                raise PartitionsLost(str(error)) from error
            raise BrokerUnavailable(str(error)) from error
        refused = [tp.error for tp in done or () if tp.error]
        if refused:
            raise PartitionsLost(str(refused[0]))

    def lag(self) -> int:
        """Messages behind the newest known offset, over the partitions of this member."""
        behind = 0
        for position in self._consumer.position(self._consumer.assignment()):
            _, high = self._consumer.get_watermark_offsets(position, cached=True)
            if high >= 0 and position.offset >= 0:
                behind += max(0, high - position.offset)
        return behind

    def close(self) -> None:
        """Leave the group at once; nothing is committed."""
        self._consumer.close()

    def _assigned(self, consumer: Any, partitions: list[TopicPartition]) -> None:
        if self._paused:
            consumer.assign(partitions)
            consumer.pause(partitions)

    def _revoked(self, _: Any, partitions: list[TopicPartition]) -> None:
        self._on_revoke({(tp.topic, tp.partition) for tp in partitions})


def to_incoming(message: Any) -> Incoming:
    """Return a confluent_kafka message as ours."""
    return Incoming(
        message.topic(),
        message.partition(),
        message.offset(),
        message.key(),
        message.value(),
        tuple(message.headers() or ()),
        message.timestamp()[1],
    )


def _is_data(message: Any) -> bool:
    error = message.error()
    if error is None:
        return True
    if error.retriable() or error.code() in _PASSING:
        return False
    raise BrokerUnavailable(str(error))


def _settings(config: KafkaConfig, group: str) -> dict[str, Any]:
    return {
        "bootstrap.servers": config.bootstrap,
        "group.id": group,
        "client.id": group,
        "enable.auto.commit": False,
        "auto.offset.reset": "earliest",
        "max.poll.interval.ms": 600_000,
        "session.timeout.ms": 20_000,
        "fetch.max.bytes": _LARGEST_FETCH,
        "max.partition.fetch.bytes": 4 * (1 << 20),
        "queued.max.messages.kbytes": 65_536,
        "log_level": 3,
        **config.extra,
    }
