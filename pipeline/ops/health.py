"""The health of sources, as TimescaleDB holds it."""

from dataclasses import dataclass
from typing import Any

from pipeline.ops.ask import ask_named
from pipeline.settings import Settings
from warehouse.table import TIMESCALEDB

Row = dict[str, Any]
# more than there are boards
_ALL = 100_000


@dataclass(frozen=True, slots=True)
class SourcesHealth:
    """The last crawl of each board, the worst first, and every incident that is open, the oldest first."""

    boards: list[Row]
    incidents: list[Row]


def sources_health(settings: Settings, source: str = "", board: str = "") -> SourcesHealth:
    """Return the health of every board, of those of `source`, or of one `board` of it.

    Raises Unreachable, or WarehouseMisconfigured where the tables are missing.
    """
    which = {"source": source, "board": board}
    boards = ask_named(settings, "source-health", TIMESCALEDB, which, _ALL)
    # no day back: only what is open
    incidents = ask_named(settings, "source-incidents", TIMESCALEDB, {**which, "days": "0"}, _ALL)
    return SourcesHealth(boards.as_dicts(), incidents.as_dicts())
