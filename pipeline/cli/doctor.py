"""`jobstream doctor`: findings with the remedy."""

from dataclasses import asdict
from time import sleep

import click

from pipeline.cli.exits import FINDING, UNREACHABLE
from pipeline.cli.show import echo_json
from pipeline.ops.books import Accounting
from pipeline.ops.doctor import Finding, diagnose
from pipeline.settings import Settings
from pipeline.visible import visible

_COUNTED = ("raw", "unchanged", "normalized", "late", "dead_letters")


@click.command()
@click.option("--json", "as_json", is_flag=True, help="JSON instead of text.")
@click.pass_context
def command(context: click.Context, *, as_json: bool) -> None:
    """Check versions, engines, topics, migrations, lag, dead letters and the books; say what to do about each finding.

    Exit code 1 with findings, 3 when Kafka can't be reached.
    """
    findings, books = diagnose(Settings(), sleep)
    if as_json:
        accounting = asdict(books) | {"balanced": books.balanced} if books else None
        echo_json({"findings": [asdict(finding) for finding in findings], "accounting": accounting})
    else:
        _print(findings, books)
    if any(finding.check == "kafka" for finding in findings):
        context.exit(UNREACHABLE)
    context.exit(FINDING if findings else 0)


def _print(findings: list[Finding], books: Accounting | None) -> None:
    for finding in findings:
        click.echo(visible(f"{finding.check}: {finding.problem.removesuffix('.')}.\n    -> {finding.remedy}"))
    if books is not None:
        counts = ", ".join(f"{getattr(books, name):,} {name.replace('_', ' ')}" for name in _COUNTED)
        click.echo(f"The books: {counts}; {'balanced' if books.balanced else 'not balanced'}; {books.unread:,} not read yet.")
    if not findings:
        click.echo("Nothing found.")
