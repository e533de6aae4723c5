"""How commands print: JSON for programs, aligned columns for people."""

import json
import sys
from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import IO, Any

import click

from pipeline.visible import on_one_line, visible_json

_FIRST = 20


def echo_json(value: Any, file: IO[str] | None = None) -> None:
    """Print `value` as one JSON document, or write it to `file`."""
    click.echo(visible_json(json.dumps(value, indent=2, ensure_ascii=False, default=_plain)), file)


def echo_json_line(value: Any) -> None:
    """Print `value` as one line of JSON."""
    click.echo(visible_json(json.dumps(value, ensure_ascii=False, default=_plain)))


def echo_table(head: Sequence[str], rows: Iterable[Sequence[Any]]) -> None:
    """Print `rows` under `head`, columns aligned; numbers to the right."""
    texts = [[_text(cell) for cell in row] for row in rows]
    numeric = [bool(texts) and all(_is_number(row[i]) for row in texts) for i in range(len(head))]
    widths = [max([len(head[i]), *(len(row[i]) for row in texts)]) for i in range(len(head))]
    for row in [list(head), *texts]:
        cells = [c.rjust(w) if right else c.ljust(w) for c, w, right in zip(row, widths, numeric, strict=True)]
        click.echo("  ".join(cells).rstrip())


def echo_first(head: Sequence[str], rows: Sequence[Sequence[Any]], total: int, rest: str) -> None:
    """Print the first rows of a list of `total`, nothing of an empty one, and `rest` about those that are left out."""
    if rows:
        echo_table(head, rows[:_FIRST])
    if total > _FIRST:
        click.echo(f"… and {total - _FIRST:,} more ({rest}).")


def echo_over(text: str = "") -> None:
    """Show `text` on a terminal in place of what was shown so before; in a file every piece of news would stay."""
    if sys.stderr.isatty():
        click.echo(f"\r\033[K{text}", nl=False, err=True)


def _text(cell: Any) -> str:
    if cell is None:
        return "-"
    if isinstance(cell, bool):
        return "yes" if cell else "no"
    if isinstance(cell, int):
        return f"{cell:,}"
    return f"{cell:,.1f}" if isinstance(cell, float) else on_one_line(str(cell))


def _is_number(text: str) -> bool:
    return text == "-" or text.replace(",", "").replace(".", "").removeprefix("-").isdigit()


def _plain(value: Any) -> Any:
    if isinstance(value, datetime):
        return value.isoformat()
    return str(value)
