"""How fast texts become signatures: `python -m bench.signatures`.

Tokenizing, shingling and MinHash of real postings (HN where present, else written here), in batches as the stage gets them, one
process, against datasketch in the same run; then all that the verifier reads in a text, and the whole dedupe step on the same
postings as normalize makes them. Rates are per second of processor
time, and of the best of three rounds: other processes on the machine disturb both, the clock more.
"""

import argparse
import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from datetime import UTC, datetime

from datasketch import MinHash

from bench.common import emit, raw_postings
from schemas.base import Event
from schemas.cluster import ClusterAssigned
from schemas.codec import decode, encode
from schemas.message import Incoming
from schemas.posting import Posting
from schemas.raw import RawPosting
from schemas.topics import CLUSTER, NORMALIZED, RAW, Topic
from streams.dedupe.minhash import PERMUTATIONS, SCHEME, signatures
from streams.dedupe.reading import read_texts
from streams.dedupe.shingles import WORDS_PER_SHINGLE, shingles
from streams.dedupe.step import build_step
from streams.dedupe.texts import split_texts, words
from streams.normalize.step import build_step as build_normalize
from streams.step import GROUP_END, Outcome, Received, Rejected, Step
from tests.builders import as_incoming

NOW = datetime(2026, 11, 2, tzinfo=UTC)
ROUNDS = 3
BATCH = 100


class Memory:
    """A state in memory, by group."""

    def __init__(self) -> None:
        self._groups: dict[str, dict[str, bytes]] = defaultdict(dict)

    def get(self, key: str) -> bytes | None:
        group, _, member = key.partition(GROUP_END)
        return self._groups[group].get(member)

    def put(self, key: str, value: bytes) -> None:
        group, _, member = key.partition(GROUP_END)
        self._groups[group][member] = value

    def delete(self, key: str) -> None:
        group, _, member = key.partition(GROUP_END)
        del self._groups[group][member]

    def scan(self, group: str) -> Iterator[tuple[str, bytes]]:
        return iter(list(self._groups[group].items()))


def joined_shingles(text: str) -> list[bytes]:
    """Return the shingles as datasketch takes them."""
    found = words(text)
    count = max(1, len(found) - WORDS_PER_SHINGLE + 1)
    return [b" ".join(found[at : at + WORDS_PER_SHINGLE]) for at in range(count)]


def by_update(text: str) -> None:
    """Sign `text` the way tutorials do: an update per shingle."""
    made = MinHash(num_perm=PERMUTATIONS)
    for shingle in joined_shingles(text):
        made.update(shingle)


def by_update_batch(text: str) -> None:
    """Sign `text` by datasketch's faster call."""
    MinHash(num_perm=PERMUTATIONS).update_batch(joined_shingles(text))


def sign(texts: Sequence[str]) -> None:
    """Sign the texts of a batch."""
    for split in split_texts(texts):
        signatures(*shingles(split))


def batch_rate(work: Callable[[Sequence[str]], object], texts: Sequence[str]) -> int:
    """Return how many texts per second of processor time `work` does, batch by batch, the best of some rounds."""
    batches = [texts[at : at + BATCH] for at in range(0, len(texts), BATCH)]
    return max(round(len(texts) / _seconds(lambda: [work(batch) for batch in batches])) for _ in range(ROUNDS))


def rate(work: Callable[[str], object], texts: Sequence[str]) -> int:
    """Return how many texts per second of processor time `work` does, the best of some rounds."""
    return max(round(len(texts) / _seconds(lambda: [work(text) for text in texts])) for _ in range(ROUNDS))


def step_rate(postings: Sequence[Posting]) -> int:
    """Return how many postings per second of processor time the dedupe step takes, from their bytes on."""
    messages = incoming(postings)

    def run() -> None:
        step, state = build_step(), Memory()
        for at in range(0, len(messages), BATCH):
            for received in looked_at(step, messages[at : at + BATCH]):
                step(received, state)

    return max(round(len(postings) / _seconds(run)) for _ in range(ROUNDS))


def incoming(events: Sequence[Event], topic: Topic = NORMALIZED) -> list[Incoming]:
    """Return events as messages of a stage's input."""
    sent = (encode(event, topic.name, made_by="bench") for event in events)
    return [as_incoming(one, 0, offset) for offset, one in enumerate(sent)]


def looked_at(step: Step, messages: Sequence[Incoming]) -> Iterator[Received]:
    """Yield what a step is given for each of these messages."""
    for message, found in zip(messages, step.look(messages), strict=True):
        yield Received(found, message, None, NOW)


def published_in(outcome: Outcome, topic: Topic) -> Iterator[Event]:
    """Yield what a step publishes on `topic`, read as a subscriber reads it."""
    for one in outcome.emits:
        if one.topic == topic:
            yield decode(as_incoming(encode(one.event, topic.name, made_by="bench")))


def assigned_in(outcome: Outcome) -> Iterator[ClusterAssigned]:
    """Yield the places that the dedupe step gives."""
    for event in published_in(outcome, CLUSTER):
        assert isinstance(event, ClusterAssigned)
        yield event


def normalized_by(step: Step, raws: Sequence[RawPosting], state: Memory) -> Iterator[Event]:
    """Yield what normalize publishes for dedupe, in order; nothing of what it rejects."""
    for received in looked_at(step, incoming(raws, RAW)):
        with suppress(Rejected):
            yield from published_in(step(received, state), NORMALIZED)


def normalized(count: int) -> tuple[list[Posting], str]:
    """Return postings as normalize emits them, and where they come from."""
    raws, origin = raw_postings(count)
    told = [raw for raw in raws if raw.row and raw.row.get("text")]
    events = normalized_by(build_normalize(), told, Memory())
    return [event for event in events if isinstance(event, Posting)], origin


def _seconds(work: Callable[[], object]) -> float:
    started = time.process_time()
    work()
    return time.process_time() - started


def main() -> None:
    """Measure, and print the result."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=20_000)
    postings, origin = normalized(parser.parse_args().count)
    texts = [posting.description for posting in postings]
    few = texts[:: max(1, len(texts) // 500)]
    emit(
        "signatures",
        {
            "input": origin,
            "texts": len(texts),
            "mean_characters": round(sum(map(len, texts)) / len(texts)),
            "scheme": SCHEME,
            "signatures_per_s": batch_rate(sign, texts),
            "texts_read_per_s": batch_rate(read_texts, texts),
            "datasketch_update_per_s": rate(by_update, few),
            "datasketch_update_batch_per_s": rate(by_update_batch, few),
            "dedupe_step_per_s": step_rate(postings),
        },
    )


if __name__ == "__main__":
    main()
