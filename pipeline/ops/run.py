"""`jobstream run`: every stage and sink on one machine, until it is told to stop.

1. no other `run`, worker or sink of the same name lives on this var directory;
2. topics and migrations are applied;
3. stages and sinks run, each a child process; `maintain` runs on a timer;
4. on SIGTERM or SIGINT all of them end: a stage finishes or abandons its batch, and nothing of it is half done.
"""

import subprocess
import sys
from collections.abc import Callable, Mapping
from contextlib import ExitStack
from dataclasses import dataclass, field
from threading import Event
from time import monotonic, sleep

from pipeline.cli.exits import FINDING, OK, Unreachable
from pipeline.ops import topics
from pipeline.ops.groups import Idle, Progress, progress
from pipeline.ops.kafka import Cluster
from pipeline.ops.kafka_clients import kafka_config
from pipeline.ops.processes import AlreadyRuns, processes, registered
from pipeline.ops.supervisor import Handle, Policy, Program, Supervisor, end_all
from pipeline.settings import Settings, environment
from schemas.topics import STAGES
from warehouse.table import ENGINES

NAME = "run"
_TICK_S = 0.2
_PROGRESS_EVERY_S = 1.0
# of this very Python, wherever `./jobstream` is
JOBSTREAM = (sys.executable, "-m", "pipeline.cli.main")


@dataclass(frozen=True, slots=True)
class Wishes:
    """What is run, and how long.

    `workers` per stage (1 where absent); `schedule`: the scheduler, too; `idle_s` set = end when all lags were 0 so long.
    """

    workers: Mapping[str, int] = field(default_factory=dict)
    idle_s: float | None = None
    schedule: bool = False


@dataclass(frozen=True, slots=True)
class Voice:
    """Where `run` tells what happens: a sentence, or the progress of every group with its events per second."""

    say: Callable[[str], None]
    show: Callable[[list[tuple[Progress, float]]], None]


def programs(settings: Settings, workers: Mapping[str, int], *, schedule: bool = False) -> list[Program]:
    """Return the stages and sinks as processes, last the scheduler if wanted; process N serves metrics on `metrics_port` + N."""
    wanted = [(f"{stage}-{n}" if n > 1 else stage, _worker(stage, n)) for stage in STAGES for n in _numbers(stage, workers)]
    wanted += [(f"sink-{engine}", ("sink", engine)) for engine in ENGINES]
    wanted += [("schedule", ("schedule",))] if schedule else []
    return [Program(name, JOBSTREAM + argv, _env(settings, number)) for number, (name, argv) in enumerate(wanted)]


def run(settings: Settings, wishes: Wishes, migrate: Callable[[Settings], object], voice: Voice, stop: Event) -> int:
    """Return the exit code after everything was stopped: because `stop` was set, or because all was idle.

    Raises AlreadyRuns; PartitionsDiffer; Unreachable when a server does not answer at the start.
    """
    wanted = programs(settings, wishes.workers, schedule=wishes.schedule)
    with ExitStack() as stack:
        stack.enter_context(registered(settings.var_dir, NAME, 0))
        _refuse_twins(settings, wanted)
        for sentence in topics.apply(settings).sentences():
            voice.say(sentence)
        migrate(settings)
        supervisor = Supervisor(wanted, lambda program: spawn(program, settings))
        supervisor.start(monotonic())
        stack.callback(_stop, supervisor, voice)
        voice.say(f"{len(wanted)} processes run; logs are in {settings.log_dir}. Stop them with Ctrl-C.")
        _Loop(settings, wishes, supervisor, voice).until(stop)
        return FINDING if supervisor.given_up else OK


def spawn(program: Program, settings: Settings) -> Handle:
    """Start `program` in a session of its own; what it prints goes to `<name>.out` beside its log."""
    settings.log_dir.mkdir(parents=True, exist_ok=True)
    with (settings.log_dir / f"{program.name}.out").open("ab") as output:
        # Ctrl-C reaches the supervisor alone, which stops its children in order
        return subprocess.Popen(
            program.argv, env=program.env, stdin=subprocess.DEVNULL, stdout=output, stderr=output, start_new_session=True
        )


class _Loop:
    """What is done again and again while the children run."""

    def __init__(self, settings: Settings, wishes: Wishes, supervisor: Supervisor, voice: Voice) -> None:
        self._settings = settings
        self._supervisor = supervisor
        self._voice = voice
        self._cluster = Cluster(kafka_config(settings))
        self._idle = Idle(wishes.idle_s) if wishes.idle_s is not None else None
        self._maintenance = _Maintenance(settings)
        self._seen: dict[str, tuple[int, float]] = {}
        self._silent = False

    def until(self, stop: Event) -> None:
        """Return when `stop` is set, when all is idle, or when every child was given up; maintenance has ended then."""
        try:
            self._until(stop)
        finally:
            self._maintenance.stop()

    def _until(self, stop: Event) -> None:
        looked = monotonic()
        while not stop.wait(_TICK_S) and not all(child.given_up for child in self._supervisor.children):
            for happened in self._supervisor.tick(monotonic()) + self._maintenance.tick(monotonic()):
                self._voice.say(happened)
            if monotonic() - looked >= _PROGRESS_EVERY_S:
                looked = monotonic()
                if self._look():
                    return

    def _look(self) -> bool:
        try:
            seen, now = progress(self._cluster), monotonic()
        except Unreachable as error:
            if not self._silent:
                self._voice.say(f"{error} The processes wait and go on by themselves.")
            self._silent = True
            return False
        self._silent = False
        self._voice.show([(each, self._rate(each, now)) for each in seen])
        # nobody works off the lag of what was given up
        alive = [each for each in seen if each.group.process not in self._supervisor.given_up]
        return self._idle is not None and self._idle.reached(alive, now)

    def _rate(self, seen: Progress, now: float) -> float:
        before, at = self._seen.get(seen.group.group, (seen.committed, now))
        self._seen[seen.group.group] = (seen.committed, now)
        return max(0, seen.committed - before) / (now - at) if now > at else 0.0


class _Maintenance:
    """`jobstream maintain`, a process of its own, whenever it is due and the last one has ended."""

    def __init__(self, settings: Settings) -> None:
        self._program = Program("maintain", (*JOBSTREAM, "maintain"), _env(settings, None))
        self._settings = settings
        self._due_at = monotonic() + settings.maintain_interval_s
        self._handle: Handle | None = None

    def tick(self, now: float) -> list[str]:
        """Start it when it is due; return a sentence when it failed."""
        if self._handle is None:
            if now >= self._due_at:
                self._handle = spawn(self._program, self._settings)
            return []
        code = self._handle.poll()
        if code is None:
            return []
        self._handle, self._due_at = None, now + self._settings.maintain_interval_s
        return [] if code == OK else [f"maintain ended with code {code}. See `./jobstream logs maintain`."]

    def stop(self) -> None:
        """End it where it runs: what it had not finished is done the next time."""
        if self._handle is not None and self._handle.poll() is None:
            end_all([(self._program.name, self._handle)], Policy().stop_within_s, monotonic, sleep)


def _stop(supervisor: Supervisor, voice: Voice) -> None:
    killed = supervisor.stop(monotonic, sleep)
    for name in killed:
        voice.say(f"{name} did not end in time and was killed; what it had not acknowledged comes again at the next start.")
    for name in supervisor.given_up:
        voice.say(f"{name} had stopped at its limit. See `./jobstream logs {name}`.")


def _refuse_twins(settings: Settings, wanted: list[Program]) -> None:
    names = {program.name for program in wanted}
    twins = [f"{p.name} (pid {p.pid})" for p in processes(settings.var_dir) if p.name in names]
    if twins:
        pids = " ".join(str(p.pid) for p in processes(settings.var_dir) if p.name in names)
        raise AlreadyRuns(f"Without `run`, these run already: {', '.join(twins)}. Stop them by `kill {pids}`.")


def _numbers(stage: str, workers: Mapping[str, int]) -> range:
    return range(1, workers.get(stage, 1) + 1)


def _worker(stage: str, number: int) -> tuple[str, ...]:
    return ("worker", stage) if number == 1 else ("worker", stage, "--instance", str(number))


def _env(settings: Settings, number: int | None) -> dict[str, str]:
    port = settings.metrics_port
    return environment(settings.but(metrics_port=port + number if port and number is not None else 0))
