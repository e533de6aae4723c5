"""How fast each sink is alone, on a running stack with empty warehouses: all its tables together, from Kafka to the database.

    python bench/sinks.py --postings 50000 [--sink clickhouse]

Prints JSON: postings a second, and CPU of the sink and of its engine per posting. `idle_decode_us` is what pydantic needs
for one posting on this machine at this moment: compare figures of two runs by it.
"""

import argparse
import gc
import json
import random
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from threading import Event
from typing import Any

import psutil

from pipeline.ops import topics
from pipeline.ops.databases import migrate, surveyors
from pipeline.ops.kafka import kafka_config
from pipeline.ops.sink import GC_THRESHOLD, Work, sink_of
from pipeline.settings import Settings
from runtime.producer import AckProducer
from schemas.codec import decode, encode
from schemas.message import Incoming, Outgoing
from schemas.posting import ClusterAssigned, Derived, EnrichedPosting, Location, Match, Origin, Period, Salary, Seniority, Skill
from schemas.topics import CLUSTER, ENRICHED
from warehouse.table import ENGINES

START = datetime(2026, 1, 5, 9, 0, tzinfo=UTC)
WORDS = 220
AT_ONCE = 5000


class Postings:
    """Seeded enriched postings of about 3 KB, six skills and one place each, on 40 boards of four sources."""

    def __init__(self, seed: int) -> None:
        self._random = random.Random(seed)
        letters = "abcdefghijklmnopqrstuvwxyz"
        self._words = ["".join(self._random.choices(letters, k=self._random.randint(2, 11))) for _ in range(4000)]
        self._skills = [self._skill(number) for number in range(800)]

    def messages(self, count: int) -> Iterator[Outgoing]:
        """Give `count` enriched postings, each followed by its cluster."""
        for number in range(count):
            posting = self._posting(number)
            yield encode(posting, ENRICHED.name, made_by="bench")
            yield encode(cluster_of(posting), CLUSTER.name, made_by="bench")

    def _skill(self, number: int) -> Skill:
        label = " ".join(self._random.sample(self._words, 2))
        return Skill(skill_id=f"skill/{number:036x}", label=label, raw=label, origin=Origin.TEXT, confidence=0.8)

    def _posting(self, number: int) -> EnrichedPosting:
        pick, at = self._random, START + timedelta(minutes=number % 200_000)
        source, board = pick.choice(["greenhouse", "lever", "ashby", "hn"]), f"board-{number % 40}"
        posting_id = f"{source}:{board}:{number}"
        return EnrichedPosting(
            posting_id=posting_id, source=source, board=board, source_id=str(number), revision=1, revised_at=at,
            processed_at=at, first_fetched_at=at, fetched_at=at, content_hash=f"{pick.getrandbits(128):032x}",
            normalizer=f"{source}/1", employer_key=f"employer {number % 300}", employer=f"Employer {number % 300}",
            title=" ".join(pick.sample(self._words, 4)), description=" ".join(pick.choices(self._words, k=WORDS)),
            locations=[Location(raw="Berlin, Germany", city="Berlin", country="DE", latitude=52.5, longitude=13.4)],
            posted_at=at, url=f"https://jobs.example.com/{number}", cluster_id=posting_id, is_canonical=True, match=Match(),
            salary=Salary(
                minimum=50_000, maximum=70_000, currency="EUR", period=Period.YEAR, yearly_usd_minimum=55_000,
                yearly_usd_maximum=77_000, raw="50-70k EUR", origin=Origin.TEXT, confidence=0.7,
            ),
            seniority=Derived[Seniority](value=Seniority.SENIOR, raw="Senior", origin=Origin.TITLE, confidence=0.9),
            language=Derived[str](value="en", origin=Origin.TEXT, confidence=0.9), skills=pick.sample(self._skills, 6),
            enriched_by={"salary": "1", "skills": "1", "location": "1"},
        )  # fmt: skip


def cluster_of(posting: EnrichedPosting) -> ClusterAssigned:
    """Return the assignment of a posting that repeats none."""
    return ClusterAssigned(
        posting_id=posting.posting_id, source=posting.source, employer_key=posting.employer_key,
        cluster_id=posting.posting_id, is_canonical=True, match=Match(), revised_at=posting.revised_at,
        assigned_at=posting.processed_at,
    )  # fmt: skip


def fill(settings: Settings, count: int, seed: int) -> float:
    """Publish the postings; return what pydantic needs to decode one, in microseconds of CPU."""
    producer, batch, cost = AckProducer(kafka_config(settings), client_id="bench"), [], 0.0
    for message in Postings(seed).messages(count):
        batch.append(message)
        if len(batch) == AT_ONCE:
            producer.publish(batch)
            cost, batch = decode_us(batch), []
    producer.publish(batch)
    producer.close()
    return cost


def decode_us(messages: list[Outgoing]) -> float:
    """Return the CPU time of decoding one enriched posting."""
    sample = [Incoming(m.topic, 0, 0, m.key, m.value, m.headers) for m in messages if m.topic == ENRICHED.name]
    started = time.process_time()
    for message in sample:
        decode(message)
    return (time.process_time() - started) / len(sample) * 1e6


def drain(engine: str, settings: Settings, count: int, engine_pid: int) -> dict[str, Any]:
    """Run the sink of `engine` until it has written `count` postings; the first poll, which joins the group, is not timed."""
    gc.set_threshold(GC_THRESHOLD, 5, 5)
    work = Work(sink_of(engine, settings), settings, Event())
    server = psutil.Process(engine_pid)
    while not rows(work, engine):
        work.loop.turn()
    first, began, mine, theirs = rows(work, engine), time.perf_counter(), time.process_time(), sum(server.cpu_times()[:2])
    while rows(work, engine) < count:
        work.loop.turn()
    done, seconds = rows(work, engine) - first, time.perf_counter() - began
    sink_cpu, engine_cpu = time.process_time() - mine, sum(server.cpu_times()[:2]) - theirs
    work.close()
    return {
        "postings": int(done), "postings_per_s": round(done / seconds), "sink_cpu_us": round(sink_cpu / done * 1e6),
        "engine_cpu_us": round(engine_cpu / done * 1e6),
    }  # fmt: skip


def rows(work: Work, engine: str) -> float:
    """Return how many postings the sink has written."""
    return work.metrics.registry.get_sample_value("jobstream_rows_total", {"sink": engine, "table": "posting"}) or 0.0


def pid_on(port: int) -> int:
    """Return the pid of the process that listens on `port`."""
    return next(
        c.pid for c in psutil.net_connections("tcp") if c.laddr and c.laddr.port == port and c.status == "LISTEN" and c.pid
    )


def main() -> None:
    """Fill the topics, drain them with each sink, print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--postings", type=int, default=50_000)
    parser.add_argument("--sink", choices=ENGINES, action="append")
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    settings = Settings()
    topics.apply(settings)
    migrate(settings)
    report: dict[str, Any] = {"at": datetime.now(UTC).isoformat(timespec="seconds")}
    report["decode_us"] = round(fill(settings, given.postings, given.seed))
    for engine in given.sink or ENGINES:
        port = int(getattr(settings, engine).rpartition(":")[2])
        report[engine] = drain(engine, settings, given.postings, pid_on(port))
    report["rows"] = {survey.engine: survey.rows() for survey in surveyors(settings)}
    print(json.dumps(report, indent=2))


if __name__ == "__main__":
    main()
