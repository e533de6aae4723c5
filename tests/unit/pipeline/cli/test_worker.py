"""How `jobstream worker` ends, and what it says."""

import pytest
from click.testing import CliRunner

from pipeline.cli import worker
from pipeline.cli.exits import Unreachable
from runtime.health import PortTaken
from runtime.producer import BrokerUnavailable
from streams.rebuild import GroupInUse, StateMissing
from streams.state import StateUnreadable
from streams.worker import Ending


@pytest.fixture
def calls(monkeypatch):
    """What the command did, in order; nothing of it really happens."""
    done: list[object] = []
    monkeypatch.setattr(worker, "rebuild", lambda _, stage: done.append(("rebuild", stage)))
    monkeypatch.setattr(worker, "start_again", lambda: done.append("start again"))
    monkeypatch.setattr(worker, "leave", lambda: done.append("leave"))
    return done


def run(monkeypatch, outcome, *arguments):
    """Run the command on a stage whose worker ends as `outcome`."""

    def run_worker(stage, settings, *, instance, resume):
        if isinstance(outcome, Exception):
            raise outcome
        return outcome

    monkeypatch.setattr(worker, "run_worker", run_worker)
    return CliRunner().invoke(worker.command, ["normalize", *arguments])


@pytest.mark.parametrize(("ending", "code"), [(Ending.STOPPED, 0), (Ending.LIMIT, 4), (Ending.FAILED, 1)])
def test_each_ending_has_its_exit_code(monkeypatch, calls, ending, code):
    """The supervisor tells a stop, the limit and a failure apart by them."""
    assert run(monkeypatch, ending).exit_code == code


def test_an_ending_that_is_no_stop_names_the_log(monkeypatch, calls):
    """Where to read why."""
    assert "./jobstream logs normalize" in run(monkeypatch, Ending.LIMIT).stderr


@pytest.mark.parametrize(
    "error", [GroupInUse("stop them"), StateMissing("run --rebuild"), StateUnreadable("run --rebuild"), PortTaken("set another")]
)
def test_what_keeps_it_from_starting_is_told_in_a_sentence(monkeypatch, calls, error):
    """Exit code 1, no traceback."""
    result = run(monkeypatch, error)
    assert (result.exit_code, result.stderr.strip()) == (1, str(error))


def test_an_unreachable_kafka_names_the_remedy(monkeypatch, calls):
    """Exit code 3 follows from it."""
    result = run(monkeypatch, BrokerUnavailable("timed out"))
    assert isinstance(result.exception, Unreachable)
    assert "./jobstream stack up" in str(result.exception)


def test_a_rebuild_comes_before_the_start(monkeypatch, calls):
    """And only when it is asked for."""
    run(monkeypatch, Ending.STOPPED, "--rebuild")
    run(monkeypatch, Ending.STOPPED)
    assert calls == [("rebuild", "normalize")]


@pytest.mark.parametrize(("stage", "topic"), [("dedupe", "normalized"), ("enrich", "deduplicated"), ("embed", "deduplicated")])
def test_a_rebuild_says_where_its_input_does_not_reach_back(monkeypatch, calls, stage, topic):
    """Without the postings from before, clusters are those of the last 30 days; a replay brings them."""
    run(monkeypatch, Ending.STOPPED)
    said = CliRunner().invoke(worker.command, [stage, "--rebuild"]).stderr
    assert said.startswith(f"jobs.posting.{topic} holds 30 days.")
    assert "./jobstream replay --execute" in said


@pytest.mark.parametrize("stage", ["normalize", "lifecycle", "mirror"])
def test_a_rebuild_from_topics_that_keep_everything_says_nothing(monkeypatch, calls, stage):
    """Replays are in raw, and what mirror tells itself is made again."""
    run(monkeypatch, Ending.STOPPED)
    assert CliRunner().invoke(worker.command, [stage, "--rebuild"]).stderr == ""


@pytest.mark.parametrize(("ending", "does"), [(Ending.KAFKA_LOST, "start again"), (Ending.CUT_OFF, "leave")])
def test_a_worker_that_lost_its_session_begins_anew(monkeypatch, calls, ending, does):
    """Nothing of the old process is trusted after it."""
    run(monkeypatch, ending)
    assert calls == [does]
