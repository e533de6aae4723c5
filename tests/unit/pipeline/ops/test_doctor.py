"""What the doctor finds, and what it leaves alone."""

import pytest

from pipeline.ops.books import Accounting
from pipeline.ops.doctor import ahead, misspelt, outdated, restarted, stalled, unbalanced, unscheduled
from pipeline.ops.groups import Group, Idle, Progress
from pipeline.ops.processes import RunFile
from scrapers.plan.schedule import Counts
from streams.normalize.books import Books

LOCK = 'click==8.1.0 \\\n    --hash=sha256:00\nnumpy==2.4.6 ; python_full_version < "3.12" \\\nnumpy==2.5.5 \\\n'
NORMALIZE = Group("normalize", "jobstream-normalize", ("jobs.posting.raw",))


def progress(committed: int, lag: int) -> Progress:
    """How far normalize is."""
    return Progress(NORMALIZE, committed, lag)


def test_a_package_of_another_version_than_locked_is_found():
    """Both versions are named."""
    found = [*outdated(LOCK, {"click": "8.0.0"}.get)]
    assert [f.problem for f in found] == ["click is 8.0.0, the lock names 8.1.0"]


def test_a_package_that_is_not_installed_is_not_needed():
    """An operator without the scrapers has no Scrapy."""
    assert [*outdated(LOCK, lambda _: None)] == []


def test_any_version_that_the_lock_names_will_do():
    """Python 3.11 gets another numpy than 3.12."""
    assert [*outdated(LOCK, {"numpy": "2.4.6"}.get)] == [*outdated(LOCK, {"numpy": "2.5.5"}.get)] == []


def test_a_variable_that_is_no_setting_is_found():
    """It was ignored in silence, and what it was to set stayed as it was."""
    found = [*misspelt([("JOBSTREAM_KAFKA_ADRESS", "did you mean JOBSTREAM_KAFKA_ADDRESS?")])]
    assert [(f.check, f.problem.split()[0], "KAFKA_ADDRESS" in f.remedy) for f in found] == [
        ("settings", "JOBSTREAM_KAFKA_ADRESS", True)
    ]


def test_a_committed_offset_ahead_of_the_state_is_found():
    """The state was lost: what lies between would be forgotten."""
    found = [*ahead({0: Books(0, 10), 1: Books(0, 10)}, {0: 10, 1: 12, 2: 1})]
    assert [f.problem for f in found] == [
        "raw partition 1: offset 12 is committed, the state ends at 10",
        "raw partition 2: offset 1 is committed, the state ends at 0",
    ]


def test_a_state_ahead_of_the_committed_offset_is_right():
    """The batch comes again, and is entered once."""
    assert [*ahead({0: Books(0, 10)}, {0: 3})] == []


def test_a_group_that_is_behind_and_has_no_member_does_not_run():
    """The remedy is to run it."""
    found = [*stalled([progress(0, 5)], [progress(0, 5)], lambda _: 0)]
    assert [f.check for f in found] == ["lag"]
    assert found[0].remedy == "`./jobstream run`; where that runs already, `./jobstream logs normalize` says why normalize ends"


def test_a_group_that_reads_without_committing_is_found():
    """Consuming, but the committed offset does not move."""
    found = [*stalled([progress(7, 5)], [progress(7, 9)], lambda _: 1)]
    assert "its committed offset does not move" in found[0].problem


def test_a_group_that_moves_is_left_alone():
    """Being behind is no fault by itself."""
    assert [*stalled([progress(7, 5)], [progress(8, 900)], lambda _: 1)] == []


def test_a_group_that_caught_up_is_left_alone():
    """It was behind only when it was looked at first."""
    assert [*stalled([progress(7, 5)], [progress(12, 0)], lambda _: 1)] == []


def running(**ages: float) -> list[RunFile]:
    """Processes of such ages, in seconds, at the time 10,000."""
    return [RunFile(name, 1, 0, 10_000 - age) for name, age in ages.items()]


@pytest.mark.parametrize(
    ("alive", "found"),
    [
        (running(run=900, normalize=899, dedupe=899), []),
        (running(run=900, normalize=899, dedupe=3), ["dedupe ended, and was started again 3 s ago"]),
        (running(run=900, dedupe=61), ["normalize ended, and `run` (pid 1) has not started it again"]),
        (running(run=59, dedupe=3), []),
        (running(dedupe=3), []),
    ],
)
def test_a_process_that_ended_under_run_is_found_though_nothing_is_behind(alive, found):
    """In a loop it is away or young, whenever one looks. Who runs it by hand knows; a `run` that begins is still starting all."""
    told = [finding.problem.partition(":")[0] for finding in restarted(alive, ("normalize", "dedupe"), 10_000)]

    assert told == found


def test_every_problem_of_the_books_is_a_finding():
    """With the way to repair it."""
    found = [*unbalanced(Accounting(problems=("a", "b")))]
    assert [(f.problem, "replay --execute" in f.remedy) for f in found] == [("a", True), ("b", True)]


def test_all_is_idle_only_after_a_quiet_time():
    """A lag of 0 between two batches is no end."""
    idle, still, busy = Idle(3.0), [progress(5, 0)], [progress(5, 1)]
    looks = [(still, 0.0), (still, 2.9), (busy, 3.0), (still, 4.0), (still, 6.9), (still, 7.0)]
    assert [idle.reached(seen, now) for seen, now in looks] == [False, False, False, False, False, True]


@pytest.mark.parametrize(
    ("boards", "schedulers", "found"),
    [
        (Counts(0, 0, 0, 0), 0, []),
        (Counts(5, 2, 0, 1), 1, []),
        (Counts(5, 0, 3, 1), 0, ["9 boards are in the crawl plan, and no scheduler runs"]),
        (Counts(5, 0, 3, 1), 2, ["3 boards wait for their crawl for more than an hour"]),
    ],
)
def test_a_plan_that_nobody_carries_out_is_found(boards, schedulers, found):
    """Without a plan no scheduler is missed."""
    assert [finding.problem for finding in unscheduled(boards, schedulers)] == found
