"""Messages are read up to an end, or it is told why not."""

import pytest

from pipeline.cli.exits import Unreachable
from pipeline.ops import kafka_reading
from runtime.config import KafkaConfig


class Silent:
    """A reader of a broker that went away: nothing comes any more."""

    def __init__(self, *_: object) -> None:
        self.looks = 0
        self.closed = False

    def poll(self, _: float):
        self.looks += 1
        return [], set()

    def check(self) -> None:
        raise Unreachable("Kafka does not answer")

    def close(self) -> None:
        self.closed = True


def test_a_broker_that_goes_away_while_a_topic_is_read_is_told(monkeypatch):
    """Else a command would stand still for ever, without a word."""
    reader = Silent()
    monkeypatch.setattr(kafka_reading, "Reader", lambda *_: reader)
    with pytest.raises(Unreachable):
        list(kafka_reading.read(KafkaConfig("127.0.0.1:1"), {("jobs.posting.raw", 0): 0}, {("jobs.posting.raw", 0): 5}))
    assert (reader.looks, reader.closed) == (6, True)
