"""`jobstream replay` and `jobstream dlq` on a real Kafka."""

import json
from datetime import UTC, datetime

import pytest
from confluent_kafka import Consumer, TopicPartition

from pipeline.cli.exits import FINDING
from pipeline.ops.kafka_reading import read_all
from schemas.codec import REPLAY_ID, encode
from schemas.dead_letter import DeadLetter, bury
from schemas.message import Incoming
from schemas.topics import RAW, REPLAY, app_id
from tests.builders import FEB, JAN, MAR, make_raw_posting
from tests.integration.ops.conftest import lines

BOARD = "replayed"
NORMALIZE = app_id("normalize")


@pytest.fixture
def normalized(cluster):
    """Say that normalize has read all that is in raw now; afterwards it has read nothing."""

    def read() -> None:
        ends = [TopicPartition(*at, offset) for at, offset in cluster.next_offsets([RAW.name]).items()]
        consumer = Consumer({**cluster.config.client(), "group.id": NORMALIZE})
        consumer.commit(offsets=ends, asynchronous=False)
        consumer.close()

    yield read
    for done in cluster.admin.delete_consumer_groups([NORMALIZE]).values():
        done.result(10)


@pytest.fixture
def raws(producer):
    """Three raw postings of a board of its own: January, February, March."""
    sent = [make_raw_posting(board=BOARD, source_id=str(n), fetched_at=at) for n, at in enumerate((JAN, FEB, MAR))]
    producer.publish([encode(raw, RAW.name, made_by="test") for raw in sent])
    return sent


def replayed(cluster, replay_id: str) -> list[Incoming]:
    """What lies in the replay topic under this id."""
    return [message for message in read_all(cluster, [REPLAY.name]) if message.header(REPLAY_ID) == replay_id]


def test_a_replay_without_execute_publishes_nothing(jobstream, cluster, raws):
    """It says how many there are."""
    before = cluster.messages([REPLAY.name])
    result = jobstream("replay", "--board", BOARD)
    assert "Nothing was published: add --execute." in result.stdout
    assert cluster.messages([REPLAY.name]) == before


def test_what_normalize_has_not_read_is_left_to_it(jobstream, cluster, raws):
    """Nothing of it is sent, and the report says so."""
    report = json.loads(jobstream("replay", "--board", BOARD, "--id", "r-unread", "--execute", "--json").stdout)
    assert (report["matched"], report["published"], replayed(cluster, "r-unread")) == (0, 0, [])
    assert report["unread"] == sum(cluster.messages([RAW.name]).values())
    assert f"{report['unread']:,} raw postings are left out" in jobstream("replay", "--board", BOARD).stdout


def test_a_replay_publishes_its_window_untouched(jobstream, cluster, raws, normalized):
    """`from` inclusive, `to` exclusive; the same bytes, key and partition number."""
    normalized()
    window = ("--from", "2026-02-05T09:00:00Z", "--to", "2026-03-05T09:00:00Z")
    report = json.loads(jobstream("replay", "--board", BOARD, *window, "--id", "r-feb", "--execute", "--json").stdout)
    there = {(m.partition, m.key, m.value) for m in read_all(cluster, [RAW.name]) if m.key == b"lever:replayed:1"}
    assert report["published"] == report["matched"] > 0
    assert {(m.partition, m.key, m.value) for m in replayed(cluster, "r-feb")} == there


def test_a_replay_keeps_the_order_of_raw_per_partition(jobstream, cluster, producer, normalized):
    """The revisions of a posting come as they came."""
    revisions = [make_raw_posting(board="ordered", title=f"v{n}", fetched_at=JAN) for n in range(20)]
    producer.publish([encode(raw, RAW.name, made_by="test") for raw in revisions])
    normalized()
    jobstream("replay", "--board", "ordered", "--id", "r-order", "--execute")
    titles = [json.loads(m.value)["row"]["text"] for m in replayed(cluster, "r-order")]
    assert titles == [f"v{n}" for n in range(20)]


def test_dead_letters_are_listed_shown_and_redriven(jobstream, cluster, producer):
    """From the list to the payload and back into the stages."""
    letter = DeadLetter("normalize", "test_only", "why", RAW.name, 2, 77, datetime(2026, 1, 1, tzinfo=UTC))
    producer.publish([bury(Incoming(RAW.name, 2, 77, b"dead", b"\xff\x00"), letter)])
    listed = lines(jobstream("dlq", "list", "--topic", RAW.name, "--reason", "test_only", "--json"))
    mine = next(row for row in listed if row["offset"] == 77)
    shown = json.loads(jobstream("dlq", "show", mine["place"], "--json").stdout)
    assert (shown["payload"], shown["key"], shown["reason"]) == ({"base16": "ff00"}, "dead", "test_only")
    assert "ff00" in jobstream("dlq", "show", mine["place"]).stdout
    assert "jobs.posting" in jobstream("dlq", "list", "--limit", "1").stdout
    assert "add --execute" in jobstream("dlq", "redrive", "--reason", "test_only").stdout
    done = json.loads(jobstream("dlq", "redrive", "--reason", "test_only", "--execute", "--json").stdout)
    assert [(m.key, m.value) for m in replayed(cluster, done["replay_id"])] == [(b"dead", b"\xff\x00")] * done["raw"]


def test_a_dead_letter_that_is_not_there_is_told(jobstream):
    """With the command that lists them."""
    assert "There is no dead letter at" in jobstream("dlq", "show", "jobs.posting.raw.dlq:0:999999").output
    assert jobstream("dlq", "show", "nonsense").exit_code == 2


def test_the_doctor_tells_what_is_behind_and_what_is_dead(jobstream, raws):
    """Each with a remedy; nothing reads here, so raw postings wait."""
    result = jobstream("doctor", "--json")
    found = json.loads(result.stdout)
    assert result.exit_code == FINDING
    remedies = {f["remedy"] for f in found["findings"] if f["check"] == "lag"}
    assert any(remedy.startswith("`./jobstream run`") for remedy in remedies)
    assert found["accounting"]["unread"] > 0
    assert all(f["remedy"] for f in found["findings"])


def test_the_doctor_tells_an_unreachable_kafka(jobstream):
    """Exit code 3."""
    result = jobstream("doctor", kafka_address="127.0.0.1:9")
    assert (result.exit_code, "kafka: Kafka at 127.0.0.1:9 does not answer" in result.stdout) == (3, True)


def test_status_shows_engines_topics_groups_and_tables(jobstream, ready, raws):
    """As JSON for programs, as tables for people."""
    found = json.loads(jobstream("status", "--json").stdout)
    assert {engine["engine"]: engine["reachable"] for engine in found["engines"]} == {
        "kafka": True,
        "clickhouse": True,
        "timescaledb": True,
    }
    assert found["topics"][RAW.name] >= len(raws)
    assert {group["process"] for group in found["groups"]} >= {"normalize", "dedupe", "enrich", "sink-clickhouse"}
    assert "clickhouse.posting" in found["tables"]
    assert "timescaledb.posting" in jobstream("status").stdout


def test_status_shows_a_warehouse_that_does_not_answer(jobstream):
    """The numbers of the others are there all the same."""
    found = json.loads(jobstream("status", "--json", clickhouse_address="127.0.0.1:9").stdout)
    assert {engine["engine"]: engine["reachable"] for engine in found["engines"]}["clickhouse"] is False
    assert "timescaledb.posting" in found["tables"]
