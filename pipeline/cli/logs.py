"""`jobstream logs`: what processes wrote."""

from time import sleep

import click

from pipeline.cli.exits import Refused
from pipeline.cli.show import echo_json_line
from pipeline.ops.logs import follow, last_lines, log_files, readable
from pipeline.settings import Settings


@click.command()
@click.argument("process", required=False)
@click.option("-n", "--lines", default=20, show_default=True, type=click.IntRange(min=0), help="How many of the last lines.")
@click.option("-f", "--follow", "following", is_flag=True, help="Go on printing what is written, until Ctrl-C.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object a line, as it was logged.")
def command(process: str | None, lines: int, *, following: bool, as_json: bool) -> None:
    """Show the end of the log of PROCESS (`normalize`, `sink-clickhouse`, `kafka` …), or of all."""
    log_dir = Settings().log_dir
    files = log_files(log_dir, process)
    if not files:
        there = (
            ", ".join(sorted({path.stem for path in log_files(log_dir).values()})) or "none; start something by `./jobstream run`"
        )
        raise Refused(f"There is no log of {process or 'any process'} in {log_dir}. There are: {there}.")
    for name, path in files.items():
        for line in last_lines(path, lines):
            _print(name, line, as_json=as_json, prefix=len(files) > 1)
    if following:
        for name, line in follow(files, sleep):
            _print(name, line, as_json=as_json, prefix=len(files) > 1)


def _print(name: str, line: str, *, as_json: bool, prefix: bool) -> None:
    if as_json:
        echo_json_line({"log": name, "line": line})
    else:
        click.echo(f"{name}: {readable(line)}" if prefix else readable(line))
