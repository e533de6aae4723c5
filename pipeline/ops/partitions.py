"""Where a key lies."""

from collections.abc import Collection

from pipeline.ops.kafka import Cluster
from runtime.consumer import Partition

_BITS = 0xFFFFFFFF
_FACTOR = 0x5BD1E995
_SEED = 0x9747B28C


def partitions_of(cluster: Cluster, topic: str, keys: Collection[str]) -> set[Partition]:
    """Return the partitions of `topic` that `keys` lie in; none where there is no such topic."""
    count = cluster.partitions().get(topic, 0)
    return {(topic, partition_of(key.encode(), count)) for key in keys if count}


def partition_of(key: bytes, count: int) -> int:
    """Return which of `count` partitions every producer of ours puts `key` in."""
    return (_murmur2(key) & 0x7FFFFFFF) % count


def _murmur2(data: bytes) -> int:
    """Return the hash. Source: Apache Kafka, `org.apache.kafka.common.utils.Utils.murmur2`."""
    whole, hashed = len(data) & ~3, _SEED ^ len(data)
    for at in range(0, whole, 4):
        mixed = int.from_bytes(data[at : at + 4], "little") * _FACTOR & _BITS
        mixed = (mixed ^ mixed >> 24) * _FACTOR & _BITS
        hashed = hashed * _FACTOR & _BITS ^ mixed
    if whole < len(data):
        hashed = (hashed ^ int.from_bytes(data[whole:], "little")) * _FACTOR & _BITS
    hashed = (hashed ^ hashed >> 13) * _FACTOR & _BITS
    return hashed ^ hashed >> 15
