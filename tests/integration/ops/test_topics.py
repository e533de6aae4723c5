"""`jobstream topics` on a real Kafka."""

import json

from confluent_kafka.admin import AlterConfigOpType, ConfigEntry, ConfigResource, ResourceType

from pipeline.cli.exits import FINDING, Unreachable
from schemas.codec import encode
from schemas.message import Outgoing
from schemas.topics import CRAWL, DEAD_LETTER_TOPICS, RAW, TOPICS
from tests.builders import make_raw_posting
from tests.integration.ops.conftest import lines


def publish(producer, *ids: str):
    """Publish raw postings of these source ids."""
    return producer.publish([encode(make_raw_posting(source_id=i), RAW.name, made_by="test") for i in ids])


def test_applying_again_changes_nothing(jobstream):
    """Every topic is as promised."""
    result = jobstream("topics", "apply", "--json")
    assert (result.exit_code, json.loads(result.stdout)) == (0, {"created": [], "altered": {}})


def test_a_changed_setting_is_set_back_and_named(jobstream, cluster):
    """From what to what."""
    change = ConfigEntry("max.message.bytes", "1000", incremental_operation=AlterConfigOpType.SET)
    resource = ConfigResource(ResourceType.TOPIC, CRAWL.name, incremental_configs=[change])
    for future in cluster.admin.incremental_alter_configs([resource]).values():
        future.result()
    assert jobstream("topics", "apply").stdout == f"jobs.crawl: max.message.bytes 1000 -> {1 << 20}\n"
    assert jobstream("topics", "apply").stdout == "Every topic is as promised.\n"


def test_another_partition_count_is_refused(jobstream, cluster):
    """Keys would land elsewhere; the message says so and nothing is changed."""
    before = cluster.partitions()
    result = jobstream("topics", "apply", topic_partitions=3)
    assert result.exit_code == FINDING
    assert "Keys would land in other partitions" in result.output
    assert cluster.partitions() == before


def test_topics_are_listed_with_their_partitions(jobstream):
    """As many as are promised."""
    listed = {row["topic"]: row for row in json.loads(jobstream("topics", "list", "--json").stdout)}
    assert listed.keys() == {topic.name for topic in TOPICS}
    assert {listed[topic.name]["partitions"] for topic in DEAD_LETTER_TOPICS} == {1}
    assert "jobs.posting.raw" in jobstream("topics", "list").stdout


def test_a_topic_is_described_as_promised_and_as_it_is(jobstream):
    """The two agree after `apply`."""
    described = json.loads(jobstream("topics", "describe", "jobs.posting.raw", "--json").stdout)
    assert (described["exists"], described["config"]) == (True, RAW.config())
    assert "LogAppendTime" in jobstream("topics", "describe", "jobs.posting.raw").stdout


def test_an_unknown_topic_is_named(jobstream):
    """With the command that lists those there are."""
    for verb in ("describe", "tail"):
        assert "There is no topic jobs.nothing" in jobstream("topics", verb, "jobs.nothing").output


def test_tail_finds_one_posting_wherever_it_lies(jobstream, producer):
    """By its id."""
    publish(producer, "tail-1", "tail-2")
    found = lines(jobstream("topics", "tail", RAW.name, "--id", "lever:acme:tail-2", "--json"))
    assert {line["event"]["source_id"] for line in found} == {"tail-2"}


def test_tail_can_start_at_a_time(jobstream, producer):
    """At the broker's time of a message, inclusive."""
    publish(producer, "before")
    publish(producer, "after")
    everything = lines(jobstream("topics", "tail", RAW.name, "--from", "beginning", "--json"))
    at = max(line["at"] for line in everything if line["subject"] == "lever:acme:after")
    since = lines(jobstream("topics", "tail", RAW.name, "--from", at, "--json"))
    assert "lever:acme:after" in {line["subject"] for line in since}
    assert len(since) < len(everything)
    assert all(line["at"] >= at for line in since)


def test_tail_stops_at_its_limit(jobstream, producer):
    """One line per event."""
    publish(producer, "limit-1", "limit-2", "limit-3")
    assert len(jobstream("topics", "tail", RAW.name, "--limit", "2").stdout.splitlines()) == 2


def test_tail_shows_what_can_not_be_decoded_as_such(jobstream, producer):
    """It does not stop there."""
    producer.publish([Outgoing(RAW.name, b"unreadable", b"\xff{", (("ce_type", b"jobs.posting.raw.v1"),))])
    found = lines(jobstream("topics", "tail", RAW.name, "--id", "unreadable", "--json"))
    assert {(line["event"], line["problem"].split(":")[0]) for line in found} == {(None, "not_utf8")}


def test_tail_follows(jobstream, producer):
    """It goes on after the end; --limit ends it."""
    publish(producer, "follow-1")
    result = jobstream("topics", "tail", RAW.name, "--id", "lever:acme:follow-1", "--follow", "--limit", "1")
    assert "lever:acme:follow-1" in result.stdout


def test_an_unreachable_kafka_is_told_with_the_remedy(jobstream):
    """Every command that needs it."""
    for command in (["topics", "list"], ["replay"]):
        error = jobstream(*command, kafka_address="127.0.0.1:9").exception
        assert isinstance(error, Unreachable)
        assert "./jobstream stack up" in str(error)
