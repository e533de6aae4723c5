"""The topics of normalize on a real broker, workers of the counting step over them, and what must be true in the end."""

import json
import subprocess
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from confluent_kafka import ConsumerGroupState, KafkaException
from confluent_kafka.admin import AdminClient, NewTopic

from pipeline.ops.kafka import Cluster
from pipeline.ops.kafka_reading import read_all
from runtime.config import KafkaConfig
from runtime.producer import AckProducer
from schemas.codec import encode
from schemas.message import Incoming
from schemas.topics import NORMALIZED, RAW, REPLAY, app_id, changelog_of, dead_letters_of
from streams.delivery import OPENED
from streams.ownership import Read, epoch_in
from tests.counting import counted

PARTITIONS = 4
GROUP = app_id("normalize")
CHANGELOG = changelog_of("normalize").name
FOLDER = Path(__file__).parent
_TOPICS = (RAW, REPLAY, NORMALIZED, dead_letters_of(RAW), dead_letters_of(REPLAY), changelog_of("normalize"))


class Place:
    """Fresh topics, and a directory for the state of workers."""

    def __init__(self, kafka: KafkaConfig, directory: Path) -> None:
        self.kafka = kafka
        self.directory = directory
        self._running: list[subprocess.Popen[bytes]] = []
        self._admin = AdminClient({"bootstrap.servers": kafka.bootstrap})
        _reset(self._admin)
        self.cluster = Cluster(kafka)

    @property
    def port(self) -> int:
        """Where the broker listens."""
        return int(self.kafka.bootstrap.rpartition(":")[2])

    def fill(self, events: int, keys: int = 500, **row: object) -> None:
        """Publish `events` raw postings of `keys` postings, in turn; `row` goes into each."""
        producer = AckProducer(self.kafka, client_id="faults")
        raws = (counted(f"p{n % keys}", board=f"b{n % keys % 20}", **row) for n in range(events))
        producer.publish([encode(raw, RAW.name, made_by="faults") for raw in raws])
        producer.close()

    def make_changelog_anew(self) -> None:
        """Lose the state."""
        _remove(self._admin, [CHANGELOG])
        self._admin.create_topics([NewTopic(CHANGELOG, PARTITIONS)])[CHANGELOG].result()
        _wait(lambda: CHANGELOG in self._admin.list_topics(timeout=10).topics, "changelog", 20)

    def worker(
        self, *pause: str, instance: str = "1", script: Path = FOLDER / "counting_worker.py", kafka: str = ""
    ) -> subprocess.Popen[bytes]:
        """Start a worker, to be stopped at `pause` (point, signal) where given."""
        bootstrap = kafka or self.kafka.bootstrap
        command = [sys.executable, str(script), bootstrap, str(self.directory), instance, *pause]
        with (self.directory / f"out-{instance}").open("ab") as output:
            process = subprocess.Popen(command, stdout=output, stderr=output)
        self._running.append(process)
        return process

    def end(self) -> None:
        """Stop every worker that still runs."""
        for process in self._running:
            process.terminate()
        for process in self._running:
            try:
                process.wait(25)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()

    def wait_until_reached(self, instance: str = "1", within_s: float = 40) -> None:
        """Return when the worker is at its pause."""
        _wait((self.directory / f"reached-{instance}").exists, "the pause", within_s)

    def wait_until_committed(self, count: int | None = None, within_s: float = 60) -> None:
        """Return when `count` raw postings, by default all, are acknowledged and committed."""
        wanted = count or sum(self.cluster.next_offsets([RAW.name]).values())
        _wait(lambda: self.committed() >= wanted, f"{wanted} commits", within_s)

    def wait_for_members(self, count: int, within_s: float = 40) -> None:
        """Return when the group has `count` members that process."""
        _wait(lambda: _stable_members(self.cluster) == count, f"{count} members", within_s)

    def committed(self) -> int:
        """Raw postings that are committed, over all partitions."""
        return sum(offset for (topic, _), offset in self.cluster.committed(GROUP).items() if topic == RAW.name)

    def state(self) -> dict[tuple[int, str], bytes]:
        """What a recovery of the changelog gives."""
        found: dict[int, Read] = defaultdict(lambda: Read(-1))
        for m in self.read(CHANGELOG):
            found[m.partition].take(m.offset, (m.key or b"").decode(), m.value, epoch_in(m.headers))
        latest = {(partition, key): value for partition, read in found.items() for key, value in read.writes.items()}
        return {at: value for at, value in latest.items() if value is not None and at[1] != OPENED}

    def expected(self) -> dict[tuple[int, str], bytes]:
        """What the state must be: the offsets of every key in their order, and the books."""
        offsets: dict[tuple[int, str], list[str]] = defaultdict(list)
        counts: dict[int, int] = defaultdict(int)
        for message in self.read(RAW.name):
            at = (message.partition, _key(message))
            offsets[at] = [] if _deletes(message) else [*offsets[at], str(message.offset)]
            counts[message.partition] += 1
        state = {at: ",".join(seen).encode() for at, seen in offsets.items() if seen}
        return state | {(p, f"books:{RAW.name}"): f"{n},{n}".encode() for p, n in counts.items()}

    def missing_outputs(self) -> int:
        """Postings of which not every revision was published."""
        wanted, found = defaultdict(int), defaultdict(set)
        most: dict[str, int] = defaultdict(int)
        for message in self.read(RAW.name):
            # a deletion starts the count again
            wanted[_key(message)] = 0 if _deletes(message) else wanted[_key(message)] + 1
            most[_key(message)] = max(most[_key(message)], wanted[_key(message)])
        for message in self.read(NORMALIZED.name):
            found[_key(message)].add(json.loads(message.value or b"")["revision"])
        return sum(found[key] != set(range(1, count + 1)) for key, count in most.items())

    def wrong_entries(self) -> int:
        """Entries of the state that are not what they must be, either way."""
        return len(set(self.state().items()) ^ set(self.expected().items()))

    def read(self, topic: str) -> Iterator[Incoming]:
        """Return everything on `topic`."""
        return read_all(self.cluster, [topic])


@contextmanager
def a_place(kafka: KafkaConfig, directory: Path) -> Iterator[Place]:
    """A place whose workers are gone afterwards."""
    place = Place(kafka, directory)
    try:
        yield place
    finally:
        place.end()


def _stable_members(cluster: Cluster) -> int:
    group = cluster.admin.describe_consumer_groups([GROUP])[GROUP].result()
    return len(group.members) if group.state == ConsumerGroupState.STABLE else 0


def _key(message: Incoming) -> str:
    row = json.loads(message.value or b"")
    return f"{row['board']}\x1f{row['source_id']}"


def _deletes(message: Incoming) -> bool:
    return bool(json.loads(message.value or b"")["row"].get("delete"))


def _wait(true: Callable[[], bool], what: str, within_s: float) -> None:
    deadline = time.monotonic() + within_s
    while not true():
        if time.monotonic() > deadline:
            raise AssertionError(f"no {what} within {within_s:.0f} s")
        time.sleep(0.1)


def _reset(admin: AdminClient) -> None:
    there = [t.name for t in _TOPICS if t.name in admin.list_topics(timeout=10).topics]
    with suppress(KafkaException):
        # a group that never was
        admin.delete_consumer_groups([GROUP])[GROUP].result()
    _remove(admin, there)
    counts = {topic.name: 1 if topic.name.endswith(".dlq") else PARTITIONS for topic in _TOPICS}
    for future in admin.create_topics([NewTopic(t.name, counts[t.name], config=t.config()) for t in _TOPICS]).values():
        future.result()


def _remove(admin: AdminClient, names: list[str]) -> None:
    for future in (admin.delete_topics(names) if names else {}).values():
        future.result()
    _wait(lambda: not any(name in admin.list_topics(timeout=10).topics for name in names), "end of old topics", 20)
