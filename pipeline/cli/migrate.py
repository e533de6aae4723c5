"""`jobstream migrate`: bring both warehouses to the newest schema."""

import click

from pipeline.cli.exits import Failed
from pipeline.cli.show import echo_json
from pipeline.ops.databases import migrate
from pipeline.settings import Settings
from warehouse.contract import WarehouseMisconfigured


@click.command()
@click.option("--json", "as_json", is_flag=True, help="What was applied as JSON.")
def command(*, as_json: bool) -> None:
    """Bring both warehouses to the newest schema; doing it again changes nothing."""
    try:
        applied = migrate(Settings())
    except WarehouseMisconfigured as error:
        raise Failed(str(error)) from error
    if as_json:
        echo_json(applied)
        return
    for engine, names in applied.items():
        click.echo(f"{engine}: {', '.join(names) or 'is the newest'}")
