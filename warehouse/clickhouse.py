"""The ClickHouse sink: blocks of columns, and tables that keep the greatest version."""

from typing import Any

from clickhouse_connect.datatypes.registry import get_from_name

from runtime.config import DatabaseConfig
from warehouse import connect
from warehouse.errors import clickhouse_errors, encoding_errors
from warehouse.table import CLICKHOUSE, RowBatch


class ClickHouseSink:
    """Writes batches to ClickHouse; a batch written twice leaves the same rows."""

    engine = CLICKHOUSE

    def __init__(self, config: DatabaseConfig) -> None:
        self._config = config
        self._client: Any = None

    def write(self, batch: RowBatch) -> None:
        with encoding_errors(), clickhouse_errors():
            self._open().insert(
                batch.table.name,
                batch.values,
                column_names=[column.name for column in batch.columns],
                column_types=[get_from_name(column.type_on(CLICKHOUSE)) for column in batch.columns],
                column_oriented=True,
            )

    def close(self) -> None:
        """Close the connection; what was written stays."""
        if self._client is not None:
            self._client.close()

    def _open(self) -> Any:
        # lazily: a sink may start before its database
        if self._client is None:
            self._client = connect.clickhouse(self._config)
        return self._client
