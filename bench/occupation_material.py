"""What the enricher `occupation` learns from; `python -m bench.occupation_material > titles.txt` prints titles of half 0.

They tell where ESCO's labels end. A single word is left out: `construction` is a title in the set, and no job.
"""

import csv
import gzip
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from bench.common import ROOT, SHARED
from pipeline.evaluation.fields.occupation import titles
from streams.dedupe.pairs import halves_of
from streams.enrich.data.borders import split_run
from streams.enrich.data.build_occupations import HOST
from streams.enrich.text import words_of

DATA = ROOT / "streams" / "enrich" / "data"
CHOSEN = ROOT / "bench" / "data" / "chosen_units.tsv"
# What a line teaches: chosen by cross-validation on half 0. The network is asked for titles that are in no list.
UNLISTED, LISTED, LABEL, TEXT = 2.0, 1.0, 0.3, 0.2
# What is programmed in or for: with each of the kinds it makes a title of software developers.
_TECHNOLOGIES = (
    "java|python|php|ruby|c++|c#|c|javascript|typescript|scala|perl|swift|objective c|groovy|abap|cobol|asp net|react|angular|"
    "vue|node js|net|ios|android|kotlin|golang|rust|backend|frontend|full stack|web services|cloud|mobile|embedded|salesforce|sap"
)
_KINDS, _SOFTWARE = ("developer", "engineer", "programmer", "software engineer"), "2512"
_TASK, _SENTENCES = re.compile(r"\([a-z]\) +([^\n;]+)"), 3
_UNIT = 4


class Line(NamedTuple):
    """Words that stand for a unit group, and how much they count."""

    words: str
    unit: str
    weight: float


class Lists(NamedTuple):
    """The derived lists, and the texts of the package by code and by id."""

    units: list[str]
    examples: list[Line]
    labels: Mapping[str, list[str]]
    texts: Mapping[str, str]

    def named(self) -> frozenset[str]:
        """Return every title of the lists."""
        return frozenset(label for labels in self.labels.values() for label in labels) | {line.words for line in self.examples}


def read_lists(table: Path) -> Lists:
    """Return ISCO's examples and names, ESCO's labels, and the texts of both."""
    csv.field_size_limit(1 << 24)
    with table.open(encoding="utf-8", newline="") as file:
        texts = {row["id"].removeprefix(HOST).removeprefix("isco/C"): row["description"] for row in csv.DictReader(file)}
    groups = [line.split("\t") for line in (DATA / "isco_groups.tsv").read_text("utf-8").splitlines()]
    units = [(code, [words_of(name), *titles_.split("|")]) for code, name, titles_ in groups if len(code) == _UNIT]
    rows = [line.split("\t") for line in (DATA / "esco_occupations.tsv").read_text("utf-8").splitlines()]
    labels = {id_: list(filter(None, dict.fromkeys([words_of(label), *spellings.split("|")]))) for id_, label, spellings in rows}
    examples = [Line(words, code, 1.0) for code, names in units for words in names if words]
    examples += [Line(f"{name} {kind}", _SOFTWARE, 1.0) for name in _TECHNOLOGIES.split("|") for kind in _KINDS]
    return Lists([code for code, _ in units], examples, labels, texts)


def half_0() -> list[Line]:
    """Return the titles of half 0; one with several groups counts for each in part."""
    cases = list(titles(SHARED))
    kept = [case for case, half in zip(cases, halves_of(case.id for case in cases), strict=True) if half == 0]
    return [Line(case.posting.title, unit, 1 / len(case.truth)) for case in kept for unit in sorted(case.truth)]


def words_of_titles(path: Path) -> set[str]:
    """Return the words of a packed list of titles, one a line."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        return {word for line in lines for word in words_of(line).split()}


def words_of_dictionary(path: Path) -> set[str]:
    """Return the words of a dictionary, one a line, without names and forms with an apostrophe."""
    lines = path.read_text("utf-8").splitlines()
    return {word for line in lines if line[:1].islower() and "'" not in line for word in words_of(line).split()}


def told_units(lines: Iterable[Line], labels: Mapping[str, Sequence[str]]) -> dict[str, str]:
    """Return the unit group that most of an occupation's labels have in `lines`; a label of several counts in part."""
    of_label: defaultdict[str, list[str]] = defaultdict(list)
    for id_, words in labels.items():
        for label in dict.fromkeys(words):
            of_label[label].append(id_)
    votes: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for line in lines:
        for id_ in of_label.get(line.words, ()):
            votes[id_][line.unit] += line.weight / len(of_label[line.words])
    return {id_: max(sorted(count), key=count.__getitem__) for id_, count in votes.items()}


def official_units(lists: Lists) -> dict[str, str]:
    """Return the unit group of each occupation that ISCO-08 itself names by its preferred label, as an example of one group."""
    units: defaultdict[str, set[str]] = defaultdict(set)
    for line in lists.examples:
        units[line.words].add(line.unit)
    named = {id_: units.get(labels[0], set()) for id_, labels in lists.labels.items()}
    return {id_: min(found) for id_, found in named.items() if len(found) == 1}


def chosen_units() -> dict[str, str]:
    """Return the unit groups that were chosen by the definitions of ISCO-08, for occupations that titles don't tell.

    Or tell wrongly: by labels that other occupations have as well, `motorcycle driver`.
    """
    rows = (line.split("\t") for line in CHOSEN.read_text("utf-8").splitlines())
    return {id_: unit for unit, id_, _ in rows}


def described(text: str) -> list[str]:
    """Return the first sentences of an occupation's description."""
    run = split_run(text)
    return [words_of(part) for part in " ".join(text.split()[len(run[1]) :]).split(". ")[:_SENTENCES]] if run else []


def material(known: Sequence[Line], lists: Lists, units: Mapping[str, str]) -> list[Line]:
    """Return all that is learnt from: `known` titles, examples, tasks of the groups, labels and texts of `units`' occupations."""
    own, named = {line.words for line in known}, lists.named()
    weighed = [line._replace(weight=line.weight * (LISTED if line.words in named else UNLISTED)) for line in known]
    tasks = [Line(words_of(task), unit, TEXT) for unit in lists.units for task in _TASK.findall(lists.texts[unit])]
    labels = [Line(label, unit, LABEL) for id_, unit in units.items() for label in lists.labels[id_] if label not in own]
    texts = [Line(words, unit, TEXT) for id_, unit in units.items() for words in described(lists.texts[id_])]
    return [line for line in (*weighed, *lists.examples, *tasks, *labels, *texts) if line.words]


if __name__ == "__main__":
    print("\n".join(dict.fromkeys(line.words for line in half_0() if " " in line.words)))
