"""The natural streams through dedupe and mirror, in memory: how many mirrors are found, and pairs of them to read.

usage: python -m bench.mirrors [OUT]

Prints for each stream how many canonical postings there are, how many of them have a mirror, and what those of these are that
were read, `data/mirror_pairs.jsonl`: ids, label, how sure, and what the two employers are. With OUT every pair is written there,
one JSON object a line with both texts: keep it out of the repository.
"""

import json
import sys
from collections import deque
from collections.abc import Iterable, Sequence
from pathlib import Path

from bench.common import emit
from bench.natural import STREAMS, count, deduplicated, labels_in, shown
from bench.signatures import NOW, Memory
from schemas.codec import encode
from schemas.message import Incoming, Outgoing
from schemas.mirror import CanonicalPosting, PostingMirrored
from schemas.posting import Posting
from schemas.topics import ANSWERED, CANONICAL, MIRROR, SIGHTED
from streams.mirror.across import ACROSS
from streams.mirror.step import build_step
from streams.step import Emit, Received
from tests.builders import as_incoming

READ = Path(__file__).parent / "data" / "mirror_pairs.jsonl"
ALL = {**STREAMS, "Afriwork": ("afriworket_et_2026.jsonl",)}


class Mirrors:
    """The stage mirror as one worker with all partitions; which postings are canonical, and what it has told of them last."""

    def __init__(self) -> None:
        self._step, self._state, self._offset = build_step(), Memory(), 0
        self.canonical: dict[str, bool] = {}
        self.told: dict[str, PostingMirrored] = {}

    def take(self, statements: Iterable[Emit]) -> None:
        """Let the stage take what dedupe says of canonical postings, and all that it then tells itself."""
        waiting = deque(statements)
        while waiting:
            emit_ = waiting.popleft()
            if emit_.topic == MIRROR:
                assert isinstance(emit_.event, PostingMirrored)
                self.told[emit_.event.posting_id] = emit_.event
            elif emit_.topic in (CANONICAL, SIGHTED, ANSWERED):
                message = self._message(encode(emit_.event, emit_.topic.name, made_by="bench"))
                [event] = self._step.look([message])
                if isinstance(event, CanonicalPosting):
                    self.canonical[event.posting_id] = event.is_canonical
                waiting += self._step(Received(event, message, None, NOW), self._state).emits

    def _message(self, sent: Outgoing) -> Incoming:
        self._offset += 1
        return as_incoming(sent, offset=self._offset)


def mirrors_of(files: Sequence[str]) -> tuple[dict[str, Posting], int, list[PostingMirrored]]:
    """Return the postings of `files` by id, how many are canonical, and the mirrors among these."""
    mirrors, postings = Mirrors(), dict[str, Posting]()
    for batch, outcomes in deduplicated(files):
        postings |= batch
        mirrors.take(one for outcome in outcomes for one in outcome.emits if one.topic == CANONICAL)
    return postings, sum(mirrors.canonical.values()), [event for event in mirrors.told.values() if event.mirror_of]


def main(out: Path | None) -> None:
    """Print the counts; write the pairs where they are wanted."""
    read = labels_in(READ)
    tables, rows = {}, []
    for name, files in ALL.items():
        postings, canonical, found = mirrors_of(files)
        pairs = [(event.posting_id, event.mirror_of or "") for event in found]
        tables[name] = {"canonical": canonical, "mirrors": len(found), "read": count(read, pairs)}
        for ids in pairs:
            sides = [shown(postings[posting_id].model_dump(mode="json")) for posting_id in ids]
            rows.append({"a": ids[0], "b": ids[1], "set": name, "sides": sides})
    if out is not None:
        out.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), "utf-8")
    emit("mirrors", {"verifier": ACROSS, "streams": tables})


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else None)
