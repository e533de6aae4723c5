"""What commands say of a warehouse that answers, and not as it should."""

import pytest
from click.testing import CliRunner

from pipeline.cli import explain, maintain, schemas
from warehouse.contract import RowsRefused, WarehouseMisconfigured


def raising(error: Exception):
    """A call that ends so."""

    def call(*_: object) -> None:
        raise error

    return call


@pytest.mark.parametrize("error", [WarehouseMisconfigured("There is no table. Run ./jobstream migrate."), RowsRefused("no")])
def test_a_warehouse_without_its_tables_is_told_in_a_sentence(monkeypatch, error):
    """No traceback; it is for whoever set it up."""
    monkeypatch.setattr(explain, "read_side", raising(error))
    monkeypatch.setattr(maintain, "maintain", raising(error))
    explained, maintained = CliRunner().invoke(explain.command, ["a", "b"]), CliRunner().invoke(maintain.command, [])

    assert (explained.exit_code, maintained.exit_code) == (2, 1)
    assert all(str(error) in result.output for result in (explained, maintained))


def test_an_incompatible_schema_is_a_finding(monkeypatch):
    """Exit code 1, as the help says, also where it was to be written."""
    monkeypatch.setattr(schemas.generate, "write", raising(ValueError("Publish it as a new major version on a new topic.")))
    result = CliRunner().invoke(schemas.command, ["--write"])
    assert (result.exit_code, "new major version" in result.output) == (1, True)
