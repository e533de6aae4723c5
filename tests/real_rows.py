"""Rows of the shared real sets as raw postings, as an import publishes them."""

import json
import lzma
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from schemas.raw import RawPosting

FILES = {"hn": "hn_whoishiring_2015_2017", "afriworket": "afriworket_et_2026", "zapply": "zapply_2026"}
# When the last version of the set was taken, for rows that don't say when they were fetched.
_TAKEN = 1_773_559_578


def raw_postings(shared_data: Path, source: str) -> Iterator[RawPosting]:
    """Yield the set of `source` in its own order; a row with several `descriptions` is several raw postings."""
    with lzma.open(shared_data / "postings" / f"{FILES[source]}.jsonl.xz", "rt", encoding="utf-8") as lines:
        for line in lines:
            yield from _READERS[source](json.loads(line))


def _hn(row: dict[str, Any]) -> Iterator[RawPosting]:
    yield _raw("hn", row["month"], row["id"], _instant(row["time"]), row)


def _afriworket(row: dict[str, Any]) -> Iterator[RawPosting]:
    fetched_at = datetime.fromisoformat(row["scraped_at"]).replace(tzinfo=UTC)
    yield _raw("afriworket", "afriworket", row["detail_url"], fetched_at, row)


def _zapply(row: dict[str, Any]) -> Iterator[RawPosting]:
    shared = {name: value for name, value in row.items() if name != "descriptions"}
    texts = row.get("descriptions") or [{"seen": _TAKEN, "text": row.get("description")}]
    for text in texts:
        yield _raw("zapply", "zapply", row["id"], _instant(text["seen"]), shared | {"description": text["text"]})


def _raw(source: str, board: str, source_id: object, fetched_at: datetime, row: Any) -> RawPosting:
    return RawPosting(source=source, board=board, source_id=str(source_id), fetched_at=fetched_at, row=row)


def _instant(seconds: int) -> datetime:
    return datetime.fromtimestamp(seconds, UTC)


_READERS: dict[str, Callable[[dict[str, Any]], Iterator[RawPosting]]] = {"hn": _hn, "afriworket": _afriworket, "zapply": _zapply}
