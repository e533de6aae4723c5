"""Columns that many tables have, and the names of their types in ClickHouse."""

from warehouse.reading import instant, optional, optional_instant, required
from warehouse.table import Column, Kind

TEXT, WORD = "String", "LowCardinality(String)"
MAYBE_TEXT, MAYBE_WORD = "Nullable(String)", "LowCardinality(Nullable(String))"
INSTANT, MAYBE_INSTANT = "DateTime64(3, 'UTC')", "Nullable(DateTime64(3, 'UTC'))"
MAYBE_FLOAT, MAYBE_INTEGER, MAYBE_FLAG = "Nullable(Float64)", "Nullable(UInt32)", "Nullable(Bool)"
# Date ends in 2149; some sources say 9999 for "never"
MAYBE_DATE = "Nullable(Date32)"


def text(name: str, meaning: str, clickhouse: str = TEXT) -> Column:
    """Return the column: a text that every event has."""
    return Column(name, Kind.TEXT, clickhouse, required(name), meaning)


def maybe(name: str, meaning: str, clickhouse: str = MAYBE_TEXT) -> Column:
    """Return the column: a text that may be null."""
    return Column(name, Kind.TEXT, clickhouse, optional(name), meaning)


def at(name: str, meaning: str) -> Column:
    """Return the column: an instant that every event has."""
    return Column(name, Kind.INSTANT, INSTANT, instant(name), meaning)


def maybe_at(name: str, meaning: str) -> Column:
    """Return the column: an instant that may be null."""
    return Column(name, Kind.INSTANT, MAYBE_INSTANT, optional_instant(name), meaning)
