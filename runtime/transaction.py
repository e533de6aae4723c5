"""Publishing as the only one: a later process with the same transactional id fences an earlier one that still lives."""

from collections.abc import Sequence
from typing import Any

from confluent_kafka import KafkaError, KafkaException, Producer

from runtime.config import KafkaConfig
from runtime.producer import BrokerUnavailable, common_settings
from schemas.message import Outgoing

TIMEOUT_S = 30.0
_FENCED = {KafkaError._FENCED, KafkaError.INVALID_PRODUCER_EPOCH, KafkaError.PRODUCER_FENCED}  # noqa: SLF001


class Fenced(Exception):  # noqa: N818 - the field's word
    """Another process took over this transactional id; nothing of this transaction was kept."""


class TransactionalProducer:
    """Publishes whole batches or nothing of them, to readers of committed messages.

    On return of the constructor no earlier producer of `transactional_id` can publish any more, and what it had begun is
    undone. After any error the outcome of the batch may be unknown: read the topic again, through a new producer.
    """

    def __init__(self, config: KafkaConfig, transactional_id: str) -> None:
        """Raises BrokerUnavailable when Kafka does not answer within half a minute."""
        self._producer = Producer(_settings(config, transactional_id))
        self._call(self._producer.init_transactions, TIMEOUT_S)

    def publish(self, messages: Sequence[Outgoing]) -> None:
        """Return when all of `messages` are committed.

        Raises Fenced, or BrokerUnavailable when they may not be.
        """
        self._call(self._producer.begin_transaction)
        for message in messages:
            self._call(self._send, message)
        self._call(self._producer.commit_transaction, TIMEOUT_S)

    def close(self) -> None:
        """Drop what was not committed."""
        self._producer.purge()
        self._producer.flush(0)

    def _send(self, message: Outgoing) -> None:
        kept = {} if message.partition is None else {"partition": message.partition}
        while True:
            try:
                self._producer.produce(message.topic, key=message.key, value=message.value, headers=list(message.headers), **kept)
            except BufferError:
                # the local queue is full: let some go out
                self._producer.poll(0.1)
            else:
                return

    def _call(self, call: Any, *arguments: Any) -> None:
        try:
            call(*arguments)
        except KafkaException as error:
            fenced = error.args[0].code() in _FENCED
            raise (Fenced if fenced else BrokerUnavailable)(str(error.args[0])) from error


def _settings(config: KafkaConfig, transactional_id: str) -> dict[str, Any]:
    return {
        **common_settings(config, transactional_id),
        "transactional.id": transactional_id,
        "transaction.timeout.ms": int(TIMEOUT_S * 1000),
    }
