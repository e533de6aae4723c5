"""Truths read in the texts: what title or text of a posting state, or that they state nothing.

`data/read.jsonl` has ids and values, no text. The reader was a language model, the one that wrote the enrichers (ADR 0025).
"""

import json
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from datetime import UTC, datetime
from functools import partial
from importlib.resources import files
from pathlib import Path
from typing import Any, TypeVar

from pipeline.evaluation.base import Case, Truth
from pipeline.evaluation.sets import added, afriworket, file_of, linkedin, newgrad, posting_of, rows, text_only
from schemas.posting import DeduplicatedPosting
from scrapers.imports import load_spec
from scrapers.imports.files import read_rows
from scrapers.imports.reading import Findings, Import, read_postings
from streams.normalize.base import load_normalizers, read

T = TypeVar("T")
Wanted = AbstractSet[str]
Postings = Iterator[DeduplicatedPosting]
_DAY = datetime(2026, 11, 1, tzinfo=UTC)


def read_truth(field: str, form: Callable[[list[str]], Any]) -> Truth:
    """Return what was read of `field`; `form` makes a truth of the words of a line, of which a silent posting has none."""
    about = "read in the texts by a language model, which wrote the reader too; precision counts postings that state nothing"
    return Truth("read in the texts", about, partial(_cases, field=field, form=form))


def _cases(data: Path, *, field: str, form: Callable[[list[str]], Any]) -> Iterator[Case]:
    wanted: defaultdict[str, dict[str, list[str]]] = defaultdict(dict)
    for line in files("pipeline.evaluation.data").joinpath("read.jsonl").read_text("utf-8").splitlines():
        row = json.loads(line)
        if row["field"] == field:
            wanted[row["set"]][row["id"]] = row["truth"]
    for name, labels in wanted.items():
        for posting in SETS[name](data, labels.keys()):
            # a page that was fetched again is in a set twice
            truth = labels.pop(_key(posting.posting_id), None)
            if truth is not None:
                yield Case(posting.posting_id, posting, form(truth))


def _key(id_: str) -> str:
    """Return the id as the file has it: addresses of pages by their last part."""
    return id_.rpartition("/")[2]


def _linkedin(data: Path, _: Wanted, *, name: str, placed: bool) -> Postings:
    return (posting for _, posting in linkedin(data, name, placed=placed))


def _afriworket(data: Path, _: Wanted) -> Postings:
    return (posting for _, posting in afriworket(data))


def _newgrad(data: Path, _: Wanted) -> Postings:
    return (posting for _, posting in newgrad(data, placed=True))


def _nofluff(data: Path, _: Wanted) -> Postings:
    for at, row in enumerate(rows(data, "postings/nofluffjobs_pl_2022.csv.xz")):
        yield posting_of(f"nofluffjobs:{at}", title=row["position"], description=row["description"])


def _swiss(data: Path, _: Wanted) -> Postings:
    for at, row in enumerate(rows(data, "postings/swiss_german_jobads_2015.jsonl.xz")):
        yield posting_of(f"swiss:{at}", description=row["text"])


def _swedish(data: Path, _: Wanted) -> Postings:
    for row in added(data, "se_jobtech_it_events.jsonl.xz"):
        yield posting_of(str(row["id"]), title=row["title"] or "", description=row["description"] or "")


def _imported(data: Path, wanted: Wanted, *, source: str, file: str) -> Postings:
    normalizers = load_normalizers()
    described = Import(load_spec(source, {}), None, _DAY)
    for _, raw in read_postings(read_rows(file_of(data, file)), described, Findings()):
        if raw.posting_id and _key(raw.posting_id) in wanted:
            yield text_only(raw.posting_id, read(raw, normalizers).content)


SETS: Mapping[str, Callable[[Path, Wanted], Postings]] = {
    "linkedin_arshka_2024": partial(_linkedin, name="linkedin_arshka_2024_subset", placed=True),
    "linkedin_da_ca_2019": partial(_linkedin, name="linkedin_da_ca_2019", placed=False),
    "linkedin_ds_ca_2019": partial(_linkedin, name="linkedin_ds_ca_2019", placed=False),
    "afriworket_et_2026": _afriworket,
    "newgrad2027": _newgrad,
    "nofluffjobs_pl_2022": _nofluff,
    "swiss_german_2015": _swiss,
    "se_jobtech_it": _swedish,
    "hn_2015_2017": partial(_imported, source="hn", file="postings/hn_whoishiring_2015_2017.jsonl.xz"),
    "zapply_2026": partial(_imported, source="zapply", file="postings/zapply_2026.jsonl.xz"),
}
