"""Truths about `language` and `other_languages`: sets of one language, and texts told by reading."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path

from pipeline.evaluation.base import Case, Field, Marks, Truth, mark_one, value_of
from pipeline.evaluation.read_languages import hash_of, read_texts
from pipeline.evaluation.sets import JOBTECH, added, posting_of, recorded, rows, text_only
from schemas.posting import DeduplicatedPosting
from streams.enrich import language
from streams.enrich.base import Fields
from streams.enrich.resources import Resources

_SHORTEST = 200
_SHORTEST_LINE = 100


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


def _read(data: Path) -> Iterator[Case]:
    for read in read_texts(data):
        yield Case(hash_of(read.text), posting_of(hash_of(read.text), description=read.text), read.main)


def _passages(data: Path) -> Iterator[Case]:
    for read in read_texts(data):
        if read.every:
            yield Case(hash_of(read.text), posting_of(hash_of(read.text), description=read.text), read.every)


def mark_main(accepted: frozenset[str], said: str | None) -> Marks:
    """Compare the language of a text with those that a reader allows; with none, nothing is right and nothing asked for."""
    return mark_one(accepted, said) if accepted else Marks(0, 0, int(said is not None), 0)


def every_language(fields: Fields) -> tuple[str | None, ...] | None:
    """Return the language of the text, and after it those of other passages."""
    main = fields["language"]
    return (main.value if main else None, *(other.value for other in fields["other_languages"]))


def mark_others(every: frozenset[str], said: tuple[str | None, ...] | None) -> Marks:
    """Compare languages beside the main one; which of two is the main one is told elsewhere."""
    main, *others = said or (None,)
    expected = every - {main} if main in every else every - {min(every)}
    return Marks(len(expected), len(expected & set(others)), len(others), len(every & set(others)))


def plain_others(posting: DeduplicatedPosting, resources: Resources) -> tuple[str | None, ...]:
    """Return what py3langid says of the whole text and, after it, of each line of a hundred letters."""
    lines = [line for line in posting.description.split("\n") if len(line) >= _SHORTEST_LINE]
    main = plain(posting, resources)
    return (main, *dict.fromkeys(code for code, _ in map(resources.identify, lines) if code != main))


def plain(posting: DeduplicatedPosting, resources: Resources) -> str:
    """Return what py3langid says of the whole text."""
    return resources.identify(posting.description)[0]


FIELD = Field(
    name="language",
    of="language",
    enricher=language.ENRICHER,
    answer=value_of("language"),
    mark=mark_main,
    truths=(
        Truth("linkedin_da_ca_2019", "a set of English ads",
              partial(_table, name="linkedin_da_ca_2019.csv.xz", column="description", accepted=frozenset({"en"}))),
        Truth("swiss_german_2015", "a set of German ads",
              partial(_table, name="swiss_german_jobads_2015.jsonl.xz", column="text", accepted=frozenset({"de"}))),
        Truth("nofluffjobs_pl_2022", "a set of English and Polish ads: either is right",
              partial(_table, name="nofluffjobs_pl_2022.csv.xz", column="description", accepted=frozenset({"en", "pl"}))),
        Truth("se_jobtech_it", "a set of Swedish and a few English ads: either is right", _swedish),
        Truth("jobtech_se", "the same", _jobtech),
        Truth("read_2026", "texts of 14 languages told by reading (a language model's): the language of most of it, either of "
              "two where both have much, and none where it is too short to tell", _read),
    ),
    plain=plain,
    plain_is="py3langid over the whole text",
)  # fmt: skip
OTHERS = Field(
    name="other_languages",
    of="other_languages",
    enricher=language.ENRICHER,
    answer=every_language,
    mark=mark_others,
    truths=(Truth("read_2026", "languages of passages of a hundred letters, told by reading (a language model's)", _passages),),
    plain=plain_others,
    plain_is="py3langid over each line of a hundred letters",
    score="F1",
)
