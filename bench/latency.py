"""From the publication of a raw posting until it can be queried in both warehouses, at a steady 200 a second.

usage: python -m bench.latency [SECONDS]
"""

import sys
from datetime import UTC, datetime, timedelta
from statistics import median
from threading import Event, Thread
from time import monotonic, sleep

from bench.common import emit, engines, messages, publisher, raw_postings
from bench.running import running
from pipeline.demo.find import asks
from pipeline.settings import Settings
from schemas.raw import RawPosting

RATE = 200
TICK_S = 0.1
WARM_UP_S = 3.0
# no row while the table is empty: ClickHouse would give 1970
NEWEST = "SELECT max(fetched_at) FROM posting HAVING count(*) > 0"


def main(seconds: int) -> None:
    """Run it and emit the result."""
    postings, origin = raw_postings(RATE * seconds)
    with engines() as settings, running(settings):
        done = Event()
        feeder = Thread(target=feed, args=(settings, postings, done))
        feeder.start()
        ages = measure(settings, done)
        feeder.join()
    result = {
        engine: {
            "median_s": round(median(seen), 2),
            "p99_s": round(sorted(seen)[int(len(seen) * 0.99)], 2),
            "max_s": round(max(seen), 2),
        }
        for engine, seen in ages.items()
    }
    emit("latency", {"postings_per_s": RATE, "seconds": seconds, "origin": origin, "age_of_newest": result})


def feed(settings: Settings, postings: list[RawPosting], done: Event) -> None:
    """Publish RATE postings a second, each fetched at that moment."""
    began, each = monotonic(), int(RATE * TICK_S)
    with publisher(settings) as producer:
        for tick, start in enumerate(range(0, len(postings), each)):
            now = datetime.now(UTC)
            fresh = [posting.model_copy(update={"fetched_at": now}) for posting in postings[start : start + each]]
            producer.publish(messages(fresh))
            sleep(max(0.0, began + (tick + 1) * TICK_S - monotonic()))
    done.set()


def measure(settings: Settings, done: Event) -> dict[str, list[float]]:
    """Return, per engine, how old its newest posting was each time it was asked, after three seconds."""
    ages: dict[str, list[float]] = {engine: [] for engine in asks(settings)}
    began = monotonic()
    while not done.wait(0.25):
        for engine, ask in asks(settings).items():
            for (newest,) in ask(NEWEST).rows if monotonic() - began > WARM_UP_S else ():
                seen = newest if newest.tzinfo else newest.replace(tzinfo=UTC)
                ages[engine].append((datetime.now(UTC) - seen) / timedelta(seconds=1))
    return ages


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 30)
