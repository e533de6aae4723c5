"""The data dictionary: every table and column of both warehouses, from where they are declared."""

from collections.abc import Iterator
from pathlib import Path

from warehouse.rows import DEAD_LETTERS, TABLES
from warehouse.table import CLICKHOUSE, TIMESCALEDB, Column, Table

PATH = Path(__file__).parent.parent / "docs" / "data-dictionary.md"

_HEAD = """# Data dictionary

Written by `./jobstream schemas --write` from `warehouse/rows.py`; don't edit it here.

Analysts read the views: `postings` (the newest revision of every posting, with its cluster, what it is a variant of, the older
posting of another employer that its cluster is a copy of as `mirror_of`, `mirror_employer_key` and `mirror_similarity`, and
`is_open`, `opened_at`, `closed_at`, `closed_reason`, `last_seen_at`, `days_open`; `is_open` is null where no crawl ever told),
`jobs` (one row per job: the canonical posting of each cluster, with how many `postings` advertise it and their `sources`),
`posting_history` (every revision), `posting_events` (every opening and closing), `reposts` (each posting that advertises again
what another one, `repost_of`, had advertised until it closed, with `former_source`, `former_board`, `former_closed_at`,
`former_closed_reason`, `days_between`: ADR 0020), `posting_daily` and `skill_daily` (counts a day), `crawls`, in TimescaleDB
`board_health` (the last crawl of each board in numbers) and `source_incidents` (what was or is wrong with a board; open while
`ended_at` is null), and in ClickHouse `dead_letters`. They hide what the tables need for being written twice. In ClickHouse the
tables themselves must be read with `FINAL`.

An empty type means that the engine does not have the column.
"""


def render() -> str:
    """Return the text of docs/data-dictionary.md."""
    return _HEAD + "".join("\n" + "\n".join(_section(table)) + "\n" for table in TABLES)


def _section(table: Table) -> Iterator[str]:
    source = "the dead letter topics" if table.topic == DEAD_LETTERS else f"`{table.topic}`"
    yield f"## {table.name}"
    yield ""
    yield f"{table.meaning} From {source}; key: {', '.join(f'`{name}`' for name in table.key)}; in {' and '.join(table.engines)}."
    yield ""
    yield "| column | ClickHouse | TimescaleDB | meaning |"
    yield "|---|---|---|---|"
    for column in table.columns:
        yield f"| `{column.name}` | {_type(table, column, CLICKHOUSE)} | {_type(table, column, TIMESCALEDB)} | {column.meaning} |"


def _type(table: Table, column: Column, engine: str) -> str:
    return f"`{column.type_on(engine)}`" if engine in table.engines and column.on(engine) else ""
