"""Cuts a text into the tokenizer's word pieces a word at a time, since most words were cut before: a third of the time.

No piece has a letter beside anything but letters and the mark of a space before them, nor that mark behind anything else. So
what lies between such places is cut as it is within the text, and what comes out is the same.
"""

import re
from functools import lru_cache
from itertools import chain

from tokenizers import Tokenizer

_SPACE = "\u2581"
# "²" is one of the characters that count as alphanumeric here and are no letters; pieces have it beside commas
_WORDS = re.compile(rf"{_SPACE}*(?:[^\W\d_²]+|(?:(?!{_SPACE})[\W\d_²])+)|{_SPACE}+")
# the tokenizer takes these out of a text first, and what is between them for texts of their own
_APART = re.compile(r"(<s>|</s>|<unk>)")
_KEPT = 1 << 15


class Pieces:
    """Numbers of pieces of texts, by a tokenizer which this object changes: it must be nobody else's."""

    def __init__(self, tokenizer: Tokenizer) -> None:
        # it marks spaces, and the beginning of a text: done here, before words are cut apart
        tokenizer.normalizer = None
        self._of = lru_cache(_KEPT)(lambda word: tuple(tokenizer.encode(word, add_special_tokens=False).ids))

    def __call__(self, text: str) -> list[int]:
        """Return the numbers of a text's pieces, in order."""
        return list(chain.from_iterable(map(self._of, _words(text))))


def _words(text: str) -> list[str]:
    words: list[str] = []
    for number, part in enumerate(_APART.split(text)):
        if number % 2:
            words.append(part)
        elif part:
            words += _WORDS.findall(_SPACE + part.replace(" ", _SPACE))
    return words
