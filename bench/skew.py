"""A partition with much beside others that are soon empty: `python -m bench.skew [POSTINGS]`.

One worker of dedupe works off the same written postings twice: nearly all of them in one of the partitions of its input, and
spread over all of them. An employer's postings are in one partition, so that a crawl of a large one looks like the first.
"""

import sys
from collections import Counter
from collections.abc import Iterator
from typing import Any

from bench.common import emit, engines, publish
from bench.running import drained
from bench.written import written
from pipeline.ops.kafka import Cluster
from pipeline.ops.kafka_clients import kafka_config
from pipeline.ops.partitions import partition_of
from schemas.codec import encode
from schemas.posting import Posting
from schemas.topics import NORMALIZED

_SHARE_OF_OTHERS = 0.02
# Written for each posting that is wanted: of a dozen partitions one gets a twelfth of them.
_DRAWN = 20


def main(count: int) -> None:
    """Measure both, emit."""
    emit("skew", {"postings": count, "one_partition": _rate(count, skewed=True), "all_partitions": _rate(count, skewed=False)})


def _rate(count: int, *, skewed: bool) -> dict[str, Any]:
    with engines() as settings:
        partitions = Cluster(kafka_config(settings)).partitions()[NORMALIZED.name]
        chosen = _skewed(count, partitions) if skewed else written(count)
        publish(settings, (encode(posting, NORMALIZED.name, made_by="bench") for posting in chosen))
        return drained(settings, "dedupe")


def _skewed(count: int, partitions: int) -> Iterator[Posting]:
    """Yield `count` postings, of each partition but the first so small a share of them."""
    few = int(_SHARE_OF_OTHERS * count)
    room = Counter(dict.fromkeys(range(1, partitions), few))
    room[0] = count - room.total()
    for posting in written(_DRAWN * count):
        number = partition_of(posting.employer_key.encode(), partitions)
        if room[number]:
            room[number] -= 1
            yield posting
        if not room.total():
            return
    raise SystemExit(f"fewer than {count} of {_DRAWN * count} postings lie as they should")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 25_000)
