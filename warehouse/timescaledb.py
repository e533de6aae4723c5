"""The TimescaleDB sink: one upsert a batch, a column one array."""

from collections.abc import Iterator
from functools import lru_cache
from typing import Any

import psycopg
from psycopg.pq import ExecStatus

from runtime.config import DatabaseConfig
from warehouse import connect
from warehouse.errors import encoding_errors, timescaledb_errors
from warehouse.pgarray import TEXTS_SEPARATOR, array_oid, encode_array
from warehouse.table import TIMESCALEDB, Column, Kind, RowBatch, Table

# short transactions: the embedded engine serves one client at a time
ROWS_PER_STATEMENT = 1000


class TimescaleDBSink:
    """Writes batches to TimescaleDB; a batch written twice leaves the same rows."""

    engine = TIMESCALEDB
    # of a poll half are of other tables
    at_once = 2 * ROWS_PER_STATEMENT

    def __init__(self, config: DatabaseConfig) -> None:
        self._config = config
        self._connection: psycopg.Connection[Any] | None = None

    def write(self, batch: RowBatch) -> None:
        statement = upsert(batch.table).encode()
        types = [array_oid(column.kind) for column in batch.columns]
        for arrays in _arrays(batch):
            with timescaledb_errors():
                self._execute(statement, arrays, types)

    def close(self) -> None:
        """Close the connection; what was written stays."""
        if self._connection is not None:
            self._connection.close()

    def _execute(self, statement: bytes, arrays: list[bytes], types: list[int]) -> None:
        # below psycopg's adapters: the parameters are already what the server reads
        connection = self._open()
        result = connection.pgconn.exec_params(statement, arrays, types, [1] * len(arrays), 1)
        if result.status != ExecStatus.COMMAND_OK:
            error = psycopg.errors.error_from_result(result)
            # libpq has no SQLSTATE for a server that vanished
            raise psycopg.OperationalError(str(error)) if connection.closed else error

    def _open(self) -> psycopg.Connection[Any]:
        # lazily: a sink may start before its database, and a lost connection is opened again
        if self._connection is None or self._connection.closed:
            self._connection = connect.timescaledb(self._config)
        return self._connection


def _arrays(batch: RowBatch) -> Iterator[list[bytes]]:
    for start in range(0, len(batch), ROWS_PER_STATEMENT):
        part = slice(start, start + ROWS_PER_STATEMENT)
        with encoding_errors():
            yield [encode_array(column.kind, values[part]) for column, values in zip(batch.columns, batch.values, strict=True)]


@lru_cache
def upsert(table: Table) -> str:
    """Return the statement that writes rows of `table`: a row of a lower version than the one that is there changes nothing."""
    columns = table.columns_on(TIMESCALEDB)
    names = ", ".join(column.name for column in columns)
    parameters = ", ".join(f"${number}" for number in range(1, len(columns) + 1))
    changes = ", ".join(f"{c.name} = EXCLUDED.{c.name}" for c in columns if c.name not in table.key)
    mine = ", ".join(f"{table.name}.{name}" for name in table.version_columns)
    new = ", ".join(f"EXCLUDED.{name}" for name in table.version_columns)
    return (
        f"INSERT INTO {table.name} ({names}) SELECT {', '.join(map(_selected, columns))} "  # noqa: S608 - names are ours
        f"FROM unnest({parameters}) AS r ({names}) "
        f"ON CONFLICT ({', '.join(table.key)}) DO UPDATE SET {changes} WHERE ({mine}) <= ({new})"
    )


def _selected(column: Column) -> str:
    return f"string_to_array(r.{column.name}, chr({ord(TEXTS_SEPARATOR)}))" if column.kind is Kind.TEXTS else f"r.{column.name}"
