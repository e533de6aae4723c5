"""What the ClickHouse sink makes of a server that is not what it should be."""

import pytest

from runtime.config import DatabaseConfig
from warehouse import clickhouse
from warehouse.clickhouse import ClickHouseSink
from warehouse.rows import POSTING
from warehouse.table import RowBatch


def test_a_client_that_can_not_be_made_says_nothing_about_the_rows(monkeypatch: pytest.MonkeyPatch) -> None:
    """Something else answered on that port, and the client stumbled over it: no row is refused, so none is buried."""

    def stumbles(_: object) -> object:
        raise ValueError("not enough values to unpack")

    monkeypatch.setattr(clickhouse.connect, "clickhouse", stumbles)
    with pytest.raises(ValueError, match="not enough values"):
        ClickHouseSink(DatabaseConfig("127.0.0.1", 1, "default", "", "default")).write(RowBatch(POSTING, (), [], []))
