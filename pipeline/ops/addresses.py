"""Where the settings say that the warehouses are."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

from pipeline.cli.exits import Unreachable
from pipeline.settings import Settings
from runtime.config import DatabaseConfig
from warehouse.contract import SinkUnavailable


def clickhouse_config(settings: Settings) -> DatabaseConfig:
    """Return how `settings` reach ClickHouse."""
    return _config(settings, "clickhouse")


def timescaledb_config(settings: Settings) -> DatabaseConfig:
    """Return how `settings` reach TimescaleDB."""
    return _config(settings, "timescaledb")


def _config(settings: Settings, engine: str) -> DatabaseConfig:
    host, _, port = getattr(settings, engine).rpartition(":")
    user, password, database = (getattr(settings, f"{engine}_{name}") for name in ("user", "password", "database"))
    config = DatabaseConfig(host, int(port), user, password.plain, database)
    if not getattr(settings, f"{engine}_address"):
        # the embedded one is spoken to plainly
        return config
    return replace(config, sslmode=getattr(settings, f"{engine}_sslmode"), ca=getattr(settings, f"{engine}_ca"))


@contextmanager
def reachable() -> Iterator[None]:
    """Raise Unreachable, with the remedy, when a warehouse does not answer."""
    try:
        yield
    except SinkUnavailable as error:
        raise Unreachable(f"{error}. Start it by `./jobstream stack up`, or set its JOBSTREAM_…_ADDRESS.") from error
