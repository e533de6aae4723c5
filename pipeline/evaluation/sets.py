"""The shared data sets as postings; none of them is part of the project."""

import gzip
import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, TypeVar

from pipeline.evaluation.base import Case, DataAbsent
from schemas.posting import DeduplicatedPosting, Location
from schemas.raw import RawPosting
from scrapers.imports.files import read_rows
from scrapers.sources import load_source
from streams.normalize.base import load_normalizers, read
from streams.normalize.fields import Content
from streams.step import Rejected

Row = Mapping[str, Any]
Read = tuple[Row, DeduplicatedPosting]
T = TypeVar("T")
# Rates of exchange and relative dates count from here; no truth is about either.
_DAY = datetime(2026, 11, 1, tzinfo=UTC)
# Recorded answers whose listings hold the texts: source -> files below fixtures/ats.
RECORDED: Mapping[str, Sequence[str]] = {
    "ashby": ("ashby/ashby_jobs.lubobali.json", "ashby/careerkit.ashby.json"),
    "greenhouse": ("greenhouse/greenhouse_jobs.anthropic.json", "greenhouse/careerkit.greenhouse.json"),
    "lever": ("lever/lever_postings.spotify.json", "lever/careerkit.lever.json"),
    "recruitee": ("recruitee/careerkit.recruitee.json", "recruitee/greatminds_normalised_with_raw.json"),
}
JOBTECH = tuple(
    f"jobtech_se/response_{name}.json"
    for name in ("1691151645192B", "1691486595794B", "1691499531351B", "1691500646421G", "1691500717844G", "1691500791330G")
)


def rows(data: Path, name: str) -> Iterator[Row]:
    """Yield the rows of a set: JSON lines or CSV, packed or not.

    Raises DataAbsent.
    """
    for line in read_rows(file_of(data, name)):
        if line.row is not None:
            yield line.row


def added(data: Path, name: str) -> Iterator[Row]:
    """Yield each document that a stream of changes adds.

    Raises DataAbsent.
    """
    for event in rows(data, f"streams/{name}"):
        if event["op"] == "add":
            yield event["doc"]


def linkedin(data: Path, name: str, *, placed: bool = False) -> Iterator[Read]:
    """Yield the rows of one of LinkedIn's sets, each as a posting, with its place if it is to be `placed`. Raises DataAbsent."""
    for at, row in enumerate(rows(data, f"postings/{name}.csv.xz")):
        id_ = row.get("job_id") or f"{name}:{at}"
        yield row, _advertised(row, id_, placed=placed)


def afriworket(data: Path) -> Iterator[Read]:
    """Yield the rows of Afriwork's board, each as a posting. Raises DataAbsent."""
    for row in rows(data, "postings/afriworket_et_2026.jsonl.xz"):
        yield row, posting_of(row["detail_url"], title=row["title"], description=row["full_description"] or "")


def newgrad(data: Path, *, placed: bool = False) -> Iterator[Read]:
    """Yield what a tracker of new graduates' jobs read from companies' own systems, as `linkedin` does. Raises DataAbsent."""
    for row in added(data, "newgrad2027_active_jobs_events.jsonl.xz"):
        yield row, _advertised(row, row["job_id"], placed=placed)


def told(found: Iterable[tuple[T, DeduplicatedPosting]], truth: Callable[[T], Any]) -> Iterator[Case]:
    """Yield a case for each posting of whose source `truth` finds something."""
    for source, posting in found:
        accepted = truth(source)
        if accepted:
            yield Case(posting.posting_id, posting, accepted)


def _advertised(row: Row, id_: str, *, placed: bool) -> DeduplicatedPosting:
    places = [Location(raw=row["location"])] if placed and row["location"] else []
    return posting_of(id_, title=row["title"], description=row["description"], locations=places)


def json_lines(data: Path, name: str) -> list[Row]:
    """Return the lines of a file of JSON objects that is named like a document.

    Raises DataAbsent.
    """
    return [json.loads(line) for line in file_of(data, name).read_text("utf-8").splitlines()]


def lines(data: Path, name: str) -> Iterator[str]:
    """Yield the lines of a packed text.

    Raises DataAbsent.
    """
    with gzip.open(file_of(data, name), "rt", encoding="utf-8", errors="replace") as packed:
        yield from (line.rstrip("\n") for line in packed)


def document(data: Path, name: str) -> Any:
    """Return what a JSON file holds.

    Raises DataAbsent.
    """
    return json.loads(file_of(data, name).read_text("utf-8"))


def recorded(data: Path, files: Mapping[str, Sequence[str]]) -> Iterator[tuple[str, Content]]:
    """Yield (posting id, content) of each posting in recorded answers, as the stage normalize reads it.

    Raises DataAbsent.
    """
    normalizers = load_normalizers()
    for source, names in files.items():
        for name in names:
            for raw in _raw(source, document(data, f"fixtures/ats/{name}")):
                try:
                    reading = read(raw, normalizers)
                except Rejected:
                    continue
                yield reading.posting_id, reading.content


def recorded_texts(data: Path, files: Mapping[str, Sequence[str]]) -> Iterator[tuple[Content, DeduplicatedPosting]]:
    """Yield the content of each posting in recorded answers, beside the posting without its structured fields."""
    return ((content, text_only(id_, content)) for id_, content in recorded(data, files))


def _raw(source: str, payload: Any) -> Iterator[RawPosting]:
    described = load_source(source)
    if isinstance(payload, list) and payload and "raw_data" in payload[0]:
        # an export in which the recorded rows stand beside what somebody made of them
        payload = {"offers": [row["raw_data"] for row in payload]}
    for row in described.read(described.first_page("recorded"), payload).postings:
        yield RawPosting(
            source=source, board="recorded", source_id=described.id_of(row), fetched_at=_DAY, row=described.raw_row(row)
        )


def posting_of(id_: str, *, title: str = "", description: str = "", **stated: Any) -> DeduplicatedPosting:
    """Return a posting that says no more than this."""
    said = {
        "posting_id": id_, "source": "evaluation", "board": "evaluation", "source_id": id_, "revision": 1, "revised_at": _DAY,
        "processed_at": _DAY, "first_fetched_at": _DAY, "fetched_at": _DAY, "content_hash": "", "normalizer": "evaluation",
        "employer_key": "evaluation", "cluster_id": id_, "is_canonical": True, "match": {}, "title": title,
        "description": description,
    }  # fmt: skip
    return DeduplicatedPosting.model_validate(said | stated)


def text_only(id_: str, content: Content) -> DeduplicatedPosting:
    """Return a posting with title and text of `content`, and the wording of its places."""
    places = [Location(raw=place.raw) for place in content.locations]
    return posting_of(id_, title=content.title or "", description=content.description, locations=places)


def file_of(data: Path, name: str) -> Path:
    """Return where the file of a set is.

    Raises DataAbsent.
    """
    path = data / name
    if not path.is_file():
        raise DataAbsent(f"{name} is not in {data}")
    return path
