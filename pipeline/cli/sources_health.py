"""`jobstream sources health`: what the last crawl of each board brought, and what is wrong."""

import sys

import click

from pipeline.cli.exits import FINDING
from pipeline.cli.show import echo_json, echo_table
from pipeline.ops.health import Row, SourcesHealth, sources_health
from pipeline.settings import Settings
from warehouse.contract import RowsRefused, WarehouseMisconfigured

_HEAD = ("board", "incidents", "outcome", "published", "usual", "expected", "failed", "blocked", "latency_ms", "last_success")
_INCIDENT = ("board", "cause", "since", "what is wrong")


@click.command("health")
@click.argument("which", required=False, default="", metavar="[SOURCE[:BOARD]]")
@click.option("--limit", type=click.IntRange(min=1), default=20, show_default=True, help="Most boards to show; JSON has all.")
@click.option("--json", "as_json", is_flag=True, help="JSON instead of tables.")
def health(which: str, *, limit: int, as_json: bool) -> None:
    """Show the last crawl of each board against what is usual for it, the worst first, and every open incident.

    Read from TimescaleDB. Exit codes: 0 no incident is open, 1 some are, 2 usage, 3 TimescaleDB can't be reached.
    """
    source, _, board = which.partition(":")
    try:
        found = sources_health(Settings(), source, board)
    except (WarehouseMisconfigured, RowsRefused) as error:
        raise click.UsageError(str(error)) from error
    if which and not found.boards and not found.incidents:
        raise click.UsageError(f"No crawl of {which} is known. `./jobstream sources health` shows those that are.")
    if as_json:
        echo_json({"boards": found.boards, "incidents": found.incidents})
    else:
        _show(found, limit)
    if found.incidents:
        sys.exit(FINDING)


def _show(found: SourcesHealth, limit: int) -> None:
    echo_table(_HEAD, [_board(row) for row in found.boards[:limit]])
    click.echo()
    if found.incidents:
        echo_table(_INCIDENT, [_incident(row) for row in found.incidents])
    click.echo(f"{len(found.boards):,} boards, {len(found.incidents):,} open incidents.")


def _board(row: Row) -> list[object]:
    counts = [row[name] for name in ("open_incidents", "outcome", "published", "usual", "expected", "failed", "blocked")]
    return [_name(row), *counts, row["latency_median_ms"], _minute(row["last_success_at"])]


def _incident(row: Row) -> list[object]:
    return [_name(row), row["cause"], _minute(row["since"]), row["detail"]]


def _name(row: Row) -> str:
    return f"{row['source']}:{row['board']}"


def _minute(moment: object) -> str | None:
    return None if moment is None else f"{moment:%Y-%m-%d %H:%M}"
