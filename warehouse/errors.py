"""What each engine's errors mean to a sink: it is away, it refuses the rows, or a person has to do something.

A client is imported where its errors are awaited: a command that asks one engine does not wait for the other's.
"""

import struct
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import psycopg

from warehouse.contract import RowsRefused, SinkUnavailable, WarehouseMisconfigured

# Source: ClickHouse, src/Common/ErrorCodes.cpp
_CLICKHOUSE_REFUSES = {
    6, 26, 27, 32, 33, 38, 41, 43, 53, 69, 70, 72, 117, 128, 131, 190, 248, 321, 349, 407, 457, 469, 675,
}  # fmt: skip
_CLICKHOUSE_WAITS = {
    3, 74, 75, 76, 107, 159, 160, 173, 202, 203, 209, 210, 225, 236, 241, 242, 243, 252, 254, 285, 286, 290, 319, 394, 425, 499,
    1000, 1001, 1002,
}  # fmt: skip
# Source: PostgreSQL 17, appendix A: classes of SQLSTATE; 54 = a row above a limit, 53 = resources, 57 = stopped, 55 = in use
_POSTGRES_REFUSES = ("22", "23", "54")
_POSTGRES_WAITS = ("08", "40", "53", "55", "57", "58")
# as a server is until it takes over from another; what only asks is read only by itself
_POSTGRES_READ_ONLY = "25006"
_MIGRATE = "Run ./jobstream migrate, and check the address, user and password with ./jobstream settings."
# what encoding a value of the wrong type raises in the clients
_UNENCODABLE = (struct.error, TypeError, ValueError, AttributeError, OverflowError, KeyError, IndexError)


@contextmanager
def clickhouse_errors(remedy: str = _MIGRATE) -> Iterator[None]:
    """Translate what ClickHouse and its client raise; `remedy` is what a person can do where no retry helps.

    Raises SinkUnavailable, RowsRefused or WarehouseMisconfigured; an unknown error code is the last, so that no topic
    drains into its dead letters because of a deployment.
    """
    from clickhouse_connect.driver import exceptions as clickhouse  # noqa: PLC0415 - see above

    try:
        yield
    except clickhouse.DataError as error:
        raise RowsRefused(_first_line(error)) from error
    except clickhouse.Error as error:
        raise clickhouse_error(error.code, _first_line(error), remedy) from error
    except OSError as error:
        raise SinkUnavailable(f"ClickHouse: {_first_line(error)}") from error


def clickhouse_error(code: int | None, said: str, remedy: str = _MIGRATE) -> Exception:
    """Return the error that an answer of ClickHouse stands for; `code` is None where something else answered in its place."""
    why = f"ClickHouse: {said}"
    if code in _CLICKHOUSE_REFUSES:
        return RowsRefused(why)
    # no code: no answer of ClickHouse itself, so the connection, a timeout or a proxy
    if code is None or code in _CLICKHOUSE_WAITS:
        return SinkUnavailable(why)
    return WarehouseMisconfigured(f"{why}. {remedy}")


@contextmanager
def timescaledb_errors(remedy: str = _MIGRATE, *, asks: bool = False) -> Iterator[None]:
    """Translate what PostgreSQL and its client raise; the same vocabulary as `clickhouse_errors`.

    What is read only is waited for, but by who only `asks`: there it is the question that writes.
    """
    import psycopg  # noqa: PLC0415 - see above

    try:
        yield
    except psycopg.Error as error:
        if asks and error.sqlstate == _POSTGRES_READ_ONLY:
            raise WarehouseMisconfigured(f"TimescaleDB: {_first_line(error)}. {remedy}") from error
        raise _of_postgres(error, remedy) from error


def _of_postgres(error: "psycopg.Error", remedy: str) -> Exception:
    import psycopg  # noqa: PLC0415 - see above

    why, state = f"TimescaleDB: {_first_line(error)}", error.sqlstate or ""
    if state.startswith(_POSTGRES_REFUSES) or (not state and isinstance(error, psycopg.DataError)):
        return RowsRefused(why)
    # a refused login has no SQLSTATE in libpq: only its words
    login = not state and ("authentication failed" in why or "does not exist" in why)
    if state.startswith((*_POSTGRES_WAITS, _POSTGRES_READ_ONLY)) or (isinstance(error, psycopg.OperationalError) and not login):
        return SinkUnavailable(why)
    return WarehouseMisconfigured(f"{why}. {remedy}")


@contextmanager
def encoding_errors() -> Iterator[None]:
    """Translate what a client raises while it encodes a value of the wrong type. Raises RowsRefused."""
    try:
        yield
    except _UNENCODABLE as error:
        raise RowsRefused(f"{type(error).__name__}: {error}") from error


def _first_line(error: BaseException) -> str:
    return (str(error).strip() or type(error).__name__).splitlines()[0][:500]
