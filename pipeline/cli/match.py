"""`jobstream match`: postings that a résumé fits."""

from typing import BinaryIO

import click

from pipeline.cli.nearest import search_options, show_nearest
from pipeline.ops.match import match
from pipeline.ops.similar import NotSearchable
from pipeline.settings import Settings
from warehouse.contract import RowsRefused, WarehouseMisconfigured
from warehouse.nearest import Wanted

LONGEST_BYTES = 1 << 20


@click.command()
@click.argument("resume", metavar="RESUME", type=click.File("rb"))
@search_options
def command(*, resume: BinaryIO, limit: int, only_open: bool, country: str | None, as_json: bool) -> None:
    """Show the postings that the text in RESUME fits best; `-` reads it from standard input.

    RESUME is plain text in UTF-8: a résumé, or a few lines about the work that is wanted. The text never leaves this process,
    and is neither stored nor logged; what is sent to ClickHouse is 256 numbers, in a query that is kept out of its query log.
    Scores are lower than those of `similar`, because a résumé is no ad: compare them within one answer.

    \b
    ./jobstream match resume.txt --open --country SE
    pdftotext resume.pdf - | ./jobstream match -
    echo "night nurse, intensive care" | ./jobstream match - --limit 3
    """  # noqa: D301 - click's mark of lines to be left as they are
    try:
        found = match(Settings(), _text(resume), Wanted(limit, only_open, country))
    except (NotSearchable, WarehouseMisconfigured, RowsRefused) as error:
        raise click.UsageError(str(error)) from error
    show_nearest(found, {}, as_json=as_json)


def _text(resume: BinaryIO) -> str:
    data = resume.read(LONGEST_BYTES + 1)
    if len(data) > LONGEST_BYTES:
        raise click.UsageError(f"The text is over {LONGEST_BYTES >> 20} MiB: give a shorter one.")
    if data.startswith(b"%PDF") or b"\0" in data:
        raise click.UsageError("This is no plain text. Make one of it first: pdftotext resume.pdf - | ./jobstream match -")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise click.UsageError("The text is not UTF-8: iconv -f latin1 -t utf-8 resume.txt | ./jobstream match -") from error
