"""What a rebuild carries over is in the changelog, or the rebuild fails."""

from typing import Any

import pytest

from runtime.config import KafkaConfig
from runtime.producer import Published
from streams import carried


class Producer:
    """A producer whose broker refuses what is longer than three bytes."""

    def __init__(self, *_: Any, **__: Any) -> None:
        self.closed = False

    def publish(self, messages: Any) -> list[Published]:
        return [Published(m.topic, m.partition, None if len(m.value) > 3 else at) for at, m in enumerate(messages)]

    def close(self) -> None:
        self.closed = True


def test_a_refused_record_fails_the_rebuild(monkeypatch):
    """The stage would start without knowing what it was to know; the message names the remedy."""
    made = Producer()
    monkeypatch.setattr(carried, "AckProducer", lambda *_, **__: made)
    kafka = KafkaConfig("127.0.0.1:1")
    carried.write(kafka, "mirror", [(0, "a", b"1")])
    with pytest.raises(RuntimeError, match="refused a record as too large"):
        carried.write(kafka, "mirror", [(0, "a", b"1"), (1, "b", b"1234")])
    assert made.closed
