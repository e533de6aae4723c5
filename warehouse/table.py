"""What a table is to a sink: columns with types, a key, a version; and a batch of its rows, column by column."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Any

from schemas.message import Incoming

CLICKHOUSE = "clickhouse"
TIMESCALEDB = "timescaledb"
ENGINES = (CLICKHOUSE, TIMESCALEDB)

Record = dict[str, Any]
Read = Callable[[Sequence[Record]], list[Any]]


class Kind(Enum):
    """What a column holds, as Python gives it to a sink; the value is its type in TimescaleDB."""

    TEXT = "text"
    TEXTS = "text[]"
    INSTANT = "timestamp with time zone"
    DATE = "date"
    INTEGER = "bigint"
    FLOAT = "double precision"
    FLOATS = "real[]"
    FLAG = "boolean"
    JSON = "jsonb"


@dataclass(frozen=True, slots=True)
class Column:
    """One column. `read` gives per record: str, list of str, int, float, bool, JSON text, floats.

    An instant is read as milliseconds since 1970, a date as days. `clickhouse` is the exact type there; None = the column exists
    in TimescaleDB only.
    """

    name: str
    kind: Kind
    clickhouse: str | None
    read: Read
    meaning: str
    timescaledb: bool = True

    def on(self, engine: str) -> bool:
        """Whether the column exists on `engine`."""
        return self.timescaledb if engine == TIMESCALEDB else self.clickhouse is not None

    def type_on(self, engine: str) -> str:
        """The column's type on `engine`."""
        return self.kind.value if engine == TIMESCALEDB else str(self.clickhouse)


@dataclass(frozen=True, slots=True)
class Table:
    """A table, written from one topic. `version` orders the rows of one key: the greatest is kept.

    `events` are the types of the events that make its rows; none = every event of its topic that makes rows makes one here.
    """

    name: str
    meaning: str
    topic: str
    key: tuple[str, ...]
    identity: Callable[[Record], Any]
    version: Callable[[Record], int]
    version_columns: tuple[str, ...]
    columns: tuple[Column, ...]
    engines: tuple[str, ...] = ENGINES
    events: tuple[str, ...] = ()

    def columns_on(self, engine: str) -> tuple[Column, ...]:
        """The columns that exist on `engine`, in the order of a row."""
        return tuple(column for column in self.columns if column.on(engine))


@dataclass(frozen=True, slots=True)
class RowBatch:
    """Rows of one table, no key twice. `values` holds a list per column; `origins` the message of each row."""

    table: Table
    columns: tuple[Column, ...]
    values: Sequence[list[Any]]
    origins: Sequence[Incoming]

    def __len__(self) -> int:
        return len(self.origins)

    def halves(self) -> tuple["RowBatch", "RowBatch"]:
        """The batch as two, each with at least one row when there are two or more."""
        middle = len(self) // 2
        return self._cut(0, middle), self._cut(middle, len(self))

    def _cut(self, start: int, end: int) -> "RowBatch":
        return RowBatch(self.table, self.columns, [column[start:end] for column in self.values], self.origins[start:end])
