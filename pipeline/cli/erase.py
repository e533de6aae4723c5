"""`jobstream erase`: contacts that were found in postings, removed."""

import time
from dataclasses import asdict

import click

from pipeline.cli.exits import FINDING, Failed
from pipeline.cli.show import echo_json, echo_over, echo_table
from pipeline.ops.erase import Erasure, NotDone, Patience, Report, UnknownPostings, look
from pipeline.ops.kafka import Cluster
from pipeline.ops.kafka_clients import kafka_config
from pipeline.ops.kafka_trouble import BrokerRefused
from pipeline.ops.personal import postings_with
from pipeline.settings import Settings
from runtime.clock import utc_now
from runtime.producer import AckProducer
from schemas.topics import CURRENT, ENRICHED


@click.command()
@click.argument("posting_ids", metavar="[POSTING_ID]...", nargs=-1)
@click.option("--contact", metavar="MAIL-OR-NUMBER", help="Every posting whose contacts hold it; a number by its digits.")
@click.option("--execute", is_flag=True, help="Erase. Without it nothing is changed.")
@click.option("--purge", is_flag=True, help="Also drop the old records, and all before them in their partitions.")
@click.option(
    "--within", "within_s", type=click.FloatRange(min=0), default=120.0, show_default=True, help="Longest wait, seconds."
)
@click.option("--json", "as_json", is_flag=True, help="The report as JSON.")
@click.pass_context
def command(
    context: click.Context, posting_ids: tuple[str, ...], contact: str | None, within_s: float, *, execute: bool, purge: bool,
    as_json: bool,
) -> None:  # fmt: skip
    """Remove the contacts that were found in postings (the field `contacts`), for good: no revision carries any again.

    It records the erasure, which enrich heeds from then on, through replays and rebuilds; then it makes the postings in
    jobs.posting.current again without contacts. Old records of jobs.posting.enriched keep theirs for 30 days at most; --purge
    drops them at once, with everything that lies before them in their partitions (sinks must have read it; a subscriber that
    has not is named). Old records of jobs.posting.current go with its compaction, about a day after, when postings come.

    It does NOT touch the advertisement: its text, which may hold the same address, stays in jobs.posting.raw, in `description` on
    every topic and in both warehouses. Nor what subscribers have copied. --contact finds what is there now: a posting that
    comes later with the same address is another one. Doing it again is safe, and finishes what was not finished.

    \b
    ./jobstream erase greenhouse:acme:123                       # shows what there is
    ./jobstream erase greenhouse:acme:123 --execute --purge
    ./jobstream erase --contact jane.doe@example.com --execute
    """  # noqa: D301 - click's mark of lines to be left as they are
    if not posting_ids and contact is None:
        raise click.UsageError("Give the id of a posting, or --contact.")
    if contact is not None and not contact.strip():
        raise click.UsageError("--contact is empty: give a mail address or a number.")
    if purge and not execute:
        raise click.UsageError("--purge goes with --execute; without both the command only shows what there is.")
    cluster = Cluster(kafka_config(Settings()))
    try:
        report = look(cluster, _ids(cluster, posting_ids, contact), _progress)
        if execute and report.postings:
            producer = AckProducer(cluster.config, client_id="jobstream-erase")
            erasure = Erasure(cluster, producer, Patience(within_s, time.monotonic, time.sleep), _progress)
            erasure.run(report, utc_now(), purged=purge)
    except UnknownPostings as error:
        raise click.UsageError(str(error)) from error
    except (NotDone, BrokerRefused) as error:
        echo_over()
        raise Failed(str(error)) from error
    echo_over()
    if as_json:
        echo_json(asdict(report))
    else:
        _print(report)
    context.exit(FINDING if report.without_raw else 0)


def _ids(cluster: Cluster, posting_ids: tuple[str, ...], contact: str | None) -> set[str]:
    return set(posting_ids) | (postings_with(cluster, contact, _progress) if contact is not None else set())


def _progress(topic: str, done: int, total: int) -> None:
    echo_over(f"{topic}: {done:,} of {total:,} read")


def _print(report: Report) -> None:
    if not report.postings:
        click.echo("No posting carries it.")
        return
    click.echo(f"{len(report.postings):,} postings, of which {len(report.already_erased):,} were erased before:")
    for posting_id in report.postings:
        click.echo(f"  {posting_id}")
    echo_table(("topic", "records with their contacts"), sorted((report.left if report.executed else report.found).items()))
    if report.cuts:
        click.echo("--purge drops:" if not report.purged else "Dropped:")
        rows = [(cut.topic, cut.partition, cut.before, cut.dropped, cut.carrying) for cut in report.cuts]
        echo_table(("topic", "partition", "before offset", "records", "of them with contacts"), rows)
    if not report.executed:
        click.echo("Nothing was changed: add --execute.")
        return
    click.echo(f"Erased. {report.replayed:,} raw postings were replayed, and {CURRENT.name} has the postings without contacts.")
    if report.without_raw:
        click.echo(f"Not made again, because raw holds them no more: {', '.join(report.without_raw)}")
    if report.left[ENRICHED.name]:
        click.echo(f"Records of {ENRICHED.name} keep theirs until they are 30 days old, or until --purge.")
    if report.left[CURRENT.name]:
        click.echo(f"Old records of {CURRENT.name} go with its compaction, about a day after, when postings come.")
