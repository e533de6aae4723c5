"""Every named query runs where it says, and the answers are right."""

import json
from collections.abc import Callable
from typing import Any

import orjson
import pytest
from click.testing import CliRunner

from pipeline.cli.main import cli
from pipeline.cli.query import command as query_command
from pipeline.ops.addresses import timescaledb_config
from pipeline.ops.ask import ask, ask_named
from pipeline.ops.sink import sink_of
from pipeline.settings import Settings, environment
from schemas.message import Incoming
from schemas.posting import Location
from tests.builders import FEB, JAN, make_enriched
from tests.warehouse_data import (
    changed,
    cluster_message,
    enriched_message,
    health_message,
    make_cluster,
    make_full_posting,
    make_health,
    make_mirror,
    make_opened,
    make_report,
    mirror_message,
    repeats,
    report_message,
)
from warehouse.contract import RowsRefused, WarehouseMisconfigured
from warehouse.intake import Intake
from warehouse.maintain import maintain
from warehouse.queries import queries
from warehouse.table import CLICKHOUSE, ENGINES, TIMESCALEDB

Rows = Callable[..., list[tuple[Any, ...]]]
RUNS = [(name, engine) for name, found in queries().items() for engine in found.sql]
# What two jobs call one skill.
CONTAINERS = [("Docker", ["DOCKER", "K8s"]), ("docker", [])]


def make_clinic(number: int, **fields: Any) -> Incoming:
    """A job in New Zealand, of which only `fields` is told."""
    told = make_enriched(
        source="clinic", board="q", posting_id=f"clinic:q:{number}", employer_key=fields.pop("employer_key", "query clinic"),
        locations=[Location(raw="Nelson", country="NZ")],
    )  # fmt: skip
    message = enriched_message(told)
    return changed(message, orjson.dumps(orjson.loads(message.value or b"") | fields))


def clinics() -> list[Incoming]:
    """Four jobs of two employers."""
    nurse = {"occupations": [{"isco": "2221", "label": "nurse"}], "company": {"name": {"value": "Query Clinic"}}}
    pay = [{"salary": {"yearly_usd_minimum": usd, "yearly_usd_maximum": usd + 10_000}} for usd in (50_000, 70_000)]
    bonus, wellness = {"value": "bonus"}, {"value": "wellness"}
    containers = [[{"skill_id": "skill/1", "label": "containers", "raw": raw, "also": also}] for raw, also in CONTAINERS]
    return [
        make_clinic(1, **nurse, **pay[0], visa={"value": "offered"}, benefits=[bonus, wellness], skills=containers[0]),
        make_clinic(2, **nurse, **pay[1], visa={"value": "not_offered"}, benefits=[bonus], skills=containers[1]),
        make_clinic(3, **pay[0]),
        make_clinic(4, employer_key="query hospital", visa={"value": "not_offered"}, occupations=nurse["occupations"]),
    ]


@pytest.fixture(scope="module")
def filled(warehouses: Settings) -> Settings:
    """A job on two boards, edited once, with a skill of its own, and an agency's copy of it."""
    one = make_full_posting(source="ashby", board="q", source_id="1", posting_id="ashby:q:1", employer_key="query corp")
    edited = one.model_copy(update={"revised_at": FEB, "processed_at": FEB, "revision": 2, "title": "Edited"})
    copy = make_full_posting(
        source="workable", board="q", source_id="2", posting_id="workable:q:2", employer_key="query corp", revised_at=FEB
    )
    whose = {"source": "lever", "source_id": "3", "posting_id": "lever:q:3", "employer_key": "query agency"}
    agency = one.model_copy(update=whose)
    messages = [enriched_message(p) for p in (one, edited, copy, agency)]
    messages += [*clinics(), report_message(make_report(source="ashby", board="q"))]
    messages += [cluster_message(each) for each in (make_cluster(one), repeats(copy, one), make_cluster(agency))]
    messages += [mirror_message(make_mirror(agency, one)), mirror_message(make_mirror(one, None))]
    lost = [make_opened(source="ashby", board="q", cause="field_lost", field=field) for field in ("url", "title")]
    health = [make_health(source="ashby", board="q"), make_health(source="ashby", board="well"), *lost]
    for engine in ENGINES:
        sink = sink_of(engine, warehouses)
        for batch in Intake(engine).sort(messages + [health_message(e) for e in health if engine == TIMESCALEDB]).batches:
            sink.write(batch)
        sink.close()
    return warehouses


@pytest.mark.parametrize(("name", "engine"), RUNS)
def test_a_named_query_runs(name: str, engine: str, filled: Settings) -> None:
    """With its defaults, on every engine that it names; both give the same columns."""
    answer = ask_named(filled, name, engine, {}, 5)

    assert len(answer.rows) <= 5
    assert {ask_named(filled, name, other, {}, 1).columns for other in queries()[name].sql} == {answer.columns}


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize(
    "sql", ["SELECT posting_id, title FROM postings WHERE false", "-- none\nSELECT 1 AS posting_id, 2 AS title LIMIT 0;"]
)
@pytest.mark.parametrize("limit", [None, 5])
def test_an_answer_without_rows_names_its_columns(engine: str, sql: str, limit: int | None, filled: Settings) -> None:
    """A CSV of nothing still has its head."""
    answer = ask(filled, engine, sql, limit=limit)

    assert (answer.columns, answer.rows) == (("posting_id", "title"), [])


@pytest.mark.parametrize("engine", ENGINES)
def test_a_job_counts_once_however_often_it_is_advertised(engine: str, filled: Settings, rows: Rows) -> None:
    """`jobs` has the canonical posting, its newest revision, and who else shows it."""
    found = rows(engine, "SELECT posting_id, title, postings, sources FROM jobs WHERE employer_key = 'query corp'")

    assert found == [("ashby:q:1", "Edited", 2, ["ashby", "workable"])]


@pytest.mark.parametrize("engine", ENGINES)
def test_repeats_are_counted_by_source(engine: str, filled: Settings) -> None:
    """Near copies are told from exact ones."""
    answer = ask_named(filled, "duplicates-by-source", engine, {}, 100)

    assert ("workable", 1, 1, 0, 1, 100.0) in answer.rows


@pytest.mark.parametrize("engine", ENGINES)
def test_reposts_are_counted_by_employer(engine: str, filled: Settings) -> None:
    """Who repeats older postings of whom, and how much of what they have."""
    answer = ask_named(filled, "agency-reposts", engine, {}, 100)

    assert ("query agency", 1, 1, 1, 100.0, "query corp") in answer.rows
    assert "query corp" not in {row[0] for row in answer.rows}


@pytest.mark.parametrize("engine", ENGINES)
def test_pay_is_told_by_occupation(engine: str, filled: Settings) -> None:
    """Of jobs whose occupation and pay are known; the median of both ends."""
    answer = ask_named(filled, "pay-by-occupation", engine, {"country": "NZ", "at_least": "1"}, 100)

    assert answer.rows == [("2221", "nurse", 2, 60_000, 70_000)]


@pytest.mark.parametrize("engine", ENGINES)
def test_employers_that_sponsor_a_visa_are_counted(engine: str, filled: Settings) -> None:
    """With what else their jobs say; who never offers one is not listed."""
    answer = ask_named(filled, "sponsoring-employers", engine, {"country": "NZ"}, 100)

    assert answer.rows == [("query clinic", "Query Clinic", 1, 1, 3)]


@pytest.mark.parametrize("engine", ENGINES)
def test_benefits_are_counted_by_job(engine: str, filled: Settings) -> None:
    """And as a share of all jobs, also of those that name none."""
    answer = ask_named(filled, "benefits", engine, {"country": "NZ"}, 100)

    assert answer.rows == [("bonus", 2, 50.0), ("wellness", 1, 25.0)]


@pytest.mark.parametrize("engine", ENGINES)
def test_tools_are_counted_by_their_words(engine: str, filled: Settings) -> None:
    """Each by itself, once a job, however it is written; those of one skill too."""
    answer = ask_named(filled, "top-tools", engine, {"country": "NZ"}, 100)

    assert answer.rows == [("docker", 2), ("k8s", 1)]


@pytest.mark.parametrize("engine", ENGINES)
def test_days_are_counted_at_once_and_after_maintenance(engine: str, filled: Settings) -> None:
    """A continuous aggregate shows what it has not been refreshed for yet."""
    before = ask_named(filled, "new-postings-per-day", engine, {"source": "ashby"}, 100).rows
    maintain(timescaledb_config(filled))

    assert before == ask_named(filled, "new-postings-per-day", engine, {"source": "ashby"}, 100).rows
    assert before == [(FEB.date(), 0, 1), (JAN.date(), 1, 0)]


def test_a_skill_has_its_days(filled: Settings) -> None:
    """The continuous aggregate by skill counts each skill of a posting."""
    assert ask_named(filled, "skill-trend", TIMESCALEDB, {"skill": "NURSING, general"}, 100).rows


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize(
    "sql", ["DROP TABLE posting", "DELETE FROM posting WHERE true", "CREATE TABLE x (a int)", "SELECT 1; DROP TABLE crawl"]
)
def test_a_question_changes_nothing(engine: str, sql: str, filled: Settings, rows: Rows) -> None:
    """What would is refused, and so is a second statement."""
    with pytest.raises((WarehouseMisconfigured, RowsRefused)):
        ask(filled, engine, sql)

    assert rows(engine, "SELECT count(*) FROM postings WHERE employer_key = 'query corp'") == [(2,)]


def invoke(settings: Settings, *argv: str) -> Any:
    """Run the command line with `settings`."""
    return CliRunner().invoke(cli, argv, env=environment(settings))


def test_the_command_line_answers_in_three_forms(filled: Settings) -> None:
    """A table for people, CSV and JSON for programs."""
    sql = ("query", "--sql", "SELECT title, postings FROM jobs WHERE employer_key = 'query corp'")

    assert invoke(filled, *sql).output.splitlines()[-1].split() == ["Edited", "2"]
    assert invoke(filled, *sql, "--format", "csv").output.splitlines() == ["title,postings", "Edited,2"]
    assert json.loads(invoke(filled, *sql, "--json", "--engine", "timescaledb").output) == [{"title": "Edited", "postings": 2}]


def test_the_health_of_sources_is_a_finding_while_an_incident_is_open(filled: Settings) -> None:
    """The worst board first, each incident by itself; a board that is well is none, and an unknown one is named."""
    found = invoke(filled, "sources", "health", "ashby", "--json")
    told = json.loads(found.output)

    assert found.exit_code == 1
    assert [(row["board"], row["open_incidents"], row["causes"]) for row in told["boards"]] == [
        ("q", 2, "field_lost title, field_lost url"), ("well", 0, None),
    ]  # fmt: skip
    assert [(row["board"], row["field"]) for row in told["incidents"]] == [("q", "title"), ("q", "url")]
    assert invoke(filled, "sources", "health", "ashby:well").exit_code == 0
    assert invoke(filled, "sources", "health", "ashby:nobody").exit_code == 2


@pytest.mark.parametrize(
    ("sql", "first"),
    [
        # it would never end if the answer came whole
        ("SELECT generate_series(1, 1000000000000)", 1), ("WITH n AS (SELECT 7 AS n) SELECT n FROM n;", 7),
        ("-- why\nSELECT '{}%'", "{}%"), ("SELECT 3; ", 3), ("VALUES (4)", 4), ("(SELECT 5) UNION ALL (SELECT 5)", 5),
        ("SHOW transaction_read_only", "on"), ("TABLE pg_catalog.pg_am", None), ("EXPLAIN SELECT 1", None),
    ],
)  # fmt: skip
def test_no_more_of_an_answer_comes_than_is_wanted(filled: Settings, sql: str, first: object) -> None:
    """Of any statement that reads."""
    found = ask(filled, TIMESCALEDB, sql, limit=1)
    assert (len(found.rows), first in (None, found.rows[0][0])) == (1, True)


@pytest.mark.parametrize("sql", ["SELECT 1; DROP TABLE posting", "SELECT 1; COMMIT", "SELECT nope"])
def test_a_limit_lets_nothing_else_through(filled: Settings, sql: str) -> None:
    """One statement, and the error of the server for one that is wrong."""
    with pytest.raises((RowsRefused, WarehouseMisconfigured)):
        ask(filled, TIMESCALEDB, sql, limit=1)


def test_the_named_queries_are_listed() -> None:
    """Without a name; each with its parameters and engines."""
    listed = json.loads(CliRunner().invoke(query_command, ["--json"]).output)

    assert [row["name"] for row in listed] == sorted(queries())


def test_a_wrong_question_is_a_usage_error(filled: Settings) -> None:
    """The message says what was wrong with it."""
    for argv in (("nope",), ("top-skills", "--param", "x=1"), ("--sql", "SELEC 1"), ("top-skills", "--sql", "SELECT 1")):
        assert invoke(filled, "query", *argv).exit_code == 2


def test_migrate_and_maintain_say_what_they_did(filled: Settings) -> None:
    """As JSON for programs, as sentences for people."""
    assert json.loads(invoke(filled, "migrate", "--json").output) == {CLICKHOUSE: [], TIMESCALEDB: []}
    assert "clickhouse: is the newest" in invoke(filled, "migrate").output
    assert {done["table"] for done in json.loads(invoke(filled, "maintain", "--json").output)} == {
        "posting_daily", "skill_daily", "posting_change", "crawl", "posting_event", "source_health",
    }  # fmt: skip
    assert "posting_daily: refreshed" in invoke(filled, "maintain").output
