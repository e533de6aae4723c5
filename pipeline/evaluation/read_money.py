"""Truths made by reading: labels in this package, texts in the shared sets."""

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from typing import Any

from pipeline.evaluation.sets import added, posting_of, rows
from schemas.posting import DeduplicatedPosting
from streams.normalize.text import html_text

# What a less certain reading says is no measure.
_LEAST_SURE = 2
_EMSCAD = ("company_profile", "description", "requirements", "benefits")
Text = tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class Reading:
    """What a text says: `said` lists the answers that are right, none where it says nothing."""

    said: tuple[tuple[Any, ...], ...]
    posting: DeduplicatedPosting


def readings(data: Path, name: str) -> Iterator[Reading]:
    """Yield what was read in each text of `data/<name>.jsonl`, in the order of the sets. Raises DataAbsent."""
    labels = _labels(name)
    for set_ in dict.fromkeys(set_ for set_, _ in labels):
        for id_, title, text in _TEXTS[set_](data):
            said = labels.pop((set_, id_), None)
            if said is not None:
                yield Reading(said, posting_of(id_, title=title, description=text))


def _labels(name: str) -> dict[tuple[str, str], tuple[tuple[Any, ...], ...]]:
    lines = files("pipeline.evaluation.data").joinpath(f"{name}.jsonl").read_text("utf-8").splitlines()
    found = (json.loads(line) for line in lines)
    return {(row["set"], row["id"]): tuple(map(tuple, row["said"])) for row in found if row["sure"] >= _LEAST_SURE}


def _hn(data: Path) -> Iterator[Text]:
    for row in rows(data, "postings/hn_whoishiring_2015_2017.jsonl.xz"):
        yield str(row["id"]), "", html_text(row.get("text"))


def _zapply(data: Path) -> Iterator[Text]:
    for row in rows(data, "postings/zapply_2026.jsonl.xz"):
        versions = row.get("descriptions")
        yield row["id"], row.get("title") or "", html_text(versions[-1]["text"] if versions else row.get("description"))


def _newgrad(data: Path) -> Iterator[Text]:
    for row in added(data, "newgrad2027_active_jobs_events.jsonl.xz"):
        yield row["job_id"], row["title"], html_text(row["description"])


def _arshka(data: Path) -> Iterator[Text]:
    for row in rows(data, "postings/linkedin_arshka_2024_subset.csv.xz"):
        yield row["job_id"], row["title"], row["description"]


def _emscad(data: Path) -> Iterator[Text]:
    for row in rows(data, "postings/emscad_subset_a.csv.xz"):
        yield row["job_id"], row["title"], "\n".join(row[part] for part in _EMSCAD)


_TEXTS: Mapping[str, Callable[[Path], Iterator[Text]]] = {
    "hn": _hn, "zapply": _zapply, "newgrad2027": _newgrad, "linkedin_arshka_2024": _arshka, "emscad_a": _emscad,
}  # fmt: skip
