"""Everything is stopped at random moments while real postings flow, and the end is that of an undisturbed run.

A seed that failed is repeated by `JOBSTREAM_FAULT_SEED=3 make faults`; what was stopped when is printed with it.
"""

import time

import pytest

from pipeline.settings import Settings
from schemas.message import Outgoing
from tests.faults.pipeline.conftest import Undisturbed
from tests.faults.pipeline.outcome import differences, outcome
from tests.faults.pipeline.running import running
from tests.faults.pipeline.strikes import plan, play

pytestmark = [pytest.mark.fault, pytest.mark.timeout(900)]


def test_an_undisturbed_run_has_all_that_faults_could_spoil(undisturbed: Undisturbed) -> None:
    """Every outcome, revisions, employers that changed, jobs advertised again; each revision once in both warehouses."""
    books, rows = undisturbed.outcome.books, undisturbed.outcome.rows
    assert books.balanced, books.problems
    assert (books.unread, books.skipped) == (0, 0)
    assert min(books.normalized, books.unchanged, books.late, books.dead_letters) > 10
    assert rows["clickhouse.posting_revision"].keys() == rows["timescaledb.posting_change"].keys()
    assert len(rows["clickhouse.posting_revision"]) > len(rows["clickhouse.posting"]) + 200
    assert rows["clickhouse.posting"].keys() == rows["timescaledb.posting"].keys() == rows["clickhouse.posting_cluster"].keys()
    copies = [key for key, [row] in rows["clickhouse.posting_cluster"].items() if not row["is_canonical"]]
    assert len(copies) > 100
    events = [row["kind"] for found in rows["clickhouse.posting_event"].values() for row in found]
    assert min(events.count(kind) for kind in ("opened", "closed", "reopened")) > 100
    assert rows["clickhouse.posting_event"].keys() == rows["timescaledb.posting_event"].keys()
    reasons = {row["reason"] for [row] in rows["clickhouse.dead_letter"].values()}
    assert reasons == {
        "not_json", "not_utf8", "no_value", "not_valid", "unknown_version", "unknown_type", "unknown_source", "missing_id",
        "missing_title", "too_long", "not_a_row",
    }  # fmt: skip


def test_stopping_everything_twice_changes_nothing(
    seed: int, settings: Settings, messages: list[Outgoing], undisturbed: Undisturbed
) -> None:
    """Books, revisions, clusters, rows and dead letters are those of the undisturbed run, nothing lost and nothing doubled."""
    began = time.monotonic()

    def say(happened: str) -> None:
        print(f"seed {seed}: {time.monotonic() - began:6.1f} s  {happened}", flush=True)  # noqa: T201 - to repeat a failure

    with running(settings) as pipeline:
        say("all ready")
        for act in plan(seed, pipeline.victims):
            play(act, pipeline, messages, undisturbed.totals, say)
        pipeline.wait_until_caught_up(messages)
        say("caught up")
        pipeline.stop_all()
        say("stopped")

    found = differences(outcome(settings), undisturbed.outcome)
    assert not found, "\n".join(found)
