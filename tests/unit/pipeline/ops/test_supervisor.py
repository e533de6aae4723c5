"""Children are kept running, and stopped together."""

import pytest

from pipeline.cli.exits import LIMIT
from pipeline.ops.supervisor import Policy, Program, Supervisor

POLICY = Policy(first_wait_s=1, longest_wait_s=8, healthy_after_s=60, stop_within_s=10)


class FakeProcess:
    """Runs until it is told otherwise."""

    pid = 1

    def __init__(self, *, deaf: bool = False) -> None:
        self.code: int | None = None
        self.deaf = deaf
        self.killed = False

    def poll(self) -> int | None:
        return self.code

    def terminate(self) -> None:
        self.code = self.code if self.deaf else 0

    def kill(self) -> None:
        self.code, self.killed = -9, True


class World:
    """A supervisor over fake processes, under a clock that moves when told."""

    def __init__(self, *names: str, deaf: tuple[str, ...] = ()) -> None:
        self.started: list[tuple[str, FakeProcess]] = []
        self.now = 0.0
        self._deaf = deaf
        self.supervisor = Supervisor([Program(name, ()) for name in names], self._spawn, POLICY)
        self.supervisor.start(0.0)

    def _spawn(self, program: Program) -> FakeProcess:
        self.started.append((program.name, FakeProcess(deaf=program.name in self._deaf)))
        return self.started[-1][1]

    def sleep(self, seconds: float) -> None:
        self.now += seconds

    def end(self, code: int) -> list[str]:
        """The newest process ends."""
        self.started[-1][1].code = code
        return self.supervisor.tick(self.now)

    def at(self, now: float) -> list[str]:
        self.now = now
        return self.supervisor.tick(now)


def test_every_program_is_started():
    """One process each."""
    assert [name for name, _ in World("normalize", "dedupe").started] == ["normalize", "dedupe"]


def test_nothing_is_said_while_all_run():
    """A tick without news."""
    assert World("normalize").at(5) == []


def test_a_process_that_ended_is_started_again_after_a_wait():
    """Not before the wait is over."""
    world = World("normalize")
    world.end(1)
    assert (world.at(0.9), len(world.started)) == ([], 1)
    assert (world.at(1.0), len(world.started)) == (["normalize was started again."], 2)


def test_what_ended_is_told_with_its_code_and_log():
    """The operator knows where to look."""
    assert World("normalize").end(7) == ["normalize ended with code 7; it starts again in 1 s. See `./jobstream logs normalize`."]


def test_waits_double_up_to_the_longest():
    """A process that can't run does not burn the machine."""
    world, waits = World("normalize"), []
    for _ in range(5):
        waits.append(world.end(1)[0].split("again in ")[1].split(" s.")[0])
        world.at(world.now + 8)
    assert waits == ["1", "2", "4", "8", "8"]


def test_a_process_that_never_runs_is_tried_for_ever():
    """A warehouse that is gone over a week-end: some thousand failures, and the supervisor still stands."""
    world = World("sink-clickhouse")
    for _ in range(2000):
        world.end(1)
        world.at(world.now + 8)
    assert len(world.started) == 2001


def test_a_healthy_time_resets_the_wait():
    """An end after an hour is not the third of a series."""
    world = World("normalize")
    world.end(1)
    world.at(1)
    world.at(61)
    assert "again in 1 s" in world.end(1)[0]


def test_an_unhealthy_time_does_not_reset_the_wait():
    """One second less than healthy."""
    world = World("normalize")
    world.end(1)
    world.at(1)
    world.at(60)
    assert "again in 2 s" in world.end(1)[0]


def test_a_process_at_its_limit_is_given_up():
    """A bad deploy can't drain a topic into its dead letters by being started again and again."""
    world = World("normalize")
    told = world.end(LIMIT)
    world.at(1000)
    assert (world.supervisor.given_up, len(world.started)) == (["normalize"], 1)
    assert "`./jobstream worker normalize --resume` goes on" in told[0]


def test_the_remedy_of_a_second_worker_names_its_stage():
    """`normalize-2` is a worker of normalize."""
    assert "worker normalize --resume" in World("normalize-2").end(LIMIT)[0]


def test_one_that_is_given_up_stops_no_other():
    """The other stages go on."""
    world = World("normalize", "dedupe")
    world.started[0][1].code = LIMIT
    world.supervisor.tick(0)
    assert [child.running for child in world.supervisor.children] == [False, True]


def test_stop_asks_every_process_to_end():
    """Nobody had to be killed."""
    world = World("normalize", "dedupe")
    killed = world.supervisor.stop(lambda: world.now, world.sleep)
    assert (killed, [process.code for _, process in world.started]) == ([], [0, 0])


def test_a_deaf_process_is_killed_after_the_bounded_wait():
    """And only that one."""
    world = World("normalize", "dedupe", deaf=("dedupe",))
    killed = world.supervisor.stop(lambda: world.now, world.sleep)
    assert killed == ["dedupe"]
    assert [process.killed for _, process in world.started] == [False, True]
    assert world.now >= POLICY.stop_within_s


@pytest.mark.parametrize("code", [1, LIMIT])
def test_stop_leaves_the_dead_alone(code):
    """What has ended needs no signal."""
    world = World("normalize")
    world.end(code)
    assert world.supervisor.stop(lambda: world.now, world.sleep) == []
    assert world.started[0][1].code == code
