"""Reading for a sink: batches, paused partitions, offsets committed by hand."""

from collections.abc import Callable, Iterable
from time import monotonic
from typing import Any

from confluent_kafka import Consumer, KafkaError, KafkaException, TopicPartition

from runtime.config import KafkaConfig
from runtime.producer import BrokerUnavailable
from schemas.message import Incoming

Partition = tuple[str, int]
_LARGEST_FETCH = 64 * (1 << 20)
# a poll ends with the message that passes it, so that a batch of large messages stays within memory
_LARGEST_POLL = 64 * (1 << 20)
_AT_ONCE = 500
_AT_FIRST = 4
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
        self._topics = list(topics)
        self._on_revoke = on_revoke
        self._paused = False
        self._subscribe()

    def poll(self, limit: int, within_s: float) -> list[Incoming]:
        """Return up to `limit` messages or 64 MiB, waiting at most `within_s` seconds; nothing while paused.

        Raises BrokerUnavailable on an error of the client that does not pass by itself, and only when nothing was read:
        what a call has read, it returns.
        """
        polled: list[Incoming] = []
        until, size, largest = monotonic() + within_s, 0, _LARGEST_POLL // _AT_FIRST
        while len(polled) < limit and size < _LARGEST_POLL:
            # as many as fit if they are as large as the largest so far
            fitting = min(limit - len(polled), _AT_ONCE, (_LARGEST_POLL - size) // largest + 1)
            received = self._receive(fitting, max(0.0, until - monotonic()), keep=bool(polled))
            polled += received
            sizes = [len(message.value or b"") for message in received]
            size, largest = size + sum(sizes), max([1, *sizes] if len(polled) == len(received) else [largest, *sizes])
            if monotonic() >= until:
                break
        return polled

    def _receive(self, limit: int, within_s: float, *, keep: bool) -> list[Incoming]:
        try:
            received = self._consumer.consume(limit, within_s)
        except KafkaException as error:
            if keep:
                return []
            raise BrokerUnavailable(str(error)) from error
        data = [to_incoming(message) for message in received if message.error() is None]
        lasting = next((message.error() for message in received if _lasts(message.error())), None)
        if lasting is not None and not data and not keep:
            raise BrokerUnavailable(str(lasting))
        return data

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

    def rejoin(self) -> None:
        """Leave the group and join it again: what was polled and not committed comes once more, here or elsewhere."""
        self._consumer.unsubscribe()
        self._subscribe()

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
        refused = next((tp.error for tp in done or () if tp.error), None)
        if refused is not None:
            raise (PartitionsLost if refused.code() in _GONE else BrokerUnavailable)(str(refused))

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

    def _subscribe(self) -> None:
        self._consumer.subscribe(self._topics, on_assign=self._assigned, on_revoke=self._revoked, on_lost=self._revoked)

    def _assigned(self, consumer: Any, partitions: list[TopicPartition]) -> None:
        consumer.assign(partitions)
        # librdkafka remembers that a partition was paused, also when `resume` came while it was with nobody
        (consumer.pause if self._paused else consumer.resume)(partitions)

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


def _lasts(error: Any) -> bool:
    return error is not None and not error.retriable() and error.code() not in _PASSING


def _settings(config: KafkaConfig, group: str) -> dict[str, Any]:
    return {
        **config.client(),
        "group.id": group,
        "client.id": group,
        "enable.auto.commit": False,
        "auto.offset.reset": "earliest",
        # eager: after a rebalance every partition starts again at its committed offset
        "partition.assignment.strategy": "range,roundrobin",
        "max.poll.interval.ms": 600_000,
        "session.timeout.ms": 20_000,
        "fetch.max.bytes": _LARGEST_FETCH,
        "max.partition.fetch.bytes": 4 * (1 << 20),
        "queued.max.messages.kbytes": 65_536,
        "log_level": 3,
    }
