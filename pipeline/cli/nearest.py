"""What the commands that search by vectors share: their options, and how answers are printed."""

import re
from collections.abc import Callable, Sequence
from dataclasses import asdict
from functools import reduce
from typing import Any

import click

from pipeline.cli.show import echo_json, echo_table
from warehouse.nearest import Near

_WIDEST = 48
_CODE = re.compile("[A-Za-z]{2}")
_OPTIONS = (
    click.option("--limit", type=click.IntRange(1, 100), default=10, show_default=True, help="Most postings to show."),
    click.option("--open", "only_open", is_flag=True, help="Only postings that a crawl shows; else also imported ones."),
    click.option("--country", metavar="XX", callback=lambda _c, _p, value: _country(value), help="Only with a place there: SE …"),
    click.option("--json", "as_json", is_flag=True, help="JSON instead of a table."),
)  # fmt: skip


def search_options(command: Callable[..., None]) -> Callable[..., None]:
    """Add the options of a search to a command."""
    return reduce(lambda wrapped, option: option(wrapped), reversed(_OPTIONS), command)


def show_nearest(found: Sequence[Near], asked: dict[str, Any], *, as_json: bool) -> None:
    """Print the answers, best first; JSON with what was `asked`."""
    if as_json:
        echo_json({**asked, "postings": [asdict(near) for near in found]})
    elif found:
        echo_table(("score", "posting", "title", "employer", "place", "url"), [_row(near) for near in found])
    else:
        click.echo("No posting that is wanted has a vector: leave --country or --open out, or ask again later.")


def _row(near: Near) -> tuple[Any, ...]:
    place = ", ".join(part for part in (near.city, near.country) if part)
    return f"{near.score:.2f}", near.posting_id, _short(near.title), _short(near.employer), place or None, near.url


def _short(text: str | None) -> str | None:
    line = text and " ".join(text.split())
    return line if not line or len(line) <= _WIDEST else line[: _WIDEST - 1] + "…"


def _country(value: str | None) -> str | None:
    if value is not None and not _CODE.fullmatch(value):
        raise click.BadParameter(f"{value!r} is no code of two letters (ISO 3166-1 alpha-2): SE, DE, US …")
    return value and value.upper()
