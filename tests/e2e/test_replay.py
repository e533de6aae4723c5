"""Replays, through every stage into both warehouses."""

import sys
from collections.abc import Iterator
from typing import Any

import pytest

from schemas.raw import RawPosting
from schemas.topics import CURRENT, NORMALIZED, REPLAY
from tests.builders import FEB, JAN, MAR, make_raw_posting
from tests.conftest import ROOT
from tests.e2e.conftest import ENGINES, Pipeline, Table

# when something was processed, and what is made of it
WHEN = {"processed_at", "assigned_at", "version"}
REVISIONS = {"clickhouse": "posting_revision", "timescaledb": "posting_change"}
NEWER = (sys.executable, str(ROOT / "tests" / "e2e" / "newer_normalizer.py"))
BEFORE_FEBRUARY = ("--to", "2026-02-01T00:00:00Z")


def edited(board: str) -> list[RawPosting]:
    """A posting of January, edited in February."""
    text = "<p>" + "Care for patients on a ward of twenty beds. " * 20 + "</p>"
    first = make_raw_posting(board=board, fetched_at=JAN, description=text)
    return [first, make_raw_posting(board=board, fetched_at=FEB, title="Head of the ward", description=text)]


def tables(pipeline: Pipeline, board: str) -> dict[str, Table]:
    """All that both warehouses hold of a board."""
    found = {}
    for engine in ENGINES:
        final = " FINAL" if engine == "clickhouse" else ""
        for table in ("posting", REVISIONS[engine], "posting_cluster"):
            sql = f"SELECT * FROM {table}{final} WHERE posting_id LIKE 'lever:{board}:%' ORDER BY posting_id, revised_at"
            found[f"{engine}.{table}"] = pipeline.rows(engine, sql)
    return found


def content(found: dict[str, Table]) -> dict[str, Any]:
    """What tables say, whenever it was processed."""
    return {name: [{k: v for k, v in row.items() if k not in _when(name)} for row in rows] for name, rows in found.items()}


def _when(table: str) -> set[str]:
    # an assignment carries the revision that was the newest when it was made: an edit that moves nothing makes none
    return WHEN | {"revised_at"} if table.endswith("posting_cluster") else WHEN


def current(pipeline: Pipeline, board: str) -> dict[bytes, tuple[int, bytes]]:
    """The newest record of each posting on the compacted topic, and where it lies."""
    key = f"lever:{board}:".encode()
    newest = ((m.key or b"", (m.offset, m.value or b"")) for m in pipeline.messages(CURRENT.name))
    return {k: v for k, v in newest if k.startswith(key)}


def replay(pipeline: Pipeline, board: str, replay_id: str, *window: str) -> int:
    """Replay a board to the end; return how many raw postings that were."""
    report = pipeline.jobstream("replay", "--board", board, *window, "--id", replay_id, "--execute", "--json")
    pipeline.catch_up()
    return int(report["published"])


@pytest.fixture
def anew(pipeline: Pipeline) -> Iterator[Pipeline]:
    """Two boards that stand in both warehouses; normalize is stopped, and runs as ever afterwards."""
    pipeline.publish(*edited("anew"), *edited("crawled"))
    pipeline.catch_up()
    pipeline.stop("normalize")
    yield pipeline
    pipeline.stop("normalize")
    pipeline.start("normalize")


def test_replayed_twice_is_once(pipeline: Pipeline) -> None:
    """Every table of both warehouses holds the same, processed later."""
    # the same content again in March: a replay emits what a crawl only counted
    pipeline.publish(*edited("twice"), edited("twice")[1].model_copy(update={"fetched_at": MAR}))
    pipeline.catch_up()
    assert replay(pipeline, "twice", "twice-1") == 3
    once = tables(pipeline, "twice")
    assert replay(pipeline, "twice", "twice-2") == 3
    twice = tables(pipeline, "twice")
    assert content(twice) == content(once)
    assert {name: len(rows) for name, rows in twice.items() if name.endswith((".posting", "_change", "_revision"))} == {
        "clickhouse.posting": 1, "clickhouse.posting_revision": 2, "timescaledb.posting": 1, "timescaledb.posting_change": 2,
    }  # fmt: skip
    for engine in ENGINES:
        assert twice[f"{engine}.posting"][0]["processed_at"] > once[f"{engine}.posting"][0]["processed_at"]


def test_a_window_before_the_last_edit_changes_that_revision_only(pipeline: Pipeline) -> None:
    """January is written anew; February, the current row and the current record stay as they were, to the millisecond."""
    pipeline.publish(*edited("window"))
    pipeline.catch_up()
    before, record = tables(pipeline, "window"), current(pipeline, "window")
    assert replay(pipeline, "window", "window-1", *BEFORE_FEBRUARY) == 1
    after = tables(pipeline, "window")
    assert current(pipeline, "window") == record
    for engine in ENGINES:
        assert after[f"{engine}.posting"] == before[f"{engine}.posting"]
        assert after[f"{engine}.posting"][0]["title"] == "Head of the ward"
        january, february = after[f"{engine}.{REVISIONS[engine]}"]
        old_january, old_february = before[f"{engine}.{REVISIONS[engine]}"]
        assert february == old_february
        assert january["processed_at"] > old_january["processed_at"]
    assert content(after) == content(before)


def test_a_window_that_begins_behind_the_making_of_a_revision_changes_nothing(pipeline: Pipeline) -> None:
    """January is shown again in February with another day of posting: history stays as it was, and is processed anew."""
    january, _ = edited("behind")
    february = january.model_copy(update={"fetched_at": FEB, "row": {**january.row, "createdAt": 1_600_000_000_000}})
    march = january.model_copy(update={"fetched_at": MAR, "row": {**january.row, "text": "Head of the ward"}})
    pipeline.publish(january, february, march)
    pipeline.catch_up()
    before = tables(pipeline, "behind")
    assert replay(pipeline, "behind", "behind-1", "--from", "2026-02-01T00:00:00Z") == 3
    after = tables(pipeline, "behind")
    assert content(after) == content(before)
    for engine in ENGINES:
        old, new = before[f"{engine}.{REVISIONS[engine]}"], after[f"{engine}.{REVISIONS[engine]}"]
        assert [row["processed_at"] for row in new] > [row["processed_at"] for row in old]


def test_a_replay_without_execute_publishes_nothing(pipeline: Pipeline) -> None:
    """It says what it would do."""
    pipeline.publish(*edited("dry"))
    pipeline.catch_up()
    before, on_topic = tables(pipeline, "dry"), pipeline.cluster.messages([REPLAY.name])
    report = pipeline.jobstream("replay", "--board", "dry", "--json")
    pipeline.catch_up()
    assert (report["matched"], report["published"]) == (2, 0)
    assert pipeline.cluster.messages([REPLAY.name]) == on_topic
    assert tables(pipeline, "dry") == before


def test_a_new_normalizer_corrects_history_and_opens_no_revision(anew: Pipeline) -> None:
    """The replay writes the same revisions with what is read now; the next crawl finds them unchanged."""
    before = tables(anew, "anew")
    anew.start("normalize", NEWER)
    assert replay(anew, "anew", "anew-1") == 2
    _is_read_anew(tables(anew, "anew"), before, ["Nurse (read anew)", "Head of the ward (read anew)"])
    emitted = sum(anew.cluster.messages([NORMALIZED.name]).values())
    _crawl_again(anew, "anew")
    assert sum(anew.cluster.messages([NORMALIZED.name]).values()) == emitted
    # crawled before it was replayed: the newest revision is the same one, read anew
    before = tables(anew, "crawled")
    _crawl_again(anew, "crawled")
    _is_read_anew(tables(anew, "crawled"), before, ["Nurse", "Head of the ward (read anew)"])


def _crawl_again(pipeline: Pipeline, board: str) -> None:
    pipeline.publish(edited(board)[1].model_copy(update={"fetched_at": MAR}))
    pipeline.catch_up()


def _is_read_anew(found: dict[str, Table], before: dict[str, Table], titles: list[str]) -> None:
    for engine in ENGINES:
        revisions, old = found[f"{engine}.{REVISIONS[engine]}"], before[f"{engine}.{REVISIONS[engine]}"]
        assert [row["title"] for row in revisions] == titles
        assert [(row["revision"], row["revised_at"]) for row in revisions] == [(r["revision"], r["revised_at"]) for r in old]
        assert [row["title"] for row in found[f"{engine}.posting"]] == titles[1:]
