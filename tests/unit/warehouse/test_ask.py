"""What a statement of an analyst asks of ClickHouse."""

from types import SimpleNamespace
from typing import Any

import pytest

from runtime.config import DatabaseConfig
from warehouse import ask
from warehouse.ask import ask_clickhouse

CONFIG = DatabaseConfig("127.0.0.1", 1, "default", "", "default")


@pytest.mark.parametrize(("limit", "settings"), [(20, {"readonly": 2, "limit": 20}), (None, {"readonly": 2})])
def test_the_server_sends_no_more_rows_than_are_wanted(
    monkeypatch: pytest.MonkeyPatch, limit: int | None, settings: dict[str, int]
) -> None:
    """`query --sql "SELECT * FROM postings"` must not bring a million descriptions over."""
    asked: list[dict[str, Any]] = []

    def query(sql: str, **how: Any) -> Any:
        asked.append(how["settings"])
        return SimpleNamespace(column_names=("n",), result_rows=[(n,) for n in range(30)])

    monkeypatch.setattr(ask.connect, "clickhouse", lambda _: SimpleNamespace(query=query, close=lambda: None))
    found = ask_clickhouse(CONFIG, "SELECT n FROM many;", limit=limit)

    assert asked == [settings]
    assert len(found.rows) == (limit or 30)
