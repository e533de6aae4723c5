"""The rows that one topic's messages make: read column by column, reduced to the greatest version per key."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from schemas.codec import DecodeError, decode
from schemas.message import Incoming
from warehouse.table import Column, Record, RowBatch, Table

# a few records are read before the next are parsed: they are still in the processor's cache, which halves the time
_AT_ONCE = 64
# what reading a record of the wrong shape raises
_WRONG_SHAPE = (KeyError, TypeError, ValueError, AttributeError, OverflowError)


@dataclass(frozen=True, slots=True)
class Unusable:
    """A message that gives no row, and why. `reason` is a metric label."""

    message: Incoming
    reason: str
    detail: str


def explain(message: Incoming, error: Exception) -> DecodeError:
    """Return why `message` gives no row: what the schema says where it objects, else `error`, as `refused`."""
    try:
        decode(message)
    except DecodeError as found:
        return found
    return DecodeError("refused", str(error) or type(error).__name__)


class Pile:
    """Grows by a message at a time; `batches` gives a batch per table, no key twice."""

    def __init__(self, tables: Sequence[Table], engine: str, unusable: list[Unusable]) -> None:
        self._engine = engine
        self._columns = {column.name: column for table in tables for column in table.columns_on(engine)}
        self._values: dict[str, list[Any]] = {name: [] for name in self._columns}
        self._origins: list[Incoming] = []
        self._newest = [_Newest(table) for table in tables]
        self._waiting: list[tuple[Incoming, Record]] = []
        self._unusable = unusable

    def add(self, message: Incoming, record: Record) -> None:
        """Add a record; one of the wrong shape becomes unusable instead."""
        self._waiting.append((message, record))
        if len(self._waiting) == _AT_ONCE:
            self._read_waiting()

    def batches(self) -> list[RowBatch]:
        """Return a batch for each table that has rows."""
        self._read_waiting()
        return [self._batch(newest) for newest in self._newest] if self._origins else []

    def _read_waiting(self) -> None:
        waiting, self._waiting = self._waiting, []
        try:
            self._take(waiting)
        except _WRONG_SHAPE:
            for pair in waiting:
                self._take_or_refuse(pair)

    def _take_or_refuse(self, pair: tuple[Incoming, Record]) -> None:
        try:
            self._take([pair])
        except _WRONG_SHAPE as error:
            why = explain(pair[0], error)
            self._unusable.append(Unusable(pair[0], why.reason, why.detail))

    def _take(self, pairs: Sequence[tuple[Incoming, Record]]) -> None:
        records = [record for _, record in pairs]
        # everything is read before anything is kept: all of the pairs or none
        read = {name: column.read(records) for name, column in self._columns.items()}
        keys = [newest.keys(records) for newest in self._newest]
        start = len(self._origins)
        self._origins.extend([message for message, _ in pairs])
        for name, values in read.items():
            self._values[name].extend(values)
        for newest, found in zip(self._newest, keys, strict=True):
            newest.note(found, start)

    def _batch(self, newest: "_Newest") -> RowBatch:
        columns: tuple[Column, ...] = newest.table.columns_on(self._engine)
        values = [self._values[column.name] for column in columns]
        chosen = newest.positions()
        if len(chosen) == len(self._origins):
            return RowBatch(newest.table, columns, values, self._origins)
        return RowBatch(
            newest.table, columns, [[column[at] for at in chosen] for column in values], [self._origins[at] for at in chosen]
        )


class _Newest:
    """Where the greatest version of each key of a table lies; of equal ones, the last."""

    def __init__(self, table: Table) -> None:
        self.table = table
        self._identity: Callable[[Record], Any] = table.identity
        self._version: Callable[[Record], int] = table.version
        self._found: dict[Any, tuple[int, int]] = {}

    def keys(self, records: Sequence[Record]) -> list[tuple[Any, int]]:
        """Return key and version of each record; raises when a key can't be one."""
        keys = [(self._identity(record), self._version(record)) for record in records]
        hash(tuple(key for key, _ in keys))
        return keys

    def note(self, keys: Sequence[tuple[Any, int]], start: int) -> None:
        """Note the keys of the rows from `start` on."""
        for at, (key, version) in enumerate(keys, start):
            known = self._found.get(key)
            if known is None or version >= known[0]:
                self._found[key] = (version, at)

    def positions(self) -> list[int]:
        """Return the positions to keep, in their order."""
        return sorted(at for _, at in self._found.values())
