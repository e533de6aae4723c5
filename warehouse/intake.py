"""From messages to batches of rows: decoded, reduced to the greatest version per key, column by column."""

from collections.abc import Sequence
from dataclasses import dataclass

import orjson

from schemas.cluster import ClusterAssigned
from schemas.codec import DecodeError, decode
from schemas.crawl import CrawlReport
from schemas.dead_letter import SUFFIX, exhume
from schemas.embedded import PostingEmbedded
from schemas.health import IncidentEnded, IncidentOpened, SourceHealth
from schemas.lifecycle import PostingClosed, PostingOpened, PostingReopened
from schemas.message import Incoming
from schemas.mirror import PostingMirrored
from schemas.posting import EnrichedPosting
from schemas.topics import CLUSTER, CRAWL, EMBEDDED, ENRICHED, HEALTH, LIFECYCLE, MIRROR, STATUS
from warehouse.buried import dead_letter_record
from warehouse.pile import Pile, Unusable, explain
from warehouse.rows import DEAD_LETTERS, tables_on
from warehouse.table import Record, RowBatch, Table

_TURNS = {PostingOpened.TYPE, PostingClosed.TYPE, PostingReopened.TYPE}
# the events of each topic that become rows
_TYPES = {
    ENRICHED.name: {EnrichedPosting.TYPE},
    CLUSTER.name: {ClusterAssigned.TYPE},
    MIRROR.name: {PostingMirrored.TYPE},
    EMBEDDED.name: {PostingEmbedded.TYPE},
    CRAWL.name: {CrawlReport.TYPE},
    LIFECYCLE.name: _TURNS,
    STATUS.name: _TURNS,
    HEALTH.name: {SourceHealth.TYPE, IncidentOpened.TYPE, IncidentEnded.TYPE},
}
_COMPACTED = {CLUSTER.name, MIRROR.name, EMBEDDED.name, STATUS.name}
# tables that are written from the same events: a topic, and the types of those events where not all of it are
_Heap = tuple[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Sorted:
    """What a poll holds: a batch per table that gets rows, and the messages that give none."""

    batches: list[RowBatch]
    unusable: list[Unusable]

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
        self._engine = engine
        self._tables: dict[_Heap, list[Table]] = {}
        self._heaps: dict[tuple[str, str | None], _Heap] = {}
        for table in tables_on(engine):
            heap = table.topic, table.events
            self._tables.setdefault(heap, []).append(table)
            self._heaps |= {(table.topic, kind): heap for kind in table.events}

    def sort(self, messages: Sequence[Incoming]) -> Sorted:
        """Return the batches that `messages` make. Tombstones, crawl pages and ticks make no row; they are not unusable."""
        unusable: list[Unusable] = []
        piles = {heap: Pile(tables, self._engine, unusable) for heap, tables in self._tables.items()}
        for message in messages:
            kind = message.header("ce_type")
            try:
                record = _record(message, kind)
            except DecodeError as error:
                unusable.append(Unusable(message, error.reason, error.detail))
                continue
            if record is not None:
                topic = DEAD_LETTERS if message.topic.endswith(SUFFIX) else message.topic
                piles[self._heaps.get((topic, kind), (topic, ()))].add(message, record)
        return Sorted([batch for pile in piles.values() for batch in pile.batches()], unusable)


def _record(message: Incoming, kind: str | None) -> Record | None:
    """Return the event as a dict; None where there is nothing to write.

    The schema is not checked here: reading and writing the columns does it, at a fifth of the time, and what they
    refuse is explained by the schema.
    """
    if message.topic.endswith(SUFFIX):
        return dead_letter_record(message, exhume)
    if kind not in _TYPES[message.topic]:
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
