"""`jobstream query`: ask a warehouse."""

import csv
import sys

import click

from pipeline.cli.show import echo_json, echo_table
from pipeline.ops.ask import ask, ask_named
from pipeline.settings import Settings
from warehouse.ask import Answer
from warehouse.contract import RowsRefused, WarehouseMisconfigured
from warehouse.queries import UnknownQuery, queries
from warehouse.table import CLICKHOUSE, ENGINES

_WIDEST = 60


class _Pair(click.ParamType):
    name = "NAME=VALUE"

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> tuple[str, str]:
        name, equals, text = value.partition("=")
        if not equals:
            self.fail(f"{value!r} is not NAME=VALUE", param, ctx)
        return name, text


@click.command()
@click.argument("name", required=False)
@click.option("--sql", help="Your own statement instead of a named query; it can't change anything.")
@click.option("--engine", type=click.Choice(ENGINES), help="Where to ask; default: clickhouse.")
@click.option("--param", "params", type=_Pair(), multiple=True, help="A parameter of the query; may be repeated.")
@click.option("--limit", type=click.IntRange(min=1), default=20, show_default=True, help="Most rows to show.")
@click.option("--format", "form", type=click.Choice(["table", "csv", "json"]), default="table", show_default=True)
@click.option("--json", "as_json", is_flag=True, help="Short for --format json.")
def command(
    *, name: str | None, sql: str | None, engine: str | None, params: tuple[tuple[str, str], ...], limit: int, form: str,
    as_json: bool,
) -> None:  # fmt: skip
    """Ask a warehouse the named query NAME, or --sql; without either, list the named queries."""
    form = "json" if as_json else form
    if name and sql:
        raise click.UsageError("Give a named query or --sql, not both.")
    if not name and not sql:
        _show_all(form)
        return
    try:
        if sql:
            _show(ask(Settings(), engine or CLICKHOUSE, sql, limit=limit), form)
        else:
            _show(ask_named(Settings(), str(name), engine, dict(params), limit), form)
    except (UnknownQuery, WarehouseMisconfigured, RowsRefused) as error:
        raise click.UsageError(str(error)) from error


def _show_all(form: str) -> None:
    head = ("name", "answers", "parameters", "engines")
    rows = [
        (q.name, q.meaning, ", ".join(f"{p.name}={p.default}" for p in q.parameters), ", ".join(q.sql))
        for q in queries().values()
    ]
    _show(Answer(head, list(rows)), form, widest=200)


def _show(answer: Answer, form: str, widest: int = _WIDEST) -> None:
    if form == "json":
        echo_json(answer.as_dicts())
    elif form == "csv":
        writer = csv.writer(sys.stdout)
        writer.writerow(answer.columns)
        writer.writerows(answer.rows)
    else:
        echo_table(answer.columns, [[_short(cell, widest) for cell in row] for row in answer.rows])


def _short(cell: object, widest: int) -> object:
    if not isinstance(cell, str | list | dict):
        return cell
    text = " ".join(str(cell).split())
    return text if len(text) <= widest else text[: widest - 1] + "…"
