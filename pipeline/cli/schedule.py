"""`jobstream schedule`: crawls by the plan, for ever; and what the plan says."""

from datetime import datetime
from typing import Any

import click

from pipeline.cli.crawl import require_topics
from pipeline.cli.exits import Failed
from pipeline.cli.show import echo_json, echo_table
from pipeline.ops.crawling import CrawlMisconfigured
from pipeline.ops.kafka import Cluster
from pipeline.ops.kafka_clients import kafka_config
from pipeline.ops.plan import read_plan, rules_of
from pipeline.ops.processes import AlreadyRuns
from pipeline.ops.schedule import run_schedule
from pipeline.settings import Settings
from runtime.clock import utc_now
from runtime.health import PortTaken
from schemas.plan import CrawlPlan
from schemas.topics import CRAWL, PLAN, RAW
from scrapers.boards import BoardsUnreadable
from scrapers.plan.breaker import breaker_of
from scrapers.plan.schedule import Schedule

_HEAD = ("board", "due", "interval_h", "last", "outcome", "failures", "in flight since", "host")


@click.group(invoke_without_command=True)
@click.pass_context
def command(context: click.Context) -> None:
    """Crawl every board again and again, each as often as it changes, until SIGTERM or Ctrl-C.

    Boards are those of scrapers/boards.toml and of the file in JOBSTREAM_BOARDS_FILE, read again every minute. A board that
    changes often is crawled often, within JOBSTREAM_SCHEDULE_SHORTEST_S and _LONGEST_S; one that fails is tried again after
    growing waits. A host gets so many boards at once and so many requests an hour; when it fails again and again it is left
    alone, then one board tries. `./jobstream settings` shows all bounds, docs/scheduling.md says more.

    Start as many as you like, on as many machines: one leads, the others stand by and take over. The plan lies on
    jobs.crawl.plan; a crawl in flight is never started twice.

    Exit codes: 0 it was told to stop; 1 something went wrong, start it again; 2 usage; 3 Kafka does not answer.
    """
    if context.invoked_subcommand is not None:
        return
    settings = Settings()
    require_topics(settings, RAW, CRAWL, PLAN)
    try:
        ended_well = run_schedule(settings)
    except (AlreadyRuns, PortTaken) as error:
        raise Failed(str(error)) from error
    except (BoardsUnreadable, CrawlMisconfigured) as error:
        raise click.UsageError(str(error)) from error
    if not ended_well:
        raise Failed("The scheduler ended by itself. See ./jobstream logs schedule.")


@command.command("plan")
@click.argument("boards", nargs=-1, metavar="[SOURCE | SOURCE:BOARD]...")
@click.option("--json", "as_json", is_flag=True, help="Every field of the records, as JSON.")
def plan_(boards: tuple[str, ...], *, as_json: bool) -> None:
    """Show the plan: when each board is due, how often it is crawled, how its last crawl ended, what is in flight.

    The most urgent first. Hosts that are left alone are named below. It only reads: no scheduler needs to run.
    """
    settings = Settings()
    plans = read_plan(Cluster(kafka_config(settings)))
    chosen = sorted((plan for plan in plans.values() if _is_named(plan, boards)), key=lambda plan: (plan.due_at, plan.key))
    now = utc_now()
    hosts = dict(Schedule(rules_of(settings), plans.values()).breakers(now))
    if as_json:
        echo_json({"at": now, "boards": [_record(plan, now) for plan in chosen], "breakers": hosts})
        return
    echo_table(_HEAD, [_row(plan, now) for plan in chosen])
    in_flight = sum(plan.in_flight is not None for plan in chosen)
    due = sum(plan.in_flight is None and plan.due_at <= now for plan in chosen)
    click.echo(f"{len(chosen):,} boards: {in_flight:,} in flight, {due:,} due, {len(chosen) - in_flight - due:,} wait.")
    for host, state in sorted(hosts.items()):
        click.echo(f"{host} is left alone: its circuit breaker is {state.replace('_', '-')}.")


def _is_named(plan: CrawlPlan, words: tuple[str, ...]) -> bool:
    return not words or plan.key in words or plan.source in words


def _record(plan: CrawlPlan, now: datetime) -> dict[str, Any]:
    return plan.model_dump(mode="json") | {"breaker": breaker_of(plan.host_state, now)}


def _row(plan: CrawlPlan, now: datetime) -> tuple[Any, ...]:
    started_at = plan.in_flight.started_at if plan.in_flight else None
    times = [_ago(moment, now) for moment in (plan.due_at, plan.last_at, started_at)]
    due, last, since = times
    outcome = plan.last_outcome.value if plan.last_outcome else None
    return (plan.key, due, round(plan.interval_s / 3600, 1), last, outcome, plan.failures, since, plan.host)


def _ago(moment: datetime | None, now: datetime) -> str | None:
    if moment is None:
        return None
    minutes = round((moment - now).total_seconds() / 60)
    hours, rest = divmod(abs(minutes), 60)
    length = f"{hours} h {rest} min" if hours else f"{rest} min"
    return f"in {length}" if minutes > 0 else f"{length} ago" if minutes < 0 else "now"
