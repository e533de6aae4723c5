"""The books: every raw posting has one outcome; what stages told of it is in both warehouses or in a dead letter."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

import orjson

from pipeline.ops.dlq import Buried, Filter, letters
from pipeline.ops.kafka import Cluster
from pipeline.ops.kafka_reading import read_all
from schemas.base import epoch_ms
from schemas.codec import DecodeError, decode
from schemas.lifecycle import PostingClosed, PostingOpened, PostingReopened
from schemas.message import Incoming
from schemas.mirror import PostingMirrored
from schemas.posting import Posting
from schemas.topics import EMBEDDED, LIFECYCLE, MIRROR, NORMALIZED, RAW, REPLAY, changelog_of
from streams.normalize.books import Books, read_books
from streams.ownership import owned
from warehouse.survey import MIRRORED, REVISED, Fact, Surveyor

_AT_ONCE = 20_000
_NAMED_AT_MOST = 10_000
# of the events that tell facts: when that is true, and the word for it where the event has none
_TOLD = {
    Posting.TYPE: ("revised_at", REVISED), PostingMirrored.TYPE: ("found_at", MIRRORED),
    PostingOpened.TYPE: ("at", None), PostingClosed.TYPE: ("at", None), PostingReopened.TYPE: ("at", None),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Accounting:
    """What became of the raw postings.

    `missing` = revisions, lifecycle events and mirrors per warehouse that are neither there nor in a dead letter.
    `raw` counts the offsets in the books, `unread` those behind them, `skipped` those before them, which have no outcome.
    """

    raw: int = 0
    unchanged: int = 0
    normalized: int = 0
    late: int = 0
    dead_letters: int = 0
    unread: int = 0
    skipped: int = 0
    missing: dict[str, list[str]] = field(default_factory=dict)
    problems: tuple[str, ...] = ()

    @property
    def balanced(self) -> bool:
        """Whether nothing is unaccounted for."""
        return not self.problems


def account(cluster: Cluster, surveyors: Sequence[Surveyor]) -> Accounting:
    """Return the books as they are now. They are closed only when nothing is behind: what is still on its way is missing.

    Memory is bounded: topics are streamed, what they tell is compared in parts. Raises Unreachable, SinkUnavailable.
    """
    books = read_changelog(read_all(cluster, [changelog_of("normalize").name]))
    buried = buried_facts(letters(cluster, Filter()))
    facts = facts_of(read_all(cluster, [NORMALIZED.name, LIFECYCLE.name, MIRROR.name]))
    missing = compare(facts, surveyors, buried)
    return close(
        books, _by_partition(cluster.first_offsets([RAW.name])), _by_partition(cluster.next_offsets([RAW.name])), missing
    )


def close(books: dict[int, Books], first: dict[int, int], ends: dict[int, int], missing: dict[str, set[Fact]]) -> Accounting:
    """Return the accounting of `books` per raw partition, which holds the offsets from `first` to `ends`."""
    entries = books.values()
    return Accounting(
        raw=sum(b.next_offset - b.first_offset for b in entries),
        unchanged=sum(b.unchanged for b in entries),
        normalized=sum(b.normalized for b in entries),
        late=sum(b.late for b in entries),
        dead_letters=sum(b.dead_letters for b in entries),
        unread=sum(end - (books[p].next_offset if p in books else first[p]) for p, end in ends.items()),
        skipped=sum(_skipped(b, first.get(p, 0)) for p, b in books.items()),
        missing={engine: sorted(f"{i} {word} @ {ms}" for i, ms, word in lacking) for engine, lacking in missing.items()},
        problems=tuple(_problems(books, first, missing)),
    )


def read_changelog(records: Iterable[Incoming]) -> dict[int, Books]:
    """Return the newest books per raw partition from the records of normalize's changelog.

    What a worker wrote that had lost its partition counts no more than in a recovery (`streams/ownership.py`).
    """
    found = (read_books((m.key or b"").decode("utf-8", "replace"), m.value) for m in owned(records))
    return {partition: books for entry in found if entry for partition, books in [entry]}


def facts_of(messages: Iterable[Incoming]) -> Iterator[Fact]:
    """Yield the revision of every normalized posting, every lifecycle event and mirror, repeated as often as it was emitted.

    What can't be read tells nothing: it is a dead letter of each who read it.
    """
    for message in messages:
        when, word = _TOLD.get(message.header("ce_type") or "", (None, None))
        if when is not None:
            with suppress(ValueError, KeyError, TypeError):
                fields: dict[str, Any] = orjson.loads(message.value or b"")
                yield fields["posting_id"], epoch_ms(datetime.fromisoformat(fields[when])), word or fields["kind"]


def buried_facts(buried: Iterable[Buried]) -> set[Fact]:
    """Return what died after it was told: revisions by the letter's headers, else by its payload, all others by theirs."""
    return {fact for each in buried if (fact := _fact(each))}


def compare(facts: Iterable[Fact], surveyors: Sequence[Surveyor], buried: set[Fact]) -> dict[str, set[Fact]]:
    """Return the facts that each warehouse lacks and no dead letter explains; ten thousand at most."""
    missing: dict[str, set[Fact]] = {surveyor.engine: set() for surveyor in surveyors}
    for part in _parts(facts):
        for surveyor in surveyors:
            lacking = missing[surveyor.engine]
            if len(lacking) < _NAMED_AT_MOST:
                lacking |= surveyor.missing(part - lacking) - buried
    return missing


def _parts(facts: Iterable[Fact]) -> Iterator[set[Fact]]:
    part: set[Fact] = set()
    for fact in facts:
        part.add(fact)
        if len(part) == _AT_ONCE:
            yield part
            part = set()
    if part:
        yield part


def _fact(buried: Buried) -> Fact | None:
    letter = buried.letter
    if letter is None or letter.topic in (RAW.name, REPLAY.name, EMBEDDED.name) or letter.stage == "embed":
        # what has no vector is in both warehouses all the same
        return None
    if letter.posting_id and letter.revised_at:
        return letter.posting_id, epoch_ms(letter.revised_at), REVISED
    try:
        event = decode(buried.message)
    except DecodeError:
        return None  # it names nothing, so it explains nothing that is missing
    if isinstance(event, PostingOpened | PostingClosed | PostingReopened):
        return event.posting_id, epoch_ms(event.at), event.kind
    if isinstance(event, PostingMirrored):
        return event.posting_id, epoch_ms(event.found_at), MIRRORED
    return (event.posting_id, epoch_ms(event.revised_at), REVISED) if isinstance(event, Posting) else None


def _problems(books: dict[int, Books], first: dict[int, int], missing: dict[str, set[Fact]]) -> Iterator[str]:
    for partition, entry in sorted(books.items()):
        if not entry.balanced:
            yield f"raw partition {partition}: the outcomes do not add up to {entry.next_offset - entry.first_offset:,} offsets"
        if skipped := _skipped(entry, first.get(partition, 0)):
            yield f"raw partition {partition}: {skipped:,} raw postings before offset {entry.first_offset:,} were never read"
    for engine, lacking in missing.items():
        if lacking:
            words = Counter({REVISED: "revisions", MIRRORED: "mirrors"}.get(word, "events") for _, _, word in lacking)
            what = f"{words['revisions']:,} revisions, {words['events']:,} lifecycle events and {words['mirrors']:,} mirrors"
            yield f"{engine} lacks {what}, {min(lacking)[0]} among them"


def _skipped(entry: Books, first: int) -> int:
    return max(0, entry.first_offset - first)


def _by_partition(offsets: dict[tuple[str, int], int]) -> dict[int, int]:
    return {partition: offset for (_, partition), offset in offsets.items()}
