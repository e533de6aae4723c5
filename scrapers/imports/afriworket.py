"""The Ethiopian set: a row per posting and scrape; `detail_url` is the id, `scraped_at` when it was fetched."""

from typing import Any

from scrapers.imports.base import Entry, instant, missing, text

BOARD = "afriworket"


def entries(row: dict[str, Any]) -> list[Entry]:
    """Return the row as it is."""
    source_id, fetched_at = text(row.get("detail_url")), instant(row.get("scraped_at"))
    return [Entry(row, source_id, fetched_at, missing=missing(detail_url=source_id, scraped_at=fetched_at))]
