"""What has to be done so that the topics are as promised."""

from concurrent.futures import Future
from dataclasses import replace
from types import SimpleNamespace

import pytest
from confluent_kafka import KafkaError, KafkaException

from pipeline.ops import topics
from pipeline.ops.kafka import Cluster
from pipeline.ops.kafka_trouble import BrokerRefused
from pipeline.ops.topics import Existing, plan, wanted
from pipeline.settings import Settings
from schemas.topics import DEAD_LETTER_TOPICS, PLAN, RAW, TOPICS

SETTINGS = Settings(_env_file=None, topic_partitions=5)


def existing(**overrides) -> dict[str, Existing]:
    """RAW as it is promised, but for what is given."""
    return {RAW.name: Existing(overrides.get("partitions", RAW.partitions), RAW.config() | overrides.get("config", {}))}


def test_what_is_as_promised_needs_nothing():
    """Applying twice changes nothing."""
    assert plan([RAW], existing()).done


def test_a_missing_topic_is_created():
    """With its own partition count."""
    assert plan([RAW], {}).sentences() == [f"{RAW.name}: created with 12 partitions"]


def test_a_differing_setting_is_altered_and_named():
    """From what to what."""
    todo = plan([RAW], existing(config={"max.message.bytes": "1"}))
    assert todo.sentences() == [f"{RAW.name}: max.message.bytes 1 -> {16 << 20}"]


def test_a_setting_that_the_broker_does_not_name_is_altered():
    """Nothing is assumed."""
    found = existing()
    del found[RAW.name].config["retention.ms"]
    assert plan([RAW], found).alter == {RAW.name: {"retention.ms": ("", "-1")}}


def test_a_setting_that_we_do_not_promise_is_left_alone():
    """An operator may set `segment.bytes`."""
    assert plan([RAW], existing(config={"segment.bytes": "1"})).done


def test_another_partition_count_is_a_difference_that_nothing_repairs():
    """Neither created nor altered."""
    todo = plan([RAW], existing(partitions=3))
    assert (todo.differing, todo.create, todo.alter) == ({RAW.name: (3, 12)}, (), {})


def test_settings_give_the_partitions_of_all_topics_that_do_not_have_to_have_one():
    """State and input must match; the order of dead letters matters to nobody, and the plan's one partition has the leader."""
    topics = wanted(SETTINGS)
    assert {t.partitions for t in topics if t.name not in {PLAN.name, *(dead.name for dead in DEAD_LETTER_TOPICS)}} == {5}
    assert {t.partitions for t in topics if t.name == PLAN.name or t in DEAD_LETTER_TOPICS} == {1}
    assert [t.name for t in topics] == [t.name for t in TOPICS]


def test_a_compacted_topic_promises_no_retention():
    """It keeps the newest value per key for ever."""
    assert "retention.ms" not in replace(RAW, compacted=True).config()


@pytest.mark.parametrize(("copies", "confirm"), [(1, "1"), (2, "1"), (3, "2"), (5, "2")])
def test_where_there_are_three_copies_two_confirm(copies: int, confirm: str):
    """Else `acks=all` is content with one that may be lost; of two copies, the loss of either would stop all writing."""
    made = wanted(SETTINGS.but(topic_replication=copies))
    assert {topic.config()["min.insync.replicas"] for topic in made} == {confirm}


def test_a_topic_that_has_three_copies_is_made_to_confirm_by_two():
    """It is told as any setting that differs."""
    found = {RAW.name: replace(existing()[RAW.name], copies=3)}
    assert plan([RAW], found).sentences() == [f"{RAW.name}: min.insync.replicas 1 -> 2"]


def test_a_topic_that_has_one_copy_goes_on_being_writable():
    """Whatever is set for new ones: two that confirm would be asked of one."""
    assert plan([replace(RAW, copies=3)], existing()).done


def refusing(code: int) -> Cluster:
    """A cluster that answers, and makes no topic."""

    def create(new, **_):
        refused = Future()
        refused.set_exception(KafkaException(KafkaError(code, "Replication factor is 3 but there is 1 broker.")))
        return {new[0].topic: refused}

    cluster = Cluster.__new__(Cluster)
    cluster.admin = SimpleNamespace(create_topics=create)
    return cluster


def test_more_copies_than_brokers_are_told_with_the_setting():
    """A sentence for whom it concerns, and no traceback."""
    with pytest.raises(BrokerRefused, match=r"3 copies of each partition: Replication factor .* JOBSTREAM_TOPIC_REPLICATION"):
        topics._create(refusing(KafkaError.INVALID_REPLICATION_FACTOR), [replace(RAW, copies=3)])


def test_a_topic_that_somebody_else_made_meanwhile_is_there():
    """Two may be applied at once."""
    topics._create(refusing(KafkaError.TOPIC_ALREADY_EXISTS), [RAW])
