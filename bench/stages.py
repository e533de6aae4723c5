"""How fast each stage is alone: one worker as in production beside the broker, all of its input published before.

usage: python -m bench.stages [POSTINGS]
"""

import sys
from collections import defaultdict
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from random import Random

from bench.common import emit, engines, messages, publish, raw_postings
from bench.running import drained, in_topics
from schemas.codec import encode
from schemas.message import Outgoing
from schemas.raw import RawPosting
from schemas.topics import CANONICAL, CRAWL, STAGES
from tests.unit.streams.lifecycle.crawls import crawl

CRAWLS = 100
LISTED = 0.9


def main(count: int) -> None:
    """Measure one stage after the other, each on what those before have made of real postings, lifecycle on crawls of them.

    An event of lifecycle is a page of postings; mirror tells itself up to eight events of each canonical posting.
    """
    postings, origin = raw_postings(count)
    listings, listed = crawls(postings)
    with engines() as settings:
        publish(settings, messages(postings) + listings)
        stages = {stage: drained(settings, stage) for stage in STAGES}
        said = in_topics(settings, [CANONICAL.name])
    for stage, name, all_of_them in (("lifecycle", "listed", listed), ("mirror", "canonical", said)):
        stages[stage][f"{name}_per_s"] = round(all_of_them / stages[stage]["events"] * stages[stage]["events_per_s"])
    emit("stages", {"postings": len(postings), "origin": origin, "stages": stages})


def crawls(postings: Sequence[RawPosting]) -> tuple[list[Outgoing], int]:
    """Return complete crawls of every board, each without a tenth of its postings, and how many postings they list."""
    rng, boards = Random(2015), defaultdict[str, list[str]](list)
    for posting in postings:
        if posting.posting_id:
            boards[posting.board].append(posting.posting_id)
    found: list[Outgoing] = []
    listed = 0
    for number in range(CRAWLS):
        at = datetime(2026, 11, 1, tzinfo=UTC) + timedelta(hours=number)
        for board, ids in boards.items():
            seen = [posting_id for posting_id in ids if rng.random() < LISTED]
            listed += len(seen)
            events = crawl(at, seen, source="hn", board=board)
            found += [encode(event, CRAWL.name, made_by="bench") for event in events]
    return found, listed


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 25_000)
