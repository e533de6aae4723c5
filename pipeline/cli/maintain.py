"""`jobstream maintain`: do in the warehouses what is due."""

from dataclasses import asdict

import click

from pipeline.cli.exits import Failed
from pipeline.cli.show import echo_json
from pipeline.ops.addresses import reachable, timescaledb_config
from pipeline.settings import Settings
from warehouse.contract import RowsRefused, WarehouseMisconfigured
from warehouse.maintain import maintain


@click.command()
@click.option("--json", "as_json", is_flag=True, help="What was done as JSON.")
def command(*, as_json: bool) -> None:
    """Refresh, compress and drop what is due in TimescaleDB; `run` does it on a timer."""
    try:
        with reachable():
            done = maintain(timescaledb_config(Settings()))
    except (WarehouseMisconfigured, RowsRefused) as error:
        raise Failed(str(error)) from error
    if as_json:
        echo_json([asdict(each) for each in done])
        return
    for each in done:
        click.echo(each.sentence)
