"""`jobstream schedule` on the command line."""

import json
from datetime import timedelta
from types import SimpleNamespace

import pytest
from click.testing import CliRunner

from pipeline.cli import schedule as cli
from pipeline.cli.exits import FINDING, OK
from pipeline.ops.processes import AlreadyRuns
from runtime.clock import utc_now
from schemas.plan import HostState, Lease
from tests.unit.scrapers.plan.test_rules import make_plan


@pytest.fixture
def invoke(monkeypatch):
    """The command, where the plan has three boards: one due, one in flight, and one of a host that is left alone."""
    now = utc_now()
    lease = Lease(crawl_id="c1", started_at=now - timedelta(minutes=3), until=now + timedelta(hours=1))
    failing = HostState(failures=5, openings=1, open_until=now + timedelta(minutes=5))
    plans = [
        make_plan(board="due", due_at=now - timedelta(minutes=70)),
        make_plan(board="running", in_flight=lease, due_at=now - timedelta(minutes=3)),
        make_plan(source="ashby", board="sad", host="api.ashbyhq.com", host_state=failing, due_at=now + timedelta(hours=2)),
    ]
    monkeypatch.setattr(cli, "read_plan", lambda _: {plan.key: plan for plan in plans})
    monkeypatch.setattr(cli, "Cluster", lambda _: SimpleNamespace())
    monkeypatch.setattr(cli, "require_topics", lambda *_: None)
    return lambda *argv: CliRunner().invoke(cli.command, argv)


def test_the_plan_is_shown_most_urgent_first(invoke):
    """With what is due, in flight and left alone."""
    lines = invoke("plan").output.splitlines()
    assert [line.split()[0] for line in lines[1:4]] == ["lever:due", "lever:running", "ashby:sad"]
    assert "1 h 10 min ago" in lines[1]
    assert "3 min ago" in lines[2]
    assert "in 2 h 0 min" in lines[3]
    assert lines[4:] == [
        "3 boards: 1 in flight, 1 due, 1 wait.",
        "api.ashbyhq.com is left alone: its circuit breaker is open.",
    ]


def test_the_plan_is_shown_as_json(invoke):
    """Every field of the records, and the breakers."""
    shown = json.loads(invoke("plan", "--json", "lever:running", "ashby").output)
    assert [each["board"] for each in shown["boards"]] == ["running", "sad"]
    assert shown["boards"][0]["in_flight"]["crawl_id"] == "c1"
    assert shown["breakers"] == {"api.ashbyhq.com": "open"}


@pytest.mark.parametrize(("ended_well", "code"), [(True, OK), (False, FINDING)])
def test_an_end_by_itself_is_a_finding(invoke, monkeypatch, *, ended_well, code):
    """A supervisor starts it again."""
    monkeypatch.setattr(cli, "run_schedule", lambda _: ended_well)
    assert invoke().exit_code == code


def test_a_second_one_on_the_same_directory_is_refused(invoke, monkeypatch):
    """Another directory is no matter."""

    def refuse(_):
        raise AlreadyRuns("schedule runs already as pid 7")

    monkeypatch.setattr(cli, "run_schedule", refuse)
    found = invoke()
    assert (found.exit_code, "pid 7" in found.output) == (FINDING, True)


def test_a_boards_file_that_can_t_be_read_is_said_at_the_start(invoke, monkeypatch, tmp_path):
    """Later it is a line in the log."""
    monkeypatch.setenv("JOBSTREAM_BOARDS_FILE", str(tmp_path / "none.toml"))
    found = invoke()
    assert (found.exit_code, "can't be read" in found.output) == (2, True)
