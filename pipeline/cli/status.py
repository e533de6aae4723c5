"""`jobstream status`: the numbers."""

from time import sleep
from typing import Any

import click

from pipeline.cli.exits import OK, UNREACHABLE
from pipeline.cli.show import echo_json, echo_table
from pipeline.ops.status import Status, status
from pipeline.settings import Settings

_EVERY_S = 2.0


@click.command()
@click.option("--watch", is_flag=True, help="Show it again and again until Ctrl-C.")
@click.option("--json", "as_json", is_flag=True, help="JSON instead of tables.")
@click.pass_context
def command(context: click.Context, *, watch: bool, as_json: bool) -> None:
    """Show engines, topics, lag per group, processes with their rates, dead letters by reason, and rows per table.

    While Kafka does not answer: what the warehouses and the processes say, and exit code 3.
    """
    show = echo_json if as_json else _show
    settings = Settings()
    found = status(settings)
    show(found)
    while watch:
        sleep(_EVERY_S)
        found = status(settings)
        if not as_json:
            click.clear()
        show(found)
    context.exit(OK if _kafka_answers(found) else UNREACHABLE)


def _show(found: Status) -> None:
    _table("engine", found["engines"], ("engine", "address", "reachable", "version"))
    for engine in found["engines"]:
        if engine.get("problem"):
            click.echo(engine["problem"])
    if _kafka_answers(found):
        _show_of_kafka(found)
    # what one types, `kill 12345`, has no commas
    running = [{**process, "pid": str(process["pid"]), "port": str(process["port"])} for process in found["processes"]]
    _table("process", running, ("process", "pid", "port", "healthy", "ready", "events_per_second", "finding"))
    _table("table", [{"table": name, "rows": n} for name, n in found["tables"].items()], ("table", "rows"))


def _show_of_kafka(found: Status) -> None:
    _table("topic", [{"topic": name, "messages": n} for name, n in found["topics"].items()], ("topic", "messages"))
    _table("group", found["groups"], ("group", "members", "committed", "lag"))
    _table("schedule", found["schedule"], ("schedulers", "waiting", "due", "late", "in_flight"))
    _table("dead letter", found["dead_letters"], ("stage", "reason", "count"))


def _kafka_answers(found: Status) -> bool:
    return all(engine["reachable"] for engine in found["engines"] if engine["engine"] == "kafka")


def _table(what: str, rows: list[dict[str, Any]], head: tuple[str, ...]) -> None:
    if rows:
        echo_table(head, [[row.get(name) for name in head] for row in rows])
    else:
        click.echo(f"no {what}")
    click.echo()
