"""Rows that are one posting."""

from scrapers.joining import each_once, joined


def test_rows_of_one_identity_become_one_where_the_first_stood() -> None:
    """What has no identity, or is no row, stays as it is."""
    rows = [{"id": 7, "at": "Oslo"}, {"id": None}, "odd", {"id": "7", "at": "Bonn"}, {"id": ""}]
    found = joined(rows, lambda row: row["id"], lambda same: [row["at"] for row in same])

    assert found == [["Oslo", "Bonn"], {"id": None}, "odd", {"id": ""}]


def test_values_are_kept_once_hashable_or_not() -> None:
    """In their order."""
    assert each_once([{"at": 1}, {"at": 2}, {"at": 1}]) == [{"at": 1}, {"at": 2}]
