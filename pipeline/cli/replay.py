"""`jobstream replay`: raw postings through the stages again."""

import uuid
from dataclasses import asdict
from datetime import datetime

import click

from pipeline.cli.show import echo_json, echo_over, echo_table
from pipeline.cli.times import UtcTime, check_window
from pipeline.near import near
from pipeline.ops.kafka import Cluster
from pipeline.ops.kafka_clients import kafka_config
from pipeline.ops.replay import Report, Window, replay
from pipeline.settings import Settings
from runtime.producer import AckProducer
from scrapers.imports import importable


@click.command()
@click.option("--source", help="Only postings of this source.")
@click.option("--board", help="Only postings of this board.")
@click.option("--from", "since", type=UtcTime(), help="Fetched at this time or later (UTC).")
@click.option("--to", "until", type=UtcTime(), help="Fetched before this time (UTC).")
@click.option("--id", "replay_id", help="Name of the replay; the default is a new UUID.")
@click.option("--execute", is_flag=True, help="Publish. Without it nothing is changed.")
@click.option("--json", "as_json", is_flag=True, help="The report as JSON.")
def command(
    source: str | None,
    board: str | None,
    since: datetime | None,
    until: datetime | None,
    replay_id: str | None,
    *,
    execute: bool,
    as_json: bool,
) -> None:
    """Send raw postings through the stages again: those fetched in a window, from a source or board.

    Stages emit them even when nothing changed, marked with the replay id. Older never replaces newer: a replayed January
    corrects January's revisions and leaves the current rows alone. Raw postings that normalize has not read yet are left to it.
    Without --execute it only counts.
    """
    check_window(since, until)
    _check(source)
    cluster = Cluster(kafka_config(Settings()))
    producer = AckProducer(cluster.config, client_id="jobstream-replay") if execute else None
    window = Window(source, board, since, until)
    report = replay(cluster, window, replay_id or str(uuid.uuid4()), producer, _progress)
    if as_json:
        echo_json(asdict(report) | {"executed": execute})
    else:
        _print(report, executed=execute)


def _check(source: str | None) -> None:
    sources = importable()
    if source is not None and source not in sources:
        alike = near(source, sources)
        remedy = f"Near: {', '.join(alike)}." if alike else "./jobstream sources list shows all."
        raise click.UsageError(f"There is no source {source}. {remedy}")


def _progress(report: Report) -> None:
    echo_over(f"{report.scanned:,} of {report.total:,} read, {report.matched:,} in the window")


def _print(report: Report, *, executed: bool) -> None:
    echo_over()
    echo_table(("source", "postings"), sorted(report.by_source.items()))
    click.echo(
        f"{report.matched:,} of {report.scanned:,} raw postings, fetched from {report.first or '-'} to {report.last or '-'}."
    )
    if report.made_before:
        click.echo(
            f"{report.made_before:,} more, fetched before that, made revisions that the window only shows again: "
            "they go along, so that these keep their times."
        )
    if report.window.board is not None and not report.of_board:
        of_source = f" of {report.window.source}" if report.window.source else ""
        click.echo(f"No raw posting is of board {report.window.board}{of_source}.")
    if report.unreadable:
        click.echo(f"{report.unreadable:,} can't be read and are left out: {', '.join(report.named)}")
    if report.unread:
        click.echo(f"{report.unread:,} raw postings are left out: normalize has not read them yet, and takes them by itself.")
    if not executed:
        click.echo("Nothing was published: add --execute.")
        return
    click.echo(f"{report.published:,} were published to jobs.posting.replay as replay {report.replay_id}.")
    if report.refused:
        click.echo(f"{report.refused:,} were refused as too large. Run `./jobstream topics apply`, then replay again.")
