"""Truths about `language`: sets of one language."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path

from pipeline.evaluation.base import Case, Field, Truth, mark_one, value_of
from pipeline.evaluation.sets import JOBTECH, added, posting_of, recorded, rows, text_only
from schemas.posting import DeduplicatedPosting
from streams.enrich import language
from streams.enrich.resources import Resources

_SHORTEST = 200


def _table(data: Path, *, name: str, column: str, accepted: frozenset[str]) -> Iterator[Case]:
    for at, row in enumerate(rows(data, f"postings/{name}")):
        text = row[column] or ""
        if len(text) >= _SHORTEST:
            yield Case(f"{name}:{at}", posting_of(f"{name}:{at}", description=text), accepted)


def _swedish(data: Path) -> Iterator[Case]:
    for row in added(data, "se_jobtech_it_events.jsonl.xz"):
        if len(row["description"] or "") >= _SHORTEST:
            yield Case(str(row["id"]), posting_of(str(row["id"]), description=row["description"]), frozenset({"sv", "en"}))


def _jobtech(data: Path) -> Iterator[Case]:
    for id_, content in recorded(data, {"jobtech": JOBTECH}):
        if len(content.description) >= _SHORTEST:
            yield Case(id_, text_only(id_, content), frozenset({"sv", "en"}))


def plain(posting: DeduplicatedPosting, resources: Resources) -> str:
    """Return what py3langid says of the whole text."""
    return resources.identify(posting.description)[0]


FIELD = Field(
    name="language",
    of="language",
    enricher=language.ENRICHER,
    answer=value_of("language"),
    mark=mark_one,
    truths=(
        Truth("linkedin_da_ca_2019", "a set of English ads",
              partial(_table, name="linkedin_da_ca_2019.csv.xz", column="description", accepted=frozenset({"en"}))),
        Truth("swiss_german_2015", "a set of German ads",
              partial(_table, name="swiss_german_jobads_2015.jsonl.xz", column="text", accepted=frozenset({"de"}))),
        Truth("nofluffjobs_pl_2022", "a set of English and Polish ads: either is right",
              partial(_table, name="nofluffjobs_pl_2022.csv.xz", column="description", accepted=frozenset({"en", "pl"}))),
        Truth("se_jobtech_it", "a set of Swedish and a few English ads: either is right", _swedish),
        Truth("jobtech_se", "the same", _jobtech),
    ),
    plain=plain,
    plain_is="py3langid over the whole text",
)  # fmt: skip
