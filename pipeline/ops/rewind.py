"""A warehouse made again: its sink reads every topic from the first message that is there."""

from confluent_kafka import ConsumerGroupTopicPartitions, TopicPartition

from pipeline.ops.kafka import Cluster
from pipeline.ops.kafka_clients import TIMEOUT_S
from pipeline.ops.kafka_trouble import refused
from pipeline.ops.sink import topic_names
from schemas.topics import DAY_MS, EVENT_TOPICS, Topic, sink_group
from streams.rebuild import GroupInUse


def rewind(cluster: Cluster, engine: str) -> None:
    """Make the next start of the sink of `engine` write every row again; rows that are there already stay as they are.

    Its group keeps offsets, the first ones: what it has not read is dropped by nobody meanwhile.
    Raises GroupInUse while the sink runs, BrokerRefused, or Unreachable; it may then be called again.
    """
    group = sink_group(engine)
    if cluster.members(group):
        raise GroupInUse(f"sink-{engine} is running, or ended just now. Stop it, wait a moment, and try again.")
    first = [TopicPartition(topic, number, at) for (topic, number), at in cluster.first_offsets(topic_names(engine)).items()]
    wanted = [ConsumerGroupTopicPartitions(group, first)]
    futures = cluster.admin.alter_consumer_group_offsets(wanted, request_timeout=TIMEOUT_S)
    with refused(f"set the offsets of {group} back", "Check what this user may do with groups, then run the same command again."):
        cluster.answer(futures[group])


def forgetful(engine: str) -> list[tuple[Topic, int]]:
    """Return the topics of the sink of `engine` that do not reach back to the first message, and for how many days they do."""
    names = topic_names(engine)
    return [(topic, topic.retention_ms // DAY_MS) for topic in EVENT_TOPICS if topic.name in names and topic.retention_ms > 0]
