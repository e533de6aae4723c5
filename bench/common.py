"""What the benchmarks share: engines of their own, real postings, the machine and its load, and where results go."""

import json
import os
import platform
import tempfile
import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path
from typing import Any

import psutil

from pipeline.ops import topics
from pipeline.ops.databases import migrate
from pipeline.ops.kafka_clients import kafka_config
from pipeline.settings import Settings
from pipeline.stack import Stack
from pipeline.stack.ports import free_ports
from runtime.producer import AckProducer
from schemas.codec import encode
from schemas.message import Outgoing
from schemas.raw import RawPosting
from schemas.topics import RAW
from scrapers.imports import load_spec
from scrapers.imports.files import read_rows
from scrapers.imports.reading import Findings, Import, read_postings

ROOT = Path(__file__).parent.parent
SHARED = Path(os.environ.get("JOBSTREAM_SHARED_DATA", ROOT.parent / "shared" / "data"))
RESULTS = ROOT / "var" / "bench"
HN = "postings/hn_whoishiring_2015_2017.jsonl.xz"
_PORTS = ("kafka_port", "kafka_controller_port", "timescaledb_port", "clickhouse_port")
_AT_ONCE = 5000


@contextmanager
def engines() -> Iterator[Settings]:
    """Give the settings of an empty embedded stack with topics and tables; it and its data are gone afterwards."""
    with tempfile.TemporaryDirectory(prefix="jobstream-bench-") as folder:
        ports = dict(zip(_PORTS, free_ports(len(_PORTS)), strict=True))
        addresses = {"kafka_address": "", "timescaledb_address": "", "clickhouse_address": ""}
        settings = Settings().but(var_dir=Path(folder), metrics_port=0, **ports, **addresses)
        stack = Stack(settings)
        try:
            stack.up()
            topics.apply(settings)
            migrate(settings)
            yield settings
        finally:
            stack.down()


def raw_postings(count: int) -> tuple[list[RawPosting], str]:
    """Return `count` raw postings and where they come from: real ones where they are, else written here."""
    path = SHARED / HN
    if not path.exists():
        return [_written(number) for number in range(count)], "synthetic"
    wanted = Import(load_spec("hn", {}), None, datetime.now(UTC), count)
    return [posting for _, posting in read_postings(read_rows(path), wanted, Findings())], "hn_whoishiring_2015_2017"


def messages(postings: Sequence[RawPosting]) -> list[Outgoing]:
    """Return the postings as messages of the raw topic."""
    return [encode(posting, RAW.name, made_by="bench") for posting in postings]


@contextmanager
def publisher(settings: Settings) -> Iterator[AckProducer]:
    """Give a producer, closed afterwards: what outlives its broker complains on the terminal."""
    producer = AckProducer(kafka_config(settings), client_id="bench")
    try:
        yield producer
    finally:
        producer.close()


def publish(settings: Settings, outgoing: Iterable[Outgoing]) -> None:
    """Publish all of it; on return the broker has acknowledged it."""
    rest = iter(outgoing)
    with publisher(settings) as producer:
        while batch := list(islice(rest, _AT_ONCE)):
            producer.publish(batch)


def emit(name: str, result: Mapping[str, Any]) -> None:
    """Print the result with the machine as JSON, and write it to `var/bench/<name>.json`."""
    whole = {"bench": name, **result, "machine": machine()}
    path = RESULTS / f"{name}.json"
    path.parent.mkdir(parents=True, exist_ok=True)
    text = json.dumps(whole, indent=2)
    path.write_text(text + "\n", "utf-8")
    print(text, flush=True)


def machine() -> dict[str, Any]:
    """Return what the figures were measured on, and how busy it is.

    `reference_ms` is the processor time that one fixed piece of Python needs just now: neighbours who share the caches and
    the cores raise it, and every figure of processor time with it.
    """
    load = [round(value, 2) for value in os.getloadavg()]
    return {
        "cores": os.cpu_count(),
        "memory_gib": round(psutil.virtual_memory().total / (1 << 30), 1),
        "python": platform.python_version(),
        "load_1_5_15_min": load,
        "reference_ms": reference_ms(),
        "at": datetime.now(UTC).isoformat(timespec="seconds"),
    }


def reference_ms() -> float:
    """Return the processor time of reading and writing 2,000 JSON objects with the standard library, milliseconds."""
    value = json.dumps({f"field {number}": ["words of a posting " * 4, number] for number in range(10)})
    started = time.process_time()
    for _ in range(2000):
        json.dumps(json.loads(value))
    return round((time.process_time() - started) * 1000, 1)


def _written(number: int) -> RawPosting:
    text = f"Company {number % 500} | Engineer {number} | Berlin, Germany | Onsite<p>" + "We build things that people use. " * 60
    row = {"id": number, "by": f"author{number % 500}", "type": "comment", "time": 1_420_000_000 + number, "text": text}
    fetched_at = datetime.fromtimestamp(1_420_000_000 + number, UTC)
    return RawPosting(source="hn", board="whoishiring", source_id=str(number), fetched_at=fetched_at, row=row)
