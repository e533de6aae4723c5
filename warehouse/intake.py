"""From messages to batches of rows: decoded, reduced to the greatest version per key, column by column."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

import orjson

from schemas.codec import DecodeError, decode
from schemas.crawl import CrawlReport
from schemas.dead_letter import SUFFIX, exhume
from schemas.message import Incoming
from schemas.posting import ClusterAssigned, EnrichedPosting
from schemas.topics import CLUSTER, CRAWL, ENRICHED
from warehouse.buried import dead_letter_record
from warehouse.rows import DEAD_LETTERS, tables_on
from warehouse.table import Column, Record, RowBatch, Table

# the only event of each topic that becomes rows
_TYPES = {ENRICHED.name: EnrichedPosting.TYPE, CLUSTER.name: ClusterAssigned.TYPE, CRAWL.name: CrawlReport.TYPE}
_COMPACTED = {CLUSTER.name}
Pair = tuple[Incoming, Record]
# what reading a record of the wrong shape raises
_WRONG_SHAPE = (KeyError, TypeError, ValueError, AttributeError, OverflowError)


@dataclass(frozen=True, slots=True)
class Unusable:
    """A message that gives no row, and why. `reason` is a metric label."""

    message: Incoming
    reason: str
    detail: str


@dataclass(frozen=True, slots=True)
class Sorted:
    """What a poll holds: a batch per table that gets rows, and the messages that give none."""

    batches: list[RowBatch] = field(default_factory=list)
    unusable: list[Unusable] = field(default_factory=list)

    @property
    def fetched_at_ms(self) -> int | None:
        """When the last posting among the rows was fetched; None where there is no posting."""
        for batch in self.batches:
            for column, values in zip(batch.columns, batch.values, strict=True):
                if column.name == "fetched_at":
                    return int(values[-1])
        return None


class Intake:
    """Turns polls into batches for the tables of one engine. Pure: the same messages give the same batches."""

    def __init__(self, engine: str) -> None:
        self._tables = tables_on(engine)
        self._columns = {table.name: table.columns_on(engine) for table in self._tables}

    def sort(self, messages: Sequence[Incoming]) -> Sorted:
        """Return the batches that `messages` make. Tombstones and crawl pages make no row; they are not unusable."""
        sorted_ = Sorted()
        by_topic: dict[str, list[Pair]] = {}
        for message in messages:
            try:
                record = _record(message)
            except DecodeError as error:
                sorted_.unusable.append(Unusable(message, error.reason, error.detail))
                continue
            if record is not None:
                topic = DEAD_LETTERS if message.topic.endswith(SUFFIX) else message.topic
                by_topic.setdefault(topic, []).append((message, record))
        memory = _Memory()
        for table in self._tables:
            self._fill(table, by_topic.get(table.topic, ()), sorted_, memory)
        return sorted_

    def _fill(self, table: Table, found: Iterable[Pair], into: Sorted, memory: "_Memory") -> None:
        newest = list(_newest(table, found, into.unusable).values())
        columns = self._columns[table.name]
        try:
            values = memory.values(columns, newest)
        except _WRONG_SHAPE:
            newest = [pair for pair in newest if _readable(columns, pair, into.unusable)]
            values = memory.values(columns, newest)
        if newest:
            into.batches.append(RowBatch(table, columns, values, [message for message, _ in newest]))


class _Memory:
    """Tables share columns and, nearly always, rows: what one has read the next one takes."""

    def __init__(self) -> None:
        self._rows: list[int] = []
        self._read: dict[str, list[Any]] = {}

    def values(self, columns: Sequence[Column], newest: Sequence[Pair]) -> list[list[Any]]:
        rows = [id(record) for _, record in newest]
        if rows != self._rows:
            self._rows, self._read = rows, {}
        records = [record for _, record in newest]
        for column in columns:
            if column.name not in self._read:
                self._read[column.name] = column.read(records)
        return [self._read[column.name] for column in columns]


def _newest(table: Table, found: Iterable[Pair], unusable: list[Unusable]) -> dict[Any, Pair]:
    versions: dict[Any, int] = {}
    newest: dict[Any, Pair] = {}
    for pair in found:
        try:
            key, version = table.identity(pair[1]), table.version(pair[1])
            older = versions.get(key, version) > version
        except _WRONG_SHAPE as error:
            _refuse(pair[0], error, unusable)
            continue
        if not older:
            versions[key], newest[key] = version, pair
    return newest


def _readable(columns: Sequence[Column], pair: Pair, unusable: list[Unusable]) -> bool:
    try:
        _Memory().values(columns, [pair])
    except _WRONG_SHAPE as error:
        _refuse(pair[0], error, unusable)
        return False
    return True


def _refuse(message: Incoming, error: Exception, unusable: list[Unusable]) -> None:
    # two tables stumble over the same message: one dead letter
    if any(known.message is message for known in unusable):
        return
    why = explain(message, error)
    unusable.append(Unusable(message, why.reason, why.detail))


def explain(message: Incoming, error: Exception) -> DecodeError:
    """Return why `message` gives no row: what the schema says where it objects, else `error`, as `refused`."""
    try:
        decode(message)
    except DecodeError as found:
        return found
    return DecodeError("refused", str(error) or type(error).__name__)


def _record(message: Incoming) -> Record | None:
    """Return the event as a dict; None where there is nothing to write.

    The schema is not checked here: reading and writing the columns does it, at a fifth of the time, and what they
    refuse is explained by the schema.
    """
    if message.topic.endswith(SUFFIX):
        return dead_letter_record(message, exhume)
    kind = message.header("ce_type")
    if kind != _TYPES[message.topic]:
        # raises for a type or version that is not known; a crawl page is known
        decode(message)
        return None
    if message.value is None and message.topic in _COMPACTED:
        return None
    return _parse(message)


def _parse(message: Incoming) -> Record:
    try:
        record = orjson.loads(message.value or b"")
    except orjson.JSONDecodeError as error:
        raise explain(message, error) from None
    if not isinstance(record, dict):
        raise explain(message, TypeError("the value is no object"))
    return record
