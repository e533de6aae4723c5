"""Dead letters: listed, shown, counted, and sent through the stages again."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any

from pipeline.ops.kafka import Cluster
from pipeline.ops.kafka_reading import read, read_all
from pipeline.ops.replay import BATCH, as_replay, batches, within
from pipeline.ops.tail import payload
from pipeline.visible import on_one_line
from runtime.producer import Published
from schemas.codec import DecodeError, decode
from schemas.dead_letter import SUFFIX, DeadLetter, exhume
from schemas.message import Incoming, Outgoing
from schemas.topics import DEAD_LETTER_TOPICS, RAW, REPLAY

# (topic, partition, offset) of what died
Place = tuple[str, int, int]
# returns where each message lies; offset None = refused as too large
Publish = Callable[[list[Outgoing]], list[Published]]


@dataclass(frozen=True, slots=True)
class Buried:
    """A message of a dead letter topic. `letter` is None when its headers are not ours; `problem` says what is wrong."""

    message: Incoming
    letter: DeadLetter | None
    problem: str | None = None

    @property
    def place(self) -> str:
        """`topic:partition:offset` of the dead letter itself."""
        return f"{self.message.topic}:{self.message.partition}:{self.message.offset}"

    def as_json(self) -> dict[str, Any]:
        """Return everything but the payload."""
        return {"place": self.place, **(asdict(self.letter) if self.letter else {}), "problem": self.problem}

    def payload(self) -> dict[str, Any]:
        """Return the untouched payload for people, `json`, `text` or `base16`, with its key and headers."""
        headers = {name: value.decode("utf-8", "backslashreplace") for name, value in self.message.headers if value is not None}
        key = (self.message.key or b"").decode("utf-8", "backslashreplace")
        return {"bytes": len(self.message.value or b""), "key": key, "headers": headers, "payload": payload(self.message.value)}

    def as_text(self) -> str:
        """Return one line."""
        if self.letter is None:
            return on_one_line(f"{self.place}  ({self.problem})")
        about = self.letter.posting_id or self.letter.source or "-"
        letter = self.letter
        said = (letter.stage, letter.reason, about, letter.detail)
        return on_one_line("  ".join((self.place, f"{letter.dead_at:%Y-%m-%d %H:%M:%S}", *said)))


@dataclass(frozen=True, slots=True)
class Filter:
    """Which dead letters are meant; None = any. `topic` is the dead letter topic or the one that was read.

    They died from `since` on and before `until`.
    """

    topic: str | None = None
    reason: str | None = None
    stage: str | None = None
    source: str | None = None
    since: datetime | None = None
    until: datetime | None = None

    def topics(self) -> list[str]:
        """The dead letter topics to read."""
        return [t.name for t in DEAD_LETTER_TOPICS if self.topic in (None, t.name, t.name.removesuffix(SUFFIX))]

    def holds(self, buried: Buried) -> bool:
        """Whether `buried` is meant; one without our headers is, unless more than a topic is asked for."""
        letter = buried.letter
        if letter is None:
            return self == Filter(self.topic)
        return (
            self.reason in (None, letter.reason)
            and self.stage in (None, letter.stage)
            and self.source in (None, letter.source)
            and within(letter.dead_at, self.since, self.until)
        )


def unearth(message: Incoming) -> Buried:
    """Return what lies in a dead letter topic."""
    try:
        return Buried(message, exhume(message))
    except ValueError as error:
        return Buried(message, None, str(error))


def letters(cluster: Cluster, wanted: Filter) -> Iterator[Buried]:
    """Yield the dead letters that are there now."""
    return filter(wanted.holds, map(unearth, read_all(cluster, wanted.topics())))


def letter_at(cluster: Cluster, topic: str, partition: int, offset: int) -> Buried | None:
    """Return the dead letter of that place; None when there is none."""
    place = (topic, partition)
    end = cluster.next_offsets([topic]).get(place, 0)
    if not cluster.first_offsets([topic]).get(place, 0) <= offset < end:
        return None
    return next((unearth(m) for m in read(cluster.config, {place: offset}, {place: offset + 1})), None)


def by_reason(buried: Iterable[Buried]) -> Counter[tuple[str, str]]:
    """Return how many dead letters each (stage, reason) has; one that died again counts once, under its last reason."""
    reasons: dict[tuple[str, Place], str] = {}
    alien = 0
    for letter in (each.letter for each in buried):
        if letter is None:
            alien += 1
        else:
            reasons[letter.stage, _place(letter)] = letter.reason
    found = Counter((stage, reason) for (stage, _), reason in reasons.items())
    return found + Counter({("?", "headers"): alien})


@dataclass(slots=True)
class Redriven:
    """What a redrive did: raw postings that were sent, or would be; letters that were left out; and what the broker refused."""

    sent: int = 0
    left_out: int = 0
    refused: int = 0


def redrive(buried: Iterable[Buried], replay_id: str, publish: Publish | None) -> Redriven:
    """Publish the raw postings among `buried` to `jobs.posting.replay`, payload untouched; without `publish` they are counted.

    Each is sent once, however often it died: else the next redrive would find twice as many. What died in a later stage is
    left out: replaying its raw posting makes it again.
    """
    done = Redriven()
    for batch in batches(_raw(buried, replay_id, done), BATCH):
        refused = sum(place.offset is None for place in publish(batch)) if publish else 0
        done.sent += len(batch) - refused
        done.refused += refused
    return done


def _raw(buried: Iterable[Buried], replay_id: str, done: Redriven) -> Iterator[Outgoing]:
    sent: set[Place] = set()
    for each in buried:
        letter = each.letter
        if letter is None or letter.topic not in (RAW.name, REPLAY.name):
            done.left_out += 1
        elif (place := _place(letter)) not in sent:
            sent.add(place)
            yield as_replay(each.message, replay_id, _event(each.message), place)


def _place(letter: DeadLetter) -> Place:
    return letter.topic, letter.partition, letter.offset


def _event(message: Incoming) -> Any:
    try:
        return decode(message)
    except DecodeError:
        return None  # it goes as it is; the stage says again what is wrong with it
