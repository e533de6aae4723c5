"""The example of a subscriber: what services copy."""

import importlib.util
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from schemas.codec import encode
from tests.builders import FEB, JAN, make_enriched

EXAMPLE = Path(__file__).parents[3] / "examples" / "subscribers" / "python" / "subscriber.py"
TOPIC = "jobs.posting.enriched"


class Delivered:
    """A message as confluent_kafka gives it."""

    def __init__(self, offset: int, **posting: Any) -> None:
        self._message, self._offset = encode(make_enriched(**posting), TOPIC, made_by="enrich"), offset

    def error(self) -> None:
        """None: it is a message."""

    def topic(self) -> str:
        return TOPIC

    def partition(self) -> int:
        return 0

    def offset(self) -> int:
        return self._offset

    def key(self) -> bytes | None:
        return self._message.key

    def value(self) -> bytes | None:
        return self._message.value

    def headers(self) -> list[tuple[str, bytes]]:
        return list(self._message.headers)


class Client:
    """A consumer that has `messages`, then is interrupted; it notes what it is asked."""

    def __init__(self, messages: list[Delivered | None]) -> None:
        self.messages, self.settings, self.asked = messages, dict[str, Any](), list[Any]()

    def __call__(self, settings: dict[str, Any]) -> "Client":
        self.settings = settings
        return self

    def subscribe(self, topics: list[str]) -> None:
        self.asked.append(topics)

    def poll(self, _: float) -> Delivered | None:
        if not self.messages:
            raise KeyboardInterrupt
        return self.messages.pop(0)

    def store_offsets(self, message: Delivered) -> None:
        self.asked.append(message.offset())

    def close(self) -> None:
        self.asked.append("closed")


@pytest.fixture
def example() -> ModuleType:
    """The example, as it is run by a path."""
    spec = importlib.util.spec_from_file_location("subscriber", EXAMPLE)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_place_in_the_group_is_kept_without_a_commit_a_message(example, monkeypatch, capsys):
    """Of 34,890 real messages 8,700 were committed a minute later, and heartbeats waited behind the rest: it was thrown out."""
    client = Client([Delivered(0, title="Nurse", revised_at=JAN), None, Delivered(1, title="Nurse", revised_at=JAN),
                     Delivered(2, title="Head nurse", revised_at=FEB)])  # fmt: skip
    monkeypatch.setattr(example, "Consumer", client)

    with pytest.raises(KeyboardInterrupt):
        example.follow("kafka:9092", "mine")

    assert client.asked == [[TOPIC], 0, 1, 2, "closed"]
    assert client.settings["enable.auto.offset.store"] is False
    assert client.settings.get("enable.auto.commit", True)
    assert [line.split("\t")[1] for line in capsys.readouterr().out.splitlines()] == ["Nurse", "Head nurse"]
