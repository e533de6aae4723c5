"""Which migrations are applied, and when they are not."""

import pytest
from clickhouse_connect.driver.exceptions import DatabaseError

from warehouse import migrate
from warehouse.contract import WarehouseMisconfigured
from warehouse.migrate import WHERE_KNOWN, Migration, migrations_of, pending
from warehouse.table import ENGINES

ONE, TWO = Migration("0001_a_is_kept", "CREATE a;\n"), Migration("0002_b_is_kept", "CREATE b;\n\nCREATE c;\n")


def test_what_was_applied_is_not_applied_again() -> None:
    """Only what is new is left, in order."""
    assert pending([ONE, TWO], {}) == [ONE, TWO]
    assert pending([ONE, TWO], {ONE.name: ONE.checksum}) == [TWO]


def test_an_edited_migration_is_an_error() -> None:
    """It names the file and what to do."""
    with pytest.raises(WarehouseMisconfigured, match=r"0001_a_is_kept was edited.*Restore the file"):
        pending([ONE], {ONE.name: TWO.checksum})


def test_a_file_holds_statements() -> None:
    """One ends with a semicolon at a line's end."""
    assert TWO.statements == ["CREATE b", "CREATE c"]


@pytest.mark.parametrize("engine", ENGINES)
def test_migrations_are_numbered_without_a_gap(engine: str) -> None:
    """0001, 0002, …; the name says what becomes true."""
    names = [migration.name for migration in migrations_of(engine)]

    assert [name[:5] for name in names] == [f"{number:04d}_" for number in range(1, len(names) + 1)]


@pytest.mark.parametrize("engine", ENGINES)
def test_every_statement_may_run_twice(engine: str) -> None:
    """Two migrations at once are safe only if each statement is."""
    again = ("IF NOT EXISTS", "if_not_exists", "OR REPLACE", "ALTER TABLE", "IF EXISTS")

    assert not [s for m in migrations_of(engine) for s in m.statements if not any(word in s for word in again)]


class _Postgres:
    """A database that answers every question with one row."""

    def __init__(self, *row: object) -> None:
        self.row = row
        self.execute = lambda _: self
        self.fetchone = lambda: self.row


def test_a_database_without_the_extension_names_what_to_do() -> None:
    """The first function that is missing would name `migrate` itself as the remedy."""
    with pytest.raises(WarehouseMisconfigured, match=r"the database jobs has no extension timescaledb.*CREATE EXTENSION"):
        migrate._require_extension(_Postgres(False, "jobs"))
    migrate._require_extension(_Postgres(True, "jobs"))


class _Engine:
    """An engine that refuses whatever it is told, with one code."""

    def __init__(self, code: int) -> None:
        self._code = code

    def command(self, statement: str) -> None:
        """Refuse it."""
        error = DatabaseError("Unknown Index type 'vector_similarity'")
        error.code = self._code
        raise error


@pytest.mark.parametrize("code", [80, 344])
def test_what_an_engine_does_not_know_is_left_out_where_it_may_be(code: int) -> None:
    """An older ClickHouse has no vector index, or has it switched off: the search compares all vectors there."""
    migrate._command(_Engine(code), f"{WHERE_KNOWN}\nALTER TABLE t ADD INDEX i v TYPE vector_similarity")


@pytest.mark.parametrize(("code", "statement"), [(80, "ALTER TABLE t"), (241, f"{WHERE_KNOWN}\nALTER TABLE t")])
def test_every_other_refusal_stops_the_migration(code: int, statement: str) -> None:
    """A statement that has to work, or an engine that can't work now."""
    with pytest.raises(DatabaseError):
        migrate._command(_Engine(code), statement)
