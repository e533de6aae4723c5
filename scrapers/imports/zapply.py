"""The aggregated US set: `id` is the id. A row with `descriptions` is a raw posting per text, fetched when it was `seen`.

A row without them was fetched at `fetched_at`, or else not before `posted_at`. Texts and metadata were stored apart, so
many rows have no title; they are published all the same.
"""

from typing import Any

from scrapers.imports.base import Entry, instant, missing, text

BOARD = "zapply"


def entries(row: dict[str, Any]) -> list[Entry]:
    """Return a posting per description, oldest first; the row itself where it has none."""
    source_id = text(row.get("id"))
    plain = {name: value for name, value in row.items() if name != "descriptions"}
    versions = [(version.get("seen"), {**plain, "description": version.get("text")}) for version in row.get("descriptions") or ()]
    if not versions:
        return [_entry(row, source_id, row.get("fetched_at") or row.get("posted_at"))]
    return [_entry(version, source_id, seen) for seen, version in sorted(versions, key=lambda pair: pair[0] or 0)]


def _entry(row: dict[str, Any], source_id: str | None, seen: Any) -> Entry:
    fetched_at = instant(seen)
    return Entry(row, source_id, fetched_at, missing=missing(id=source_id, fetched_at=fetched_at))
