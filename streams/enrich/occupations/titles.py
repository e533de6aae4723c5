"""The words of a title that say what the job is."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from streams.enrich.text import words_of


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


_CACHED = 8192
_LONGEST_TITLE, _MOST_PARTS, _MOST_WORDS, _LONGEST_NUMBER = 200, 4, 10, 2
_ASIDES = re.compile(r"\([^()]*\)|\[[^\[\]]*\]|\b[mwfdhx](?: ?[/|] ?[mwfdhxv*])+(?!\w)", re.IGNORECASE)
# `\s[-–—:]+\s|[|•;@:\n\t]|[-–—]\s|\s[-–—]|,\s`, looked for by a first character
_BETWEEN_PARTS = re.compile(r"[\s|•;@:,–—-](?:(?<=\s)[-–—:]+\s|(?<=[|•;@:\n\t])|(?<=[-–—])\s|(?<=\s)[-–—]|(?<=,)\s)")
# Levels, terms of work and calls: they stand beside any job.
_BESIDE = _set(
    "senior sr snr junior jr mid midlevel entry level lvl i ii iii iv v vi remote hybrid onsite freelance temporary temp "
    "permanent fulltime parttime urgent urgently hiring wanted needed required immediate new apply now position role "
    "opening vacancy 1st 2nd 3rd female male söker vi sökes gesucht the a an our"
)
_TERMS = re.compile(r"\b(?:(?:full|part) time|(?:entry|mid) level|fixed term|(?:1st|2nd|3rd|night|day) shift)\b")
_HAS_DIGITS, _MARKS = re.compile(r"\d"), frozenset("([/|•;@:,\n\t-–—")
# A title of these alone says that somebody is wanted, and not for what.
_CALLS = _set(
    "join us work with team lead leader general open spontaneous application applications talent pool community network careers "
    "job jobs opportunity opportunities staff member worker intern internship trainee graduate student apprentice volunteer "
    "volunteers of for and in"
)
_NO_JOB = _BESIDE | _CALLS
# What follows them says with what, for whom or where.
_FOLLOWED = _set("with w at till hos bei für based")
# They say nothing without their field, which a title may name after a comma: `Manager, Product Marketing`.
_RANKS = _set(
    "manager director supervisor head lead leader specialist associate analyst coordinator assistant officer consultant engineer "
    "technician administrator representative developer executive instructor vp president vice expert advisor adviser"
)


class Part(NamedTuple):
    """A part of a title: its folded words, those of them that say what the job is, and how it is written."""

    words: str
    essence: str
    raw: str


def parts_of(title: str) -> Iterator[Part]:
    """Yield the parts that may name the job, in the order of the title; a rank goes after the field that follows it."""
    every = _pieces(title)
    pieces = [(words, raw) for words, raw in every if not _BESIDE.issuperset(words.split())] or every
    for at, (words, raw) in enumerate(pieces):
        following = pieces[at + 1] if at + 1 < len(pieces) else None
        if following and _RANKS.issuperset(essence(words).split()):
            yield _part(f"{following[0]} {words}", title[title.find(raw) : title.find(following[1]) + len(following[1])])
        yield _part(words, raw)


def is_call(words: Sequence[str]) -> bool:
    """Return whether the words of a title name no job."""
    return _NO_JOB.issuperset(words)


def _pieces(title: str) -> list[tuple[str, str]]:
    bare = title[:_LONGEST_TITLE]
    if not _MARKS.isdisjoint(bare):
        bare = _ASIDES.sub(lambda found: " " * len(found[0]), bare)
        pieces = _BETWEEN_PARTS.split(bare, _MOST_PARTS)[:_MOST_PARTS]
    else:
        pieces = [bare]
    return [(words, piece.strip()) for piece in pieces if (words := words_of(piece))]


def _part(words: str, raw: str) -> Part:
    return Part(words, essence(words), raw)


@lru_cache(_CACHED)
def essence(words: str) -> str:
    """Return folded words without those that stand beside any job; all of them where nothing would be left."""
    kept = [
        word
        for word in _before_circumstances(_TERMS.sub(" ", words).split() if _names_terms(words) else words.split())
        if word not in _BESIDE
    ]
    if _HAS_DIGITS.search(words):
        kept = [word for word in kept if not _is_code(word)]
    return " ".join(kept[:_MOST_WORDS]) or words


def _names_terms(words: str) -> bool:
    # a tenth of what the pattern costs
    return "time" in words or "level" in words or "shift" in words or "term" in words


def _before_circumstances(words: Sequence[str]) -> Sequence[str]:
    if _FOLLOWED.isdisjoint(words[1:]):
        return words
    return words[: next(at for at, word in enumerate(words) if at and word in _FOLLOWED)]


def _is_code(word: str) -> bool:
    return word.isdigit() or sum(map(str.isdigit, word)) > _LONGEST_NUMBER
