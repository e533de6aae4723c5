"""Questions of analysts, asked where the settings say."""

from collections.abc import Mapping
from typing import Any

from pipeline.ops.addresses import clickhouse_config, reachable, timescaledb_config
from pipeline.settings import Settings
from warehouse.ask import Answer, ask_clickhouse, ask_timescaledb
from warehouse.queries import query
from warehouse.table import CLICKHOUSE


def ask(settings: Settings, engine: str, sql: str, values: Mapping[str, Any] | None = None, limit: int | None = None) -> Answer:
    """Return what `engine` answers to `sql`; nothing is changed.

    Raises Unreachable, or WarehouseMisconfigured and RowsRefused when the statement is wrong.
    """
    with reachable():
        if engine == CLICKHOUSE:
            return ask_clickhouse(clickhouse_config(settings), sql, values, limit)
        return ask_timescaledb(timescaledb_config(settings), sql, values, limit)


def ask_named(settings: Settings, name: str, engine: str | None, given: Mapping[str, str], limit: int) -> Answer:
    """Return the answer of a named query, on its first engine where `engine` is None. Raises UnknownQuery, and as `ask`."""
    found = query(name)
    chosen = engine or next(iter(found.sql))
    return ask(settings, chosen, found.on(chosen), found.values(given, limit))
