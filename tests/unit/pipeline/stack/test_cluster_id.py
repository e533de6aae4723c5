"""The id of a new Kafka cluster."""

import uuid

import pytest

from pipeline.stack.kafka.part import cluster_id


@pytest.mark.parametrize("first", [0x00, 0x7F, 0xF8, 0xFB, 0xFF])
def test_a_cluster_id_never_looks_like_an_option(first):
    """Whatever the random bytes are, the id starts with a letter and has the 22 characters that Kafka wants."""
    made = cluster_id(uuid.UUID(bytes=bytes([first] + [0xFF] * 15)))

    assert made[0].isalpha()
    assert len(made) == 22
