"""What the benchmarks share: engines of their own, real postings, the machine's load, processor time per process."""

import json
import os
import platform
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import psutil

from pipeline.ops import topics
from pipeline.ops.databases import migrate
from pipeline.settings import Settings
from pipeline.stack import Stack
from pipeline.stack.ports import free_ports
from schemas.codec import encode
from schemas.message import Outgoing
from schemas.raw import RawPosting
from schemas.topics import RAW
from scrapers.imports import load_spec
from scrapers.imports.files import read_rows
from scrapers.imports.reading import Findings, Import, read_postings

ROOT = Path(__file__).parent.parent
HN = "postings/hn_whoishiring_2015_2017.jsonl.xz"
_PORTS = ("kafka_port", "kafka_controller_port", "timescaledb_port", "clickhouse_port")


@contextmanager
def engines() -> Iterator[Settings]:
    """Give the settings of an empty embedded stack with topics and tables; it and its data are gone afterwards."""
    with tempfile.TemporaryDirectory(prefix="jobstream-bench-") as folder:
        ports = dict(zip(_PORTS, free_ports(len(_PORTS)), strict=True))
        addresses = {"kafka_address": "", "timescaledb_address": "", "clickhouse_address": ""}
        settings = Settings(var_dir=Path(folder), metrics_port=0, **ports, **addresses)
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
    path = Path(os.environ.get("JOBSTREAM_SHARED_DATA", ROOT.parent / "shared" / "data")) / HN
    if not path.exists():
        return [_written(number) for number in range(count)], "synthetic"
    wanted = Import(load_spec("hn", {}), None, datetime.now(UTC), count)
    return [posting for _, posting in read_postings(read_rows(path), wanted, Findings())], "hn_whoishiring_2015_2017"


def messages(postings: list[RawPosting]) -> list[Outgoing]:
    """Return the postings as messages of the raw topic."""
    return [encode(posting, RAW.name, made_by="bench") for posting in postings]


def cpu_seconds(pids: Mapping[str, int]) -> dict[str, float]:
    """Return the processor time that each process and its children have used so far, user and system, seconds."""
    return {name: _used(psutil.Process(pid)) for name, pid in pids.items()}


def memory_mib(pids: Mapping[str, int]) -> dict[str, float]:
    """Return the resident memory of each process and its children, MiB."""
    trees = {name: [psutil.Process(pid), *psutil.Process(pid).children(recursive=True)] for name, pid in pids.items()}
    return {name: round(sum(p.memory_info().rss for p in tree) / (1 << 20), 1) for name, tree in trees.items()}


def emit(name: str, result: Mapping[str, Any]) -> None:
    """Print the result with the machine as JSON, and write it to `var/bench/<name>.json`."""
    whole = {"bench": name, **result, "machine": machine()}
    path = ROOT / "var" / "bench" / f"{name}.json"
    path.parent.mkdir(parents=True, exist_ok=True)
    text = json.dumps(whole, indent=2)
    path.write_text(text + "\n", "utf-8")
    print(text, flush=True)


def machine() -> dict[str, Any]:
    """Return what the figures were measured on, and how busy it is."""
    load = [round(value, 2) for value in os.getloadavg()]
    return {
        "cores": os.cpu_count(),
        "memory_gib": round(psutil.virtual_memory().total / (1 << 30), 1),
        "python": platform.python_version(),
        "load_1_5_15_min": load,
        "at": datetime.now(UTC).isoformat(timespec="seconds"),
    }


def _used(process: psutil.Process) -> float:
    times = [p.cpu_times() for p in (process, *process.children(recursive=True))]
    return sum(t.user + t.system for t in times)


def _written(number: int) -> RawPosting:
    text = f"Company {number % 500} | Engineer {number} | Berlin, Germany | Onsite<p>" + "We build things that people use. " * 60
    row = {"id": number, "by": f"author{number % 500}", "type": "comment", "time": 1_420_000_000 + number, "text": text}
    fetched_at = datetime.fromtimestamp(1_420_000_000 + number, UTC)
    return RawPosting(source="hn", board="whoishiring", source_id=str(number), fetched_at=fetched_at, row=row)
