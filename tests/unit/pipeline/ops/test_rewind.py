"""A sink that begins again."""

from concurrent.futures import Future

import pytest
from confluent_kafka import ConsumerGroupTopicPartitions, KafkaError, KafkaException

from pipeline.ops.kafka_trouble import BrokerRefused
from pipeline.ops.rewind import forgetful, rewind
from schemas.topics import CLUSTER, CRAWL, ENRICHED, LIFECYCLE
from streams.rebuild import GroupInUse
from warehouse.table import CLICKHOUSE


class _Cluster:
    """A cluster whose topics have one partition each, from offset 5 on; `set_back` is what a group was given."""

    def __init__(self, members: int = 0, refuses: KafkaException | None = None) -> None:
        self._members = members
        self._refuses = refuses
        self.admin = self
        self.set_back: dict[str, dict[str, int]] = {}

    def members(self, _group: str) -> int:
        return self._members

    def first_offsets(self, topics: list[str]) -> dict[tuple[str, int], int]:
        return {(topic, 0): 5 for topic in topics}

    def alter_consumer_group_offsets(self, wanted: list[ConsumerGroupTopicPartitions], **_: object) -> dict[str, Future]:
        answer: Future = Future()
        answer.set_exception(self._refuses) if self._refuses else answer.set_result(None)
        self.set_back |= {each.group_id: {tp.topic: tp.offset for tp in each.topic_partitions} for each in wanted}
        return {each.group_id: answer for each in wanted}

    def answer(self, future: Future) -> object:
        return future.result()


def test_a_sink_that_begins_again_reads_from_the_first_message_that_is_there():
    """Its group keeps an offset of every topic: what it still has to read is not dropped by an erasure meanwhile."""
    cluster = _Cluster()

    rewind(cluster, CLICKHOUSE)

    [(group, offsets)] = cluster.set_back.items()
    assert group == "jobstream-sink-clickhouse"
    assert (
        offsets.items()
        >= {ENRICHED.name: 5, CLUSTER.name: 5, LIFECYCLE.name: 5, CRAWL.name: 5, f"{ENRICHED.name}.dlq": 5}.items()
    )
    assert set(offsets.values()) == {5}


def test_the_offsets_of_a_sink_that_runs_stay():
    """It would go on where it is."""
    cluster = _Cluster(members=1)

    with pytest.raises(GroupInUse, match="sink-clickhouse is running"):
        rewind(cluster, CLICKHOUSE)
    assert cluster.set_back == {}


def test_a_refusal_is_told_in_a_sentence():
    """What this user may not do, a person has to allow."""
    refuses = KafkaException(KafkaError(KafkaError.GROUP_AUTHORIZATION_FAILED, "Not authorized."))

    with pytest.raises(
        BrokerRefused, match=r"offsets of jobstream-sink-clickhouse back: Not authorized\. .*run the same command"
    ):
        rewind(_Cluster(refuses=refuses), CLICKHOUSE)


def test_topics_that_hold_the_last_days_are_named():
    """Compacted ones and those that are kept for ever give all rows."""
    assert forgetful(CLICKHOUSE) == [(ENRICHED, 30), (LIFECYCLE, 30)]
