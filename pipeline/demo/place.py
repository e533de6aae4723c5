"""Where the demo lives: ports and a folder of its own, so that it disturbs no other stack."""

import shutil
from collections.abc import Iterable
from dataclasses import fields
from pathlib import Path

from pipeline.demo.world import Board
from pipeline.settings import Settings, adopt
from pipeline.stack import Stack
from pipeline.stack.ports import require_free
from scrapers.boards import Board as Listed
from scrapers.boards_file import board_tables

# the port of each, counted from `demo_port_base`
_PORTS = {
    "kafka_port": 92, "kafka_controller_port": 93, "timescaledb_port": 32, "clickhouse_port": 23, "metrics_port": 100,
}  # fmt: skip
# settings whose names begin so are for servers of one's own, or for the web
_NOT_ITS_OWN = ("kafka_", "timescaledb_", "clickhouse_", "topic_replication", "proxies")


def demo_settings(base: Settings, source_base_url: str = "") -> Settings:
    """Return the settings of the demo: embedded engines on its ports, everything below `var/demo`.

    What an operator set for servers of their own, and for crawls of the real web, is no part of it.
    """
    var = base.var_dir / "demo"
    as_shipped = {one.name: one.default for one in fields(Settings) if one.name.startswith(_NOT_ITS_OWN)}
    ports = {name: base.demo_port_base + number for name, number in _PORTS.items()}
    own = {"var_dir": var, "boards_file": var / "boards.toml", "crawl_delay_s": 0.0, "source_base_url": source_base_url}
    return base.but(**as_shipped | ports | own)


def adopt_demo() -> None:
    """Make the demo's settings those of this process."""
    adopt(demo_settings(Settings()))


def clear(settings: Settings) -> None:
    """Remove the data of the last demo, whose stack is down and whose ports are free on return.

    Raises PortTaken: another program has one of the demo's ports.
    """
    Stack(settings).reset()
    # what spiders remember of the last demo's boards, what its stages knew, what its processes wrote
    for name in ("http", "state", "log"):
        shutil.rmtree(settings.var_dir / name, ignore_errors=True)
    for name in _PORTS:
        require_free(getattr(settings, name), "demo_port_base")


def write_boards(path: Path, boards: Iterable[Board]) -> None:
    """Write the demo's boards as a boards file, with the employers' names."""
    path.parent.mkdir(parents=True, exist_ok=True)
    listed = (Listed(board.system, board.slug, board.employer) for board in boards)
    path.write_text(board_tables(listed) + "\n", "utf-8")
