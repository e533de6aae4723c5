"""Both warehouses as the settings reach them."""

from collections.abc import Iterator
from contextlib import contextmanager

from pipeline.cli.exits import Unreachable
from pipeline.settings import Settings
from runtime.config import DatabaseConfig
from warehouse.contract import SinkUnavailable
from warehouse.migrate import migrate_clickhouse, migrate_timescaledb
from warehouse.survey import ClickHouseSurveyor, Surveyor, TimescaleDBSurveyor
from warehouse.table import CLICKHOUSE, TIMESCALEDB


def clickhouse_config(settings: Settings) -> DatabaseConfig:
    """Return how `settings` reach ClickHouse."""
    host, _, port = settings.clickhouse.rpartition(":")
    password = settings.clickhouse_password.get_secret_value()
    return DatabaseConfig(host, int(port), settings.clickhouse_user, password, settings.clickhouse_database)


def timescaledb_config(settings: Settings) -> DatabaseConfig:
    """Return how `settings` reach TimescaleDB."""
    host, _, port = settings.timescaledb.rpartition(":")
    password, sslmode = settings.timescaledb_password.get_secret_value(), settings.timescaledb_sslmode
    return DatabaseConfig(host, int(port), settings.timescaledb_user, password, settings.timescaledb_database, sslmode)


def surveyors(settings: Settings) -> tuple[Surveyor, ...]:
    """Return who asks each warehouse."""
    return ClickHouseSurveyor(clickhouse_config(settings)), TimescaleDBSurveyor(timescaledb_config(settings))


def migrate(settings: Settings) -> dict[str, list[str]]:
    """Return the migrations that were applied now, per engine; then both schemas are the newest.

    Raises Unreachable, or WarehouseMisconfigured.
    """
    with reachable():
        return {
            CLICKHOUSE: migrate_clickhouse(clickhouse_config(settings)),
            TIMESCALEDB: migrate_timescaledb(timescaledb_config(settings)),
        }


@contextmanager
def reachable() -> Iterator[None]:
    """Raise Unreachable, with the remedy, when a warehouse does not answer."""
    try:
        yield
    except SinkUnavailable as error:
        raise Unreachable(f"{error}. Start it by `./jobstream stack up`, or set its JOBSTREAM_…_ADDRESS.") from error
