"""The stage `embed` on a real broker, the ClickHouse sink behind it, and the two commands that search."""

import json
import subprocess
import time
from collections.abc import Iterator

import pytest
from click.testing import CliRunner

from pipeline.cli.main import cli
from pipeline.ops import topics
from pipeline.ops.addresses import clickhouse_config
from pipeline.ops.databases import migrate
from pipeline.ops.kafka_clients import kafka_config
from pipeline.ops.run import programs, spawn
from pipeline.settings import Settings, environment
from runtime.producer import AckProducer
from schemas.codec import encode
from schemas.topics import CLUSTER, DEDUPLICATED, ENRICHED
from streams.embed.recipe import MODEL
from tests.builders import make_deduplicated, make_enriched
from tests.warehouse_data import make_cluster
from warehouse.nearest import vectors_of

WITHIN_S = 120.0
PROCESSES = ("embed", "sink-clickhouse")
ADS = {
    "night": ("Night nurse", "You care for the patients of a surgical ward at night, give medication and keep records."),
    "day": ("Registered nurse", "Care for patients after surgery: medication, records, and talks with their families."),
    "dev": ("Backend developer", "You write services in Python and Go, review code, and run them on Kubernetes."),
    "cook": ("Cook", "Prepare lunch for two hundred guests, order food, keep the kitchen clean."),
}


@pytest.fixture(scope="module")
def searchable(settings: Settings) -> Iterator[Settings]:
    """Settings of a stack in which the stage and the sink have done four postings."""
    topics.apply(settings)
    migrate(settings)
    running = [spawn(program, settings) for program in programs(settings, {}) if program.name in PROCESSES]
    producer = AckProducer(kafka_config(settings), client_id="test")
    for name, (title, text) in ADS.items():
        said = {"board": "embed", "source_id": name, "title": title, "description": text}
        enriched = make_enriched(posting_id=f"lever:embed:{name}", **said)
        events = [(make_deduplicated(**said), DEDUPLICATED), (enriched, ENRICHED), (make_cluster(enriched), CLUSTER)]
        producer.publish([encode(event, topic.name, made_by="test") for event, topic in events])
    producer.close()
    _until_all_are_there(settings, running)
    yield settings
    for process in running:
        process.terminate()
    assert [process.wait(60) for process in running] == [0, 0]


def _until_all_are_there(settings: Settings, running: list[subprocess.Popen[bytes]]) -> None:
    until = time.monotonic() + WITHIN_S
    with vectors_of(clickhouse_config(settings), MODEL) as vectors:
        while not all((found := vectors.embedded(f"lever:embed:{name}")) and found.vector for name in ADS):
            assert time.monotonic() < until, "no vectors came"
            assert all(process.poll() is None for process in running)
            time.sleep(0.2)


def _ids(settings: Settings, *words: str, text: str | None = None) -> list[str]:
    result = CliRunner().invoke(cli, [*words, "--json", "--limit", "100"], env=environment(settings), input=text)
    assert result.exit_code == 0, result.output
    answered = [each["posting_id"] for each in json.loads(result.stdout)["postings"]]
    return [id_.removeprefix("lever:embed:") for id_ in answered if id_.startswith("lever:embed:")]


def test_a_nurse_is_like_a_nurse(searchable: Settings):
    """The other nurse comes first, and the nurse herself is no answer."""
    found = _ids(searchable, "similar", "lever:embed:night")

    assert (found[0], sorted(found)) == ("day", ["cook", "day", "dev"])


def test_a_resume_finds_its_job(searchable: Settings):
    """Without a title, from standard input."""
    assert _ids(searchable, "match", "-", text="I have written Go and Python services for eight years.")[0] == "dev"


def test_a_resume_is_in_no_log(searchable: Settings):
    """Nothing of its text is in what our processes and engines have written."""
    _ids(searchable, "match", "-", text="Zaphodia Quillfeather, cook at the Restaurant Milliways")

    assert not [path for path in searchable.var_dir.rglob("*.log") if b"Quillfeather" in path.read_bytes()]


@pytest.mark.parametrize(
    ("words", "said"), [(("similar", "lever:embed:nobody"), "holds no posting"), (("match", "-"), "The text is empty")]
)
def test_what_can_not_be_asked_is_said(searchable: Settings, words: tuple[str, ...], said: str):
    """With the exit code of a wrong use."""
    result = CliRunner().invoke(cli, words, env=environment(searchable), input=" ")

    assert (result.exit_code, said in result.output) == (2, True)
