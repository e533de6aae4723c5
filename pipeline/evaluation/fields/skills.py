"""Truths about `skills`: spans that people have marked in ads.

A span counts as found when a skill's words are in it or hold it; a skill is right when it is so beside any span.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from pipeline.evaluation.base import Case, Field, Marks, Truth
from pipeline.evaluation.sets import Row, json_lines, posting_of, rows
from schemas.posting import DeduplicatedPosting
from streams.enrich import skills
from streams.enrich.base import Fields
from streams.enrich.resources import Resources
from streams.enrich.skill_list import load_skills
from streams.enrich.text import Phrases, fold, words_of


@dataclass(frozen=True, slots=True)
class Spans:
    """What people have marked, as folded words: `expected` must be found, `allowed` is right as well."""

    expected: frozenset[str]
    allowed: frozenset[str] = frozenset()

    def __str__(self) -> str:
        return f"marked are {', '.join(sorted(self.expected))}"


def _skillspan(data: Path) -> Iterator[Case]:
    postings: defaultdict[str, list[Row]] = defaultdict(list)
    for row in json_lines(data, "labels/skillspan_dev.json"):
        postings[f"skillspan:{row['source']}:{row['idx']}"].append(row)
    for id_, sentences in postings.items():
        text = "\n".join(" ".join(row["tokens"]) for row in sentences)
        spans = Spans(_tagged(sentences, "tags_knowledge"), _tagged(sentences, "tags_skill"))
        yield Case(id_, posting_of(id_, description=text), spans)


def _tagged(sentences: Sequence[Row], name: str) -> frozenset[str]:
    found: list[list[str]] = []
    for row in sentences:
        inside = False
        for token, tag in zip(row["tokens"], row[name], strict=True):
            if tag == "B" or (tag == "I" and not inside):
                found.append([])
            inside = tag != "O"
            if inside:
                found[-1].append(token)
    return frozenset(filter(None, (words_of(" ".join(tokens)) for tokens in found)))


def _swiss(data: Path) -> Iterator[Case]:
    for at, row in enumerate(rows(data, "postings/swiss_german_jobads_2015.jsonl.xz")):
        if row["spans"]:
            marked = frozenset(filter(None, (words_of(row["text"][span["start"] : span["end"]]) for span in row["spans"])))
            posting = posting_of(f"swiss:{at}", description=row["text"])
            yield Case(posting.posting_id, posting, Spans(marked))


def answer(fields: Fields) -> frozenset[str] | None:
    """Return the words that skills were read from."""
    return frozenset(words_of(skill.raw) for skill in fields["skills"]) or None


def mark(truth: Spans, said: frozenset[str] | None) -> Marks:
    """Compare words with spans."""
    named = said or frozenset()
    found = sum(any(_overlap(span, words) for words in named) for span in truth.expected)
    right = sum(any(_overlap(span, words) for span in truth.expected | truth.allowed) for words in named)
    return Marks(len(truth.expected), found, len(named), right)


def _overlap(one: str, other: str) -> bool:
    return f" {one} " in f" {other} " or f" {other} " in f" {one} "


def plain(posting: DeduplicatedPosting, _: Resources) -> frozenset[str] | None:
    """Return every spelling of the list that the text has, in any case and beside anything."""
    text = posting.description
    return frozenset(words_of(text[hit.start : hit.end]) for hit in _list().find(fold(text))) or None


@cache
def _list() -> Phrases[bool]:
    return Phrases((spelling, True) for spelling, _ in load_skills())


FIELD = Field(
    name="skills",
    of="skills",
    enricher=skills.ENRICHER,
    answer=answer,
    mark=mark,
    truths=(
        Truth("skillspan_dev", "knowledge spans; in a skill span a skill is right as well", _skillspan),
        Truth("swiss_german_2015", "the ads with ICT spans", _swiss),
    ),
    plain=plain,
    plain_is="the same ESCO list, every spelling in any case",
    score="F1",
)
