"""Small sets in the form of the shared ones, and the word lists, loaded once."""

import csv
import io
import json
import lzma
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest

from streams.enrich.resources import Resources, load_resources

Write = Callable[[str, Sequence[Mapping[str, Any]]], Path]


@pytest.fixture(scope="session")
def resources() -> Resources:
    """What the enrichers look things up in."""
    return load_resources()


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Writes the rows of a set, packed like the shared ones, and returns the folder of all."""

    def written(name: str, rows: Sequence[Mapping[str, Any]]) -> Path:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        text = _table(rows) if ".csv" in name else "\n".join(json.dumps(row) for row in rows)
        path.write_bytes(lzma.compress(text.encode()) if name.endswith(".xz") else text.encode())
        return tmp_path

    return written


def _table(rows: Sequence[Mapping[str, Any]]) -> str:
    text = io.StringIO()
    table = csv.DictWriter(text, list(rows[0]))
    table.writeheader()
    table.writerows(rows)
    return text.getvalue()
