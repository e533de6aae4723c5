"""`jobstream sink`: run one sink in the foreground."""

import signal
from threading import Event

import click

from pipeline.cli.exits import FINDING
from pipeline.ops.processes import AlreadyRuns
from pipeline.ops.sink import run_sink
from pipeline.settings import Settings
from runtime.health import PortTaken
from warehouse.contract import WarehouseMisconfigured
from warehouse.table import ENGINES


@click.command()
@click.argument("name", type=click.Choice(ENGINES))
@click.pass_context
def command(context: click.Context, name: str) -> None:
    """Write topics into warehouse NAME until SIGTERM or Ctrl-C.

    It starts before its database and waits for it. Exit code 1: no retry can help; the message says what can.
    """
    stop = Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: stop.set())
    try:
        run_sink(name, Settings(), stop)
    except (WarehouseMisconfigured, AlreadyRuns, PortTaken) as error:
        click.echo(str(error), err=True)
        context.exit(FINDING)
