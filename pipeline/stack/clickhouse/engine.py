"""The engine of ClickHouse in this process; it alone owns its data directory."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import chdb

from pipeline.stack.clickhouse.faults import Fault
from pipeline.stack.clickhouse.request import Statement

_MIB = 1024 * 1024
_CHUNK_BYTES = 4 * _MIB
# a server's container runs in UTC, and this process beside two other engines: caches and queries have a limit
_OPTIONS = {
    "session_timezone": "UTC",
    "max_server_memory_usage": 1536 * _MIB,
    "mark_cache_size": 64 * _MIB,
    "primary_index_cache_size": 64 * _MIB,
    "index_mark_cache_size": 64 * _MIB,
}


@dataclass(frozen=True)
class Answer:
    """What a statement returned, and how much it read and wrote."""

    body: bytes
    read_rows: int = 0
    read_bytes: int = 0
    written_rows: int = 0
    written_bytes: int = 0
    elapsed_ns: int = 0

    def summary(self) -> dict[str, str]:
        """Return the numbers as the header X-ClickHouse-Summary has them: text, since they may exceed a JSON number."""
        return {name: str(value) for name, value in vars(self).items() if name != "body"}


class Engine:
    """Runs statements, also at the same time: each has a connection of its own, so no setting reaches another one."""

    def __init__(self, path: Path) -> None:
        self._address = f"{path}?{urlencode(_OPTIONS)}"
        self._kept = chdb.connect(self._address)  # the engine lives as long as a connection is open

    def run(self, statement: Statement) -> Answer:
        """Return the answer to `statement`; what it wrote is on disk.

        Raises Fault when the engine refuses it.
        """
        with self._connection() as connection:
            if statement.database:
                connection.query(f"USE {_identifier(statement.database)}")
            for name, value in statement.settings.items():
                connection.query(f"SET {_identifier(name)} = {_literal(value)}")
            return _query(connection, statement) if statement.data is None else _insert(connection, statement)

    def close(self) -> None:
        """End the engine."""
        self._kept.close()

    @contextmanager
    def _connection(self) -> Iterator[Any]:
        connection = chdb.connect(self._address)
        try:
            yield connection
        except RuntimeError as error:  # ChdbError of a query, and what a streamed insert raises
            raise Fault(str(error)) from error
        finally:
            connection.close()


def _query(connection: Any, statement: Statement) -> Answer:
    # text in a query may be any bytes
    sql = statement.sql.encode("utf-8", "surrogateescape")
    result = connection.query(sql, statement.default_format, params=statement.parameters)
    return Answer(
        body=bytes(result.bytes() or b""),
        read_rows=result.storage_rows_read() or result.rows_read(),
        read_bytes=result.storage_bytes_read() or result.bytes_read(),
        written_rows=result.rows_written(),
        written_bytes=result.bytes_written(),
        elapsed_ns=int(result.elapsed() * 1e9),
    )


def _insert(connection: Any, statement: Statement) -> Answer:
    started = time.perf_counter_ns()
    data = memoryview(statement.data or b"")
    with connection.send_insert(statement.sql, statement.data_format) as inserter:
        for at in range(0, len(data), _CHUNK_BYTES):
            inserter.append(bytes(data[at : at + _CHUNK_BYTES]))
        result = inserter.finish()
    rows, size = result.rows_written, result.bytes_written
    return Answer(b"", rows, size, rows, size, time.perf_counter_ns() - started)


def _identifier(name: str) -> str:
    return "`" + name.replace("\\", "\\\\").replace("`", "\\`") + "`"


def _literal(value: str) -> str:
    return "'" + value.replace("\\", "\\\\").replace("'", "\\'") + "'"
