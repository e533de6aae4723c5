"""What `run` starts, and what it does while it runs."""

from threading import Event

import pytest

from pipeline.cli.exits import FINDING, LIMIT, OK, Unreachable
from pipeline.ops import run as ops
from pipeline.ops.groups import Group, Progress
from pipeline.ops.processes import AlreadyRuns, RunFile
from pipeline.ops.run import Voice, Wishes, programs, run
from pipeline.ops.topics import Plan
from pipeline.settings import Settings

NAMES = ["normalize", "dedupe", "enrich", "lifecycle", "mirror", "embed", "sink-clickhouse", "sink-timescaledb"]


class FakeProcess:
    """Ends when it is asked to, or with `code` at once."""

    pid = 1

    def __init__(self, code: int | None = None) -> None:
        self.code = code
        self.asked = False

    def poll(self) -> int | None:
        return self.code

    def terminate(self) -> None:
        self.asked, self.code = True, 0

    def kill(self) -> None:
        self.code = -9


@pytest.fixture
def world(tmp_path, monkeypatch):
    """A machine without servers: processes are fakes, and lags are what the test says."""

    class World:
        settings = Settings(_env_file=None, var_dir=tmp_path, metrics_port=9100, maintain_interval_s=0.01)

        def __init__(self) -> None:
            self.lags: list[int | None] = [0]
            self.codes: dict[str, int] = {}
            self.started: dict[str, FakeProcess] = {}
            self.said: list[str] = []
            self.shown: list[list[tuple[Progress, float]]] = []
            self.twins: list[RunFile] = []

        def spawn(self, program, _):
            self.started[program.name] = FakeProcess(self.codes.get(program.name))
            return self.started[program.name]

        def progress(self, _):
            lag = self.lags.pop(0) if len(self.lags) > 1 else self.lags[0]
            if lag is None:
                raise Unreachable("Kafka does not answer.")
            return [Progress(Group(name, name, ()), 100, lag) for name in NAMES]

        def run(self, **wishes) -> int:
            voice = Voice(self.said.append, self.shown.append)
            return run(self.settings, Wishes(idle_s=0.0, **wishes), lambda _: None, voice, Event())

    world = World()
    monkeypatch.setattr(ops, "spawn", world.spawn)
    monkeypatch.setattr(ops, "progress", world.progress)
    monkeypatch.setattr(ops, "Cluster", lambda _: None)
    monkeypatch.setattr(ops.topics, "apply", lambda _: Plan())
    monkeypatch.setattr(ops, "processes", lambda _: world.twins)
    monkeypatch.setattr(ops, "_PROGRESS_EVERY_S", 0.01)
    monkeypatch.setattr(ops, "_TICK_S", 0.01)
    return world


def test_every_stage_and_sink_is_a_process():
    """Upstream first, each with a port of its own."""
    started = programs(Settings(_env_file=None, metrics_port=9100), {})
    assert [program.name for program in started] == NAMES
    assert [program.env["JOBSTREAM_METRICS_PORT"] for program in started] == [
        "9100",
        "9101",
        "9102",
        "9103",
        "9104",
        "9105",
        "9106",
        "9107",
    ]
    assert started[0].argv[-2:] == ("worker", "normalize")
    assert started[-1].argv[-2:] == ("sink", "timescaledb")


def test_the_scheduler_runs_where_it_is_wished_for():
    """Last, so that the ports of the others stay."""
    started = programs(Settings(_env_file=None, metrics_port=9100), {}, schedule=True)
    assert [program.name for program in started] == [*NAMES, "schedule"]
    assert (started[-1].argv[-1], started[-1].env["JOBSTREAM_METRICS_PORT"]) == ("schedule", "9108")


def test_more_workers_of_a_stage_are_numbered():
    """They share its partitions; state and log have the number in their name."""
    started = programs(Settings(_env_file=None), {"normalize": 2})
    assert [program.name for program in started][:3] == ["normalize", "normalize-2", "dedupe"]
    assert started[1].argv[-4:] == ("worker", "normalize", "--instance", "2")


def test_any_free_port_stays_any_free_port():
    """Port 0 is no first port."""
    started = programs(Settings(_env_file=None, metrics_port=0), {})
    assert {program.env["JOBSTREAM_METRICS_PORT"] for program in started} == {"0"}


def test_children_get_exactly_the_settings(tmp_path):
    """Also those that were made in code, with their secrets."""
    settings = Settings(_env_file=None, var_dir=tmp_path, timescaledb_password="s3cret", batch_size=7)
    env = programs(settings, {})[0].env
    assert (env["JOBSTREAM_VAR_DIR"], env["JOBSTREAM_TIMESCALEDB_PASSWORD"], env["JOBSTREAM_BATCH_SIZE"]) == (
        str(tmp_path),
        "s3cret",
        "7",
    )
    assert "PATH" in env


def test_a_run_ends_when_all_is_idle(world):
    """After every child was asked to end."""
    world.lags = [5, 3, 0]
    assert world.run() == OK
    assert [world.started[name].asked for name in NAMES] == [True] * len(NAMES)


def test_progress_is_shown_with_rates(world):
    """Per group."""
    world.lags = [5, 0]
    world.run()
    assert [each.group.process for each, _ in world.shown[0]] == NAMES


def test_maintain_runs_when_it_is_due(world):
    """As a process of its own, and a failure is told."""
    world.lags, world.codes = [1, 1, 1, 1, 1, 1, 1, 1, 0], {"maintain": 3}
    world.run()
    assert "maintain ended with code 3. See `./jobstream logs maintain`." in world.said


def test_maintain_ends_with_the_run(world):
    """It outlived the run, and worked on a database that somebody was stopping."""
    world.lags = [1, 1, 1, 1, 1, 1, 1, 1, 0]
    world.run()
    assert world.started["maintain"].asked


def test_a_kafka_that_goes_away_is_told_once_and_waited_for(world):
    """The children wait by themselves."""
    world.lags = [None, None, None, 0]
    assert world.run() == OK
    assert sum("Kafka does not answer" in sentence for sentence in world.said) == 1


def test_a_stage_at_its_limit_makes_a_finding(world):
    """Its lag keeps nobody waiting; the others were run to the end."""
    world.codes = {"dedupe": LIMIT}
    assert world.run() == FINDING
    assert any("dedupe stopped at its limit" in sentence for sentence in world.said)


def test_when_every_process_is_given_up_the_run_ends(world):
    """Nothing is left to supervise."""
    world.lags, world.codes = [9], dict.fromkeys(NAMES, LIMIT)
    assert world.run() == FINDING


def test_a_worker_that_runs_already_is_not_doubled(world):
    """The message names its pid and the command that stops it."""
    world.twins = [RunFile("enrich", 4711, 1, 0.0), RunFile("other", 1, 1, 0.0)]
    with pytest.raises(AlreadyRuns, match=r"enrich \(pid 4711\). Stop them by `kill 4711`"):
        world.run()
    assert world.started == {}
