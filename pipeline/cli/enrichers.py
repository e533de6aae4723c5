"""`jobstream enrichers`: what derives fields, in which version, and whether it keeps what all promise."""

from collections.abc import Sequence
from typing import Any

import click

from pipeline.cli.exits import FINDING, Refused
from pipeline.cli.show import echo_json, echo_table
from pipeline.settings import Settings
from streams.enrich.base import Enricher
from streams.enrich.chain import ENRICHERS
from streams.enrich.plugins import LONGEST_TRIAL_S, installed, tried, with_plugins
from streams.enrich.resources import load_resources
from streams.step import PluginRefused


@click.command()
@click.option("--check", is_flag=True, help="Try each enricher on postings; exit code 1 when one breaks a promise.")
@click.option("--json", "as_json", is_flag=True, help="JSON instead of a table.")
@click.pass_context
def command(context: click.Context, *, check: bool, as_json: bool) -> None:
    """List the enrichers in force: ours, and plug-ins that JOBSTREAM_ENRICHERS puts in their places.

    A plug-in is a package with an entry point of the group `jobstream.enrichers`: docs/adding-an-enricher.md, section 7.
    """
    try:
        enrichers = with_plugins(Settings().enricher_plugins)
    except PluginRefused as error:
        raise Refused(str(error)) from error
    broken = _broken(enrichers) if check else {}
    if as_json:
        echo_json({"enrichers": [_row(enricher, broken) for enricher in enrichers], "installed_plugins": sorted(installed())})
    else:
        rows = ((e.name, e.version, ", ".join(e.fields), e in ENRICHERS) for e in enrichers)
        echo_table(("enricher", "version", "fields", "shipped"), rows)
        for name, promises in broken.items():
            click.echo("\n".join(f"{name} breaks a promise: {promise}." for promise in promises))
    if any(broken.values()):
        context.exit(FINDING)


def _broken(enrichers: Sequence[Enricher]) -> dict[str, list[str]]:
    resources = load_resources()
    within_s = LONGEST_TRIAL_S if Settings().readers else None
    return {e.name: tried(e, resources, None if e in ENRICHERS else within_s) for e in enrichers}


def _row(enricher: Enricher, broken: dict[str, list[str]]) -> dict[str, Any]:
    row: dict[str, Any] = {"name": enricher.name, "version": enricher.version, "fields": list(enricher.fields)}
    row["shipped"] = enricher in ENRICHERS
    return row | ({"broken": broken[enricher.name]} if broken else {})
