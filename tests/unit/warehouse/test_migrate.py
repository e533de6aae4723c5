"""Which migrations are applied, and when they are not."""

import pytest

from warehouse.contract import WarehouseMisconfigured
from warehouse.migrate import Migration, migrations_of, pending
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
