"""`jobstream sources`: which sources there are, how well they do, and what one makes of a recorded answer."""

import sys
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import click

from pipeline.cli.exits import FINDING, Failed
from pipeline.cli.show import echo_json, echo_table
from pipeline.cli.sources_health import health
from pipeline.ops.discover import discover
from pipeline.ops.trial import answered, imported, read_fields
from pipeline.settings import Settings
from pipeline.visible import visible
from scrapers.boards import BoardsUnreadable, load_boards
from scrapers.boards_file import board_tables
from scrapers.imports import GENERIC, importable, spec_names
from scrapers.imports.files import UnknownFormat
from scrapers.sources import UnknownSource, load_source, source_names
from scrapers.sources.base import UnreadableAnswer
from streams.normalize.base import load_normalizers

_LONGEST = 200
_NOT_FOUND = "No known system stands behind this page. `./jobstream sources list` shows those there are."


@click.group()
def command() -> None:
    """List the sources and their health, try one on a recorded answer, find the one behind a careers page."""


command.add_command(health)


@command.command("list")
@click.option("--json", "as_json", is_flag=True, help="JSON instead of a table.")
def list_(*, as_json: bool) -> None:
    """List the sources: where they are asked, how many boards of them are known, and what can be imported."""
    settings = Settings()
    try:
        boards = load_boards(settings.boards_file, shipped=settings.shipped_boards)
    except BoardsUnreadable as error:
        raise click.UsageError(str(error)) from error
    counts = {name: sum(board.source == name for board in boards) for name in source_names()}
    rows = [_described(name, counts.get(name)) for name in importable()]
    if as_json:
        echo_json(rows)
    else:
        echo_table(tuple(rows[0]), [list(row.values()) for row in rows])


@command.command()
@click.argument("name")
@click.option(
    "--payload", required=True, type=click.Path(exists=True, dir_okay=False, path_type=Path), help="The recorded answer."
)
@click.option(
    "--detail", type=click.Path(exists=True, dir_okay=False, path_type=Path), help="A detail answer, or a list of them."
)
@click.option("--board", default="test", show_default=True, help="The board that the answer is of.")
@click.option("--json", "as_json", is_flag=True, help="All fields as JSON, descriptions in full.")
def test(name: str, *, payload: Path, detail: Path | None, board: str, as_json: bool) -> None:
    """Show what source NAME makes of a recorded answer, field by field; nothing is published.

    The answer is a listing as the source sends it; of a source that is only imported, a JSONL or CSV file of its rows.
    Exit codes: 0 every posting can be read, 1 some can't, 2 usage.
    """
    normalizers = load_normalizers()
    try:
        crawled = name in source_names()
        found = list(answered(name, payload, detail, board) if crawled else imported(name, payload, board, _complain))
    except (UnknownFormat, UnknownSource) as error:
        raise click.UsageError(str(error)) from error
    except (UnreadableAnswer, ValueError) as error:
        raise Failed(f"{payload.name}: {error}") from error
    rows = [read_fields(raw, normalizers) for raw in found]
    _show(rows, as_json=as_json)
    if any("rejected" in row for row in rows):
        sys.exit(FINDING)


@command.command("discover")
@click.argument("url")
@click.option("--json", "as_json", is_flag=True, help="The boards as JSON.")
def discover_(url: str, *, as_json: bool) -> None:
    """Tell which source and board the careers page at URL is of, and print its lines for a boards file.

    The address itself may say it; else the page is fetched, once, and searched for the addresses of known systems.
    Exit codes: 0 found, 1 no known system, 2 no web address, 3 the page can't be fetched.
    """
    try:
        found = discover(url, Settings())
    except ValueError as error:
        raise click.UsageError(str(error)) from error
    if as_json:
        echo_json([{"source": board.source, "board": board.name} for board in found])
    else:
        click.echo(board_tables(found) or _NOT_FOUND)
    if not found:
        sys.exit(FINDING)


def _described(name: str, boards: int | None) -> dict[str, Any]:
    if boards is None:
        return {
            "source": name,
            "host": None,
            "boards": None,
            "details": None,
            "imported_as": "table" if name == GENERIC else "set",
        }
    source = load_source(name)
    host = urlsplit(source.first_page("BOARD").url).netloc
    kind = "set" if name in spec_names() else "listing rows"
    return {"source": name, "host": host, "boards": boards, "details": source.detail_request is not None, "imported_as": kind}


def _show(rows: list[dict[str, Any]], *, as_json: bool) -> None:
    if as_json:
        echo_json(rows)
        return
    for row in rows:
        width = max(map(len, row))
        for name, value in row.items():
            if value not in (None, "", [], {}):
                click.echo(f"{name.ljust(width)}  {_short(value)}")
        click.echo()
    rejected = sum("rejected" in row for row in rows)
    click.echo(f"{len(rows)} postings, {rejected} rejected.")


def _complain(sentence: str) -> None:
    click.echo(visible(sentence), err=True)


def _short(value: Any) -> str:
    text = visible(" ".join(str(value).split()))
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}… ({len(text):,} characters)"
