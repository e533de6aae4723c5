"""How a column finds its values: a reader takes records, each an event's JSON as a dict, and gives one value for each.

Readers work on whole columns, because a call per value is what a sink would otherwise spend most of its time on.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache
from operator import itemgetter
from typing import Any

import orjson

from schemas.vector import unpack
from warehouse.table import Read, Record

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MILLISECOND = timedelta(milliseconds=1)
_EPOCH_DAY = _EPOCH.toordinal()


@lru_cache(maxsize=1 << 16)
def to_ms(text: str) -> int:
    """Return an ISO instant as milliseconds since 1970. Raises TypeError or ValueError when it is none."""
    return (datetime.fromisoformat(text) - _EPOCH) // _MILLISECOND


@lru_cache(maxsize=1 << 16)
def _to_days(text: str) -> int:
    """Return an ISO date as days since 1970. Raises TypeError or ValueError when it is none."""
    return date.fromisoformat(text).toordinal() - _EPOCH_DAY


def required(name: str) -> Read:
    """Read a field that every event has."""
    field = itemgetter(name)
    return lambda records: list(map(field, records))


def optional(name: str) -> Read:
    """Read a field that may be absent or null."""
    return lambda records: [record.get(name) for record in records]


def instant(name: str) -> Read:
    """Read an instant that every event has, as milliseconds."""
    return lambda records: [to_ms(record[name]) for record in records]


def optional_instant(name: str) -> Read:
    """Read an instant that may be null."""
    return lambda records: [None if (text := record.get(name)) is None else to_ms(text) for record in records]


def inner(name: str, field: str) -> Read:
    """Read `field` of the object `name`; None where either is null."""
    return lambda records: [None if (found := record.get(name)) is None else found.get(field) for record in records]


def inner_date(name: str, field: str) -> Read:
    """Read the date `field` of the object `name`, as days; None where either is null."""
    found = inner(name, field)
    return lambda records: [None if text is None else _to_days(text) for text in found(records)]


def within(*path: str) -> Read:
    """Read what is at the end of `path`, fields within fields; None where a part of it is null."""
    return lambda records: [_end(record, path) for record in records]


def within_list(*path: str) -> Read:
    """Read the list at the end of `path`; empty where a part of it is null."""
    return lambda records: [_end(record, path) or [] for record in records]


def _end(record: Record, path: Sequence[str]) -> Any:
    found: Any = record
    for field in path:
        if found is None:
            return None
        found = found.get(field)
    return found


def each(name: str, field: str) -> Read:
    """Read `field` of every object in the list `name`."""
    return lambda records: [[item.get(field) for item in record.get(name) or ()] for record in records]


def distinct(name: str, field: str) -> Read:
    """Read the known values of `field` in the list `name`, each once, in their order."""
    return lambda records: [_known(record, name, field) for record in records]


def first(name: str, field: str) -> Read:
    """Read the first known value of `field` in the list `name`."""
    return lambda records: [known[0] if (known := _known(record, name, field)) else None for record in records]


def _known(record: Record, name: str, field: str) -> list[Any]:
    items = record.get(name)
    if not items:
        return []
    if len(items) == 1:
        value = items[0].get(field)
        return [] if value is None else [value]
    return list(dict.fromkeys(value for item in items if (value := item.get(field)) is not None))


def gathered(name: str, *fields: str) -> Read:
    """Read what `fields` of every object in the list `name` hold, a text or several each: each text once, in their order."""
    return lambda records: [list(dict.fromkeys(_texts(record.get(name) or (), fields))) for record in records]


def _texts(items: Iterable[Record], fields: Sequence[str]) -> Iterator[str]:
    for item in items:
        for field in fields:
            value = item.get(field) or ()
            yield from (value,) if isinstance(value, str) else value


def json(name: str) -> Read:
    """Read a field as JSON text."""
    return lambda records: [orjson.dumps(record.get(name)).decode() for record in records]


def json_of(*names: str) -> Read:
    """Read several fields as one JSON object, those that are neither null nor empty."""
    return lambda records: [_object(record, names) for record in records]


def _object(record: Record, names: Sequence[str]) -> str:
    return orjson.dumps({name: value for name in names if (value := record.get(name))}).decode()


def vector(name: str) -> Read:
    """Read a packed vector as its numbers."""
    return lambda records: [unpack(record[name]) for record in records]


def version_of(*names: str) -> Callable[[Record], int]:
    """Return what orders rows of one key: the instants `names` as one integer, the first weighs most."""

    def version(record: Record) -> int:
        number = 0
        for name in names:
            number = number << 64 | to_ms(record[name])
        return number

    return version
