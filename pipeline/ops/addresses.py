"""Where the settings say that the warehouses are."""

from collections.abc import Iterator
from contextlib import contextmanager

from pipeline.cli.exits import Unreachable
from pipeline.setting import SettingRefused
from pipeline.settings import Settings
from runtime.config import DatabaseConfig
from warehouse.contract import SinkUnavailable


def clickhouse_config(settings: Settings) -> DatabaseConfig:
    """Return how `settings` reach ClickHouse. Raises SettingRefused."""
    host, port = _split("CLICKHOUSE", settings.clickhouse)
    password, sslmode = settings.clickhouse_password.plain, settings.clickhouse_sslmode
    return DatabaseConfig(host, port, settings.clickhouse_user, password, settings.clickhouse_database, sslmode)


def timescaledb_config(settings: Settings) -> DatabaseConfig:
    """Return how `settings` reach TimescaleDB. Raises SettingRefused."""
    host, port = _split("TIMESCALEDB", settings.timescaledb)
    password, sslmode = settings.timescaledb_password.plain, settings.timescaledb_sslmode
    return DatabaseConfig(host, port, settings.timescaledb_user, password, settings.timescaledb_database, sslmode)


def _split(engine: str, address: str) -> tuple[str, int]:
    host, _, port = address.rpartition(":")
    if not host or "/" in host or not port.isdecimal():
        raise SettingRefused(f"JOBSTREAM_{engine}_ADDRESS is {address!r}; it takes `host:port`.")
    return host.strip("[]"), int(port)


@contextmanager
def reachable() -> Iterator[None]:
    """Raise Unreachable, with the remedy, when a warehouse does not answer."""
    try:
        yield
    except SinkUnavailable as error:
        raise Unreachable(f"{error}. Start it by `./jobstream stack up`, or set its JOBSTREAM_…_ADDRESS.") from error
