"""The cluster's topics made to be what `schemas.topics` promises."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from confluent_kafka import KafkaError, KafkaException
from confluent_kafka.admin import AlterConfigOpType, ConfigEntry, ConfigResource, NewTopic, ResourceType

from pipeline.ops.kafka import Cluster
from pipeline.ops.kafka_clients import TIMEOUT_S, kafka_config
from pipeline.ops.kafka_trouble import refused
from pipeline.settings import Settings
from schemas.topics import TOPICS, Topic

_TOO_FEW_BROKERS = "Set JOBSTREAM_TOPIC_REPLICATION to at most the number of brokers."


class PartitionsDiffer(Exception):  # noqa: N818 - the condition
    """A topic exists with another number of partitions than is set; nothing was changed."""


@dataclass(frozen=True, slots=True)
class Existing:
    """A topic as the cluster has it; `config` holds the broker's values of the settings that we promise.

    `copies`: of the partition that has the fewest.
    """

    partitions: int
    config: dict[str, str]
    copies: int = 1


@dataclass(frozen=True, slots=True)
class Plan:
    """What has to be done for the promise to hold. `differing` = topics whose partition count can't be put right."""

    create: tuple[Topic, ...] = ()
    alter: dict[str, dict[str, tuple[str, str]]] = field(default_factory=dict)
    differing: dict[str, tuple[int, int]] = field(default_factory=dict)

    @property
    def done(self) -> bool:
        """Whether nothing is left to do."""
        return not (self.create or self.alter or self.differing)

    def sentences(self) -> list[str]:
        """Return the plan, a line each: what is created, and which setting goes from what to what."""
        made = [f"{topic.name}: created with {topic.partitions} partitions" for topic in self.create]
        changed = [
            f"{name}: {key} {was} -> {becomes}" for name, keys in self.alter.items() for key, (was, becomes) in keys.items()
        ]
        return made + changed


def wanted(settings: Settings) -> tuple[Topic, ...]:
    """Return every topic with the partitions and copies that `settings` give it; one that has to have one partition keeps it."""
    counted = (t if t.partitions == 1 else replace(t, partitions=settings.topic_partitions) for t in TOPICS)
    return tuple(replace(t, copies=settings.topic_replication) for t in counted)


def plan(topics: Iterable[Topic], existing: dict[str, Existing]) -> Plan:
    """Return what turns `existing` into `topics`."""
    topics = tuple(topics)
    known = {t.name: (t, existing[t.name]) for t in topics if t.name in existing}
    altered = {name: _altered(topic, found) for name, (topic, found) in known.items()}
    return Plan(
        create=tuple(t for t in topics if t.name not in existing),
        alter={name: keys for name, keys in altered.items() if keys},
        differing={n: (e.partitions, t.partitions) for n, (t, e) in known.items() if e.partitions != t.partitions},
    )


def survey(cluster: Cluster, topics: Iterable[Topic]) -> dict[str, Existing]:
    """Return those of `topics` that exist, as the cluster has them."""
    copies = cluster.copies()
    names = [t.name for t in topics if t.name in copies]
    if not names:
        return {}
    resources = [ConfigResource(ResourceType.TOPIC, name) for name in names]
    futures = cluster.admin.describe_configs(resources, request_timeout=TIMEOUT_S)
    entries = {resource.name: cluster.answer(future) for resource, future in futures.items()}
    configs = {name: {key: str(entry.value) for key, entry in entries[name].items()} for name in names}
    return {name: Existing(len(copies[name]), configs[name], min(copies[name], default=1)) for name in names}


def apply(settings: Settings) -> Plan:
    """Return what was changed; then every topic exists as promised, and doing it again changes nothing.

    Raises PartitionsDiffer when a topic exists with another partition count, before anything is changed; BrokerRefused;
    Unreachable when Kafka does not answer.
    """
    cluster = Cluster(kafka_config(settings))
    topics = wanted(settings)
    todo = plan(topics, survey(cluster, topics))
    if todo.differing:
        raise PartitionsDiffer(_refusal(todo.differing))
    _create(cluster, todo.create)
    _alter(cluster, todo.alter)
    return todo


def _altered(topic: Topic, found: Existing) -> dict[str, tuple[str, str]]:
    # its copies are those that it was created with: one that has a single copy could never confirm by two
    promised = replace(topic, copies=found.copies).config()
    return {key: (found.config.get(key, ""), value) for key, value in promised.items() if found.config.get(key) != value}


def _create(cluster: Cluster, topics: Sequence[Topic]) -> None:
    if not topics:
        return
    copies = {t.name: t.copies for t in topics}
    new = [NewTopic(t.name, t.partitions, t.copies, config=t.config()) for t in topics]
    for name, future in cluster.admin.create_topics(new, request_timeout=TIMEOUT_S * 5).items():
        with refused(f"create {name} with {copies[name]} copies of each partition", _TOO_FEW_BROKERS):
            try:
                cluster.answer(future)
            except KafkaException as error:
                # another `topics apply` was quicker
                if error.args[0].code() != KafkaError.TOPIC_ALREADY_EXISTS:
                    raise


def _alter(cluster: Cluster, changes: dict[str, dict[str, tuple[str, str]]]) -> None:
    if not changes:
        return
    resources = [ConfigResource(ResourceType.TOPIC, n, incremental_configs=_entries(keys)) for n, keys in changes.items()]
    for resource, future in cluster.admin.incremental_alter_configs(resources, request_timeout=TIMEOUT_S).items():
        with refused(f"change the settings of {resource.name}", "Check the broker's limits and what this user may alter."):
            cluster.answer(future)


def _entries(keys: dict[str, tuple[str, str]]) -> list[ConfigEntry]:
    return [ConfigEntry(key, value, incremental_operation=AlterConfigOpType.SET) for key, (_, value) in keys.items()]


def _refusal(differing: dict[str, tuple[int, int]]) -> str:
    named = ", ".join(f"{name} has {has} and {wants} are set" for name, (has, wants) in differing.items())
    return (
        f"The number of partitions can't be changed: {named}. Keys would land in other partitions, so the state of the stages "
        "and the order per key would be lost. Set JOBSTREAM_TOPIC_PARTITIONS to what is there; to really change it, make new "
        "topics on an empty cluster and rebuild them from raw (docs/operating.md)."
    )
