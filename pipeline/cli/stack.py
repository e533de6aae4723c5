"""`jobstream stack`: the embedded Kafka, TimescaleDB and ClickHouse."""

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path

import click

from pipeline.cli.exits import FINDING, Unreachable
from pipeline.cli.show import echo_json, echo_table
from pipeline.ops.logs import follow, last_lines
from pipeline.settings import Settings
from pipeline.stack import PartStatus, Stack, StackError
from pipeline.stack.parts import PARTS

_MIB = 1024 * 1024


@click.group()
def command() -> None:
    """Start and stop the embedded Kafka, TimescaleDB and ClickHouse.

    A part whose address is set (JOBSTREAM_KAFKA_ADDRESS, …) is your own server: it is shown, and never touched.
    """


@command.command()
@click.option("--json", "as_json", is_flag=True, help="Print the parts as JSON.")
def up(*, as_json: bool) -> None:
    """Start every part that does not run, and wait until each serves."""
    with _reported():
        parts = Stack(Settings()).up(_progress)
    _show(parts, as_json=as_json)


@command.command()
@click.option("--json", "as_json", is_flag=True, help="Print the parts as JSON.")
def status(*, as_json: bool) -> None:
    """Show the parts. Exit code 1 when one does not serve."""
    parts = Stack(Settings()).status()
    _show(parts, as_json=as_json)
    if not all(part.ready or part.external for part in parts):
        sys.exit(FINDING)


@command.command()
@click.argument("part", type=click.Choice(list(PARTS)), required=False)
@click.option("-n", "--lines", default=20, show_default=True, type=click.IntRange(min=0), help="How many of the last lines.")
@click.option("-f", "--follow", "following", is_flag=True, help="Go on printing what is written.")
def logs(part: str | None, *, lines: int, following: bool) -> None:
    """Print the end of a part's log, or of all."""
    stack = Stack(Settings())
    files = {name: Path(stack.log(name)) for name in ([part] if part else PARTS)}
    for name, file in files.items():
        text = last_lines(file, lines) if file.exists() else [f"No log yet: {file}"]
        for line in text:
            click.echo(f"{name} | {line}")
    if following:
        for name, line in follow(files, time.sleep):
            click.echo(f"{name} | {line}")


@command.command()
def down() -> None:
    """End every part; the data are kept."""
    ended = Stack(Settings()).down(_progress)
    click.echo(f"Stopped {', '.join(ended)}. The data are kept." if ended else "Nothing was running.")


@command.command()
@click.option("--yes", is_flag=True, help="Do not ask.")
def reset(*, yes: bool) -> None:
    """End every part and remove its data."""
    settings = Settings()
    if not yes:
        click.confirm(f"Remove all data of the embedded stack in {settings.var_dir.resolve() / 'stack'}?", abort=True)
    Stack(settings).reset(_progress)
    click.echo("The data of the embedded stack are removed. ./jobstream stack up starts an empty one.")


@contextmanager
def _reported() -> Iterator[None]:
    try:
        yield
    except StackError as error:
        raise Unreachable(str(error)) from error


def _progress(name: str, doing: str) -> None:
    click.echo(f"{name:<12} {doing}", err=True)


def _show(parts: list[PartStatus], *, as_json: bool) -> None:
    if as_json:
        echo_json([asdict(part) for part in parts])
    else:
        echo_table(("part", "address", "state", "pid", "memory", "uptime"), [_row(part) for part in parts])


def _row(part: PartStatus) -> tuple[str | None, ...]:
    if part.external or not part.pid:
        return part.name, part.address, "your own server" if part.external else "not running", None, None, None
    state = "ready" if part.ready else "not answering"
    return part.name, part.address, state, str(part.pid), f"{part.memory_bytes / _MIB:.0f} MiB", f"{part.uptime_s:.0f} s"
