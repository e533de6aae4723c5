"""Where a key lies."""

from collections.abc import Collection

from aiokafka.partitioner import murmur2  # type: ignore[import-untyped]

from pipeline.ops.kafka import Cluster
from runtime.consumer import Partition


def partitions_of(cluster: Cluster, topic: str, keys: Collection[str]) -> set[Partition]:
    """Return the partitions of `topic` that `keys` lie in; none where there is no such topic."""
    count = cluster.partitions().get(topic, 0)
    return {(topic, partition_of(key.encode(), count)) for key in keys if count}


def partition_of(key: bytes, count: int) -> int:
    """Return which of `count` partitions every producer of ours puts `key` in."""
    hashed: int = murmur2(key)
    return (hashed & 0x7FFFFFFF) % count
