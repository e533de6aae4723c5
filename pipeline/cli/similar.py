"""`jobstream similar`: postings that are like one."""

import click

from pipeline.cli.nearest import search_options, show_nearest
from pipeline.ops.similar import NotSearchable, similar
from pipeline.settings import Settings
from pipeline.visible import on_one_line
from warehouse.contract import RowsRefused, WarehouseMisconfigured
from warehouse.nearest import Wanted


@click.command()
@click.argument("posting_id", metavar="POSTING_ID")
@search_options
def command(*, posting_id: str, limit: int, only_open: bool, country: str | None, as_json: bool) -> None:
    """Show the postings that are most like POSTING_ID, by their titles and texts.

    A job that is advertised several times is shown once, by its canonical posting, and the job of POSTING_ID itself not at
    all; nor is a posting that is known to be closed. A score is 1 at most: from .8 on it is nearly always the same occupation,
    below .5 hardly ever. English ads are told apart best; ads in other languages find those in their own.

    \b
    ./jobstream query freshest-postings           # some ids
    ./jobstream similar greenhouse:stripe:7532733
    ./jobstream similar greenhouse:stripe:7532733 --open --country DE --limit 3
    """  # noqa: D301 - click's mark of lines to be left as they are
    try:
        asked, found = similar(Settings(), posting_id, Wanted(limit, only_open, country))
    except (NotSearchable, WarehouseMisconfigured, RowsRefused) as error:
        raise click.UsageError(str(error)) from error
    if not as_json:
        click.echo(on_one_line(f"Like {asked.title} | {asked.employer or 'no employer'}:"))
    show_nearest(found, {"posting_id": posting_id, "title": asked.title, "employer": asked.employer}, as_json=as_json)
