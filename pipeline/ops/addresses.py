"""Where the settings say that the warehouses are."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

from pipeline.cli.exits import Unreachable
from pipeline.setting import SettingRefused
from pipeline.settings import Settings
from runtime.config import DatabaseConfig
from warehouse.contract import SinkUnavailable


def clickhouse_config(settings: Settings) -> DatabaseConfig:
    """Return how `settings` reach ClickHouse. Raises SettingRefused."""
    return _config(settings, "clickhouse")


def timescaledb_config(settings: Settings) -> DatabaseConfig:
    """Return how `settings` reach TimescaleDB. Raises SettingRefused."""
    return _config(settings, "timescaledb")


def _config(settings: Settings, engine: str) -> DatabaseConfig:
    host, port = _split(engine, getattr(settings, engine))
    user, password, database = (getattr(settings, f"{engine}_{name}") for name in ("user", "password", "database"))
    config = DatabaseConfig(host, port, user, password.plain, database)
    if not getattr(settings, f"{engine}_address"):
        # the embedded one is spoken to plainly
        return config
    return replace(config, sslmode=getattr(settings, f"{engine}_sslmode"), ca=getattr(settings, f"{engine}_ca"))


def _split(engine: str, address: str) -> tuple[str, int]:
    host, _, port = address.rpartition(":")
    if not host or "/" in host or not port.isdecimal():
        raise SettingRefused(f"JOBSTREAM_{engine.upper()}_ADDRESS is {address!r}; it takes `host:port`.")
    return host.strip("[]"), int(port)


@contextmanager
def reachable() -> Iterator[None]:
    """Raise Unreachable, with the remedy, when a warehouse does not answer."""
    try:
        yield
    except SinkUnavailable as error:
        raise Unreachable(f"{error}. Start it by `./jobstream stack up`, or set its JOBSTREAM_…_ADDRESS.") from error
