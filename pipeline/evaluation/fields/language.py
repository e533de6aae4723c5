"""Truths about `language` and `other_languages`: sets of one language, and texts told by reading."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path

from pipeline.evaluation.base import Case, Field, Marks, Truth, mark_one, value_of
from pipeline.evaluation.postings import postings
from pipeline.evaluation.read import Shown, read_cases, untitled
from pipeline.evaluation.sets import FILES, Row, without_fields
from schemas.posting import DeduplicatedPosting
from streams.enrich import language
from streams.enrich.base import Fields
from streams.enrich.resources import Resources

_SHORTEST = 200
_SHORTEST_LINE = 100


def _table(data: Path, *, name: str, accepted: frozenset[str]) -> Iterator[Case]:
    for at, (_, posting) in enumerate(postings(data, name)):
        if len(posting.description) >= _SHORTEST:
            yield Case(f"{Path(FILES[name]).name}:{at}", untitled(posting), accepted)


def _swedish(data: Path, *, name: str, shown: Shown) -> Iterator[Case]:
    for _, posting in postings(data, name):
        if len(posting.description) >= _SHORTEST:
            yield Case(posting.posting_id, shown(posting), frozenset({"sv", "en"}))


def _main(read: Row) -> frozenset[str]:
    """Return the languages of most of a text, none where it is too short to tell."""
    return frozenset(read["main"])


def _every(read: Row) -> frozenset[str] | None:
    """Return the languages of its passages of a hundred letters, where they were told."""
    return frozenset(read["every"] or ()) or None


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
    mark=mark_one,
    truths=(
        Truth("linkedin_da_ca_2019", "a set of English ads",
              partial(_table, name="linkedin_da_ca_2019", accepted=frozenset({"en"}))),
        Truth("swiss_german_2015", "a set of German ads",
              partial(_table, name="swiss_german_2015", accepted=frozenset({"de"}))),
        Truth("nofluffjobs_pl_2022", "a set of English and Polish ads: either is right",
              partial(_table, name="nofluffjobs_pl_2022", accepted=frozenset({"en", "pl"}))),
        Truth("se_jobtech_it", "a set of Swedish and a few English ads: either is right",
              partial(_swedish, name="se_jobtech_it", shown=untitled)),
        Truth("jobtech_se", "the same", partial(_swedish, name="jobtech_se", shown=without_fields)),
        Truth("read_2026", "texts of 14 languages told by reading (a language model's): the language of most of it, either of "
              "two where both have much, and none where it is too short to tell",
              partial(read_cases, name="language", form=_main, shown=untitled)),
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
    truths=(
        Truth(
            "read_2026",
            "languages of passages of a hundred letters, told by reading (a language model's)",
            partial(read_cases, name="language", form=_every, shown=untitled),
        ),
    ),
    plain=plain_others,
    plain_is="py3langid over each line of a hundred letters",
    score="F1",
)
