"""5,000 boards: a simulated day of the plan, and the real scheduler against a local server.

The day: rules, budgets and breakers under a fake clock, with boards that change at random, hosts that answer in half a second
a request, and one large host that is down for two hours. The days before it, by default one, let the intervals find their
boards. The scheduler: a process of its own on engines of its own, until it has crawled every board once.

usage: python -m bench.schedule [BOARDS [DAYS]]
"""

import sys
import tempfile
from collections import Counter
from datetime import UTC, datetime, timedelta
from pathlib import Path
from subprocess import Popen
from time import monotonic, sleep
from typing import Any

import psutil

from bench.common import emit, engines
from pipeline.ops.kafka import Cluster
from pipeline.ops.kafka_clients import kafka_config
from pipeline.ops.plan import read_plan
from pipeline.ops.run import programs, spawn
from pipeline.settings import Settings
from pipeline.stack.ports import free_ports
from schemas.crawl import CrawlOutcome
from scrapers.plan.rules import Rules
from tests.integration.scrapers.vendor import Answer, Vendor
from tests.schedule_world import Outage, World, busiest_hour, delays_s, make_listings, percentile

START = datetime(2026, 1, 5, tzinfo=UTC)
STEP = timedelta(seconds=20)
DOWN = "large-0.example"
WITHIN_S = 600.0
_POSTINGS = 20
_SEED = 1


def main(boards: int, days: int) -> None:
    """Measure and print."""
    emit("schedule", {"boards": boards, "day": simulated(boards, days), "process": lived(boards)})


def simulated(boards: int, days: int) -> dict[str, Any]:
    """Return what the last of `days` days looked like."""
    listings = make_listings(boards, START, days, _SEED)
    last, end = START + timedelta(days=days - 1), START + timedelta(days=days)
    outage = Outage(DOWN, last + timedelta(hours=8), last + timedelta(hours=10))
    world, began = World(listings, Rules(), START, [outage]), monotonic()
    world.run(end, STEP)
    crawls = [crawl for crawl in world.crawls if crawl.finished_at >= last]
    requests: Counter[str] = Counter()
    for crawl in crawls:
        requests[crawl.host] += crawl.requests
    failed = [crawl for crawl in crawls if crawl.outcome is CrawlOutcome.FAILED]
    per_hour = sum(crawl.postings for crawl in crawls) / 24
    others = [listing for listing in listings if listing.host != DOWN]
    delays = delays_s(others, world.crawls, last - timedelta(hours=12), last + timedelta(hours=12))
    ages = sorted(_ages_s(world, end))
    return {
        "crawls": len(crawls),
        "crawls_per_board": _percentiles(sorted(Counter(crawl.key for crawl in crawls).values())),
        "hosts": len(requests),
        "requests": sum(requests.values()),
        "requests_of_the_largest_hosts": dict(requests.most_common(6)),
        "most_requests_of_a_host_in_an_hour": max(busiest_hour(world.crawls).values()),
        "budget_per_hour": Rules().requests_per_hour,
        "postings_per_hour": round(per_hour),
        "hours_since_last_crawl_at_the_end": _hours(ages),
        "hours_until_a_change_was_seen": _hours(delays),
        "failed_crawls_while_a_host_was_down": len([crawl for crawl in failed if crawl.host == DOWN]),
        "boards_of_that_host": sum(listing.host == DOWN for listing in listings),
        "other_failed_crawls": len([crawl for crawl in failed if crawl.host != DOWN]),
        "late_at_the_end": world.schedule.counts(end).late,
        "seconds_to_simulate": round(monotonic() - began, 1),
    }


def lived(boards: int) -> dict[str, Any]:
    """Return what the real scheduler used and did while it crawled `boards` boards once, as fast as it could."""
    with engines() as settings, tempfile.TemporaryDirectory() as folder, Vendor(free_ports(1)[0]) as vendor:
        names = _listed(boards, Path(folder) / "boards.toml", vendor)
        hurried = {
            "schedule_interval_s": 60, "schedule_shortest_s": 60, "schedule_boards_at_once": 64,
            "schedule_boards_per_host": 32, "schedule_requests_per_hour": 1_000_000,
        }  # fmt: skip
        where = {"boards_file": Path(folder) / "boards.toml", "shipped_boards": False, "source_base_url": vendor.url}
        ours = settings.but(**hurried, **where, crawl_delay_s=0.0)
        program = programs(ours, {}, schedule=True)[-1]
        child = spawn(program, ours)
        try:
            return _followed(ours, child.pid, names, vendor)
        finally:
            child.terminate()
            if isinstance(child, Popen):
                child.wait(60)


def _followed(settings: Settings, pid: int, names: set[str], vendor: Vendor) -> dict[str, Any]:
    began, memory, process, asked = monotonic(), 0.0, psutil.Process(pid), 0
    while asked < len(names):
        if monotonic() - began > WITHIN_S:
            raise SystemExit(f"{asked} of {len(names)} boards after {WITHIN_S} s; log in {settings.log_dir}")
        sleep(1)
        memory = max(memory, process.memory_info().rss / (1 << 20))
        asked = len(names & {each.path for each in list(vendor.asked)})
    seconds = monotonic() - began
    sleep(3)
    plans = read_plan(Cluster(kafka_config(settings))).values()
    outcomes = Counter(plan.last_outcome.value for plan in plans if plan.last_outcome)
    requests = Counter(each.path.split("/")[1] for each in list(vendor.asked) if each.path in names)
    return {
        "seconds": round(seconds, 1),
        "crawls_per_s": round(sum(requests.values()) / seconds, 1),
        "memory_mib": round(max(memory, process.memory_info().rss / (1 << 20)), 1),
        "cpu_s": round(sum(process.cpu_times()[:2]), 1),
        "hosts": len(requests),
        "requests_of_the_largest_host": max(requests.values()),
        "outcomes": dict(outcomes),
        "failed_share": round(outcomes[CrawlOutcome.FAILED.value] / max(sum(outcomes.values()), 1), 5),
    }


def _listed(boards: int, path: Path, vendor: Vendor) -> set[str]:
    """Write a file of boards, half on one host and half on hosts of their own; return the addresses that list them."""
    half = boards // 2
    shared, own = [f"bench{n}" for n in range(half)], [f"bench{n}" for n in range(half, boards)]
    sections = [
        f"[{source}]\n" + "\n".join(f'{n} = "Acme"' for n in names) for source, names in (("lever", shared), ("recruitee", own))
    ]
    path.write_text("\n".join(sections), "utf-8")
    text = "Care for patients, daily. " * 40
    rows = [{"id": f"p{n}", "text": f"Nurse {n}", "title": f"Nurse {n}", "description": text} for n in range(_POSTINGS)]
    addresses = {f"/api.lever.co/v0/postings/{n}": Answer(rows) for n in shared}
    addresses |= {f"/{n}.recruitee.com/api/offers": Answer({"offers": rows}) for n in own}
    vendor.answers |= {address: [answer] for address, answer in addresses.items()}
    return set(addresses)


def _ages_s(world: World, at: datetime) -> list[float]:
    newest = {crawl.key: crawl.finished_at for crawl in world.crawls if crawl.outcome is CrawlOutcome.COMPLETE}
    return [(at - finished_at).total_seconds() for finished_at in newest.values()]


def _hours(seconds: list[float]) -> dict[str, float]:
    return {name: round(value / 3600, 2) for name, value in _percentiles(seconds).items()}


def _percentiles(values: list[Any]) -> dict[str, float]:
    shares = {"p50": 0.5, "p90": 0.9, "p99": 0.99, "max": 1.0}
    return {name: percentile(values, share) for name, share in shares.items()}


if __name__ == "__main__":
    arguments = [int(word) for word in sys.argv[1:]]
    main(*(arguments + [5000, 2][len(arguments) :]))
