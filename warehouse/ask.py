"""Reading from a warehouse: one statement, nothing is changed."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any

from runtime.config import DatabaseConfig
from warehouse import connect
from warehouse.errors import clickhouse_errors, timescaledb_errors

_REMEDY = "Correct the statement; ./jobstream migrate makes tables and views that are missing."
# 2: writes and DDL are refused, settings may still be sent along
_READ_ONLY = {"readonly": 2}
_SELECT = re.compile(r"(?:--[^\n]*\n|\s)*(?:SELECT|WITH)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Answer:
    """Rows under their column names."""

    columns: tuple[str, ...]
    rows: list[tuple[Any, ...]]

    def as_dicts(self) -> list[dict[str, Any]]:
        """Return each row's values by the names of their columns."""
        return [dict(zip(self.columns, row, strict=True)) for row in self.rows]


def ask_clickhouse(config: DatabaseConfig, sql: str, values: Mapping[str, Any] | None = None, limit: int | None = None) -> Answer:
    """Return what ClickHouse answers to `sql`, `limit` rows at most.

    Raises SinkUnavailable, RowsRefused or WarehouseMisconfigured; the last also for a statement that is wrong.
    """
    client = connect.clickhouse(config)
    try:
        with clickhouse_errors(_REMEDY):
            statement, parameters = sql.strip().removesuffix(";"), dict(values) if values else None
            # of the whole answer, not of what it is made of: else a careless statement brings a table over to show twenty rows
            result = client.query(statement, parameters=parameters, settings=_READ_ONLY | ({"limit": limit} if limit else {}))
            columns = result.column_names or _columns(client, statement, parameters)
            return Answer(tuple(columns), [tuple(row) for row in islice(result.result_rows, limit)])
    finally:
        client.close()


def ask_timescaledb(
    config: DatabaseConfig, sql: str, values: Mapping[str, Any] | None = None, limit: int | None = None
) -> Answer:
    """Return what TimescaleDB answers to `sql`, `limit` rows at most; raises as `ask_clickhouse`."""
    with connect.timescaledb(config) as connection, timescaledb_errors(_REMEDY, asks=True):
        connection.execute("BEGIN READ ONLY")
        try:
            with _cursor(connection, sql, limit) as cursor:
                cursor.execute(sql.encode(), dict(values) if values else None)
                found: Sequence[tuple[Any, ...]] = cursor.fetchmany(limit) if limit else cursor.fetchall()
                return Answer(tuple(column.name for column in cursor.description or ()), list(found))
        finally:
            connection.execute("ROLLBACK")


def _cursor(connection: Any, sql: str, limit: int | None) -> Any:
    """Return a cursor that takes one statement only, so that none can end the transaction first.

    With a `limit` the server keeps the answer, which else comes over whole to show twenty rows; it can't keep one of SHOW or
    EXPLAIN, which is small.
    """
    kept = limit is not None and _SELECT.match(sql) is not None
    # binary: by the extended protocol, as a statement whose answer the server keeps goes by itself
    return connection.cursor("answer", binary=True) if kept else connection.cursor(binary=True)


def _columns(client: Any, statement: str, parameters: dict[str, Any] | None) -> Sequence[str]:
    """Return the column names of a statement without rows: ClickHouse's native format then sends nothing at all."""
    if not _SELECT.match(statement):
        return ()
    # the client asks for `LIMIT 0` in a format that names the columns
    names: Sequence[str] = client.query(
        f"SELECT * FROM ({statement}) LIMIT 0",  # noqa: S608 - the statement itself, read-only as before
        parameters=parameters,
        settings=_READ_ONLY,
    ).column_names
    return names
