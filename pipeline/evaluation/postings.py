"""The shared sets as postings: the one registry that all truths read them through."""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import UTC, datetime
from functools import partial
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from typing import Any

from pipeline.evaluation.base import Case, DataAbsent
from pipeline.evaluation.sets import FILES, JOBTECH, RECORDED, Row, as_read, file_of, recorded, rows, without_fields
from schemas.posting import DeduplicatedPosting, Location
from schemas.raw import RawPosting
from scrapers.imports import load_spec
from scrapers.imports.files import read_rows
from scrapers.imports.reading import Findings, Import, read_postings
from streams.enrich.contract import posting_of
from streams.normalize.base import Normalizer, load_normalizers, read
from streams.normalize.text import html_text
from streams.step import Rejected

# Where a posting was found: a row, or what a stage read of one; and the posting.
Found = Iterator[tuple[Any, DeduplicatedPosting]]
Wanted = Callable[[str], bool]
Load = Callable[[Path, Wanted], Found]
_STARTED = datetime(2026, 11, 1, tzinfo=UTC)
_EMSCAD = ("company_profile", "description", "requirements", "benefits")
_JUSTJOINIT = "fixtures/ats/justjoinit/kubahernet"


def every(_: str) -> bool:
    """Want every posting."""
    return True


def postings(data: Path, name: str, wanted: Wanted = every) -> Found:
    """Yield (row, posting with all that it states) of the postings of a set whose id is `wanted`.

    Raises DataAbsent.
    """
    return SETS[name](data, wanted)


def told(found: Iterable[tuple[Any, DeduplicatedPosting]], truth: Callable[[Any], Any], *, placed: bool = True) -> Iterator[Case]:
    """Yield a case for each posting of whose row `truth` finds something, without what the posting states in fields."""
    for row, posting in found:
        accepted = truth(row)
        if accepted:
            yield Case(posting.posting_id, without_fields(posting, placed=placed), accepted)


def _table(name: str, advertised: Callable[[Row, int], DeduplicatedPosting]) -> Load:
    """Return what loads a set of rows, each a posting by its number."""

    def load(data: Path, wanted: Wanted) -> Found:
        for at, row in enumerate(rows(data, name)):
            posting = advertised(row, at)
            if wanted(posting.posting_id):
                yield row, posting

    return load


def _linkedin(row: Row, at: int, *, name: str) -> DeduplicatedPosting:
    return _placed(row.get("job_id") or f"{name}:{at}", row, row["description"])


def _newgrad(row: Row, _: int) -> DeduplicatedPosting:
    return _placed(row["job_id"], row, html_text(row["description"]))


def _placed(id_: str, row: Row, description: str) -> DeduplicatedPosting:
    places = [Location(raw=row["location"])] if row["location"] else []
    return posting_of(id_, title=row["title"], description=description, locations=places)


def _afriworket(row: Row, _: int) -> DeduplicatedPosting:
    return posting_of(row["detail_url"], title=row["title"], description=row["full_description"] or "")


def _nofluff(row: Row, at: int) -> DeduplicatedPosting:
    return posting_of(f"nofluffjobs:{at}", title=row["position"], description=row["description"])


def _swiss(row: Row, at: int) -> DeduplicatedPosting:
    return posting_of(f"swiss:{at}", description=row["text"])


def _swedish(row: Row, _: int) -> DeduplicatedPosting:
    return posting_of(str(row["id"]), title=row["title"] or "", description=row["description"] or "")


def _emscad(row: Row, at: int, *, file: str, parts: Sequence[str] = _EMSCAD) -> DeduplicatedPosting:
    return posting_of(f"{file}:{at}", title=row["title"], description="\n".join(row[part] for part in parts))


def _imported(data: Path, wanted: Wanted, *, name: str, source: str) -> Found:
    """Yield what `jobstream import` and the stage normalize make of each row; of its versions the last."""
    normalizers = load_normalizers()
    described = Import(load_spec(source, {}), None, _STARTED)
    found = read_postings(read_rows(file_of(data, FILES[name])), described, Findings())
    for _, versions in groupby(found, key=itemgetter(0)):
        *_, (_, raw) = versions
        posting = _normalized(raw, normalizers) if raw.posting_id and wanted(raw.posting_id) else None
        if posting:
            yield raw.row, posting


def _normalized(raw: RawPosting, normalizers: Mapping[str, Normalizer]) -> DeduplicatedPosting | None:
    try:
        reading = read(raw, normalizers)
    except Rejected:
        # a text that was stored apart from its title, which the stage refuses
        text = html_text(raw.row.get("description"))
        return posting_of(raw.posting_id, description=text) if raw.posting_id and text else None
    return as_read(reading.posting_id, reading.content)


def _recorded(data: Path, wanted: Wanted, *, files: Mapping[str, Sequence[str]]) -> Found:
    return ((content, as_read(id_, content)) for id_, content in recorded(data, files) if wanted(id_))


def _justjoinit(data: Path, wanted: Wanted) -> Found:
    """Yield both texts of each recorded page, each as a posting."""
    paths = sorted((data / _JUSTJOINIT).rglob("*.json"))
    if not paths:
        raise DataAbsent(f"{_JUSTJOINIT} is not in {data}")
    answers = ((path.stem, json.loads(path.read_text("utf-8"))) for path in paths)
    pages = (
        (f"{name}:{part}", row, part) for name, row in answers if isinstance(row, dict) for part in ("body", "informationClause")
    )
    return ((row, posting_of(id_, description=html_text(row.get(part)))) for id_, row, part in pages if wanted(id_))


SETS: Mapping[str, Load] = {
    "afriworket_et_2026": _table("afriworket_et_2026", _afriworket),
    "ats_recorded": partial(_recorded, files=RECORDED),
    "emscad_a": _table("emscad_a", partial(_emscad, file="emscad_subset_a")),
    "emscad_a_description": _table("emscad_a", partial(_emscad, file="emscad_subset_a", parts=("description",))),
    "emscad_c": _table("emscad_c", partial(_emscad, file="emscad_subset_c")),
    "hn_2015_2017": partial(_imported, name="hn_2015_2017", source="hn"),
    "jobtech_se": partial(_recorded, files={"jobtech": JOBTECH}),
    "justjoinit": _justjoinit,
    "linkedin_arshka_2024": _table("linkedin_arshka_2024", partial(_linkedin, name="linkedin_arshka_2024")),
    "linkedin_da_ca_2019": _table("linkedin_da_ca_2019", partial(_linkedin, name="linkedin_da_ca_2019")),
    "linkedin_ds_ca_2019": _table("linkedin_ds_ca_2019", partial(_linkedin, name="linkedin_ds_ca_2019")),
    "newgrad2027": _table("newgrad2027", _newgrad),
    "nofluffjobs_pl_2022": _table("nofluffjobs_pl_2022", _nofluff),
    "remotive": partial(_recorded, files={"remotive": ("remotive/remotive_jobs.json",)}),
    "se_jobtech_it": _table("se_jobtech_it", _swedish),
    "swiss_german_2015": _table("swiss_german_2015", _swiss),
    "zapply_2026": partial(_imported, name="zapply_2026", source="zapply"),
}
