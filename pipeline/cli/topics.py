"""`jobstream topics`: create, list, describe and read the topics."""

from dataclasses import asdict
from datetime import datetime
from itertools import islice
from typing import Any

import click

from pipeline.cli.exits import Failed, Refused
from pipeline.cli.show import echo_json, echo_json_line, echo_table
from pipeline.cli.times import TimeOrBeginning
from pipeline.ops import topics as ops
from pipeline.ops.kafka import Cluster
from pipeline.ops.kafka_clients import kafka_config
from pipeline.ops.kafka_trouble import BrokerRefused
from pipeline.ops.tail import start_of, tail
from pipeline.settings import Settings
from schemas.topics import Topic

_LAST = 10


@click.group()
def command() -> None:
    """Create, list and read the topics."""


@command.command()
@click.option("--json", "as_json", is_flag=True, help="What was changed as JSON.")
def apply(*, as_json: bool) -> None:
    """Make every topic what it promises to be; doing it again changes nothing."""
    try:
        done = ops.apply(Settings())
    except (ops.PartitionsDiffer, BrokerRefused) as error:
        raise Failed(str(error)) from error
    if as_json:
        echo_json({"created": [t.name for t in done.create], "altered": done.alter})
        return
    for sentence in done.sentences() or ["Every topic is as promised."]:
        click.echo(sentence)


@command.command("list")
@click.option("--json", "as_json", is_flag=True, help="JSON instead of a table.")
def list_(*, as_json: bool) -> None:
    """List the topics with their messages, partitions, makers and readers."""
    rows = _rows(Cluster(kafka_config(Settings())))
    if as_json:
        echo_json(rows)
    else:
        head = ("topic", "messages", "partitions", "key", "made_by", "read_by")
        echo_table(head, [[row[name] for name in head] for row in rows])


@command.command()
@click.argument("name")
@click.option("--json", "as_json", is_flag=True, help="JSON instead of text.")
def describe(name: str, *, as_json: bool) -> None:
    """Show what topic NAME promises and what the cluster has."""
    settings = Settings()
    topic, cluster = _topic(name, settings), Cluster(kafka_config(settings))
    found = ops.survey(cluster, [topic]).get(name)
    described = _described(topic) | {
        "exists": found is not None,
        "partitions": found.partitions if found else None,
        "config": {key: (found.config.get(key) if found else None) for key in topic.config()},
        "offsets": {p: [first, _next] for p, first, _next in _offsets(cluster, name)},
    }
    if as_json:
        echo_json(described)
        return
    for key, value in described.items():
        click.echo(f"{key:12} {value}")


@command.command("tail")
@click.argument("name")
@click.option("--id", "subject", help="Only messages about this posting id (or `source:board` in jobs.crawl).")
@click.option("--from", "since", type=TimeOrBeginning(), help="Start at this broker time; `beginning` is the oldest message.")
@click.option("--limit", type=click.IntRange(min=1), help="Stop after so many messages.")
@click.option("--follow", is_flag=True, help="Go on as messages arrive.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object a line.")
def tail_(name: str, subject: str | None, since: datetime | None, limit: int | None, *, follow: bool, as_json: bool) -> None:
    """Print the messages of topic NAME, decoded: the last ten of every partition, or from a time on."""
    cluster = Cluster(kafka_config(Settings()))
    if name not in cluster.partitions():
        raise Refused(f"There is no topic {name}. `./jobstream topics list` names them.")
    # looking for one posting, everything may hold it
    start = start_of(cluster, name, since, None if subject else _LAST)
    for line in islice(tail(cluster, start, follow=follow, subject=subject), limit):
        if as_json:
            echo_json_line(line.as_json())
        else:
            click.echo(line.as_text())


def _topic(name: str, settings: Settings) -> Topic:
    known = {topic.name: topic for topic in ops.wanted(settings)}
    if name not in known:
        raise Refused(f"There is no topic {name}. `./jobstream topics list` names them.")
    return known[name]


def _rows(cluster: Cluster) -> list[dict[str, Any]]:
    topics, counts = ops.wanted(Settings()), cluster.partitions()
    messages = cluster.messages([topic.name for topic in topics])
    return [_described(topic) | {"messages": messages.get(topic.name), "partitions": counts.get(topic.name)} for topic in topics]


def _described(topic: Topic) -> dict[str, Any]:
    promised = asdict(topic) | {"events": [event.TYPE for event in topic.events]}
    return {("topic" if key == "name" else key): value for key, value in promised.items()}


def _offsets(cluster: Cluster, name: str) -> list[tuple[int, int, int]]:
    first, following = cluster.first_offsets([name]), cluster.next_offsets([name])
    return [(partition, offset, following[(name, partition)]) for (_, partition), offset in sorted(first.items())]
