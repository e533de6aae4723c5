"""How fast each stage is alone: one worker as in production beside the broker, all of its input published before.

usage: python -m bench.stages [POSTINGS]
"""

import sys

from bench.common import emit, engines, messages, publish, raw_postings
from bench.running import drained, in_topics
from pipeline.ops.groups import groups
from schemas.topics import STAGES


def main(count: int) -> None:
    """Measure one stage after the other, each on what the one before has made of real postings."""
    postings, origin = raw_postings(count)
    with engines() as settings:
        publish(settings, messages(postings))
        inputs = {group.process: group.topics for group in groups()}
        stages = {stage: drained(settings, stage, in_topics(settings, inputs[stage])) for stage in STAGES}
    emit("stages", {"postings": len(postings), "origin": origin, "stages": stages})


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 25_000)
