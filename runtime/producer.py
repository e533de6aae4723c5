"""Publishing with certainty: a call returns when every message's delivery report has come."""

from collections.abc import Callable, Sequence
from time import monotonic
from typing import Any, NamedTuple

from confluent_kafka import KafkaError, KafkaException, Producer

from runtime.config import KafkaConfig
from schemas.message import Outgoing

_POLL_S = 0.1
_LARGEST = 17 * (1 << 20) + 65_536
_TOO_LARGE = {KafkaError.MSG_SIZE_TOO_LARGE, KafkaError.INVALID_MSG_SIZE}


class BrokerUnavailable(Exception):  # noqa: N818 - the field's word
    """Not every message was acknowledged; the caller sends the whole batch again, or waits."""


class Interrupted(Exception):  # noqa: N818 - a condition, not a fault
    """The caller asked to stop waiting for delivery reports; what was acknowledged is unknown."""


class Published(NamedTuple):
    """Where an acknowledged message lies. `offset` is None for a message that its topic's limit refused."""

    topic: str
    partition: int
    offset: int | None


class AckProducer:
    """An idempotent producer whose `publish` returns only after every delivery report.

    Keys are partitioned by murmur2, as Java and aiokafka do. `message.timeout.ms=0`: librdkafka never drops
    a message by itself; a caller that wants to give up sets `interrupted`.
    """

    def __init__(
        self, config: KafkaConfig, *, client_id: str, stall_s: float = 60.0, interrupted: Callable[[], bool] = lambda: False
    ) -> None:
        self._settings = _settings(config, client_id)
        self._stall_s = stall_s
        self._interrupted = interrupted
        self._producer = Producer(self._settings)

    def publish(self, messages: Sequence[Outgoing]) -> list[Published]:
        """Return where each message lies, in the order given, after all of them were acknowledged by all in-sync replicas.

        A message above its topic's limit comes back with offset None: bad data, the caller's to bury.
        Raises BrokerUnavailable when a report is an error, or none came for `stall_s` seconds; a new producer is made,
        and the caller sends the whole batch again. Raises Interrupted when `interrupted()` became true.
        """
        reports: list[Published | KafkaError | None] = [None] * len(messages)
        try:
            for index, message in enumerate(messages):
                self._send(message, index, reports)
            self._await(reports)
        except (KafkaException, BrokerUnavailable, Interrupted) as error:
            self._renew()
            if isinstance(error, KafkaException):
                raise BrokerUnavailable(str(error)) from error
            raise
        return self._checked(reports)

    def close(self, timeout_s: float = 5.0) -> None:
        """Release the client; every `publish` that returned is already durable."""
        self._producer.flush(timeout_s)

    def _send(self, message: Outgoing, index: int, reports: list[Published | KafkaError | None]) -> None:
        def report(error: KafkaError | None, sent: Any) -> None:
            reports[index] = error or Published(sent.topic(), sent.partition(), sent.offset())

        optional = {} if message.partition is None else {"partition": message.partition}
        while True:
            try:
                self._producer.produce(
                    message.topic,
                    key=message.key,
                    value=message.value,
                    headers=list(message.headers),
                    on_delivery=report,
                    **optional,
                )
            except BufferError:
                # the local queue is full: let reports come in
                self._pause()
            except KafkaException as error:
                if error.args[0].code() not in _TOO_LARGE:
                    raise
                reports[index] = error.args[0]
                return
            else:
                return

    def _await(self, reports: list[Published | KafkaError | None]) -> None:
        waiting, since = len(self._producer), monotonic()
        while any(report is None for report in reports):
            self._pause()
            if len(self._producer) != waiting:
                waiting, since = len(self._producer), monotonic()
            elif monotonic() - since > self._stall_s:
                raise BrokerUnavailable(f"no delivery report for {self._stall_s:.0f} s")

    def _pause(self) -> None:
        if self._interrupted():
            raise Interrupted("stopped while waiting for delivery reports")
        self._producer.flush(_POLL_S)

    def _checked(self, reports: list[Published | KafkaError | None]) -> list[Published]:
        done: list[Published] = []
        for report in reports:
            if isinstance(report, Published):
                done.append(report)
            elif report is not None and report.code() in _TOO_LARGE:
                done.append(Published("", -1, None))
            else:
                self._renew()
                raise BrokerUnavailable(f"not acknowledged: {report}")
        return done

    def _renew(self) -> None:
        # after a fatal error, or with messages still queued, the old client must never deliver behind our back
        self._producer.purge()
        self._producer.flush(_POLL_S)
        self._producer = Producer(self._settings)


def common_settings(config: KafkaConfig, client_id: str) -> dict[str, Any]:
    """Return what every producer of ours is set to, whatever else it promises: one key has one partition in all of them."""
    return {
        **config.client(),
        "client.id": client_id,
        "partitioner": "murmur2_random",
        "compression.type": "lz4",
        "linger.ms": 5,
        "log_level": 3,
    }


def _settings(config: KafkaConfig, client_id: str) -> dict[str, Any]:
    return {
        **common_settings(config, client_id),
        "enable.idempotence": True,
        "acks": "all",
        "message.timeout.ms": 0,
        # how long a topic that was just made may be unknown to the broker that is asked
        "topic.metadata.propagation.max.ms": 5_000,
        "queue.buffering.max.messages": 500_000,
        "queue.buffering.max.kbytes": 262_144,
        "message.max.bytes": _LARGEST,
    }
