"""What the texts of ads say about the job, read for many of them at once."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray
from xxhash import xxh3_64_intdigest

from streams.dedupe.codes import MOST_CODES, Codes
from streams.dedupe.kinds import KINDS, LEVELS
from streams.dedupe.minhash import role_signatures, signatures
from streams.dedupe.shingles import shingles
from streams.dedupe.texts import Flags, Hashes, Positions, Words, mixed, split_texts
from streams.dedupe.word_table import NO_KIND, word_table

# The rarest words of the role that are kept; nine of ten ads have fewer.
ROLE_WORDS = 128
# The sentences of the role that are kept, those of the least hashes: of two ads that share a third of theirs, four of five share
# one of these. One of fewer telling words is everybody's; a word is telling from this rarity on.
SENTENCES = 4
_TELLING_WORDS, _TELLING = 5, 24
_SHORT_LINE = 10
_RARITY_BITS = 8
_MOST_OF_A_KIND = 255
_DOC, _NONE = np.uint64(32), np.uint64((1 << 64) - 1)
_RARITY = np.uint32(0xFF)
# How rare a worker is of whom nothing more is said, and one of whom a kind of work is.
_PLAIN_WORKER, _RARITY_OF_KIND = 8, 40
# Who is wanted as what is said in so many words before.
_WORDS_BEFORE_A_WORKER = 4
# Room for every kind, and for none.
_KINDS_OF_A_WORKER = np.uint64(64)
_MANY_WORKERS = np.uint64(0x9E3779B97F4A7C15)


class Text(NamedTuple):
    """What a text says. Codes are ascending 32-bit integers, whose last 8 bits are a word's rarity in sixteenths.

    - `digest` is a hash of its words, `length` their number, `size` that of their bytes, one between two words.
    - `signature` is the MinHash of its shingles.
    - `role` has the codes of the words in sentences about the role, or of all where none is; `role_weight` is the
      sum of their rarities, `role_signature` their MinHash.
    - `kinds` counts the kinds of work that it speaks of, a byte each; `listed` has a bit for those of its first line and its
      short lines.
    - `workers` has a code for each sort of worker with the word before it: "Rails engineers".
    - `places` has the codes of place words.
    - `sentences` has 32 bits of a hash for each of some sentences about the role, of its telling words in any order.
    - `roles` has a number for each sort of worker with a special kind of work just before it, or with none, in the first line, in
      short sentences and where it is said who is wanted; `levels` has a bit for each level that is named there.
    """

    digest: int
    length: int
    size: int
    signature: bytes
    role: bytes
    role_weight: int
    role_signature: bytes
    kinds: bytes
    workers: bytes
    listed: int
    places: Codes
    sentences: Codes
    roles: Codes
    levels: int


def read_texts(texts: Sequence[str]) -> list[Text]:
    """Return what each text says."""
    return [read for words in split_texts(texts) for read in _read(words)]


def _read(words: Words) -> Iterator[Text]:
    table = word_table()
    count = len(words.bounds) - 1
    lengths = np.diff(words.bounds)
    text_of = np.repeat(np.arange(count), lengths)
    entries = table.look_up(words.hashes)
    codes = words.hashes >> np.uint64(40) << np.uint64(_RARITY_BITS) | table.rarity[entries].astype(np.uint64)
    kinds = table.kind[entries]
    sentences = _Sentences(np.flatnonzero(words.new_sentence), text_of)
    of_role = _of_role(sentences, table.leaning[entries], count)
    roles = [_rarest(found) for found in _sets(codes, text_of, sentences.spread(of_role), count)]
    sizes = np.bincount(text_of, words.lengths, minlength=count).astype(np.int64) + np.maximum(lengths - 1, 0)
    return map(
        Text,
        (xxh3_64_intdigest(found.tobytes()) for found in np.split(words.hashes, words.bounds[1:-1])),
        lengths.tolist(),
        sizes.tolist(),
        signatures(*shingles(words)),
        map(_bytes, roles),
        (int((role & _RARITY).sum()) for role in roles),
        role_signatures(roles),
        _counted(kinds, text_of, count),
        (_bytes(workers[:MOST_CODES]) for workers in _workers(words, entries, text_of, count)),
        _bits(kinds, text_of, _in_short_lines(words, lengths), count),
        (tuple(places[:MOST_CODES].tolist()) for places in _sets(codes, text_of, table.is_place[entries], count)),
        _least_sentences(sentences, words.hashes, table.rarity[entries] > _TELLING, of_role, count),
        *_roles(words, entries, sentences, count),
    )


class _Sentences(NamedTuple):
    """Where each sentence begins, in words; `text_of` has the text of each word."""

    firsts: Positions
    text_of: Positions

    @property
    def texts(self) -> Positions:
        """The text of each sentence."""
        return self.text_of[self.firsts]

    def summed(self, values: NDArray[Any]) -> NDArray[Any]:
        """Return the sum over the words of each sentence."""
        return np.add.reduceat(values, self.firsts) if len(self.firsts) else values[:0]

    def spread(self, kept: Flags) -> Flags:
        """Return which words stand in the sentences that are kept."""
        return np.repeat(kept, np.diff(self.firsts, append=len(self.text_of)))


def _of_role(sentences: _Sentences, leanings: NDArray[np.int64], count: int) -> Flags:
    """Return which sentences are about the role, all those of a text without one.

    The others are about the employer, its benefits or the law.
    """
    found: Flags = sentences.summed(leanings) > 0
    found |= (np.bincount(sentences.texts[found], minlength=count) == 0)[sentences.texts]
    return found


def _least_sentences(sentences: _Sentences, hashes: Hashes, telling: Flags, of_role: Flags, count: int) -> Iterator[Codes]:
    """Return the least hashes of each text's sentences about the role.

    All words but the usual ones are part of a hash, in whatever order: a copy may set other marks, and leave an article out.
    """
    kept = of_role & (sentences.summed(telling.astype(np.int64)) >= _TELLING_WORDS)
    found = mixed(sentences.summed(np.where(telling, hashes, np.uint64(0)))) >> np.uint64(32)
    return (tuple(least[:SENTENCES].tolist()) for least in _sets(found, sentences.texts, kept, count))


def _in_short_lines(words: Words, lengths: Positions) -> Flags:
    """Return which words stand in a text's first line or in a short one: a list of roles is made of them."""
    firsts = np.flatnonzero(words.new_line)
    sizes = np.diff(firsts, append=len(words.hashes))
    short = sizes <= _SHORT_LINE
    short[np.searchsorted(firsts, words.bounds[:-1][lengths > 0])] = True
    return np.repeat(short, sizes)


def _sets(codes: NDArray[np.uint64], text_of: Positions, kept: Flags, count: int) -> Iterable[NDArray[np.uint32]]:
    """Return the codes of each text that are kept, ascending and each once."""
    found = text_of[kept].astype(np.uint64) << _DOC | codes[kept]
    found.sort()
    found = found[np.diff(found, prepend=_NONE) != 0]
    bounds = np.searchsorted(found, np.arange(count + 1, dtype=np.uint64) << _DOC)
    lows = found.astype(np.uint32)
    return (lows[bounds[at] : bounds[at + 1]] for at in range(count))


def _bytes(codes: NDArray[np.uint32]) -> bytes:
    return codes.astype("<u4").tobytes()


def _rarest(codes: NDArray[np.uint32]) -> NDArray[np.uint32]:
    if len(codes) > ROLE_WORDS:
        # by rarity first, then by the rest of the code: a strict order
        turned = (codes & _RARITY) << np.uint32(24) | codes >> np.uint32(_RARITY_BITS)
        codes = np.sort(codes[np.argpartition(turned, -ROLE_WORDS)[-ROLE_WORDS:]])
    return codes


def _counted(kinds: NDArray[np.uint8], text_of: Positions, count: int) -> Iterator[bytes]:
    kept = kinds != NO_KIND
    counts = np.bincount(text_of[kept] * len(KINDS) + kinds[kept], minlength=count * len(KINDS)).reshape(count, len(KINDS))
    return (row.tobytes() for row in np.minimum(counts, _MOST_OF_A_KIND).astype(np.uint8))


def _workers(words: Words, entries: NDArray[np.int32], text_of: Positions, count: int) -> Iterable[NDArray[np.uint32]]:
    table = word_table()
    at = np.flatnonzero(table.worker[entries] != NO_KIND)
    line = np.cumsum(words.new_line)
    before, filler = np.maximum(at - 1, 0), table.is_filler[entries]
    before = np.where(filler[before], np.maximum(at - 2, 0), before)
    named = (before < at) & (line[before] == line[at]) & ~filler[before]
    kinds = table.kind[entries[before]].astype(np.uint64)
    of_kind = kinds != NO_KIND
    what = np.where(named, np.where(of_kind, kinds + np.uint64(1), words.hashes[before]), np.uint64(0))
    # all words of a kind are one
    rarity = np.where(named, np.where(of_kind, _RARITY_OF_KIND, table.rarity[entries[before]]), _PLAIN_WORKER)
    hashes = mixed(what * _MANY_WORKERS + table.worker[entries[at]])
    codes = hashes >> np.uint64(40) << np.uint64(_RARITY_BITS) | rarity.astype(np.uint64)
    return _sets(codes, text_of[at], np.ones(len(at), bool), count)


def _roles(words: Words, entries: NDArray[np.int32], sentences: _Sentences, count: int) -> tuple[Iterable[Codes], list[int]]:
    """Return for each text who is wanted, as numbers of worker and kind, and the levels named beside."""
    table, firsts = word_table(), sentences.firsts
    at = np.flatnonzero((table.worker[entries] != NO_KIND) & _says_who_is_wanted(words, entries, sentences))
    texts, worker = sentences.text_of[at], table.worker[entries[at]].astype(np.uint64) * _KINDS_OF_A_WORKER
    # no further back than to the worker before, and not into another sentence
    begins = firsts[np.searchsorted(firsts, at, "right") - 1]
    first = np.maximum(begins, np.concatenate(([0], at[:-1] + 1))[: len(at)])
    plain = np.ones(len(at), bool)
    found, levels = [], np.zeros(count, np.int64)
    for back in range(_WORDS_BEFORE_A_WORKER + 1):
        within = np.flatnonzero(at - back >= first)
        before = entries[at[within] - back]
        kinds, level = table.special[before], table.level[before]
        special = kinds != NO_KIND
        plain[within[special]] = False
        found.append((texts[within[special]], worker[within[special]] + kinds[special].astype(np.uint64)))
        for named in LEVELS:
            levels[texts[within[level == named]]] |= 1 << named
    found.append((texts[plain], worker[plain] + (_KINDS_OF_A_WORKER - np.uint64(1))))
    of, codes = (np.concatenate(columns) for columns in zip(*found, strict=True))
    roles = (tuple(role.tolist()) for role in _sets(codes, of, np.ones(len(of), bool), count))
    return roles, levels.tolist()


def _says_who_is_wanted(words: Words, entries: NDArray[np.int32], sentences: _Sentences) -> Flags:
    """Return which words stand in a first line, in a short sentence, or in one that asks for somebody."""
    if not len(sentences.firsts):
        return np.zeros(0, bool)
    short = np.diff(sentences.firsts, append=len(entries)) <= _SHORT_LINE
    found = sentences.spread(short | np.logical_or.reduceat(word_table().asks[entries], sentences.firsts))
    lines = np.append(np.flatnonzero(words.new_line), len(entries))
    begins = words.bounds[:-1][np.diff(words.bounds) > 0]
    for start, end in zip(begins.tolist(), lines[np.searchsorted(lines, begins) + 1].tolist(), strict=True):
        found[start:end] = True
    return found


def _bits(kinds: NDArray[np.uint8], text_of: Positions, kept: Flags, count: int) -> list[int]:
    bits = [0] * count
    kept = kept & (kinds != NO_KIND)
    for text, kind in zip(text_of[kept].tolist(), kinds[kept].tolist(), strict=True):
        bits[text] |= 1 << kind
    return bits
