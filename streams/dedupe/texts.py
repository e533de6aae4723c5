"""Many texts at once as arrays of words: what they say is looked up for whole batches, not word by word.

A word is a run of letters and digits in lower case; typographic punctuation separates as ASCII punctuation does. It is known by
a 64-bit hash: a polynomial over its bytes, mixed. Same words, same integers, in every process and on every machine.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TypeAlias
from unicodedata import normalize

import numpy as np
from numpy.typing import NDArray

Hashes: TypeAlias = NDArray[np.uint64]
Positions: TypeAlias = NDArray[np.int64]
Flags: TypeAlias = NDArray[np.bool_]
Codes: TypeAlias = NDArray[np.uint32]

_cut = re.compile(rb"[0-9a-z\x80-\xff]+").findall
# Typographic punctuation differs between copies of a text as ASCII punctuation does; both only separate words.
_separate = re.compile("[\u00a0-\u00bf\u2000-\u207f\u25aa\u3000-\u303f\ufe0f\ufeff]+").sub

_FACTOR = 0x9E3779B97F4A7C15
_MIX = np.uint64(0xBF58476D1CE4E5B9)
_HIGH, _LOW = np.uint64(29), np.uint64(32)
# Texts are taken together up to here, so that the arrays stay in the processor's cache. Bytes.
_AT_ONCE = 1 << 16

_LOWER = np.arange(256, dtype=np.uint8)
_LOWER[ord("A") : ord("Z") + 1] += 32
# What a byte is: part of a word, or where a sentence ends: at a newline or a bullet, and at a full stop before a capital, be it
# glued to it or not.
_SPACE, _WORD, _LINE, _ITEM, _STOP = range(5)
_MARKS = np.zeros(256, np.uint8)
_MARKS[0x80:] = _WORD
for _first, _last in ("09", "az"):
    _MARKS[ord(_first) : ord(_last) + 1] = _WORD
_MARKS[ord("\n")] = _LINE
_MARKS[ord("*")] = _ITEM
_MARKS[[ord(mark) for mark in ".!?;"]] = _STOP
# The same punctuation in UTF-8: U+00A0 to U+00BF, U+2000 to U+207F, U+3000 to U+303F, U+FE0F, U+FEFF; and three bullets.
_IS_LEAD = np.isin(np.arange(256), (0xC2, 0xE2, 0xE3, 0xEF))
_C2A0, _C2BF, _MIDDLE_DOT = 0xC2A0, 0xC2BF, 0xC2B7
_WIDE_PAIRS, _WIDE, _BULLETS = (0xE280, 0xE281, 0xE380), (0xE296AA, 0xEFB88F, 0xEFBBBF), (0xE280A2, 0xE296AA)
# What follows the last text: a word is read eight bytes at a time.
_EIGHT = 8
_AFTER = bytes(_EIGHT)
_FIRST = np.array([(1 << 8 * count) - 1 for count in range(_EIGHT + 1)], np.uint64)
_FACTORS = np.array([pow(_FACTOR, power, 1 << 64) for power in range(1, 6)], np.uint64)


@dataclass(frozen=True, slots=True)
class Words:
    """The words of some texts, one after the other.

    `hashes` has one for each word; text `i` has those from `bounds[i]` to `bounds[i + 1]`. `new_line` and `new_sentence` say
    where one begins with the word, `lengths` how many bytes it has.
    """

    hashes: Hashes
    bounds: Positions
    new_line: Flags
    new_sentence: Flags
    lengths: Positions


def words(text: str) -> list[bytes]:
    """Return the words of `text` in UTF-8 and lower case, without punctuation."""
    if text.isascii():
        return _cut(text.lower().encode())
    return _cut(_separate(" ", normalize("NFC", text).lower()).encode())


def split_texts(texts: Sequence[str]) -> Iterable[Words]:
    """Yield the words of `texts`, some texts at a time, in order."""
    waiting: list[tuple[bytes, bytes]] = []
    size = 0
    for text in texts:
        pair = _encoded(text)
        if waiting and size + len(pair[0]) > _AT_ONCE:
            yield _split(waiting)
            waiting, size = [], 0
        waiting.append(pair)
        size += len(pair[0])
    if waiting:
        yield _split(waiting)


def _encoded(text: str) -> tuple[bytes, bytes]:
    """Return the text's bytes as they are and in lower case; the latter twice where they don't lie side by side."""
    if text.isascii():
        plain = text.encode()
        return plain, plain
    text = normalize("NFC", text)
    plain, lower = text.encode(), text.lower().encode()
    return (plain if len(plain) == len(lower) else lower), lower


def _split(encoded: list[tuple[bytes, bytes]]) -> Words:
    plain = np.frombuffer(b"\n".join([b"", *(one for one, _ in encoded), _AFTER]), np.uint8)
    lower = _LOWER[np.frombuffer(b"\n".join([b"", *(one for _, one in encoded), _AFTER]), np.uint8)]
    marks = _MARKS[lower]
    _mark_typography(lower, marks)
    inside = marks == _WORD
    edges = np.flatnonzero(inside[1:] != inside[:-1])
    edges += 1
    starts, ends = edges[::2], edges[1::2]
    sizes = [len(one) + 1 for one, _ in encoded]
    bounds = np.searchsorted(starts, np.cumsum([1, *sizes]))
    new_line, item, stop = (_before(starts, marks, kind) for kind in (_LINE, _ITEM, _STOP))
    capital = plain[starts] != lower[starts]
    return Words(_hashes(lower, starts, ends), bounds, new_line, new_line | item | (stop & capital), ends - starts)


def _mark_typography(lower: NDArray[np.uint8], marks: NDArray[np.uint8]) -> None:
    """Mark as punctuation, or as bullets, the bytes of what is none but looks like a letter in UTF-8."""
    leads = np.flatnonzero(_IS_LEAD[lower])
    if not len(leads):
        return
    first, second, third = (lower[leads + at].astype(np.uint32) for at in range(3))
    pairs: Codes = first << np.uint32(8) | second
    triples: Codes = pairs << np.uint32(8) | third
    two = (pairs >= _C2A0) & (pairs <= _C2BF)
    three = _any_of(pairs, _WIDE_PAIRS) | _any_of(triples, _WIDE)
    found = leads[two | three]
    marks[found] = marks[found + 1] = marks[leads[three] + 2] = _SPACE
    marks[leads[(pairs == _MIDDLE_DOT) | _any_of(triples, _BULLETS)]] = _ITEM


def _any_of(values: Codes, wanted: tuple[int, ...]) -> Flags:
    found: Flags = values == wanted[0]
    for value in wanted[1:]:
        found |= values == value
    return found


def _before(starts: Positions, marks: NDArray[np.uint8], kind: int) -> Flags:
    """Return which words have a mark of this kind between them and the word before."""
    found = np.zeros(len(starts) + 1, bool)
    found[np.searchsorted(starts, np.flatnonzero(marks == kind))] = True
    return found[:-1]


def hashes_of(words: Sequence[bytes]) -> Hashes:
    """Return the hashes of single words."""
    data = _LOWER[np.frombuffer(b"\n".join([b"", *words, _AFTER]), np.uint8)]
    lengths = np.array([len(word) for word in words])
    ends = np.cumsum(lengths + 1)
    return _hashes(data, ends - lengths, ends)


def _hashes(lower: NDArray[np.uint8], starts: Positions, ends: Positions) -> Hashes:
    """Return a hash of every word: of its first 32 bytes, its last 8 and its length."""
    eights = np.ndarray((len(lower) - 7,), "<u8", lower, strides=(1,))
    lengths = ends - starts
    values = (eights[starts] & _FIRST[np.minimum(lengths, _EIGHT)]) * _FACTORS[0]
    rest = np.flatnonzero(lengths > _EIGHT)
    for at in (1, 2, 3):
        spare = lengths[rest] - _EIGHT * at
        values[rest] += (eights[starts[rest] + _EIGHT * at] & _FIRST[np.minimum(spare, _EIGHT)]) * _FACTORS[at]
        rest = rest[spare > _EIGHT]
    values[rest] += eights[ends[rest] - _EIGHT] * _FACTORS[4] + lengths[rest].astype(np.uint64)
    return mixed(values)


def mixed(values: Hashes) -> Hashes:
    """Return the values with every bit as good as random; a polynomial leaves structure in its low bits."""
    values = values ^ (values >> _HIGH)
    values *= _MIX
    values ^= values >> _LOW
    return values
