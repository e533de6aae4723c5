"""`jobstream import`: publish the postings of a file."""

import re
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click
from rich.console import Console

from pipeline.cli.crawl import require_topics
from pipeline.cli.exits import FINDING
from pipeline.cli.show import echo_first, echo_json
from pipeline.ops.kafka_clients import kafka_config
from pipeline.settings import Settings
from runtime.clock import utc_now
from runtime.logs import configure
from runtime.producer import AckProducer
from schemas.topics import CRAWL, RAW
from scrapers.importing import publish_postings
from scrapers.imports import GENERIC, load_spec
from scrapers.imports.base import ImportSpec
from scrapers.imports.files import UnknownFormat, columns_of, read_rows
from scrapers.imports.generic import FIELDS
from scrapers.imports.reading import Findings, Import, read_postings
from scrapers.sources import UnknownSource

_REST = "--json lists a thousand"


@click.command()
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--source", required=True, help="Whose rows they are; `generic` with --map takes any table.")
@click.option("--map", "maps", multiple=True, metavar="NAME=COLUMN,…", help=f"Of a generic table. Names: {', '.join(FIELDS)}.")
@click.option("--board", help="The board of all rows; needed where neither the rows nor the source say it.")
@click.option("--limit", type=click.IntRange(min=1), help="At most this many postings.")
@click.option("--dry-run", is_flag=True, help="Publish nothing; list the rows that lack a mapped field.")
@click.option("--json", "as_json", is_flag=True, help="The outcome as JSON.")
def command(
    file: Path, *, source: str, maps: tuple[str, ...], board: str | None, limit: int | None, dry_run: bool, as_json: bool
) -> None:
    """Publish the postings of FILE: JSONL or CSV, plain, .gz or .xz.

    A line that can't be read is named, and the rest goes on. A generic table without an id column gives each posting an
    id from its content. Nothing is taken as gone because a file lacks it: the crawl reports say `partial`.

    Exit codes: 0 every row published, 1 some rows could not be, 2 usage, 3 Kafka does not answer.
    """
    wanted = Import(_spec(file, source, maps, board), board or _stem(file, source), utc_now(), limit)
    started = time.monotonic()
    findings = Findings()
    if dry_run:
        for _ in read_postings(read_rows(file), wanted, findings):
            pass
    else:
        _publish(file, wanted, findings)
    _show(findings, time.monotonic() - started, dry_run=dry_run, as_json=as_json)
    if findings.failed:
        sys.exit(FINDING)


def _publish(file: Path, wanted: Import, findings: Findings) -> None:
    settings = Settings()
    require_topics(settings, RAW, CRAWL)
    configure("import", settings.log_dir, settings.log_level)
    producer = AckProducer(kafka_config(settings), client_id="jobstream-import")
    console = Console(stderr=True)
    started = time.monotonic()
    with console.status("import") as status:

        def show(found: Findings) -> None:
            rate = found.published / max(time.monotonic() - started, 0.001)
            status.update(f"{found.published:,} postings of {found.rows:,} rows published  {rate:,.0f}/s")

        publish_postings(read_postings(read_rows(file), wanted, findings), wanted, findings, producer, utc_now, watch=show)
    producer.close()


def _spec(file: Path, source: str, maps: Sequence[str], board: str | None) -> ImportSpec:
    columns = _columns(maps)
    if bool(columns) != (source == GENERIC):
        raise click.UsageError("--map and `--source generic` belong together: other sources know their fields.")
    try:
        known = columns_of(file)
        spec = load_spec(source, columns)
    except (UnknownFormat, UnknownSource) as error:
        raise click.UsageError(str(error)) from error
    strange = [column for column in columns.values() if known is not None and column not in known]
    if strange:
        raise click.UsageError(f"{file.name} has no column {strange[0]!r}. Columns: {', '.join(known or ())}.")
    if spec.board is None and source != GENERIC and board is None:
        raise click.UsageError(f"Rows of {source} don't say whose they are: give --board.")
    return spec


def _columns(maps: Sequence[str]) -> dict[str, str]:
    """Return our name -> the table's column; a comma in a column's name stands, unless what follows looks like `name=`."""
    pairs = [part.partition("=") for text in maps for part in re.split(r",(?=\w+=)", text)]
    columns = {name.strip(): column for name, _, column in pairs}
    for name, column in columns.items():
        if name not in FIELDS or not column:
            raise click.UsageError(f"--map {name}={column}: give NAME=COLUMN with a name of {', '.join(FIELDS)}.")
    if columns and "title" not in columns:
        raise click.UsageError("--map needs title=COLUMN: a posting without a title is a dead letter.")
    return columns


def _stem(file: Path, source: str) -> str | None:
    return file.name.split(".")[0] if source == GENERIC else None


def _show(findings: Findings, seconds: float, *, dry_run: bool, as_json: bool) -> None:
    counts = {name: getattr(findings, name) for name in ("rows", "postings", "published", "failed", "lacking_fields")}
    if as_json:
        listed: dict[str, Any] = {
            "broken": [{"line": line, "reason": reason} for line, reason in findings.broken],
            "lacking": [{"line": line, "field": name} for line, name in findings.lacking],
        }
        echo_json({**counts, **listed, "dry_run": dry_run, "seconds": round(seconds, 2)})
        return
    if dry_run:
        echo_first(("line", "lacks"), findings.lacking, findings.lacking_fields, _REST)
    echo_first(("line", "gave no posting"), findings.broken, findings.failed, _REST)
    done = "would be published" if dry_run else f"of {findings.postings:,} published ({findings.published / seconds:,.0f}/s)"
    number = findings.postings if dry_run else findings.published
    click.echo(f"{findings.rows:,} rows, {number:,} postings {done}, {findings.failed:,} failed.")
