"""The tables are what rows.py declares, and writing to them keeps the newest."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from pipeline.ops.addresses import clickhouse_config, timescaledb_config
from pipeline.ops.databases import migrate, surveyors
from pipeline.ops.sink import sink_of
from pipeline.settings import Settings
from runtime.config import DatabaseConfig
from schemas.base import epoch_ms
from schemas.posting import EnrichedPosting
from tests.builders import FEB, JAN, MAR, make_enriched
from tests.warehouse_data import (
    cluster_message,
    enriched_message,
    health_message,
    make_cluster,
    make_ended,
    make_full_posting,
    make_health,
    make_mirror,
    make_opened,
    make_report,
    mirror_message,
    repeats,
    report_message,
)
from warehouse.contract import RowsRefused, SinkUnavailable, WarehouseMisconfigured
from warehouse.intake import Intake
from warehouse.migrate import migrate_clickhouse, migrate_timescaledb
from warehouse.rows import POSTING, tables_on
from warehouse.survey import MIRRORED
from warehouse.table import CLICKHOUSE, ENGINES, TIMESCALEDB, Kind, RowBatch, Table

Rows = Callable[..., list[tuple[Any, ...]]]
_COLUMNS = {
    CLICKHOUSE: "SELECT name, type FROM system.columns WHERE database = currentDatabase() AND table = %(table)s",
    TIMESCALEDB: (
        "SELECT attname, format_type(atttypid, NULL) FROM pg_attribute "
        "WHERE attrelid = %(table)s::regclass AND attnum > 0 AND NOT attisdropped"
    ),
}


def make_board_posting(board: str, **overrides: Any) -> EnrichedPosting:
    """A full posting on a board of the test's own."""
    return make_full_posting(board=board, posting_id=f"lever:{board}:p1", **overrides)


def write(engine: str, settings: Settings, *postings: EnrichedPosting) -> None:
    """Write postings one poll each, in order."""
    sink = sink_of(engine, settings)
    for posting in postings:
        for batch in Intake(engine).sort([enriched_message(posting), cluster_message(make_cluster(posting))]).batches:
            sink.write(batch)
    sink.close()


@pytest.mark.parametrize(
    ("engine", "table"), [(e, t) for e in ENGINES for t in tables_on(e)], ids=lambda x: getattr(x, "name", x)
)
def test_a_table_has_the_columns_that_are_declared(engine: str, table: Table, rows: Rows) -> None:
    """Names and exact types, on both engines."""
    found = dict(rows(engine, _COLUMNS[engine], table=table.name))

    assert found == {column.name: column.type_on(engine) for column in table.columns_on(engine)}


@pytest.mark.parametrize("engine", ENGINES)
def test_migrating_again_changes_nothing(engine: str, warehouses: Settings) -> None:
    """Two at once are safe as well."""
    with ThreadPoolExecutor(2) as pool:
        applied = list(pool.map(migrate, [warehouses, warehouses]))

    assert [found[engine] for found in applied] == [[], []]


def test_an_edited_migration_is_refused(warehouses: Settings, tmp_path: Path) -> None:
    """The error names it; nothing is applied."""
    for engine, name in ((CLICKHOUSE, "0002_crawl_is_kept"), (TIMESCALEDB, "0004_crawl_is_a_hypertable")):
        (tmp_path / engine).mkdir()
        (tmp_path / engine / f"{name}.sql").write_text("SELECT 1;\n")

    with pytest.raises(WarehouseMisconfigured, match="0002_crawl_is_kept was edited"):
        migrate_clickhouse(clickhouse_config(warehouses), tmp_path)
    with pytest.raises(WarehouseMisconfigured, match="0004_crawl_is_a_hypertable was edited"):
        migrate_timescaledb(timescaledb_config(warehouses), tmp_path)


@pytest.mark.parametrize("engine", ENGINES)
def test_a_posting_is_read_back_as_it_was_written(engine: str, warehouses: Settings, rows: Rows) -> None:
    """Text, numbers, instants, lists and nulls, and through the view of analysts."""
    posting = make_board_posting(f"back-{engine}", title="Ärztin 👩‍⚕️ 'quoted' \\ \t {x,\"y\"}", salary=None)
    write(engine, warehouses, posting)

    found = rows(
        engine,
        "SELECT title, description, skills, countries, revised_at, salary_usd_minimum, valid_through, seniority, cluster_id, "
        "is_canonical FROM postings WHERE posting_id = %(id)s",
        id=posting.posting_id,
    )[0]

    assert found[:4] == (posting.title, posting.description, ["Python", "nursing, general"], ["DE", "AT"])
    assert (epoch_ms(found[4]), found[5], found[6]) == (epoch_ms(JAN), None, posting.valid_through)
    assert found[7:] == ("senior", posting.posting_id, True)


@pytest.mark.parametrize("engine", ENGINES)
def test_what_is_derived_is_read_back_by_analysts(engine: str, warehouses: Settings, rows: Rows) -> None:
    """Words, days, flags, numbers and lists, in the views of postings and jobs; nothing of it is nulls and empty lists."""
    full, bare = make_board_posting(f"told-{engine}"), make_enriched(board=f"bare-{engine}", posting_id=f"lever:bare-{engine}:p1")
    write(engine, warehouses, full, bare)
    select = (
        "SELECT education, company_size_maximum, remote_utc_offset_minimum, posted_on, apply_by, expired, benefits, "
        "skill_wordings, occupation_isco, occupations_isco FROM {} WHERE posting_id = %(id)s"
    )
    days, lists = (date(2026, 1, 5), date(9999, 12, 31)), (["paid_leave", "equity"], ["Python", "Py", "nursing, general"])

    for view in ("postings", "jobs"):
        assert rows(engine, select.format(view), id=full.posting_id) == [
            ("bachelor", 200, -3.5, *days, True, *lists, "2221", ["2221", "22"])
        ]
        assert rows(engine, select.format(view), id=bare.posting_id) == [(*[None] * 6, [], [], None, [])]
    history = "SELECT education, experience_minimum, occupation_isco FROM posting_history WHERE posting_id = %(id)s"
    assert rows(engine, history, id=full.posting_id) == [("bachelor", 2.0, "2221")]


@pytest.mark.parametrize("engine", ENGINES)
def test_written_twice_is_written_once(engine: str, warehouses: Settings, rows: Rows) -> None:
    """A batch that comes again leaves the same rows."""
    posting = make_board_posting(f"twice-{engine}")
    write(engine, warehouses, posting, posting)

    for view in ("postings", "posting_history", "jobs"):
        assert rows(engine, f"SELECT count(*) FROM {view} WHERE posting_id = %(id)s", id=posting.posting_id) == [(1,)]


@pytest.mark.parametrize("engine", ENGINES)
def test_an_older_version_never_replaces_a_newer_one(engine: str, warehouses: Settings, rows: Rows) -> None:
    """Not by revision, and not by processing time within a revision; history keeps each revision's newest."""
    board = f"older-{engine}"
    february = make_board_posting(board, revised_at=FEB, processed_at=FEB, title="February", revision=2)
    corrected = make_board_posting(board, revised_at=FEB, processed_at=MAR, title="Corrected", revision=2)
    january = make_board_posting(board, revised_at=JAN, processed_at=MAR, title="January")
    write(engine, warehouses, corrected, february, january)

    select = "SELECT title FROM {} WHERE board = %(board)s ORDER BY revised_at"
    assert rows(engine, select.format("postings"), board=board) == [("Corrected",)]
    assert rows(engine, select.format("posting_history"), board=board) == [("January",), ("Corrected",)]


@pytest.mark.parametrize("engine", ENGINES)
def test_the_cluster_of_the_newest_revision_is_in_force(engine: str, warehouses: Settings, rows: Rows) -> None:
    """A posting that changed its employer is assigned in two groups: the one that it left may be late, and changes nothing."""
    before = make_board_posting(f"moved-{engine}", revised_at=JAN, processed_at=JAN)
    after = before.model_copy(update={"revised_at": FEB, "employer_key": "zebra"})
    assignments = [make_cluster(after, assigned_at=FEB), make_cluster(before, assigned_at=MAR)]
    sink = sink_of(engine, warehouses)
    for assignment in assignments:
        for batch in Intake(engine).sort([cluster_message(assignment)]).batches:
            sink.write(batch)
    sink.close()

    table = "posting_cluster FINAL" if engine == CLICKHOUSE else "posting_cluster"
    assert rows(engine, f"SELECT employer_key FROM {table} WHERE posting_id = %(id)s", id=before.posting_id) == [("zebra",)]


@pytest.mark.parametrize("engine", ENGINES)
def test_the_cluster_of_the_newest_reading_is_in_force(engine: str, warehouses: Settings, rows: Rows) -> None:
    """Of one revision as well; what was assigned before readings were told comes before all that tell one."""
    old = make_board_posting(f"read-{engine}", revised_at=JAN, processed_at=JAN)
    new = old.model_copy(update={"processed_at": FEB, "employer_key": "zebra"})
    told = [
        make_cluster(new, processed_at=FEB, assigned_at=FEB), make_cluster(old, processed_at=JAN, assigned_at=MAR),
        make_cluster(old, assigned_at=MAR),
    ]  # fmt: skip
    sink = sink_of(engine, warehouses)
    for assignment in told:
        for batch in Intake(engine).sort([cluster_message(assignment)]).batches:
            sink.write(batch)
    sink.close()

    table = "posting_cluster FINAL" if engine == CLICKHOUSE else "posting_cluster"
    found = rows(engine, f"SELECT employer_key, processed_at FROM {table} WHERE posting_id = %(id)s", id=old.posting_id)
    assert [(key, at.timestamp()) for key, at in found] == [("zebra", FEB.timestamp())]


@pytest.mark.parametrize("engine", ENGINES)
def test_a_cluster_mirrors_what_its_canonical_posting_does(engine: str, warehouses: Settings, rows: Rows) -> None:
    """The newest answer is in force, whichever is written last; the view gives it to every posting of the cluster."""
    founder = make_board_posting(f"mirror-{engine}")
    follower = founder.model_copy(update={"posting_id": f"{founder.posting_id}-again"})
    original = make_board_posting("original", employer_key="globex")
    assignments = [make_cluster(founder), repeats(follower, founder)]
    messages = [*map(enriched_message, (founder, follower)), *map(cluster_message, assignments)]
    newest, older = make_mirror(founder, original, found_at=FEB), make_mirror(founder, None, found_at=JAN)
    sink = sink_of(engine, warehouses)
    for poll in ([*messages, mirror_message(newest)], [mirror_message(older)]):
        for batch in Intake(engine).sort(poll).batches:
            sink.write(batch)
    sink.close()

    select = "SELECT mirror_of, mirror_employer_key, mirror_similarity FROM {} WHERE board = %(board)s"
    found = (original.posting_id, "globex", 0.87)
    assert rows(engine, select.format("postings"), board=founder.board) == [found] * 2
    assert rows(engine, select.format("jobs"), board=founder.board) == [found]


def test_an_older_mirror_is_not_lacking_where_a_newer_one_is(warehouses: Settings):
    """The books ask each warehouse for what the topic tells; only the newest answer of a posting is kept."""
    posting = make_board_posting("books")
    for engine in ENGINES:
        sink = sink_of(engine, warehouses)
        for batch in Intake(engine).sort([mirror_message(make_mirror(posting, None, found_at=FEB))]).batches:
            sink.write(batch)
        sink.close()

    facts = {(posting.posting_id, epoch_ms(at), MIRRORED) for at in (JAN, FEB, MAR)}
    lacking = {(posting.posting_id, epoch_ms(MAR), MIRRORED)}
    assert [surveyor.missing(facts) for surveyor in surveyors(warehouses)] == [lacking] * 2


@pytest.mark.parametrize("engine", ENGINES)
def test_a_crawl_is_kept_once(engine: str, warehouses: Settings, rows: Rows) -> None:
    """A report that comes again is the same row."""
    sink, report = sink_of(engine, warehouses), make_report(board=f"crawl-{engine}")
    for _ in range(2):
        for batch in Intake(engine).sort([report_message(report)]).batches:
            sink.write(batch)
    sink.close()

    assert rows(engine, "SELECT outcome, published, reason FROM crawls WHERE board = %(b)s", b=report.board) == [
        ("complete", 2, None)
    ]


def test_health_and_incidents_are_kept_once(warehouses: Settings, rows: Rows) -> None:
    """In any order, and twice: the end of an incident is in force, and the newest crawl of a board is its health."""
    sink, whose = sink_of(TIMESCALEDB, warehouses), {"source": "lever", "board": "sick"}
    opened = make_opened(**whose)
    crawls = [make_health(**whose, at=FEB, published=7), make_health(**whose, at=JAN, verdicts=["empty"], incidents=[opened])]
    for event in [*crawls, make_ended(opened, FEB), opened, make_opened(**whose, since=MAR, at=MAR)] * 2:
        for batch in Intake(TIMESCALEDB).sort([health_message(event)]).batches:
            sink.write(batch)
    sink.close()

    def ask(sql: str) -> list[tuple[Any, ...]]:
        return rows(TIMESCALEDB, sql, b="sick")

    assert ask("SELECT published, filled ->> 'url' FROM board_health WHERE board = %(b)s") == [(7, "0.5")]
    assert ask("SELECT verdicts, incidents -> 0 ->> 'cause' FROM source_health WHERE board = %(b)s ORDER BY at") == [
        (["empty"], "empty"), ([], None),
    ]  # fmt: skip
    assert ask("SELECT since, ended_at, ending, field FROM source_incidents WHERE board = %(b)s ORDER BY since") == [
        (JAN, FEB, "recovered", None), (MAR, None, None, None),
    ]  # fmt: skip


@pytest.mark.parametrize("engine", ENGINES)
def test_a_batch_of_more_than_one_block_is_written_whole(engine: str, warehouses: Settings, rows: Rows) -> None:
    """Clients cut large batches; every row arrives."""
    board = f"blocks-{engine}"
    postings = [
        make_full_posting(board=board, source_id=str(n), posting_id=f"lever:{board}:{n}", description="word " * 600)
        for n in range(2500)
    ]
    sink = sink_of(engine, warehouses)
    for batch in Intake(engine).sort([enriched_message(p) for p in postings]).batches:
        sink.write(batch)
    sink.close()

    assert rows(engine, "SELECT count(*) FROM postings WHERE board = %(b)s", b=board) == [(2500,)]


@pytest.mark.parametrize("engine", ENGINES)
def test_a_value_that_the_engine_can_not_hold_is_refused(engine: str, warehouses: Settings) -> None:
    """The caller finds the row; the connection works on."""
    sink, sorted_ = sink_of(engine, warehouses), Intake(engine).sort([enriched_message(make_board_posting(f"bad-{engine}"))])
    batch = next(b for b in sorted_.batches if b.table is POSTING)
    at = next(i for i, column in enumerate(batch.columns) if column.kind is Kind.INTEGER)
    bad = RowBatch(batch.table, batch.columns, [*batch.values[:at], [2**70], *batch.values[at + 1 :]], batch.origins)

    with pytest.raises(RowsRefused):
        sink.write(bad)

    sink.write(batch)
    sink.close()


def test_a_nul_byte_is_refused_by_timescaledb(warehouses: Settings) -> None:
    """Normalize removes them; a sink survives one all the same."""
    sink = sink_of(TIMESCALEDB, warehouses)
    batches = Intake(TIMESCALEDB).sort([enriched_message(make_board_posting("nul", title="a\0b"))]).batches

    with pytest.raises(RowsRefused):
        sink.write(batches[0])
    sink.close()


@pytest.mark.parametrize("engine", ENGINES)
def test_a_missing_table_is_a_broken_deployment(engine: str, warehouses: Settings) -> None:
    """The message names the table and what to run."""
    batch = Intake(engine).sort([enriched_message(make_board_posting("gone"))]).batches[0]
    gone = Table(
        "no_such_table", "", "", POSTING.key, POSTING.identity, POSTING.version, POSTING.version_columns, POSTING.columns
    )
    sink = sink_of(engine, warehouses)

    with pytest.raises(WarehouseMisconfigured, match=r"no_such_table.*\./jobstream migrate"):
        sink.write(RowBatch(gone, batch.columns, batch.values, batch.origins))
    sink.close()


@pytest.mark.parametrize("migrate_one", [migrate_clickhouse, migrate_timescaledb])
def test_a_server_that_is_not_there_is_unavailable(migrate_one: Callable[[DatabaseConfig], list[str]]) -> None:
    """Nothing listens on port 1."""
    with pytest.raises(SinkUnavailable):
        migrate_one(DatabaseConfig("127.0.0.1", 1, "default", "", "default"))
