"""TimescaleDB as a part of the embedded stack."""

from collections.abc import Callable
from pathlib import Path

from pipeline.settings import Settings
from pipeline.stack.part import Place
from pipeline.stack.timescaledb import modules
from pipeline.stack.timescaledb.probe import has_extension


class TimescaleDB:
    """PGlite with the TimescaleDB extension, for many clients that take turns."""

    name = "timescaledb"
    start_within_s = 120.0
    stop_within_s = 15.0

    def external(self, settings: Settings) -> str:
        return settings.timescaledb_address

    def ports(self, settings: Settings) -> dict[str, int]:
        return {"timescaledb_port": settings.timescaledb_port}

    def install(self, cache: Path, say: Callable[[str], None]) -> None:
        modules.install(cache, say)

    def prepare(self, settings: Settings, place: Place) -> None:
        place.data.mkdir(parents=True, exist_ok=True)

    def command(self, settings: Settings, place: Place) -> list[str]:
        options = {
            "--port": settings.timescaledb_port,
            "--data": place.data / "pgdata",
            "--modules": modules.directory(place.cache) / "node_modules",
            "--turn-seconds": settings.timescaledb_turn_s,
        }
        return [str(modules.NODE), str(modules.HERE / "bridge.mjs"), *(str(word) for pair in options.items() for word in pair)]

    def answers(self, settings: Settings) -> bool:
        return has_extension(settings.timescaledb_port)
