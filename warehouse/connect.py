"""Connections to both engines. Each call opens one; the caller closes it.

A client is imported by the first connection: a command that asks one engine does not wait for the other's.
"""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import psycopg

from runtime.config import DatabaseConfig
from warehouse.errors import clickhouse_errors, timescaledb_errors

_CONNECT_S = 5
_ANSWER_S = 120
_LOOPBACK = ("127.0.0.1", "localhost", "::1")


def clickhouse(config: DatabaseConfig, **settings: Any) -> Any:
    """Return a client of ClickHouse's HTTP interface; `settings` go with every request.

    Raises SinkUnavailable or WarehouseMisconfigured.
    """
    import clickhouse_connect  # noqa: PLC0415 - see above
    from clickhouse_connect.driver import options  # noqa: PLC0415 - see above

    # an insert asks whether its data is a frame of pandas, and imports that for the question: a second, and 83 MiB for ever
    options.pd = None
    with clickhouse_errors():
        return clickhouse_connect.get_client(
            host=config.host,
            port=config.port,
            username=config.user,
            password=config.password,
            database=config.database,
            secure=config.sslmode in ("require", "verify-full"),
            verify=config.sslmode == "verify-full",
            ca_cert=str(config.ca) if config.ca else None,
            # over loopback, packing costs both sides more than it saves
            compress=False if config.host in _LOOPBACK else "lz4",
            connect_timeout=_CONNECT_S,
            send_receive_timeout=_ANSWER_S,
            query_retries=0,
            autogenerate_session_id=False,
            tz_mode="aware",
            settings=settings,
        )


def timescaledb(config: DatabaseConfig) -> "psycopg.Connection[Any]":
    """Return a connection to TimescaleDB, each statement a transaction of its own.

    A server that vanishes is noticed within half a minute, not when TCP gives up. Raises SinkUnavailable or
    WarehouseMisconfigured.
    """
    import psycopg  # noqa: PLC0415 - see above

    with timescaledb_errors():
        return psycopg.connect(
            host=config.host,
            port=config.port,
            user=config.user,
            password=config.password,
            dbname=config.database,
            sslmode=config.sslmode,
            sslrootcert=_trusted(config),
            connect_timeout=_CONNECT_S,
            keepalives_idle=10,
            tcp_user_timeout=30_000,
            application_name="jobstream",
            autocommit=True,
            prepare_threshold=None,
        )


def _trusted(config: DatabaseConfig) -> str | None:
    # by itself libpq trusts a file in the home directory, which few have, and refuses to start without it
    return str(config.ca) if config.ca else "system" if config.sslmode == "verify-full" else None
