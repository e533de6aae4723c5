"""Rows of a listing that are one posting, as one row."""

import json
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from scrapers.sources.base import Row


def joined(rows: Iterable[Row], identity: Callable[[Mapping[str, Any]], object], one: Callable[[list[Row]], Row]) -> list[Row]:
    """Return a row per posting, in the order in which they first come; what has no identity is like nothing else.

    `one` makes a row of several. The order of an answer is no promise: the same rows in another order must give the same row.
    """
    by_identity: dict[object, list[Row]] = {}
    for number, row in enumerate(rows):
        found = str(identity(row) or "") if isinstance(row, Mapping) else ""
        by_identity.setdefault(found or number, []).append(row)
    return [same[0] if len(same) == 1 else one(same) for same in by_identity.values()]


def each_once(values: Iterable[Any]) -> list[Any]:
    """Return JSON values without those that came before."""
    kept: dict[str, Any] = {}
    for value in values:
        kept.setdefault(json.dumps(value, sort_keys=True), value)
    return list(kept.values())
