"""The demo: start engines, crawl local boards in three rounds, check both warehouses, leave all of it running.

1. an empty stack of its own is started, topics and migrations are applied, and `jobstream run` supervises stages and sinks;
2. each round is crawled by `jobstream crawl`, as a user would, and the stages and sinks catch up;
3. the books, both warehouses and the dead letters are compared with what was planted.
"""

import os
import signal
from dataclasses import dataclass
from datetime import datetime
from time import monotonic, sleep
from typing import Any

from pipeline.cli.exits import FINDING, OK
from pipeline.demo.check import Verdict, check, check_dead
from pipeline.demo.crawling import DemoFailed, Reminder, Say, crawl, summary
from pipeline.demo.find import asks, dead_letters, find
from pipeline.demo.place import clear, demo_settings, write_boards
from pipeline.demo.report import write_report
from pipeline.demo.server import DemoServer
from pipeline.demo.world import ROUNDS, World
from pipeline.ops import topics
from pipeline.ops.books import Accounting, account
from pipeline.ops.databases import migrate, surveyors
from pipeline.ops.groups import Idle, progress
from pipeline.ops.kafka import Cluster
from pipeline.ops.kafka_clients import kafka_config
from pipeline.ops.processes import RunFile, processes
from pipeline.ops.run import JOBSTREAM, spawn
from pipeline.ops.run import NAME as RUN
from pipeline.ops.supervisor import Handle, Program
from pipeline.settings import Settings, environment
from pipeline.stack import Stack
from warehouse.table import CLICKHOUSE

QUIET_S = 1.0
_CATCH_UP_WITHIN_S = 300.0
_STOP_WITHIN_S = 60.0


@dataclass(frozen=True, slots=True)
class Result:
    """What the demo came to."""

    accounting: Accounting
    verdicts: list[Verdict]
    crawls: list[dict[str, Any]]
    seconds: float

    @property
    def exit_code(self) -> int:
        """0 when everything that was planted was found and the books balance."""
        return OK if self.accounting.balanced and all(verdict.holds for verdict in self.verdicts) else FINDING


def demo(base: Settings, now: datetime, say: Say) -> Result:
    """Run the demo; on return its stack and its stages go on running, and `var/demo/report.json` is written.

    Raises DemoFailed, StackError.
    """
    began = monotonic()
    settings = demo_settings(base)
    end(base, say)
    clear(settings)
    world = World(now)
    write_boards(settings.boards_file or settings.var_dir, world.boards.values())
    Stack(settings).up(lambda part, doing: say(f"  {part}: {doing}"))
    topics.apply(settings)
    migrate(settings)
    run = spawn(Program(RUN, (*JOBSTREAM, "run"), environment(settings)), settings)
    # one address for all rounds: spiders remember by it what has not changed
    with DemoServer(world) as server:
        crawling = settings.but(source_base_url=server.url)
        crawls = [_round(world, number, crawling, run, say) for number in range(1, ROUNDS + 1)]
    result = _judge(world, settings, crawls, began)
    write_report(settings, result)
    return result


def end(base: Settings, say: Say) -> bool:
    """Stop what a demo left running; its data stay. Return whether anything ran."""
    settings = demo_settings(base)
    # the supervisor first: it would start again what ends under it
    running = sorted(processes(settings.var_dir), key=lambda process: process.name != RUN)
    if running:
        say("stopping the stages and sinks of the last demo …")
    for process in running:
        _stop(process)
    return bool(Stack(settings).down()) or bool(running)


def _stop(process: RunFile) -> None:
    if process.alive():
        os.kill(process.pid, signal.SIGTERM)
    deadline = monotonic() + _STOP_WITHIN_S
    while process.alive():
        if monotonic() > deadline:
            raise DemoFailed(f"{process.name} (pid {process.pid}) does not end: kill -9 {process.pid}")
        sleep(0.1)


def _round(world: World, number: int, settings: Settings, run: Handle, say: Say) -> dict[str, Any]:
    if number > 1:
        world.advance()
    postings = sum(len(board.jobs) for board in world.boards.values())
    say(f"round {number}: {len(world.boards)} boards list {postings:,} postings")
    done = crawl(list(world.boards), settings, say)
    say(f"  crawled: {summary(done)}")
    began = monotonic()
    _catch_up(settings, run, say)
    say(f"  caught up {monotonic() - began - QUIET_S:.1f} s later")
    return done


def _catch_up(settings: Settings, run: Handle, say: Say) -> None:
    cluster, idle, began = Cluster(kafka_config(settings)), Idle(QUIET_S), monotonic()
    reminder = Reminder(began)
    while True:
        seen, now = progress(cluster), monotonic()
        if idle.reached(seen, now):
            return
        if now - began > _CATCH_UP_WITHIN_S:
            behind = ", ".join(f"{each.group.process} {each.lag}" for each in seen if each.lag)
            raise DemoFailed(f"Still behind after {_CATCH_UP_WITHIN_S:.0f} s: {behind}. Logs are in {settings.log_dir}.")
        if (code := run.poll()) is not None:
            raise DemoFailed(f"The supervisor ended with code {code}. See {settings.log_dir / 'run.out'}.")
        if any(each.lag for each in seen) and reminder.due(now):
            say("  still to do: " + ", ".join(f"{each.group.process} {each.lag:,}" for each in seen if each.lag))
        sleep(0.25)


def _judge(world: World, settings: Settings, crawls: list[dict[str, Any]], began: float) -> Result:
    warehouses = asks(settings)
    verdicts = [verdict for engine, ask in warehouses.items() for verdict in check(world.truth, engine, find(ask))]
    verdicts.append(check_dead(world.truth, dead_letters(warehouses[CLICKHOUSE])))
    accounting = account(Cluster(kafka_config(settings)), surveyors(settings))
    return Result(accounting, verdicts, crawls, monotonic() - began)
