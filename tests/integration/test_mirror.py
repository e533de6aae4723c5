"""The stage `mirror` on a real broker: two workers, one of which leaves, and a rebuild end in the mirrors that are defined."""

import subprocess
import time
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime

import pytest

from pipeline.ops import topics
from pipeline.ops.groups import groups, progress
from pipeline.ops.kafka import Cluster
from pipeline.ops.kafka_clients import kafka_config
from pipeline.ops.kafka_reading import read_all
from pipeline.ops.run import programs, spawn
from pipeline.settings import Settings
from runtime.producer import AckProducer
from schemas.base import Event
from schemas.codec import decode, encode
from schemas.mirror import CanonicalPosting, PostingMirrored
from schemas.topics import CANONICAL, MIRROR, Topic
from streams.rebuild import rebuild
from tests.unit.streams.dedupe.group import text
from tests.unit.streams.mirror.loop import mirrors_in, statement
from tests.unit.streams.mirror.test_mirrors import by_definition

WITHIN_S = 120.0
JOBS = 60
EMPLOYERS = ("acme", "globex", "initech")
Workers = dict[str, subprocess.Popen[bytes]]


class Stage:
    """Workers of mirror on a cluster that other tests use too."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._programs = {p.name: p for p in programs(settings, {"mirror": 2}) if p.name.startswith("mirror")}
        self.cluster = Cluster(kafka_config(settings))
        self.running: Workers = {}

    def start(self, *names: str) -> None:
        """Start workers by their names."""
        self.running |= {name: spawn(self._programs[name], self._settings) for name in names}

    def stop(self, *names: str) -> None:
        """End workers as an operator does."""
        leaving = [self.running.pop(name) for name in names]
        for process in leaving:
            process.terminate()
        assert [process.wait(60) for process in leaving] == [0] * len(leaving)

    def publish(self, said: Sequence[Event], topic: Topic = CANONICAL) -> None:
        """Publish what dedupe, or who writes to `topic`, says; on return it is acknowledged."""
        producer = AckProducer(kafka_config(self._settings), client_id="test")
        producer.publish([encode(event, topic.name, made_by="test") for event in said])
        producer.close()

    def read(self, count: int) -> None:
        """Return when at least `count` messages are read and committed, and none is left."""

        def done() -> bool:
            [seen] = [each for each in progress(self.cluster) if each.group.process == "mirror"]
            return seen.committed >= count and seen.lag == 0

        until(done)

    def mirrors(self, said: Sequence[CanonicalPosting]) -> dict[str, tuple[str, float]]:
        """What a reader of the topic believes of the postings in `said`."""
        about = {event.posting_id for event in said}
        told = [decode(message) for message in read_all(self.cluster, [MIRROR.name])]
        mirrored = [event for event in told if isinstance(event, PostingMirrored) and event.posting_id in about]
        return mirrors_in(mirrored)


def until(true: Callable[[], bool]) -> None:
    """Return when `true` is."""
    deadline = time.monotonic() + WITHIN_S
    while not true():
        assert time.monotonic() < deadline
        time.sleep(0.2)


@pytest.fixture
def stage(settings: Settings) -> Iterator[Stage]:
    """The stage; none of its workers is left behind."""
    topics.apply(settings)
    running = Stage(settings)
    try:
        yield running
    finally:
        for process in running.running.values():
            process.kill()
            process.wait(60)


def jobs() -> list[CanonicalPosting]:
    """Jobs that three employers advertise, each a little otherwise; then a third of the originals is withdrawn."""
    said = [
        statement(f"m{job}-{employer}", employer=employer, day=day, description=text(f"task{job}x", changed=day))
        for day, employer in enumerate(EMPLOYERS)
        for job in range(JOBS)
    ]
    gone = [statement(f"m{job}-acme", employer="acme", version=1, canonical=False) for job in range(0, JOBS, 3)]
    return [*said, *gone]


def mirrored(posting_id: str, *, of: str) -> PostingMirrored:
    """What an older verifier told."""
    return PostingMirrored(
        posting_id=posting_id, source="lever", mirror_of=of, mirror_employer_key="globex", similarity=0.7, reason="It was.",
        verifier="across-0", found_at=datetime.now(UTC),
    )  # fmt: skip


def test_two_workers_of_which_one_leaves_find_what_is_defined_and_so_does_a_rebuild(stage: Stage, settings: Settings):
    """Sightings and answers cross between the workers; a rebuild makes them again, and takes back what holds no more."""
    said = jobs()
    expected = by_definition(said)
    assert len(expected) > JOBS

    stage.start("mirror", "mirror-2")
    stage.publish(said[: len(said) // 2])
    until(lambda: any(each.committed for each in progress(stage.cluster) if each.group.process == "mirror"))
    stage.publish(said[len(said) // 2 :])
    stage.stop("mirror-2")
    stage.read(len(said))
    assert stage.mirrors(said) == expected

    stage.stop("mirror")
    outdated = next(event.posting_id for event in said if event.posting_id not in expected)
    stage.publish([mirrored(outdated, of=said[0].posting_id)], MIRROR)
    assert stage.mirrors(said) != expected
    rebuild(kafka_config(settings), "mirror")
    own = sum(stage.cluster.messages([t for t in inputs() if t != CANONICAL.name]).values())
    assert own == 0
    stage.start("mirror")
    stage.read(len(said))
    assert stage.mirrors(said) == expected


def inputs() -> tuple[str, ...]:
    """What the stage reads."""
    return next(group.topics for group in groups() if group.process == "mirror")
