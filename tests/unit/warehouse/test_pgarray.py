"""Binary arrays are what PostgreSQL's own reader reads."""

from datetime import UTC, date, datetime
from struct import error
from typing import Any

import pytest
from psycopg.adapt import Transformer
from psycopg.pq import Format

from warehouse.pgarray import array_oid, encode_array
from warehouse.table import Kind


@pytest.mark.parametrize(
    ("kind", "values", "read"),
    [
        (Kind.TEXT, ["a", None, "ü,{}\"'"], ["a", None, "ü,{}\"'"]),
        (Kind.TEXTS, [["a", "b"], []], ["a\x1fb", ""]),
        (Kind.INTEGER, [1, None, -(2**40)], [1, None, -(2**40)]),
        (Kind.FLOAT, [1.5, 2, None], [1.5, 2.0, None]),
        (Kind.FLAG, [True, None, False], [True, None, False]),
        (Kind.DATE, [20_458, None, -1, 2_932_896], [date(2026, 1, 5), None, date(1969, 12, 31), date(9999, 12, 31)]),
        (Kind.JSON, ['{"a": [1]}'], [{"a": [1]}]),
        (Kind.INSTANT, [1_767_603_600_123, None], [datetime(2026, 1, 5, 9, 0, 0, 123_000, tzinfo=UTC), None]),
    ],
)
def test_an_array_is_read_back(kind: Kind, values: list[Any], read: list[Any]) -> None:
    """Values, nulls and order survive."""
    loader = Transformer().get_loader(array_oid(kind), Format.BINARY)

    assert loader.load(encode_array(kind, values)) == read


@pytest.mark.parametrize(
    ("kind", "value"), [(Kind.TEXT, 1), (Kind.INTEGER, "1"), (Kind.FLOAT, "x"), (Kind.TEXT, "\ud800"), (Kind.TEXTS, [None])]
)
def test_a_value_of_another_kind_is_refused(kind: Kind, value: Any) -> None:
    """Before anything is sent."""
    with pytest.raises((error, TypeError, AttributeError, ValueError)):
        encode_array(kind, [value])
