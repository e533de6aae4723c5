"""What an import knows about a table: which field is the id, which the board, and which says when the row was fetched."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from scrapers.sources.base import UNREADABLE, UnreadableAnswer

Row = Any
# epoch numbers above this are milliseconds: as seconds they would lie after the year 5000
_LARGEST_SECONDS = 100_000_000_000
_EPOCH = re.compile(r"\d{1,13}(?:\.\d+)?")
_DAY = re.compile(r"(?:19|20)\d{6}")


class RowUnusable(Exception):  # noqa: N818 - a value that travels as an exception
    """A row can't become a raw posting; it is counted and named with its line, and the rest goes on."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One raw posting of a row. None = the row does not say: the import's own board, and its start, are taken.

    `missing` names the mapped fields that the row lacks.
    """

    row: Row
    source_id: str | None
    fetched_at: datetime | None = None
    board: str | None = None
    missing: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class ImportSpec:
    """How the rows of one kind of file become raw postings of `source`. `board` None = the caller has to name it."""

    source: str
    board: str | None
    entries: Callable[[Row], Sequence[Entry]]

    def read(self, row: Row) -> Sequence[Entry]:
        """Return what a row gives. Raises RowUnusable when it has not the shape of this kind of file."""
        try:
            return self.entries(row)
        except UnreadableAnswer as error:
            raise RowUnusable(str(error)) from error
        except UNREADABLE as error:
            raise RowUnusable(f"not a row of {self.source}: {type(error).__name__} {error}") from error


def instant(value: Any) -> datetime | None:
    """Return epoch seconds or milliseconds, or an ISO text, as an instant; without an offset it is UTC. None for nothing.

    Raises RowUnusable when it is none of them.
    """
    if value in (None, ""):
        return None
    written = str(value).strip()
    try:
        # eight digits are a date, 20260317: as seconds they would lie in 1970
        is_epoch = _EPOCH.fullmatch(written) and not _DAY.fullmatch(written)
        return _from_number(float(written)) if is_epoch else _from_text(written)
    except (OverflowError, OSError, ValueError) as error:
        raise RowUnusable(f"{str(value)[:60]!r} is no time") from error


def text(value: Any) -> str | None:
    """Return an id or name as text; None where there is none."""
    return str(value).strip() or None if isinstance(value, str | int) and not isinstance(value, bool) else None


def missing(**fields: Any) -> tuple[str, ...]:
    """Return the names of `fields` that are None."""
    return tuple(name for name, value in fields.items() if value is None)


def _from_number(value: float) -> datetime:
    return datetime.fromtimestamp(value / 1000 if value > _LARGEST_SECONDS else value, UTC)


def _from_text(value: str) -> datetime:
    found = datetime.fromisoformat(value)
    return found.replace(tzinfo=UTC) if found.tzinfo is None else found
