"""What is declared about tables holds for each of them."""

import pytest

from tests.builders import FEB, JAN, make_enriched
from tests.warehouse_data import enriched_message, values_of
from warehouse import dictionary
from warehouse.intake import Intake
from warehouse.pgarray import array_oid
from warehouse.rows import POSTING, POSTING_CHANGE, TABLES, tables_on, topics_of
from warehouse.table import CLICKHOUSE, ENGINES, TIMESCALEDB, Table
from warehouse.timescaledb import upsert


@pytest.mark.parametrize("table", TABLES, ids=lambda t: t.name)
def test_every_column_is_declared_once_and_explained(table: Table) -> None:
    """A column has one name, a meaning that ends with a full stop, and a type on an engine."""
    names = [column.name for column in table.columns]

    assert len(set(names)) == len(names)
    assert all(column.meaning.endswith((".", "…")) for column in table.columns)
    assert all(any(column.on(engine) for engine in table.engines) for column in table.columns)
    assert all(array_oid(column.kind) for column in table.columns_on(TIMESCALEDB))


@pytest.mark.parametrize("engine", ENGINES)
def test_the_key_and_the_version_are_columns(engine: str) -> None:
    """What identifies and orders rows is stored with them."""
    for table in tables_on(engine):
        names = {column.name for column in table.columns_on(engine)}
        assert names >= set(table.key) | set(table.version_columns)


def test_no_table_has_two_topics() -> None:
    """Both engines read six topics, TimescaleDB the health of sources too, ClickHouse vectors and the dead letters."""
    both = (
        "jobs.posting.enriched", "jobs.posting.cluster", "jobs.posting.mirror", "jobs.crawl", "jobs.posting.lifecycle",
        "jobs.posting.status",
    )  # fmt: skip
    assert topics_of(TIMESCALEDB) == (*both, "jobs.source.health")
    assert topics_of(CLICKHOUSE) == (*both[:3], "jobs.posting.embedded", *both[3:], "*.dlq")


def test_a_posting_from_which_nothing_could_be_derived_is_a_row_of_nulls() -> None:
    """Unknown stays null, and lists are empty."""
    row = values_of(Intake(CLICKHOUSE).sort([enriched_message(make_enriched())]), "posting")[0]

    assert (row["seniority"], row["country"], row["salary_usd_minimum"]) == (None, None, None)
    assert (row["skills"], row["locations.city"], row["derived"]) == ([], [], "{}")


def test_the_version_is_that_of_the_event() -> None:
    """ClickHouse orders rows by the number that the event itself orders by."""
    posting = make_enriched(revised_at=JAN, processed_at=FEB)

    assert values_of(Intake(CLICKHOUSE).sort([enriched_message(posting)]), "posting")[0]["version"] == posting.version


def test_an_upsert_keeps_the_greater_version() -> None:
    """The row that is there stays when its version is greater."""
    assert "WHERE (posting.revised_at, posting.processed_at) <= (EXCLUDED.revised_at, EXCLUDED.processed_at)" in upsert(POSTING)
    assert "ON CONFLICT (posting_id, revised_at)" in upsert(POSTING_CHANGE)


def test_the_data_dictionary_is_fresh() -> None:
    """docs/data-dictionary.md says what rows.py says; `./jobstream schemas --write` writes it."""
    assert dictionary.PATH.read_text("utf-8") == dictionary.render()
