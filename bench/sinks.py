"""How fast each sink is alone: all its tables together, from Kafka to the database, everything published before.

The process is the one of production. Postings are made here, seeded, so that runs are comparable; `decode_us` is what pydantic
needs for one of them on this machine at this moment. usage: python -m bench.sinks [--postings 50000] [--sink clickhouse]
"""

import argparse
import random
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

from bench.common import emit, engines, publish
from bench.running import drained
from pipeline.ops.databases import surveyors
from pipeline.settings import Settings
from schemas.cluster import ClusterAssigned, Match
from schemas.codec import decode, encode
from schemas.derived import Derived, Origin, Period, Salary, Seniority, Skill
from schemas.message import Incoming, Outgoing
from schemas.posting import EnrichedPosting, Location
from schemas.topics import CLUSTER, ENRICHED
from warehouse.table import ENGINES

START = datetime(2026, 1, 5, 9, 0, tzinfo=UTC)
WORDS = 220
AT_ONCE = 5000
# a posting and its cluster
EVENTS_EACH = 2


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
    batch, cost = list[Outgoing](), 0.0
    for message in Postings(seed).messages(count):
        batch.append(message)
        if len(batch) == AT_ONCE:
            publish(settings, batch)
            cost, batch = decode_us(batch), []
    publish(settings, batch)
    return cost


def decode_us(messages: list[Outgoing]) -> float:
    """Return the CPU time of decoding one enriched posting."""
    sample = [Incoming(m.topic, 0, 0, m.key, m.value, m.headers) for m in messages if m.topic == ENRICHED.name]
    started = time.process_time()
    for message in sample:
        decode(message)
    return (time.process_time() - started) / len(sample) * 1e6


def drain(engine: str, settings: Settings) -> dict[str, Any]:
    """Return how fast the sink of `engine` writes the postings and their clusters, and who used what per posting."""
    found = drained(settings, f"sink-{engine}")
    used = {who: round(EVENTS_EACH * cpu_ms, 3) for who, cpu_ms in found["cpu_ms_per_event"].items()}
    return {"postings_per_s": round(found["events_per_s"] / EVENTS_EACH), "cpu_ms_per_posting": used}


def main() -> None:
    """Fill the topics, drain them with each sink, print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--postings", type=int, default=50_000)
    parser.add_argument("--sink", choices=ENGINES, action="append")
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    with engines() as settings:
        decoding = round(fill(settings, given.postings, given.seed))
        sinks = {engine: drain(engine, settings) for engine in given.sink or ENGINES}
        rows = {survey.engine: survey.rows() for survey in surveyors(settings)}
    emit("sinks", {"postings": given.postings, "decode_us": decoding, "sinks": sinks, "rows": rows})


if __name__ == "__main__":
    main()
