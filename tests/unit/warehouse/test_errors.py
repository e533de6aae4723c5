"""What errors of the engines mean to a sink."""

import psycopg
import pytest
from clickhouse_connect.driver import exceptions as clickhouse

from warehouse.contract import RowsRefused, SinkUnavailable, WarehouseMisconfigured
from warehouse.errors import clickhouse_errors, encoding_errors, timescaledb_errors


@pytest.mark.parametrize(
    ("error", "means"),
    [
        (clickhouse.OperationalError("connection refused"), SinkUnavailable),
        (clickhouse.DatabaseError("bad gateway"), SinkUnavailable),
        (clickhouse.DatabaseError("too many parts", code=252), SinkUnavailable),
        (clickhouse.DatabaseError("memory limit", code=241), SinkUnavailable),
        (clickhouse.DatabaseError("type mismatch", code=53), RowsRefused),
        (clickhouse.DataError("no such value"), RowsRefused),
        (clickhouse.DatabaseError("no such table", code=60), WarehouseMisconfigured),
        (clickhouse.DatabaseError("wrong password", code=516), WarehouseMisconfigured),
        (clickhouse.DatabaseError("something new", code=98_765), WarehouseMisconfigured),
        (ConnectionResetError("reset"), SinkUnavailable),
    ],
)
def test_clickhouse_errors_are_translated(error: Exception, means: type[Exception]) -> None:
    """No answer and no room is away, values are refused, anything else needs a person."""
    with pytest.raises(means), clickhouse_errors():
        raise error


@pytest.mark.parametrize(
    ("error", "means"),
    [
        (psycopg.OperationalError("connection refused"), SinkUnavailable),
        (psycopg.errors.AdminShutdown("stopping"), SinkUnavailable),
        (psycopg.errors.DiskFull("full"), SinkUnavailable),
        (psycopg.errors.DeadlockDetected("deadlock"), SinkUnavailable),
        (psycopg.errors.ReadOnlySqlTransaction("cannot execute INSERT in a read-only transaction"), SinkUnavailable),
        (psycopg.errors.UntranslatableCharacter("NUL"), RowsRefused),
        (psycopg.errors.NotNullViolation("null"), RowsRefused),
        (psycopg.errors.ProgramLimitExceeded("index row too large"), RowsRefused),
        (psycopg.DataError("NUL in text"), RowsRefused),
        (psycopg.errors.UndefinedTable("no such table"), WarehouseMisconfigured),
        (psycopg.OperationalError('FATAL: password authentication failed for user "x"'), WarehouseMisconfigured),
    ],
)
def test_timescaledb_errors_are_translated(error: Exception, means: type[Exception]) -> None:
    """By class of SQLSTATE; a refused login by its words."""
    with pytest.raises(means), timescaledb_errors():
        raise error


def test_a_broken_deployment_names_what_to_do() -> None:
    """Cause and remedy in one sentence each."""
    with (
        pytest.raises(WarehouseMisconfigured, match=r"^ClickHouse: no such table\. Run \./jobstream migrate"),
        clickhouse_errors(),
    ):
        raise clickhouse.DatabaseError("no such table", code=60)


def test_a_value_that_can_not_be_encoded_is_refused() -> None:
    """A lone surrogate has no UTF-8."""
    with pytest.raises(RowsRefused), encoding_errors():
        "\ud800".encode()
