"""`jobstream lifecycle`: time for boards that nobody crawls."""

from datetime import datetime

import click

from pipeline.cli.show import echo_json, echo_table
from pipeline.cli.times import UtcTime
from pipeline.ops.kafka import Cluster
from pipeline.ops.kafka_clients import kafka_config
from pipeline.ops.lifecycle import tick
from pipeline.settings import Settings
from runtime.clock import utc_now
from runtime.producer import AckProducer


@click.group()
def command() -> None:
    """Postings open and close by what crawls and deadlines say."""


@command.command("tick")
@click.option("--at", "moment", type=UtcTime(), help="The time to tell (UTC); the default is now.")
@click.option("--dry-run", is_flag=True, help="Publish nothing; name the boards.")
@click.option("--json", "as_json", is_flag=True, help="The ticks as JSON.")
def tick_(moment: datetime | None, *, dry_run: bool, as_json: bool) -> None:
    """Tell every board that jobs.crawl knows what time it is.

    Postings past their deadline close at it, and those that no crawl showed for long close by age. Crawls tell the time too:
    a tick is for boards that are not crawled. A time in the future is refused.
    """
    now = utc_now()
    if moment is not None and moment > now:
        raise click.UsageError(f"{moment.isoformat()} is in the future: what closes then can't be reopened before.")
    cluster = Cluster(kafka_config(Settings()))
    publish = None if dry_run else AckProducer(cluster.config, client_id="jobstream-tick").publish
    ticks = tick(cluster, moment or now, publish)
    if as_json:
        echo_json({"at": (moment or now).isoformat(), "boards": [each.subject for each in ticks], "published": not dry_run})
        return
    echo_table(("source", "board"), [(each.source, each.board) for each in ticks])
    click.echo(f"{len(ticks):,} boards {'would be told' if dry_run else 'were told'} that it is {(moment or now).isoformat()}.")
