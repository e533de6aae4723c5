"""One leader among processes: who owns the only partition of a topic leads, whoever else runs stands by."""

from typing import Any

from confluent_kafka import Consumer, TopicPartition

from runtime.config import KafkaConfig


class Election:
    """A member of `group` that reads nothing of `topic` and commits nothing; the group is how Kafka names the leader.

    Partitions move cooperatively: a member that joins or leaves takes nothing from the leader. After a kill the group waits
    `session_timeout_s` for the dead one; a leader that Kafka has not heard of for so long leads no more.
    """

    def __init__(self, config: KafkaConfig, group: str, topic: str, *, session_timeout_s: float = 10.0) -> None:
        self._consumer = Consumer(_settings(config, group, session_timeout_s))
        self._topic = topic
        self._owned = False
        self._subscribe()

    def leads(self, within_s: float) -> bool:
        """Return whether this process leads, after at most `within_s` seconds; call it again and again to stay in the group."""
        self._consumer.poll(within_s)
        return self._owned

    def step_down(self) -> None:
        """Leave the group and join it again: whoever is elected then leads."""
        self._owned = False
        self._consumer.unsubscribe()
        self._subscribe()

    def close(self) -> None:
        """Leave the group at once, so that another one leads."""
        self._consumer.close()

    def _subscribe(self) -> None:
        self._consumer.subscribe([self._topic], on_assign=self._assigned, on_revoke=self._revoked, on_lost=self._revoked)

    def _assigned(self, consumer: Any, partitions: list[TopicPartition]) -> None:
        consumer.incremental_assign(partitions)
        # ownership is all that is wanted
        consumer.pause(partitions)
        self._owned = self._owned or bool(partitions)

    def _revoked(self, _: Any, partitions: list[TopicPartition]) -> None:
        self._owned = self._owned and not partitions


def _settings(config: KafkaConfig, group: str, session_timeout_s: float) -> dict[str, Any]:
    return {
        **config.client(),
        "group.id": group,
        "client.id": group,
        "enable.auto.commit": False,
        "auto.offset.reset": "latest",
        "partition.assignment.strategy": "cooperative-sticky",
        "session.timeout.ms": int(session_timeout_s * 1000),
        "heartbeat.interval.ms": int(session_timeout_s * 1000 / 5),
        "max.poll.interval.ms": 300_000,
        "log_level": 3,
    }
