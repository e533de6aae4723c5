"""Both warehouses as the settings reach them."""

from pipeline.ops.addresses import clickhouse_config, reachable, timescaledb_config
from pipeline.settings import Settings
from warehouse.migrate import migrate_clickhouse, migrate_timescaledb
from warehouse.survey import ClickHouseSurveyor, Surveyor, TimescaleDBSurveyor
from warehouse.table import CLICKHOUSE, TIMESCALEDB


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
