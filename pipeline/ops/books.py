"""The books: every raw posting has one outcome, and every revision is in both warehouses or in a dead letter."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

import orjson

from pipeline.ops.dlq import Buried, Filter, letters
from pipeline.ops.kafka import Cluster, read_all
from schemas.base import epoch_ms
from schemas.codec import DecodeError, decode
from schemas.message import Incoming
from schemas.posting import Posting
from schemas.topics import NORMALIZED, RAW, REPLAY, changelog_of
from streams.normalize.books import Books, read_books
from warehouse.survey import Revision, Surveyor

_AT_ONCE = 20_000
_NAMED_AT_MOST = 10_000


@dataclass(frozen=True, slots=True)
class Accounting:
    """What became of the raw postings. `missing` = revisions per warehouse that are neither there nor in a dead letter.

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

    Memory is bounded: topics are streamed, revisions are compared in parts. Raises Unreachable, SinkUnavailable.
    """
    books = read_changelog(read_all(cluster, [changelog_of("normalize").name]))
    buried = buried_revisions(letters(cluster, Filter()))
    revisions = revisions_of(read_all(cluster, [NORMALIZED.name]))
    missing = compare(revisions, surveyors, buried)
    return close(
        books, _by_partition(cluster.first_offsets([RAW.name])), _by_partition(cluster.next_offsets([RAW.name])), missing
    )


def close(books: dict[int, Books], first: dict[int, int], ends: dict[int, int], missing: dict[str, set[Revision]]) -> Accounting:
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
        missing={engine: sorted(f"{i} @ {ms}" for i, ms in lacking) for engine, lacking in missing.items()},
        problems=tuple(_problems(books, first, missing)),
    )


def read_changelog(records: Iterable[Incoming]) -> dict[int, Books]:
    """Return the newest books per raw partition from the records of normalize's changelog."""
    found = (read_books((m.key or b"").decode("utf-8", "replace"), m.value) for m in records)
    return {partition: books for entry in found if entry for partition, books in [entry]}


def revisions_of(messages: Iterable[Incoming]) -> Iterator[Revision]:
    """Yield (posting id, `revised_at`) of every normalized posting, repeated as often as it was emitted."""
    for message in messages:
        if message.header("ce_type") == Posting.TYPE and message.value:
            fields: dict[str, Any] = orjson.loads(message.value)
            yield fields["posting_id"], epoch_ms(datetime.fromisoformat(fields["revised_at"]))


def buried_revisions(buried: Iterable[Buried]) -> set[Revision]:
    """Return the revisions that died after normalize, by the letter's headers or else by its payload."""
    return {revision for each in buried if (revision := _revision(each))}


def compare(revisions: Iterable[Revision], surveyors: Sequence[Surveyor], buried: set[Revision]) -> dict[str, set[Revision]]:
    """Return the revisions that each warehouse lacks and no dead letter explains; ten thousand at most."""
    missing: dict[str, set[Revision]] = {surveyor.engine: set() for surveyor in surveyors}
    for part in _parts(revisions):
        for surveyor in surveyors:
            lacking = missing[surveyor.engine]
            if len(lacking) < _NAMED_AT_MOST:
                lacking |= surveyor.missing(part - lacking) - buried
    return missing


def _parts(revisions: Iterable[Revision]) -> Iterator[set[Revision]]:
    part: set[Revision] = set()
    for revision in revisions:
        part.add(revision)
        if len(part) == _AT_ONCE:
            yield part
            part = set()
    if part:
        yield part


def _revision(buried: Buried) -> Revision | None:
    letter = buried.letter
    if letter is None or letter.topic in (RAW.name, REPLAY.name):
        return None
    if letter.posting_id and letter.revised_at:
        return letter.posting_id, epoch_ms(letter.revised_at)
    try:
        event = decode(buried.message)
    except DecodeError:
        return None  # it names no revision, so it explains none that is missing
    return (event.posting_id, epoch_ms(event.revised_at)) if isinstance(event, Posting) else None


def _problems(books: dict[int, Books], first: dict[int, int], missing: dict[str, set[Revision]]) -> Iterator[str]:
    for partition, entry in sorted(books.items()):
        if not entry.balanced:
            yield f"raw partition {partition}: the outcomes do not add up to {entry.next_offset - entry.first_offset:,} offsets"
        if skipped := _skipped(entry, first.get(partition, 0)):
            yield f"raw partition {partition}: {skipped:,} raw postings before offset {entry.first_offset:,} were never read"
    for engine, lacking in missing.items():
        if lacking:
            yield f"{engine} lacks {len(lacking):,} revisions, {min(lacking)[0]} among them"


def _skipped(entry: Books, first: int) -> int:
    return max(0, entry.first_offset - first)


def _by_partition(offsets: dict[tuple[str, int], int]) -> dict[int, int]:
    return {partition: offset for (_, partition), offset in offsets.items()}
