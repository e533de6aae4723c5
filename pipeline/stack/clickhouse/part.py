"""ClickHouse as a part of the embedded stack."""

import http.client
import sys
from collections.abc import Callable
from pathlib import Path

from pipeline.settings import Settings
from pipeline.stack.part import Place

_ANSWER_WITHIN_S = 2.0


class ClickHouse:
    """The engine of ClickHouse behind its HTTP interface; one process, many clients."""

    name = "clickhouse"
    start_within_s = 120.0
    stop_within_s = 20.0

    def external(self, settings: Settings) -> str:
        return settings.clickhouse_address

    def ports(self, settings: Settings) -> dict[str, int]:
        return {"clickhouse_port": settings.clickhouse_port}

    def install(self, cache: Path, say: Callable[[str], None]) -> None:
        """Nothing to do: the engine is a Python package."""

    def prepare(self, settings: Settings, place: Place) -> None:
        place.data.mkdir(parents=True, exist_ok=True)

    def command(self, settings: Settings, place: Place) -> list[str]:
        server = [sys.executable, "-m", "pipeline.stack.clickhouse.server"]
        return [*server, "--port", str(settings.clickhouse_port), "--data", str(place.data)]

    def answers(self, settings: Settings) -> bool:
        connection = http.client.HTTPConnection("127.0.0.1", settings.clickhouse_port, timeout=_ANSWER_WITHIN_S)
        try:
            connection.request("POST", "/", body="SELECT 1")
            return connection.getresponse().read().strip() == b"1"
        except (OSError, http.client.HTTPException):
            return False
        finally:
            connection.close()
