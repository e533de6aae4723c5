"""Which revision of a posting a raw event shows: found by `fetched_at`, never by arrival."""

from dataclasses import dataclass, field, replace
from typing import NamedTuple

import orjson

# One of all entries of the stage.
FORMAT = b"1"
KEPT_REVISIONS = 32
# Where a revision was made that did not come from the raw topic (a replay after a rebuild, a redriven dead letter).
NOWHERE = (-1, -1)


class Revision(NamedTuple):
    """Content that a posting had. `revised_ms` is its identity; `partition` and `offset` are of the raw event that made it."""

    number: int
    revised_ms: int
    content_hash: str
    normalizer: str
    partition: int
    offset: int


@dataclass(frozen=True, slots=True)
class History:
    """What is known of a posting: its newest revisions in order, and the newest `fetched_at` of all that showed one."""

    revisions: tuple[Revision, ...]
    first_fetched_ms: int
    seen_ms: int
    processed_ms: int
    employer_key: str

    @property
    def newest(self) -> Revision:
        """The revision in force."""
        return self.revisions[-1]

    def made_by(self, sight: "Sight") -> Revision | None:
        """Return the revision that this very raw event made."""
        if sight.position == NOWHERE:
            return None
        made = (sight.fetched_ms, *sight.position)
        return next((r for r in self.revisions if (r.revised_ms, r.partition, r.offset) == made), None)

    def covering(self, fetched_ms: int) -> Revision | None:
        """Return the revision that was in force at `fetched_ms`; None before the first one that is still known."""
        return next((r for r in reversed(self.revisions) if r.revised_ms <= fetched_ms), None)

    def with_revision(self, revision: Revision) -> "History":
        """Return the history with `revision` added, or in place of the one with its identity."""
        kept = [revision if r.revised_ms == revision.revised_ms else r for r in self.revisions]
        if revision.revised_ms > self.newest.revised_ms:
            kept.append(revision)
        return replace(self, revisions=tuple(kept[-KEPT_REVISIONS:]))

    def encode(self) -> bytes:
        """Return the history as a table value; its first byte is the format version."""
        return FORMAT + orjson.dumps(
            [[tuple(r) for r in self.revisions], self.first_fetched_ms, self.seen_ms, self.processed_ms, self.employer_key]
        )


@dataclass(frozen=True, slots=True)
class Sight:
    """A raw event as far as revisions care. `position` is (partition, offset) in the raw topic, NOWHERE for a replay.

    `since_ms`: what made a revision at that time or later comes along in its replay, where that is known.
    """

    fetched_ms: int
    content_hash: str
    normalizer: str
    position: tuple[int, int]
    replayed: bool
    since_ms: int | None = None


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a sight means: the word, the history after it, and the revision to emit (None = nothing)."""

    word: str
    history: History
    emit: Revision | None = field(default=None)


def decode(value: bytes | None) -> History | None:
    """Return the history in a table value; None when there is none."""
    if value is None:
        return None
    revisions, first, seen, processed, key = orjson.loads(value[1:])
    return History(tuple(Revision(*r) for r in revisions), first, seen, processed, key)


def decide(history: History | None, sight: Sight, employer_key: str) -> Verdict:
    """Return what `sight` is for a posting with `history`.

    1. a posting never seen has its first revision;
    2. the raw event that made a revision, seen again, has the same outcome again;
    3. newer than all seen: unchanged, changed, or read differently by another normalizer;
    4. not newer: the revision that covers it, and without a replay nothing is emitted.
    """
    if history is None:
        first = _revision(1, sight)
        start = History((first,), sight.fetched_ms, sight.fetched_ms, 0, employer_key)
        return Verdict("normalized", start, first)
    made = history.made_by(sight)
    if made is not None:
        return _again(history, made, sight)
    return _newer(history, sight) if sight.fetched_ms > history.seen_ms else _older(history, sight)


def _newer(history: History, sight: Sight) -> Verdict:
    history, newest = replace(history, seen_ms=sight.fetched_ms), history.newest
    if sight.content_hash == newest.content_hash:
        return Verdict("unchanged", history.with_revision(_as_read(newest, sight)))
    if sight.normalizer != newest.normalizer:
        return _again(history, newest, sight)
    changed = _revision(newest.number + 1, sight)
    return Verdict("normalized", history.with_revision(changed), changed)


def _older(history: History, sight: Sight) -> Verdict:
    covering = history.covering(sight.fetched_ms)
    if covering is None:
        return Verdict("late", history)
    same = sight.content_hash == covering.content_hash
    if same and _is_another_s(covering, sight):
        return Verdict("unchanged", history)
    if not sight.replayed:
        seen_twice = same and covering is history.newest and sight.fetched_ms == history.seen_ms
        return Verdict("unchanged" if seen_twice else "late", history)
    # With the same normalizer another hash is other content: an event that was late the first time, and is late again.
    if same or sight.normalizer != covering.normalizer:
        return _again(history, covering, sight)
    return Verdict("late", history)


def _is_another_s(covering: Revision, sight: Sight) -> bool:
    """Whether the event that made the revision comes along in this replay, and this one only shows the same again.

    It would give the revision the times of its own fetch and posting, which the first time nobody was told.
    """
    return sight.since_ms is not None and sight.since_ms <= covering.revised_ms < sight.fetched_ms


def _again(history: History, revision: Revision, sight: Sight) -> Verdict:
    known = _as_read(revision, sight)
    return Verdict("normalized", history.with_revision(known), known)


def _as_read(revision: Revision, sight: Sight) -> Revision:
    return revision._replace(content_hash=sight.content_hash, normalizer=sight.normalizer)


def _revision(number: int, sight: Sight) -> Revision:
    return Revision(number, sight.fetched_ms, sight.content_hash, sight.normalizer, *sight.position)
