"""`jobstream settings`: what is in force, and where it comes from."""

import click

from pipeline.cli.show import echo_json, echo_table
from pipeline.settings import origins, unknown


@click.command()
@click.option("--json", "as_json", is_flag=True, help="JSON instead of a table.")
def command(*, as_json: bool) -> None:
    """Show every setting, secrets hidden, and whether it comes from the environment, `.env` or the defaults."""
    rows = [
        {"setting": f"JOBSTREAM_{name.upper()}", "value": str(value), "from": origin, "about": about}
        for name, value, origin, about in origins()
    ]
    if as_json:
        echo_json(rows)
    else:
        echo_table(("setting", "value", "from"), [(row["setting"], row["value"] or '""', row["from"]) for row in rows])
    for name, advice in unknown():
        click.echo(f"{name} is no setting, and nobody heeds it: {advice}", err=True)
