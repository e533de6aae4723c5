"""A stage's state is made again: what is emptied comes back as it was, and what keeps it from that is told."""

from concurrent.futures import Future
from types import SimpleNamespace
from typing import Any

import pytest
from confluent_kafka import KafkaError, KafkaException

from runtime.config import KafkaConfig
from runtime.producer import BrokerUnavailable
from schemas.topics import REPLAY, STAGES, changelog_of, inputs_of, own_topics_of
from streams import rebuild as tested
from streams.rebuild import TopicsMissing, rebuild

KAFKA = KafkaConfig("127.0.0.1:1")
CHANGELOG = changelog_of("normalize")


def done(value: Any = None, error: Exception | None = None) -> Future[Any]:
    """Return what an admin client gives for one thing that was asked of it."""
    future: Future[Any] = Future()
    future.set_exception(error) if error else future.set_result(value)
    return future


class Cluster:
    """Topics of some partitions with so many copies of each, and the admin client that changes them."""

    def __init__(self, topics: dict[str, tuple[int, int]]) -> None:
        self.topics = topics
        self.created: list[Any] = []

    def metadata(self, _: KafkaConfig) -> Any:
        """Return what a broker says of its topics."""
        return SimpleNamespace(topics={name: _topic(*size) for name, size in self.topics.items()})

    def describe_consumer_groups(self, groups: list[str]) -> Any:
        return {group: done(SimpleNamespace(members=[])) for group in groups}

    def delete_topics(self, names: list[str]) -> Any:
        return {name: done(self.topics.pop(name)) for name in names}

    def create_topics(self, topics: list[Any]) -> Any:
        self.created += topics
        return {topic.topic: done() for topic in topics}

    def delete_consumer_groups(self, groups: list[str]) -> Any:
        return {group: done() for group in groups}


def _topic(partitions: int, copies: int) -> Any:
    return SimpleNamespace(partitions={number: SimpleNamespace(replicas=list(range(copies))) for number in range(partitions)})


def use(monkeypatch: pytest.MonkeyPatch, cluster: Cluster) -> Cluster:
    """Let the module ask `cluster`."""
    monkeypatch.setattr(tested, "AdminClient", lambda _: cluster)
    monkeypatch.setattr(tested, "_metadata", cluster.metadata)
    return cluster


def test_an_emptied_changelog_has_as_many_partitions_and_copies_as_before(monkeypatch: pytest.MonkeyPatch) -> None:
    """By a broker's default it would have one copy, and the state would be gone with a disk."""
    cluster = use(monkeypatch, Cluster({CHANGELOG.name: (5, 3), REPLAY.name: (5, 2)}))
    rebuild(KAFKA, "normalize")
    made = [(t.topic, t.num_partitions, t.replication_factor) for t in cluster.created]
    assert made == [(CHANGELOG.name, 5, 3), (REPLAY.name, 5, 2)]


def test_replays_are_emptied_with_the_state_that_they_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    """Read before raw, a replayed March is the first revision, and January and February are late: in no warehouse anew."""
    cluster = use(monkeypatch, Cluster({CHANGELOG.name: (1, 1), REPLAY.name: (1, 1)}))
    rebuild(KAFKA, "normalize")
    assert REPLAY.name in [topic.topic for topic in cluster.created]


@pytest.mark.parametrize("stage", [stage for stage in STAGES if stage != "normalize"])
def test_no_other_stage_loses_an_input(monkeypatch: pytest.MonkeyPatch, stage: str) -> None:
    """But for what it alone writes: that is made again."""
    emptied = {changelog_of(stage).name, *(topic.name for topic in own_topics_of(stage))}
    cluster = use(monkeypatch, Cluster(dict.fromkeys([*emptied, *(topic.name for topic in inputs_of(stage))], (1, 1))))
    monkeypatch.setattr(tested, "_CARRIED_OVER", {})
    rebuild(KAFKA, stage)
    assert {topic.topic for topic in cluster.created} == emptied


def test_a_changelog_that_is_not_there_is_named_with_what_makes_it(monkeypatch: pytest.MonkeyPatch) -> None:
    """As after a rebuild that was stopped between emptying and making."""
    use(monkeypatch, Cluster({}))
    with pytest.raises(TopicsMissing, match=r"There is no topic .*changelog.*topics apply"):
        rebuild(KAFKA, "normalize")


@pytest.mark.parametrize("error", [TimeoutError(), KafkaException(KafkaError(KafkaError._TRANSPORT))])
def test_a_broker_that_does_not_answer_is_told_as_such(monkeypatch: pytest.MonkeyPatch, error: Exception) -> None:
    """Exit code 3 and a sentence, no traceback."""
    cluster = use(monkeypatch, Cluster({CHANGELOG.name: (5, 3), REPLAY.name: (5, 3)}))
    monkeypatch.setattr(cluster, "describe_consumer_groups", lambda groups: {groups[0]: done(error=error)})
    with pytest.raises(BrokerUnavailable):
        rebuild(KAFKA, "normalize")
