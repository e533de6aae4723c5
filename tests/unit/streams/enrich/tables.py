"""Tables of wordings by what they say, as cases of tests."""

from collections.abc import Iterable, Mapping
from typing import Any


def each(table: Mapping[Any, Iterable[str]]) -> list[tuple[str, Any]]:
    """Return (wording, what it says) of a table."""
    return [(wording, value) for value, wordings in table.items() for wording in wordings]
