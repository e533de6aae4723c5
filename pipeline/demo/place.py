"""Where the demo lives: ports and a folder of its own, so that it disturbs no other stack."""

import json
from collections.abc import Iterable
from pathlib import Path

from pipeline.demo.world import Board
from pipeline.settings import Settings

_KAFKA, _CONTROLLER, _TIMESCALEDB, _CLICKHOUSE, _METRICS = 29092, 29093, 25432, 28123, 29100


def demo_settings(base: Settings, source_base_url: str = "") -> Settings:
    """Return the settings of the demo: embedded engines on its ports, everything below `var/demo`."""
    var = base.var_dir / "demo"
    return base.model_copy(
        update={
            "var_dir": var,
            "kafka_address": "",
            "timescaledb_address": "",
            "clickhouse_address": "",
            "kafka_port": _KAFKA,
            "kafka_controller_port": _CONTROLLER,
            "timescaledb_port": _TIMESCALEDB,
            "clickhouse_port": _CLICKHOUSE,
            "metrics_port": _METRICS,
            "boards_file": var / "boards.toml",
            "crawl_delay_s": 0.0,
            "source_base_url": source_base_url,
        }
    )


def write_boards(path: Path, boards: Iterable[Board]) -> None:
    """Write the demo's boards as a boards file, with the employers' names."""
    path.parent.mkdir(parents=True, exist_ok=True)
    by_system: dict[str, list[Board]] = {}
    for board in boards:
        by_system.setdefault(board.system, []).append(board)
    # a JSON string is a TOML string
    tables = (
        "\n".join([f"[{system}]", *(f"{json.dumps(b.slug)} = {json.dumps(b.employer)}" for b in listed)])
        for system, listed in by_system.items()
    )
    path.write_text("\n\n".join(tables) + "\n", "utf-8")
