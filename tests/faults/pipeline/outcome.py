"""What a run leaves behind: the books, and every row of both warehouses."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from pipeline.ops.ask import ask
from pipeline.ops.books import Accounting, account
from pipeline.ops.databases import surveyors
from pipeline.ops.kafka import Cluster
from pipeline.ops.kafka_clients import kafka_config
from pipeline.settings import Settings
from schemas.topics import RAW
from warehouse.rows import tables_on
from warehouse.table import CLICKHOUSE, ENGINES, Table

# what may differ from run to run: when something was processed, and where a dead letter lies
_OF_THE_RUN = {"processed_at", "version", "assigned_at", "found_at", "dead_at", "dlq_partition", "dlq_offset"}
_OF_THE_TABLE = {
    # an edit that changes no place is not assigned again, so which revision an assignment names depends on who came when
    "posting_cluster": {"revised_at"},
    # content that reads as before gets no new vector, so which revision a vector names depends on who came when
    "posting_embedding": {"revised_at"},
    # how much of what a crawl listed normalize had read by then
    "source_health": {"unread", "readings", "filled", "unreadable", "incidents"},
}
_NAMED = 5
Row = dict[str, Any]
# the rows of each key of a table: one, unless something was doubled
Rows = dict[tuple[Any, ...], list[Row]]


@dataclass(frozen=True)
class Outcome:
    """A run's end. `rows` = per `engine.table` its rows by key, without the columns that belong to the run itself."""

    books: Accounting
    rows: dict[str, Rows]


def outcome(settings: Settings) -> Outcome:
    """Return what there is now."""
    books = account(Cluster(kafka_config(settings)), surveyors(settings))
    return Outcome(books, {f"{e}.{table.name}": _rows(settings, e, table) for e in ENGINES for table in tables_on(e)})


def differences(found: Outcome, wanted: Outcome) -> list[str]:
    """Return in words what differs; an empty list says that both runs came to the same."""
    return [
        *([f"books: {found.books}, not {wanted.books}"] if found.books != wanted.books else []),
        *(said for table in wanted.rows for said in _differing(table, found.rows[table], wanted.rows[table])),
    ]


def _differing(table: str, found: Rows, wanted: Rows) -> Iterator[str]:
    keys = [key for key in wanted.keys() | found.keys() if found.get(key) != wanted.get(key)]
    if keys:
        named = "\n  ".join(
            f"{key}: {_explained(found.get(key, []), wanted.get(key, []))}" for key in sorted(keys, key=str)[:_NAMED]
        )
        yield f"{table}: {len(keys)} keys differ\n  {named}"


def _explained(found: list[Row], wanted: list[Row]) -> str:
    if len(found) != len(wanted):
        return f"{len(found)} rows, not {len(wanted)}"
    pairs = [(name, row[name], other[name]) for row, other in zip(found, wanted, strict=True) for name in row]
    return ", ".join(f"{name} is {has!r}, not {needs!r}" for name, has, needs in pairs if has != needs)


def _rows(settings: Settings, engine: str, table: Table) -> Rows:
    left_out = _OF_THE_RUN | _OF_THE_TABLE.get(table.name, set())
    columns = [c.name for c in table.columns_on(engine) if c.name not in left_out]
    quote, final = ("`", " FINAL") if engine == CLICKHOUSE else ('"', "")
    named = ", ".join(f"{quote}{name}{quote}" for name in columns)
    rows: Rows = defaultdict(list)
    for values in ask(settings, engine, f"SELECT {named} FROM {table.name}{final}").rows:
        row = _placed(dict(zip(columns, values, strict=True)))
        if table.name == "posting_mirror" and row["mirror_of"] is None:
            # that a posting is no copy any more is told where it was one for a while, which depends on who came when
            continue
        rows[tuple(row[name] for name in table.key)].append(row)
    return {key: sorted(found, key=repr) for key, found in rows.items()}


def _placed(row: Row) -> Row:
    # offsets are the same in every run in the raw topic alone: stages may publish twice
    return row | {"offset": None, "partition": None} if row.get("topic", RAW.name) != RAW.name else row
