"""The step of normalize: a raw posting in, the posting it shows and its revision out."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from runtime.clock import later_than
from runtime.metrics import Metrics
from schemas.base import epoch_ms, from_epoch_ms
from schemas.codec import position_of, replayed_since
from schemas.lifecycle import PostingRead
from schemas.message import Incoming
from schemas.posting import PostingMoved
from schemas.topics import NORMALIZED, RAW, READ
from streams.normalize.arrived import Arrived, Refused, look
from streams.normalize.base import Normalizer, load_normalizers
from streams.normalize.books import books_key, enter, read_books
from streams.normalize.revision import FORMAT, NOWHERE, History, Revision, Sight, decide, decode
from streams.step import Emit, Outcome, Received, Rejected, Settled, StateView

UNREAD = "unread"


def build_step(metrics: Metrics | None = None, normalizers: Mapping[str, Normalizer] | None = None) -> "NormalizeStep":
    """Return the step with the normalizers of all sources, or with those given; it counts unreadable fields in `metrics`."""
    return NormalizeStep(load_normalizers() if normalizers is None else normalizers, metrics)


class NormalizeStep:
    """Turns raw postings into postings; keeps per posting its revisions, and per raw partition the books.

    The newest revision decides to which employer the posting belongs: an older one that is emitted again, with the key of the
    employer that it names, never moves the posting back.

    A replay of what was not read yet, as while the state is made again, is passed over: the raw posting itself is still to come,
    behind older ones that would be late after it.
    """

    stage = "normalize"
    every_write = False
    made_by = FORMAT
    readers = 1

    def __init__(self, normalizers: Mapping[str, Normalizer], metrics: Metrics | None = None) -> None:
        self._normalizers = normalizers
        self._metrics = metrics

    def look(self, messages: Sequence[Incoming]) -> list[Any]:
        """Read every raw posting: what it says depends on it alone."""
        return look(messages, self._normalizers)

    def __call__(self, received: Received, state: StateView) -> Outcome:
        arrived = received.event
        if not isinstance(arrived, Arrived | Refused):
            raise Rejected("unexpected_event", f"{arrived.TYPE} is no raw posting")
        if _is_unread(received.message, state):
            return Outcome(UNREAD)
        if isinstance(arrived, Refused):
            raise arrived.error
        before = decode(state.get(arrived.posting_id))
        verdict = decide(before, _sight(received, arrived), arrived.employer_key)
        history, emits = verdict.history, list[Emit]()
        if verdict.emit is not None:
            history, emits = _emitted(received, arrived, verdict.history, verdict.emit)
            self._count(arrived)
        if history != before:
            state.put(arrived.posting_id, history.encode())
        return Outcome(verdict.word, emits)

    def settle(self, settled: Sequence[Settled], state: StateView) -> None:
        by_partition: dict[int, list[Settled]] = defaultdict(list)
        for done in settled:
            if done.message.topic == RAW.name:
                by_partition[done.message.partition].append(done)
        for partition, done_there in by_partition.items():
            key = books_key(partition)
            found = read_books(key, state.get(key))
            books = enter(found[1] if found else None, done_there)
            if books is not None:
                state.put(key, books.encode())

    def forget(self) -> None:
        """Nothing is cached beside the state."""

    def _count(self, arrived: Arrived) -> None:
        if self._metrics is not None:
            for name in arrived.unreadable:
                self._metrics.unreadable.labels(arrived.source, name).inc()


def _sight(received: Received, arrived: Arrived) -> Sight:
    message = received.message
    position = (message.partition, message.offset) if message.topic == RAW.name else NOWHERE
    return Sight(
        epoch_ms(arrived.fetched_at),
        arrived.content_hash,
        arrived.normalizer,
        position,
        replayed=received.replay_id is not None,
        since_ms=replayed_since(message),
    )


def _is_unread(message: Incoming, state: StateView) -> bool:
    """Whether `message` repeats a raw posting of its partition that the books do not have yet."""
    topic, partition, offset = position_of(message)
    if message.topic == RAW.name or (topic, partition) != (RAW.name, message.partition):
        return False
    key = books_key(partition)
    found = read_books(key, state.get(key))
    return found is None or offset >= found[1].next_offset


def _emitted(received: Received, arrived: Arrived, history: History, revision: Revision) -> tuple[History, list[Emit]]:
    """Return the history after the emission of `revision`, and what is emitted: the posting, what was read, where it left.

    An older revision goes to the employer that it names, behind the news that the posting is elsewhere: whether or not it ever
    was there, it becomes no member.
    """
    processed_at = later_than(received.now, from_epoch_ms(history.processed_ms) if history.processed_ms else None)
    newest, named = revision.revised_ms == history.newest.revised_ms, arrived.employer_key
    left, key = (history.employer_key, named) if newest else (named, history.employer_key)
    after = replace(history, processed_ms=epoch_ms(processed_at), employer_key=key)
    posting = arrived.written(
        revision=revision.number,
        revised_at=from_epoch_ms(revision.revised_ms),
        processed_at=from_epoch_ms(after.processed_ms),
        first_fetched_at=from_epoch_ms(after.first_fetched_ms),
    )
    read = PostingRead(
        posting_id=arrived.posting_id,
        source=arrived.source,
        board=arrived.board,
        valid_through=arrived.valid_through,
        revised_at=from_epoch_ms(revision.revised_ms),
        processed_at=from_epoch_ms(after.processed_ms),
        is_newest=newest,
        filled=arrived.filled,
        unreadable=arrived.unreadable,
    )
    emits = [Emit(NORMALIZED, posting), Emit(READ, read)]
    if key == left:
        return after, emits
    moved = PostingMoved(
        posting_id=arrived.posting_id,
        employer_key=left,
        new_employer_key=key,
        revised_at=from_epoch_ms(history.newest.revised_ms),
        processed_at=processed_at,
    )
    told = Emit(NORMALIZED, moved)
    return after, [*emits, told] if newest else [told, *emits]
