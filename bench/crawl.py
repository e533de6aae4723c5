"""How fast a crawl is: boards of a source whose listing holds all, from a local server to what Kafka acknowledged.

The command is the one of production, in a process of its own that has one core; the server runs in this process. Rows are 2 KB
and made here. The rate is by the command's own clock, which begins before its first request; the start of Python is not in it.
usage: python -m bench.crawl [POSTINGS]
"""

import json
import os
import resource
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from bench.common import ROOT, emit, engines
from bench.running import in_topics
from pipeline.ops.run import JOBSTREAM
from pipeline.settings import Settings, environment
from pipeline.stack.ports import free_ports
from schemas.topics import RAW
from scrapers.sources.lever import PAGE_SIZE
from tests.integration.scrapers.vendor import Answer, Query, Vendor

SOURCE = "lever"
BOARDS = 20
TEXT = "<p>" + "We build things that people use. " * 60 + "</p>"


def main(postings: int) -> None:
    """Measure and print."""
    each = postings // BOARDS
    with engines() as settings, Vendor(free_ports(1)[0]) as vendor:
        for number in range(BOARDS):
            vendor.answers[f"/api.lever.co/v0/postings/board{number}"] = Board(number, each)
        found = crawled(settings.but(source_base_url=vendor.url, crawl_delay_s=0.0), each)
        found["requests"] = len(vendor.asked)
    emit("crawl", {"source": SOURCE, "boards": BOARDS, **found})


class Board:
    """A board's answers, made before they are asked for: the server shall cost little."""

    def __init__(self, number: int, postings: int) -> None:
        rows = [self._row(f"{number}-{posting}") for posting in range(postings)]
        self._pages = {start: json.dumps(rows[start : start + PAGE_SIZE]).encode() for start in range(0, postings + 1, PAGE_SIZE)}

    def __call__(self, query: Query) -> Answer:
        """Return the page that starts where the query says."""
        return Answer(self._pages[int(query["skip"])])

    def _row(self, name: str) -> dict[str, Any]:
        where = {"location": "Berlin", "team": "Core", "commitment": "Full-time"}
        return {"id": name, "text": f"Engineer {name}", "categories": where, "createdAt": 1_760_000_000_000, "description": TEXT}


def crawled(settings: Settings, each: int) -> dict[str, Any]:
    """Return the rate of a crawl of all boards, `each` so many postings, and the processor time of its process."""
    names = [f"{SOURCE}:board{number}" for number in range(BOARDS)]
    command = [*JOBSTREAM, "crawl", *names, "--json"]
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    with one_core():
        done = subprocess.run(command, cwd=ROOT, env=environment(settings), stdout=subprocess.PIPE, check=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    table = json.loads(done.stdout)
    acknowledged = in_topics(settings, [RAW.name])
    if not acknowledged == table["published"] == BOARDS * each:
        raise SystemExit(f"{table['published']} published and {acknowledged} in Kafka of {BOARDS * each}")
    used = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return {
        "postings": acknowledged,
        "postings_per_s": round(acknowledged / table["seconds"]),
        "cpu_ms_per_posting": round(1000 * used / acknowledged, 3),
    }


@contextmanager
def one_core() -> Iterator[None]:
    """Give a child that starts meanwhile one core, the last; the threads that run already keep theirs."""
    mine = os.sched_getaffinity(0)
    os.sched_setaffinity(0, {max(mine)})
    try:
        yield
    finally:
        os.sched_setaffinity(0, mine)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 20_000)
