"""A Kafka cluster as an operator sees it: topics, offsets, groups, and messages read without a group."""

from collections.abc import Callable, Iterable
from concurrent.futures import Future
from datetime import datetime
from time import monotonic, sleep
from typing import Any, TypeVar

from confluent_kafka import OFFSET_BEGINNING, OFFSET_END, Consumer, KafkaError, KafkaException, TopicPartition
from confluent_kafka.admin import AdminClient

from pipeline.ops.kafka_clients import NO_GROUP, TIMEOUT_S, quiet, reading
from pipeline.ops.kafka_trouble import unreachable
from runtime.config import KafkaConfig
from runtime.consumer import Partition
from schemas.base import epoch_ms

_CHOSEN_WITHIN_S = 10.0
_CHOICE_PAUSE_S = 0.2
T = TypeVar("T")


class Cluster:
    """A Kafka cluster that answered once. Every method raises Unreachable when it does not answer in time."""

    def __init__(self, config: KafkaConfig) -> None:
        """Connect; raises Unreachable within five seconds."""
        self.config = config
        self._said: list[KafkaError] = []
        ours = {"socket.timeout.ms": int(TIMEOUT_S * 1000), "error_cb": self._said.append}
        self.admin = AdminClient({**quiet(config), **ours})
        self._consumers: dict[str, Any] = {}
        self.partitions()

    def partitions(self) -> dict[str, int]:
        """Return how many partitions each topic has."""
        return {name: len(topic.partitions) for name, topic in self._topics().items()}

    def copies(self) -> dict[str, list[int]]:
        """Return how many copies each topic has, of each of its partitions."""
        return {name: [len(each.replicas) for each in topic.partitions.values()] for name, topic in self._topics().items()}

    def _topics(self) -> dict[str, Any]:
        try:
            found = self.admin.list_topics(timeout=TIMEOUT_S)
        except KafkaException as error:
            # it hands on what it said only when it is polled
            self.admin.poll(0)
            raise unreachable(self.config, error, self._said) from error
        topics: dict[str, Any] = found.topics
        return topics

    def controller(self) -> str:
        """Return `id (host:port)` of the cluster's controller."""
        described = self.answer(self.admin.describe_cluster(request_timeout=TIMEOUT_S))
        return str(described.controller)

    def first_offsets(self, topics: Iterable[str]) -> dict[Partition, int]:
        """Return the oldest offset of every partition of those `topics` that exist."""
        return self._offsets(topics, OFFSET_BEGINNING)

    def next_offsets(self, topics: Iterable[str]) -> dict[Partition, int]:
        """Return the high watermark of every partition of those `topics` that exist: the offset of the next message."""
        return self._offsets(topics, OFFSET_END)

    def messages(self, topics: Iterable[str]) -> dict[str, int]:
        """Return how many messages lie in each of those `topics` that exist; compaction makes it an upper bound."""
        names = list(topics)
        first, following = self.first_offsets(names), self.next_offsets(names)
        totals = dict.fromkeys((topic for topic, _ in following), 0)
        for (topic, partition), offset in following.items():
            totals[topic] += offset - first[(topic, partition)]
        return totals

    def offsets_at(self, topics: Iterable[str], moment: datetime) -> dict[Partition, int]:
        """Return the first offset whose broker's timestamp is `moment` or later; the end where there is none."""
        ends = self.next_offsets(topics)
        found = self._offsets(topics, epoch_ms(moment))
        return {partition: found[partition] if found[partition] >= 0 else end for partition, end in ends.items()}

    def committed(self, group: str, topics: Iterable[str] | None = None) -> dict[Partition, int]:
        """Return what `group` has committed of `topics` (None = all); partitions of which it never committed are left out."""
        names = self.partitions() if topics is None else topics
        wanted = [TopicPartition(topic, partition) for topic, partition in self._partitions_of(names)]
        found = self._ask(self._consumer(group).committed, wanted)
        return {(tp.topic, tp.partition): tp.offset for tp in found if tp.offset >= 0}

    def groups(self) -> list[str]:
        """Return the name of every consumer group, those without members too."""
        found = self.answer(self.admin.list_consumer_groups(request_timeout=TIMEOUT_S))
        return sorted(listing.group_id for listing in found.valid)

    def members(self, group: str) -> int:
        """Return how many processes are in `group` now."""
        # who leads a group that never was a new cluster can't tell within our time
        if group not in self.groups():
            return 0
        found = self.admin.describe_consumer_groups([group], request_timeout=TIMEOUT_S)
        return len(self.answer(found[group]).members)

    def answer(self, future: "Future[T]") -> T:
        """Return what `future` gives; raises Unreachable when nothing does, KafkaException when the broker refuses."""
        try:
            return future.result(timeout=TIMEOUT_S + 1)
        except (TimeoutError, KafkaException) as error:
            if isinstance(error, KafkaException) and error.args[0].code() not in _SILENCE:
                raise
            raise unreachable(self.config, error) from error

    def _offsets(self, topics: Iterable[str], moment_ms: int) -> dict[Partition, int]:
        wanted = [TopicPartition(topic, partition, moment_ms) for topic, partition in self._partitions_of(topics)]
        found = self._ask(self._consumer(NO_GROUP).offsets_for_times, wanted)
        return {(tp.topic, tp.partition): tp.offset for tp in found}

    def _partitions_of(self, topics: Iterable[str]) -> list[Partition]:
        counts = self.partitions()
        return [(topic, partition) for topic in topics for partition in range(counts.get(topic, 0))]

    def _consumer(self, group: str) -> Any:
        # The admin client crashes when it asks for a group whose coordinator is not chosen yet (its offset fetch expects a
        # member), and leaks with every list_offsets; a consumer that never subscribes does neither, and joins nothing.
        if group not in self._consumers:
            self._consumers[group] = Consumer({**reading(self.config), "group.id": group})
        return self._consumers[group]

    def _ask(self, call: Callable[..., list[Any]], wanted: list[TopicPartition]) -> list[Any]:
        """Return what the broker answers; while it chooses who leads, it is asked again."""
        deadline = monotonic() + _CHOSEN_WITHIN_S
        while wanted:
            try:
                return _answered(call(wanted, timeout=TIMEOUT_S))
            except KafkaException as error:
                if error.args[0].code() not in _CHOOSING or monotonic() > deadline:
                    raise unreachable(self.config, error) from error
            sleep(_CHOICE_PAUSE_S)
        return []


def _answered(found: list[Any]) -> list[Any]:
    # a partition that was refused has -1 for its offset, which also means its end
    refused = next((partition.error for partition in found if partition.error is not None), None)
    if refused is not None:
        raise KafkaException(refused)
    return found


# a topic that was just created, or a broker that has just started: it passes
_CHOOSING = {
    KafkaError.NOT_LEADER_FOR_PARTITION, KafkaError.LEADER_NOT_AVAILABLE, KafkaError.FENCED_LEADER_EPOCH,
    KafkaError.UNKNOWN_LEADER_EPOCH, KafkaError.NOT_COORDINATOR, KafkaError.COORDINATOR_NOT_AVAILABLE,
    KafkaError.COORDINATOR_LOAD_IN_PROGRESS,
}  # fmt: skip
_SILENCE = {
    KafkaError._TIMED_OUT, KafkaError._TRANSPORT, KafkaError._ALL_BROKERS_DOWN, KafkaError._RESOLVE,  # noqa: SLF001
    KafkaError.REQUEST_TIMED_OUT,
}  # fmt: skip
