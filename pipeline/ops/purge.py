"""Records dropped before their retention is over, together with all that lie before them (Kafka's DeleteRecords)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from confluent_kafka import TopicPartition

from pipeline.ops.kafka import Cluster
from pipeline.ops.kafka_clients import TIMEOUT_S
from pipeline.ops.kafka_trouble import refused
from pipeline.ops.personal import Holdings
from runtime.consumer import Partition
from schemas.topics import CURRENT


@dataclass(frozen=True, slots=True)
class Cut:
    """What dropping everything of a partition before offset `before` takes: `dropped` records, of which `carrying` are meant."""

    topic: str
    partition: int
    before: int
    dropped: int
    carrying: int


def cuts(cluster: Cluster, held: Holdings) -> list[Cut]:
    """Return the cuts that take every record with contacts; compaction alone takes those of `jobs.posting.current`."""
    first = cluster.first_offsets({topic for topic, _ in held.places})
    return [
        Cut(topic, partition, offsets[-1] + 1, offsets[-1] + 1 - first[topic, partition], len(offsets))
        for (topic, partition), offsets in sorted(held.places.items())
        if topic != CURRENT.name
    ]


def purge(cluster: Cluster, wanted: Sequence[Cut]) -> str | None:
    """Drop what `wanted` says and return None; or drop nothing, and return which consumer group has not read it all yet.

    Raises Unreachable, or BrokerRefused; it may then be called again.
    """
    if not wanted:
        return None
    for group in _groups(cluster):
        late = _unread(cluster.committed(group, {cut.topic for cut in wanted}), wanted)
        if late is not None:
            return (
                f"the consumer group {group} has not read {late.topic}:{late.partition} up to offset {late.before}: "
                "let it, or delete the group if nobody needs it"
            )
    places = [TopicPartition(cut.topic, cut.partition, cut.before) for cut in wanted]
    for place, future in cluster.admin.delete_records(places, request_timeout=TIMEOUT_S).items():
        remedy = "Check what this user may delete, then run the same command again."
        with refused(f"drop records of {place.topic}:{place.partition}", remedy):
            cluster.answer(future)
    return None


def _groups(cluster: Cluster) -> list[str]:
    what = "name the consumer groups, which have to have read what is dropped"
    with refused(what, "Check what this user may describe, then run the same command again."):
        return cluster.groups()


def _unread(committed: Mapping[Partition, int], wanted: Sequence[Cut]) -> Cut | None:
    """Return a cut that takes what a group has not read: of a topic that it reads, it may have no offset of a partition yet."""
    reads = {topic for topic, _ in committed}
    return next((cut for cut in wanted if cut.topic in reads and committed.get((cut.topic, cut.partition), 0) < cut.before), None)
