"""The dedupe step as tutorials write it: Faust, an event at a time, datasketch with an update per shingle.

It clusters by text alone, keeps its index in memory only and acknowledges what it has not delivered: it does less than ours.
usage: python -m bench.peer_tutorial BOOTSTRAP DATADIR
"""

import json
import sys
from typing import Any

import faust
from datasketch import MinHash, MinHashLSH

from schemas.topics import DEFAULT_PARTITIONS, NORMALIZED
from streams.dedupe.minhash import PERMUTATIONS
from streams.dedupe.shingles import WORDS_PER_SHINGLE
from streams.dedupe.texts import words

OUTPUT = "bench.tutorial"
THRESHOLD = 0.8


def build(bootstrap: str, datadir: str) -> faust.App:
    """Return the app."""
    app = faust.App(
        "bench-tutorial", broker=f"kafka://{bootstrap}", datadir=datadir, autodiscover=False, web_enabled=False,
        topic_disable_leader=True, topic_partitions=DEFAULT_PARTITIONS, consumer_auto_offset_reset="earliest",
    )  # fmt: skip
    source = app.topic(NORMALIZED.name, key_serializer="raw", value_serializer="raw", key_type=bytes, value_type=bytes)
    output = app.topic(OUTPUT, key_serializer="raw", value_serializer="raw", key_type=bytes, value_type=bytes)
    seen = MinHashLSH(threshold=THRESHOLD, num_perm=PERMUTATIONS)

    @app.agent(source, name="tutorial")
    async def dedupe(postings: Any) -> None:
        async for value in postings:
            posting = json.loads(value)
            mine = sketch(posting.get("description", ""))
            alike = seen.query(mine)
            posting["cluster_id"] = min(alike, default=posting["posting_id"])
            if posting["posting_id"] not in seen:
                seen.insert(posting["posting_id"], mine)
            await output.send(key=posting["posting_id"].encode(), value=json.dumps(posting).encode())

    return app


def sketch(text: str) -> MinHash:
    """Return the signature, made shingle by shingle."""
    found, made = words(text), MinHash(num_perm=PERMUTATIONS)
    for at in range(max(1, len(found) - WORDS_PER_SHINGLE + 1)):
        made.update(b" ".join(found[at : at + WORDS_PER_SHINGLE]))
    return made


if __name__ == "__main__":
    app_ = build(sys.argv[1], sys.argv[2])
    sys.argv = [sys.argv[0], "worker", "--without-web", "-l", "warn"]
    app_.main()
