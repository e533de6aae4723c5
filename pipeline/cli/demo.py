"""`jobstream demo`: the main job, end to end, on this machine."""

import json
from typing import Any

import click

from pipeline.cli.exits import Failed
from pipeline.cli.nearest import show_nearest
from pipeline.cli.show import echo_table
from pipeline.demo.crawling import DemoFailed
from pipeline.demo.find import asks
from pipeline.demo.place import demo_settings
from pipeline.demo.report import report_path
from pipeline.demo.run import Result, demo, end
from pipeline.ops.similar import similar
from pipeline.settings import Settings
from pipeline.stack import StackError
from runtime.clock import utc_now
from warehouse.nearest import Wanted
from warehouse.queries import query
from warehouse.table import CLICKHOUSE, TIMESCALEDB

_ANSWERS = {
    CLICKHOUSE: ("top-skills", "top-employers", "duplicates-by-source"),
    TIMESCALEDB: ("new-postings-per-day", "pay-by-seniority", "work-modes"),
}
_ROWS = 5
# of the roles that the demo writes, one
_LIKE = "SELECT posting_id FROM jobs WHERE title LIKE '%Nurse%' AND ifNull(is_open, true) ORDER BY posting_id LIMIT 1"
_NEXT = (
    "./jobstream --demo query top-skills",
    'echo "night nurse" | ./jobstream --demo match -',
    "./jobstream --demo status",
    "./jobstream --demo replay --source lever --execute",
)


@click.command()
@click.option("--down", is_flag=True, help="End what the demo left running; its data stay in var/demo.")
@click.pass_context
def command(context: click.Context, *, down: bool) -> None:
    """Crawl local boards in three rounds through real engines, and check both warehouses against what was planted.

    Its stack has ports of its own and stays up afterwards; data of the last demo are removed at the start.
    Exit code 1 when something planted was not found, or the books do not balance.
    """
    if down:
        where = demo_settings(Settings()).var_dir
        click.echo(f"The demo is down; its data are in {where}." if end(Settings(), click.echo) else "No demo was running.")
        return
    try:
        result = demo(Settings(), utc_now(), click.echo)
    except (DemoFailed, StackError) as error:
        raise Failed(str(error)) from error
    _show(result)
    context.exit(result.exit_code)


def _show(result: Result) -> None:
    settings = demo_settings(Settings())
    report = json.loads(report_path(settings).read_text("utf-8"))
    _show_books(result, report)
    _show_merged(report["merged"])
    for engine, names in _ANSWERS.items():
        for name in names:
            _show_answer(settings, engine, name)
    _show_similar(settings)
    click.echo(f"\n{'all checks hold' if not result.exit_code else 'SOME CHECKS FAIL'}")
    for verdict in result.verdicts:
        click.echo(f"  {'ok ' if verdict.holds else 'NO '} {verdict.sentence()}")
    click.echo(f"\n{result.seconds:.0f} s; the report is in {report_path(settings)}. Everything still runs. Try:")
    click.echo("".join(f"  {line}\n" for line in _NEXT) + "  make demo-down   ends it")


def _show_books(result: Result, report: dict[str, Any]) -> None:
    books = report["accounting"]
    outcomes = " + ".join(
        f"{books[name]:,} {name.replace('_', ' ')}" for name in ("normalized", "unchanged", "late", "dead_letters")
    )
    click.echo(f"\nthe books: {books['raw']:,} raw = {outcomes}; {'balanced' if books['balanced'] else 'NOT BALANCED'}")
    for problem in books["problems"]:
        click.echo(f"  {problem}")
    failed = [row for crawl in result.crawls for row in crawl["boards"] if row["outcome"] == "failed"]
    click.echo("boards that failed: " + "; ".join(f"{row['board']} ({row['reason']})" for row in failed))
    click.echo("dead letters: " + ", ".join(f"{count} {reason}" for reason, count in report["dead_letters"].items()))


def _show_merged(merged: list[dict[str, Any]]) -> None:
    click.echo(f"\n{len(merged)} postings repeat another; the first of each kind:")
    first = {row["match_method"]: row for row in reversed(merged)}
    for method, row in first.items():
        click.echo(f"  {method}: {row['title']}, {row['employer']}: {row['reason']}")


def _show_similar(settings: Settings) -> None:
    posting_id = asks(settings)[CLICKHOUSE](_LIKE).rows[0][0]
    asked, found = similar(settings, posting_id, Wanted(_ROWS, only_open=True))
    click.echo(f"\nclickhouse: open postings that are like {posting_id}, {asked.title} | {asked.employer}")
    show_nearest(found, {}, as_json=False)


def _show_answer(settings: Settings, engine: str, name: str) -> None:
    asked = query(name)
    click.echo(f"\n{engine}: {asked.meaning}")
    sql, values = asked.on(engine), asked.values({}, _ROWS)
    answer = asks(settings)[engine](sql, values)
    echo_table(answer.columns, answer.rows)
