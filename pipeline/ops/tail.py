"""The messages of a topic, decoded for people."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import chain
from typing import Any

from pipeline.ops.kafka import Cluster
from pipeline.ops.kafka_reading import Reader, read
from pipeline.visible import on_one_line
from runtime.consumer import Partition
from schemas.codec import REPLAY_ID, DecodeError, decode
from schemas.message import Incoming


@dataclass(frozen=True, slots=True)
class Line:
    """A message as it is printed. `event` is None for a tombstone and for what can't be decoded; `problem` says which."""

    message: Incoming
    subject: str
    kind: str
    event: dict[str, Any] | None
    problem: str | None

    def as_json(self) -> dict[str, Any]:
        """Return everything that is known about the message."""
        return {
            "topic": self.message.topic,
            "partition": self.message.partition,
            "offset": self.message.offset,
            "at": _at(self.message).isoformat(timespec="milliseconds"),
            "key": _text(self.message.key),
            "subject": self.subject,
            "type": self.kind,
            "replay_id": self.message.header(REPLAY_ID),
            "problem": self.problem,
            "event": self.event,
        }

    def as_text(self) -> str:
        """Return one line: where, when, what it is about, and its title or problem."""
        place = f"{self.message.partition}:{self.message.offset}"
        line = f"{_at(self.message):%Y-%m-%d %H:%M:%S}  {place:>10}  {self.kind}  {self.subject}  {self._gist()}"
        return on_one_line(line.rstrip())

    def _gist(self) -> str:
        if self.event is None:
            return f"({self.problem})"
        return next((str(self.event[name]) for name in ("title", "outcome", "cluster_id") if self.event.get(name)), "")


def to_line(message: Incoming) -> Line:
    """Return `message` decoded, or with the reason why it can't be."""
    subject = message.header("ce_subject") or _text(message.key) or ""
    kind = message.header("ce_type") or "?"
    if message.value is None:
        return Line(message, subject, kind, None, "tombstone")
    try:
        event = decode(message)
    except DecodeError as error:
        return Line(message, subject, kind, None, str(error))
    return Line(message, event.subject, event.TYPE, event.model_dump(mode="json"), None)


def start_of(cluster: Cluster, topic: str, since: datetime | None, last: int | None) -> dict[Partition, int]:
    """Return the offsets to start at: at broker time `since`, or the `last` messages of every partition, or all."""
    first = cluster.first_offsets([topic])
    if since is not None:
        return cluster.offsets_at([topic], since)
    if last is None:
        return first
    ends = cluster.next_offsets([topic])
    return {partition: max(first[partition], end - last) for partition, end in ends.items()}


def tail(cluster: Cluster, start: dict[Partition, int], *, follow: bool = False, subject: str | None = None) -> Iterator[Line]:
    """Yield the messages from `start` on that are about `subject` (a posting id or `source:board`; None = all).

    Ends at the high watermarks of the beginning; with `follow` it goes on as messages arrive, and never ends.
    """
    ends = cluster.next_offsets({topic for topic, _ in start})
    messages = read(cluster.config, start, ends)
    if follow:
        messages = chain(messages, _following(cluster, ends))
    lines = map(to_line, messages)
    return lines if subject is None else (line for line in lines if line.subject == subject)


def _following(cluster: Cluster, start: dict[Partition, int]) -> Iterator[Incoming]:
    reader = Reader(cluster.config, start)
    try:
        while True:
            yield from reader.poll(0.5)[0]
    finally:
        reader.close()


def _at(message: Incoming) -> datetime:
    return datetime.fromtimestamp(message.timestamp_ms / 1000, UTC)


def _text(value: bytes | None) -> str | None:
    return None if value is None else value.decode("utf-8", "replace")


def payload(value: bytes | None) -> dict[str, Any]:
    """Return a payload for people: `json` when it is JSON, else `text` when it is UTF-8, else `base16`."""
    if value is None:
        return {"null": True}
    try:
        return {"json": json.loads(value)}
    except ValueError:
        pass
    try:
        return {"text": value.decode("utf-8")}
    except UnicodeDecodeError:
        return {"base16": value.hex()}
