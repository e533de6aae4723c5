"""What a run leaves behind: the books, and every row of both warehouses."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from pipeline.ops.ask import ask
from pipeline.ops.books import Accounting, account
from pipeline.ops.databases import surveyors
from pipeline.ops.kafka import Cluster, kafka_config
from pipeline.settings import Settings
from schemas.topics import RAW
from warehouse.rows import tables_on
from warehouse.table import CLICKHOUSE, ENGINES, Table

# what may differ from run to run: when something was processed, and where a dead letter lies
_OF_THE_RUN = {"processed_at", "version", "assigned_at", "dead_at", "dlq_partition", "dlq_offset"}
_NAMED = 5


@dataclass(frozen=True)
class Outcome:
    """A run's end. `rows` = per `engine.table` its rows as text, what belongs to the run itself left out."""

    books: Accounting
    rows: dict[str, list[str]]


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


def _differing(table: str, found: Iterable[str], wanted: Iterable[str]) -> Iterable[str]:
    has, needs = Counter(found), Counter(wanted)
    for what, rows in (("more than once or wrongly", has - needs), ("not", needs - has)):
        if rows:
            yield f"{table}: {rows.total()} rows are there {what}: {[row[:400] for row in list(rows)[:_NAMED]]}"


def _rows(settings: Settings, engine: str, table: Table) -> list[str]:
    columns = [c.name for c in table.columns_on(engine) if c.name not in _OF_THE_RUN]
    quote, final = ("`", " FINAL") if engine == CLICKHOUSE else ('"', "")
    named = ", ".join(f"{quote}{name}{quote}" for name in columns)
    rows = ask(settings, engine, f"SELECT {named} FROM {table.name}{final}").rows
    return sorted(repr(_placed(dict(zip(columns, row, strict=True)))) for row in rows)


def _placed(row: dict[str, object]) -> dict[str, object]:
    # offsets are the same in every run in the raw topic alone: stages may publish twice
    return row | {"offset": None, "partition": None} if row.get("topic", RAW.name) != RAW.name else row
