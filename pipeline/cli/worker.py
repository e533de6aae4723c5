"""`jobstream worker`: one stage in one process."""

import click

from pipeline.cli.exits import FINDING, LIMIT, OK, Failed, Unreachable
from pipeline.ops.kafka_clients import kafka_config
from pipeline.ops.processes import AlreadyRuns
from pipeline.ops.stages import run_worker
from pipeline.settings import Settings
from runtime.health import PortTaken
from runtime.producer import BrokerUnavailable
from schemas.topics import DAY_MS, REPLAY, STAGES, inputs_of, own_topics_of
from streams.instance import InstanceTaken
from streams.rebuild import GroupInUse, StateMissing, TopicsMissing, rebuild
from streams.state import StateUnreadable
from streams.step import PluginRefused
from streams.worker import Ending, leave, start_again

_EXITS = {Ending.STOPPED: OK, Ending.LIMIT: LIMIT, Ending.FAILED: FINDING}
_FINDINGS = (AlreadyRuns, GroupInUse, InstanceTaken, PluginRefused, PortTaken, StateMissing, StateUnreadable, TopicsMissing)


@click.command()
@click.argument("stage", type=click.Choice(STAGES))
@click.option("--instance", default="1", show_default=True, help="Name of this process among the workers of STAGE.")
@click.option("--resume", "resumed", is_flag=True, help="Go on after the limit of unexpected errors stopped STAGE.")
@click.option("--rebuild", "rebuilt", is_flag=True, help="Read the input from its start and make state and outputs again.")
@click.pass_context
def command(context: click.Context, stage: str, instance: str, *, resumed: bool, rebuilt: bool) -> None:
    """Run STAGE until SIGTERM or Ctrl-C; more processes of a stage share its partitions.

    It starts before Kafka and waits for it. Exit code 4: unexpected errors reached their limit, nothing of that batch
    was published or acknowledged; `--resume` goes on once the cause is mended.
    """
    settings = Settings()
    try:
        if rebuilt:
            rebuild(kafka_config(settings), stage)
            _say_what_is_kept(stage)
        ending = run_worker(stage, settings, instance=instance, resume=resumed)
    except _FINDINGS as error:
        raise Failed(str(error)) from error
    except BrokerUnavailable as error:
        raise Unreachable(f"Kafka at {settings.kafka} does not answer: {error}. Start it by ./jobstream stack up.") from error
    if ending is Ending.KAFKA_LOST:
        start_again()
    if ending is Ending.CUT_OFF:
        leave()
    if ending is not Ending.STOPPED:
        click.echo(f"{stage} ended: {ending.value}. See ./jobstream logs {stage}.", err=True)
    context.exit(_EXITS[ending])


def _say_what_is_kept(stage: str) -> None:
    """Say which inputs of `stage` do not reach back to the first posting; what it empties itself is made again."""
    for topic in inputs_of(stage):
        if topic.retention_ms > 0 and topic is not REPLAY and topic not in own_topics_of(stage):
            days = topic.retention_ms // DAY_MS
            click.echo(
                f"{topic.name} holds {days} days. Once {stage} has caught up, "
                "./jobstream replay --execute brings older postings back.",
                err=True,
            )
