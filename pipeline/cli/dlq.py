"""`jobstream dlq`: what could not be processed, and why."""

import uuid
from collections.abc import Callable
from dataclasses import fields
from functools import wraps
from itertools import islice
from typing import Any

import click

from pipeline.cli.exits import Refused, Unreachable
from pipeline.cli.show import echo_json, echo_json_line
from pipeline.cli.times import UtcTime, check_window
from pipeline.ops.dlq import Filter, letter_at, letters, redrive
from pipeline.ops.kafka import Cluster
from pipeline.ops.kafka_clients import kafka_config
from pipeline.settings import Settings
from pipeline.visible import on_one_line
from runtime.producer import AckProducer, BrokerUnavailable
from schemas.dead_letter import SUFFIX
from schemas.topics import DEAD_LETTER_TOPICS

_FILTERS = (
    click.option(
        "--topic",
        callback=lambda _c, _p, value: _known(value),
        help="Only of this topic, `jobs.posting.raw` or `jobs.posting.raw.dlq`.",
    ),
    click.option("--reason", help="Only with this reason."),
    click.option("--stage", help="Only of this stage or sink."),
    click.option("--source", help="Only of this source's postings."),
    click.option("--from", "since", type=UtcTime(), help="Died at this time or later (UTC)."),
    click.option("--to", "until", type=UtcTime(), help="Died before this time (UTC)."),
)


@click.group()
def command() -> None:
    """List and show dead letters: messages that could not be processed, payload untouched, with the reason."""


def _filtered(function: Callable[..., None]) -> Callable[..., None]:
    """Give a command the options of a filter, and what they say as its first argument."""

    @wraps(function)
    def filtering(**options: Any) -> None:
        wanted = Filter(**{field.name: options.pop(field.name) for field in fields(Filter)})
        check_window(wanted.since, wanted.until)
        function(wanted, **options)

    for option in reversed(_FILTERS):
        filtering = option(filtering)
    return filtering


@command.command("list")
@_filtered
@click.option("--limit", type=click.IntRange(min=1), help="Stop after so many.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object a line.")
def list_(wanted: Filter, *, limit: int | None, as_json: bool) -> None:
    """List dead letters, one a line: place, time, stage, reason, posting, detail."""
    for buried in islice(letters(_cluster(), wanted), limit):
        if as_json:
            echo_json_line(buried.as_json())
        else:
            click.echo(buried.as_text())


@command.command()
@click.argument("place")
@click.option("--json", "as_json", is_flag=True, help="JSON instead of text.")
def show(place: str, *, as_json: bool) -> None:
    """Show the dead letter at PLACE, `topic:partition:offset` as `dlq list` prints it, with its payload."""
    topic, partition, offset = _place(place)
    buried = letter_at(_cluster(), topic, partition, offset)
    if buried is None:
        raise Refused(f"There is no dead letter at {place}. `./jobstream dlq list` prints their places.")
    whole = buried.as_json() | buried.payload()
    if as_json:
        echo_json(whole)
        return
    shown = whole.pop("payload")
    for name, value in whole.items():
        click.echo(on_one_line(f"{name:12} {value}"))
    echo_json(shown)


@command.command("redrive")
@_filtered
@click.option("--execute", is_flag=True, help="Publish. Without it nothing is changed.")
@click.option("--json", "as_json", is_flag=True, help="JSON instead of text.")
def redrive_(wanted: Filter, *, execute: bool, as_json: bool) -> None:
    """Send dead raw postings through the stages again, payload untouched, by way of jobs.posting.replay.

    Do it after what killed them was repaired. Dead letters of later stages come again by `./jobstream replay`.
    """
    cluster, replay_id = _cluster(), str(uuid.uuid4())
    publish = AckProducer(cluster.config, client_id="jobstream-redrive").publish if execute else None
    try:
        done = redrive(letters(cluster, wanted), replay_id, publish)
    except BrokerUnavailable as error:
        raise Unreachable(
            f"Kafka stopped acknowledging ({error}). Look at `./jobstream stack status`, then redrive again."
        ) from error
    if as_json:
        counts = {"raw": done.sent, "left_out": done.left_out, "refused": done.refused}
        echo_json({"replay_id": replay_id, **counts, "executed": execute})
        return
    what = f"were published as replay {replay_id}" if execute else "would be published: add --execute"
    click.echo(f"{done.sent:,} dead raw postings {what}; {done.left_out:,} dead letters of later stages are left out.")
    if done.refused:
        click.echo(f"{done.refused:,} were refused as too large. Run `./jobstream topics apply`, then redrive again.")


def _known(topic: str | None) -> str | None:
    if not Filter(topic).topics():
        names = ", ".join(each.name.removesuffix(SUFFIX) for each in DEAD_LETTER_TOPICS)
        raise click.BadParameter(f"{topic!r} has no dead letters; these have: {names}.")
    return topic


def _cluster() -> Cluster:
    return Cluster(kafka_config(Settings()))


def _place(text: str) -> tuple[str, int, int]:
    topic, _, rest = text.partition(":")
    partition, _, offset = rest.partition(":")
    if not (partition.isdecimal() and offset.isdecimal()):
        raise click.UsageError(f"{text!r} is not topic:partition:offset.")
    return topic, int(partition), int(offset)
