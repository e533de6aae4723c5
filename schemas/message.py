"""A Kafka message, independent of any client."""

from typing import NamedTuple

Headers = tuple[tuple[str, bytes], ...]


class Outgoing(NamedTuple):
    """A message to publish. `partition` None = by murmur2 of the key."""

    topic: str
    key: bytes
    value: bytes | None
    headers: Headers = ()
    partition: int | None = None


class Incoming(NamedTuple):
    """A message as it was read. `timestamp_ms` is the broker's."""

    topic: str
    partition: int
    offset: int
    key: bytes | None
    value: bytes | None
    headers: Headers = ()
    timestamp_ms: int = 0

    def header(self, name: str) -> str | None:
        """The last value of header `name`, decoded; None where it is absent."""
        for key, value in reversed(self.headers):
            if key == name:
                return value.decode("utf-8", "replace") if value is not None else None
        return None
