"""`jobstream sink`: run one sink in the foreground."""

import signal
from threading import Event

import click

from pipeline.cli.exits import Failed
from pipeline.ops.kafka import Cluster
from pipeline.ops.kafka_clients import kafka_config
from pipeline.ops.kafka_trouble import BrokerRefused
from pipeline.ops.processes import AlreadyRuns
from pipeline.ops.rewind import forgetful, rewind
from pipeline.ops.sink import run_sink
from pipeline.settings import Settings
from runtime.health import PortTaken
from schemas.topics import ENRICHED
from streams.rebuild import GroupInUse
from warehouse.contract import WarehouseMisconfigured
from warehouse.table import ENGINES


@click.command()
@click.argument("name", type=click.Choice(ENGINES))
@click.option("--rebuild", "rebuilt", is_flag=True, help="Read the topics from their start and write all rows again.")
def command(name: str, *, rebuilt: bool) -> None:
    """Write topics into warehouse NAME until SIGTERM or Ctrl-C.

    With --rebuild, a warehouse that was lost or restored from a backup gets all rows again. It starts before its database
    and waits for it. Exit code 1: no retry can help; the message says what can.
    """
    stop = Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: stop.set())
    try:
        if rebuilt:
            rewind(Cluster(kafka_config(Settings())), name)
            _say_what_is_kept(name)
        run_sink(name, Settings(), stop)
    except (WarehouseMisconfigured, AlreadyRuns, BrokerRefused, GroupInUse, PortTaken) as error:
        raise Failed(str(error)) from error


def _say_what_is_kept(engine: str) -> None:
    """Say which topics hold only the last days, and what brings older rows back."""
    for topic, days in forgetful(engine):
        again = "./jobstream replay --execute" if topic is ENRICHED else "./jobstream worker lifecycle --rebuild"
        click.echo(f"{topic.name} holds {days} days. Once the sink has caught up, {again} brings older rows back.", err=True)
