"""Bad input, as it comes through the whole pipeline: a dead letter with its reason, or a null with its raw twin."""

import json
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from prometheus_client.parser import text_string_to_metric_families

from pipeline.ops.dlq import Buried, Filter, letters
from pipeline.ops.processes import processes
from schemas.message import Headers, Outgoing
from schemas.topics import RAW
from tests.builders import make_raw_posting
from tests.e2e.conftest import ENGINES, Pipeline
from tests.integration.scrapers.vendor import Answer, Vendor

MIB = 1 << 20
# above what is sent at all, whatever it is when it is compressed
TOO_LARGE = 18 * MIB
TYPE = (("ce_type", b"jobs.posting.raw.v1"),)
NEWER_TYPE = (("ce_type", b"jobs.posting.raw.v9"),)


def broken_row(**row: Any) -> bytes:
    """A raw posting whose row is otherwise."""
    raw = make_raw_posting(board="bad")
    return raw.model_copy(update={"row": {**raw.row, **row}}).model_dump_json().encode()


# the key of a message -> its headers, its payload and the reason that it dies of
BAD: dict[str, tuple[Headers, bytes, str]] = {
    "not-json": (TYPE, b'{"source": "lever", "board"', "not_json"),
    "not-utf8": (TYPE, "{'source': 'lévér'}".encode("latin-1"), "not_utf8"),
    "not-valid": (TYPE, b'{"source": "lever"}', "not_valid"),
    "no-type": ((), broken_row(), "unknown_type"),
    "newer-version": (NEWER_TYPE, broken_row(), "unknown_version"),
    "no-title": (TYPE, broken_row(text=None), "missing_title"),
    "no-id": (TYPE, make_raw_posting(board="bad", source_id=None).model_dump_json().encode(), "missing_id"),
    "unknown-source": (TYPE, make_raw_posting(board="bad", source="nobody").model_dump_json().encode(), "unknown_source"),
    "five-mib": (TYPE, broken_row(description="long " * MIB), "too_long"),
    "no-row": (TYPE, make_raw_posting(board="bad", row=["Nurse"]).model_dump_json().encode(), "not_a_row"),
}


@pytest.fixture(scope="module")
def buried(pipeline: Pipeline) -> dict[str, Buried]:
    """Every bad message, between good ones on every partition; the dead letters by key."""
    for good in ("before", "after"):
        pipeline.publish(*(make_raw_posting(board=good, source_id=f"g{n}", title=f"Nurse {n}") for n in range(40)))
        if good == "before":
            pipeline.publish(*(Outgoing(RAW.name, key.encode(), value, kind) for key, (kind, value, _) in BAD.items()))
    pipeline.catch_up()
    found = ((each.message.key or b"").decode() for each in letters(pipeline.cluster, Filter()))
    assert set(BAD) <= set(found)
    return {(each.message.key or b"").decode(): each for each in letters(pipeline.cluster, Filter())}


@pytest.mark.parametrize("key", BAD)
def test_a_bad_message_is_a_dead_letter(pipeline: Pipeline, buried: dict[str, Buried], key: str) -> None:
    """With stage and reason, where it was, and the payload to the byte; ClickHouse tells the same."""
    kind, payload, reason = BAD[key]
    message, letter = buried[key].message, buried[key].letter
    assert letter is not None
    assert (letter.stage, letter.reason, letter.topic, message.value) == ("normalize", reason, RAW.name, payload)
    assert all(header in message.headers for header in kind)
    (row,) = pipeline.rows("clickhouse", f"SELECT * FROM dead_letters WHERE key = '{key}'")
    assert (row["stage"], row["reason"], row["partition"], row["offset"]) == (
        "normalize", reason, letter.partition, letter.offset,
    )  # fmt: skip
    assert row["payload_bytes"] == len(payload)
    assert payload.decode("utf-8", "replace").startswith(row["payload_start"][:20])


@pytest.mark.parametrize("engine", ENGINES)
def test_the_stage_goes_on(pipeline: Pipeline, buried: dict[str, Buried], engine: str) -> None:
    """What came before and after the bad messages is there."""
    sql = "SELECT board, count(*) AS n FROM posting_history WHERE board IN ('before', 'after') GROUP BY board"
    assert {row["board"]: row["n"] for row in pipeline.rows(engine, sql)} == {"before": 40, "after": 40}


@pytest.fixture(scope="module")
def unreadable(pipeline: Pipeline) -> dict[str, float]:
    """Postings with a field that can't be read, carried to the end; by field, how often normalize has counted one."""
    before = _unreadable(pipeline)
    row = make_raw_posting().row
    rows = {
        "date": {**row, "createdAt": 577_000_000_000_000},
        "salary": {**row, "salaryRange": {"min": "competitive", "max": None, "currency": None, "interval": None}},
        "place": {**row, "categories": {"location": "Nowhereville-upon-Nothing"}},
    }
    pipeline.publish(*(make_raw_posting(board="unread", source_id=name, row=row) for name, row in rows.items()))
    pipeline.catch_up()
    return {field: count - before.get(field, 0) for field, count in _unreadable(pipeline).items()}


@pytest.mark.parametrize("engine", ENGINES)
def test_a_field_that_cannot_be_read_is_null(pipeline: Pipeline, unreadable: dict[str, float], engine: str) -> None:
    """Its raw twin is kept; the posting is there."""
    final = " FINAL" if engine == "clickhouse" else ""
    places = "locations.raw" if engine == "clickhouse" else "locations"
    sql = f"SELECT source_id, posted_at, salary_minimum, country, unreadable, {places} AS places FROM posting{final}"
    rows = {row["source_id"]: row for row in pipeline.rows(engine, f"{sql} WHERE board = 'unread'")}
    said = {
        name: row["unreadable"] if isinstance(row["unreadable"], dict) else json.loads(row["unreadable"])
        for name, row in rows.items()
    }
    assert (rows["date"]["posted_at"], said["date"]) == (None, {"posted_at": "577000000000000"})
    assert (rows["salary"]["salary_minimum"], "competitive" in str(said["salary"])) == (None, True)
    assert (rows["place"]["country"], "Nowhereville-upon-Nothing" in str(rows["place"]["places"])) == (None, True)


def test_fields_that_cannot_be_read_are_counted(unreadable: dict[str, float]) -> None:
    """By field, in the metrics of normalize."""
    assert unreadable["posted_at"] == 1
    assert sum(unreadable.values()) >= 2


def test_nul_bytes_and_lone_surrogates_are_removed(pipeline: Pipeline, vendor: Vendor) -> None:
    """A vendor may send them, as JSON escapes; the rest of the text stands in both warehouses."""
    row = {**make_raw_posting().row, "text": "Night\u0000 nurse", "description": "<p>Care\u0000 for pa\ud800tients.</p>"}
    vendor.answers["/api.lever.co/v0/postings/dirty"] = [Answer([row])]
    pipeline.jobstream("crawl", "lever:dirty", "--json", source_base_url=vendor.url, crawl_delay_s=0.0)
    pipeline.catch_up()
    for engine in ENGINES:
        (found,) = pipeline.rows(engine, "SELECT title, description FROM postings WHERE board = 'dirty'")
        assert found == {"title": "Night nurse", "description": "Care for patients."}


def test_an_import_names_a_posting_over_its_topics_limit(pipeline: Pipeline, tmp_path: Path) -> None:
    """It is counted as failed, with its line; the others are published."""
    rows = [{"id": 1, "title": "Nurse", "text": "x" * TOO_LARGE}, {"id": 2, "title": "Welder", "text": "short"}]
    (tmp_path / "large.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows))
    mapping = "id=id,title=title,description=text"
    words = ("import", str(tmp_path / "large.jsonl"), "--source", "generic", "--map", mapping, "--board", "large", "--json")
    outcome = pipeline.jobstream(*words, code=1)
    assert (outcome["published"], outcome["failed"]) == (1, 1)
    assert outcome["broken"] == [{"line": 1, "reason": "the posting is larger than its topic allows"}]


def test_a_crawl_reports_a_posting_over_its_topics_limit(pipeline: Pipeline, vendor: Vendor) -> None:
    """The board is partial, for that reason; its other postings are published."""
    jobs = [{"id": 1, "title": "Nurse", "content": "x" * TOO_LARGE}, {"id": 2, "title": "Welder"}]
    vendor.answers["/boards-api.greenhouse.io/v1/boards/large/jobs"] = [Answer({"jobs": jobs, "meta": {"total": 2}})]
    table = pipeline.jobstream("crawl", "greenhouse:large", "--json", code=1, source_base_url=vendor.url, crawl_delay_s=0.0)
    (board,) = table["boards"]
    assert (board["outcome"], board["published"], board["failed"]) == ("partial", 1, 1)
    assert board["reason"] == "a posting is larger than its topic allows"


def _unreadable(pipeline: Pipeline) -> dict[str, float]:
    return dict(_samples(pipeline))


def _samples(pipeline: Pipeline) -> Iterator[tuple[str, float]]:
    (normalize,) = (process for process in processes(pipeline.settings.var_dir) if process.name == "normalize")
    with urllib.request.urlopen(f"http://127.0.0.1:{normalize.port}/metrics") as answer:
        text = answer.read().decode()
    for family in text_string_to_metric_families(text):
        for sample in family.samples:
            if sample.name == "jobstream_unreadable_fields_total" and sample.labels["source"] == "lever":
                yield sample.labels["field"], sample.value
