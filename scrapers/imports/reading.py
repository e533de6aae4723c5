"""From the rows of a file to raw postings, and the account of the rows that gave none."""

import uuid
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from schemas.codec import EVENT_NAMESPACE
from schemas.raw import RawPosting
from scrapers.imports.base import Entry, ImportSpec, RowUnusable
from scrapers.imports.files import Line

# Clocks differ; by more than this a time is wrong.
_AHEAD = timedelta(days=1)
# more of them are counted, not named
NAMED = 1000


@dataclass(slots=True)
class Findings:
    """What became of the rows: `broken` (line, why) gave no posting, `lacking` (line, field) gave one without a mapped field."""

    rows: int = 0
    postings: int = 0
    published: int = 0
    failed: int = 0
    lacking_fields: int = 0
    broken: list[tuple[int, str]] = field(default_factory=list)
    lacking: list[tuple[int, str]] = field(default_factory=list)

    def fail(self, line: int, reason: str) -> None:
        """Count something that gave no posting; the first thousand are named."""
        self.failed += 1
        if len(self.broken) < NAMED:
            self.broken.append((line, reason))

    def lack(self, line: int, name: str) -> None:
        """Count a mapped field that a row has not; the first thousand are named."""
        self.lacking_fields += 1
        if len(self.lacking) < NAMED:
            self.lacking.append((line, name))


@dataclass(frozen=True, slots=True)
class Import:
    """Which rows to import as what. `board` overrides the spec's and the rows' own; `limit` is postings."""

    spec: ImportSpec
    board: str | None
    started_at: datetime
    limit: int | None = None

    def crawl_id(self, board: str) -> str:
        """Return the id of the import of `board`, derived from what it is and when it began."""
        return str(uuid.uuid5(EVENT_NAMESPACE, f"{self.spec.source}:{board}\x1f{self.started_at.isoformat()}"))


def read_postings(lines: Iterable[Line], wanted: Import, findings: Findings) -> Iterator[tuple[int, RawPosting]]:
    """Yield (line, raw posting) of every row that gives one; the others are in `findings`."""
    for line in lines:
        findings.rows += 1
        for entry in _entries(line, wanted.spec, findings):
            if entry.fetched_at is not None and entry.fetched_at > wanted.started_at + _AHEAD:
                # every later crawl of its posting would be late until then
                findings.fail(line.number, f"it was fetched at {entry.fetched_at.isoformat()}, which is still to come")
                continue
            if wanted.limit is not None and findings.postings >= wanted.limit:
                return
            findings.postings += 1
            for name in entry.missing:
                findings.lack(line.number, name)
            yield line.number, _posting(entry, wanted)


def _entries(line: Line, spec: ImportSpec, findings: Findings) -> Iterable[Entry]:
    if line.error is not None:
        findings.fail(line.number, line.error)
        return ()
    try:
        return spec.read(line.row)
    except RowUnusable as error:
        findings.fail(line.number, str(error))
        return ()


def _posting(entry: Entry, wanted: Import) -> RawPosting:
    board = wanted.board or entry.board or wanted.spec.board or wanted.spec.source
    return RawPosting(
        source=wanted.spec.source,
        board=board,
        source_id=entry.source_id,
        fetched_at=entry.fetched_at or wanted.started_at,
        row=entry.row,
        crawl_id=wanted.crawl_id(board),
    )
