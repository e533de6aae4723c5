"""Where contacts found in postings lie on Kafka: `jobs.posting.current`, `jobs.posting.enriched` and its dead letters."""

import json
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass, field
from typing import Any

from pipeline.ops.kafka import Cluster
from pipeline.ops.kafka_reading import read
from pipeline.ops.partitions import partitions_of
from runtime.consumer import Partition
from schemas.message import Incoming
from schemas.topics import CONTACTS_ERASED, CURRENT, ENRICHED, dead_letters_of

BURIED = dead_letters_of(ENRICHED)
HOLDERS = (CURRENT.name, ENRICHED.name, BURIED.name)
_NONE, _ANY = b'"contacts":[]', b'"contacts"'
_SAID_EVERY = 10_000
# (topic, messages read, messages to read)
Progress = Callable[[str, int, int], None]


@dataclass(slots=True)
class Holdings:
    """What Kafka holds of some postings.

    `places`: per partition the offsets of records that carry contacts of them, in order. `newest`: posting id -> whether the
    newest record of `jobs.posting.current` carries some; False also where it has none. `erased`: those whose erasure is recorded.
    """

    places: dict[Partition, list[int]] = field(default_factory=dict)
    newest: dict[str, bool] = field(default_factory=dict)
    erased: set[str] = field(default_factory=set)

    def counts(self) -> dict[str, int]:
        """Return how many records of each topic carry contacts."""
        return {topic: sum(len(at) for (name, _), at in self.places.items() if name == topic) for topic in HOLDERS}

    def take(self, message: Incoming) -> None:
        """Take a record of one of the postings into account."""
        posting_id = key_of(message)
        if message.topic == CONTACTS_ERASED.name:
            self.erased.add(posting_id)
            return
        self.newest.setdefault(posting_id, False)
        carries = bool(contacts_in(message.value))
        if carries:
            self.places.setdefault((message.topic, message.partition), []).append(message.offset)
        if message.topic == CURRENT.name:
            self.newest[posting_id] = carries


def holdings(cluster: Cluster, ids: Collection[str], progress: Progress) -> Holdings:
    """Return what Kafka holds of the postings `ids` now. Raises Unreachable."""
    found, wanted = Holdings(), set(ids)
    for message in messages(cluster, (*HOLDERS, CONTACTS_ERASED.name), ids, progress):
        if key_of(message) in wanted:
            found.take(message)
    return found


def postings_with(cluster: Cluster, contact: str, progress: Progress) -> set[str]:
    """Return the ids of the postings of which some record carries `contact`, in any spelling that is the `same`."""
    wanted = same(contact)
    return {
        key_of(message)
        for message in messages(cluster, HOLDERS, None, progress)
        if any(same(str(each.get("value"))) == wanted for each in contacts_in(message.value))
    }


def messages(cluster: Cluster, topics: Collection[str], ids: Collection[str] | None, progress: Progress) -> Iterator[Incoming]:
    """Yield the messages of `topics` that are there now; where postings are keyed, those of the partitions of `ids` only."""
    for topic in topics:
        first, ends = cluster.first_offsets([topic]), cluster.next_offsets([topic])
        if ids is not None and topic != BURIED.name:
            own = partitions_of(cluster, topic, ids)
            first = {at: offset for at, offset in first.items() if at in own}
        total = sum(ends[at] - offset for at, offset in first.items())
        for number, message in enumerate(read(cluster.config, first, ends), 1):
            yield message
            if number % _SAID_EVERY == 0:
                progress(topic, number, total)


def key_of(message: Incoming) -> str:
    """Return a message's key as text: the posting id."""
    return (message.key or b"").decode("utf-8", "replace")


def same(contact: str) -> str:
    """Return what two spellings of one contact share: a number's digits, else the text without case and spaces."""
    digits = "".join(c for c in contact if c.isdecimal())
    return digits if digits and not any(c.isalpha() for c in contact) else "".join(contact.split()).casefold()


def contacts_in(value: bytes | None) -> list[dict[str, Any]]:
    """Return the contacts that an enriched posting carries; none of what is no such posting."""
    if value is None or _NONE in value or _ANY not in value:
        return []
    try:
        found = json.loads(value).get("contacts")
    except (ValueError, AttributeError):
        return []
    return [each for each in found if isinstance(each, dict)] if isinstance(found, list) else []
