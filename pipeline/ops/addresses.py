"""Where the settings say that the warehouses are."""

from collections.abc import Iterator
from contextlib import contextmanager

from pipeline.cli.exits import Unreachable
from pipeline.settings import Settings
from runtime.config import DatabaseConfig
from warehouse.contract import SinkUnavailable


def clickhouse_config(settings: Settings) -> DatabaseConfig:
    """Return how `settings` reach ClickHouse."""
    host, _, port = settings.clickhouse.rpartition(":")
    password = settings.clickhouse_password.plain
    return DatabaseConfig(host, int(port), settings.clickhouse_user, password, settings.clickhouse_database)


def timescaledb_config(settings: Settings) -> DatabaseConfig:
    """Return how `settings` reach TimescaleDB."""
    host, _, port = settings.timescaledb.rpartition(":")
    password, sslmode = settings.timescaledb_password.plain, settings.timescaledb_sslmode
    return DatabaseConfig(host, int(port), settings.timescaledb_user, password, settings.timescaledb_database, sslmode)


@contextmanager
def reachable() -> Iterator[None]:
    """Raise Unreachable, with the remedy, when a warehouse does not answer."""
    try:
        yield
    except SinkUnavailable as error:
        raise Unreachable(f"{error}. Start it by `./jobstream stack up`, or set its JOBSTREAM_…_ADDRESS.") from error
