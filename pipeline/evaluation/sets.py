"""The files of the shared sets, and their rows; none of them is part of the project."""

import gzip
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import fields
from pathlib import Path
from typing import Any

from pipeline.evaluation.base import DataAbsent
from schemas.posting import DeduplicatedPosting, Location
from schemas.raw import RawPosting
from scrapers.imports.files import read_rows
from scrapers.sources import load_source
from streams.enrich.contract import DAY, posting_of
from streams.normalize.base import load_normalizers, read
from streams.normalize.fields import Content
from streams.step import Rejected

Row = Mapping[str, Any]
# The set -> its file. Other names of sets are told in `postings`.
FILES: Mapping[str, str] = {
    "afriworket_et_2026": "postings/afriworket_et_2026.jsonl.xz",
    "agnikulu": "streams/agnikulu_jobs_archive_events.jsonl.xz",
    "careercenter_am_2004": "postings/careercenter_am_2004_subset.csv.xz",
    "emscad_a": "postings/emscad_subset_a.csv.xz",
    "emscad_c": "postings/emscad_subset_c.csv.xz",
    "fpna_jobs_2026": "postings/fpna_jobs_2026.jsonl.xz",
    "glassdoor_ds_us_2020": "postings/glassdoor_ds_us_2020.csv.xz",
    "hn_2015_2017": "postings/hn_whoishiring_2015_2017.jsonl.xz",
    "indeed_da_ca_2019": "postings/indeed_da_ca_2019.csv.xz",
    "indeed_ds_ca_2019": "postings/indeed_ds_ca_2019.csv.xz",
    "isco_titles": "labels/isco_job_titles_train.csv",
    "linkedin_arshka_2024": "postings/linkedin_arshka_2024_subset.csv.xz",
    "linkedin_da_ca_2019": "postings/linkedin_da_ca_2019.csv.xz",
    "linkedin_ds_ca_2019": "postings/linkedin_ds_ca_2019.csv.xz",
    "newgrad2027": "streams/newgrad2027_active_jobs_events.jsonl.xz",
    "nofluffjobs_pl_2022": "postings/nofluffjobs_pl_2022.csv.xz",
    "se_jobtech_it": "streams/se_jobtech_it_events.jsonl.xz",
    "simplify_newgrad": "streams/simplify_newgrad_events.jsonl.xz",
    "simplify_summer2025": "streams/simplify_summer2025_events.jsonl.xz",
    "swiss_german_2015": "postings/swiss_german_jobads_2015.jsonl.xz",
    "zapply_2026": "postings/zapply_2026.jsonl.xz",
}
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
    """Yield the rows of a set, of a stream of changes those that are added.

    Raises DataAbsent.
    """
    found = (line.row for line in read_rows(file_of(data, FILES[name])) if line.row is not None)
    if FILES[name].startswith("streams/"):
        found = (event["doc"] for event in found if event["op"] == "add")
    yield from found


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


def _raw(source: str, payload: Any) -> Iterator[RawPosting]:
    described = load_source(source)
    if isinstance(payload, list) and payload and "raw_data" in payload[0]:
        # an export in which the recorded rows stand beside what somebody made of them
        payload = {"offers": [row["raw_data"] for row in payload]}
    for row in described.read(described.first_page("recorded"), payload).postings:
        yield RawPosting(
            source=source, board="recorded", source_id=described.id_of(row), fetched_at=DAY, row=described.raw_row(row)
        )


def as_read(id_: str, content: Content) -> DeduplicatedPosting:
    """Return a posting with all that `content` states."""
    return posting_of(
        id_, **{part.name: getattr(content, part.name) for part in fields(content)} | {"title": content.title or ""}
    )


def without_fields(posting: DeduplicatedPosting, *, placed: bool = True) -> DeduplicatedPosting:
    """Return a posting with title and text of another, and the wording of its places if it is to be `placed`."""
    places = [Location(raw=place.raw) for place in posting.locations] if placed else []
    return posting_of(posting.posting_id, title=posting.title, description=posting.description, locations=places)


def file_of(data: Path, name: str) -> Path:
    """Return where the file of a set is.

    Raises DataAbsent.
    """
    path = data / name
    if not path.is_file():
        raise DataAbsent(f"{name} is not in {data}")
    return path
