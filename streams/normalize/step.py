"""The step of normalize: a raw posting in, the posting it shows and its revision out."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import fields, replace
from typing import Any

from runtime.clock import later_than
from runtime.metrics import Metrics
from schemas.base import epoch_ms, from_epoch_ms
from schemas.codec import position_of, replayed_since
from schemas.lifecycle import CONTENT_FIELDS, PostingRead
from schemas.message import Incoming
from schemas.posting import Posting, PostingMoved
from schemas.raw import RawPosting
from schemas.topics import NORMALIZED, RAW, READ
from streams.looking import decoded
from streams.normalize.base import Normalizer, Reading, load_normalizers, read
from streams.normalize.books import books_key, enter, read_books
from streams.normalize.fields import Content
from streams.normalize.revision import FORMAT, NOWHERE, History, Revision, Sight, Verdict, decide, decode
from streams.step import Emit, Outcome, Received, Rejected, Settled, StateView

UNREAD = "unread"
_CONTENT = tuple(field.name for field in fields(Content))


def build_step(metrics: Metrics | None = None, normalizers: Mapping[str, Normalizer] | None = None) -> "NormalizeStep":
    """Return the step with the normalizers of all sources, or with those given; it counts unreadable fields in `metrics`."""
    return NormalizeStep(load_normalizers() if normalizers is None else normalizers, metrics)


class NormalizeStep:
    """Turns raw postings into postings; keeps per posting its revisions, and per raw partition the books.

    The newest revision decides the employer key: a replayed older one is emitted under the key in force, so that it
    never moves the posting back. One that is only delivered again goes where it went, where it is known to have left.

    A replay of what was not read yet, as while the state is made again, is passed over: the raw posting itself is still to come,
    behind older ones that would be late after it.
    """

    stage = "normalize"
    every_write = False
    made_by = FORMAT
    readers = 0

    def __init__(self, normalizers: Mapping[str, Normalizer], metrics: Metrics | None = None) -> None:
        self._normalizers = normalizers
        self._metrics = metrics

    def look(self, messages: Sequence[Incoming]) -> list[Any]:
        return decoded(messages)

    def __call__(self, received: Received, state: StateView) -> Outcome:
        raw = received.event
        if not isinstance(raw, RawPosting):
            raise Rejected("unexpected_event", f"{raw.TYPE} is no raw posting")
        if _is_unread(received.message, state):
            return Outcome(UNREAD)
        reading = read(raw, self._normalizers)
        before = decode(state.get(reading.posting_id))
        sight = self._sight(received, raw, reading)
        verdict = decide(before, sight, reading.employer_key)
        history, emits = verdict.history, list[Emit]()
        if verdict.emit is not None:
            history, emits = _emitted(received, raw, reading, verdict, verdict.emit)
            self._count(raw.source, reading)
        if history != before:
            state.put(reading.posting_id, history.encode())
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

    def _sight(self, received: Received, raw: RawPosting, reading: Reading) -> Sight:
        message = received.message
        position = (message.partition, message.offset) if message.topic == RAW.name else NOWHERE
        return Sight(
            epoch_ms(raw.fetched_at),
            reading.content_hash,
            self._normalizers[raw.source].name,
            position,
            replayed=received.replay_id is not None,
            since_ms=replayed_since(message),
        )

    def _count(self, source: str, reading: Reading) -> None:
        if self._metrics is not None:
            for name in reading.unreadable:
                self._metrics.unreadable.labels(source, name).inc()


def _is_unread(message: Incoming, state: StateView) -> bool:
    """Whether `message` repeats a raw posting of its partition that the books do not have yet."""
    topic, partition, offset = position_of(message)
    if message.topic == RAW.name or (topic, partition) != (RAW.name, message.partition):
        return False
    key = books_key(partition)
    found = read_books(key, state.get(key))
    return found is None or offset >= found[1].next_offset


def _emitted(
    received: Received, raw: RawPosting, reading: Reading, verdict: Verdict, revision: Revision
) -> tuple[History, list[Emit]]:
    """Return the history after the emission of `revision`, and what is emitted: the posting, what was read, where it left."""
    history = verdict.history
    processed_at = later_than(received.now, from_epoch_ms(history.processed_ms) if history.processed_ms else None)
    left, newest = history.employer_key, revision.revised_ms == history.newest.revised_ms
    key = reading.employer_key if newest else left
    after = replace(history, processed_ms=epoch_ms(processed_at), employer_key=key)
    posting = _posting(raw, reading, revision, after, reading.employer_key if verdict.repeated else key)
    emits = [Emit(NORMALIZED, posting), Emit(READ, _read(posting, is_newest=newest))]
    if key == left:
        return after, emits
    moved = PostingMoved(
        posting_id=posting.posting_id,
        employer_key=left,
        new_employer_key=key,
        revised_at=posting.revised_at,
        processed_at=processed_at,
    )
    return after, [*emits, Emit(NORMALIZED, moved)]


def _read(posting: Posting, *, is_newest: bool) -> PostingRead:
    return PostingRead(
        posting_id=posting.posting_id,
        source=posting.source,
        board=posting.board,
        valid_through=posting.valid_through,
        revised_at=posting.revised_at,
        processed_at=posting.processed_at,
        is_newest=is_newest,
        filled=[name for name in CONTENT_FIELDS if name not in posting.unreadable and getattr(posting, name)],
        unreadable=sorted(posting.unreadable),
    )


def _posting(raw: RawPosting, reading: Reading, revision: Revision, history: History, employer_key: str) -> Posting:
    return Posting(
        posting_id=reading.posting_id,
        source=raw.source,
        board=raw.board,
        source_id=reading.source_id,
        revision=revision.number,
        revised_at=from_epoch_ms(revision.revised_ms),
        processed_at=from_epoch_ms(history.processed_ms),
        first_fetched_at=from_epoch_ms(history.first_fetched_ms),
        fetched_at=raw.fetched_at,
        content_hash=reading.content_hash,
        normalizer=revision.normalizer,
        employer_key=employer_key,
        employer_alternatives=reading.employer_alternatives,
        stated_industry=reading.industry,
        stated_company_size=reading.company_size,
        unreadable=reading.unreadable,
        **{name: getattr(reading.content, name) for name in _CONTENT},
    )
