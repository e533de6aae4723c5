"""Files that can be imported: a spec per kind of table; rows of the crawled sources' listings need none."""

import importlib
import pkgutil
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from scrapers.imports.base import Entry, ImportSpec
from scrapers.imports.generic import mapped
from scrapers.sources import UnknownSource, load_source, source_names
from scrapers.sources.base import Source

GENERIC = "generic"
_NO_SPECS = {"base", "files", "reading", GENERIC}


def spec_names() -> list[str]:
    """Return the words of the sources whose tables have a spec of their own, sorted."""
    found = pkgutil.iter_modules([str(Path(__file__).parent)])
    return sorted(module.name for module in found if module.name not in _NO_SPECS)


def importable() -> list[str]:
    """Return every word that `--source` takes, sorted."""
    return sorted({*spec_names(), *source_names(), GENERIC})


def load_spec(name: str, columns: Mapping[str, str]) -> ImportSpec:
    """Return how rows of source `name` are read; `columns` is the mapping of a generic table.

    Raises UnknownSource.
    """
    if name == GENERIC:
        return ImportSpec(GENERIC, None, mapped(columns))
    if name in spec_names():
        module = importlib.import_module(f"{__name__}.{name}")
        return ImportSpec(name, module.BOARD, module.entries)
    if name not in source_names():
        raise UnknownSource(f"There is no source {name!r}. Sources: {', '.join(importable())}.")
    return ImportSpec(name, None, _listing_rows(load_source(name)))


def _listing_rows(source: Source) -> Any:
    """Return the reader of rows as the listings of `source` give them; they don't say when they were fetched."""

    def entries(row: Any) -> list[Entry]:
        raw, source_id = source.raw_row(row), source.id_of(row)
        return [Entry(raw, source_id, missing=() if source_id else ("id",))]

    return entries
