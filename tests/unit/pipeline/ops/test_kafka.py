"""What a cluster answers while it is still choosing who leads."""

from concurrent.futures import Future
from types import SimpleNamespace

import pytest
from confluent_kafka import KafkaError, KafkaException, TopicPartition

from pipeline.cli.exits import Unreachable
from pipeline.ops import kafka
from pipeline.ops.kafka import Cluster
from runtime.config import KafkaConfig

WANTED = [TopicPartition("jobs.posting.raw", 0)]


@pytest.fixture
def cluster(monkeypatch) -> Cluster:
    """A cluster that is never asked anything; no time passes between two questions."""
    monkeypatch.setattr(Cluster, "partitions", lambda _: {})
    monkeypatch.setattr(kafka, "sleep", lambda _: None)
    return Cluster(KafkaConfig("127.0.0.1:1"))


def answering(*codes):
    """A question that the broker refuses with each of `codes` first."""
    waiting = list(codes)

    def call(wanted, timeout):
        if waiting:
            raise KafkaException(KafkaError(waiting.pop(0)))
        return wanted

    return call


@pytest.mark.parametrize("code", [KafkaError.NOT_LEADER_FOR_PARTITION, KafkaError.COORDINATOR_LOAD_IN_PROGRESS])
def test_a_broker_that_is_choosing_is_asked_again(cluster, code):
    """A new topic or a broker that has just started is not an unreachable Kafka."""
    assert cluster._ask(answering(code, code), WANTED) == WANTED


def test_a_single_partition_that_is_choosing_is_asked_again(cluster):
    """Its offset in such an answer is -1, and would be taken for the end of the partition."""
    refused = SimpleNamespace(offset=-1, error=KafkaError(KafkaError.NOT_LEADER_FOR_PARTITION))
    answers = [[*WANTED, refused], WANTED]

    assert cluster._ask(lambda *_, **__: answers.pop(0), WANTED) == WANTED


def test_any_other_refusal_is_told_at_once(cluster):
    """What does not pass by itself is not waited for."""
    with pytest.raises(Unreachable, match="stack up"):
        cluster._ask(answering(KafkaError._TRANSPORT), WANTED)


def test_a_choice_that_never_ends_is_unreachable(cluster, monkeypatch):
    """The patience has an end."""
    monkeypatch.setattr(kafka, "_CHOSEN_WITHIN_S", -1.0)

    with pytest.raises(Unreachable):
        cluster._ask(answering(KafkaError.NOT_LEADER_FOR_PARTITION), WANTED)


def test_nothing_wanted_asks_nothing(cluster):
    """No partitions, no question."""
    assert cluster._ask(answering(KafkaError._TRANSPORT), []) == []


class Admin:
    """A broker that knows one group and refuses to tell of it."""

    def list_consumer_groups(self, **_):
        return done(SimpleNamespace(valid=[SimpleNamespace(group_id="jobstream-dedupe")]))

    def describe_consumer_groups(self, groups, **_):
        return {groups[0]: done(error=KafkaException(KafkaError(KafkaError.GROUP_AUTHORIZATION_FAILED)))}


def done(result=None, error=None):
    """A future that has its answer."""
    found = Future()
    if error is None:
        found.set_result(result)
    else:
        found.set_exception(error)
    return found


def test_nobody_is_in_a_group_that_never_was(cluster):
    """It is not asked for: a new cluster takes long to say who leads it."""
    cluster.admin = Admin()

    assert cluster.members("jobstream-enrich") == 0


def test_a_group_that_may_not_be_seen_is_not_taken_for_empty(cluster):
    """Its position would be set back under a running worker."""
    cluster.admin = Admin()

    with pytest.raises(KafkaException):
        cluster.members("jobstream-dedupe")
