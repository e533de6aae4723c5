"""Any table: `--map title=Job Title,…` says which column is which of our fields.

The raw row is {our name: value} with the whole original as `row`. Where no column is the id, the id is a hash of what is
mapped (`fetched_at` aside): the same content is the same posting again, and an edited row is a new one.
"""

from collections.abc import Callable, Mapping
from hashlib import blake2b
from typing import Any

import orjson

from scrapers.imports.base import Entry, instant, text

FIELDS = (
    "title", "id", "company", "location", "description", "url", "apply_url", "posted_at", "updated_at", "valid_through", "salary",
    "department", "requisition_id", "work_mode", "employment_type", "seniority", "language", "industry",
    "company_size", "fetched_at",
)  # fmt: skip


def mapped(columns: Mapping[str, str]) -> Callable[[dict[str, Any]], list[Entry]]:
    """Return the reader of rows whose fields lie in `columns` (our name -> the table's column)."""

    def entries(row: dict[str, Any]) -> list[Entry]:
        values = {name: row.get(column) for name, column in columns.items()}
        lacking = tuple(columns[name] for name, value in values.items() if value in (None, "", [], {}))
        source_id = text(values.get("id")) if "id" in columns else _content_id(values)
        return [Entry({**values, "row": row}, source_id, instant(values.get("fetched_at")), missing=lacking)]

    return entries


def _content_id(values: dict[str, Any]) -> str:
    content = {name: value for name, value in values.items() if name != "fetched_at"}
    return blake2b(orjson.dumps(content, option=orjson.OPT_SORT_KEYS), digest_size=16).hexdigest()
