"""Where a key lies, as every client of ours says."""

from aiokafka.partitioner import murmur2

from pipeline.ops.partitions import partition_of


def test_keys_lie_where_clients_put_them():
    """Of any length, in any script."""
    keys = [f"lever:åcme-{'x' * (n % 9)}:{n}".encode() for n in range(1000)] + [b"", b"a", "日本".encode()]

    assert [partition_of(key, 12) for key in keys] == [(murmur2(key) & 0x7FFFFFFF) % 12 for key in keys]


def test_keys_hash_as_kafkas_own_tests_say():
    """Source: Apache Kafka, UtilsTest.testMurmur2."""
    known = {b"21": -973932308, b"foobar": -790332482, b"a-little-bit-long-string": -985981536}

    assert [partition_of(key, 12) for key in known] == [(hashed & 0x7FFFFFFF) % 12 for hashed in known.values()]
