"""From topics to rows, while everything around a sink comes and goes."""

import json
import os
import signal
import subprocess
import time
import urllib.request
from collections.abc import Callable
from typing import Any

import pytest
from clickhouse_connect.driver import options

from pipeline.ops.processes import processes
from pipeline.ops.run import JOBSTREAM
from pipeline.settings import Settings, environment
from pipeline.stack import Stack
from schemas.message import Incoming
from schemas.posting import EnrichedPosting
from tests.integration.warehouse.conftest import RunningSink, eventually
from tests.warehouse_data import (
    changed,
    cluster_message,
    enriched_message,
    letter_message,
    make_cluster,
    make_full_posting,
    make_report,
    report_message,
)
from warehouse.table import CLICKHOUSE, ENGINES, TIMESCALEDB

Rows = Callable[..., list[tuple[Any, ...]]]
Publish = Callable[[list[Incoming]], None]
Start = Callable[[str], RunningSink]


def make_postings(board: str, count: int, **overrides: Any) -> list[EnrichedPosting]:
    """Postings on a board of the test's own."""
    return [make_full_posting(board=board, source_id=str(n), posting_id=f"lever:{board}:{n}", **overrides) for n in range(count)]


def counted(rows: Rows, engine: str, board: str) -> tuple[int, int]:
    """Postings of a board, and revisions of them, as the tables hold them before anything is merged."""
    table = "posting_revision FINAL" if engine == CLICKHOUSE else "posting_change"
    postings = rows(engine, "SELECT count(*) FROM postings WHERE board = %(b)s", b=board)[0][0]
    return postings, rows(engine, f"SELECT count(*) FROM {table} WHERE board = %(b)s", b=board)[0][0]


@pytest.mark.parametrize("engine", ENGINES)
def test_every_topic_arrives_in_its_tables(engine: str, start_sink: Start, publish: Publish, rows: Rows) -> None:
    """Postings, clusters and crawls; in ClickHouse dead letters too."""
    board = f"arrives-{engine}"
    postings = make_postings(board, 20)
    publish([enriched_message(p) for p in postings] + [cluster_message(make_cluster(p)) for p in postings])
    publish([report_message(make_report(board=board)), letter_message(enriched_message(postings[0]), detail=board)])

    start_sink(engine)

    eventually(lambda: counted(rows, engine, board) == (20, 20), "postings")
    clusters = "SELECT count(*) FROM posting_cluster WHERE posting_id LIKE %(id)s"
    eventually(lambda: rows(engine, clusters, id=f"lever:{board}:%") == [(20,)], "clusters")
    eventually(lambda: rows(engine, "SELECT count(*) FROM crawls WHERE board = %(b)s", b=board) == [(1,)], "crawls")
    if engine == CLICKHOUSE:
        letters = "SELECT posting_id FROM dead_letters WHERE detail = %(d)s"
        eventually(lambda: rows(engine, letters, d=board) == [("lever:acme:p1",)], "dead letters")
        assert options.pd is None, "the client of ClickHouse has asked for pandas, which is 83 MiB"


def test_a_refused_row_is_dead_lettered_and_the_rest_is_written(start_sink: Start, publish: Publish, rows: Rows) -> None:
    """TimescaleDB holds no NUL byte; ClickHouse says who refused it and why."""
    postings = make_postings("refused", 30)
    bad = postings[7].model_copy(update={"title": "a\0b"})
    publish([enriched_message(p) for p in (*postings[:7], bad, *postings[8:])])

    start_sink(TIMESCALEDB)
    start_sink(CLICKHOUSE)

    eventually(lambda: counted(rows, TIMESCALEDB, "refused") == (29, 29), "the rest")
    letters = "SELECT stage, reason, topic FROM dead_letters WHERE posting_id = %(id)s"
    wanted = [("sink-timescaledb", "refused", "jobs.posting.enriched")]
    eventually(lambda: rows(CLICKHOUSE, letters, id=bad.posting_id) == wanted, "the dead letter")


def test_what_is_no_event_is_dead_lettered_with_its_payload(start_sink: Start, publish: Publish, rows: Rows) -> None:
    """The stage goes on; both sinks read the topic, so both say so."""
    postings = make_postings("no-event", 3)
    publish([changed(enriched_message(postings[0]), b"{no json"), *map(enriched_message, postings[1:])])

    for engine in ENGINES:
        start_sink(engine)

    for engine in ENGINES:
        eventually(lambda: counted(rows, engine, "no-event") == (2, 2), "the rest")  # noqa: B023 - called at once
    letters = "SELECT stage, payload_start FROM dead_letters WHERE posting_id = %(id)s AND reason = 'not_json' ORDER BY stage"
    wanted = [(f"sink-{engine}", "{no json") for engine in ENGINES]
    eventually(lambda: rows(CLICKHOUSE, letters, id=postings[0].posting_id) == wanted, "dead letters")


@pytest.mark.parametrize("engine", ENGINES)
def test_a_database_that_goes_away_loses_and_doubles_nothing(
    engine: str, stack: Stack, start_sink: Start, publish: Publish, rows: Rows
) -> None:
    """The sink waits in its group and says so; once the database is back, it catches up."""
    board = f"away-{engine}"
    postings = make_postings(board, 300)
    sink = start_sink(engine)
    publish([enriched_message(p) for p in postings[:100]])
    eventually(lambda: counted(rows, engine, board) == (100, 100), "before")

    stack.kill(engine)
    publish([enriched_message(p) for p in postings[100:200]])
    eventually(lambda: sink.work.patience.waiting_for is not None, "waiting")
    publish([enriched_message(p) for p in postings[200:]])
    stack.start(engine)

    eventually(lambda: counted(rows, engine, board) == (300, 300), "caught up")
    assert sink.work.patience.waiting_for is None


def test_a_broker_that_goes_away_is_waited_for(stack: Stack, start_sink: Start, publish: Publish, rows: Rows) -> None:
    """The sink lives on and reads what comes afterwards."""
    sink = start_sink(TIMESCALEDB)
    publish([enriched_message(p) for p in make_postings("broker", 10)])
    eventually(lambda: counted(rows, TIMESCALEDB, "broker") == (10, 10), "before")

    stack.kill("kafka")
    time.sleep(2)
    stack.start("kafka")
    publish([enriched_message(p) for p in make_postings("broker-after", 10)])

    eventually(lambda: counted(rows, TIMESCALEDB, "broker-after") == (10, 10), "after")
    assert sink.work.patience.waiting_for is None


@pytest.mark.parametrize("engine", ENGINES)
def test_a_sink_is_a_process_that_sigterm_ends(engine: str, warehouses: Settings, publish: Publish, rows: Rows) -> None:
    """It serves its state while it runs, and ends with code 0; what it wrote is committed."""
    board = f"process-{engine}"
    publish([enriched_message(p) for p in make_postings(board, 50)])
    argv = [*JOBSTREAM, "sink", engine]
    process = subprocess.Popen(argv, env={**os.environ, **environment(warehouses)}, stderr=subprocess.PIPE)
    try:
        eventually(lambda: counted(rows, engine, board) == (50, 50), "written")
        port = next(p.port for p in processes(warehouses.var_dir) if p.name == f"sink-{engine}")
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/ready") as answer:
            assert json.load(answer) == {"ok": True, "finding": None}
    finally:
        process.send_signal(signal.SIGTERM)
        error = process.communicate(timeout=30)[1]

    assert (process.returncode, error) == (0, b"")
    assert not [p for p in processes(warehouses.var_dir) if p.name == f"sink-{engine}"]
