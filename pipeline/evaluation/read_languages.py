"""Texts whose languages were told by reading; the list has hashes, and the texts are found again in their sets."""

import hashlib
import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from importlib.resources import files
from pathlib import Path

from pipeline.evaluation.base import DataAbsent
from pipeline.evaluation.sets import JOBTECH, RECORDED, added, recorded, rows
from streams.normalize.text import escaped_html_text, html_text

_JUSTJOINIT = "fixtures/ats/justjoinit/kubahernet"


@dataclass(frozen=True, slots=True)
class Read:
    """A text and what a reader said. `main`: languages of most of it, none where it is too short to tell.

    `every` are the languages of its passages of a hundred letters; None where that was not told.
    """

    text: str
    main: frozenset[str]
    every: frozenset[str] | None


def read_texts(data: Path) -> Iterator[Read]:
    """Yield the texts of the list that the sets hold. Raises DataAbsent."""
    lines = files("pipeline.evaluation.data").joinpath("read_languages.tsv").read_text("utf-8").splitlines()
    listed = {(name, digest): (main, every) for name, digest, main, every in (line.split("\t") for line in lines)}
    for name in dict.fromkeys(name for name, _ in listed):
        for text in _TEXTS[name](data):
            main, every = listed.pop((name, hash_of(text)), (None, ""))
            if main is not None:
                yield Read(text, frozenset(main.split()), None if every == "?" else frozenset(every.split()))


def hash_of(text: str) -> str:
    """Return the start of a text's SHA-256, by which the list knows it."""
    return hashlib.sha256(text.encode()).hexdigest()[:12]


def _columns(data: Path, *, name: str, column: str) -> Iterator[str]:
    return (row[column] or "" for row in rows(data, f"postings/{name}"))


def _recorded(data: Path) -> Iterator[str]:
    sources = {**RECORDED, "remotive": ("remotive/remotive_jobs.json",), "jobtech": JOBTECH}
    return (content.description for _, content in recorded(data, sources))


def _zapply(data: Path) -> Iterator[str]:
    for row in rows(data, "postings/zapply_2026.jsonl.xz"):
        versions = row.get("descriptions") or [row.get("description") or ""]
        last = versions[-1]
        yield last if isinstance(last, str) else last.get("text") or last.get("description") or ""


def _hn(data: Path) -> Iterator[str]:
    return (escaped_html_text(text) for text in _columns(data, name="hn_whoishiring_2015_2017.jsonl.xz", column="text"))


def _swedish(data: Path) -> Iterator[str]:
    return (row["description"] or "" for row in added(data, "se_jobtech_it_events.jsonl.xz"))


def _justjoinit(data: Path) -> Iterator[str]:
    paths = sorted((data / _JUSTJOINIT).rglob("*.json"))
    if not paths:
        raise DataAbsent(f"{_JUSTJOINIT} is not in {data}")
    answers = (json.loads(path.read_text("utf-8")) for path in paths)
    return (html_text(row.get(part)) for row in answers if isinstance(row, dict) for part in ("body", "informationClause"))


_TEXTS: Mapping[str, Callable[[Path], Iterator[str]]] = {
    "recorded": _recorded,
    "zapply": _zapply,
    "afriworket": partial(_columns, name="afriworket_et_2026.jsonl.xz", column="full_description"),
    "swiss": partial(_columns, name="swiss_german_jobads_2015.jsonl.xz", column="text"),
    "nofluffjobs": partial(_columns, name="nofluffjobs_pl_2022.csv.xz", column="description"),
    "emscad": partial(_columns, name="emscad_subset_a.csv.xz", column="description"),
    "se_jobtech_it": _swedish,
    "hn": _hn,
    "justjoinit": _justjoinit,
}
