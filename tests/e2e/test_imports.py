"""Real sets, imported: everything that was published is accounted for in both warehouses.

Of Hacker News `make test` imports 6,000 postings, to keep its time; `make faults` imports all 25,585.
"""

import json
import lzma
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from pipeline.ops.dlq import Filter, letters
from tests.e2e.conftest import ENGINES, Pipeline

FILES = {"hn": "hn_whoishiring_2015_2017", "afriworket": "afriworket_et_2026", "zapply": "zapply_2026"}
POSTINGS = {"hn": 6_000, "afriworket": 3_298, "zapply": 10_958}
ALL_OF_HN = 25_585
pytestmark = pytest.mark.timeout(600)


def rows_of(shared_data: Path, source: str) -> Iterator[dict[str, Any]]:
    """The rows of a set."""
    with lzma.open(path_of(shared_data, source), "rt", encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def path_of(shared_data: Path, source: str) -> Path:
    """Where a set is."""
    return shared_data / "postings" / f"{FILES[source]}.jsonl.xz"


@pytest.fixture(scope="module")
def imported(pipeline: Pipeline, shared_data: Path) -> Pipeline:
    """Three sets, imported by the command and carried to the end."""
    for source, postings in POSTINGS.items():
        cut = ("--limit", str(postings)) if source == "hn" else ()
        outcome = pipeline.jobstream("import", str(path_of(shared_data, source)), "--source", source, *cut, "--json")
        assert (outcome["published"], outcome["failed"]) == (postings, 0)
    pipeline.catch_up()
    return pipeline


def test_the_books_balance(imported: Pipeline) -> None:
    """Every raw posting has one outcome, and every revision is in both warehouses."""
    accounting = imported.jobstream("doctor", "--json", code=None)["accounting"]
    assert (accounting["balanced"], accounting["problems"], accounting["unread"]) == (True, [], 0)
    assert accounting["raw"] >= sum(POSTINGS.values())


@pytest.mark.parametrize("source", POSTINGS)
def test_both_warehouses_hold_the_same_revisions(imported: Pipeline, source: str) -> None:
    """Posting by posting, revision by revision."""
    found = [
        {
            (row["posting_id"], row["revision"], row["title"])
            for row in imported.rows(engine, f"SELECT posting_id, revision, title FROM posting_history WHERE source = '{source}'")
        }
        for engine in ENGINES
    ]
    assert found[0]
    assert found[0] == found[1]


def test_rows_without_a_title_are_dead_letters(imported: Pipeline, shared_data: Path) -> None:
    """Each raw posting of such a row, by name, with its payload; nothing else of the set is.

    A worker that lost its partitions dead-letters again: the place of the raw posting tells that it is the same one.
    """
    expected = Counter[str]()
    for row in rows_of(shared_data, "zapply"):
        if not (row.get("title") or "").strip():
            expected[f"zapply:zapply:{row['id']}"] += len(row.get("descriptions") or [None])
    buried = [each for each in letters(imported.cluster, Filter()) if each.letter and each.letter.source == "zapply"]
    assert {each.letter.reason for each in buried if each.letter} == {"missing_title"}
    places = {(each.message.key or b"", each.letter.partition, each.letter.offset) for each in buried if each.letter}
    assert Counter(key.decode() for key, _, _ in places) == expected
    assert all(not json.loads(each.message.value or b"")["row"].get("title") for each in buried)


@pytest.mark.parametrize("engine", ENGINES)
def test_a_row_with_several_descriptions_is_several_revisions(imported: Pipeline, shared_data: Path, engine: str) -> None:
    """As many as it has texts of different words: a blank more is no other content."""
    several = [row for row in rows_of(shared_data, "zapply") if len(row.get("descriptions") or ()) > 1 and row.get("title")]
    assert len(several) > 10
    history = imported.rows(engine, "SELECT posting_id, revision FROM posting_history WHERE source = 'zapply'")
    counts = Counter(row["posting_id"] for row in history)
    texts = {f"zapply:zapply:{row['id']}": len({" ".join(d["text"].split()) for d in row["descriptions"]}) for row in several}
    assert {posting: counts[posting] for posting in texts} == texts


def test_an_unchanged_row_opens_no_revision(imported: Pipeline, shared_data: Path) -> None:
    """A posting that was scraped again with nothing new is counted, not emitted."""
    rows = [row["detail_url"] for row in rows_of(shared_data, "afriworket")]
    history = imported.rows("clickhouse", "SELECT count() AS n FROM posting_history WHERE source = 'afriworket'")
    assert len(set(rows)) <= history[0]["n"] < len(rows)


@pytest.mark.fault
def test_all_of_hacker_news_is_accounted_for(pipeline: Pipeline, shared_data: Path) -> None:
    """25,585 postings: each has one outcome, and every posting is in both warehouses."""
    outcome = pipeline.jobstream("import", str(path_of(shared_data, "hn")), "--source", "hn", "--json")
    pipeline.catch_up()
    assert (outcome["published"], outcome["failed"]) == (ALL_OF_HN, 0)
    accounting = pipeline.jobstream("doctor", "--json", code=None)["accounting"]
    assert (accounting["balanced"], accounting["problems"], accounting["unread"]) == (True, [], 0)
    ids = [
        {row["posting_id"] for row in pipeline.rows(engine, "SELECT posting_id FROM posting_history WHERE source = 'hn'")}
        for engine in ENGINES
    ]
    dead = {(each.message.key or b"").decode() for each in letters(pipeline.cluster, Filter())}
    expected = {f"hn:{row['month']}:{row['id']}" for row in rows_of(shared_data, "hn")} - dead
    assert ids == [expected, expected]
