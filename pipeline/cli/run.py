"""`jobstream run`: everything on this machine."""

import signal
from threading import Event

import click

from pipeline.cli.exits import Failed
from pipeline.cli.show import echo_over
from pipeline.ops.databases import migrate
from pipeline.ops.groups import Progress
from pipeline.ops.kafka_trouble import BrokerRefused
from pipeline.ops.processes import AlreadyRuns
from pipeline.ops.run import Voice, Wishes, run
from pipeline.ops.topics import PartitionsDiffer
from pipeline.settings import Settings
from schemas.topics import STAGES
from warehouse.contract import WarehouseMisconfigured

_IDLE_S = 3.0


class WorkerCount(click.ParamType):
    """`stage=number`."""

    name = "stage=n"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> tuple[str, int]:
        stage, _, number = str(value).partition("=")
        if stage not in STAGES or not number.isdecimal() or int(number) == 0:
            self.fail(f"{value!r} is not STAGE=N with a stage of {', '.join(STAGES)} and N from 1.", param, ctx)
        return stage, int(number)


@click.command()
@click.option("--workers", type=WorkerCount(), multiple=True, help="Processes of a stage, `normalize=2`; may be repeated.")
@click.option("--schedule", is_flag=True, help="Run the scheduler, too: boards are crawled again and again.")
@click.option("--until-idle", is_flag=True, help="End when everything that is there was processed.")
@click.pass_context
def command(context: click.Context, workers: tuple[tuple[str, int], ...], *, schedule: bool, until_idle: bool) -> None:
    """Apply topics and migrations, then run every stage and sink on this machine until Ctrl-C.

    A process that ends is started again, with growing waits; one that stopped at its limit of unexpected errors is not.
    Exit code 1 when one stopped so.
    """
    wishes = Wishes(dict(workers), _IDLE_S if until_idle else None, schedule)
    try:
        context.exit(run(Settings(), wishes, migrate, Voice(_say, _show), _told_to_stop()))
    except (AlreadyRuns, PartitionsDiffer, BrokerRefused, WarehouseMisconfigured) as error:
        raise Failed(str(error)) from error


def _told_to_stop() -> Event:
    stop = Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: stop.set())
    return stop


def _say(sentence: str) -> None:
    echo_over()
    click.echo(sentence, err=True)


def _show(seen: list[tuple[Progress, float]]) -> None:
    echo_over("   ".join(f"{each.group.process} {rate:,.0f}/s lag {each.lag:,}" for each, rate in seen))
