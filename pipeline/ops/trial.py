"""What a source and its normalizer make of a recorded answer, without a broker."""

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import orjson

from runtime.clock import utc_now
from schemas.lifecycle import CONTENT_FIELDS
from schemas.raw import RawPosting
from scrapers.answers import parse_json
from scrapers.imports import load_spec
from scrapers.imports.files import read_rows
from scrapers.imports.reading import Findings, Import, read_postings
from scrapers.sources import load_source
from scrapers.sources.base import Page, PageRequest, Source
from streams.normalize.arrived import Refused, arrival_of
from streams.normalize.base import Normalizer
from streams.step import Rejected
from streams.work import UNEXPECTED


def answered(name: str, payload: Path, detail: Path | None, board: str) -> Iterator[RawPosting]:
    """Yield the raw postings of a recorded listing; `detail` holds a detail answer, or a list of them.

    Raises UnreadableAnswer when it is not a listing of source `name`, or a detail none of its postings; ValueError when it is not
    JSON.
    """
    source = load_source(name)
    first = source.first_page(board)
    page = source.read(first, _recorded(first, payload))
    details = _details(source, page, board, detail)
    for row in page.postings:
        source_id = source.id_of(row)
        raw = source.raw_row(row, details.get(source_id))
        if raw is not None:
            yield RawPosting(
                source=name,
                board=page.board or board,
                source_id=source_id,
                fetched_at=utc_now(),
                row=raw,
                context=dict(page.context),
            )


def _recorded(asked: PageRequest, path: Path) -> Any:
    return path.read_text("utf-8", "replace") if asked.reads == "text" else parse_json(path.read_bytes())


def _details(source: Source, page: Page, board: str, path: Path | None) -> dict[str | None, Any]:
    if path is None or source.detail_request is None or not page.postings:
        return {}
    found = _recorded(source.request_for_detail(board, page.postings[0]), path)
    if isinstance(found, list):
        return {source.id_of(answer): answer for answer in found}
    named = source.id_of(found)
    # an answer that does not say whose it is stands for that of the first posting
    return {named if named in map(source.id_of, page.postings) else source.id_of(page.postings[0]): found}


def imported(name: str, payload: Path, board: str, report: Callable[[str], None]) -> Iterator[RawPosting]:
    """Yield the raw postings of a JSONL or CSV file as an import would publish them; lines that give none go to `report`."""
    findings = Findings()
    for _, raw in read_postings(read_rows(payload), Import(load_spec(name, {}), board, utc_now()), findings):
        yield raw
    for line, reason in findings.broken:
        report(f"line {line}: {reason}")


def read_fields(raw: RawPosting, normalizers: Mapping[str, Normalizer]) -> dict[str, Any]:
    """Return the fields of the posting that normalize makes of `raw`, or why it would make a dead letter of it."""
    arrival = arrival_of(raw, normalizers)
    if isinstance(arrival, Refused):
        error = arrival.error
        reason = error.reason if isinstance(error, Rejected) else UNEXPECTED
        return {"posting_id": raw.posting_id, "rejected": reason, "detail": error.detail}
    posting = orjson.loads(arrival.posting)
    return {
        "posting_id": arrival.posting_id,
        "employer_key": arrival.employer_key,
        **{name: _stated(posting[name]) for name in CONTENT_FIELDS},
        "unreadable": posting["unreadable"],
        "content_hash": arrival.content_hash,
    }


def _stated(value: Any) -> Any:
    """Return a value without the parts of it that nothing was found for."""
    if isinstance(value, list):
        return [_stated(part) for part in value]
    return {name: part for name, part in value.items() if part is not None} if isinstance(value, dict) else value
