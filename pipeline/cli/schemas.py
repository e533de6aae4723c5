"""`jobstream schemas`: the published language as files."""

from pathlib import Path

import click

from pipeline.cli.exits import FINDING, Failed
from pipeline.cli.show import echo_json
from schemas import asyncapi, generate
from warehouse import dictionary

ASYNCAPI = Path(__file__).parent.parent.parent / "docs" / "asyncapi.yaml"


@click.command()
@click.option("--check", is_flag=True, help="Say what is stale or incompatible; the default.")
@click.option(
    "--write", is_flag=True, help="Land changed schemas as new files, write docs/asyncapi.yaml and docs/data-dictionary.md."
)
@click.option("--json", "as_json", is_flag=True, help="Findings as JSON.")
@click.pass_context
def command(context: click.Context, *, check: bool, write: bool, as_json: bool) -> None:
    """Compare the landed JSON Schemas, the AsyncAPI document and the data dictionary with the code, or write them.

    Exit code 1 when something is stale or incompatible.
    """
    if check and write:
        raise click.UsageError("Give --check or --write, not both.")
    if write:
        try:
            _write()
        except ValueError as error:
            raise Failed(str(error)) from error
    findings = generate.check() + _stale_documents()
    if as_json:
        echo_json({"findings": findings})
    for finding in [] if as_json else findings:
        click.echo(f"{finding}. Run `./jobstream schemas --write`.")
    context.exit(FINDING if findings else 0)


def _write() -> None:
    """Raises ValueError when a changed schema is incompatible; then nothing is written."""
    for path in generate.write():
        click.echo(f"landed {path.parent.name}/{path.name}", err=True)
    ASYNCAPI.write_text(asyncapi.render(), "utf-8")
    dictionary.PATH.write_text(dictionary.render(), "utf-8")


def _stale_documents() -> list[str]:
    wanted = {ASYNCAPI: asyncapi.render(), dictionary.PATH: dictionary.render()}
    return [f"docs/{path.name} is stale" for path, text in wanted.items() if not _holds(path, text)]


def _holds(path: Path, text: str) -> bool:
    return path.is_file() and path.read_text("utf-8") == text
