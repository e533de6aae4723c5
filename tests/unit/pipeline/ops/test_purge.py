"""Nothing is dropped that somebody has not read."""

from concurrent.futures import Future

import pytest
from confluent_kafka import KafkaError, KafkaException, TopicPartition

from pipeline.ops.kafka_trouble import BrokerRefused
from pipeline.ops.purge import Cut, purge

CUT = Cut("jobs.posting.enriched", 3, before=10, dropped=8, carrying=2)


class _Cluster:
    """A cluster with one group, which has committed `offsets` of partitions; `dropped` is what was asked for."""

    def __init__(self, offsets: dict[tuple[str, int], int]) -> None:
        self._offsets = offsets
        self.refuses: KafkaException | None = None
        self.admin = self
        self.dropped: list[tuple[str, int, int]] = []

    def groups(self) -> list[str]:
        return ["some-reader"]

    def committed(self, _group: str, topics: set[str]) -> dict[tuple[str, int], int]:
        return {place: offset for place, offset in self._offsets.items() if place[0] in topics}

    def delete_records(self, places: list[TopicPartition], **_: object) -> dict[TopicPartition, Future]:
        self.dropped += [(place.topic, place.partition, place.offset) for place in places]
        answers = {place: Future() for place in places}
        for answer in answers.values():
            answer.set_exception(self.refuses) if self.refuses else answer.set_result(None)
        return answers

    def answer(self, future: Future) -> object:
        return future.result()


@pytest.mark.parametrize("offsets", [{}, {("jobs.posting.enriched", 3): 10}, {("jobs.posting.raw", 3): 1}])
def test_what_every_group_has_read_is_dropped(offsets: dict[tuple[str, int], int]):
    """A group without offsets of the topic does not read it."""
    cluster = _Cluster(offsets)

    assert purge(cluster, [CUT]) is None
    assert cluster.dropped == [("jobs.posting.enriched", 3, 10)]


@pytest.mark.parametrize("offsets", [{("jobs.posting.enriched", 3): 9}, {("jobs.posting.enriched", 1): 99}])
def test_what_a_group_has_not_read_is_kept(offsets: dict[tuple[str, int], int]):
    """Nor that of a partition from which a reader of the topic has committed nothing yet."""
    cluster = _Cluster(offsets)

    assert "some-reader has not read jobs.posting.enriched:3 up to offset 10" in (purge(cluster, [CUT]) or "")
    assert cluster.dropped == []


def test_a_refusal_of_the_broker_is_told_in_a_sentence():
    """It was a traceback at the end of an erasure that is done but for this."""
    cluster = _Cluster({})
    cluster.refuses = KafkaException(KafkaError(KafkaError.TOPIC_AUTHORIZATION_FAILED, "Not authorized."))

    with pytest.raises(BrokerRefused, match=r"records of jobs.posting.enriched:3: Not authorized\. .*run the same command again"):
        purge(cluster, [CUT])


def test_groups_that_the_broker_does_not_name_may_not_have_read(monkeypatch):
    """Nothing is dropped then."""
    cluster = _Cluster({})

    def refuse() -> list[str]:
        raise KafkaException(KafkaError(KafkaError.CLUSTER_AUTHORIZATION_FAILED, "Not authorized."))

    monkeypatch.setattr(cluster, "groups", refuse)
    with pytest.raises(BrokerRefused, match=r"does not name the consumer groups.*Not authorized"):
        purge(cluster, [CUT])
    assert cluster.dropped == []


def test_nothing_to_drop_asks_nobody():
    """It is done."""
    assert purge(_Cluster({("jobs.posting.enriched", 3): 0}), []) is None
