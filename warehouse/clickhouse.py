"""The ClickHouse sink: a batch is one block of columns, and tables keep the greatest version."""

import sys
from functools import lru_cache
from typing import Any

from clickhouse_connect.datatypes.registry import get_from_name

from runtime.config import DatabaseConfig
from warehouse import connect
from warehouse.contract import WarehouseMisconfigured
from warehouse.errors import clickhouse_errors, encoding_errors
from warehouse.table import CLICKHOUSE, Column, RowBatch


class ClickHouseSink:
    """Writes batches to ClickHouse; a batch written twice leaves the same rows."""

    engine = CLICKHOUSE
    # whatever a poll gave: each block is a part, and parts have to be merged
    at_once = sys.maxsize

    def __init__(self, config: DatabaseConfig) -> None:
        self._config = config
        self._client: Any = None

    def write(self, batch: RowBatch) -> None:
        client = self._open()
        with encoding_errors(), clickhouse_errors():
            _check(batch, client.insert(context=self._block(batch)))

    def close(self) -> None:
        """Close the connection; what was written stays."""
        if self._client is not None:
            self._client.close()

    def _open(self) -> Any:
        # lazily: a sink may start before its database
        if self._client is None:
            self._client = connect.clickhouse(self._config)
        return self._client

    def _block(self, batch: RowBatch) -> Any:
        context = self._open().create_insert_context(
            batch.table.name,
            column_names=[column.name for column in batch.columns],
            column_types=_types(batch.columns),
            column_oriented=True,
        )
        # one block is one part; the embedded engine reads no second block of a request
        context.req_block_size = len(batch)
        context.data = batch.values
        return context


@lru_cache
def _types(columns: tuple[Column, ...]) -> list[Any]:
    return [get_from_name(column.type_on(CLICKHOUSE)) for column in columns]


def _check(batch: RowBatch, summary: Any) -> None:
    written = int(summary.summary.get("written_rows", 0))
    if 0 < written < len(batch):
        raise WarehouseMisconfigured(
            f"ClickHouse confirmed {written} of {len(batch)} rows for {batch.table.name}; nothing was committed. "
            "Check the server between the sink and ClickHouse with ./jobstream doctor."
        )
