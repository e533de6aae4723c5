"""An engine dies while postings flow: everything waits and goes on, and the end is that of an undisturbed run."""

import time
from collections.abc import Callable
from threading import Thread

import psutil
import pytest

from pipeline.cli.exits import Unreachable
from pipeline.ops.ask import ask
from pipeline.ops.kafka import Cluster
from pipeline.ops.kafka_clients import kafka_config
from pipeline.ops.processes import metrics, processes
from pipeline.settings import Settings
from pipeline.stack import Stack
from runtime.producer import AckProducer
from schemas.codec import encode
from schemas.message import Outgoing
from schemas.topics import ENRICHED
from tests.faults.pipeline.conftest import Undisturbed
from tests.faults.pipeline.outcome import differences, outcome
from tests.faults.pipeline.running import Running, done, empty, running, wait_until
from tests.warehouse_data import make_full_posting
from warehouse.table import CLICKHOUSE, ENGINES

pytestmark = [pytest.mark.fault, pytest.mark.timeout(900)]
AWAY_S = 15
MIB = 1 << 20


@pytest.mark.parametrize("engine", ["kafka", *ENGINES])
def test_an_engine_that_dies_while_postings_flow(
    engine: str, settings: Settings, stack: Stack, messages: list[Outgoing], undisturbed: Undisturbed
) -> None:
    """No process ends and none is started again; nothing is lost and nothing doubled."""
    third = len(messages) // 3
    with running(settings) as pipeline:
        pids = pipeline.pids
        pipeline.publish(messages[:third])
        cluster = Cluster(kafka_config(settings))
        wait_until(lambda: done(cluster, f"sink-{CLICKHOUSE}") > third // 2, "postings under way", 120)

        stack.kill(engine)
        rest = Thread(target=pipeline.publish, args=(messages[third : 2 * third],))
        rest.start()
        time.sleep(AWAY_S)
        pipeline.check_all_run()
        stack.start(engine)
        rest.join()
        pipeline.publish(messages[2 * third :])
        pipeline.wait_until_caught_up(messages)

        assert pipeline.pids == pids
        pipeline.stop_all()

    found = differences(outcome(settings), undisturbed.outcome)
    assert not found, "\n".join(found)


def test_readers_that_die_while_postings_flow(settings: Settings, messages: list[Outgoing], undisturbed: Undisturbed) -> None:
    """Their workers read themselves from then on; nothing is lost and nothing doubled."""
    third = len(messages) // 3
    with running(settings) as pipeline:
        readers = {name: psutil.Process(pid).children() for name, pid in pipeline.pids.items()}
        pipeline.publish(messages[:third])
        cluster = Cluster(kafka_config(settings))
        wait_until(lambda: done(cluster, "dedupe") > third // 4, "postings under way", 120)

        for reader in (reader for found in readers.values() for reader in found):
            reader.kill()
        pipeline.publish(messages[third:])
        pipeline.wait_until_caught_up(messages)
        pipeline.stop_all()

    assert {name: len(found) for name, found in readers.items() if found} == {"normalize": 1, "dedupe": 1, "enrich": 2}
    found = differences(outcome(settings), undisturbed.outcome)
    assert not found, "\n".join(found)


@pytest.mark.parametrize("engine", ENGINES)
def test_the_memory_of_a_sink_is_bounded_while_its_database_is_down(engine: str, settings: Settings, stack: Stack) -> None:
    """What waits stays in Kafka: nearly 200 MiB come in, and the sink holds no more than when it worked."""
    empty(settings)
    sink = f"sink-{engine}"
    pipeline = Running(settings)
    try:
        pipeline.start(sink)
        pipeline.wait_until_ready(sink)
        warm = _publish_large(settings, 0, 6000)
        worked = _peak_while(pipeline, sink, lambda: _revisions(settings, engine) == warm)

        stack.kill(engine)
        waiting = _publish_large(settings, warm, 12_000)
        began = time.monotonic()
        waited = _peak_while(pipeline, sink, lambda: time.monotonic() - began > AWAY_S)
        assert _paused(settings)
        stack.start(engine)
        wait_until(lambda: _revisions(settings, engine) == warm + waiting, "catching up", 200)

        assert waited < worked + 64 * MIB
        pipeline.stop_all()
    finally:
        pipeline.kill_all()


def _publish_large(settings: Settings, first: int, count: int) -> int:
    """Publish postings of 16 KiB; return how many."""
    producer = AckProducer(kafka_config(settings), client_id="faults")
    text = "We build things that people use. " * 500
    for start in range(first, first + count, 1000):
        numbers = range(start, start + 1000)
        postings = [make_full_posting(source_id=str(n), posting_id=f"lever:acme:{n}", description=text) for n in numbers]
        producer.publish([encode(posting, ENRICHED.name, made_by="faults") for posting in postings])
    producer.close()
    return count


def _peak_while(pipeline: Running, sink: str, ended: Callable[[], bool]) -> int:
    """Return the most memory, in bytes, that the sink's process had until `ended()`."""
    process, peak = psutil.Process(pipeline.pids[sink]), 0
    deadline = time.monotonic() + 200
    while not ended():
        peak = max(peak, process.memory_info().rss)
        assert time.monotonic() < deadline, "the sink does not get on"
        time.sleep(0.1)
    return peak


def _revisions(settings: Settings, engine: str) -> int | None:
    """Return how many revisions are there; None while the engine answers nobody.

    Right behind its start ClickHouse takes 200 MiB as fast as it can, and refuses a question now and then for want of memory.
    """
    table = "posting_revision FINAL" if engine == CLICKHOUSE else "posting_change"
    try:
        return int(ask(settings, engine, f"SELECT count(*) FROM {table}").rows[0][0])
    except Unreachable:
        return None


def _paused(settings: Settings) -> bool:
    [process] = processes(settings.var_dir)
    return metrics(process)["jobstream_paused"] == 1
