"""Written postings with vectors, clusters and openings in an embedded ClickHouse of its own, as the sink writes them."""

import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from itertools import islice
from pathlib import Path
from typing import Any

from bench.running import cpu_seconds
from bench.written import written
from pipeline.ops.addresses import clickhouse_config
from pipeline.ops.sink import sink_of
from pipeline.settings import Settings
from pipeline.stack import Stack
from pipeline.stack.ports import free_ports
from schemas.base import Event
from schemas.cluster import ClusterAssigned, Match
from schemas.codec import encode
from schemas.embedded import PostingEmbedded
from schemas.lifecycle import ClosedReason, PostingClosed, PostingOpened
from schemas.message import Incoming
from schemas.posting import EnrichedPosting, Location, Posting
from schemas.topics import CLUSTER, EMBEDDED, ENRICHED, STATUS, Topic
from schemas.vector import pack
from streams.embed.model import Model
from streams.embed.recipe import MODEL
from tests.builders import as_incoming
from warehouse.intake import Intake
from warehouse.migrate import migrate_clickhouse
from warehouse.table import CLICKHOUSE

AT_ONCE = 5000
COUNTRIES = ("DE", "US", "GB", "SE")
# every so many postings one repeats the one before, one is closed
COPIES, CLOSED = 5, 10


@contextmanager
def clickhouse() -> Iterator[Settings]:
    """Give the settings of an empty embedded ClickHouse with its tables; it and its data are gone afterwards."""
    with tempfile.TemporaryDirectory(prefix="jobstream-bench-") as folder:
        elsewhere = {"kafka_address": "127.0.0.1:1", "timescaledb_address": "127.0.0.1:1", "clickhouse_address": ""}
        settings = Settings().but(var_dir=Path(folder), clickhouse_port=free_ports(1)[0], **elsewhere)
        stack = Stack(settings)
        try:
            stack.up()
            migrate_clickhouse(clickhouse_config(settings))
            yield settings
        finally:
            stack.down()


def fill(settings: Settings, model: Model, count: int) -> dict[str, Any]:
    """Write `count` postings; return what a vector's row costs sink and engine, milliseconds of processor time."""
    engine, cost = engine_of(settings), {"sink": 0.0, "engine": 0.0}
    intake, sink = Intake(CLICKHOUSE), sink_of(CLICKHOUSE, settings)
    found = written(count)
    while postings := list(islice(found, AT_ONCE)):
        vectors = [model.posting(posting.title, posting.description) for posting in postings]
        others, mine = list[Incoming](), list[Incoming]()
        for posting, vector in zip(postings, vectors, strict=True):
            others += [_message(event, topic) for event, topic in _around(posting)]
            mine.append(_message(_embedded(posting, pack(vector.tolist())), EMBEDDED))
        for batch in intake.sort(others).batches:
            sink.write(batch)
        before, began = cpu_seconds(engine)[CLICKHOUSE], time.process_time()
        for batch in intake.sort(mine).batches:
            sink.write(batch)
        cost["sink"] += time.process_time() - began
        cost["engine"] += cpu_seconds(engine)[CLICKHOUSE] - before
    sink.close()
    return {who: round(seconds / count * 1000, 3) for who, seconds in cost.items()}


def engine_of(settings: Settings) -> dict[str, int]:
    """Return the pid of the engine that `clickhouse` has started, by its name."""
    return {part.name: part.pid for part in Stack(settings).status() if part.name == CLICKHOUSE and part.pid}


def _around(posting: Posting) -> Iterator[tuple[Event, Topic]]:
    number = int(posting.source_id)
    copied = number % COPIES == COPIES - 1
    cluster_id = f"written:board{(number - 1) % 50}:{number - 1}" if copied else posting.posting_id
    place = Location(raw=posting.locations[0].raw, city=posting.locations[0].raw, country=COUNTRIES[number % len(COUNTRIES)])
    link = f"https://jobs.example.com/{number}"
    own = {"cluster_id": cluster_id, "is_canonical": not copied, "match": Match(), "locations": [place], "url": link}
    yield EnrichedPosting.model_validate(posting.model_dump() | own), ENRICHED
    yield _assigned(posting, cluster_id, canonical=not copied), CLUSTER
    yield _turn(posting, posting.fetched_at, closed=number % CLOSED == 0), STATUS


def _assigned(posting: Posting, cluster_id: str, *, canonical: bool) -> ClusterAssigned:
    return ClusterAssigned(
        posting_id=posting.posting_id, source=posting.source, employer_key=posting.employer_key, cluster_id=cluster_id,
        is_canonical=canonical, match=Match(), revised_at=posting.revised_at, assigned_at=posting.processed_at,
    )  # fmt: skip


def _turn(posting: Posting, at: datetime, *, closed: bool) -> Event:
    fields: dict[str, Any] = {
        "posting_id": posting.posting_id, "source": posting.source, "board": posting.board, "at": at + timedelta(days=closed),
        "sequence": 1 + closed, "first_seen_at": at, "last_seen_at": at,
    }  # fmt: skip
    return PostingClosed(reason=ClosedReason.ABSENT, **fields) if closed else PostingOpened(**fields)


def _embedded(posting: Posting, packed: str) -> PostingEmbedded:
    return PostingEmbedded(
        posting_id=posting.posting_id, source=posting.source, model=MODEL, vector=packed, revised_at=posting.revised_at,
        processed_at=posting.processed_at,
    )  # fmt: skip


def _message(event: Event, topic: Topic) -> Incoming:
    return as_incoming(encode(event, topic.name, made_by="bench"))
