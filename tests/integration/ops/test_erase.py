"""`jobstream erase` on a Kafka of its own, with the stages that make enriched postings running."""

import json
import time
from collections.abc import Callable, Iterator
from datetime import datetime

import pytest
from click.testing import CliRunner, Result
from confluent_kafka import Consumer, TopicPartition

from pipeline.cli.main import cli
from pipeline.ops import topics
from pipeline.ops.kafka import Cluster
from pipeline.ops.kafka_clients import kafka_config
from pipeline.ops.kafka_reading import read_all
from pipeline.ops.personal import contacts_in, key_of
from pipeline.ops.run import programs, spawn
from pipeline.settings import Settings, environment
from pipeline.stack import Stack
from runtime.producer import AckProducer
from schemas.codec import encode
from schemas.dead_letter import DeadLetter, bury
from schemas.topics import CURRENT, ENRICHED, RAW, changelog_of
from streams.rebuild import rebuild
from tests.builders import FEB, JAN, MAR, make_raw_posting
from tests.engines import make_settings

WITHIN_S = 120.0
STAGES = ("normalize", "dedupe", "enrich")
NOWHERE = {"clickhouse_address": "127.0.0.1:1", "timescaledb_address": "127.0.0.1:1"}


class World:
    """The stages on a cluster, and the command on it."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self.cluster = Cluster(kafka_config(settings))
        self._programs = {p.name: p for p in programs(settings, {}) if p.name in STAGES}
        self._running = {name: spawn(program, settings) for name, program in self._programs.items()}
        self._producer = AckProducer(self.cluster.config, client_id="test")

    def advertise(self, board: str, *names: str, text: str, at: datetime = JAN) -> None:
        """Publish postings as a crawl does, and wait until `current` has what they say."""
        raws = [make_raw_posting(board=board, source_id=n, title=f"Nurse {n}", description=text, fetched_at=at) for n in names]
        self._producer.publish([encode(raw, RAW.name, made_by="test") for raw in raws])
        self.until(lambda: all(self.revised(raw.subject) == at for raw in raws))

    def bury(self, posting_id: str) -> None:
        """Make a dead letter of a posting's newest event, as a sink does that can't write it."""
        message = [m for m in read_all(self.cluster, [ENRICHED.name]) if key_of(m) == posting_id][-1]
        letter = DeadLetter("sink-clickhouse", "refused", "why", ENRICHED.name, message.partition, message.offset, JAN)
        self._producer.publish([bury(message, letter)])

    def revised(self, posting_id: str) -> datetime | None:
        """When the revision is from that `current` has; None without one."""
        values = [json.loads(m.value) for m in read_all(self.cluster, [CURRENT.name]) if key_of(m) == posting_id and m.value]
        return datetime.fromisoformat(values[-1]["revised_at"]) if values else None

    def contacts(self, posting_id: str, topic: str = CURRENT.name) -> list[list[str]]:
        """The contacts in every record of a posting, oldest first."""
        found = [m for m in read_all(self.cluster, [topic]) if key_of(m) == posting_id]
        return [[each["value"] for each in contacts_in(message.value)] for message in found]

    def run(self, *words: str) -> Result:
        """Run `jobstream`."""
        return CliRunner().invoke(cli, words, env=environment(self.settings))

    def erase(self, *words: str) -> dict:
        """Run `jobstream erase`, and return its report."""
        result = self.run("erase", *words, "--json")
        assert result.exit_code == 0, result.output
        return json.loads(result.stdout)

    def start(self, stage: str) -> None:
        """Start a stage."""
        self._running[stage] = spawn(self._programs[stage], self.settings)

    def stop(self, *stages: str) -> None:
        """End stages as an operator does."""
        ended = [self._running.pop(stage) for stage in stages or tuple(self._running)]
        for process in ended:
            process.terminate()
        assert [process.wait(60) for process in ended] == [0] * len(ended)

    def until(self, true: Callable[[], bool]) -> None:
        """Return when `true` is."""
        deadline = time.monotonic() + WITHIN_S
        while not true():
            assert time.monotonic() < deadline
            assert all(process.poll() is None for process in self._running.values())
            time.sleep(0.3)


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> Iterator[World]:
    """The stages, told to look for contacts, on a Kafka whose records no other test misses."""
    own = {"kafka_address": "", "enrich_contacts": True, "topic_partitions": 2, **NOWHERE}
    settings = make_settings(tmp_path_factory.mktemp("erase") / "var", **own)
    stack = Stack(settings)
    try:
        stack.start("kafka")
        topics.apply(settings)
        there = World(settings)
        yield there
        there.stop()
    finally:
        stack.down()


def test_what_is_erased_is_gone_and_does_not_come_back(world: World):
    """From `current`, from `enriched` and from its dead letters; not by a replay, and not by a new revision."""
    world.advertise("gone", "p1", "p2", text="Write to jane@gone.example.com.")
    erased, other = "lever:gone:p1", "lever:gone:p2"
    world.bury(erased)
    before = world.erase(erased)
    assert (before["executed"], before["found"]) == (False, {CURRENT.name: 1, ENRICHED.name: 1, f"{ENRICHED.name}.dlq": 1})
    assert world.contacts(erased) == [["jane@gone.example.com"]]

    done = world.erase(erased, "--execute", "--purge")

    assert (done["replayed"], done["without_raw"], [cut["carrying"] for cut in done["cuts"]]) == (1, [], [1, 1])
    assert world.contacts(erased)[-1] == []
    assert not any(world.contacts(erased, ENRICHED.name) + world.contacts(erased, f"{ENRICHED.name}.dlq"))
    assert world.contacts(other)[-1] == ["jane@gone.example.com"]
    seen = len(world.contacts(erased))
    assert world.run("replay", "--board", "gone", "--execute").exit_code == 0
    world.until(lambda: len(world.contacts(erased)) > seen)
    world.advertise("gone", "p1", text="Write to john@gone.example.com now.", at=FEB)
    assert not any(world.contacts(erased, ENRICHED.name) + world.contacts(erased)[1:])


def test_it_is_done_once(world: World):
    """A second time nothing is recorded, replayed or dropped."""
    world.advertise("once", "p1", text="Write to jane@once.example.com.")
    world.erase("lever:once:p1", "--execute", "--purge")

    again = world.erase("lever:once:p1", "--execute", "--purge")

    assert (again["already_erased"], again["replayed"], again["cuts"]) == (["lever:once:p1"], 0, [])
    assert again["left"] == {CURRENT.name: 1, ENRICHED.name: 0, f"{ENRICHED.name}.dlq": 0}


def test_a_contact_finds_its_postings(world: World):
    """However it is spelled; no output repeats it."""
    world.advertise("found", "p1", "p2", text="Call us: phone +49 30 1234567.")
    world.advertise("found", "p3", text="Call us: phone +49 30 7654321.")

    result = world.run("erase", "--contact", "+49 (30) 123-4567", "--execute")

    assert (result.exit_code, "1234567" in result.output.replace(" ", "")) == (0, False)
    assert [world.contacts(f"lever:found:{name}")[-1] for name in ("p1", "p2", "p3")] == [[], [], ["+49 30 7654321"]]
    assert world.erase("--contact", "nobody@example.com", "--execute")["postings"] == []


def test_an_erasure_waits_for_enrich_and_outlives_a_rebuild(world: World):
    """Enrich is told before any posting, so that what it makes again from the start carries none."""
    world.advertise("later", "p1", text="Write to jane@later.example.com.")
    world.stop("enrich")
    waiting = world.run("erase", "lever:later:p1", "--execute", "--within", "0")
    assert (waiting.exit_code, "start it by ./jobstream run" in waiting.stderr) == (1, True)
    world.start("enrich")
    assert world.erase("lever:later:p1", "--execute")["replayed"] == 1
    world.stop("enrich")
    made = len(world.contacts("lever:later:p1", ENRICHED.name))

    world.until(lambda: world.cluster.members("jobstream-enrich") == 0)
    rebuild(world.cluster.config, "enrich")
    known = {key_of(message) for message in read_all(world.cluster, [changelog_of("enrich").name])}
    world.start("enrich")
    world.advertise("later", "p2", text="Write to jane@later.example.com.", at=MAR)

    again = world.contacts("lever:later:p1", ENRICHED.name)[made:]
    assert "lever:later:p1" in known
    assert (len(again) > 0, any(again), world.contacts("lever:later:p1")[-1]) == (True, False, [])


def test_nothing_is_dropped_that_a_group_has_not_read(world: World):
    """It is named, with what to do."""
    world.advertise("slow", "p1", text="Write to jane@slow.example.com.")
    reader = Consumer({"bootstrap.servers": world.settings.kafka, "group.id": "slow", "enable.auto.commit": False})
    first = world.cluster.first_offsets([ENRICHED.name])
    reader.commit(offsets=[TopicPartition(*place, offset) for place, offset in first.items()], asynchronous=False)
    reader.close()
    kept = world.contacts("lever:slow:p1", ENRICHED.name)

    refused = world.run("erase", "lever:slow:p1", "--execute", "--purge", "--within", "20")

    assert (refused.exit_code, "the consumer group slow has not read jobs.posting.enriched:" in refused.stderr) == (1, True)
    assert world.contacts("lever:slow:p1", ENRICHED.name)[: len(kept)] == kept
    world.cluster.admin.delete_consumer_groups(["slow"])["slow"].result(10)
    assert world.erase("lever:slow:p1", "--execute", "--purge")["left"][ENRICHED.name] == 0


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("lever:acme:nobody", "--execute"), "holds no posting lever:acme:nobody"),
        ((), "Give the id of a posting, or --contact."),
        (("lever:acme:p1", "--purge"), "--purge goes with --execute"),
    ],
)
def test_a_wrong_use_is_said(world: World, words: tuple[str, ...], said: str):
    """Nothing is changed."""
    result = world.run("erase", *words)

    assert (result.exit_code, said in result.output) == (2, True)
